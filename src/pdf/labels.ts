/** Page labels as ranges: `i`, `ii` for the front pages, then `1` onwards (PDF 1.7, 12.4.2). */
import { romanNumeral } from '../model/numerals.js';
import { text } from './internals.js';
import type { PdfDictionary, PdfValue } from './internals.js';

type Style = 'D' | 'r';
type Label =
  | { readonly kind: 'number'; readonly style: Style; readonly value: number }
  | { readonly kind: 'word'; readonly word: string };

/** The `Nums` of the PageLabels tree: a range begins wherever the run of numbers breaks. */
export function labelRanges(labels: readonly string[]): readonly PdfValue[] {
  const nums: PdfValue[] = [];
  let previous: Label | undefined;
  for (const [page, written] of labels.entries()) {
    const label = readLabel(written, previous);
    if (!continues(previous, label)) nums.push(page, rangeOf(label));
    previous = label;
  }
  return nums;
}

function continues(previous: Label | undefined, label: Label): boolean {
  return (
    previous?.kind === 'number' &&
    label.kind === 'number' &&
    previous.style === label.style &&
    previous.value + 1 === label.value
  );
}

function rangeOf(label: Label): PdfDictionary {
  if (label.kind === 'word') return { P: text(label.word) };
  return label.value === 1 ? { S: label.style } : { S: label.style, St: label.value };
}

function readLabel(written: string, previous: Label | undefined): Label {
  if (/^[1-9]\d{0,8}$/.test(written)) return { kind: 'number', style: 'D', value: Number(written) };
  const roman = previous?.kind === 'number' && previous.style === 'r' ? previous.value + 1 : 1;
  if (written === romanNumeral(roman)) return { kind: 'number', style: 'r', value: roman };
  return { kind: 'word', word: written };
}
