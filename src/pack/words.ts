/** Dates, times, numbers and lists in the words of the pack. */
import type { IsoDate, IsoDateTime, Time } from '../model/council.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

interface Day {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

function dayOf(date: IsoDate): Day {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay();
  return {
    weekday: weekdays[weekday] ?? '',
    day: String(Number(day)),
    month: months[Number(month) - 1] ?? '',
    year,
  };
}

/** "Wednesday 30 January 2019", or without the weekday or the year. */
export function dateWords(
  date: IsoDate,
  parts: { readonly weekday?: boolean; readonly year?: boolean } = {},
): string {
  const { weekday, day, month, year } = dayOf(date);
  return `${parts.weekday === true ? `${weekday} ` : ''}${day} ${month}${parts.year === false ? '' : ` ${year}`}`;
}

/** "30 and 31 January 2019", "31 January and 1 February 2019"; with weekdays "Wednesday 30 and Thursday 31 January 2019". */
export function datesWords(dates: readonly IsoDate[], weekday = false): string {
  const days = dates.map(dayOf);
  const words = days.map((own, index) => {
    const next = days[index + 1];
    const sameYear = next?.year === own.year;
    const sameMonth = sameYear && next.month === own.month;
    return (
      (weekday ? `${own.weekday} ` : '') +
      own.day +
      (sameMonth ? '' : ` ${own.month}`) +
      (sameYear ? '' : ` ${own.year}`)
    );
  });
  return listWords(words);
}

/** `09:30` as "9.30 am", `12:00` as "noon". */
export function timeWords(time: Time): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (minute === 0 && hour === 12) return 'noon';
  if (minute === 0 && hour === 0) return 'midnight';
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  return `${shown}.${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
}

/** "noon on 29 January 2019". */
export function momentWords(moment: IsoDateTime): string {
  return moment.length > 10
    ? `${timeWords(moment.slice(11, 16))} on ${dateWords(moment)}`
    : dateWords(moment);
}

/** "9.30 to 11.00 am", "11.15 am to 1.00 pm". */
export function timeSpanWords(start: Time, end: Time): string {
  const from = timeWords(start);
  const to = timeWords(end);
  const suffix = /^(.*) (am|pm)$/.exec(from);
  return suffix?.[2] !== undefined && to.endsWith(suffix[2])
    ? `${suffix[1] ?? ''} to ${to}`
    : `${from} to ${to}`;
}

/** "a", "a and b", "a, b and c". */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1] ?? ''}`;
}

/** `5b` in the house style: `5b` or `5(b)`. */
export function itemWords(number: string, style: 'plain' | 'brackets'): string {
  if (style === 'plain') return number;
  return number.replace(/^(\d+)([a-z]+)$/, '$1($2)');
}

/** "1–4", or "7" for one page. */
export function rangeWords(range: { readonly first: number; readonly last: number }): string {
  return range.first === range.last ? String(range.first) : `${range.first}–${range.last}`;
}
