/** Running totals: whether typed ones follow from their row, and whether movements compare what each period added. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { warning } from '../../diagnostics/diagnostic.js';
import { plainText } from '../../model/inline.js';
import type { Decimal } from '../decimal.js';
import { roundTo, tenTo, zero } from '../decimal.js';
import { plainNumber } from '../format.js';
import type { Cell, Grid, GridRow } from '../grid.js';
import { cellAt, cellName } from '../grid.js';
import type { Expression } from '../syntax.js';
import { amountIn } from '../value.js';
import { isTotalColumn } from './total-readings.js';

type Report = (diagnostic: Diagnostic) => void;

const running = /\b(?:cumulative|running total|year to date|ytd)\b/i;

/** Looks at the running totals of a table. */
export function runningTotals(grid: Grid, report: Report): void {
  for (const row of grid.rows) {
    if (row.kind === 'group' || row.kind === 'note' || !running.test(row.label)) continue;
    typedRun(grid, row, report);
  }
  const whole = running.test(plainText(grid.caption)) || running.test(grid.hint ?? '');
  for (const row of grid.rows)
    for (const cell of row.cells)
      if (cell.origin === undefined) comparedInPeriod(cell, whole || running.test(row.label), report);
}

/** A step of a running total that was typed. */
interface Step {
  readonly cell: Cell;
  readonly typed: Decimal;
  readonly decimals: number;
}

/** Compares a typed running total with the row above that it runs over, where all of it but one step follows from that row. */
function typedRun(grid: Grid, row: GridRow, report: Report): void {
  const steps = grid.columns.flatMap((column): readonly Step[] => {
    const cell = row.cells[column.index];
    if (!column.numeric || isTotalColumn(column) || cell?.input.kind !== 'figure') return [];
    return [{ cell, typed: cell.input.figure.amount, decimals: cell.input.figure.decimals }];
  });
  if (steps.length < 3) return;
  for (let i = row.index - 1; i >= 0; i--) {
    const base = grid.rows[i];
    if (base === undefined || base.kind === 'group' || base.kind === 'note' || running.test(base.label))
      continue;
    const sums = sumsOf(grid, base, steps);
    const faults =
      sums && steps.filter(({ typed, decimals }, n) => !roundTo(sums[n] ?? zero, decimals).eq(typed));
    const [first] = faults ?? [];
    if (sums === undefined || faults === undefined || faults.length > 1) continue;
    if (first !== undefined && steps[0] !== first)
      complain(first, sums[steps.indexOf(first)] ?? zero, base, steps.indexOf(first), report);
    return;
  }
}

/** The sums of a row up to each step; undefined where a figure is missing. */
function sumsOf(grid: Grid, base: GridRow, steps: readonly Step[]): readonly Decimal[] | undefined {
  let sum = zero;
  const sums: Decimal[] = [];
  for (const { cell } of steps) {
    const part = cellAt(grid, base.index, cell.column)?.value;
    if (part?.kind !== 'number' || (part.unit === undefined) !== (cell.unit === undefined)) return undefined;
    if (part.unit !== undefined && part.unit.family !== cell.unit?.family) return undefined;
    sum = sum.plus(amountIn(part, cell.unit));
    sums.push(sum);
  }
  return sums;
}

function complain(
  { cell, typed, decimals }: Step,
  sum: Decimal,
  base: GridRow,
  n: number,
  report: Report,
): void {
  const { grid } = cell;
  const tolerates = grid.columns[cell.column]?.rounding === true || grid.rows[cell.row]?.rounding === true;
  const difference = roundTo(sum, decimals).minus(typed);
  const byRounding = difference.abs().lte(
    tenTo(-decimals)
      .times(n + 2)
      .div(2),
  );
  if (byRounding && tolerates) return;
  const size = plainNumber(difference.abs(), decimals, 'minus');
  report(
    warning(
      'total-adds-up',
      cell.span,
      `${cellName(cell)} says ${plainNumber(typed, decimals, 'minus')}, but “${base.label}” up to there makes ${plainNumber(sum, decimals, 'minus')} (${size} ${difference.isNegative() ? 'less' : 'more'})`,
      {
        hint: `${byRounding ? 'Rounding may explain it: then add tolerance=rounding to the caption line. ' : ''}Write =CUMULATIVE([${base.label}, *]) in the row, and it runs by itself.`,
      },
    ),
  );
}

/** TREND over running totals says "improving" whatever happens: a sum of counts only grows. */
function comparedInPeriod(cell: Cell, ofRow: boolean, report: Report): void {
  const { input } = cell;
  if (input.kind !== 'formula' && input.kind !== 'stated') return;
  const { formula } = input;
  const { parsed, text } = formula;
  if (!parsed.ok || parsed.root.kind !== 'call' || parsed.root.name.toUpperCase() !== 'TREND') return;
  const [latest, previous] = parsed.root.args;
  if (latest === undefined || previous === undefined || !isCell(latest) || !isCell(previous)) return;
  const named = (one: Expression): string => text.slice(one.at.start, one.at.end);
  if (!ofRow && !(running.test(named(latest)) && running.test(named(previous)))) return;
  const label = cell.grid.rows[cell.row]?.label ?? '';
  report(
    warning(
      'running-total-is-compared-in-period',
      formula.place(latest.at.start, previous.at.end),
      `“${label}” is a running total, and TREND compares it as it stands, so that it moves one way whatever happens`,
      {
        hint: `Compare what each period added: TREND(${named(latest)} - ${named(previous)}, ${named(previous)} - the one before, …).`,
      },
    ),
  );
}

/** A cell by itself: a difference of two is what a period added. */
function isCell(one: Expression): boolean {
  return one.kind === 'reference' || one.kind === 'a1';
}
