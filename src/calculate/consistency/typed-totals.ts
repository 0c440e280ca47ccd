/** Totals that were typed without a formula: whether the figures above, or on the left, add up to them. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { warning } from '../../diagnostics/diagnostic.js';
import { plainText } from '../../model/inline.js';
import type { Decimal } from '../decimal.js';
import { roundTo, zero } from '../decimal.js';
import { readFigure } from '../figure.js';
import { figureWithUnit, plainNumber } from '../format.js';
import type { Cell, Grid } from '../grid.js';
import { cellName } from '../grid.js';
import { compatible } from '../unit.js';
import { amountIn } from '../value.js';
import { likelyCause, roundingExplains, roundingRoom, unitSlip } from './causes.js';
import { isAdditive, isTotalColumn, isTotalRow, leftReadings, readingsAbove } from './total-readings.js';
import type { Reading } from './total-readings.js';

/** Looks at every typed figure of a total row or a total column. */
export function typedTotals(grid: Grid, report: (diagnostic: Diagnostic) => void): void {
  const rows = new Set(grid.rows.filter((row) => isTotalRow(row)).map((row) => row.index));
  const columns = new Set(grid.columns.filter(isTotalColumn).map((column) => column.index));
  const across = new Map([...columns].map((c) => [c, columnFindings(grid, c)]));
  for (const findings of across.values()) {
    // A column of "totals" none of which is the sum of what stands on its left is something else.
    const checked = [...findings.values()];
    if (checked.length >= 3 && checked.every((finding) => !finding.agrees)) findings.clear();
  }
  for (const row of grid.rows) {
    for (const column of grid.columns) {
      const cell = row.cells[column.index];
      if (cell === undefined || typedFigure(cell) === undefined || !isAdditive(grid, column, row)) continue;
      const left = across.get(column.index)?.get(row.index);
      const above = rows.has(row.index) ? judge(cell, readingsAbove(grid, row, column.index)) : undefined;
      if (left?.agrees === true || above?.agrees === true) {
        noteRounding(cell, [above, left]);
        continue;
      }
      const finding = above ?? left;
      if (finding !== undefined) report(complaint(cell, finding, finding === above ? 'above' : 'left'));
    }
  }
}

/** Keeps what a total that is allowed to misses by, so that the note on rounding names it. */
function noteRounding(cell: Cell, findings: readonly (Finding | undefined)[]): void {
  const used = findings.find((finding) => finding?.agrees === true && !finding.difference.isZero());
  if (used !== undefined)
    cell.result = { computed: cell.value, excluded: 0, roundingUsed: used.difference.abs() };
}

/** What the figures add up to by the reading that comes nearest to the typed total. */
interface Finding {
  readonly agrees: boolean;
  /** With all digits of its addends. */
  readonly sum: Decimal;
  readonly difference: Decimal;
  readonly addends: readonly { readonly name: string; readonly amount: Decimal }[];
  /** Whether the addends, each rounded by itself, could miss by as much. */
  readonly byRounding: boolean;
}

function columnFindings(grid: Grid, column: number): Map<number, Finding> {
  const findings = new Map<number, Finding>();
  for (const row of grid.rows) {
    const cell = row.cells[column];
    const settled = grid.columns[column];
    if (cell === undefined || settled === undefined || row.kind === 'group' || row.kind === 'note') continue;
    if (typedFigure(cell) === undefined || !isAdditive(grid, settled, row)) continue;
    const readings = leftReadings(grid, row, column);
    const finding = judge(cell, readings);
    if (finding !== undefined && !readings.some((reading) => isProduct(cell, reading)))
      findings.set(row.index, finding);
  }
  return findings;
}

/** Days times a daily rate is a total too. */
function isProduct(total: Cell, reading: Reading): boolean {
  const figure = typedFigure(total);
  const [a, b] = reading.map((part) => part.cell.value);
  if (figure === undefined || reading.length !== 2 || a?.kind !== 'number' || b?.kind !== 'number')
    return false;
  return roundTo(a.amount.times(b.amount), figure.decimals).eq(figure.amount);
}

function typedFigure(cell: Cell): { readonly amount: Decimal; readonly decimals: number } | undefined {
  return cell.origin === undefined && cell.input.kind === 'figure' ? cell.input.figure : undefined;
}

/** Compares a typed total with each reading; undefined where no reading can be added up. */
function judge(cell: Cell, readings: Iterable<Reading>): Finding | undefined {
  const figure = typedFigure(cell);
  if (figure === undefined) return undefined;
  const { amount, decimals } = figure;
  let nearest: Finding | undefined;
  for (const reading of readings) {
    const addends = addendsIn(cell, reading);
    if (addends === undefined) continue;
    const sum = addends.reduce((total, a) => total.plus(a.amount), zero);
    const difference = roundTo(sum, decimals).minus(amount);
    const inRoom = difference.abs().lte(roundingRoom(addends, decimals));
    const agrees = difference.isZero() || (inRoom && toleratesRounding(cell));
    const byRounding = roundingExplains(difference, addends, decimals, cell.unit);
    const finding = { agrees, sum, difference, addends, byRounding };
    if (agrees) return finding;
    if (nearest === undefined || difference.abs().lt(nearest.difference.abs())) nearest = finding;
  }
  return nearest;
}

function toleratesRounding(cell: Cell): boolean {
  return cell.grid.columns[cell.column]?.rounding === true || cell.grid.rows[cell.row]?.rounding === true;
}

/** Figures of a reading in the unit of the total; undefined where one is no figure, or there are fewer than two. */
function addendsIn(total: Cell, reading: Reading): Finding['addends'] | undefined {
  const addends: { name: string; amount: Decimal }[] = [];
  for (const { cell, name, minus } of reading) {
    const { value } = cell;
    if (value.kind === 'blank') continue;
    if (value.kind !== 'number') return undefined;
    if ((value.unit === undefined) !== (total.unit === undefined)) return undefined;
    if (value.unit !== undefined && total.unit !== undefined && !compatible(value.unit, total.unit))
      return undefined;
    const amount = amountIn(value, total.unit);
    addends.push({ name, amount: minus ? amount.negated() : amount });
  }
  return addends.length < 2 ? undefined : addends;
}

function complaint(cell: Cell, finding: Finding, where: 'above' | 'left'): Diagnostic {
  const { amount, decimals } = typedFigure(cell) ?? { amount: zero, decimals: 0 };
  const { sum, difference, addends, byRounding } = finding;
  const slip = unitSlip(amount, sum);
  const size = shown(cell, difference.abs(), decimals);
  const found = slip
    ? shown(cell, sum, sum.decimalPlaces())
    : `${shown(cell, sum, decimals)} (${size} ${difference.isNegative() ? 'less' : 'more'})`;
  const place = where === 'above' ? 'above' : 'on its left';
  const keep = `Write =SUM(${where === 'above' ? 'ABOVE' : 'LEFT'}) in its place`;
  const cause = likelyCause(amount, sum, addends, decimals);
  const hint = byRounding
    ? `Rounding may explain it: then add tolerance=rounding to the caption line. ${keep} to have it added up.`
    : `${cause ?? 'Look for a row that was left out or mistyped, or correct the total.'} ${keep}, and it is added up from now on.`;
  return warning(
    'total-adds-up',
    cell.span,
    `${cellName(cell)} says ${asTyped(cell, amount, decimals)}, but the figures ${place} add up to ${found}`,
    { hint },
  );
}

function shown(cell: Cell, figure: Decimal, decimals: number): string {
  const unit = cell.input.kind === 'figure' ? cell.input.figure.unit : undefined;
  return unit === undefined
    ? plainNumber(figure, decimals, 'minus')
    : figureWithUnit(figure, unit, decimals, 'minus');
}

/** The figure in the author's own form, `(0.150)`, where the table keeps it. */
function asTyped(cell: Cell, amount: Decimal, decimals: number): string {
  const typed = plainText(cell.content).trim();
  return readFigure(typed)?.amount.eq(amount) === true ? typed : shown(cell, amount, decimals);
}
