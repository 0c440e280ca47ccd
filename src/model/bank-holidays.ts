/** Bank holidays of England and Wales that fall on weekdays, version 1: 2010 to 2030. */
import type { IsoDate } from './council.js';

/**
 * Month and day, by year: the days of the Banking and Financial Dealings Act 1971 and of royal proclamations, Good Friday
 * and Christmas Day, with their substitutes. Days that are yet to be proclaimed must be added when they are.
 */
const byYear: Readonly<Record<number, string>> = {
  2010: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2011: '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27',
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2030: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
};

/** First and last year that the list covers. */
export const holidayYears: { readonly first: number; readonly last: number } = { first: 2010, last: 2030 };

const holidays: ReadonlySet<IsoDate> = new Set(
  Object.entries(byYear).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
);

/** True for a bank holiday of England and Wales on a weekday, within {@link holidayYears}. */
export function isBankHoliday(date: IsoDate): boolean {
  return holidays.has(date);
}

/** True where the list covers the year of a date, so that days can be counted. */
export function holidaysKnown(date: IsoDate): boolean {
  const year = Number(date.slice(0, 4));
  return year >= holidayYears.first && year <= holidayYears.last;
}
