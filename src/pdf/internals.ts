/** The parts of PDFKit that the painter uses beyond its published interface, in one place and under a contract test. */
import PDFDocument from 'pdfkit';

/** A value as PDFKit writes it: a plain string is a name, a `String` object a text string, a byte array a hex string. */
export type PdfValue =
  | string
  | number
  | boolean
  | null
  | undefined
  // eslint-disable-next-line @typescript-eslint/no-wrapper-object-types -- PDFKit tells text strings from names by the wrapper
  | String
  | Date
  | Uint8Array
  | PdfRef
  | ObjectNumber
  | readonly PdfValue[]
  | PdfDictionary;

export interface PdfDictionary {
  [key: string]: PdfValue;
}

/** An indirect object; nothing is written before `end`. */
export interface PdfRef {
  readonly id: number;
  /** Where it stands in the file, once it is written there. */
  offset?: number | null;
  data: PdfDictionary;
  compress: boolean;
  buffer: readonly Uint8Array[] | Uint8Array;
  write(chunk: Uint8Array | string): void;
  end(chunk?: Uint8Array | string): void;
  finalize(): void;
}

/** A reference to an object by its number alone: PDFKit prints what it does not know as text. */
export class ObjectNumber {
  readonly [Symbol.toStringTag] = 'ObjectNumber';

  constructor(readonly id: number) {}

  toString(): string {
    return `${this.id} 0 R`;
  }
}

/** A font opened by PDFKit. Widths are in thousandths of the type size. */
export interface PdfKitFont {
  id: string;
  /** The font as fontkit has read it; documents may share it. */
  readonly font: { readonly postscriptName: string };
  subset: { encode(): Uint8Array };
  /** Code points by code; where there are none, the code is not used. */
  unicode: (readonly number[] | undefined)[];
  widths: number[];
  ref(): PdfRef;
  /** Writes the objects of the font; PDFKit calls it when the document ends. */
  embed(): void;
  toUnicodeCmap(): PdfRef;
}

/** A buffered page. Its resource dictionaries are created when first asked for. */
export interface PdfKitPage {
  readonly dictionary: PdfRef;
  readonly content: PdfRef;
  readonly fonts: PdfDictionary;
  readonly xobjects: PdfDictionary;
  readonly patterns: PdfDictionary;
  readonly annotations: (PdfRef | ObjectNumber)[];
}

/** An image read by PDFKit; `obj` is there once it is embedded. */
export interface PdfKitImage {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** Exif orientation of a JPEG. */
  readonly orientation?: number;
  readonly obj: PdfRef | null;
  embed(document: PdfKitDocument): void;
}

/** The document, seen from inside. */
export interface PdfKitDocument {
  readonly _root: PdfRef;
  readonly _font: PdfKitFont;
  readonly _pageBuffer: readonly PdfKitPage[];
  readonly _offsets: (number | null)[];
  readonly _offset: number;
  _id: Uint8Array;
  _info: PdfRef | undefined;
  metadataRef: PdfRef | undefined;
  ref(data?: PdfDictionary): PdfRef;
  addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): unknown;
  font(source: Uint8Array | PdfKitFont['font']): unknown;
  openImage(source: Uint8Array): PdfKitImage;
  end(): void;
  push(chunk: Uint8Array | null): boolean;
  _write(data: Uint8Array | string): void;
  _refEnd(ref: PdfRef): void;
  _finalize(): void;
  endMetadata(): void;
}

/** PDFKit's class with its inside shown; the published types leave the inside out. */
export const PdfKitBase = PDFDocument as unknown as new (
  options: Readonly<Record<string, unknown>>,
) => PdfKitDocument;

/** A text string (as opposed to a name) in an object. */
export function text(value: string): PdfValue {
  return new String(value);
}
