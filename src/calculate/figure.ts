/** Reads figures as people type them: `(1.544)`, `-£1.2m`, `12%`, `1,234`, `2019/20`, "five". */
import { Decimal } from './decimal.js';
import { parseYear, readDate } from './calendar.js';
import { withoutUnseen } from './labels.js';
import { parseUnit } from './unit.js';
import type { Unit } from './unit.js';
import type { Value } from './value.js';
import { number } from './value.js';

/** A figure as typed. */
export interface Figure {
  readonly amount: Decimal;
  /** The unit typed with it. */
  readonly unit?: Unit;
  /** Digits typed after the point: what it is compared at. */
  readonly decimals: number;
}

const figurePattern =
  /^(\()?\s*([-+])?\s*([£€$])?\s*(-)?\s*(\d{1,3}(?:[,\u00a0\u2007\u2009\u202f]\d{3})+|\d+)?(\.\d+)?\s*(m|mn|bn|k|million|billion|thousand|%|pp|per cent|FTE)?\s*(\))?$/iu;

/**
 * The text of a figure in plain characters: no unseen ones, full-width digits and signs as on a keyboard, and every
 * kind of dash and minus sign as a hyphen.
 */
function plainCharacters(text: string): string {
  if (isAscii(text)) return text.trim();
  return withoutUnseen(text)
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[‐‑‒–—―−﹣⁻]/g, '-')
    .replace(/￡/g, '£')
    .trim();
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) return false;
  return true;
}

/**
 * Reads a figure, or gives undefined for anything else. Brackets and a dash of any kind both mean minus; thousands are
 * divided by commas, or by the no-break and thin spaces of typesetters. A plain space may stand between two figures.
 */
export function readFigure(text: string): Figure | undefined {
  if (text.length > 60) return undefined;
  const match = figurePattern.exec(plainCharacters(text));
  if (match === null) return undefined;
  const [, open, sign, currency, innerSign, whole, fraction, suffix = '', close] = match;
  if (whole === undefined && fraction === undefined) return undefined;
  if ((open === undefined) !== (close === undefined)) return undefined;
  if (sign !== undefined && innerSign !== undefined) return undefined;
  const scaled = /^(?:m|mn|bn|k|million|billion|thousand)$/i.test(suffix);
  if (scaled && currency === undefined) return undefined;
  if (!scaled && suffix !== '' && currency !== undefined) return undefined;
  const minus = open !== undefined || (sign !== undefined && sign !== '+') || innerSign !== undefined;
  const digits = (whole ?? '0').replace(/\D/g, '') + (fraction ?? '');
  const amount = new Decimal(digits);
  const unit = parseUnit((currency ?? '') + suffix);
  const figure = {
    amount: minus && !amount.isZero() ? amount.negated() : amount,
    decimals: (fraction?.length ?? 1) - 1,
  };
  return unit === undefined ? figure : { ...figure, unit };
}

/** Reads text as a value: a figure, a date, a financial year, else words. */
export function readValue(text: string, unit?: Unit): Value {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'blank' };
  const figure = readFigure(trimmed);
  if (figure !== undefined) return number(figure.amount, figure.unit ?? unit);
  const day = readDate(trimmed);
  if (day !== undefined) return { kind: 'date', day };
  const year = parseYear(trimmed);
  if (typeof year === 'number') return { kind: 'year', start: year };
  if (/^(?:true|false)$/i.test(trimmed)) return { kind: 'boolean', value: trimmed.toLowerCase() === 'true' };
  return { kind: 'text', text: trimmed };
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** "Twenty-two" as 22, up to ninety-nine; undefined for other words. */
export function numberOfWords(text: string): number | undefined {
  const words = text.trim().toLowerCase();
  const small = ones.indexOf(words);
  if (small >= 0) return small;
  const [ten = '', unit] = words.split(/[-\s]/);
  const t = tens.indexOf(ten);
  if (t < 2) return undefined;
  if (unit === undefined) return t * 10;
  const u = ones.indexOf(unit);
  return u >= 1 && u <= 9 && words.split(/[-\s]/).length === 2 ? t * 10 + u : undefined;
}

/** 22 as "twenty-two"; larger numbers and fractions in digits. */
export function wordsOfNumber(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99) return String(n);
  if (n < 20) return ones[n] ?? String(n);
  const rest = n % 10;
  return (tens[Math.floor(n / 10)] ?? '') + (rest === 0 ? '' : `-${ones[rest] ?? ''}`);
}
