/** Annotations of a page made elsewhere: links stay links, what has a look is drawn on the page, the rest is left out. */
import type { PDFContext } from '@cantoo/pdf-lib';
import { PDFDict, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { text } from '../internals.js';
import type { PdfDictionary, PdfKitDocument, PdfRef } from '../internals.js';
import type { Destinations, ForeignPlace } from './destinations.js';
import { fine, move, moveBox } from './geometry.js';
import type { Box, Matrix } from './geometry.js';
import { asDict, asName, asNumber, asText, entry, follow, members, numbers, raw } from './objects.js';
import type { ChosenPage } from './structure.js';

/** What an annotation becomes. */
export type AnnotationPlan =
  | { readonly kind: 'link'; readonly dict: PDFDict; readonly target: LinkTarget }
  | {
      readonly kind: 'drawn';
      readonly dict: PDFDict;
      readonly look: PDFRef;
      /** From the look's own space to that of the page. */
      readonly matrix: Matrix;
    }
  | { readonly kind: 'gone' };

type LinkTarget =
  | { readonly kind: 'web'; readonly address: string }
  | { readonly kind: 'place'; readonly place: ForeignPlace };

/** One annotation of a page: its name in the file, where it has one. */
export interface ForeignAnnotation {
  readonly name: string | undefined;
  readonly plan: AnnotationPlan;
}

/** Reads the annotations of a page. `chosen` knows the pages that links may lead to. */
export function annotationsOf(
  page: PDFDict,
  places: Destinations,
  chosen: (page: string) => boolean,
): readonly ForeignAnnotation[] {
  const { context } = page;
  return members(entry(page, 'Annots')).flatMap((value) => {
    const dict = follow(context, value);
    if (!(dict instanceof PDFDict)) return [];
    const name = value instanceof PDFRef ? value.toString() : undefined;
    return [{ name, plan: planOf(context, dict, places, chosen) }];
  });
}

/** Remarks for whoever works on the file, and things that play or open: never for print. */
const unprinted: ReadonlySet<string> = new Set(
  'Text Popup FileAttachment Sound Movie Screen PrinterMark TrapNet 3D RichMedia Redact'.split(' '),
);
/** Hidden, and seen on paper only where it is printed. */
const hidden = 2;
const noView = 32;

function planOf(
  context: PDFContext,
  dict: PDFDict,
  places: Destinations,
  chosen: (page: string) => boolean,
): AnnotationPlan {
  const kind = asName(entry(dict, 'Subtype')) ?? '';
  const flags = asNumber(entry(dict, 'F')) ?? 0;
  const rect = numbers(context, entry(dict, 'Rect'), 4);
  if (unprinted.has(kind) || (flags & hidden) !== 0 || (flags & noView) !== 0 || !rect)
    return { kind: 'gone' };
  if (kind === 'Link') {
    const target = targetOf(dict, places, chosen);
    return target ? { kind: 'link', dict, target } : { kind: 'gone' };
  }
  const look = lookOf(dict);
  const [a = 0, b = 0, c = 0, d = 0] = rect;
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  const matrix = look && lookMatrix(context, look.form.dict, box);
  return look && matrix ? { kind: 'drawn', dict, look: look.ref, matrix } : { kind: 'gone' };
}

/** Web and mail addresses, and pages that are here; programs, other files and scripts are no links for the public. */
function targetOf(
  dict: PDFDict,
  places: Destinations,
  chosen: (page: string) => boolean,
): LinkTarget | undefined {
  const action = asDict(entry(dict, 'A'));
  if (action && asName(entry(action, 'S')) === 'URI') {
    const address = asText(entry(action, 'URI'))?.trim() ?? '';
    return /^(?:https?:\/\/|mailto:|tel:)[!-~]+$/i.test(address) ? { kind: 'web', address } : undefined;
  }
  const place = places.of(dict);
  return place && chosen(place.page) ? { kind: 'place', place } : undefined;
}

/** The normal look; of a box to tick, the one of its present state. */
function lookOf(dict: PDFDict): { readonly ref: PDFRef; readonly form: PDFStream } | undefined {
  const looks = asDict(entry(dict, 'AP'));
  let value = raw(looks, 'N');
  const states = entry(looks, 'N');
  if (states instanceof PDFDict) value = raw(states, asName(entry(dict, 'AS')) ?? 'Off');
  const form = follow(dict.context, value);
  return value instanceof PDFRef && form instanceof PDFStream ? { ref: value, form } : undefined;
}

/** Puts the box of a look into the rectangle of its annotation (PDF 1.7, 12.5.5). */
function lookMatrix(context: PDFContext, form: PDFDict, rect: Box): Matrix | undefined {
  const own = numbers(context, entry(form, 'BBox'), 4);
  if (!own) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = own;
  const written = numbers(context, entry(form, 'Matrix'), 6) ?? [1, 0, 0, 1, 0, 0];
  const [m0 = 1, m1 = 0, m2 = 0, m3 = 1, m4 = 0, m5 = 0] = written;
  const [left, bottom, right, top] = moveBox([m0, m1, m2, m3, m4, m5], [a, b, c, d]);
  if (right - left <= 0 || top - bottom <= 0) return undefined;
  const sx = (rect[2] - rect[0]) / (right - left);
  const sy = (rect[3] - rect[1]) / (top - bottom);
  return [sx, 0, 0, sy, rect[0] - left * sx, rect[1] - bottom * sy];
}

/** Makes our link of one of theirs, at its place on our page. */
export function linkAnnotation(
  pdf: PdfKitDocument,
  plan: Extract<AnnotationPlan, { readonly kind: 'link' }>,
  page: ChosenPage,
  pages: ReadonlyMap<string, ChosenPage>,
  labelOf: (page: ChosenPage) => string,
): PdfRef {
  const { dict, target } = plan;
  const { context } = dict;
  const [a = 0, b = 0, c = 0, d = 0] = numbers(context, entry(dict, 'Rect'), 4) ?? [];
  const stated = asText(entry(dict, 'Contents'))?.trim() ?? '';
  const data: PdfDictionary = {
    Type: 'Annot',
    Subtype: 'Link',
    // Print.
    F: 4,
    Border: [0, 0, 0],
    Rect: moveBox(page.matrix, [a, b, c, d]).map((value) => Number(fine(value))),
    P: page.ref,
  };
  const quads = numbers(context, entry(dict, 'QuadPoints'), 8);
  if (quads && quads.length % 8 === 0) {
    const moved: number[] = [];
    for (let at = 0; at + 1 < quads.length; at += 2)
      moved.push(
        ...move(page.matrix, quads[at] ?? 0, quads[at + 1] ?? 0).map((value) => Number(fine(value))),
      );
    data['QuadPoints'] = moved;
  }
  switch (target.kind) {
    case 'web':
      data['A'] = { S: 'URI', URI: text(target.address) };
      data['Contents'] = text(stated === '' ? target.address : stated);
      break;
    case 'place': {
      const to = pages.get(target.place.page);
      if (!to) throw new Error('a link leads to a page that was not chosen');
      data['Dest'] = ourPlace(target.place, to);
      data['Contents'] = text(stated === '' ? `Page ${labelOf(to)}` : stated);
      break;
    }
  }
  return pdf.ref(data);
}

/** A place of theirs on our page. */
export function ourPlace(place: ForeignPlace, to: ChosenPage): readonly (PdfRef | string | number | null)[] {
  if (place.top === undefined && place.left === undefined) return [to.ref, 'XYZ', null, null, null];
  const [, y] = move(to.matrix, place.left ?? 0, place.top ?? 0);
  const [x] = move(to.matrix, place.left ?? 0, place.top ?? 0);
  // On a turned page the one stands for the other, and where it is missing the whole page is shown.
  return [
    to.ref,
    'XYZ',
    place.left === undefined ? null : Number(fine(x)),
    place.top === undefined ? null : Number(fine(y)),
    null,
  ];
}
