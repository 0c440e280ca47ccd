/** A table as the calculation sees it, whether it was written with pipes or in YAML. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredBlock } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import type { ColumnType, RowKind } from '../model/table.js';
import type { Span } from '../source/span.js';
import type { Decimal } from './decimal.js';
import type { Figure } from './figure.js';
import type { Parsed } from './syntax.js';
import type { Unit } from './unit.js';
import type { Value } from './value.js';
import type { CalculationPaper } from './world.js';

/** A formula with its place in the author's file. */
export interface Formula {
  /** As typed, without the equals sign. */
  readonly text: string;
  readonly parsed: Parsed;
  /** True for references by position that the build made itself: nobody is warned about them. */
  readonly positional?: boolean;
  /** The paper from within which it names tables, where that is not the paper that holds it. */
  readonly within?: CalculationPaper;
  /** The span of a stretch of `text` in the file. */
  place(start: number, end: number): Span;
}

/** What an author typed into a cell. */
export type Input =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'formula'; readonly formula: Formula }
  | {
      readonly kind: 'stated';
      readonly stated: Figure | { readonly word: string };
      /** The figure as typed. */
      readonly typed: string;
      readonly formula: Formula;
      /** `~16.4`: one unit of the last digit is allowed. */
      readonly approximate: boolean;
      /** `± 0.002`. */
      readonly tolerance?: Decimal;
    }
  | { readonly kind: 'fault' };

export interface Cell {
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
  readonly span: Span;
  /** "tables/people.xlsx, sheet Budget, cell C7", for a figure of a workbook, in which no span can lie. */
  readonly inFile?: string;
  readonly input: Input;
  /** Words of a text cell, and note marks of a figure. */
  readonly content: readonly AuthoredInline[];
  /** What a cell of several paragraphs or of lists holds, in place of its content. */
  readonly blocks?: readonly AuthoredBlock[];
  /** The figures that a cell of a graph lists itself, the oldest first. */
  readonly series?: readonly (Figure | undefined)[];
  /** The unit that counts for it: its own, its row's, its column's or its table's. */
  readonly unit?: Unit;
  readonly decimals?: number;
  /** The cell that spans over this place, from above or from the left. */
  origin?: Cell;
  rowSpan: number;
  colSpan: number;
  /** Why a figure stands in place of its formula. */
  readonly reason?: string;
  // Filled in by the evaluation, once.
  state: 'new' | 'running' | 'done';
  value: Value;
  result?: CellResult;
}

/** What the evaluation found out about a cell with a formula. */
export interface CellResult {
  /** Why a collected cell is blank: its paper has no such table, row or column. */
  readonly missing?: Diagnostic;
  /** The cell of another table that a collected cell takes. */
  readonly source?: Cell;
  /** The row above that has the same figure of the same table, so that it is counted once. */
  readonly repeats?: number;
  /** What the formula gives; for an unstated cell this is its value. */
  readonly computed: Value;
  readonly agreed?: boolean;
  /** Figures left out because they are to be confirmed. */
  readonly excluded: number;
  /** Why the stated figure differs, where the author has said so. */
  readonly explained?: string;
  /** Set where the stated figure agrees only within the allowance for rounding. */
  readonly roundingUsed?: Decimal;
}

export interface GridColumn {
  readonly index: number;
  readonly key?: string;
  /** Where the key was typed. */
  readonly keySpan?: Span;
  /** Labels from the upper heading to the lower. */
  readonly path: readonly string[];
  readonly label: string;
  readonly type: ColumnType;
  readonly numeric: boolean;
  readonly unit?: Unit;
  readonly decimals?: number;
  readonly rounding: boolean;
  readonly strong: boolean;
  /** Words that may stand in it, where they are not those of the table. */
  readonly words?: ReadonlyMap<string, string>;
  readonly span: Span;
  /** How totals of the column are made; `sum` unless said. */
  readonly totals?: 'sum' | 'last' | 'none';
  /** The fact that each cell states of its row. */
  readonly fact?: string;
  /** What the small lines of a column of graphs draw. */
  readonly graph?: Graph;
  /** True where its words say something of a row and do not name it. */
  readonly answer?: true;
}

/** Where the figures of a small line come from. */
export interface Graph {
  /** Columns of the same row, the oldest first; none where cells list their own figures. */
  readonly of: readonly number[];
  /** A figure for all rows, or the column that has it. */
  readonly target?: Figure | { readonly column: number };
}

export interface GridRow {
  readonly index: number;
  kind: RowKind;
  readonly key?: string;
  /** Where the key was typed. */
  readonly keySpan?: Span;
  /** Plain words of the label, without those of its group. */
  readonly label: string;
  /** Label cells of the row from the left, each repeated from above where it was left empty. */
  readonly labels: readonly string[];
  /** The group heading above, if any. */
  readonly group?: string;
  readonly groupKey?: string;
  /** How many groups in YAML it stands inside; a subtotal stands inside its group. */
  readonly depth?: number;
  readonly cells: readonly Cell[];
  readonly span: Span;
  /** How the row is made, as the author words it; empty for nothing. */
  readonly formulaLabel?: string;
  /** Decimals of its figures, where they are not those of their columns. */
  readonly decimals?: number;
  /** True where stated figures of the row may miss by rounding. */
  readonly rounding?: boolean;
  /** Why stated figures of the row differ from their formulas: a difference that is known and printed. */
  readonly because?: string;
}

/** A head cell before its scope is settled. */
export interface GridHeadCell {
  readonly content: readonly AuthoredInline[];
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly hint?: string;
}

export interface GridCheck {
  readonly formula: Formula;
  /** `± 0.002`: how far the two sides may be apart. */
  readonly tolerance?: Decimal;
  readonly because?: string;
  readonly span: Span;
}

export interface Grid {
  readonly paper: CalculationPaper;
  readonly span: Span;
  readonly id?: string;
  readonly number?: number;
  readonly caption: readonly AuthoredInline[];
  readonly unit?: Unit;
  readonly decimals?: number;
  readonly hint?: string;
  readonly words: ReadonlyMap<string, string>;
  readonly notes: readonly (readonly AuthoredInline[])[];
  readonly layout?: 'landscape';
  /** Where the author asks for sums that are carried from page to page. */
  readonly carry?: Span;
  readonly classes: readonly string[];
  readonly lang?: string;
  readonly columns: readonly GridColumn[];
  readonly headRows: readonly (readonly GridHeadCell[])[];
  readonly rows: GridRow[];
  readonly checks: readonly GridCheck[];
  /** Columns whose figures come from collected papers, and what to call those. */
  readonly collected?: { readonly noun: string; readonly columns: ReadonlyMap<number, Formula> };
  /** False where the author wants no letters under the labels of rows. */
  readonly letters?: boolean;
  /** How many columns on the left hold labels. */
  readonly labelColumns: number;
  index?: LabelIndex;
  /** Cells of each column from the top, shared by the ranges over it. */
  columnCells?: (readonly Cell[] | undefined)[];
  /** What references in this table's formulas mean, worked out once for each different formula. */
  resolved?: Map<object, unknown>;
  /** For each row, what ABOVE means there. */
  above?: readonly AboveRange[];
}

/** The rows that ABOVE means in a row: body rows `from` to `to`, or the total rows listed. */
export type AboveRange =
  | { readonly kind: 'rows'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'totals';
      /** Shared by the ranges of a table: only the first `count` belong to this one. */
      readonly rows: readonly number[];
      readonly count: number;
      /** A body row that no total took. */
      readonly untaken?: number;
    };

/** Rows and columns by label, made once a table. */
export interface LabelIndex {
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly columns: ReadonlyMap<string, readonly number[]>;
  readonly rowKeys: ReadonlyMap<string, number>;
  readonly columnKeys: ReadonlyMap<string, number>;
}

/** What counts at a place: the cell there, or the one that spans over it. */
export function cellAt(grid: Grid, row: number, column: number): Cell | undefined {
  const cell = grid.rows[row]?.cells[column];
  return cell?.origin ?? cell;
}

/** All cells of a column from the top, one array for all ranges over it. */
export function columnCells(grid: Grid, column: number): readonly Cell[] {
  const made = (grid.columnCells ??= []);
  return (made[column] ??= grid.rows.flatMap((row) => row.cells[column] ?? []));
}

/** "Total, 2019/20": how messages name a cell. */
export function cellName({ grid, row, column }: Cell): string {
  return placeName(grid, row, column);
}

/** The same for a place whose cell is not made yet. */
export function placeName(grid: Grid, r: number, c: number): string {
  const row = grid.rows[r]?.label ?? '';
  const column = grid.columns[c]?.label ?? '';
  return `${row === '' ? `row ${r + 1}` : row}, ${column === '' ? `column ${c + 1}` : column}`;
}
