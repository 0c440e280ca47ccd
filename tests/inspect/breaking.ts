/** Takes a good PDF and breaks one thing in it, on the level of its objects. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';

/** An opened file with short ways to its parts. */
export interface Broken {
  readonly document: PDFDocument;
  readonly catalog: PDFDict;
  /** The structure elements of a type, in the order of the file. */
  elements(type: string): readonly PDFDict[];
  /** The only, or the first, structure element of a type. */
  element(type: string): PDFDict;
  /** Indirect dictionaries with an entry of a given name. */
  withEntry(key: string, value: string): readonly PDFDict[];
  page(index: number): PDFDict;
  /** Changes the content stream of a page. */
  content(page: number, change: (text: string) => string): void;
  /** Changes the bytes of a stream in place, as text of one byte a character. */
  stream(holder: PDFDict, key: string, change: (text: string) => string): void;
  set(dict: PDFDict, key: string, value: PDFObject | string | number | boolean): void;
  remove(dict: PDFDict, key: string): void;
  /** Gives an element another type. */
  retype(dict: PDFDict, type: string): void;
  /** An object from a plain value; strings become names. */
  object(value: unknown): PDFObject;
  text(value: string): PDFObject;
}

/** The bytes of the file after `change`. */
export async function broken(bytes: Uint8Array, change: (file: Broken) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = document;
  const dicts = () =>
    context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
  const name = (key: string) => PDFName.of(key);
  const isNamed = (dict: PDFDict, key: string, value: string) => dict.get(name(key)) === name(value);
  const elements = (type: string) =>
    dicts().filter((dict) => isNamed(dict, 'Type', 'StructElem') && isNamed(dict, 'S', type));
  const object = (value: unknown): PDFObject => context.obj(value as never);
  const changed = (stream: unknown, change: (text: string) => string): PDFRawStream => {
    if (!(stream instanceof PDFRawStream)) throw new Error('no stream');
    const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    const result = change(text);
    if (result === text) throw new Error('nothing was changed');
    const made = context.stream(Uint8Array.from(Buffer.from(result, 'latin1')));
    for (const [key, value] of stream.dict.entries())
      if (!['Length', 'Filter', 'DecodeParms'].includes(key.decodeText())) made.dict.set(key, value);
    return made;
  };
  const file: Broken = {
    document,
    catalog,
    elements,
    element(type) {
      const [first] = elements(type);
      if (!first) throw new Error(`no ${type}`);
      return first;
    },
    withEntry: (key, value) => dicts().filter((dict) => isNamed(dict, key, value)),
    page: (index) => document.getPage(index).node,
    content(page, change) {
      const { node } = document.getPage(page);
      // A page may have its text and its furniture in streams of their own: they are one to whoever breaks them.
      const held = node.lookup(name('Contents'));
      const streams = held instanceof PDFArray ? held.asArray().map((ref) => context.lookup(ref)) : [held];
      const texts = streams.map((stream) => {
        if (!(stream instanceof PDFRawStream)) throw new Error('no stream');
        return decodePDFRawStream(stream).decode();
      });
      const whole = context.flateStream(Buffer.concat(texts.map((text) => Buffer.from(text))));
      node.set(name('Contents'), context.register(changed(whole, change)));
    },
    stream(holder, key, change) {
      holder.set(name(key), context.register(changed(holder.lookup(name(key)), change)));
    },
    set(dict, key, value) {
      dict.set(name(key), typeof value === 'object' ? value : object(value));
    },
    remove(dict, key) {
      if (!dict.has(name(key))) throw new Error(`no ${key}`);
      dict.delete(name(key));
    },
    retype(dict, type) {
      dict.set(name('S'), name(type));
    },
    object,
    text: (value) => PDFHexString.fromText(value),
  };
  change(file);
  return document.save({ useObjectStreams: false, addDefaultPage: false });
}

/** The members of an array entry. */
export function members(dict: PDFDict, key: string): PDFArray {
  const value = dict.lookup(PDFName.of(key));
  if (!(value instanceof PDFArray)) throw new Error(`${key} is no array`);
  return value;
}

/** A dictionary entry. */
export function inside(dict: PDFDict, key: string): PDFDict {
  const value = dict.lookup(PDFName.of(key));
  if (value instanceof PDFDict) return value;
  throw new Error(`${key} is no dictionary`);
}
