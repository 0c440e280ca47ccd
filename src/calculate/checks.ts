/** Runs the checks that a table declares: `that` must hold. */
import type { Engine } from './engine.js';
import { evaluateScalar } from './evaluate.js';
import type { Frame } from './frame.js';
import { guarded } from './frame.js';
import { error } from '../diagnostics/diagnostic.js';
import { compare } from './arithmetic.js';
import { Decimal, roundTo } from './decimal.js';
import { columnDecimals } from './display.js';
import { textOf } from './format.js';
import type { Grid } from './grid.js';
import { reportOnce, runFormula } from './settle.js';
import type { Value } from './value.js';
import { amountIn } from './value.js';

/** Runs the checks of a table. Equality is that of the figures as printed. */
export function runChecks(engine: Engine, grid: Grid): void {
  const negative = engine.world.style.negative;
  for (const check of grid.checks) {
    const frame: Frame = { engine, paper: grid.paper, grid, formula: check.formula, addends: 0, excluded: 0 };
    engine.depth = 0;
    let sides: { readonly left: Value; readonly right: Value } | undefined;
    const decimals = Math.max(
      0,
      ...grid.columns.filter((c) => c.numeric).map((c) => columnDecimals(grid)[c.index] ?? 0),
    );
    const outcome = runFormula(frame, (root) => {
      if (root.kind !== 'binary' || !comparisons.has(root.operator)) return evaluateScalar(frame, root);
      const left = evaluateScalar(frame, root.left);
      const right = evaluateScalar(frame, root.right);
      sides = { left, right };
      const { operator } = root;
      if (operator !== '=' && operator !== '<>') return evaluateScalar(frame, root);
      const equal = guarded(
        frame,
        root.at,
        () => sameAsPrinted(left, right, decimals) || within(left, right, check.tolerance),
      );
      return { kind: 'boolean', value: equal === (operator === '=') };
    });
    const value = reportOnce(frame, outcome);
    if (value.kind === 'error') continue;
    if (value.kind === 'boolean' && value.value) continue;
    const found = sides === undefined ? '' : `: ${sidesInWords(sides.left, sides.right, decimals, negative)}`;
    engine.report(
      error('check-holds', check.span, `the check ${check.formula.text} does not hold${found}`, {
        hint:
          check.because === undefined
            ? 'Correct the figure that is wrong, or the check.'
            : `It should hold because ${check.because.replace(/\.$/, '')}.`,
      }),
      grid.paper,
    );
  }
}

const comparisons: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>=']);

/** "£4,390k and £4,000k (£390k apart)": both sides at the digits that tell them apart, at most those of the table. */
function sidesInWords(left: Value, right: Value, most: number, negative: 'minus' | 'brackets'): string {
  if (left.kind !== 'number' || right.kind !== 'number')
    return `${shown(left, most, negative)} and ${shown(right, most, negative)}`;
  const unit = left.unit ?? right.unit;
  const [a, b] = [amountIn(left, unit), amountIn(right, unit)].map((amount) => roundTo(amount, most));
  if (a === undefined || b === undefined) return '';
  const decimals = Math.max(a.decimalPlaces(), b.decimalPlaces());
  const [x, y, gap] = [a, b, a.minus(b).abs()].map((amount) =>
    shown({ kind: 'number', amount, ...(unit === undefined ? {} : { unit }) }, decimals, negative),
  );
  return a.eq(b) ? `${x ?? ''} and ${y ?? ''}` : `${x ?? ''} and ${y ?? ''} (${gap ?? ''} apart)`;
}

function shown(value: Value, decimals: number, negative: 'minus' | 'brackets'): string {
  return textOf(
    value,
    {},
    value.kind === 'number' ? { decimals: Math.max(decimals, value.unit?.family === 'percent' ? 1 : 0) } : {},
    negative,
  ).text;
}

/** Whether two figures are no further apart than a check allows, in the unit of the first that has one. */
function within(left: Value, right: Value, tolerance: Decimal | undefined): boolean {
  if (tolerance === undefined || left.kind !== 'number' || right.kind !== 'number') return false;
  const unit = left.unit ?? right.unit;
  return amountIn(left, unit).minus(amountIn(right, unit)).abs().lte(tolerance);
}

function sameAsPrinted(left: Value, right: Value, decimals: number): boolean {
  if (left.kind !== 'number' || right.kind !== 'number') return compare(left, right) === 0;
  if (compare(left, right) === 0) return true;
  const unit = left.unit ?? right.unit;
  return roundTo(amountIn(left, unit), decimals).eq(roundTo(new Decimal(amountIn(right, unit)), decimals));
}
