/** What all readers of tables share: their context, declared words, types of columns, subtotals. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ColumnType } from '../model/table.js';
import type { FormulaCache } from './cell-text.js';
import type { Grid } from './grid.js';
import { aboveRanges } from './above-ranges.js';
import { normalise } from './labels.js';
import type { Unit } from './unit.js';
import type { CalculationPaper, CalculationWorld } from './world.js';

/** What reading a table needs beside the table. */
export interface ReadContext {
  readonly paper: CalculationPaper;
  readonly world: CalculationWorld;
  readonly cache: FormulaCache;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Declared words of the house and of a table, by their normal form. */
export function declaredWords(
  house: readonly string[],
  own: string | undefined,
): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const word of [...house, ...(own ?? '').split(',')]) {
    const trimmed = word.trim();
    if (trimmed !== '') words.set(normalise(trimmed), trimmed);
  }
  return words;
}

/** The type of a column of figures, by its unit. */
export function typeOfUnit(unit: Unit | undefined): ColumnType {
  switch (unit?.family) {
    case 'money':
      return 'money';
    case 'percent':
      return 'percent';
    case 'fte':
      return 'fte';
    default:
      return 'number';
  }
}

/** Whether cells of the type hold figures. */
export function isNumericType(type: ColumnType): boolean {
  return ['money', 'number', 'percent', 'fte', 'score'].includes(type);
}

/** Whether cells of the type hold a word with a sign before it. */
export function isRating(type: ColumnType): boolean {
  return type === 'rag' || type === 'trend' || type === 'status';
}

/** Types of columns that hold no labels of rows, wherever they stand. */
const answers: ReadonlySet<ColumnType> = new Set(['rag', 'trend', 'status', 'markdown', 'sparkline', 'due']);

/** How many columns on the left hold labels: those before the first of figures, ratings, long texts or lines. */
export function countLabelColumns(
  columns: readonly { readonly numeric: boolean; readonly type: ColumnType; readonly answer?: true }[],
): number {
  const numeric = columns.findIndex((c) => c.numeric);
  if (numeric < 0) return Math.min(1, columns.length);
  const answer = columns.findIndex((c, i) => i > 0 && (c.answer === true || answers.has(c.type)));
  return answer < 0 ? numeric : Math.min(numeric, answer);
}

/** "1 cell", "3 cells". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Reads a whole number of decimals from an attribute or a key. */
export function readDecimals(text: string | undefined): number | undefined {
  return text !== undefined && /^\d$/.test(text.trim()) ? Number(text) : undefined;
}

/** Totals that a later total adds up are subtotals. */
export function markSubtotals(grid: Grid): void {
  const ranges = aboveRanges(grid);
  for (const row of grid.rows) {
    const range = ranges[row.index];
    if (row.kind !== 'total' || range?.kind !== 'totals') continue;
    const adds = row.cells.some(
      ({ input }) =>
        (input.kind === 'formula' || input.kind === 'stated') && /\bABOVE\b/i.test(input.formula.text),
    );
    if (!adds) continue;
    for (let i = 0; i < range.count; i++) {
      const part = grid.rows[range.rows[i] ?? -1];
      if (part?.kind === 'total') part.kind = 'subtotal';
    }
  }
}
