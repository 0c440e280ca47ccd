/** A table as the rules of text see it, whether it was written with pipes or in YAML: the words of its cells with their places. */
import type { Span } from '../source/span.js';
import type { AuthoredInline, StatedFact } from './inline.js';
import type { ColumnType, RowKind } from './table.js';

export interface TableWords {
  readonly id?: string;
  readonly span: Span;
  readonly caption: readonly AuthoredInline[];
  readonly columns: readonly ColumnWords[];
  /** Whether a column or a cell states a fact. */
  readonly hasFacts: boolean;
  /** Labels, from the left, of the rows that are neither totals nor headings, for a first look. */
  readonly labels: readonly (readonly string[])[];
  readonly rows: readonly RowWords[];
}

export interface ColumnWords {
  /** Plain words of the heading, upper headings first: "Forecast, 2019/20". */
  readonly label: string;
  readonly type: ColumnType;
  readonly numeric: boolean;
  /** `{fact=lead}` in the head: each cell states this fact of its row. */
  readonly fact?: string;
  readonly span: Span;
}

export interface RowWords {
  readonly kind: RowKind;
  /** The id of the row, else its label. */
  readonly name: string;
  readonly label: string;
  readonly group?: string;
  readonly cells: readonly CellWords[];
  readonly span: Span;
}

export interface CellWords {
  readonly span: Span;
  /** Its words; empty for most figures. */
  readonly content: readonly AuthoredInline[];
  /** What was typed, or the figure that was calculated, with its unit: "£5.485m", "March 2019". Empty for none. */
  readonly text: string;
  /** The amount of a figure in the unit of its cell, as a plain number; undefined for words. */
  readonly amount: string | undefined;
  /** For `{due: 2019-03, was: 2018-10}`: the date before. */
  readonly was: string | undefined;
  /** `[5.485]{fact=people-savings}`: the fact that the whole cell states. */
  readonly fact: StatedFact | undefined;
}
