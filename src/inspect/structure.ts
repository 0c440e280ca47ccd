/** The structure tree of a file, role map applied. */
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import {
  arrayOf,
  dictOf,
  entriesOf,
  entryOf,
  nameOf,
  numberOf,
  rawArray,
  rawEntry,
  refKey,
  textOf,
} from './objects.js';
import type { PdfFile } from './objects.js';

/** A structure element. */
export interface StructElement {
  readonly kind: 'element';
  /** The standard type that it stands for. */
  readonly type: string;
  /** The type as written. */
  readonly written: string;
  readonly dict: PDFDict;
  /** "12 0 R". */
  readonly ref: string | undefined;
  readonly parent: StructElement | undefined;
  readonly kids: readonly StructKid[];
}

/** Marked content on a page, by its MCID. */
export interface StructMarked {
  readonly kind: 'marked';
  readonly mcid: number;
  /** "12 0 R" of the page. */
  readonly page: string | undefined;
}

/** An annotation or other object. */
export interface StructObject {
  readonly kind: 'object';
  readonly ref: string | undefined;
  readonly page: string | undefined;
}

export type StructKid = StructElement | StructMarked | StructObject;

export interface StructTree {
  readonly root: PDFDict;
  readonly top: readonly StructElement[];
  /** All elements in the order of the tree. */
  readonly elements: readonly StructElement[];
  readonly roles: ReadonlyMap<string, string>;
}

/** Reads the tree; undefined where the file has none. */
export function readStructure(file: PdfFile): StructTree | undefined {
  const root = dictOf(entryOf(file.catalog, 'StructTreeRoot'));
  if (!root) return undefined;
  const roles = new Map<string, string>();
  for (const [name, to] of entriesOf(dictOf(entryOf(root, 'RoleMap')))) {
    const target = nameOf(to);
    if (target !== undefined) roles.set(name, target);
  }
  const elements: StructElement[] = [];
  const seen = new Set<PDFDict>();

  const read = (
    raw: PDFObject,
    parent: StructElement | undefined,
    page: string | undefined,
  ): StructKid | undefined => {
    if (raw instanceof PDFNumber) return { kind: 'marked', mcid: raw.asNumber(), page };
    const dict = dictOf(raw instanceof PDFRef ? file.context.lookup(raw) : raw);
    if (!dict) return undefined;
    const ownPage = refKey(rawEntry(dict, 'Pg')) ?? page;
    const type = nameOf(entryOf(dict, 'Type'));
    if (type === 'MCR') return { kind: 'marked', mcid: numberOf(entryOf(dict, 'MCID')) ?? -1, page: ownPage };
    if (type === 'OBJR') return { kind: 'object', ref: refKey(rawEntry(dict, 'Obj')), page: ownPage };
    if (seen.has(dict)) return undefined;
    seen.add(dict);
    const written = nameOf(entryOf(dict, 'S')) ?? '';
    const kids: StructKid[] = [];
    const element: StructElement = {
      kind: 'element',
      type: standardType(written, roles),
      written,
      dict,
      ref: refKey(raw),
      parent,
      kids,
    };
    elements.push(element);
    for (const kid of kidsOf(dict)) {
      const made = read(kid, element, ownPage);
      if (made) kids.push(made);
    }
    return element;
  };

  const top = kidsOf(root).flatMap((kid) => {
    const made = read(kid, undefined, undefined);
    return made?.kind === 'element' ? [made] : [];
  });
  return { root, top, elements, roles };
}

function kidsOf(dict: PDFDict): readonly PDFObject[] {
  const k = rawEntry(dict, 'K');
  const value = entryOf(dict, 'K');
  if (value === undefined || k === undefined) return [];
  const members = rawArray(value);
  return members.length > 0 || arrayOf(value).length > 0 ? members : isArray(value) ? [] : [k];
}

function isArray(value: PDFObject): boolean {
  return 'asArray' in value;
}

/** Follows the role map; a circle ends at the type met twice. */
export function standardType(written: string, roles: ReadonlyMap<string, string>): string {
  let type = written;
  for (const seen = new Set<string>(); !standardTypes.has(type) && !seen.has(type);) {
    seen.add(type);
    type = roles.get(type) ?? type;
  }
  return type;
}

/** Standard structure types (PDF 1.7, 14.8.4). */
export const standardTypes: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
);

/** An attribute of an element under one owner: `Table` for spans and scopes. */
export function attributeOf(element: StructElement, owner: string, key: string): PDFObject | undefined {
  const value = entryOf(element.dict, 'A');
  const list = dictOf(value) ? [value] : arrayOf(value);
  for (const attributes of list) {
    const dict = dictOf(attributes);
    if (nameOf(entryOf(dict, 'O')) === owner) {
      const found = entryOf(dict, key);
      if (found) return found;
    }
  }
  return undefined;
}

/** Children that are elements. */
export function childElements(element: StructElement): readonly StructElement[] {
  return element.kids.filter((kid) => kid.kind === 'element');
}

/** "the Table element “Budget”", for a finding. */
export function describeElement(element: StructElement): string {
  const title = textOf(entryOf(element.dict, 'T')) ?? textOf(entryOf(element.dict, 'Alt'));
  return `${element.written} element${title === undefined ? '' : ` “${title}”`}${element.ref === undefined ? '' : ` (object ${element.ref.replace(' R', '')})`}`;
}
