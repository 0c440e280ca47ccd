/** Values of cells and expressions. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Mark } from '../model/table.js';
import type { Decimal } from './decimal.js';
import { scale } from './decimal.js';
import type { Unit } from './unit.js';

export interface NumberValue {
  readonly kind: 'number';
  /** The figure in its own unit: 1.5 for £1.5m, 12 for 12%. */
  readonly amount: Decimal;
  readonly unit?: Unit;
  /** True for a number typed in a formula: a plain 12 means 12% in a column of percentages, a ratio of 0.12 does too. */
  readonly literal?: boolean;
}

export interface DateValue {
  readonly kind: 'date';
  /** Days since 1970-01-01. */
  readonly day: number;
}

/** A financial year by the calendar year it begins in: 2019 for 2019/20. */
export interface YearValue {
  readonly kind: 'year';
  readonly start: number;
}

/** A fault as a value: what depends on it is in error too, and only its origin reports it. */
export interface ErrorValue {
  readonly kind: 'error';
  readonly diagnostic: Diagnostic;
  /** True once the cell it arose in has reported it. */
  readonly reported: boolean;
}

export type Value =
  | NumberValue
  | DateValue
  | YearValue
  | ErrorValue
  /** `mark` is the sign of a rating, or which way the figure behind a trend went. */
  | { readonly kind: 'text'; readonly text: string; readonly mark?: Mark }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'blank' }
  /** A declared word in a numeric column: `tbc`, `n/a`. */
  | { readonly kind: 'word'; readonly word: string };

export const blank: Value = { kind: 'blank' };

/** A number value. */
export function number(amount: Decimal, unit?: Unit): NumberValue {
  return unit === undefined ? { kind: 'number', amount } : { kind: 'number', amount, unit };
}

/** The figure of `value` in pounds, as a fraction, in posts: free of scale. */
export function baseAmount(value: NumberValue): Decimal {
  return value.unit === undefined ? value.amount : scale(value.amount, value.unit.power);
}

/** The figure of `value` in `unit`; a bare number is taken as already in it, a bare ratio as a percentage. */
export function amountIn(value: NumberValue, unit: Unit | undefined): Decimal {
  if (value.unit === unit) return value.amount;
  if (unit === undefined) return value.unit?.family === 'percent' ? baseAmount(value) : value.amount;
  if (value.unit === undefined) {
    return unit.family === 'percent' && value.literal !== true
      ? scale(value.amount, -unit.power)
      : value.amount;
  }
  return scale(value.amount, value.unit.power - unit.power);
}

/** What the value is, in an officer's words. */
export function describe(value: Value): string {
  switch (value.kind) {
    case 'number':
      return value.unit === undefined ? 'a number' : `a figure in ${value.unit.name}`;
    case 'date':
      return 'a date';
    case 'year':
      return 'a financial year';
    case 'text':
      return `the words “${value.text}”`;
    case 'boolean':
      return 'a yes or no';
    case 'blank':
      return 'an empty cell';
    case 'word':
      return `“${value.word}”`;
    case 'error':
      return 'an error';
  }
}
