/** Raster images: each file read and embedded once, photographs turned the way the camera was held. */
import type { PdfKitDocument, PdfRef } from './internals.js';

/** An embedded image. */
export interface NamedImage {
  /** Resource name. */
  readonly name: string;
  readonly ref: PdfRef;
  /** A `cm` that turns the unit square, or nothing. */
  readonly turn: string;
}

/** Looks an image up by its `src`; undefined when it cannot be read. */
export type Images = (src: string) => NamedImage | undefined;

/** Matrices for the eight values of Exif's orientation; most photographs from telephones are 6. */
const turns: Readonly<Record<number, string>> = {
  2: '-1 0 0 1 1 0 cm ',
  3: '-1 0 0 -1 1 1 cm ',
  4: '1 0 0 -1 0 1 cm ',
  5: '0 -1 -1 0 1 1 cm ',
  6: '0 -1 1 0 0 1 cm ',
  7: '0 1 1 0 0 0 cm ',
  8: '0 1 -1 0 1 0 cm ',
};

/** The images of one document. */
export function documentImages(
  document: PdfKitDocument,
  read: (src: string) => Uint8Array | undefined,
): Images {
  const known = new Map<string, NamedImage | undefined>();
  return (src) => {
    if (!known.has(src)) known.set(src, embed(document, read(src)));
    return known.get(src);
  };
}

function embed(document: PdfKitDocument, bytes: Uint8Array | undefined): NamedImage | undefined {
  if (!bytes) return undefined;
  const image = document.openImage(bytes);
  image.embed(document);
  // A PNG with transparency is decoded first; PDFKit does that at once, and the contract test says so.
  if (!image.obj) throw new Error('PDFKit did not embed an image');
  return { name: image.label, ref: image.obj, turn: turns[image.orientation ?? 1] ?? '' };
}
