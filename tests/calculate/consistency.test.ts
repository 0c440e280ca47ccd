/** Remarks on years, units and digits of a table: what is noticed, and what is left alone. */
import { describe, expect, test } from 'vitest';
import { likelyFigure } from '../../src/calculate/consistency/likely-figure.js';
import { run } from './support.js';

const messages = (head: string, row: string, attributes = ''): readonly string[] => {
  const width = head.split('|').length - 1;
  return run(`| Line | ${head} |\n|---|${'---:|'.repeat(width + 1)}\n| A | ${row} |\n: T {#t ${attributes}}`)
    .messages;
};

describe('years of a head', () => {
  test.each([
    ['2019/20 | 2018/19', '', ['the column “2018/19” stands after “2019/20”']],
    ['2017/18 | 2019/20 | 2018/19', '', ['the column “2018/19” stands after “2019/20”']],
    ['19/20 £m | 18/19 £m', '', ['the column “18/19 £m” stands after “19/20 £m”']],
    ['2019/21', '', ['“2019/21” is not a financial year']],
    ['2013/4', '', ['“2013/4” is not a financial year']],
    ['20/14/15', '', ['“20/14/15” is neither a date nor a financial year']],
  ])('%j is noticed', (head, attributes, expected) => {
    expect(messages(head, head.replace(/[^|]+/g, ' 1 '), attributes)).toEqual(expected);
  });

  test.each([
    ['2018/19 | 2019/20 | 2020/21', ''],
    ['2019/20 | 2018/19', 'hint="latest year first"'],
    ['2019/20 Budget | 2018/19 Actual', ''],
    ['2018/19 | Change | 2017/18', ''],
    ['1999/00 | 2000/01', ''],
    ['31/12/17 | 01/01/17', ''],
    ['2019/20 | 2019/20', ''],
  ])('%j %s is left alone', (head, attributes) => {
    expect(messages(head, head.replace(/[^|]+/g, ' 1 '), attributes)).toEqual([]);
  });
});

describe('units of a column', () => {
  const column = (head: string, figures: readonly string[], attributes: string): readonly string[] =>
    run(
      `| Line | ${head} |\n|---|---:|\n${figures.map((f, i) => `| Row ${i + 1} | ${f} |`).join('\n')}\n: T {#t ${attributes}}`,
    ).messages;

  test.each([
    [
      'Net',
      ['£449,161', '£448,223'],
      'unit=£000',
      'Row 1, Net is typed as £449,161, and its column is in £000, like 1 more figure of it',
    ],
    [
      'Net',
      ['449,161', '£448,223'],
      'unit=£000',
      'Row 2, Net is typed as £448,223, and its column is in £000',
    ],
    [
      'Net',
      ['(£32,728)', '30,000'],
      'unit=£000',
      'Row 1, Net is typed as −£32,728, and its column is in £000',
    ],
    [
      'Net £m',
      ['1.5', '2.5'],
      'unit=£000',
      'the heading “Net £m” says £m, and the unit of the column is £000',
    ],
    [
      "Net 000's £",
      ['1.5', '2.5'],
      'unit=£m',
      "the heading “Net 000's £” says £000, and the unit of the column is £m",
    ],
    [
      'Net',
      ['1.875', '0.318', '1.082', '0.159'],
      'unit=£000',
      'the column “Net” is in £000, and its figures look like millions',
    ],
  ])('%j %j %s is noticed', (head, figures, attributes, message) => {
    expect(column(head, figures, attributes)).toEqual([message]);
  });

  test.each([
    ['Net', ['1.5', '£600,000'], 'unit=£m'],
    ['Net', ['1.5m', '£0.6m'].slice(1), 'unit=£m'],
    ['Net £m', ['1.5', '2.5'], 'unit=£m'],
    ['Net (£000)', ['1,500', '2,500'], 'unit=£000'],
    ['Net', ['£12', '£14'], 'unit=£'],
    ['Net', ['1.875', '120', '1,082.4', '0.159'], 'unit=£000'],
    ['Price of 1000 £', ['12', '14'], 'unit=£'],
  ])('%j %j %s is left alone', (head, figures, attributes) => {
    expect(column(head, figures, attributes)).toEqual([]);
  });
});

describe('the likely figure', () => {
  test.each([
    ['70.85 I', '70.851'],
    ['1O.5', '10.5'],
    ['l2', '12'],
    ['I 2', '12'],
    ['79.00/', '79.00'],
    ['82 0%', '82.0%'],
    ['12,34', '12.34'],
    ['(1.5 44)', '(1.544)'],
  ])('of %j is %s', (text, likely) => expect(likelyFigure(text)).toBe(likely));

  test.each(['tbc', 'Oil', 'to follow', '3 or 4', '12 (3)', '£1,818,28', 'IOOI', '', 'about 12', 'SOLO 1'])(
    'of %j is not known',
    (text) => expect(likelyFigure(text)).toBeUndefined(),
  );
});
