/** Decimal arithmetic of the calculation: exact for + - ×, 40 digits for division, half away from zero for display. */
import { Decimal as Base } from 'decimal.js';

/** A decimal number of this room. Never mix it with numbers of another decimal.js context. */
export type Decimal = Base;

/** A hundred digits make sums and products of any figures a paper holds exact; the exponent limit keeps `9^9^9` from hanging. */
export const Decimal = Base.clone({
  precision: 100,
  rounding: Base.ROUND_HALF_UP,
  maxE: 2000,
  minE: -2000,
  toExpNeg: -9000,
  toExpPos: 9000,
});

const Dividing = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, maxE: 2000, minE: -2000 });

export const zero = new Decimal(0);
export const one = new Decimal(1);

/** A memo table of a pure function, bounded by the exponents that decimals may have: it cannot show. */
const powers = new Map<number, Decimal>();

/** 10 to the power `n`. */
export function tenTo(n: number): Decimal {
  let power = powers.get(n);
  if (power === undefined) powers.set(n, (power = new Decimal(10).pow(n)));
  return power;
}

/** `a` moved by `n` decimal places: exact. */
export function scale(a: Decimal, n: number): Decimal {
  return n === 0 ? a : a.times(tenTo(n));
}

/** `a / b` to 40 significant digits. The caller has made sure that `b` is not zero. */
export function divide(a: Decimal, b: Decimal): Decimal {
  return new Decimal(new Dividing(a).div(b));
}

/** Digits that a division can be trusted with once a few more operations have used its result. */
const trusted = 36;

/** A third of three is one: figures with more digits than a division gives are taken without the last of them. */
function settled(a: Decimal): Decimal {
  return a.precision() > trusted ? a.toSignificantDigits(trusted, Base.ROUND_HALF_UP) : a;
}

/** Order of two figures: below 0, 0 or above. What differs only by where a division stopped is equal. */
export function order(a: Decimal, b: Decimal): number {
  const exact = a.cmp(b);
  return exact === 0 ? 0 : settled(a).cmp(settled(b));
}

/** Rounds to `places` decimals, halves away from zero; a negative zero becomes 0. */
export function roundTo(a: Decimal, places: number): Decimal {
  if (a.decimalPlaces() <= places) return a.isZero() ? zero : a;
  const rounded = settled(a).toDecimalPlaces(places, Base.ROUND_HALF_UP);
  return rounded.isZero() ? zero : rounded;
}

/** Whether a result is a number that can be printed: not too large, not undefined. */
export function isUsable(a: Decimal): boolean {
  return a.isFinite() && (a.isZero() || a.e < 400);
}
