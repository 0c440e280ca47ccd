/** Reads the flows of an appraisal: figures by year, year 0 first, as formulas that the calculation can discount. */
import { error } from '../diagnostics/diagnostic.js';
import type { DataNode } from '../source/data-node.js';
import { Decimal, zero } from './decimal.js';
import { readFigure } from './figure.js';
import type { ReadContext } from './read-context.js';
import type { Unit } from './unit.js';
import { figureWithUnit } from './format.js';
import { compatible } from './unit.js';

/** What the flows of an option are read with. */
export interface FlowContext extends ReadContext {
  /** Last year of the appraisal. */
  readonly horizon: number;
  readonly unit: Unit | undefined;
  /** "benefits of “Refurbish”", for messages. */
  readonly name: string;
}

/**
 * The formula of the flows: a list gives the years from 0 on, a map the years by number (`{0: 2.4, 2-10: 0.15}`), and
 * text a row or column of a table (`costs[Capital, *]`). Undefined after a fault.
 */
export function readFlows(node: DataNode, context: FlowContext): string | undefined {
  switch (node.kind) {
    case 'scalar': {
      const figure = readFigure(node.text);
      if (figure === undefined)
        return `UNTILYEAR(${node.text.replace(/^\s*=/, '').trim()}, ${context.horizon})`;
      return written([node], context);
    }
    case 'list':
      return written(node.items, context);
    case 'map':
      return byYear(node, context);
  }
}

function complain(context: FlowContext, node: DataNode, message: string, hint: string): undefined {
  context.report(error('appraisal-is-complete', node.span, message, { hint }));
  return undefined;
}

function tooLate(context: FlowContext, node: DataNode, year: number): undefined {
  complain(
    context,
    node,
    `the ${context.name} reach year ${year}, and the horizon is ${context.horizon} years`,
    'Years are counted from 0. Take the later years out, or write a longer horizon.',
  );
}

function amountOf(node: DataNode, context: FlowContext): Decimal | undefined {
  const figure = node.kind === 'scalar' ? readFigure(node.text) : undefined;
  if (figure === undefined) {
    complain(
      context,
      node,
      node.kind === 'scalar'
        ? `the ${context.name} have “${node.text}”, which is not a figure`
        : `the ${context.name} have a list where one figure of a year belongs`,
      'Write one figure for each year, as in [2400, 1200, 150].',
    );
    return;
  }
  const { unit } = context;
  if (figure.unit === undefined || figure.unit === unit) return figure.amount;
  if (unit === undefined || !compatible(figure.unit, unit)) {
    complain(
      context,
      node,
      `the ${context.name} are in ${figure.unit.name}, and the table is in ${unit?.name ?? 'plain numbers'}`,
      'Write all flows in the unit of the table.',
    );
    return;
  }
  return figure.amount.times(new Decimal(10).pow(figure.unit.power - unit.power));
}

function written(items: readonly DataNode[], context: FlowContext): string | undefined {
  const last = items[items.length - 1];
  if (items.length - 1 > context.horizon && last !== undefined) {
    tooLate(context, last, items.length - 1);
    return;
  }
  const amounts = items.map((item) => amountOf(item, context));
  return amounts.every((a) => a !== undefined) ? listed(amounts, context.unit) : undefined;
}

function byYear(node: Extract<DataNode, { kind: 'map' }>, context: FlowContext): string | undefined {
  const years: Decimal[] = [];
  const given = new Set<number>();
  for (const { key, keySpan, value } of node.entries) {
    const match = /^(\d{1,4})(?:\s*(?:-|–|to)\s*(\d{1,4}))?$/.exec(key.trim());
    const at: DataNode = { kind: 'scalar', text: key, quoted: false, span: keySpan };
    if (match === null) {
      complain(
        context,
        at,
        `the ${context.name} have “${key}” where a year belongs`,
        'Count years from 0: {0: 2400, 1: 1200, 2-10: 150}.',
      );
      return;
    }
    const from = Number(match[1]);
    const to = match[2] === undefined ? from : Number(match[2]);
    const amount = amountOf(value, context);
    if (amount === undefined) return undefined;
    if (to > context.horizon) {
      tooLate(context, at, to);
      return;
    }
    for (let year = from; year <= to; year++) {
      if (given.has(year)) {
        complain(context, at, `the ${context.name} have year ${year} twice`, 'Give each year one figure.');
        return;
      }
      given.add(year);
      years[year] = amount;
    }
  }
  return listed(
    Array.from({ length: years.length }, (_, year) => years[year] ?? zero),
    context.unit,
  );
}

/** `FLOWS(£2400k, £1200k)`: each figure carries the unit of the table, so that it meets figures of other tables rightly. */
function listed(amounts: readonly Decimal[], unit: Unit | undefined): string {
  if (amounts.length === 0) return 'FLOWS(0)';
  const text = (amount: Decimal): string => {
    const size = amount.abs();
    const sign = amount.isNegative() && !amount.isZero() ? '-' : '';
    if (unit?.family !== 'money') return sign + size.toFixed();
    return sign + figureWithUnit(size, unit, size.decimalPlaces(), 'minus').replaceAll(',', '');
  };
  return `FLOWS(${amounts.map(text).join(', ')})`;
}
