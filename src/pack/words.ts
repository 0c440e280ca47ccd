/** Dates, times and numbers in the words of the pack. */
import type { IsoDate, IsoDateTime, Time } from '../model/council.js';
import { datesInWords, dayAndMonth, longDate, timeInWords, timesInWords } from '../model/words.js';

export { itemLabel, listInWords as listWords } from '../model/words.js';

/** Sheets of the pack break lines at any space. */
const breakable = (words: string): string => words.replaceAll('\u00a0', ' ');

/** "Wednesday 30 January 2019", or without the weekday or the year. */
export function dateWords(
  date: IsoDate,
  parts: { readonly weekday?: boolean; readonly year?: boolean } = {},
): string {
  const words = parts.year === false ? breakable(dayAndMonth(date)) : breakable(longDate(date));
  return parts.weekday === true ? words : words.slice(words.indexOf(' ') + 1);
}

/** "30 and 31 January 2019", "31 January and 1 February 2019"; with weekdays "Wednesday 30 and Thursday 31 January 2019". */
export function datesWords(dates: readonly IsoDate[], weekday = false): string {
  return breakable(datesInWords(dates, weekday));
}

/** `09:30` as "9.30 am", `12:00` as "noon". */
export function timeWords(time: Time): string {
  return breakable(timeInWords(time));
}

/** "noon on 29 January 2019". */
export function momentWords(moment: IsoDateTime): string {
  return moment.length > 10
    ? `${timeWords(moment.slice(11, 16))} on ${dateWords(moment)}`
    : dateWords(moment);
}

/** "9.30 to 11.00 am", "11.15 am to 1.00 pm". */
export function timeSpanWords(start: Time, end: Time): string {
  return breakable(timesInWords(start, end));
}

/** "1–4", or "7" for one page. */
export function rangeWords(range: { readonly first: number; readonly last: number }): string {
  return range.first === range.last ? String(range.first) : `${range.first}–${range.last}`;
}
