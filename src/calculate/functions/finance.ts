/** Appraisal and finance: discounting, returns, payback, loans. */
import { add } from '../arithmetic.js';
import { Decimal, divide, isUsable, one, scale, zero } from '../decimal.js';
import { normalise } from '../labels.js';
import type { Schedule } from '../schedules.js';
import { discountFactor, farthestYear, findSchedule, optimismBounds, scheduleNames } from '../schedules.js';
import { nearest } from '../../source/nearest.js';
import { Stop } from '../operand.js';
import type { Unit } from '../unit.js';
import { percent } from '../unit.js';
import { amountIn, baseAmount, number } from '../value.js';
import type { NumberValue, Value } from '../value.js';
import type { Call, FunctionDefinition } from './definition.js';

interface Flows {
  readonly amounts: readonly Decimal[];
  readonly unit?: Unit;
}

/** Flows by year. An empty cell is a year without a flow: leaving it out would move all later ones. */
function flows(call: Call, i: number): Flows {
  const values = call.values(i, i + 1);
  const unit = values.find((v): v is NumberValue => v.kind === 'number' && v.unit !== undefined)?.unit;
  const amounts = values.map((value: Value) => {
    if (value.kind === 'blank') return zero;
    if (value.kind === 'word') throw new Stop(value);
    if (value.kind !== 'number')
      return call.fail('holds words, and has to be a row or column of figures', undefined, i);
    return amountIn(add(value, number(zero, unit)), unit);
  });
  if (amounts.length === 0)
    return call.fail('has no figures', 'Name a row or a column, as in [Net benefit, *].', i);
  if (amounts.length > farthestYear + 1)
    return call.fail(`has more than ${farthestYear} years`, undefined, i);
  return unit === undefined ? { amounts } : { amounts, unit };
}

/** A rate or a share as a fraction: 3.5% and 0.035 are the same. */
function fraction(call: Call, i: number): Decimal {
  return baseAmount(call.number(i));
}

type Factor = (year: number) => Decimal;

/** A schedule by name, or a flat rate. */
function discounting(call: Call, i: number): Factor {
  const value = call.value(i);
  if (value.kind === 'text') {
    const schedule: Schedule | undefined = findSchedule(value.text);
    if (schedule === undefined) {
      const near = nearest(value.text, scheduleNames());
      return call.fail(
        `is “${value.text}”, which is not a discount schedule`,
        near === undefined ? `Use one of ${scheduleNames().join(', ')}.` : `Did you mean “${near}”?`,
        i,
      );
    }
    return (year) => discountFactor(schedule, year);
  }
  const growth = one.plus(fraction(call, i));
  if (growth.lte(0)) return call.fail('has to be more than −100%', undefined, i);
  const chain = [one];
  return (year) => {
    for (let t = chain.length; t <= year; t++) chain.push(divide(chain[t - 1] ?? one, growth));
    return chain[year] ?? one;
  };
}

function presentValue(amounts: readonly Decimal[], factor: Factor, first = 0): Decimal {
  return amounts.reduce(
    (sum, amount, t) => sum.plus(amount.isZero() ? zero : amount.times(factor(t + first))),
    zero,
  );
}

/** Year in which the running total reaches zero, interpolated inside it; undefined for never. */
function payback(amounts: readonly Decimal[], factor: Factor): Decimal | undefined {
  let before = zero;
  for (const [t, amount] of amounts.entries()) {
    const present = amount.times(factor(t));
    const after = before.plus(present);
    if (after.gte(0)) return t === 0 ? zero : new Decimal(t - 1).plus(divide(before.negated(), present));
    before = after;
  }
  return undefined;
}

/** The rate at which the present value is zero: bracketed in binary numbers, then refined in decimal ones. */
function internalRate(amounts: readonly Decimal[]): Decimal | undefined {
  const plain = amounts.map((a) => a.toNumber());
  const value = (rate: number): number => plain.reduceRight((sum, amount) => sum / (1 + rate) + amount, 0);
  const grid = Array.from({ length: 400 }, (_, i) => (i < 200 ? -0.99 + i * 0.01 : 1.01 * 1.05 ** (i - 200)));
  const brackets = grid.flatMap((low, i) => {
    const high = grid[i + 1];
    return high !== undefined && Math.sign(value(low)) !== Math.sign(value(high))
      ? [[low, high] as const]
      : [];
  });
  // Excel begins its search at 10 %: of several rates it finds the nearest one.
  const [bracket] = brackets.sort((a, b) => Math.abs(a[0] - 0.1) - Math.abs(b[0] - 0.1));
  if (bracket === undefined) return undefined;
  let [low, high] = bracket;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (Math.sign(value(middle)) === Math.sign(value(low))) low = middle;
    else high = middle;
  }
  let rate = new Decimal((low + high) / 2);
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

/** (1 + r) to the power n, and the annuity sum, as Excel's PV and PMT have them. */
function annuity(call: Call): { readonly growth: Decimal; readonly sum: Decimal; readonly future: Decimal } {
  const rate = fraction(call, 0);
  const periods = call.number(1).amount;
  const due = call.count > 4 && !call.number(4).amount.isZero();
  if (rate.lte(-1)) return call.fail('has to be more than −100%', undefined, 0);
  if (periods.abs().gt(farthestYear * 12)) return call.fail('is too large', undefined, 1);
  const growth = one.plus(rate).pow(periods);
  if (!isUsable(growth) || growth.isZero()) return call.fail('gives a figure too large to be printed');
  const sum = rate.isZero() ? periods : divide(growth.minus(1), rate).times(due ? one.plus(rate) : one);
  return { growth, sum, future: call.count > 3 ? call.number(3).amount : zero };
}

export const financeFunctions: Readonly<Record<string, FunctionDefinition>> = {
  NPSV: {
    args: ['schedule', 'flows'],
    run: (call) => {
      const factor = discounting(call, 0);
      const { amounts, unit } = flows(call, 1);
      return number(presentValue(amounts, factor), unit);
    },
  },
  NPV: {
    args: ['rate', 'flows...'],
    run: (call) => {
      const factor = discounting(call, 0);
      const { numbers, unit } = call.numbers(1);
      return number(
        presentValue(
          numbers.map((n) => amountIn(add(n, number(zero, unit)), unit)),
          factor,
          1,
        ),
        unit,
      );
    },
  },
  XNPV: {
    args: ['rate', 'flows', 'dates'],
    run: (call) => {
      const growth = one.plus(fraction(call, 0));
      if (growth.lte(0)) return call.fail('has to be more than −100%', undefined, 0);
      const { amounts, unit } = flows(call, 1);
      const dates = call.values(2, 3);
      if (dates.length !== amounts.length)
        return call.fail(
          `are ${dates.length}, and the flows are ${amounts.length}`,
          'Each flow has a date.',
          2,
        );
      const [first] = dates;
      const total = amounts.reduce((sum, amount, i) => {
        const date = dates[i];
        if (date?.kind !== 'date' || first?.kind !== 'date')
          return call.fail('has to be a row or column of dates, as in 2019-01-30', undefined, 2);
        return sum.plus(
          divide(amount, growth.pow(divide(new Decimal(date.day - first.day), new Decimal(365)))),
        );
      }, zero);
      return number(total, unit);
    },
  },
  IRR: {
    args: ['flows'],
    run: (call) => {
      const rate = internalRate(flows(call, 0).amounts);
      if (rate === undefined)
        return call.fail(
          'never crosses zero, so there is no rate of return',
          'Costs are negative and benefits positive.',
          0,
        );
      return number(scale(rate, 2), percent);
    },
  },
  PAYBACK: {
    args: ['flows', 'schedule?'],
    run: (call) => {
      const { amounts } = flows(call, 0);
      const year = payback(amounts, call.count > 1 ? discounting(call, 1) : () => one);
      return year === undefined ? { kind: 'text', text: 'Never' } : number(year);
    },
  },
  PV: {
    args: ['rate', 'periods', 'payment', 'future value?', 'at the start?'],
    run: (call) => {
      const { growth, sum, future } = annuity(call);
      const payment = call.number(2);
      return number(divide(payment.amount.times(sum).plus(future).negated(), growth), payment.unit);
    },
  },
  PMT: {
    args: ['rate', 'periods', 'present value', 'future value?', 'at the start?'],
    run: (call) => {
      const { growth, sum, future } = annuity(call);
      const present = call.number(2);
      if (sum.isZero()) return call.fail('has to be more than zero', undefined, 1);
      return number(divide(present.amount.times(growth).plus(future).negated(), sum), present.unit);
    },
  },
  DISCOUNTFACTOR: {
    args: ['schedule', 'year'],
    run: (call) => {
      const year = call.integer(1);
      if (year < 0 || year > farthestYear)
        return call.fail(`has to be from 0 to ${farthestYear}`, undefined, 1);
      return number(discounting(call, 0)(year));
    },
  },
  OPTIMISM: {
    args: ['cost', 'upper bound', 'mitigation'],
    run: (call) => {
      const cost = call.number(0);
      const bound = call.value(1);
      let share: Decimal;
      if (bound.kind === 'text') {
        const known = optimismBounds[normalise(bound.text)];
        if (known === undefined) {
          return call.fail(
            `is “${bound.text}”, which is not a kind of project`,
            `Use a percentage, or one of ${Object.keys(optimismBounds).join(', ')}.`,
            1,
          );
        }
        share = new Decimal(known).div(100);
      } else share = fraction(call, 1);
      const mitigation = fraction(call, 2);
      if (mitigation.lt(0) || mitigation.gt(1)) return call.fail('has to be from 0% to 100%', undefined, 2);
      return number(cost.amount.times(one.plus(share.times(one.minus(mitigation)))), cost.unit);
    },
  },
};
