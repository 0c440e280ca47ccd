/** Excel's sums, counts and conditions. */
import { add, asText, compare } from '../arithmetic.js';
import { Decimal, divide, roundTo, scale, zero } from '../decimal.js';
import { didYouMean, normalise } from '../labels.js';
import { baseAmount, number } from '../value.js';
import { percent } from '../unit.js';
import type { NumberValue, Value } from '../value.js';
import type { Call, FunctionDefinition } from './definition.js';

function total(call: Call, numbers: readonly NumberValue[], usual = call.cell?.unit): NumberValue {
  let sum: NumberValue | undefined;
  for (const n of numbers) sum = sum === undefined ? number(n.amount, n.unit) : add(sum, n);
  return sum ?? number(zero, usual);
}

function extreme(call: Call, sign: 1 | -1): NumberValue {
  const { numbers } = call.numbers(0);
  let best: NumberValue | undefined;
  for (const n of numbers) if (best === undefined || compare(n, best) * sign > 0) best = n;
  return best ?? number(zero, call.cell?.unit);
}

function truth(call: Call, i: number): boolean {
  const value = call.value(i);
  if (value.kind === 'boolean') return value.value;
  if (value.kind === 'number') return !value.amount.isZero();
  if (value.kind === 'blank') return false;
  return call.fail('has to be a comparison', 'Compare two figures, as in [@Total] > 0.', i);
}

/** Rounds half away from zero to decimals; negative decimals round to tens and hundreds, as in Excel. */
function round(value: NumberValue, places: number): NumberValue {
  const amount =
    places >= 0 ? roundTo(value.amount, places) : scale(roundTo(scale(value.amount, places), 0), -places);
  return number(amount, value.unit);
}

/** A criterion of SUMIF: a value to equal, or text that begins with a comparison. */
function matches(value: Value, criterion: Value): boolean {
  if (criterion.kind === 'text') {
    const match = /^(<=|>=|<>|<|>|=)\s*(.*)$/s.exec(criterion.text);
    if (match !== null) {
      const [, operator = '=', text = ''] = match;
      const figure = /^-?\d+(?:\.\d+)?$/.test(text)
        ? number(new Decimal(text))
        : ({ kind: 'text', text } as const);
      if (figure.kind === 'number' && value.kind !== 'number') return operator === '<>';
      const order = compare(value, figure);
      if (operator === '=') return fits(value, text) ?? order === 0;
      if (operator === '<>') return !(fits(value, text) ?? order === 0);
      return operator.startsWith('<')
        ? order < 0 || (operator === '<=' && order === 0)
        : order > 0 || (operator === '>=' && order === 0);
    }
  }
  if (value.kind === 'blank') return false;
  return (
    (criterion.kind === 'text' ? fits(value, criterion.text) : undefined) ?? compare(value, criterion) === 0
  );
}

/** Excel's jokers: `*` for any letters, `?` for one; undefined for words without. */
function fits(value: Value, pattern: string): boolean | undefined {
  if (!/[*?]/.test(pattern)) return undefined;
  if (value.kind === 'blank') return false;
  const text = normalise(asText(value));
  const parts = pattern.split(/\*+/).map((part) => part.split('?').map(escaped).join('.'));
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return new RegExp(`^${first}$`, 'isu').test(text);
  // Part by part from the left: one pattern with many jokers could be tried in too many ways.
  let at = new RegExp(`^${first}`, 'isu').exec(text)?.[0].length ?? -1;
  for (const part of rest) {
    const found = at < 0 ? null : new RegExp(part, 'isu').exec(text.slice(at));
    at = found === null ? -1 : at + found.index + found[0].length;
  }
  return at >= 0 && new RegExp(`${last}$`, 'isu').test(text.slice(at));
}

/** The words of a pattern in the form in which labels are compared, the spaces at their ends kept. */
function escaped(words: string): string {
  const [, before = '', plain = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
  const gap = (space: string): string => (space === '' ? '' : ' ');
  return gap(before) + normalise(plain).replace(/[\\^$.|+()[\]{}/-]/g, '\\$&') + gap(after);
}

export const basicFunctions: Readonly<Record<string, FunctionDefinition>> = {
  SUM: { args: ['figures...'], run: (call) => total(call, call.numbers(0).numbers) },
  AVERAGE: {
    args: ['figures...'],
    run: (call) => {
      const { numbers } = call.numbers(0);
      if (numbers.length === 0)
        return call.fail(
          'has no figures to average',
          'Name a column that holds some, or write IFERROR(AVERAGE(...), "n/a").',
        );
      const sum = total(call, numbers);
      return number(divide(sum.amount, new Decimal(numbers.length)), sum.unit);
    },
  },
  MIN: { args: ['figures...'], run: (call) => extreme(call, -1) },
  MAX: { args: ['figures...'], run: (call) => extreme(call, 1) },
  // What is no number is not counted, and so nothing of the count is left out.
  COUNT: {
    args: ['figures...'],
    run: (call) => number(new Decimal(call.values(0).filter((v) => v.kind === 'number').length)),
  },
  COUNTA: {
    args: ['cells...'],
    run: (call) => number(new Decimal(call.values(0).filter((v) => v.kind !== 'blank').length)),
  },
  ROWS: {
    args: ['table or list'],
    run: (call) => {
      const operand = call.operand(0);
      switch (operand.kind) {
        case 'table':
          return number(new Decimal(operand.grid.rows.filter((row) => row.kind === 'data').length));
        case 'list':
          return number(new Decimal(operand.items.length));
        case 'map':
          return number(new Decimal(operand.node.entries.length));
        case 'range':
          return number(new Decimal(call.values(0).length));
        default:
          return call.fail(
            'has to be a table, a list or a column',
            'Name a table by its id, as in ROWS(revenue-resources).',
            0,
          );
      }
    },
  },
  SUMIF: {
    args: ['range', 'criterion', 'sum range?'],
    run: (call) => {
      const tested = call.values(0, 1);
      const criterion = call.value(1);
      const summed = call.count > 2 ? call.values(2, 3) : tested;
      if (summed.length !== tested.length)
        return call.fail(
          `has ${summed.length} cells, and the range has ${tested.length}`,
          'Both have to be columns of one table.',
          2,
        );
      return total(
        call,
        summed.filter(
          (v, i): v is NumberValue =>
            v.kind === 'number' && matches(tested[i] ?? { kind: 'blank' }, criterion),
        ),
        summed.find((v) => v.kind === 'number')?.unit ?? call.cell?.unit,
      );
    },
  },
  LOOKUP: {
    args: ['value', 'labels', 'results?'],
    run: (call) => {
      const wanted = call.value(0);
      const labels = call.values(1, 2);
      const results = call.count > 2 ? call.values(2, 3) : labels;
      let best = labels.findIndex((v) => v.kind !== 'blank' && compare(v, wanted) === 0);
      if (best < 0 && wanted.kind !== 'text')
        best = labels.findLastIndex((v) => v.kind === wanted.kind && compare(v, wanted) <= 0);
      const result = results[best];
      if (best < 0 || result === undefined)
        return call.fail(
          `finds nothing for ${wanted.kind === 'text' ? `“${wanted.text}”` : 'this value'}`,
          didYouMean(asText(wanted), labels.map(asText)) ?? 'Write a value that stands among the labels.',
          0,
        );
      return result;
    },
  },
  ROUND: {
    args: ['figure', 'decimals'],
    run: (call) => round(call.number(0), Math.max(-20, Math.min(40, call.integer(1)))),
  },
  ABS: { args: ['figure'], run: (call) => ({ ...call.number(0), amount: call.number(0).amount.abs() }) },
  IF: {
    args: ['condition', 'value if true', 'value if false?'],
    run: (call) =>
      truth(call, 0) ? call.operand(1) : call.count > 2 ? call.operand(2) : { kind: 'boolean', value: false },
  },
  AND: {
    args: ['conditions...'],
    run: (call) => ({
      kind: 'boolean',
      value: Array.from({ length: call.count }, (_, i) => truth(call, i)).every(Boolean),
    }),
  },
  OR: {
    args: ['conditions...'],
    run: (call) => ({
      kind: 'boolean',
      value: Array.from({ length: call.count }, (_, i) => truth(call, i)).some(Boolean),
    }),
  },
  NOT: { args: ['condition'], run: (call) => ({ kind: 'boolean', value: !truth(call, 0) }) },
  IFERROR: {
    args: ['value', 'value if error'],
    run: (call) => {
      const attempt = call.attempt(0);
      return 'operand' in attempt ? attempt.operand : call.operand(1);
    },
  },
  PERCENT: {
    args: ['part', 'whole'],
    run: (call) => {
      const part = call.number(0);
      const whole = call.number(1);
      if (whole.amount.isZero())
        return call.fail(
          'is zero, and a percentage of zero means nothing',
          'Use IF to say what should be printed then.',
          1,
        );
      const ratio =
        part.unit !== undefined && whole.unit !== undefined
          ? divide(baseAmount(part), baseAmount(whole))
          : divide(part.amount, whole.amount);
      add(part, whole);
      return number(scale(ratio, 2), percent);
    },
  },
  VARIANCE: { args: ['actual', 'budget'], run: (call) => add(call.number(0), call.number(1), true) },
  CHANGE: { args: ['new', 'old'], run: (call) => add(call.number(0), call.number(1), true) },
};
