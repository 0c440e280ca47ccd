/** Appraisal and finance: discounting, returns, payback, optimism bias. */
import { add } from '../arithmetic.js';
import { Decimal, divide, one, scale, zero } from '../decimal.js';
import { plainNumber } from '../format.js';
import { counted, listInWords } from '../../model/words.js';
import { internalRates, refined } from '../rate-of-return.js';
import { normalise } from '../labels.js';
import type { Schedule } from '../schedules.js';
import {
  asksForLowRates,
  discountFactor,
  farthestYear,
  findSchedule,
  longHorizon,
  optimismBounds,
  scheduleNames,
} from '../schedules.js';
import { nearest } from '../../source/nearest.js';
import { Stop } from '../operand.js';
import type { Unit } from '../unit.js';
import { percent } from '../unit.js';
import { amountIn, baseAmount, number } from '../value.js';
import type { NumberValue, Value } from '../value.js';
import type { Call, FunctionDefinition } from './definition.js';

/** The first change of the rates of every schedule of the Green Book. */
const fallingFrom = 30;

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
      return call.fail(
        'holds words, and has to be a row or column of figures',
        'Name a row without its label, as in flows[Net, *].',
        i,
      );
    return amountIn(add(value, number(zero, unit)), unit);
  });
  if (amounts.length === 0)
    return call.fail('has no figures', 'Name a row or a column, as in [Net benefit, *].', i);
  if (amounts.length > farthestYear + 1)
    return call.fail(`has more than ${farthestYear} years`, undefined, i);
  return unit === undefined ? { amounts } : { amounts, unit };
}

/** A rate or a share as a fraction: 3.5% and 0.035 are the same. */
export function fraction(call: Call, i: number): Decimal {
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
  if (growth.lte(0))
    return call.fail('has to be more than −100%', 'A rate is written as in 3.5% or 0.035.', i);
  const chain = [one];
  return (year) => {
    for (let t = chain.length; t <= year; t++) chain.push(divide(chain[t - 1] ?? one, growth));
    return chain[year] ?? one;
  };
}

/** Rates fall after year 30, and beyond year 50 the result is tested at lower ones (Green Book, 2026). */
function warnOfLongHorizon(call: Call, amounts: readonly Decimal[]): void {
  const last = amounts.findLastIndex((amount) => !amount.isZero());
  const value = call.value(0);
  const schedule = value.kind === 'text' ? findSchedule(value.text) : undefined;
  if (schedule === undefined) {
    if (last > fallingFrom)
      call.warn(
        'long-appraisal-has-its-rates',
        0,
        `is one rate for ${last} years, and the rates of the Green Book fall after year ${fallingFrom}`,
        'Name a schedule, as in NPSV("standard", flows); for one rate over all years write NPV.',
      );
  } else if (last > longHorizon && asksForLowRates(schedule) && !call.paperHas(/"[^"]*\blow\b[^"]*"/i))
    call.warn(
      'long-appraisal-has-its-rates',
      0,
      `discounts ${last} years, and no table of this paper shows the result at the lower rates`,
      'Add a row with NPSV("low-sensitivity", flows), the test that the Green Book asks for beyond 50 years.',
    );
}

function presentValue(amounts: readonly Decimal[], factor: Factor, first = 0): Decimal {
  return amounts.reduce(
    (sum, amount, t) => sum.plus(amount.isZero() ? zero : amount.times(factor(t + first))),
    zero,
  );
}

/**
 * Year in which the running total comes back to zero, interpolated inside it; undefined for never. Years before the first
 * cost do not count as paid back; flows that never cost anything are, at once.
 */
function payback(amounts: readonly Decimal[], factor: Factor): Decimal | undefined {
  let before = zero;
  for (const [t, amount] of amounts.entries()) {
    const present = amount.times(factor(t));
    const after = before.plus(present);
    if (before.isNegative() && !before.isZero() && after.gte(0))
      return new Decimal(t - 1).plus(divide(before.negated(), present));
    before = after;
  }
  return before.gte(0) ? zero : undefined;
}

export const financeFunctions: Readonly<Record<string, FunctionDefinition>> = {
  NPSV: {
    args: ['schedule', 'flows'],
    run: (call) => {
      const factor = discounting(call, 0);
      const { amounts, unit } = flows(call, 1);
      warnOfLongHorizon(call, amounts);
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
      if (growth.lte(0))
        return call.fail('has to be more than −100%', 'A rate is written as in 3.5% or 0.035.', 0);
      const { amounts, unit } = flows(call, 1);
      const dates = call.values(2, 3);
      if (dates.length !== amounts.length)
        return call.fail(
          `has ${counted(dates.length, 'date')}, and there are ${counted(amounts.length, 'flow')}`,
          'Each flow has a date.',
          2,
        );
      const [first] = dates;
      const total = amounts.reduce((sum, amount, i) => {
        const date = dates[i];
        if (date?.kind !== 'date' || first?.kind !== 'date')
          return call.fail(
            'has to be a row or column of dates',
            'Dates are written 2019-01-30 or 30 January 2019, in a column with {type=date}.',
            2,
          );
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
      const [rate, ...others] = internalRates(flows(call, 0).amounts);
      if (rate === undefined)
        return call.fail(
          'has no rate of return: no rate makes it worth nothing',
          'Costs are negative and benefits positive, and there have to be both.',
          0,
        );
      if (others.length > 0) {
        const rates = [rate, ...others].map((each) => `${plainNumber(scale(each, 2), 1, 'minus')}%`);
        call.warn(
          'rate-of-return-is-one',
          0,
          `has ${rates.length} rates of return, ${listInWords(rates)}`,
          'The flows change from costs to benefits more than once. The rate nearest to 10% is printed, as in Excel; NPSV says more.',
        );
      }
      return number(scale(refined(rate, flows(call, 0).amounts), 2), percent);
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
  DISCOUNTFACTOR: {
    args: ['schedule', 'year'],
    run: (call) => {
      const year = call.integer(1);
      if (year < 0 || year > farthestYear)
        return call.fail(
          `has to be from 0 to ${farthestYear}`,
          'Year 0 is the year of the decision, in whose prices all is valued.',
          1,
        );
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
