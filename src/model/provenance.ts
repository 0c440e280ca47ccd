/** How the figures of a table came about: for auditors, and for the words under the table. */
import type { Span } from '../source/span.js';

/** All figures of one table, row by row. */
export interface TableProvenance {
  readonly figures: readonly FigureProvenance[];
}

/**
 * How a figure came to be: `typed` by an author; `calculated` by a formula; `checked`, which is typed and agreed with its
 * formula; `differs`, which is typed and does not, for the reason given.
 */
export type FigureOrigin = 'typed' | 'calculated' | 'checked' | 'differs';

/** One figure of a table. */
export interface FigureProvenance {
  /** Indices into the rows and columns of the printed table. */
  readonly row: number;
  readonly column: number;
  /** "Total". */
  readonly rowLabel: string;
  /** "Forecast, 2019/20". */
  readonly columnLabel: string;
  /** As printed. */
  readonly text: string;
  readonly origin: FigureOrigin;
  /** Where it was typed; for figures of a file of figures, in that file. */
  readonly place: Span;
  /** "tables/people.xlsx, sheet Budget, cell C7", for a figure of a workbook; `place` is then where the file is named. */
  readonly inFile?: string;
  readonly formula?: FormulaProvenance;
  /** What the author typed beside the formula. */
  readonly stated?: string;
  /** Why a figure stands in place of its formula, or differs from it. */
  readonly reason?: string;
  /** What the formula read. */
  readonly from: readonly FigureSource[];
  /** How many more figures it read than are listed. */
  readonly more?: number;
}

/** The formula behind a figure. */
export interface FormulaProvenance {
  /** As typed, without the equals sign. */
  readonly text: string;
  /** In an officer's words: "Baseline spending + Additional costs". */
  readonly words: string;
  /** With figures in place of names: "183.883 + 13.207"; missing where the formula has a fault. */
  readonly workings?: string;
  /** What it gives, as printed. */
  readonly result: string;
  /** True where it reads figures that are printed with fewer digits than they have. */
  readonly rounded?: true;
  readonly place: Span;
}

/** A figure that a formula read. */
export interface FigureSource {
  /** "Council Tax, 2019/20", or `council-tax.base` for a value of a data file. */
  readonly name: string;
  /** As printed. */
  readonly text: string;
  /** Its table, `draft-budget#revenue-resources`, where that has an id. */
  readonly table?: string;
  /** See {@link FigureProvenance.inFile}. */
  readonly inFile?: string;
  /** Missing for particulars that the build fills in, such as the venue of the meeting. */
  readonly place?: Span;
}
