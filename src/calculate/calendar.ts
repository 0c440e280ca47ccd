/** Dates without a clock or a time zone: days counted from 1970-01-01, and financial years. */
import { monthNames } from '../model/dates.js';

/** Day number of a date, or undefined where there is no such day. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined;
  return time / 86_400_000;
}

/** Day number of `2019-01-30`, or undefined. */
export function parseDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? undefined : dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Day number of a date as people write it, `2019-01-30` or "30 January 2019" (30th, Jan), or undefined. */
export function readDate(text: string): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\s+(\d{4})$/.exec(text);
  if (match === null) return parseDate(text);
  const name = (match[2] ?? '').toLowerCase();
  const month = monthNames.findIndex((m) => m.toLowerCase() === name || m.slice(0, 3).toLowerCase() === name);
  return month < 0 ? undefined : dayNumber(Number(match[3]), month + 1, Number(match[1]));
}

/** The calendar date of a day number. */
export function dateParts(day: number): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2019-01-30`. */
export function isoDate(day: number): string {
  const { year, month, day: d } = dateParts(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** "30 January 2019". */
export function longDate(day: number): string {
  const { year, month, day: d } = dateParts(day);
  return `${d} ${monthNames[month - 1] ?? ''} ${year}`;
}

/** "January 2019". */
export function monthAndYear(day: number): string {
  const { year, month } = dateParts(day);
  return `${monthNames[month - 1] ?? ''} ${year}`;
}

/** The first calendar year of `2019/20`; 'impossible' for `2019/21`; undefined for other text. */
export function parseYear(text: string): number | 'impossible' | undefined {
  const match = /^(\d{4})\s?\/\s?(\d{2}|\d{4})$/.exec(text);
  if (match === null) return undefined;
  const start = Number(match[1]);
  const end = match[2] ?? '';
  const right = end.length === 2 ? (start + 1) % 100 === Number(end) : start + 1 === Number(end);
  return right ? start : 'impossible';
}

/** "2019/20". */
export function yearText(start: number): string {
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}

/** Monday to Friday. */
export function isWeekday(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
}
