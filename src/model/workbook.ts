/** A workbook of Excel as its file holds it: values only, each with its place. */

export interface Workbook {
  readonly sheets: readonly WorkSheet[];
  /** Names that the workbook gives to ranges: `Savings` for `Budget!$A$1:$H$12`. */
  readonly names: ReadonlyMap<string, string>;
}

export interface WorkSheet {
  readonly name: string;
  /** True for a sheet that Excel does not show. */
  readonly hidden: boolean;
  /** Cells that hold something, by row and column, both counted from 0. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, WorkCell>>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Merged cells, as Excel writes them: `A3:A5`. */
  readonly merged: readonly string[];
}

export type WorkCell =
  | { readonly kind: 'text'; readonly text: string }
  /** What cannot be printed, in words that follow the name of the cell: "is the error #REF!". */
  | { readonly kind: 'fault'; readonly fault: string; readonly hint: string };

/** A file of data/tables/ that is opened when a table asks for it. */
export interface WorkbookFile {
  /** Path from the root of the council's folder. */
  readonly path: string;
  /** The workbook, or the words for why it cannot be read. Read once. */
  open(): Workbook | { readonly fault: string; readonly hint: string };
}
