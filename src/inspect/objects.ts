/** Reads a finished PDF as raw objects with a parser that is not PDFKit. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';

/** An opened file. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly PdfPage[];
}

/** A page with its place in the file. */
export interface PdfPage {
  readonly index: number;
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly resources: PDFDict | undefined;
}

/** Opens a file strictly. Throws when the bytes are no PDF, or a broken or an encrypted one. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const document = await PDFDocument.load(bytes, { throwOnInvalidObject: true, updateMetadata: false });
  const pages = document.getPages().map((page, index) => ({
    index,
    ref: page.ref,
    dict: page.node,
    resources: page.node.Resources(),
  }));
  return { bytes, context: document.context, catalog: document.catalog, pages };
}

type Value = PDFObject | undefined;

/** An entry of a dictionary, references followed. */
export function entryOf(dict: PDFDict | undefined, key: string): Value {
  return dict?.lookup(PDFName.of(key));
}

/** An entry as it stands: a reference stays one. */
export function rawEntry(dict: PDFDict | undefined, key: string): Value {
  return dict?.get(PDFName.of(key));
}

/** A dictionary; that of a stream, too. */
export function dictOf(value: Value): PDFDict | undefined {
  if (value instanceof PDFDict) return value;
  if (value instanceof PDFStream) return value.dict;
  return undefined;
}

/** The members of an array, references followed; nothing for anything else. */
export function arrayOf(value: Value): readonly Value[] {
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().map((_, index) => value.lookup(index));
}

/** The members of an array as they stand. */
export function rawArray(value: Value): readonly PDFObject[] {
  return value instanceof PDFArray ? value.asArray() : [];
}

/** A name without its slash. */
export function nameOf(value: Value): string | undefined {
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** A text string, decoded. */
export function textOf(value: Value): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

/** A number. */
export function numberOf(value: Value): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** A truth value. */
export function boolOf(value: Value): boolean | undefined {
  return value instanceof PDFBool ? value.asBoolean() : undefined;
}

/** "12 0 R" for a reference. */
export function refKey(value: Value): string | undefined {
  return value instanceof PDFRef ? value.toString() : undefined;
}

/** The bytes of a stream, filters undone. */
export function streamBytes(value: Value): Uint8Array | undefined {
  return value instanceof PDFRawStream ? decodePDFRawStream(value).decode() : undefined;
}

/** The entries of a dictionary. */
export function entriesOf(dict: PDFDict | undefined): readonly (readonly [string, Value])[] {
  return dict ? dict.keys().map((key) => [key.decodeText(), dict.lookup(key)] as const) : [];
}

/** A number tree, flattened. Kids that lead round in a circle are read once. */
export function numberTree(root: PDFDict | undefined): ReadonlyMap<number, Value> {
  const found = new Map<number, Value>();
  const seen = new Set<PDFDict>();
  const walk = (node: PDFDict | undefined): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    const nums = entryOf(node, 'Nums');
    const values = arrayOf(nums);
    for (let i = 0; i + 1 < values.length; i += 2) {
      const key = numberOf(values[i]);
      if (key !== undefined) found.set(key, values[i + 1]);
    }
    for (const kid of arrayOf(entryOf(node, 'Kids'))) walk(dictOf(kid));
  };
  walk(root);
  return found;
}
