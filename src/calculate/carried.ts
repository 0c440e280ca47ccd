/** The running sums that a table carries from page to page, where its author asks for them. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { CarriedSums } from '../model/carried.js';
import { Decimal } from './decimal.js';
import { cellDecimals, printsUnit } from './display.js';
import { figureWithUnit, plainNumber } from './format.js';
import type { NegativeStyle } from './format.js';
import type { Cell, Grid, GridColumn } from './grid.js';
import { amountIn } from './value.js';

/**
 * The sums of a calculated grid after each of its rows, up to the total; undefined where it carries none.
 *
 * A column takes part when its total is a SUM and the rows above really come to it: a column that adds otherwise would be
 * carried forward to a figure that its total does not have.
 */
export function carriedSums(grid: Grid, negative: NegativeStyle): CarriedSums | undefined {
  if (grid.carry === undefined) return undefined;
  const end = grid.rows.findLastIndex((row) => row.kind === 'total');
  if (end < 1) return undefined;
  const carried = grid.columns.flatMap((column) => {
    const sums = sumsOf(grid, column, end, negative);
    return sums === undefined ? [] : [{ column: column.index, sums }];
  });
  if (carried.length === 0) return undefined;
  return {
    columns: carried.map(({ column }) => column),
    after: Array.from({ length: end }, (_, row) => carried.map(({ sums }) => sums[row] ?? '')),
  };
}

function sumsOf(
  grid: Grid,
  column: GridColumn,
  end: number,
  negative: NegativeStyle,
): readonly string[] | undefined {
  const total = cellAt(grid, end, column.index);
  if (!column.numeric || total === undefined || !isSum(total)) return undefined;
  const computed = total.result?.computed ?? total.value;
  if (computed.kind !== 'number') return undefined;
  const unit = total.unit ?? computed.unit;
  const decimals = cellDecimals(total);
  const withUnit = unit !== undefined && printsUnit(total);
  let sum = new Decimal(0);
  const sums: string[] = [];
  for (let row = 0; row < end; row++) {
    const cell = cellAt(grid, row, column.index);
    if (grid.rows[row]?.kind === 'data' && cell?.value.kind === 'number')
      sum = sum.plus(amountIn(cell.value, unit));
    sums.push(
      withUnit ? figureWithUnit(sum, unit, decimals, negative) : plainNumber(sum, decimals, negative),
    );
  }
  return sum.equals(amountIn(computed, unit)) ? sums : undefined;
}

function cellAt(grid: Grid, row: number, column: number): Cell | undefined {
  return grid.rows[row]?.cells.find((cell) => cell.column === column && cell.origin === undefined);
}

/** True for a total that adds what stands above it. */
function isSum({ input }: Cell): boolean {
  return (input.kind === 'formula' || input.kind === 'stated') && /^\s*SUM\s*\(/i.test(input.formula.text);
}

/** Reports a table that is to carry sums and has none. */
export function checkCarried(grid: Grid, report: (diagnostic: Diagnostic) => void): void {
  if (grid.carry === undefined || carriedSums(grid, 'minus') !== undefined) return;
  report(
    warning(
      'table-setting-reads',
      grid.carry,
      'carry is “totals”, and no column of this table has a total that is the sum of the rows above it',
      { hint: 'End the table with a row of totals, as in =SUM(ABOVE), or leave carry out.' },
    ),
  );
}
