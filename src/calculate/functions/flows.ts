/** Flows by year as one value: put together, added year by year, and scaled. Year 0 comes first. */
import { add } from '../arithmetic.js';
import { zero } from '../decimal.js';
import { Stop } from '../operand.js';
import type { Operand } from '../operand.js';
import { farthestYear } from '../schedules.js';
import type { NumberValue, Value } from '../value.js';
import { baseAmount, number } from '../value.js';
import type { Call, FunctionDefinition } from './definition.js';

/** The figures of argument `i`; an empty cell is a year without a flow. */
function yearly(call: Call, i: number): readonly NumberValue[] {
  const values = call.values(i, i + 1).map((value: Value): NumberValue => {
    if (value.kind === 'blank') return number(zero);
    if (value.kind === 'word') throw new Stop(value);
    if (value.kind === 'number') return value;
    return call.fail(
      'holds words, and has to be figures by year',
      'Name a row without its label, as in flows[Net, *].',
      i,
    );
  });
  return values.length > farthestYear + 1
    ? call.fail(`has more than ${farthestYear} years`, undefined, i)
    : values;
}

function all(call: Call): readonly (readonly NumberValue[])[] {
  return Array.from({ length: call.count }, (_, i) => yearly(call, i));
}

export const flowFunctions: Readonly<Record<string, FunctionDefinition>> = {
  FLOWS: {
    args: ['figures...'],
    run: (call): Operand => ({ kind: 'values', values: all(call).flat() }),
  },
  UNTILYEAR: {
    args: ['flows', 'year'],
    run: (call): Operand => {
      const operand = call.operand(0);
      if (operand.kind === 'table')
        return call.stop(
          'appraisal-is-complete',
          0,
          `${call.typed(0)} is a whole table, and flows are one row of it`,
          `Write ${call.typed(0)}[row, *].`,
        );
      const flows = yearly(call, 0);
      const horizon = call.integer(1);
      const last = flows.findLastIndex(({ amount }) => !amount.isZero());
      return last <= horizon
        ? { kind: 'values', values: flows.slice(0, horizon + 1) }
        : call.stop(
            'appraisal-is-complete',
            0,
            `${call.typed(0)} reaches year ${last}, and the horizon is ${horizon} years`,
            'Years are counted from 0, and the first figure is that of year 0. Name fewer columns, or write a longer horizon.',
          );
    },
  },
  ADDFLOWS: {
    args: ['flows...'],
    run: (call): Operand => {
      const rows = all(call);
      const years = Math.max(0, ...rows.map((row) => row.length));
      const values = Array.from({ length: years }, (_, year) =>
        rows.reduce((sum, row) => add(sum, row[year] ?? number(zero)), number(zero)),
      );
      return { kind: 'values', values };
    },
  },
  SCALEFLOWS: {
    args: ['flows', 'factor'],
    run: (call): Operand => {
      const factor = baseAmount(call.number(1));
      return { kind: 'values', values: yearly(call, 0).map((v) => number(v.amount.times(factor), v.unit)) };
    },
  },
};
