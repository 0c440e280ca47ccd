/** Operators on values: units are converted where they can be and refused where they cannot. */
import { isoDate, yearText } from './calendar.js';
import type { Decimal } from './decimal.js';
import { Decimal as D, divide, isUsable, order, scale, zero } from './decimal.js';
import { normalise } from './labels.js';
import { compatible } from './unit.js';
import type { Unit } from './unit.js';
import type { BinaryOperator } from './syntax.js';
import type { NumberValue, Value } from './value.js';
import { amountIn, baseAmount, describe, number } from './value.js';

/** A fault of an operation, in words. */
export class OperationFault extends Error {
  constructor(
    readonly rule: 'units-agree' | 'divisor-is-not-zero' | 'operand-is-figure' | 'figure-is-finite',
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** Applies an operator to two values, neither of them an error. */
export function operate(operator: BinaryOperator, a: Value, b: Value): Value {
  switch (operator) {
    case '&':
      return { kind: 'text', text: asText(a) + asText(b) };
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { kind: 'boolean', value: holds(operator, compare(a, b)) };
    default:
      return arithmetic(operator, a, b);
  }
}

function holds(operator: BinaryOperator, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '^', a: Value, b: Value): Value {
  if (a.kind === 'word') return a;
  if (b.kind === 'word') return b;
  if (a.kind === 'date' || b.kind === 'date') return dateArithmetic(operator, a, b);
  if (a.kind === 'year' || b.kind === 'year') return yearArithmetic(operator, a, b);
  return numeric(operator, toNumber(a), toNumber(b));
}

/** A value as a number: blank is 0, as in Excel. */
export function toNumber(value: Value): NumberValue {
  if (value.kind === 'number') return value;
  if (value.kind === 'blank') return number(zero);
  throw new OperationFault(
    'operand-is-figure',
    `${describe(value)} cannot be calculated with`,
    'Refer to a cell that holds a figure.',
  );
}

function numeric(operator: '+' | '-' | '*' | '/' | '^', a: NumberValue, b: NumberValue): Value {
  switch (operator) {
    case '+':
    case '-':
      return add(a, b, operator === '-');
    case '*':
      return usable(multiply(a, b));
    case '/':
      return usable(quotient(a, b));
    case '^':
      return usable(power(a, b));
  }
}

function usable(value: NumberValue): NumberValue {
  if (!isUsable(value.amount))
    throw new OperationFault(
      'figure-is-finite',
      'the result is too large to be a figure',
      'Check the units and the ^ of the formula.',
    );
  return value;
}

/** `a + b` or `a - b`, in the unit of the first figure that has one. */
export function add(a: NumberValue, b: NumberValue, minus = false): NumberValue {
  if (a.unit === b.unit) return number(minus ? a.amount.minus(b.amount) : a.amount.plus(b.amount), a.unit);
  const unit = commonUnit(a, b);
  const left = unit === undefined ? baseAmount(a) : beside(a, unit);
  const right = unit === undefined ? baseAmount(b) : beside(b, unit);
  return number(minus ? left.minus(right) : left.plus(right), unit);
}

/** The unit both figures are taken in. A 1 before a percentage is the whole: `1 + 3%` is 1.03. */
function commonUnit(a: NumberValue, b: NumberValue): Unit | undefined {
  if (a.unit !== undefined && b.unit !== undefined) {
    if (!compatible(a.unit, b.unit)) {
      throw new OperationFault(
        'units-agree',
        `a figure in ${a.unit.name} and one in ${b.unit.name} cannot be added, subtracted or compared`,
        'Check that the formula names the rows and columns you mean.',
      );
    }
    return a.unit;
  }
  const unit = a.unit ?? b.unit;
  if (unit?.family === 'percent') {
    const bare = a.unit === undefined ? a : b;
    const whole = a.unit === undefined && a.amount.eq(1);
    if (whole || bare.literal !== true || (a.literal === true && b.literal === true)) return undefined;
  }
  return unit;
}

/** A figure in `unit`; a bare one is taken to be in it already. */
function beside(value: NumberValue, unit: Unit): Decimal {
  return value.unit === undefined ? value.amount : amountIn(value, unit);
}

function multiply(a: NumberValue, b: NumberValue): NumberValue {
  if (a.unit === undefined && b.unit === undefined) return number(a.amount.times(b.amount));
  // Twice a share is a share; a share of a number is a number.
  if (isTimesShare(a, b)) return number(a.amount.times(b.amount), b.unit);
  if (isTimesShare(b, a)) return number(a.amount.times(b.amount), a.unit);
  if (a.unit?.family === 'percent' && b.unit === undefined) return number(baseAmount(a).times(b.amount));
  if (b.unit === undefined || b.unit.family === 'percent') {
    if (a.unit === undefined) return number(a.amount.times(baseAmount(b)));
    return number(a.amount.times(baseAmount(b)), a.unit);
  }
  if (a.unit === undefined || a.unit.family === 'percent')
    return number(b.amount.times(baseAmount(a)), b.unit);
  if (a.unit.family === 'money' && b.unit.family === 'money') {
    throw new OperationFault(
      'units-agree',
      `a figure in ${a.unit.name} cannot be multiplied by one in ${b.unit.name}`,
      'Money times money means nothing; one of the two should be a number or a percentage.',
    );
  }
  const money = a.unit.family === 'money' ? a : b;
  const other = money === a ? b : a;
  return number(money.amount.times(other.amount), money.unit);
}

/** Whether a plain number that was typed multiplies a percentage that was not: `2 * [@Share]`. */
function isTimesShare(factor: NumberValue, share: NumberValue): boolean {
  return (
    factor.unit === undefined &&
    factor.literal === true &&
    share.unit?.family === 'percent' &&
    share.literal !== true
  );
}

function quotient(a: NumberValue, b: NumberValue): NumberValue {
  if (b.amount.isZero())
    throw new OperationFault(
      'divisor-is-not-zero',
      'this divides by zero',
      'Use IF or IFERROR to say what should be printed when the divisor is zero.',
    );
  if (a.unit !== undefined && b.unit !== undefined && compatible(a.unit, b.unit)) {
    return number(scale(divide(a.amount, b.amount), a.unit.power - b.unit.power));
  }
  if (b.unit === undefined || b.unit.family === 'percent')
    return number(divide(a.amount, baseAmount(b)), a.unit);
  if (a.unit?.family === 'money' || a.unit === undefined) return number(divide(a.amount, b.amount), a.unit);
  if (a.unit.family === 'percent') return number(divide(baseAmount(a), b.amount));
  throw new OperationFault(
    'units-agree',
    `a figure in ${a.unit.name} cannot be divided by one in ${b.unit.name}`,
    'Check that the formula names the rows and columns you mean.',
  );
}

function power(a: NumberValue, b: NumberValue): NumberValue {
  if (b.unit !== undefined && b.unit.family !== 'percent')
    throw new OperationFault(
      'units-agree',
      `a figure in ${b.unit.name} stands after ^, where only a plain number can`,
      'How often something is multiplied by itself has no unit: refer to a cell of numbers.',
    );
  const base = a.unit?.family === 'percent' ? baseAmount(a) : a.amount;
  const exponent = baseAmount(b);
  if (exponent.abs().gt(1000))
    throw new OperationFault(
      'figure-is-finite',
      'the number after ^ is larger than 1,000',
      'Check which cell it comes from.',
    );
  if (base.isZero() && exponent.isNegative())
    throw new OperationFault(
      'divisor-is-not-zero',
      '0 with a minus after ^ divides by zero',
      'Use IF or IFERROR to say what should be printed then.',
    );
  return number(new D(base.pow(exponent)), a.unit?.family === 'percent' ? undefined : a.unit);
}

function dateArithmetic(operator: string, a: Value, b: Value): Value {
  if (a.kind === 'date' && b.kind === 'date' && operator === '-') return number(new D(a.day - b.day));
  if (
    a.kind === 'date' &&
    b.kind === 'number' &&
    b.unit === undefined &&
    (operator === '+' || operator === '-')
  ) {
    return { kind: 'date', day: a.day + (operator === '-' ? -1 : 1) * b.amount.trunc().toNumber() };
  }
  if (b.kind === 'date' && a.kind === 'number' && a.unit === undefined && operator === '+')
    return { kind: 'date', day: b.day + a.amount.trunc().toNumber() };
  throw new OperationFault(
    'operand-is-figure',
    `${describe(a)} ${operator} ${describe(b)} has no meaning`,
    'A date minus a date gives days, a date plus days gives a date.',
  );
}

function yearArithmetic(operator: string, a: Value, b: Value): Value {
  if (a.kind === 'year' && b.kind === 'year' && operator === '-') return number(new D(a.start - b.start));
  if (
    a.kind === 'year' &&
    b.kind === 'number' &&
    b.unit === undefined &&
    (operator === '+' || operator === '-')
  ) {
    return { kind: 'year', start: a.start + (operator === '-' ? -1 : 1) * b.amount.trunc().toNumber() };
  }
  throw new OperationFault(
    'operand-is-figure',
    `${describe(a)} ${operator} ${describe(b)} has no meaning`,
    'To divide or subtract two numbers, put spaces around the sign.',
  );
}

/** Order of two values: below 0, 0 or above. Text is compared without case; figures in one unit. */
export function compare(a: Value, b: Value): number {
  if (a.kind === 'blank' && b.kind !== 'blank') return -compare(b, a);
  if (b.kind === 'blank') {
    if (a.kind === 'blank') return 0;
    if (a.kind === 'text') return a.text === '' ? 0 : 1;
    if (a.kind === 'number') return a.amount.cmp(0);
    return 1;
  }
  if (a.kind === 'number' && b.kind === 'number') {
    if (a.unit === b.unit) return order(a.amount, b.amount);
    if (a.unit === undefined || b.unit === undefined) {
      const unit = a.unit ?? b.unit;
      const bare = a.unit === undefined ? a : b;
      const apart = bare.literal !== true || (a.literal === true && b.literal === true);
      if (unit?.family === 'percent' && apart) return order(baseAmount(a), baseAmount(b));
      return order(a.amount, b.amount);
    }
    commonUnit(a, b);
    return order(baseAmount(a), baseAmount(b));
  }
  if (a.kind === 'date' && b.kind === 'date') return a.day - b.day;
  if (a.kind === 'year' && b.kind === 'year') return a.start - b.start;
  if (a.kind === 'boolean' && b.kind === 'boolean') return Number(a.value) - Number(b.value);
  const left = normalise(asText(a));
  const right = normalise(asText(b));
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A value as `&` joins it. */
export function asText(value: Value): string {
  switch (value.kind) {
    case 'number':
      return value.amount.toString();
    case 'text':
      return value.text;
    case 'word':
      return value.word;
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'date':
      return isoDate(value.day);
    case 'year':
      return yearText(value.start);
    case 'blank':
    case 'error':
      return '';
  }
}
