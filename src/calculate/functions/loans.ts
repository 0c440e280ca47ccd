/** Loans and annuities: PV and PMT, with the signs of Excel. */
import type { Decimal } from '../decimal.js';
import { divide, isUsable, one, zero } from '../decimal.js';
import { farthestYear } from '../schedules.js';
import { number } from '../value.js';
import type { Call, FunctionDefinition } from './definition.js';
import { fraction } from './finance.js';

/** (1 + r) to the power n, and the annuity sum, as Excel's PV and PMT have them. */
function annuity(call: Call): { readonly growth: Decimal; readonly sum: Decimal; readonly future: Decimal } {
  const rate = fraction(call, 0);
  const periods = call.number(1).amount;
  const due = call.count > 4 && !call.number(4).amount.isZero();
  if (rate.lte(-1))
    return call.fail('has to be more than −100%', 'A rate is written as in 3.5% or 0.035.', 0);
  if (periods.abs().gt(farthestYear * 12))
    return call.fail('is too large', `At most ${farthestYear * 12} periods can be counted.`, 1);
  const growth = one.plus(rate).pow(periods);
  if (!isUsable(growth) || growth.isZero()) return call.fail('gives a figure too large to be printed');
  const sum = rate.isZero() ? periods : divide(growth.minus(1), rate).times(due ? one.plus(rate) : one);
  return { growth, sum, future: call.count > 3 ? call.number(3).amount : zero };
}

export const loanFunctions: Readonly<Record<string, FunctionDefinition>> = {
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
      if (sum.isZero())
        return call.fail('has to be more than zero', 'It is how many instalments there are.', 1);
      return number(divide(present.amount.times(growth).plus(future).negated(), sum), present.unit);
    },
  },
};
