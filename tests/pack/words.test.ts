/** Dates, times and lists in words. */
import { describe, expect, it } from 'vitest';
import {
  datesWords,
  dateWords,
  itemLabel,
  listWords,
  momentWords,
  rangeWords,
  timeSpanWords,
  timeWords,
} from '#tabled/pack/words.js';

describe('words of the pack', () => {
  it('say dates as the council does', () => {
    expect(dateWords('2019-01-30', { weekday: true })).toBe('Wednesday 30 January 2019');
    expect(dateWords('2019-01-30', { weekday: true, year: false })).toBe('Wednesday 30 January');
    expect(datesWords(['2019-01-30'])).toBe('30 January 2019');
    expect(datesWords(['2019-01-30', '2019-01-31'])).toBe('30 and 31 January 2019');
    expect(datesWords(['2019-01-31', '2019-02-01'])).toBe('31 January and 1 February 2019');
    expect(datesWords(['2019-12-31', '2020-01-02'])).toBe('31 December 2019 and 2 January 2020');
    expect(datesWords(['2019-01-28', '2019-01-30', '2019-01-31'], true)).toBe(
      'Monday 28, Wednesday 30 and Thursday 31 January 2019',
    );
  });

  it('say times with a point, and noon and midnight by name', () => {
    expect(timeWords('09:30')).toBe('9.30 am');
    expect(timeWords('12:00')).toBe('noon');
    expect(timeWords('00:00')).toBe('midnight');
    expect(timeWords('12:05')).toBe('12.05 pm');
    expect(timeWords('00:10')).toBe('12.10 am');
    expect(timeSpanWords('09:30', '11:00')).toBe('9.30 to 11.00 am');
    expect(timeSpanWords('11:15', '13:00')).toBe('11.15 am to 1.00 pm');
    expect(timeSpanWords('10:00', '12:00')).toBe('10.00 am to noon');
    expect(momentWords('2019-01-29T12:00')).toBe('noon on 29 January 2019');
    expect(momentWords('2019-01-29')).toBe('29 January 2019');
  });

  it('say lists, ranges and item numbers', () => {
    expect([listWords([]), listWords(['a']), listWords(['a', 'b']), listWords(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect([rangeWords({ first: 7, last: 7 }), rangeWords({ first: 7, last: 8 })]).toEqual(['7', '7–8']);
    expect([itemLabel('5b', 'plain'), itemLabel('5b', 'brackets'), itemLabel('12', 'brackets')]).toEqual([
      '5b',
      '5(b)',
      '12',
    ]);
  });
});
