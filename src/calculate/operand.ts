/** What a part of a formula can stand for: one value, a range of cells, a whole table, or a list of a data file. */
import type { DataMap, DataNode } from '../source/data-node.js';
import type { Cell, Grid } from './grid.js';
import type { Value } from './value.js';

/** Cells `from` to `to` (exclusive) of an array that ranges share; covered cells and, if asked, rows without data are passed over. */
export interface Range {
  readonly kind: 'range';
  readonly cells: readonly Cell[];
  readonly from: number;
  readonly to: number;
  readonly dataOnly: boolean;
}

export type Operand =
  | Value
  | Range
  | { readonly kind: 'table'; readonly grid: Grid }
  | { readonly kind: 'list'; readonly items: readonly DataNode[] }
  | { readonly kind: 'map'; readonly node: DataMap }
  /** Figures one after the other that stand in no table: flows by year. */
  | { readonly kind: 'values'; readonly values: readonly Value[] };

/** Ends the evaluation of a formula early, with an error or with a word that spreads. Caught where the formula began. */
export class Stop extends Error {
  constructor(readonly value: Value) {
    super('stop');
  }
}

/** The cells of a range, one after the other. */
export function* cellsOf(range: Range): Generator<Cell> {
  for (let i = range.from; i < range.to; i++) {
    const cell = range.cells[i];
    if (cell === undefined || cell.origin !== undefined) continue;
    if (range.dataOnly && cell.grid.rows[cell.row]?.kind !== 'data') continue;
    yield cell;
  }
}

/** A range of the cells given. */
export function rangeOf(cells: readonly Cell[]): Range {
  return { kind: 'range', cells, from: 0, to: cells.length, dataOnly: false };
}
