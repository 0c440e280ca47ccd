/** Layers of a file made elsewhere: which of them were copied, and which of those it does not show. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFRef } from '@cantoo/pdf-lib';
import type { PdfRef } from '../internals.js';
import { asDict, asName, entry, members } from './objects.js';

/** Layers (optional content) that were copied, with those that the file does not show. */
export function layersOf(
  catalog: PDFDict,
  copyOf: (ref: PDFRef) => PdfRef | undefined,
): { readonly all: readonly PdfRef[]; readonly hidden: readonly PdfRef[] } {
  const properties = asDict(entry(catalog, 'OCProperties'));
  const setting = asDict(entry(properties, 'D'));
  const named = (key: string) =>
    new Set(members(entry(setting, key)).flatMap((one) => (one instanceof PDFRef ? [one.toString()] : [])));
  const [on, off] = [named('ON'), named('OFF')];
  const offAtFirst = asName(entry(setting, 'BaseState')) === 'OFF';
  const all: PdfRef[] = [];
  const hidden: PdfRef[] = [];
  for (const one of members(entry(properties, 'OCGs'))) {
    const copy = one instanceof PDFRef ? copyOf(one) : undefined;
    if (!copy || !(one instanceof PDFRef)) continue;
    all.push(copy);
    const name = one.toString();
    if (off.has(name) || (offAtFirst && !on.has(name))) hidden.push(copy);
  }
  return { all, hidden };
}
