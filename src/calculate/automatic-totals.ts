/** Totals that a pipe table asks for with `totals=sum` or `totals=last`, without a formula in each cell. */
import type { AttributeValue } from '../model/table-source.js';
import type { Span } from '../source/span.js';
import { makeFormula } from './cell-text.js';
import type { Cell, Formula, Grid, GridColumn, GridRow } from './grid.js';
import { plainNumber } from './format.js';
import type { ReadContext } from './read-context.js';
import { blank } from './value.js';
import { cellName } from './print.js';

export type Totals = 'sum' | 'last' | 'none';

/** Reads `totals=` of a caption line; other words are reported with the other settings. */
export function readTotals(value: AttributeValue | undefined): Totals | undefined {
  const text = value?.text;
  return text === 'sum' || text === 'last' || text === 'none' ? text : undefined;
}

/** How the totals of a column are made; percentages and scores do not add up unless the column says so itself. */
function totalsOf(column: GridColumn | undefined, table: Totals | undefined): Totals {
  if (column?.numeric !== true) return 'none';
  if (column.totals !== undefined) return column.totals;
  if (table === 'sum' && (column.type === 'percent' || column.type === 'score')) return 'none';
  return table ?? 'none';
}

/** The cell of a total row with the formula it was left without; a figure that was typed there is checked. */
export function withTotal(cell: Cell, row: GridRow, table: Totals | undefined, context: ReadContext): Cell {
  if (row.kind !== 'total' || cell.column < cell.grid.labelColumns) return cell;
  const { input } = cell;
  if (cell.origin !== undefined || (input.kind !== 'empty' && input.kind !== 'figure')) return cell;
  const how = totalsOf(cell.grid.columns[cell.column], table);
  const formula = how === 'none' ? undefined : totalFormula(how, cell, cell.span, context);
  if (formula === undefined) return cell;
  if (input.kind === 'empty') return { ...cell, input: { kind: 'formula', formula } };
  const { figure } = input;
  const typed = plainNumber(figure.amount, figure.decimals, 'minus');
  return { ...cell, input: { kind: 'stated', stated: figure, typed, formula, approximate: false } };
}

function totalFormula(
  how: 'sum' | 'last',
  cell: Cell,
  span: Span,
  context: ReadContext,
): Formula | undefined {
  if (how === 'sum') return makeFormula('SUM(ABOVE)', () => span, context.cache);
  const last = cell.grid.rows.findLast((row) => row.kind === 'data' && row.index < cell.row);
  if (last === undefined) return undefined;
  const text = cellName({ column: cell.column, row: cell.grid.headRows.length + last.index });
  return { ...makeFormula(text, () => span, context.cache), positional: true };
}

/** Adds a row of totals to a table that asks for them and has none. */
export function addTotalRow(grid: Grid, table: Totals | undefined, at: Span, context: ReadContext): void {
  if (table === undefined || table === 'none') return;
  if (grid.rows.length === 0 || grid.rows.some((row) => row.kind === 'total')) return;
  const index = grid.rows.length;
  const label = 'Total';
  const cells: Cell[] = [];
  const row: GridRow = { index, kind: 'total', label, labels: [label], cells, span: at };
  grid.rows.push(row);
  for (const column of grid.columns) {
    const isLabel = column.index === 0;
    const cell: Cell = {
      grid,
      row: index,
      column: column.index,
      span: at,
      input: isLabel ? { kind: 'text', text: label } : { kind: 'empty' },
      content: isLabel ? [{ kind: 'text', text: label }] : [],
      unit: column.numeric ? column.unit : undefined,
      decimals: column.decimals,
      origin: undefined,
      rowSpan: 1,
      colSpan: 1,
      reason: undefined,
      state: 'new',
      value: blank,
      result: undefined,
    };
    cells.push(isLabel ? cell : withTotal(cell, row, table, context));
  }
}
