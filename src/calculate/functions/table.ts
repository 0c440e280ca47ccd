/** Functions that look at the place of their own cell: running totals and the row above. */
import { cellAt } from '../grid.js';
import { cellsOf } from '../operand.js';
import { blank } from '../value.js';
import { add } from '../arithmetic.js';
import type { NumberValue } from '../value.js';
import type { Call, FunctionDefinition } from './definition.js';

function cumulative(call: Call): NumberValue | typeof blank {
  const range = call.operand(0);
  const { cell } = call;
  if (range.kind !== 'range' || cell === undefined)
    return call.fail(
      'has to be a row or column of this table',
      'Write CUMULATIVE([Income]) or CUMULATIVE([Net, *]).',
      0,
    );
  const [first] = range.cells;
  if (first !== undefined && first.grid !== cell.grid)
    return call.fail(
      'has to be a row or column of this table',
      'Write CUMULATIVE([Income]); another table has running totals of its own.',
      0,
    );
  if (range.dataOnly) return call.sum({ ...range, to: Math.min(range.to, cell.row + 1) }) ?? blank;
  const cells = [...cellsOf(range)];
  const across = cells.every((c) => c.row === cells[0]?.row);
  let total: NumberValue | undefined;
  for (const part of cells) {
    if (across ? part.column > cell.column : part.row > cell.row) break;
    const value = call.read(part);
    if (value.kind === 'number') total = total === undefined ? value : add(total, value);
  }
  return total ?? blank;
}

export const tableFunctions: Readonly<Record<string, FunctionDefinition>> = {
  CUMULATIVE: { args: ['range'], run: cumulative },
  PREVIOUS: {
    args: ['start?'],
    run: (call) => {
      const { cell, grid } = call;
      if (cell === undefined || grid === undefined)
        return call.fail(
          'means nothing outside a table',
          'It takes the figure of the row before: write it in a cell.',
        );
      for (let r = cell.row - 1; r >= 0; r--) {
        const kind = grid.rows[r]?.kind;
        if (kind === 'group') break;
        const above = cellAt(grid, r, cell.column);
        if (kind === 'data' && above !== undefined && above !== cell) return call.read(above);
      }
      return call.count > 0 ? call.operand(0) : blank;
    },
  },
};
