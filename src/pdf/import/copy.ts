/** Copies objects of a file made elsewhere into the document that is being painted, each once. */
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import type { PdfDictionary, PdfKitDocument, PdfRef, PdfValue } from '../internals.js';
import { asName, entry, follow } from './objects.js';
import type { Value } from './objects.js';

/**
 * Keys that are never copied: remarks of programs, actions and scripts, other people's metadata, and keys of their parent tree.
 * Files that hang on objects (`AF`) go, too: they are not pages.
 */
const left: ReadonlySet<string> = new Set(
  'StructParent StructParents PieceInfo Metadata AA AF OPI JS Thumb LastModified'.split(' '),
);

/** Objects on their way from one file into the other. */
export interface Copier {
  /** A value with everything it refers to. */
  value(value: Value): PdfValue;
  /** The entries of a dictionary, but for some. */
  dict(dict: PDFDict, but?: ReadonlySet<string>): PdfDictionary;
  /** The copy of an indirect object; undefined where there is none, or it is part of the file and not of a page. */
  ref(ref: PDFRef): PdfRef | undefined;
  /** Copies of the objects named so far, by the reference they had. */
  readonly copied: ReadonlyMap<string, PdfRef>;
  /** Writes what was named and is not written yet. */
  drain(): void;
}

/**
 * Makes a copier. `pages` gives our page for a reference to one of theirs; `keys` the key in the parent tree of objects that
 * have one.
 */
export function makeCopier(
  pdf: PdfKitDocument,
  context: PDFContext,
  pages: ReadonlyMap<string, PdfRef | undefined>,
  keys: ReadonlyMap<string, { readonly name: 'StructParent' | 'StructParents'; readonly key: number }>,
): Copier {
  const copied = new Map<string, PdfRef>();
  // A queue and not recursion: chains of objects in a file may be as long as the file.
  const waiting: { readonly made: PdfRef; readonly object: PDFObject; readonly name: string }[] = [];

  const ref = (source: PDFRef): PdfRef | undefined => {
    const name = source.toString();
    if (pages.has(name)) return pages.get(name);
    const known = copied.get(name);
    if (known) return known;
    const object = follow(context, source);
    if (object === undefined || isPartOfFile(object)) return undefined;
    const made = pdf.ref({});
    copied.set(name, made);
    waiting.push({ made, object, name });
    return made;
  };

  const dict = (source: PDFDict, but?: ReadonlySet<string>): PdfDictionary => {
    // Without a prototype: a file may name a key `__proto__`.
    const made = Object.create(null) as PdfDictionary;
    for (const [key, own] of source.entries()) {
      const name = key.decodeText();
      if (left.has(name) || but?.has(name) === true) continue;
      made[encoded(key)] = value(own);
    }
    return made;
  };

  const value = (source: Value): PdfValue => {
    if (source instanceof PDFRef) return ref(source) ?? null;
    if (source instanceof PDFDict) return isPartOfFile(source) ? null : dict(source);
    if (source instanceof PDFArray) return source.asArray().map(value);
    if (source instanceof PDFNumber) return finite(source.asNumber());
    if (source instanceof PDFName) return encoded(source);
    if (source instanceof PDFString || source instanceof PDFHexString)
      return new Uint8Array(source.asBytes());
    if (source instanceof PDFBool) return source.asBoolean();
    return null;
  };

  const write = (made: PdfRef, object: PDFObject, name: string): void => {
    const key = keys.get(name);
    if (object instanceof PDFStream) {
      const data = dict(object.dict);
      const bytes = object instanceof PDFRawStream ? object.contents : object.getContents();
      made.compress = false;
      // PDFKit writes an object without bytes as a mere dictionary, and an empty stream needs no filter.
      const empty = bytes.length === 0;
      if (empty) {
        delete data['Filter'];
        delete data['DecodeParms'];
      }
      made.buffer = [empty ? new Uint8Array([10]) : new Uint8Array(bytes)];
      made.data = data;
    } else if (object instanceof PDFDict) {
      made.data = dict(object);
    } else {
      // PDFKit writes any value that stands in place of the dictionary.
      made.data = value(object) as PdfDictionary;
    }
    if (key && (object instanceof PDFStream || object instanceof PDFDict)) made.data[key.name] = key.key;
    made.end();
  };

  return {
    value,
    dict,
    ref,
    copied,
    drain() {
      for (let next = waiting.shift(); next; next = waiting.shift()) write(next.made, next.object, next.name);
    },
  };
}

/** The catalogue, the tree of pages, pages that are not chosen, and the structure tree stay behind. */
function isPartOfFile(object: PDFObject): boolean {
  if (!(object instanceof PDFDict)) return false;
  const type = asName(entry(object, 'Type'));
  return (
    type === 'Catalog' ||
    type === 'Pages' ||
    type === 'Page' ||
    type === 'StructTreeRoot' ||
    type === 'StructElem' ||
    type === 'Filespec' ||
    type === 'EmbeddedFile'
  );
}

/** As PDF writes it, with `#20` for a space; PDFKit puts the slash. */
function encoded(name: PDFName): string {
  return name.toString().slice(1);
}

/** PDFKit rounds to six decimals and refuses what has no end. */
function finite(number: number): number {
  return Number.isFinite(number) && Math.abs(number) < 1e21 ? number : 0;
}
