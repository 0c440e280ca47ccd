/** What the sheets of a workbook share: their texts, and how numbers are shown. */
import type { NumberKind } from './number.js';
import type { XmlElement } from './xml.js';
import { childrenOf, excelText } from './xml.js';

/** How a cell's number is shown. */
export interface CellStyle {
  readonly kind: NumberKind;
  readonly decimals?: number;
}

/** What the sheets of a workbook share. */
export interface Shared {
  readonly texts: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly epoch: 1900 | 1904;
}

/** A text with its runs of different looks joined; reading aids for Japanese are left out. */
export function richText(element: XmlElement): string {
  const parts = element.children.flatMap((child) =>
    child.name === 't' ? [child.text] : child.name === 'r' ? childrenOf(child, 't').map((t) => t.text) : [],
  );
  return excelText(parts.join(''));
}
