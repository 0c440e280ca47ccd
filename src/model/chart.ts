/** A chart of a paper: its data as settled by the calculation, drawn at each width by the room `chart`. */
import type { Span } from '../source/span.js';
import type { AuthoredBlock, Block } from './block.js';
import type { AuthoredInline, Inline } from './inline.js';
import type { TableOf } from './table.js';

export const chartTypes = ['bar', 'stacked-bar', 'line', 'doughnut', 'bridge'] as const;
export type ChartType = (typeof chartTypes)[number];

/** As calculated: words still as authored. */
export type CalculatedChart = ChartOf<AuthoredInline, AuthoredBlock>;
/** As printed. */
export type Chart = ChartOf<Inline, Block>;

export interface ChartOf<I, B> {
  readonly kind: 'chart';
  readonly span: Span;
  readonly id?: string;
  readonly anchor?: string;
  /** 1 for "Figure 1". Charts and images share one run of numbers. */
  readonly number?: number;
  /** A sentence that states the finding. */
  readonly caption: readonly I[];
  /** "Budget gap, £ million". */
  readonly unitLine?: string;
  readonly data: ChartData;
  /** Text alternative: what the chart shows, in words. */
  readonly alt: string;
  /** The alternative as authored, where it may hold expressions: `alt` is its plain text once they are resolved. */
  readonly altContent?: readonly I[];
  readonly note?: readonly I[];
  /** The numbers behind the drawing; printed beside it and offered as CSV and JSON. */
  readonly table: TableOf<I, B>;
  /** Where its figures stand, so that each can be proved. */
  readonly drawn?: DrawnFrom;
  /** Words for where the figures come from: "Source: tables 5 and 6." */
  readonly source?: readonly I[];
}

/** The part of a table that a chart draws. */
export interface DrawnFrom {
  /** Where that table was written. */
  readonly span: Span;
  /** Indices of its rows and columns, in the order of the chart. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly series: 'rows' | 'columns';
}

export interface ChartData {
  readonly type: ChartType;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly target?: { readonly label: string; readonly value: number };
}

export interface ChartSeries {
  readonly label: string;
  /** Display precision is enough for a drawing: this is the one place where a figure is a binary number. */
  readonly values: readonly (number | undefined)[];
  /** The figures as printed in the table: bars are labelled with these. */
  readonly labels: readonly string[];
}
