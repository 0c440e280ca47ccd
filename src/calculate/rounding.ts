/** Finds totals whose displayed parts miss the displayed total although the figures behind them do not. */
import type { Decimal } from './decimal.js';
import { roundTo, scale, zero } from './decimal.js';
import { cellDecimals } from './display.js';
import type { Cell, Grid } from './grid.js';
import { cellName } from './grid.js';
import { amountIn } from './value.js';

export interface RoundingGap {
  readonly name: string;
  /** How much the displayed parts miss the displayed total by. */
  readonly amount: Decimal;
  readonly decimals: number;
}

/** Finds the cells that a formula adds and subtracts, or nothing where it does more than that. */
export type FindParts = (cell: Cell) => readonly Part[] | undefined;

export interface Part {
  readonly cell: Cell;
  readonly minus: boolean;
}

/** Gaps of a calculated table: computed totals that do not foot as printed, and stated ones that needed the allowance. */
export function roundingGaps(grid: Grid, findParts: FindParts): readonly RoundingGap[] {
  const gaps: RoundingGap[] = [];
  const inexact = inexactFamilies(grid);
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      const used = cell.result?.roundingUsed;
      if (used === undefined) {
        if (cell.input.kind !== 'formula' && cell.input.kind !== 'stated') continue;
        const { parsed, text } = cell.input.formula;
        // Parts of the same table that are all as printed cannot miss the total; only other tables need looking at.
        if (!inexact.has(cell.unit?.family) && !(parsed.ok && /\w\[|#/.test(text))) continue;
      }
      const gap = used ?? displayedGap(cell, findParts);
      // Parts printed finer than the total, as from a table in thousands, miss it by less than its last digit.
      const decimals = cellDecimals(cell);
      if (gap !== undefined && !roundTo(gap, decimals).isZero())
        gaps.push({ name: cellName(cell), amount: gap.abs(), decimals });
    }
  }
  return gaps;
}

/** Kinds of unit in which a table holds a figure with more digits than it prints. */
function inexactFamilies(grid: Grid): ReadonlySet<string | undefined> {
  const families = new Set<string | undefined>();
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      const family = cell.unit?.family;
      if (cell.value.kind !== 'number' || families.has(family)) continue;
      if (cell.value.amount.decimalPlaces() > cellDecimals(cell)) families.add(family);
    }
  }
  return families;
}

/** The difference between the sum of the parts as printed and the total as printed, for a cell that is a plain sum. */
function displayedGap(cell: Cell, findParts: FindParts): Decimal | undefined {
  if (cell.value.kind !== 'number') return undefined;
  if (cell.input.kind !== 'formula' && cell.result?.agreed !== true) return undefined;
  const parts = findParts(cell);
  if (parts === undefined) return undefined;
  const { unit } = cell;
  let shown = zero;
  let inexact = false;
  for (const part of parts) {
    const { value } = part.cell;
    if (value.kind !== 'number') continue;
    const partUnit = part.cell.unit ?? value.unit;
    const amount = amountIn(value, partUnit);
    const rounded = roundTo(amount, cellDecimals(part.cell));
    if (!rounded.eq(amount)) inexact = true;
    const moved =
      unit === undefined || partUnit === undefined ? rounded : scale(rounded, partUnit.power - unit.power);
    shown = part.minus ? shown.minus(moved) : shown.plus(moved);
  }
  if (!inexact) return undefined;
  return shown.minus(roundTo(amountIn(cell.value, unit), cellDecimals(cell)));
}
