/** What a typed total can be the sum of. Authors draw up tables in several ways, and only a total that fits none is reported. */
import type { Cell, Grid, GridColumn, GridRow } from '../grid.js';
import { cellAt } from '../grid.js';
import { normalise } from '../labels.js';

/** Cells that a total may add up. */
export type Reading = readonly { readonly cell: Cell; readonly name: string; readonly minus: boolean }[];

const totalWord = /\b(?:sub-?)?totals?\b/i;
/** Rows that are no sum although their label says "total". */
const notSum =
  /\b(?:net|balance|gap|variances?|variation|difference|movement|change|cumulative|average|mean|less|excluding|excl|without|deficit|surplus|of which|per|ratio|share|proportion|target|available)\b|%/i;
/** Columns whose figures nobody adds up. */
const notAdditive =
  /\b(?:average|mean|median|rates?|ratio|per|cumulative|rank|ranking|score|year|band|index|price|ROI|age|grade|level|no|ref|reference|share|proportion|likelihood|impact)\b|%/i;
/** Rows that are often typed without a minus and taken away: income in a table of costs, costs in one of benefits. */
const deductions = [
  /\b(?:less|income|deduct\w*|minus|savings?|reductions?|grants?|credits?|receipts?|contributions?)\b/i,
  /\b(?:less|costs?|expenditure|spend|spending|payments?)\b/i,
];

/** Whether the row calls itself a total, in bold or not. */
export function isTotalRow(row: GridRow): boolean {
  if (row.kind === 'group' || row.kind === 'note') return false;
  const bold = row.kind === 'total' || row.kind === 'subtotal';
  if (notSum.test(row.label)) return false;
  if (totalWord.test(row.label)) return bold || /^(?:grand |sub-?)?totals?\b/i.test(row.label);
  if (!bold) return false;
  const label = normalise(row.label);
  return label === '' || (row.group !== undefined && label === normalise(row.group));
}

/** Whether the column calls itself the total of those on its left. */
export function isTotalColumn(column: GridColumn): boolean {
  if (!column.numeric || column.index === 0) return false;
  return /^(?:(?:grand|overall|(?:three|\d)[- ]year) )?totals?(?: (?:costs?|£\S*))?$/i.test(
    (column.path.at(-1) ?? '').trim(),
  );
}

/** Whether figures of the column may be added up in that row. */
export function isAdditive(grid: Grid, column: GridColumn, row: GridRow): boolean {
  if (!column.numeric || column.index < grid.labelColumns) return false;
  if (column.totals === 'none' || column.totals === 'last') return false;
  if (['percent', 'score', 'year', 'date'].includes(column.type)) return false;
  return !notAdditive.test(column.label) && !/\b(?:cumulative|running)\b/i.test(row.label);
}

/** The sums that a total may be of what stands above it, likeliest first, each made only when it is asked for. */
export function* readingsAbove(grid: Grid, total: GridRow, column: number): Generator<Reading> {
  const block: GridRow[] = [];
  const totals: GridRow[] = [];
  const data: GridRow[] = [];
  const sinceTotal: GridRow[] = [];
  let inBlock = true;
  let beforeTotal = true;
  for (let i = total.index - 1; i >= 0; i--) {
    const row = grid.rows[i];
    if (row === undefined || row.kind === 'note') continue;
    if (row.kind === 'group') inBlock = false;
    else if (row.kind === 'total' || row.kind === 'subtotal' || isTotalRow(row)) {
      inBlock = false;
      beforeTotal = false;
      totals.unshift(row);
    } else {
      data.unshift(row);
      if (inBlock) block.unshift(row);
      if (beforeTotal) sinceTotal.unshift(row);
    }
  }
  const last = totals.at(-1);
  const choices = [
    block,
    sinceTotal,
    data,
    totals,
    [...totals, ...sinceTotal],
    last === undefined ? [] : [last, ...sinceTotal],
  ];
  for (const [i, rows] of choices.entries()) {
    const same = (other: readonly GridRow[]): boolean =>
      other.length === rows.length && other.every((row, n) => row === rows[n]);
    if (choices.findIndex(same) === i) yield* withDeductions(read(grid, rows, column));
  }
}

function read(grid: Grid, rows: readonly GridRow[], column: number): Reading {
  const seen = new Set<Cell>();
  return rows.flatMap((row) => {
    const cell = cellAt(grid, row.index, column);
    // Rows that say what is in the row before ("of which ...") are counted there.
    if (cell === undefined || seen.has(cell) || /^of (?:which|this)\b/i.test(row.label)) return [];
    seen.add(cell);
    return [{ cell, name: row.label === '' ? `row ${row.index + 1}` : row.label, minus: false }];
  });
}

/** The reading as it stands, and with the rows that are often taken away taken away. */
function withDeductions(reading: Reading): readonly Reading[] {
  const turned = deductions.map((pattern) =>
    reading.map((part) => ({ ...part, minus: pattern.test(part.name) })),
  );
  return [reading, ...turned.filter((parts) => parts.some((p) => p.minus) && !parts.every((p) => p.minus))];
}

/** The sums that a total may be of what stands on its left, up to words. */
export function leftReadings(grid: Grid, row: GridRow, column: number): readonly Reading[] {
  const all: { readonly cell: Cell; readonly name: string; readonly minus: boolean }[] = [];
  const near: typeof all = [];
  const spanner = (c: number): string => grid.columns[c]?.path.slice(0, -1).join(' > ') ?? '';
  let open = true;
  for (let c = column - 1; c >= grid.labelColumns; c--) {
    const other = grid.columns[c];
    const cell = cellAt(grid, row.index, c);
    if (other === undefined || cell === undefined || !other.numeric) break;
    if (isTotalColumn(other)) {
      open = false;
      continue;
    }
    if (!isAdditive(grid, other, row)) return [];
    const part = { cell, name: other.label, minus: false };
    all.unshift(part);
    if (open && (spanner(column) === '' || spanner(c) === spanner(column))) near.unshift(part);
  }
  return near.length === all.length ? [near] : [near, all];
}
