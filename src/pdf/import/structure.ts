/** Grafts the tags of a file made elsewhere under an element of ours: what belongs to the chosen pages, and nothing else. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFArray } from '@cantoo/pdf-lib';
import type { ForeignTags } from '../foreign.js';
import { text } from '../internals.js';
import type { PdfDictionary, PdfKitDocument, PdfRef, PdfValue } from '../internals.js';
import type { Copier } from './copy.js';
import type { Box, Matrix } from './geometry.js';
import { fine, moveBox } from './geometry.js';
import { asBytes, asName, entry, members, numbers } from './objects.js';
import { idText } from './tree.js';
import type { ForeignElement, ForeignKid, ForeignMark, ForeignObject } from './tree.js';

/** A page of ours that a page of theirs goes to. */
export interface ChosenPage {
  readonly ref: PdfRef;
  /** Index in our document. */
  readonly index: number;
  readonly matrix: Matrix;
}

/** What becomes of an object that tags refer to. */
export type ObjectFate =
  /** It is on one of our pages. */
  | { readonly kind: 'kept'; readonly ref: PdfRef; readonly page: PdfRef }
  /** Its look has become content of the page. */
  | { readonly kind: 'drawn'; readonly page: string; readonly mcid: number }
  | { readonly kind: 'gone' };

/** What the graft needs to know of the pages. */
export interface Ground {
  readonly pages: ReadonlyMap<string, ChosenPage>;
  /** Forms with marks of their own: they are copied, and have a key in the parent tree. */
  readonly forms: ReadonlyMap<string, PdfRef>;
  fateOf(object: ForeignObject): ObjectFate;
}

/** What hangs where after a graft. */
export interface Grafted {
  /** For each page by their name: elements by number of mark. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<number, PdfRef>>;
  /** The same for each form. */
  readonly formMarks: ReadonlyMap<string, ReadonlyMap<number, PdfRef>>;
  /** Elements of objects that were kept, by our object. */
  readonly objects: ReadonlyMap<PdfRef, PdfRef>;
}

/** Entries that are written anew, or lead out of the pages. */
const rewritten: ReadonlySet<string> = new Set('Type S P Pg K ID A C Ref NS R PhoneticAlphabet'.split(' '));

/** Writes the elements. */
export function graft(
  pdf: PdfKitDocument,
  tops: readonly ForeignElement[],
  ground: Ground,
  copier: Copier,
  tags: ForeignTags,
): Grafted {
  const marks = new Map<string, Map<number, PdfRef>>();
  const formMarks = new Map<string, Map<number, PdfRef>>();
  const objects = new Map<PdfRef, PdfRef>();
  const standing = standingElements(tops, ground);
  const into = (map: Map<string, Map<number, PdfRef>>, key: string, mcid: number, ref: PdfRef): boolean => {
    const own = map.get(key) ?? new Map<number, PdfRef>();
    map.set(key, own);
    // A mark belongs to one element; a second claim would break the way back.
    if (own.has(mcid)) return false;
    own.set(mcid, ref);
    return true;
  };

  const markKid = (mark: ForeignMark, ref: PdfRef): readonly PdfValue[] => {
    const page = ground.pages.get(mark.page);
    if (!page) return [];
    if (mark.stream === undefined)
      return into(marks, mark.page, mark.mcid, ref) ? [{ Type: 'MCR', Pg: page.ref, MCID: mark.mcid }] : [];
    const form = ground.forms.get(mark.stream);
    if (!form || !into(formMarks, mark.stream, mark.mcid, ref)) return [];
    return [{ Type: 'MCR', Pg: page.ref, Stm: form, MCID: mark.mcid }];
  };

  const objectKid = (object: ForeignObject, ref: PdfRef): readonly PdfValue[] => {
    const fate = ground.fateOf(object);
    switch (fate.kind) {
      case 'gone':
        return [];
      case 'drawn':
        return markKid({ kind: 'mark', page: fate.page, mcid: fate.mcid, stream: undefined }, ref);
      case 'kept':
        if (objects.has(fate.ref)) return [];
        objects.set(fate.ref, ref);
        return [{ Type: 'OBJR', Obj: fate.ref, Pg: fate.page }];
    }
  };

  const write = (element: ForeignElement, parent: PdfRef): PdfRef => {
    const ref = pdf.ref({});
    const kids = element.kids.flatMap((kid): readonly PdfValue[] => {
      switch (kid.kind) {
        case 'element':
          return standing.has(kid) ? [write(kid, ref)] : [];
        case 'mark':
          return markKid(kid, ref);
        case 'object':
          return objectKid(kid, ref);
      }
    });
    const data: PdfDictionary = { Type: 'StructElem', S: element.type, P: parent };
    const first = firstPage(element, ground);
    if (first) data['Pg'] = first.ref;
    Object.assign(data, copier.dict(element.dict, rewritten));
    if (kids.length > 0) data['K'] = kids.length === 1 ? kids[0] : kids;
    if (element.id !== undefined) {
      const id = tags.idPrefix + element.id;
      data['ID'] = text(id);
      tags.id(id, ref);
    }
    const attributes = element.attributes.map((own) => attribute(own, first?.matrix, copier, tags.idPrefix));
    if (attributes.length > 0) data['A'] = attributes.length === 1 ? attributes[0] : attributes;
    ref.data = data;
    ref.end();
    return ref;
  };

  for (const top of tops) if (standing.has(top)) tags.hang(write(top, tags.parent));
  return { marks, formMarks, objects };
}

/** Attributes with lengths scaled as the page is, boxes moved with it, and headers named as we name ids. */
function attribute(
  source: PDFDict,
  matrix: Matrix | undefined,
  copier: Copier,
  idPrefix: string,
): PdfDictionary {
  const made = copier.dict(source);
  if (asName(entry(source, 'O')) === 'Table' && made['Headers'] !== undefined) {
    const headers = entry(source, 'Headers');
    made['Headers'] = members(headers instanceof PDFArray ? headers : undefined).flatMap((one) => {
      const id = asBytes(one);
      return id ? [text(idPrefix + idText(id))] : [];
    });
  }
  const box = numbers(source.context, entry(source, 'BBox'), 4);
  if (box && matrix) {
    const [a = 0, b = 0, c = 0, d = 0] = box;
    made['BBox'] = moveBox(matrix, [a, b, c, d] satisfies Box).map((value) => Number(fine(value)));
  }
  return made;
}

function firstPage(element: ForeignElement, ground: Ground): ChosenPage | undefined {
  for (const kid of element.kids) {
    const page = kid.kind === 'element' ? undefined : ground.pages.get(kid.page ?? '');
    if (page) return page;
  }
  return undefined;
}

/**
 * Elements with something on the chosen pages.
 *
 * One that was empty in the file (a cell without a figure) stays where its parent stays; one that lost all it had goes.
 */
function standingElements(tops: readonly ForeignElement[], ground: Ground): ReadonlySet<ForeignElement> {
  const standing = new Set<ForeignElement>();
  /** What an element has: content on the pages, content elsewhere, or none at all. */
  const judge = (element: ForeignElement): 'here' | 'elsewhere' | 'empty' => {
    const kids = element.kids.map((kid) => [kid, kidState(kid)] as const);
    const here = kids.some(([, state]) => state === 'here');
    const elsewhere = kids.some(([, state]) => state === 'elsewhere');
    if (here)
      for (const [kid, state] of kids) if (kid.kind === 'element' && state !== 'elsewhere') standing.add(kid);
    return here ? 'here' : elsewhere ? 'elsewhere' : 'empty';
  };
  const kidState = (kid: ForeignKid): 'here' | 'elsewhere' | 'empty' => {
    switch (kid.kind) {
      case 'element':
        return judge(kid);
      case 'mark':
        return ground.pages.has(kid.page) ? 'here' : 'elsewhere';
      case 'object':
        return ground.fateOf(kid).kind === 'gone' ? 'elsewhere' : 'here';
    }
  };
  for (const top of tops) if (judge(top) === 'here') standing.add(top);
  // What is empty within what is empty stays as it was: rows of cells without figures.
  const settle = (element: ForeignElement): void => {
    const within = standing.has(element);
    for (const kid of element.kids) {
      if (kid.kind !== 'element') continue;
      if (within && isEmpty(kid)) standing.add(kid);
      settle(kid);
    }
  };
  tops.forEach(settle);
  return standing;
}

function isEmpty(element: ForeignElement): boolean {
  return element.kids.every((kid) => kid.kind === 'element' && isEmpty(kid));
}
