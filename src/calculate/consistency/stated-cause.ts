/** The likeliest cause of a difference between a stated figure and its formula, where the formula only adds and subtracts. */
import type { Decimal } from '../decimal.js';
import { zero } from '../decimal.js';
import type { Cell } from '../grid.js';
import { cellName } from '../grid.js';
import type { Part } from '../rounding.js';
import type { NumberValue } from '../value.js';
import { amountIn } from '../value.js';
import { likelyCause, roundingExplains } from './causes.js';

/** What to do about the difference, as a sentence; undefined where nothing more is known than that there is one. */
export function causeOfDifference(
  cell: Cell,
  parts: readonly Part[],
  stated: NumberValue,
  computed: Decimal,
  decimals: number,
): string | undefined {
  const addends = parts.flatMap((part) => {
    const { value } = part.cell;
    if (value.kind !== 'number') return [];
    const amount = amountIn(value, stated.unit);
    return [{ name: nameFor(part.cell, cell), amount: part.minus ? amount.negated() : amount }];
  });
  if (roundingExplains(computed.minus(stated.amount), addends, decimals, stated.unit))
    return 'Rounding may explain it: then add tolerance=rounding to the caption line, and a note is printed under the table.';
  const sum = addends.reduce((total, { amount }) => total.plus(amount), zero);
  return likelyCause(stated.amount, sum, addends, decimals);
}

/** The label that tells a part from the others: its row in a column, its column in a row. */
function nameFor(part: Cell, total: Cell): string {
  if (part.grid !== total.grid) return cellName(part);
  const label =
    part.row === total.row ? part.grid.columns[part.column]?.label : part.grid.rows[part.row]?.label;
  return label === undefined || label === '' ? cellName(part) : label;
}
