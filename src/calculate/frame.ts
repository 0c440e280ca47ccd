/** A formula at work: reading cells, ending with an error at a place of the formula, taking one value out of a range. */
import type { RuleId } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { error } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/span.js';
import { add, OperationFault } from './arithmetic.js';
import type { Engine, RunningSum } from './engine.js';
import { force } from './engine.js';
import type { Cell, Formula, Grid } from './grid.js';
import { cellName } from './grid.js';
import type { Operand, Range } from './operand.js';
import { cellsOf, Stop } from './operand.js';
import type { At, Expression } from './syntax.js';
import { compatible } from './unit.js';
import type { NumberValue, Value } from './value.js';
import { amountIn, number } from './value.js';
import type { CalculationPaper } from './world.js';

/** One formula being evaluated. */
export interface Frame {
  readonly engine: Engine;
  readonly paper: CalculationPaper;
  readonly grid?: Grid;
  readonly cell?: Cell;
  readonly formula: Formula;
  /** Figures read: each may carry half a unit of rounding. */
  addends: number;
  /** Figures to be confirmed that functions left out. */
  excluded: number;
  /** Why a collected cell is blank. */
  missing?: Diagnostic;
  /** Cells read, for the tree that explains a figure; only kept when asked for. */
  readonly reads?: Set<Cell>;
}

/** Ends the formula with an error at a stretch of it. */
export function stopWith(
  frame: Frame,
  at: At,
  rule: RuleId,
  message: string,
  hint?: string,
  related?: readonly { readonly span: Span; readonly message: string }[],
): never {
  const extra = { ...(hint === undefined ? {} : { hint }), ...(related === undefined ? {} : { related }) };
  throw new Stop({
    kind: 'error',
    diagnostic: error(rule, frame.formula.place(at.start, at.end), message, extra),
    reported: false,
  });
}

/** Reads a cell for a formula; an error in it ends the formula, silently, since the cell has reported it. */
export function readCellValue(frame: Frame, cell: Cell): Value {
  const value = force(frame.engine, cell);
  frame.reads?.add(cell);
  if (cell.grid.paper !== frame.paper) noteDependency(frame, cell.grid.paper);
  if (value.kind === 'number') frame.addends++;
  if (value.kind === 'error') throw new Stop(value.reported ? value : { ...value, reported: true });
  return value;
}

/** Notes that the paper of the formula reads another. */
export function noteDependency(frame: Frame, paper: CalculationPaper): void {
  const { dependencies } = frame.engine;
  let read = dependencies.get(frame.paper.address);
  if (read === undefined) dependencies.set(frame.paper.address, (read = new Set()));
  read.add(paper.address);
}

/** Takes the one value out of an operand, or ends with an error. */
export function scalar(frame: Frame, node: Expression, operand: Operand): Value {
  switch (operand.kind) {
    case 'range': {
      const cells = [...cellsOf(operand)];
      const [only] = cells;
      if (only !== undefined && cells.length === 1) return readCellValue(frame, only);
      const typed = frame.formula.text.slice(node.at.start, node.at.end);
      const label = /^\[([^@,\]]+)\]$/.exec(typed)?.[1];
      return stopWith(
        frame,
        node.at,
        'reference-is-one-cell',
        `${typed} is ${cells.length === 0 ? 'empty' : `${cells.length} cells`}, and one figure is needed here`,
        label === undefined
          ? 'Name a row and a column, or add the cells up with SUM.'
          : `Write [@${label}] for the cell of this row, or SUM([${label}]) for the whole column.`,
      );
    }
    case 'table':
      return stopWith(
        frame,
        node.at,
        'reference-is-one-cell',
        `“${operand.grid.id ?? ''}” is a whole table, and one figure is needed here`,
        `Name a row and a column: ${operand.grid.id ?? ''}[row, column].`,
      );
    case 'map':
      return stopWith(
        frame,
        node.at,
        'reference-is-one-cell',
        `“${frame.formula.text.slice(node.at.start, node.at.end)}” holds several values, and one is needed here`,
        `Add one of ${operand.node.entries
          .slice(0, 6)
          .map((e) => e.key)
          .join(', ')} after a full stop.`,
      );
    case 'list':
      return stopWith(
        frame,
        node.at,
        'reference-is-one-cell',
        'this is a list, and one value is needed here',
        'ROWS counts its entries.',
      );
    case 'values':
      return stopWith(
        frame,
        node.at,
        'reference-is-one-cell',
        `these are ${operand.values.length} figures, and one is needed here`,
        'Add them up with SUM, or discount them with NPSV.',
      );
    case 'error':
      throw new Stop(operand);
    default:
      return operand;
  }
}

/**
 * Turns a fault of an operation into an error at its place in the formula. `zero` words a division by zero, where it can
 * say more than the operation.
 */
export function guarded<T>(frame: Frame, at: At, run: () => T, zero?: () => string | undefined): T {
  try {
    return run();
  } catch (thrown) {
    if (!(thrown instanceof OperationFault)) throw thrown;
    const { rule, message, hint } = thrown;
    const better = rule === 'divisor-is-not-zero' ? zero?.() : undefined;
    return stopWith(frame, at, rule, better ?? `${message}${whichCell(frame)}`, hint);
  }
}

/** " (in Youth, Net)", where the formula stands apart from its cell, as that of a whole column does. */
export function whichCell({ cell, formula }: Frame): string {
  if (cell === undefined) return '';
  const { start } = formula.place(0, 0);
  const apart = start < cell.span.start || start > cell.span.end;
  return apart ? ` (in ${cellName(cell)})` : '';
}

/** Brings a value into the unit of its cell; money never becomes posts. */
export function intoUnit(frame: Frame, value: Value, cell: Cell, at: At): Value {
  const { unit } = cell;
  if (value.kind !== 'number' || unit === undefined || value.unit === unit) return value;
  if (value.unit !== undefined && !compatible(value.unit, unit)) {
    return stopWith(
      frame,
      at,
      'units-agree',
      `${cellName(cell)} is in ${unit.name}, and the formula gives a figure in ${value.unit.name}`,
      'Check the formula, or give the row or column the right unit with {unit=...}.',
    );
  }
  return number(amountIn(value, unit), unit);
}

/** Adds figures of a range, keeping running totals of long columns. */
export function sumRange(frame: Frame, range: Range): { readonly total: NumberValue | undefined } {
  if (range.to <= range.from) return { total: undefined };
  const { sums } = frame.engine;
  let known = sums.get(range.cells);
  if (known === undefined) sums.set(range.cells, (known = new Map<number, RunningSum>()));
  const cached = known.get(range.from);
  let { to, total, count, excluded } =
    cached === undefined || cached.to > range.to || frame.reads !== undefined
      ? { to: range.from, total: undefined, count: 0, excluded: 0 }
      : cached;
  const before = { addends: frame.addends, excluded: frame.excluded };
  for (const cell of cellsOf({ ...range, from: to })) {
    const value = readCellValue(frame, cell);
    if (value.kind === 'word') excluded++;
    if (value.kind !== 'number') continue;
    count++;
    total = total === undefined ? number(value.amount, value.unit) : add(total, value);
  }
  to = range.to;
  known.set(range.from, { to, total, count, excluded });
  frame.addends = before.addends + count;
  frame.excluded = before.excluded + excluded;
  return { total };
}
