/** Reads the cells of one sheet of a workbook: values only, with words for what cannot be printed. */
import type { WorkCell, WorkSheet } from '../../model/workbook.js';
import { columnIndex } from './range.js';
import { numberText } from './number.js';
import type { Shared } from './shared.js';
import { richText } from './shared.js';
import type { XmlElement } from './xml.js';
import { childOf, childrenOf, DamagedXml, excelText } from './xml.js';

/** Reads the root element of a sheet. */
export function readSheet(root: XmlElement, name: string, hidden: boolean, shared: Shared): WorkSheet {
  const rows = new Map<number, ReadonlyMap<number, WorkCell>>();
  const hiddenRows = new Set<number>();
  let before = -1;
  for (const row of childrenOf(childOf(root, 'sheetData'), 'row')) {
    const index = row.attributes.has('r') ? Number(row.attributes.get('r')) - 1 : before + 1;
    if (!Number.isInteger(index) || index <= before || index > 1_048_575)
      throw new DamagedXml('the number of a row');
    before = index;
    if (isTrue(row.attributes.get('hidden'))) hiddenRows.add(index);
    const cells = readRow(row, shared);
    if (cells.size > 0) rows.set(index, cells);
  }
  return {
    name,
    hidden,
    rows,
    hiddenRows,
    hiddenColumns: hiddenColumns(childOf(root, 'cols')),
    merged: childrenOf(childOf(root, 'mergeCells'), 'mergeCell').map((m) => m.attributes.get('ref') ?? ''),
  };
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

function hiddenColumns(cols: XmlElement | undefined): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const { attributes } of childrenOf(cols, 'col')) {
    if (!isTrue(attributes.get('hidden'))) continue;
    // Excel hides "all columns to the right" up to column 16,384.
    const last = Math.min(Number(attributes.get('max')), 16_384);
    for (let c = Number(attributes.get('min')); c <= last; c++) hidden.add(c - 1);
  }
  return hidden;
}

function readRow(row: XmlElement, shared: Shared): ReadonlyMap<number, WorkCell> {
  const cells = new Map<number, WorkCell>();
  let column = -1;
  for (const cell of childrenOf(row, 'c')) {
    const letters = /^[A-Z]+/i.exec(cell.attributes.get('r') ?? '')?.[0];
    column = letters === undefined ? column + 1 : columnIndex(letters);
    const read = readCell(cell, shared);
    if (read !== undefined) cells.set(column, read);
  }
  return cells;
}

function readCell(cell: XmlElement, shared: Shared): WorkCell | undefined {
  const value = childOf(cell, 'v')?.text;
  const type = cell.attributes.get('t') ?? 'n';
  if (type === 'inlineStr') {
    const inline = childOf(cell, 'is');
    return inline === undefined ? undefined : textCell(richText(inline));
  }
  if (value === undefined) {
    if (childOf(cell, 'f') === undefined) return undefined;
    return {
      kind: 'fault',
      fault: 'has a formula whose result was never saved',
      hint: 'Open the file in Excel and save it: Excel then writes the results beside the formulas.',
    };
  }
  switch (type) {
    case 's': {
      const text = shared.texts[Number(value)];
      if (text === undefined) throw new DamagedXml('a shared text');
      return textCell(text);
    }
    case 'str':
      return textCell(excelText(value));
    case 'b':
      return textCell(value === '1' ? 'TRUE' : 'FALSE');
    case 'd':
      return textCell(value.replace(/T00:00(:00(\.0+)?)?Z?$/, ''));
    case 'e':
      return {
        kind: 'fault',
        fault: `is the error ${value}`,
        hint: 'Mend the formula of that cell in Excel and save the file.',
      };
    default:
      return numberCell(value, shared, Number(cell.attributes.get('s') ?? 0));
  }
}

function textCell(text: string): WorkCell | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : { kind: 'text', text: trimmed };
}

function numberCell(value: string, shared: Shared, style: number): WorkCell {
  const { kind, decimals } = shared.styles[style] ?? { kind: 'plain' as const };
  const text = numberText(value, kind, decimals, shared.epoch);
  if (text !== undefined) return { kind: 'text', text };
  return {
    kind: 'fault',
    fault:
      kind === 'plain' || kind === 'percent'
        ? `holds ${value}, which is no number`
        : `holds ${value}, shown as a date, and there is no such day`,
    hint: 'Look at the cell and its number format in Excel.',
  };
}
