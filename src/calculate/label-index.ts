/** Finds rows and columns of a table by what their labels and keys say. */
import type { Grid, LabelIndex } from './grid.js';
import { normalise } from './labels.js';

/** The index of a table's labels. */
export function labelIndex(grid: Grid): LabelIndex {
  if (grid.index !== undefined) return grid.index;
  const rows = new Map<string, number[]>();
  const columns = new Map<string, number[]>();
  const rowKeys = new Map<string, number>();
  const columnKeys = new Map<string, number>();
  for (const column of grid.columns) {
    if (column.key !== undefined) setFirst(columnKeys, column.key, column.index);
    add(columns, column.path.at(-1) ?? '', column.index);
    if (column.path.length > 1) add(columns, column.path.join(', '), column.index);
  }
  for (const row of grid.rows) {
    if (row.kind === 'note') continue;
    if (row.key !== undefined) setFirst(rowKeys, row.key, row.index);
    for (const label of new Set([row.label, ...row.labels])) add(rows, label, row.index);
  }
  grid.index = { rows, columns, rowKeys, columnKeys };
  return grid.index;
}

/** A key that stands twice is reported as a fault of its own, and means the first. */
function setFirst(map: Map<string, number>, key: string, index: number): void {
  const plain = normalise(key);
  if (!map.has(plain)) map.set(plain, index);
}

function add(map: Map<string, number[]>, label: string, index: number): void {
  const plain = normalise(label);
  if (plain === '') return;
  const found = map.get(plain);
  if (found === undefined) map.set(plain, [index]);
  else if (!found.includes(index)) found.push(index);
}
