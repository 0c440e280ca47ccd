/** The files of data/ as read: what expressions such as `finance.savings2018.people` look in. */
import type { DataNode } from '../source/data-node.js';
import type { WorkbookFile } from './workbook.js';

/**
 * By name without ending: `corporate-plan`, `pledges` (from data/registers/), `people` ...
 *
 * A CSV file of data/tables/ is a list of lists, its head row first; every cell is text with its place.
 */
export interface DataFiles {
  /** data/*.yaml. */
  readonly files: ReadonlyMap<string, DataFile>;
  /** data/registers/*.yaml: each a list of records with an `id`. */
  readonly registers: ReadonlyMap<string, DataFile>;
  /** data/tables/*.csv, by path as authors type it: `tables/people.csv`. */
  readonly tables: ReadonlyMap<string, DataFile>;
  /** data/tables/*.xlsx, by path as authors type it: `tables/people.xlsx`. */
  readonly workbooks?: ReadonlyMap<string, WorkbookFile>;
}

export interface DataFile {
  /** Path from the root of the council's folder. */
  readonly path: string;
  readonly node: DataNode;
}
