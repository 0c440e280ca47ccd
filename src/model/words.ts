/** Dates, times, sizes and page ranges in words; no locale, no clock. */
import type { IsoDate, IsoDateTime, Time } from './council.js';
import { monthNames, weekdayName } from './dates.js';
import type { PageRange } from './pack.js';

interface DateParts {
  readonly year: number;
  readonly month: string;
  readonly day: number;
  readonly weekday: string;
}

function partsOf(date: IsoDate): DateParts {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  return { year, month: monthNames[month - 1] ?? '', day, weekday: weekdayName(date) };
}

const space = '\u00a0';

/** "Tuesday 22 January 2019". */
export function longDate(date: IsoDate): string {
  const { weekday, day, month, year } = partsOf(date);
  return `${weekday} ${String(day)}${space}${month} ${String(year)}`;
}

/** "22 January 2019". */
export function plainDate(date: IsoDate): string {
  const { day, month, year } = partsOf(date);
  return `${String(day)}${space}${month} ${String(year)}`;
}

/** "Tuesday 22 January". */
export function dayAndMonth(date: IsoDate): string {
  const { weekday, day, month } = partsOf(date);
  return `${weekday} ${String(day)}${space}${month}`;
}

/** "30 and 31 January 2019", with weekdays: "Wednesday 30 and Thursday 31 January 2019". */
export function datesInWords(dates: readonly IsoDate[], weekdays: boolean): string {
  const parts = dates.map(partsOf);
  const words = parts.map((part, index) => {
    const next = parts[index + 1];
    const day = weekdays ? `${part.weekday} ${String(part.day)}` : String(part.day);
    if (next?.month === part.month && next.year === part.year) return day;
    const month = `${day}${space}${part.month}`;
    return next?.year === part.year ? month : `${month} ${String(part.year)}`;
  });
  return listInWords(words);
}

/** Day and month for the gutter: "30–31" over "Jan 2019". */
export function gutterDate(dates: readonly IsoDate[]): {
  readonly day: string;
  readonly month: string;
  readonly year: number;
} {
  const first = partsOf(dates[0] ?? '');
  const last = partsOf(dates.at(-1) ?? '');
  const days =
    first.month === last.month && first.day !== last.day
      ? `${String(first.day)}–${String(last.day)}`
      : String(first.day);
  return { day: days, month: first.month, year: first.year };
}

/** "9.30 am", "2.00 pm", "noon", "midnight". */
export function timeInWords(time: Time): string {
  const { words, half } = clock(time);
  return half === '' ? words : `${words}${space}${half}`;
}

function clock(time: Time): { readonly words: string; readonly half: string } {
  if (time === '12:00') return { words: 'noon', half: '' };
  if (time === '00:00') return { words: 'midnight', half: '' };
  const hour = Number(time.slice(0, 2));
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return { words: `${String(twelve)}.${time.slice(3, 5)}`, half: hour < 12 ? 'am' : 'pm' };
}

/** "9.30 to 11.00 am", "11.15 am to 1.00 pm". */
export function timesInWords(start: Time, end: Time | undefined): string {
  if (end === undefined) return timeInWords(start);
  const from = clock(start);
  const before = from.half === clock(end).half ? from.words : timeInWords(start);
  return `${before} to ${timeInWords(end)}`;
}

/** "Tuesday 22 January 2019, 4.10 pm"; a date alone says no time. */
export function momentInWords(moment: IsoDateTime): string {
  const time = moment.slice(11, 16);
  const date = longDate(moment.slice(0, 10));
  return time === '' ? date : `${date}, ${timeInWords(time)}`;
}

/** "noon on Tuesday 29 January", for what is due. */
export function dueInWords(moment: IsoDateTime): string {
  const time = moment.slice(11, 16);
  const date = dayAndMonth(moment.slice(0, 10));
  return time === '' ? date : `${timeInWords(time)} on ${date}`;
}

/** "412 KB", "14.2 MB": thousands of bytes, as file managers of today count. */
export function bytesInWords(bytes: number): string {
  if (bytes < 999_500) return `${String(Math.max(1, Math.round(bytes / 1000)))}${space}KB`;
  const tenths = Math.round(bytes / 100_000);
  return `${String(Math.floor(tenths / 10))}.${String(tenths % 10)}${space}MB`;
}

/** "Pages 5–18", "Page 5". */
export function rangeInWords(range: PageRange): string {
  return range.first === range.last
    ? `Page ${String(range.first)}`
    : `Pages ${String(range.first)}–${String(range.last)}`;
}

/** "Pages 5–18", and where papers were added later "Pages 5–18, 41–44". */
export function rangesInWords(ranges: readonly PageRange[]): string {
  const [first, ...more] = ranges.map(rangeInWords);
  if (first === undefined || more.length === 0) return first ?? '';
  const bare = [first, ...more].map((words) => words.replace(/^Pages? /, ''));
  return `Pages ${bare.join(', ')}`;
}

/** The number of an item in the house style, `5b` or `5(b)`; addresses always use `5b`. */
export function itemLabel(number: string, style: 'plain' | 'brackets'): string {
  if (style === 'plain') return number;
  return number.replace(/^(\d+)([a-z]+)$/, '$1($2)');
}

/** "14 pages", "1 page". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** "a, b and c". */
export function listInWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
