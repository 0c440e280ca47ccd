/** What most often makes a typed total miss its figures: a slip of the unit, a sign, a row left out, digits swapped. */
import type { Decimal } from '../decimal.js';
import { roundTo, scale, tenTo } from '../decimal.js';
import type { Unit } from '../unit.js';

/** One of the figures that a total should be the sum of, in the total's own unit. */
export interface Addend {
  readonly name: string;
  readonly amount: Decimal;
}

/**
 * The likeliest cause as a sentence, or undefined where none stands out.
 *
 * `typed` is the total that was typed with `decimals` digits after the point, `computed` the sum of `addends`.
 */
export function likelyCause(
  typed: Decimal,
  computed: Decimal,
  addends: readonly Addend[],
  decimals: number,
): string | undefined {
  if (computed.isZero() || typed.isZero()) return undefined;
  if (unitSlip(typed, computed))
    return 'The total and the figures seem to be in different units, pounds, thousands or millions: write all of them in one.';
  const at = (amount: Decimal): Decimal => roundTo(amount, decimals);
  if (at(computed).eq(typed.negated())) return 'The size is right and the sign is not: check the minus.';
  const difference = at(typed.minus(computed));
  const counted = addends.filter(({ amount }) => !at(amount).isZero());
  const left = counted.find(({ amount }) => at(amount).eq(difference.negated()));
  if (left !== undefined)
    return `The difference is “${left.name}”, which the total may leave out, or which may stand in the wrong place.`;
  const twice = counted.find(({ amount }) => at(amount).eq(difference));
  if (twice !== undefined) return `The difference is “${twice.name}”, which the total may count twice.`;
  const turned = counted.find(({ amount }) => at(amount.times(-2)).eq(difference));
  if (turned !== undefined) return `The difference is twice “${turned.name}”: check its sign.`;
  for (const power of [-3, 3]) {
    const other = counted.find(({ amount }) =>
      computed
        .minus(amount)
        .plus(scale(amount, power))
        .minus(typed)
        .abs()
        .lte(
          tenTo(-decimals)
            .times(counted.length + 1)
            .div(2),
        ),
    );
    if (other !== undefined)
      return `“${other.name}” seems to be in another unit: as ${scale(other.amount, power).toString()} it would fit the total.`;
  }
  if (swaps(typed, decimals).some((t) => t.eq(at(computed))))
    return 'Two digits of the total seem to have changed places.';
  const swapped = counted.find(({ amount }) =>
    swaps(amount, Math.max(decimals, amount.decimalPlaces())).some((other) =>
      at(computed.minus(amount).plus(other)).eq(typed),
    ),
  );
  if (swapped !== undefined)
    return `Two digits of “${swapped.name}” may have changed places: with them swapped the total is right.`;
  return undefined;
}

/**
 * Whether a difference can come of rounding: half a unit of the last digit for each figure that is not nought, and one half for
 * the total. Whole numbers without a unit are counts, which nobody rounds.
 */
export function roundingExplains(
  difference: Decimal,
  addends: readonly Addend[],
  decimals: number,
  unit: Unit | undefined,
): boolean {
  if (decimals === 0 && unit?.family !== 'money' && unit?.family !== 'percent') return false;
  return difference.abs().lte(roundingRoom(addends, decimals));
}

/** What rounding can make a total of these figures miss by. */
export function roundingRoom(addends: readonly Addend[], decimals: number): Decimal {
  const rounded = addends.filter(({ amount }) => !amount.isZero()).length;
  return tenTo(-decimals)
    .times(rounded + 1)
    .div(2);
}

/** Whether one is about a thousand or a million times the other. */
export function unitSlip(typed: Decimal, computed: Decimal): boolean {
  if (computed.isZero() || typed.isZero()) return false;
  const ratio = typed.div(computed).abs();
  return [-6, -3, 3, 6].some((power) => ratio.div(tenTo(power)).minus(1).abs().lt('0.01'));
}

/** The figure with each pair of neighbouring digits swapped in turn; figures of fewer than three digits have none. */
function swaps(amount: Decimal, decimals: number): readonly Decimal[] {
  const digits = amount.times(tenTo(decimals)).abs().toFixed(0);
  if (digits.length < 3) return [];
  const found: Decimal[] = [];
  for (let i = 0; i + 1 < digits.length; i++) {
    const [a = '', b = ''] = [digits[i], digits[i + 1]];
    if (a === b || (i === 0 && b === '0')) continue;
    const other = tenTo(0)
      .times(digits.slice(0, i) + b + a + digits.slice(i + 2))
      .times(tenTo(-decimals));
    found.push(amount.isNegative() ? other.negated() : other);
  }
  return found;
}
