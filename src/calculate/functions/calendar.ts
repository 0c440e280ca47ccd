/** Dates and text: DATE, TEXT, working days and clear days. */
import { asText } from '../arithmetic.js';
import { monthNames, weekdayName } from '../../model/dates.js';
import { dateParts, dayNumber, isoDate, isWeekday, longDate } from '../calendar.js';
import { Decimal, roundTo, scale } from '../decimal.js';
import { baseAmount, number } from '../value.js';
import type { Value } from '../value.js';
import type { Call, FunctionDefinition } from './definition.js';

function day(call: Call, i: number): number {
  const value = call.value(i);
  if (value.kind === 'date') return value.day;
  return call.fail('has to be a date', 'Write a date as 2019-01-30, or name a cell that holds one.', i);
}

function isYear(year: number): boolean {
  return year >= 1000 && year <= 9999;
}

/** Working days after `from` up to and including `to`: Monday to Friday without the holidays of the council. */
function workingDays(call: Call, from: number, to: number): number {
  if (Math.abs(to - from) > 40_000)
    return call.fail('spans more than a hundred years', 'Check the years of both dates.');
  const holiday = call.world.isHoliday?.bind(call.world) ?? (() => false);
  let count = 0;
  for (let d = Math.min(from, to) + 1; d <= Math.max(from, to); d++)
    if (isWeekday(d) && !holiday(isoDate(d))) count++;
  return from <= to ? count : -count;
}

/** Excel's commonest formats: `0`, `0.0`, `#,##0.00`, `0.0%`, and dates of d, m and y. */
function formatted(call: Call, value: Value, format: string): string {
  if (value.kind === 'date') return dateText(value.day, format);
  if (value.kind !== 'number') return asText(value);
  const match = /^(£?)(#,##)?0(?:\.(0+))?(%?)$/.exec(format.trim());
  if (match === null)
    return call.fail(
      `is “${format}”, which is not a format`,
      'Write "0", "0.0", "#,##0", "0.0%" or "d mmmm yyyy".',
      1,
    );
  const [, sign = '', grouped, places = '', share = ''] = match;
  const amount = share === '' ? value.amount : scale(baseAmount(value), 2);
  const [whole = '0', fraction] = roundTo(amount.abs(), places.length).toFixed(places.length).split('.');
  const digits =
    (grouped === undefined ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')) +
    (fraction === undefined ? '' : `.${fraction}`);
  return `${roundTo(amount, places.length).isNegative() ? '\u2212' : ''}${sign}${digits}${share}`;
}

/** Excel's letters for dates: `d`, `dd`, `ddd` and `dddd`, `m` likewise, `yy` and `yyyy`. */
function dateText(day: number, format: string): string {
  if (format.trim() === '') return longDate(day);
  const { year, month, day: d } = dateParts(day);
  return format.replace(/d{1,4}|m{1,4}|y{4}|y{2}/gi, (part) => {
    switch (part.charAt(0).toLowerCase()) {
      case 'd':
        return numberOrName(d, weekdayName(isoDate(day)), part.length);
      case 'm':
        return numberOrName(month, monthNames[month - 1] ?? '', part.length);
      default:
        return part.length === 2 ? String(year % 100).padStart(2, '0') : String(year);
    }
  });
}

/** 5, 05, Jan or January, by how many letters ask for it. */
function numberOrName(n: number, name: string, letters: number): string {
  if (letters <= 2) return String(n).padStart(letters, '0');
  return letters === 3 ? name.slice(0, 3) : name;
}

export const calendarFunctions: Readonly<Record<string, FunctionDefinition>> = {
  DATE: {
    args: ['year', 'month', 'day'],
    run: (call) => {
      // As in Excel, a month after the twelfth is one of the next year, and a day after the last one of the next month.
      const months = call.integer(0) * 12 + call.integer(1) - 1;
      const year = Math.floor(months / 12);
      const first = isYear(year) ? dayNumber(year, (((months % 12) + 12) % 12) + 1, 1) : undefined;
      const found = first === undefined ? undefined : first + call.integer(2) - 1;
      return found === undefined || !isYear(dateParts(found).year)
        ? call.fail(
            'gives no day that exists',
            'Write the year, the month and the day, as in DATE(2019, 1, 30).',
          )
        : { kind: 'date', day: found };
    },
  },
  TEXT: {
    args: ['value', 'format'],
    run: (call) => ({ kind: 'text', text: formatted(call, call.value(0), call.text(1)) }),
  },
  WORKINGDAYS: {
    args: ['from', 'to'],
    run: (call) => number(new Decimal(workingDays(call, day(call, 0), day(call, 1)))),
  },
  CLEARDAYS: {
    args: ['published', 'meeting'],
    // Neither the day of publication nor that of the meeting counts (LGA 1972, s.100B).
    run: (call) => number(new Decimal(Math.max(0, workingDays(call, day(call, 0), day(call, 1) - 1)))),
  },
};
