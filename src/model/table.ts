/** A calculated table, ready to print: the same value becomes HTML, PDF, CSV and JSON. */
import type { Span } from '../source/span.js';
import type { AuthoredBlock, Block } from './block.js';
import type { CarriedSums } from './carried.js';
import type { AuthoredInline, Inline } from './inline.js';

/** As calculated: figures are text, words still as authored. */
export type CalculatedTable = TableOf<AuthoredInline, AuthoredBlock>;
/** As printed. */
export type Table = TableOf<Inline, Block>;

/** A table over the inlines `I` and the blocks `B` of a stage. */
export interface TableOf<I, B> {
  readonly kind: 'table';
  readonly span: Span;
  /** `{#id}` of the caption line; a table without one cannot be referred to. */
  readonly id?: string;
  readonly anchor?: string;
  /** 1 for "Table 1"; missing where the table has no caption. */
  readonly number?: number;
  readonly caption: readonly I[];
  /** "£ million. A minus sign is a reduction." */
  readonly unitLine?: string;
  readonly columns: readonly Column[];
  /** Header rows from the top; the last one has a cell for each column or reaches into it by a row span. */
  readonly head: readonly HeadRow<I>[];
  readonly rows: readonly Row<I, B>[];
  /** Sentences under the table: notes, then what was recalculated and agreed, then rounding. */
  readonly footer: readonly (readonly I[])[];
  readonly layout?: 'landscape';
  /** Printed at the end of a page as carried forward and on the next as brought forward, where the author asks for it. */
  readonly carried?: CarriedSums;
  readonly classes?: readonly string[];
  readonly lang?: string;
}

export const columnTypes = [
  'money',
  'number',
  'percent',
  'fte',
  'date',
  'year',
  'text',
  'markdown',
  'rag',
  'trend',
  'status',
  'score',
  'sparkline',
  'due',
] as const;
export type ColumnType = (typeof columnTypes)[number];

export interface Column {
  /** Unique within the table: `key:` or `{#key}` as typed, else made from the label. */
  readonly key: string;
  /** Plain text of the label, upper headings first: "Forecast, 2019/20". */
  readonly label: string;
  readonly type: ColumnType;
  /** True for figures: right-aligned, tabular. */
  readonly numeric: boolean;
  /** For CSV and JSON: "£m", "FTE", "%". */
  readonly unit?: string;
  /** The unit in words, "£ thousand" or "%", where it is not that of the line under the caption. */
  readonly ownUnit?: string;
  readonly decimals?: number;
}

export interface HeadRow<I = Inline> {
  readonly cells: readonly HeadCell<I>[];
}

export interface HeadCell<I = Inline> {
  readonly content: readonly I[];
  /** Index of the first column it stands over. */
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** `empty` is a corner without words: a `td` in HTML. */
  readonly scope: 'col' | 'colgroup' | 'empty';
  readonly numeric: boolean;
  /** Small words under the label. */
  readonly hint?: string;
}

export type RowKind = 'data' | 'group' | 'subtotal' | 'total' | 'note';

export interface Row<I = Inline, B = Block> {
  readonly id?: string;
  readonly kind: RowKind;
  /** Cells from the left; positions covered by a span from above or from the left are left out. */
  readonly cells: readonly Cell<I, B>[];
  /** How the row is made, in small text under the label: "c = a + b", "b, from table 3". */
  readonly formulaLabel?: string;
}

export interface Cell<I = Inline, B = Block> {
  /** Index of the column it begins in. */
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** Set on row headers. */
  readonly scope?: 'row' | 'rowgroup';
  readonly numeric: boolean;
  /** What is printed. One paragraph for most cells, more for cells with lists and paragraphs. */
  readonly content: CellContent<I, B>;
  /** Status, rating or movement whose symbol is drawn before the word. */
  readonly mark?: Mark;
  /** A small line drawn in the cell, above its words where it has any. */
  readonly sparkline?: Sparkline;
  /** What a screen reader hears where the print alone would mislead: "minus 1.544", "no figure". */
  readonly spoken?: string;
  /** For CSV and JSON: the value with a hyphen for minus and no thousands commas, or undefined for none. */
  readonly value?: string;
  /** The formula as typed, without `=`. */
  readonly formula?: string;
  /** True where a figure that the author typed was compared with its formula and agreed. */
  readonly checked?: boolean;
  /** Printed by an override or a recorded difference. */
  readonly reason?: string;
}

/** The run of a measure as a line. Display precision is enough for a drawing. */
export interface Sparkline {
  /** The oldest first; a gap is a gap in the line. */
  readonly values: readonly (number | undefined)[];
  readonly target?: number;
  /**
   * The line in words, for those who do not see it: "From 271 to 303; lowest 271, highest 303". Missing where the cell
   * prints them.
   */
  readonly words?: string;
}

export type CellContent<I = Inline, B = Block> =
  | { readonly kind: 'inline'; readonly content: readonly I[] }
  | { readonly kind: 'blocks'; readonly blocks: readonly B[] };

/** Symbols of the look (tokens, section 7); each always stands beside its word. */
export const marks = [
  'good',
  'caution',
  'bad',
  'done',
  'none',
  'up',
  'down',
  'same',
  'to-follow',
  'late',
  'updated',
  'exempt',
] as const;
export type Mark = (typeof marks)[number];
