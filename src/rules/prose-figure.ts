/** Figures as running text has them: "£1.4 million", "53", "12 per cent", "five". */
import { Decimal } from 'decimal.js';

/** A figure of a sentence. */
export interface ProseFigure {
  readonly amount: Decimal;
  /** Digits after the point, as typed. */
  readonly decimals: number;
  /** Power of ten of its scale: 6 for "million". */
  readonly power: number;
  /** `£`, `%`, `pp`, or nothing. */
  readonly kind: 'money' | 'percent' | 'points' | 'number';
}

/** A figure in a regular expression, as one group. */
export const figureSource =
  '(£?\\s?\\d[\\d,]*(?:\\.\\d+)?(?:\\s?(?:%|per cent|percentage points?|pp|million|billion|thousand|mil|mn|bn|m|k)(?![\\w]))?)';

const pattern =
  /^(£)?\s?(\d[\d,]*)(\.\d+)?\s?(%|per cent|percentage points?|pp|million|billion|thousand|mil|mn|bn|m|k)?$/i;

/** Reads a figure; undefined where the text is none. */
export function proseFigure(text: string): ProseFigure | undefined {
  const match = pattern.exec(text.trim());
  if (match === null) return undefined;
  const [, pound, whole = '', fraction = '', suffix = ''] = match;
  if (/,(?!\d{3}(?:,|$))/.test(whole)) return undefined;
  const kind = /^(?:%|per cent)$/i.test(suffix)
    ? 'percent'
    : /^(?:pp|percentage)/i.test(suffix)
      ? 'points'
      : pound === undefined
        ? 'number'
        : 'money';
  const power = /^m/i.test(suffix) ? 6 : /^b/i.test(suffix) ? 9 : /^[kt]/i.test(suffix) ? 3 : 0;
  return {
    amount: new Decimal(whole.replaceAll(',', '') + fraction),
    decimals: Math.max(0, fraction.length - 1),
    power,
    kind,
  };
}

/** The amount without its scale: 1,400,000 for "£1.4 million". */
export function baseOf(figure: ProseFigure): Decimal {
  return figure.amount.times(new Decimal(10).pow(figure.power));
}

/** One unit of the last digit typed, without scale. */
export function lastDigit(figure: ProseFigure): Decimal {
  return new Decimal(10).pow(figure.power - figure.decimals);
}

/** An amount without scale, printed as the figure `like` was typed: its sign, scale, suffix and at least its decimals. */
export function printedLike(base: Decimal, like: ProseFigure, typed: string): string {
  const amount = base.div(new Decimal(10).pow(like.power));
  const places = Math.max(like.decimals, Math.min(3, amount.decimalPlaces()));
  const [whole = '', fraction] = amount.toFixed(places).split('.');
  const grouped = typed.includes(',') || whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const suffix = /\s?[a-z%][a-z% ]*$/i.exec(typed.trim())?.[0] ?? '';
  return `${like.kind === 'money' ? '£' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}${suffix}`;
}

const words =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** Numbers from two to twenty as words, or up to 99 as digits, in a regular expression. */
export const countSource = `(${words.join('|')}|[1-9]\\d?)`;

/** "Five" or "5" as 5. */
export function countOf(text: string): number | undefined {
  const index = words.indexOf(text.toLowerCase());
  if (index >= 0) return index + 2;
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}
