/** The rates at which flows by year are worth nothing: found in binary numbers, then refined in decimal ones. */
import { Decimal, divide, one, zero } from './decimal.js';

/** Excel begins its search here: of several rates it finds the nearest one. */
const start = 0.1;

/** Rates from −99% to far beyond what any project earns, closer where rates of projects lie. */
const grid: readonly number[] = Array.from({ length: 400 }, (_, i) =>
  i < 200 ? -0.99 + i * 0.01 : 1.01 * 1.05 ** (i - 200),
);

/** Rates of return as fractions, the one nearest to 10% first; none where the present value never crosses zero. */
export function internalRates(amounts: readonly Decimal[]): readonly Decimal[] {
  const plain = amounts.map((a) => a.toNumber());
  const value = (rate: number): number => plain.reduceRight((sum, amount) => sum / (1 + rate) + amount, 0);
  const signs = grid.map((rate) => Math.sign(value(rate)));
  const found: number[] = [];
  for (let i = 0; i + 1 < grid.length; i++) {
    const [low = 0, high = 0] = [grid[i], grid[i + 1]];
    const [below, above] = [signs[i], signs[i + 1]];
    // A rate of the grid that is one itself is found once, from below.
    if (below === 0 || below === above) continue;
    if (above === 0) {
      if (signs.slice(i + 1).some((sign) => sign !== 0)) found.push(high);
    } else found.push(bisected(value, low, high));
  }
  return found.sort((a, b) => Math.abs(a - start) - Math.abs(b - start)).map((rate) => new Decimal(rate));
}

function bisected(value: (rate: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const below = Math.sign(value(low));
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (Math.sign(value(middle)) === below) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A rate found in binary numbers with the digits of decimal ones, by Newton's method. */
export function refined(rough: Decimal, amounts: readonly Decimal[]): Decimal {
  let rate = rough;
  for (let i = 0; i < 3; i++) {
    let sum = zero;
    let slope = zero;
    let factor = one;
    const growth = one.plus(rate);
    for (const [t, amount] of amounts.entries()) {
      sum = sum.plus(amount.times(factor));
      slope = slope.minus(divide(amount.times(factor).times(t), growth));
      factor = divide(factor, growth);
    }
    if (slope.isZero()) break;
    rate = rate.minus(divide(sum, slope)).toDecimalPlaces(36);
  }
  return rate;
}
