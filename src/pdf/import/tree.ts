/** Reads the structure tree of a file made elsewhere into plain values, with every type a standard one. */
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { asBytes, asDict, asName, asNumber, entry, follow, members, raw } from './objects.js';

/** An element of the file. */
export interface ForeignElement {
  readonly kind: 'element';
  /** A standard type (PDF 1.7, 14.8.4). */
  readonly type: string;
  readonly dict: PDFDict;
  readonly id: string | undefined;
  /** Attribute objects, those of its classes after its own. */
  readonly attributes: readonly PDFDict[];
  readonly kids: readonly ForeignKid[];
}

/** A sequence of marked content: of a page, or of a form that the page draws. */
export interface ForeignMark {
  readonly kind: 'mark';
  readonly page: string;
  readonly stream: string | undefined;
  readonly mcid: number;
}

/** An annotation, or an image or form as a whole. */
export interface ForeignObject {
  readonly kind: 'object';
  readonly page: string | undefined;
  readonly ref: PDFRef;
}

export type ForeignKid = ForeignElement | ForeignMark | ForeignObject;

/** Deeper trees are no documents; the guard keeps what follows from running out of stack. */
const deepest = 200;
/** The parent tree has a place for each number up to the highest. */
const highestMark = 100_000;

/** Reads the tree; empty where there is none that could be used. */
export function readTree(context: PDFContext, catalog: PDFDict): readonly ForeignElement[] {
  const root = asDict(entry(catalog, 'StructTreeRoot'));
  if (!root) return [];
  const typeOf = roleReader(asDict(entry(root, 'RoleMap')));
  const classes = asDict(entry(root, 'ClassMap'));
  const seen = new Set<PDFDict>();

  const read = (value: PDFObject, page: string | undefined, depth: number): ForeignKid | undefined => {
    const found = follow(context, value);
    if (found instanceof PDFNumber) return markOf(found.asNumber(), page, undefined);
    if (!(found instanceof PDFDict)) return undefined;
    const own = pageOf(found) ?? page;
    switch (asName(entry(found, 'Type'))) {
      case 'MCR': {
        const stream = raw(found, 'Stm');
        const mcid = asNumber(entry(found, 'MCID')) ?? -1;
        return markOf(mcid, own, stream instanceof PDFRef ? stream.toString() : undefined);
      }
      case 'OBJR': {
        const object = raw(found, 'Obj');
        return object instanceof PDFRef ? { kind: 'object', page: own, ref: object } : undefined;
      }
      default:
        return elementOf(found, own, depth);
    }
  };

  const elementOf = (dict: PDFDict, page: string | undefined, depth: number): ForeignElement | undefined => {
    if (depth > deepest || seen.has(dict)) return undefined;
    seen.add(dict);
    const kids = kidsOf(dict).flatMap((kid) => read(kid, page, depth + 1) ?? []);
    const id = asBytes(entry(dict, 'ID'));
    return {
      kind: 'element',
      type: typeOf(asName(entry(dict, 'S')) ?? ''),
      dict,
      id: id && idText(id),
      attributes: attributesOf(context, dict, classes),
      kids,
    };
  };

  return kidsOf(root).flatMap((kid) => {
    const made = read(kid, undefined, 0);
    return made?.kind === 'element' ? [made] : [];
  });
}

function markOf(mcid: number, page: string | undefined, stream: string | undefined): ForeignMark | undefined {
  const sound = Number.isInteger(mcid) && mcid >= 0 && mcid <= highestMark;
  return sound && page !== undefined ? { kind: 'mark', mcid, page, stream } : undefined;
}

function pageOf(dict: PDFDict): string | undefined {
  const page = raw(dict, 'Pg');
  return page instanceof PDFRef ? page.toString() : undefined;
}

function kidsOf(dict: PDFDict): readonly PDFObject[] {
  const one = raw(dict, 'K');
  if (one === undefined) return [];
  const followed = entry(dict, 'K');
  return followed instanceof PDFArray ? members(followed) : [one];
}

/** Bytes of an id as text, one character a byte, so that any id can be kept apart from any other. */
export function idText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 0x21 && byte <= 0x7e ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`,
  ).join('');
}

/** Own attributes, then those of classes, since ours has no class map. Revision numbers between them go. */
function attributesOf(context: PDFContext, dict: PDFDict, classes: PDFDict | undefined): readonly PDFDict[] {
  const named = entry(dict, 'C');
  const names = named instanceof PDFArray ? members(named).map((one) => follow(context, one)) : [named];
  const lists = [
    entry(dict, 'A'),
    ...names.flatMap((name) => {
      const found = asName(name);
      return found === undefined ? [] : [entry(classes, found)];
    }),
  ];
  return lists.flatMap((list) =>
    (list instanceof PDFArray ? members(list) : [list]).flatMap((one) => {
      const found = follow(context, one);
      return found instanceof PDFDict ? [found] : [];
    }),
  );
}

const standard: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
);

/** What programs write without saying what it stands for: types of PDF 2.0, and of word processors and browsers. */
const known: Readonly<Record<string, string>> = {
  Em: 'Span',
  Strong: 'Span',
  Sub: 'Span',
  Artifact: 'NonStruct',
  Aside: 'Div',
  Title: 'P',
  FENote: 'Note',
  DocumentFragment: 'Sect',
  Textbody: 'P',
  Paragraph: 'P',
  Normal: 'P',
  Heading: 'H',
};

/** Follows the role map; a standard type keeps its meaning whatever the map says. */
function roleReader(map: PDFDict | undefined): (written: string) => string {
  return (written) => {
    let type = written;
    for (const seen = new Set<string>(); !standard.has(type) && !seen.has(type);) {
      seen.add(type);
      const next = [...(map?.entries() ?? [])].find(([key]) => key.decodeText() === type)?.[1];
      type = asName(map && follow(map.context, next)) ?? known[type] ?? type;
    }
    // The root is ours, and a second one within it says nothing.
    if (type === 'Document') return 'Sect';
    return standard.has(type) ? type : 'NonStruct';
  };
}
