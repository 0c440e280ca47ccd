/** The cells that a reference means: by label, by position, or by direction (format, section 5). */
import type { Cell, Grid } from './grid.js';
import { cellAt, columnCells } from './grid.js';
import type { Frame } from './frame.js';
import { noteDependency, stopWith } from './frame.js';
import { didYouMean } from './labels.js';
import type { Operand } from './operand.js';
import { rangeOf } from './operand.js';
import { columnLabels, findColumns, findRows, findTable, rowLabels } from './resolve.js';
import type { ReferenceNode, Selector } from './syntax.js';

/** The rows or columns that a selector means; `this` depends on the cell that asks. */
type Axis =
  | { readonly kind: 'all' }
  | { readonly kind: 'this' }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'several'; readonly indices: readonly number[] };

interface Resolution {
  readonly rows: Axis;
  readonly columns: Axis;
}

/** `[Total, 2019/20]`, `[@Income]`, `table[..]`, or a whole table. */
export function cellsOfReference(frame: Frame, node: ReferenceNode): Operand {
  const grid = tableOf(frame, node);
  if (node.selectors.length === 0) return { kind: 'table', grid };
  const cache = (grid.resolved ??= new Map());
  let resolution = cache.get(node) as Resolution | undefined;
  if (resolution === undefined) cache.set(node, (resolution = resolve(frame, grid, node)));
  const { rows, columns } = resolution;
  const own = frame.grid === grid ? frame.cell : undefined;
  if ((rows.kind === 'this' || columns.kind === 'this') && own === undefined) {
    return stopWith(
      frame,
      node.at,
      'reference-is-one-cell',
      '@ means this row or this column, and here is none',
      'Name the row and the column.',
    );
  }
  const row = rows.kind === 'this' ? own?.row : rows.kind === 'index' ? rows.index : undefined;
  const column = columns.kind === 'this' ? own?.column : columns.kind === 'index' ? columns.index : undefined;
  if (row !== undefined && column !== undefined) return one(grid, row, column);
  if (column !== undefined && rows.kind === 'all')
    return { kind: 'range', cells: columnCells(grid, column), from: 0, to: grid.rows.length, dataOnly: true };
  if (row !== undefined && columns.kind === 'all') return rangeOf(rowFigures(grid, row));
  const wantedRows =
    row !== undefined
      ? [row]
      : rows.kind === 'several'
        ? rows.indices
        : grid.rows.filter((r) => r.kind === 'data').map((r) => r.index);
  const wantedColumns =
    column !== undefined
      ? [column]
      : columns.kind === 'several'
        ? columns.indices
        : grid.columns.filter((c) => c.numeric && !c.strong).map((c) => c.index);
  const cells = new Set<Cell>();
  for (const r of wantedRows) {
    for (const c of wantedColumns) {
      const cell = cellAt(grid, r, c);
      if (cell !== undefined) cells.add(cell);
    }
  }
  const [only] = cells;
  if (only !== undefined && cells.size === 1) return rangeOf([only]);
  return ambiguous(frame, grid, node, rows, columns, [...cells]);
}

/** Several rows or columns of one label: a fault that names the lines. */
function ambiguous(
  frame: Frame,
  grid: Grid,
  node: ReferenceNode,
  rows: Axis,
  columns: Axis,
  cells: readonly Cell[],
): Operand {
  if (rows.kind === 'all' && columns.kind === 'all') return rangeOf(cells);
  const axis = rows.kind === 'several' ? rows : columns.kind === 'several' ? columns : undefined;
  if (axis === undefined) return rangeOf(cells);
  const isRow = axis === rows;
  const position = isRow ? 0 : node.selectors.length - 1;
  const selector = node.selectors[position];
  const label = selector?.kind === 'label' ? selector.path.join(' > ') : '';
  const places = axis.indices.slice(0, 5).map((i) => {
    const span = isRow ? grid.rows[i]?.span : grid.columns[i]?.span;
    const full = isRow
      ? [grid.rows[i]?.group, grid.rows[i]?.label].filter((l) => l !== undefined).join(' > ')
      : (grid.columns[i]?.path.join(' > ') ?? '');
    return { span: span ?? grid.span, message: `${isRow ? 'row' : 'column'} ${i + 1} is “${full}”` };
  });
  const example = places
    .map((p) => /“(.*)”$/.exec(p.message)?.[1] ?? '')
    .find((full) => full.includes(' > '));
  return stopWith(
    frame,
    selector?.at ?? node.at,
    'label-is-clear',
    `${axis.indices.length} ${isRow ? 'rows' : 'columns'} are called “${label}” (${isRow ? 'rows' : 'columns'} ${axis.indices.map((i) => i + 1).join(' and ')} of the table)`,
    example === undefined
      ? `Give the one you mean an id, {#name} after its label or id: in YAML, and use that.`
      : `Name the ${isRow ? 'group' : 'upper heading'} as well, as in [${example}].`,
    places,
  );
}

function one(grid: Grid, row: number, column: number): Operand {
  const cell = cellAt(grid, row, column);
  return rangeOf(cell === undefined ? [] : [cell]);
}

/** Figures of a row, without columns of totals. */
function rowFigures(grid: Grid, row: number): readonly Cell[] {
  const cells = new Set<Cell>();
  for (const column of grid.columns) {
    const cell = column.numeric && !column.strong ? cellAt(grid, row, column.index) : undefined;
    if (cell !== undefined) cells.add(cell);
  }
  return [...cells];
}

function tableOf(frame: Frame, node: ReferenceNode): Grid {
  if (node.table === undefined) {
    if (frame.grid !== undefined) return frame.grid;
    return stopWith(
      frame,
      node.at,
      'table-exists',
      'this reference names no table',
      'Write the id of the table before the bracket, as in revenue-resources[Total, 2019/20].',
    );
  }
  const { engine } = frame;
  const { within } = frame.formula;
  const result = findTable(node.table, within ?? frame.paper, engine.directory, frame.paper);
  if (within !== undefined && within !== frame.paper) noteDependency(frame, within);
  if ('found' in result) {
    const { paper } = result.found;
    if (paper !== frame.paper) {
      if (within === undefined) engine.lookedUp(frame.paper, node.table, paper);
      noteDependency(frame, paper);
    }
    return result.found;
  }
  engine.lookedUp(frame.paper, node.table, undefined);
  return stopWith(
    frame,
    node.tableAt ?? node.at,
    result.missing.rule,
    result.missing.message,
    result.missing.hint,
  );
}

function resolve(frame: Frame, grid: Grid, node: ReferenceNode): Resolution {
  const [first, second] = node.selectors;
  if (first === undefined) throw new Error('a reference without selectors');
  if (second === undefined) {
    const columns = columnAxis(frame, grid, first);
    return { rows: node.thisRow ? { kind: 'this' } : { kind: 'all' }, columns };
  }
  if (node.thisRow)
    return stopWith(
      frame,
      node.at,
      'reference-is-one-cell',
      'a reference with @ before a column names a column only',
      'Write [@Income], or [Row, Income].',
    );
  return { rows: rowAxis(frame, grid, first), columns: columnAxis(frame, grid, second) };
}

function axisOf(indices: readonly number[]): Axis | undefined {
  const [index] = indices;
  if (index === undefined) return undefined;
  return indices.length === 1 ? { kind: 'index', index } : { kind: 'several', indices };
}

function rowAxis(frame: Frame, grid: Grid, selector: Selector): Axis {
  if (selector.kind !== 'label') return selector;
  const axis = axisOf(findRows(grid, selector.path));
  if (axis !== undefined) return axis;
  const label = selector.path.join(' > ');
  const other = findColumns(grid, selector.path).length > 0;
  const labels = rowLabels(grid);
  const hint = other
    ? `“${label}” is a column: the row comes first, then the column.`
    : (didYouMean(selector.path.at(-1) ?? '', labels) ?? listed('rows', labels));
  return stopWith(
    frame,
    selector.at,
    'label-exists',
    `no row is called “${label}”${inTable(frame, grid)}`,
    hint,
  );
}

function columnAxis(frame: Frame, grid: Grid, selector: Selector): Axis {
  if (selector.kind !== 'label') return selector;
  const axis = axisOf(findColumns(grid, selector.path));
  if (axis !== undefined) return axis;
  const label = selector.path.join(' > ');
  const other = findRows(grid, selector.path).length > 0;
  const labels = columnLabels(grid);
  const hint = other
    ? `“${label}” is a row: write [${label}, @] for this column, or [${label}, column].`
    : (didYouMean(selector.path.at(-1) ?? '', labels) ?? listed('columns', labels));
  return stopWith(
    frame,
    selector.at,
    'label-exists',
    `no column is called “${label}”${inTable(frame, grid)}`,
    hint,
  );
}

function inTable(frame: Frame, grid: Grid): string {
  return frame.grid === grid || grid.id === undefined ? '' : ` in the table “${grid.id}”`;
}

function listed(what: string, labels: readonly string[]): string {
  const shown = labels
    .slice(0, 6)
    .map((l) => `“${l}”`)
    .join(', ');
  return `The ${what} are ${shown}${labels.length > 6 ? ' …' : ''}.`;
}
