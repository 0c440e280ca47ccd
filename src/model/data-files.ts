/** The files of data/ as read: what expressions such as `finance.savings2018.people` look in. */
import { entry } from '../source/data-node.js';
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

/** `finance.savings2018.people` in data/finance.yaml; `pledge-84.title` in the register that holds the entry. */
export function dataValue(data: DataFiles, path: readonly string[]): DataNode | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return undefined;
  const file = data.files.get(name) ?? data.registers.get(name);
  const start = file?.node ?? registerEntry(data, name);
  return rest.reduce<DataNode | undefined>(step, start);
}

function registerEntry(data: DataFiles, id: string): DataNode | undefined {
  for (const { node } of data.registers.values()) {
    const found = step(node, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A key of a map, or the record with that id of a list. */
function step(node: DataNode | undefined, key: string): DataNode | undefined {
  if (node?.kind !== 'list') return entry(node, key);
  return node.items.find((record) => {
    const id = entry(record, 'id');
    return id?.kind === 'scalar' && id.text === key;
  });
}
