/** Running totals that were typed, and movements of running totals. */
import { describe, expect, test } from 'vitest';
import { run } from './support.js';

const table = (net: string, cumulative: string, more = ''): string =>
  `| Line | 2013/14 | 2014/15 | 2015/16 | 2016/17 |\n|---|---:|---:|---:|---:|\n| Net | ${net} |\n| Cumulative | ${cumulative} |\n: T {#t unit=£000 ${more}}`;

describe('a typed running total', () => {
  test.each([
    [
      '(330) | (335) | 3,297 | 3,550',
      '(330) | (665) | 2,632 | 6,183',
      'Cumulative, 2016/17 says 6,183, but “Net” up to there makes 6,182 (1 less)',
    ],
    [
      '100 | 200 | 300 | 400',
      '100 | 350 | 600 | 1,000',
      'Cumulative, 2014/15 says 350, but “Net” up to there makes 300 (50 less)',
    ],
  ])('of %s is noticed where one step does not follow: %s', (net, cumulative, message) => {
    expect(run(table(net, cumulative)).messages).toEqual([message]);
  });

  test.each([
    ['100 | 200 | 300 | 400', '100 | 300 | 600 | 1,000', ''],
    ['100 | 200 | 300 | 400', '7 | 90 | 8 | 3', ''],
    ['100 | 200 | 300 | 400', '100 | 301 | 602 | 1,000', ''],
    ['100 |  | 300 | 400', '100 | 100 | 400 | 900', ''],
    ['(330) | (335) | 3,297 | 3,550', '(330) | (665) | 2,632 | 6,183', 'tolerance=rounding'],
  ])('of %s is left alone as %s %s', (net, cumulative, more) => {
    expect(run(table(net, cumulative, more)).messages).toEqual([]);
  });
});

describe('the movement of a running total', () => {
  const indicators = (label: string, formula: string): readonly string[] =>
    run(
      `| Indicator | Q1 | Q2 | Q3 | Trend {type=trend} |\n|---|---:|---:|---:|---|\n| ${label} | 10 | 25 | 30 | =${formula} |\n: T {#t}`,
    ).messages;

  test.each([
    ['Visits (cumulative)', 'TREND([@Q3], [@Q2], "higher")'],
    ['Visits, year to date', 'TREND([@Q3], [@Q2], "lower")'],
  ])('is noticed for %s', (label, formula) => {
    expect(indicators(label, formula)).toEqual([
      `“${label}” is a running total, and TREND compares it as it stands, so that it moves one way whatever happens`,
    ]);
  });

  test.each([
    ['Visits (cumulative)', 'TREND([@Q3] - [@Q2], [@Q2] - [@Q1], "higher")'],
    ['Visits', 'TREND([@Q3], [@Q2], "higher")'],
  ])('is left alone for %s by %s', (label, formula) => expect(indicators(label, formula)).toEqual([]));
});
