/** Prints values in the house style: minus sign or brackets, thousands commas, half away from zero, no negative zero. */
import { isoDate, longDate, monthAndYear, yearText } from './calendar.js';
import type { Decimal } from './decimal.js';
import { roundTo } from './decimal.js';
import { wordsOfNumber } from './figure.js';
import type { FormatRequest } from './syntax.js';
import type { Unit } from './unit.js';
import { amountIn } from './value.js';
import type { NumberValue, Value } from './value.js';

export type NegativeStyle = 'minus' | 'brackets';

/** Digits with thousands commas, unsigned. */
function digitsOf(amount: Decimal, decimals: number): string {
  const [whole = '0', fraction] = roundTo(amount, decimals).abs().toFixed(decimals).split('.');
  const grouped = whole.length < 4 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A figure without unit: `−1,234.500` or `(1,234.500)`. */
export function plainNumber(amount: Decimal, decimals: number, negative: NegativeStyle): string {
  return signedText(amount, decimals, negative, (digits) => digits);
}

function signedText(
  amount: Decimal,
  decimals: number,
  negative: NegativeStyle,
  wrap: (digits: string) => string,
  signed = false,
): string {
  const rounded = roundTo(amount, decimals);
  const body = wrap(digitsOf(rounded, decimals));
  if (rounded.isNegative() && !rounded.isZero())
    return negative === 'brackets' ? `(${body})` : `\u2212${body}`;
  return signed && !rounded.isZero() ? `+${body}` : body;
}

/** A figure with its unit: `£4.778m`, `12.5%`, `3.5 FTE`. */
export function figureWithUnit(
  amount: Decimal,
  unit: Unit,
  decimals: number,
  negative: NegativeStyle,
  signed = false,
): string {
  return signedText(amount, decimals, negative, (digits) => unit.symbol + digits + unit.suffix, signed);
}

/** What a screen reader should hear for a figure whose print misleads it: only negative ones need it. */
export function spokenFigure(amount: Decimal, decimals: number, unit?: Unit): string | undefined {
  const rounded = roundTo(amount, decimals);
  if (!rounded.isNegative() || rounded.isZero()) return undefined;
  const digits = digitsOf(amount, decimals);
  return unit === undefined ? `minus ${digits}` : `minus ${unit.symbol}${digits}${unit.suffix}`;
}

/** The figure for CSV and JSON: a hyphen for minus, no commas. */
export function dataNumber(amount: Decimal, decimals: number): string {
  return roundTo(amount, decimals).toFixed(decimals);
}

/** What a declared word is read as. */
export function spokenWord(word: string): string | undefined {
  switch (word.toLowerCase()) {
    case 'tbc':
      return 'to be confirmed';
    case 'n/a':
      return 'not applicable';
    default:
      return undefined;
  }
}

/** Decimals that show a figure as it is, at most `most`. */
export function naturalDecimals(amount: Decimal, most = 3): number {
  return Math.min(most, amount.decimalPlaces());
}

/** How a value reads in running text. */
export function textOf(
  value: Value,
  request: FormatRequest,
  own: { readonly unit?: Unit; readonly decimals?: number },
  negative: NegativeStyle,
): { readonly text: string; readonly spoken?: string } {
  switch (value.kind) {
    case 'number':
      return numberText(value, request, own, negative);
    case 'date':
      return { text: request.date === 'month' ? monthAndYear(value.day) : longDate(value.day) };
    case 'year':
      return { text: yearText(value.start) };
    case 'text':
      return { text: value.text };
    case 'boolean':
      return { text: value.value ? 'yes' : 'no' };
    case 'blank':
      return { text: '–', spoken: 'no figure' };
    case 'word': {
      const spoken = spokenWord(value.word);
      return spoken === undefined ? { text: value.word } : { text: value.word, spoken };
    }
    case 'error':
      return { text: '#error', spoken: 'error' };
  }
}

function numberText(
  value: NumberValue,
  request: FormatRequest,
  own: { readonly unit?: Unit; readonly decimals?: number },
  negative: NegativeStyle,
): { readonly text: string; readonly spoken?: string } {
  const unit = own.unit ?? value.unit;
  let amount = amountIn(value, unit);
  if (request.abs === true) amount = amount.abs();
  const decimals = request.decimals ?? own.decimals ?? naturalDecimals(amount);
  if (request.words === true) {
    if (unit?.family === 'money') {
      return {
        text: signedText(
          amount,
          decimals,
          negative,
          (digits) => unit.symbol + digits + unit.spoken,
          request.signed,
        ),
      };
    }
    const whole = roundTo(amount, decimals);
    // Larger numbers, fractions and negative ones are written in figures, as they are in prose.
    if (unit === undefined && whole.isInteger() && !whole.isNegative() && whole.lt(100))
      return { text: wordsOfNumber(whole.toNumber()) };
  }
  const signed = request.signed === true;
  const text =
    unit === undefined
      ? signedText(amount, decimals, negative, (d) => d, signed)
      : figureWithUnit(amount, unit, decimals, negative, signed);
  const spoken = spokenFigure(amount, decimals, unit);
  return spoken === undefined ? { text } : { text, spoken };
}

/** A value for CSV and JSON. */
export function dataValue(value: Value, decimals: number, unit?: Unit): string | undefined {
  switch (value.kind) {
    case 'number':
      return dataNumber(amountIn(value, unit), decimals);
    case 'date':
      return isoDate(value.day);
    case 'year':
      return yearText(value.start);
    case 'text':
      return value.text;
    case 'word':
      return value.word;
    case 'boolean':
      return value.value ? 'true' : 'false';
    case 'blank':
    case 'error':
      return undefined;
  }
}
