/** Settles one cell: runs its formula, and compares it with the figure stated beside it. */
import type { Engine } from './engine.js';
import { evaluateScalar } from './evaluate.js';
import type { Frame } from './frame.js';
import { intoUnit, stopWith } from './frame.js';
import { error } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { Decimal, roundTo, tenTo } from './decimal.js';
import { differenceInWords } from './difference.js';
import { figureWithUnit, plainNumber } from './format.js';
import { repeatedRow, takenCell } from './coverage.js';
import { causeOfDifference } from './consistency/stated-cause.js';
import type { Figure } from './figure.js';
import { linearParts } from './parts.js';
import { normalise } from './labels.js';
import type { Cell, CellResult, Formula, Input } from './grid.js';
import { cellName } from './grid.js';
import { Stop } from './operand.js';
import type { NumberValue, Value } from './value.js';
import { amountIn, blank, number } from './value.js';

/** Runs the formula of a cell. Faults are reported here, once, at their place. */
export function settle(
  engine: Engine,
  cell: Cell,
  input: Extract<Input, { kind: 'formula' | 'stated' }>,
): { readonly value: Value; readonly result: CellResult } {
  const { formula } = input;
  const frame: Frame = {
    engine,
    paper: cell.grid.paper,
    grid: cell.grid,
    cell,
    formula,
    addends: 0,
    excluded: 0,
  };
  const repeats = repeatedRow(frame);
  if (repeats !== undefined) return { value: blank, result: { computed: blank, excluded: 0, repeats } };
  const computed = runFormula(frame, (root) => intoUnit(frame, evaluateScalar(frame, root), cell, root.at));
  const value = reportOnce(frame, computed);
  if (input.kind === 'formula') {
    const { excluded, missing } = frame;
    const source =
      formula.within === undefined || value.kind !== 'number' ? undefined : takenCell(frame, formula);
    return {
      value,
      result: {
        computed: value,
        excluded,
        ...(missing === undefined ? {} : { missing }),
        ...(source === undefined ? {} : { source }),
      },
    };
  }
  if (typeof input.stated === 'object' && 'word' in input.stated) {
    const word = input.stated.word;
    const stated: Value = { kind: 'text', text: word };
    if (value.kind === 'error')
      return { value: stated, result: { computed: value, excluded: frame.excluded } };
    const agreed = normalise(word) === normalise(value.kind === 'text' ? value.text : '');
    if (!agreed)
      engine.report(
        error(
          'total-agrees',
          cell.span,
          `${cellName(cell)} says ${word}, but the figures give ${value.kind === 'text' ? value.text : 'no word'}`,
          { hint: 'Correct the word, or the figures it follows from.' },
        ),
        frame.paper,
      );
    return { value: stated, result: { computed: value, agreed, excluded: frame.excluded } };
  }
  const { stated } = input;
  const statedValue = number(stated.amount, stated.unit ?? cell.unit);
  if (value.kind !== 'number') {
    if (value.kind !== 'error')
      engine.report(
        error(
          'total-agrees',
          cell.span,
          `${cellName(cell)} says ${input.typed}, but the formula gives ${value.kind === 'text' ? `“${value.text}”` : 'no figure'}`,
          { hint: value.kind === 'text' ? 'Correct the figure, or the formula.' : 'Correct the formula.' },
        ),
        frame.paper,
      );
    return { value: statedValue, result: { computed: value, excluded: frame.excluded, agreed: false } };
  }
  const allowance = allowed(input, stated.decimals, cell, frame.addends);
  const comparison = compareStated(statedValue, value, stated.decimals, allowance);
  // A difference that the row explains is printed under the table, and is no fault.
  const explained = cell.grid.rows[cell.row]?.because;
  if (!comparison.agreed && explained === undefined)
    engine.report(disagreement(engine, cell, input, statedValue, comparison.computed, stated), frame.paper);
  return {
    value: statedValue,
    result: {
      computed: value,
      agreed: comparison.agreed,
      excluded: frame.excluded,
      ...(comparison.agreed || explained === undefined ? {} : { explained }),
      ...(comparison.agreed && !comparison.exact && allowsRounding(cell)
        ? { roundingUsed: comparison.difference }
        : {}),
    },
  };
}

/** Runs `body` on the tree of the frame's formula and gives errors as values. */
export function runFormula(
  frame: Frame,
  body: (root: Extract<Formula['parsed'], { ok: true }>['root']) => Value,
): Value {
  const { parsed } = frame.formula;
  const { depth } = frame.engine;
  try {
    if (!parsed.ok)
      return stopWith(
        frame,
        parsed.fault.at,
        parsed.fault.rule ?? 'formula-is-complete',
        parsed.fault.message,
        parsed.fault.hint,
      );
    return body(parsed.root);
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown;
    frame.engine.depth = depth;
    if (frame.formula.within !== undefined && isMissing(thrown.value)) {
      frame.missing = thrown.value.diagnostic;
      return blank;
    }
    return thrown.value;
  }
}

/** Whether a collected figure is not there, which is no fault of its paper. */
function isMissing(value: Value): value is Extract<Value, { kind: 'error' }> {
  return (
    value.kind === 'error' &&
    !value.reported &&
    ['table-exists', 'label-exists', 'paper-exists'].includes(value.diagnostic.rule)
  );
}

/** Reports an error that arose here; an error of another cell was reported there. */
export function reportOnce(frame: Frame, value: Value): Value {
  if (value.kind !== 'error' || value.reported) return value;
  frame.engine.report(value.diagnostic, frame.paper);
  return { ...value, reported: true };
}

/** Whether the column or the row says that its stated figures may miss by rounding. */
function allowsRounding(cell: Cell): boolean {
  return cell.grid.columns[cell.column]?.rounding === true || cell.grid.rows[cell.row]?.rounding === true;
}

function allowed(
  input: Extract<Input, { kind: 'stated' }>,
  decimals: number,
  cell: Cell,
  addends: number,
): Decimal | undefined {
  const ulp = tenTo(-decimals);
  if (input.tolerance !== undefined) return input.tolerance;
  if (input.approximate) return ulp;
  if (allowsRounding(cell)) return ulp.times(addends).div(2);
  return undefined;
}

/** Compares at the decimals of the stated figure, half away from zero, within an allowance. */
export function compareStated(
  stated: NumberValue,
  computed: NumberValue,
  decimals: number,
  allowance?: Decimal,
): {
  readonly agreed: boolean;
  readonly exact: boolean;
  readonly difference: Decimal;
  readonly computed: Decimal;
} {
  const amount = amountIn(computed, stated.unit);
  const rounded = roundTo(amount, decimals);
  const difference = rounded.minus(stated.amount).abs();
  const exact = difference.isZero();
  const near =
    allowance !== undefined && Decimal.min(difference, amount.minus(stated.amount).abs()).lte(allowance);
  return { agreed: exact || near, exact, difference, computed: rounded };
}

function disagreement(
  engine: Engine,
  cell: Cell,
  { typed, formula }: Extract<Input, { kind: 'stated' }>,
  stated: NumberValue,
  computed: Decimal,
  { decimals, unit }: Figure,
): Diagnostic {
  const shown = (amount: Decimal): string =>
    unit === undefined
      ? plainNumber(amount, decimals, 'minus')
      : figureWithUnit(amount, unit, decimals, 'minus');
  const difference = computed.minus(stated.amount);
  const sums = /^\s*SUM\s*\(/i.test(formula.text);
  const than = differenceInWords(difference, unit, decimals, 'minus');
  const parts = linearParts(engine, cell);
  const cause = parts === undefined ? undefined : causeOfDifference(cell, parts, stated, computed, decimals);
  return error(
    'total-agrees',
    cell.span,
    `${cellName(cell)} says ${typed}, but ${sums ? 'the figures add up to' : 'the formula gives'} ${shown(computed)} (${than})`,
    {
      related: [{ span: formula.place(0, formula.text.length), message: `checked with ${formula.text}` }],
      hint:
        cause ??
        (sums
          ? 'Look for a row that was left out or mistyped, or correct the total.'
          : 'Correct the figure, or the figures it follows from.'),
    },
  );
}
