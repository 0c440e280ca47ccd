/** The cells that a place means: `B2`, and Word's ABOVE, BELOW, LEFT and RIGHT. */
import { aboveRanges } from './above-ranges.js';
import type { Cell, Grid } from './grid.js';
import { cellAt, cellName, columnCells } from './grid.js';
import type { Frame } from './frame.js';
import { stopWith } from './frame.js';
import type { Operand } from './operand.js';
import { rangeOf } from './operand.js';
import { columnLetters } from './print.js';
import type { A1, At, Direction } from './syntax.js';

/** Excel's names: row 1 is the first header row, every printed row counts. */
export function cellsOfA1(
  frame: Frame,
  node: { readonly from: A1; readonly to?: A1; readonly at: At },
): Operand {
  const { grid } = frame;
  if (grid === undefined)
    return stopWith(
      frame,
      node.at,
      'table-exists',
      'a cell by its position means nothing outside a table',
      'Name the table, the row and the column, as in revenue-resources[Total, 2019/20].',
    );
  const heads = grid.headRows.length;
  const to = node.to ?? node.from;
  const top = Math.min(node.from.row, to.row) - heads;
  const bottom = Math.max(node.from.row, to.row) - heads;
  const left = Math.min(node.from.column, to.column);
  const right = Math.max(node.from.column, to.column);
  if (top < 0 || bottom >= grid.rows.length || right >= grid.columns.length) {
    const typed = frame.formula.text.slice(node.at.start, node.at.end);
    return stopWith(
      frame,
      node.at,
      'reference-is-by-label',
      `${typed} lies ${top < 0 ? 'in the head of' : 'outside'} the table, whose figures are in rows ${heads + 1} to ${heads + grid.rows.length}`,
      `Row 1 is the first row of headings, and the last column is ${columnLetters(grid.columns.length - 1)}. Better name the row and the column: [Total, 2019/20].`,
    );
  }
  const cells = new Set<Cell>();
  for (let r = top; r <= bottom; r++) {
    for (let c = left; c <= right; c++) {
      const cell = cellAt(grid, r, c);
      if (cell !== undefined) cells.add(cell);
    }
  }
  return rangeOf([...cells]);
}

/** Word's ABOVE, BELOW, LEFT and RIGHT. */
export function cellsOfDirection(frame: Frame, direction: Direction, at: At): Operand {
  const { grid, cell } = frame;
  if (grid === undefined || cell === undefined)
    return stopWith(
      frame,
      at,
      'reference-is-one-cell',
      `${direction} means nothing outside a table`,
      'Name the table, the row and the column.',
    );
  switch (direction) {
    case 'ABOVE':
      return above(frame, grid, cell, at);
    case 'BELOW': {
      let to = cell.row + cell.rowSpan;
      while (grid.rows[to]?.kind === 'data' || grid.rows[to]?.kind === 'note') to++;
      return {
        kind: 'range',
        cells: columnCells(grid, cell.column),
        from: cell.row + cell.rowSpan,
        to,
        dataOnly: true,
      };
    }
    case 'LEFT':
    case 'RIGHT':
      return rangeOf(beside(grid, cell, direction === 'LEFT' ? -1 : 1));
  }
}

function above(frame: Frame, grid: Grid, cell: Cell, at: At): Operand {
  const range = aboveRanges(grid)[cell.row];
  if (range === undefined) throw new Error('a row without a range above');
  if (range.kind === 'rows')
    return {
      kind: 'range',
      cells: columnCells(grid, cell.column),
      from: range.from,
      to: range.to + 1,
      dataOnly: true,
    };
  if (range.untaken !== undefined) {
    const row = grid.rows[range.untaken];
    const span = row?.span ?? grid.span;
    return stopWith(
      frame,
      at,
      'row-is-in-total',
      `the row “${row?.label ?? ''}” stands above, and no total has taken it`,
      `${cellName(cell)} adds the totals above it; put the row under a group with a total, or name the cells to add.`,
      [{ span, message: 'this row is in no total' }],
    );
  }
  return rangeOf(range.rows.slice(0, range.count).flatMap((r) => cellAt(grid, r, cell.column) ?? []));
}

/** Cells on one side, up to a text cell or a column with a bold head. */
function beside(grid: Grid, cell: Cell, step: 1 | -1): readonly Cell[] {
  const cells = new Set<Cell>();
  const start = step < 0 ? cell.column - 1 : cell.column + cell.colSpan;
  for (let c = start; c >= grid.labelColumns && c < grid.columns.length; c += step) {
    const column = grid.columns[c];
    const found = cellAt(grid, cell.row, c);
    if (column === undefined || found === undefined || column.strong) break;
    if (found.input.kind === 'text' || (!column.numeric && found.input.kind !== 'empty')) break;
    if (column.numeric) cells.add(found);
  }
  return step < 0 ? [...cells].reverse() : [...cells];
}
