/** How figures are read that were typed on other keyboards, or pasted with what cannot be seen. */
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import { isoDate, readDate } from '../../src/calculate/calendar.js';
import { readFigure } from '../../src/calculate/figure.js';
import { checkText, evaluateText, paper, run, world } from './support.js';

const cell = (text: string): { readonly printed: string | undefined; readonly hints: readonly unknown[] } => {
  const one = paper('paper', [`| A | B |\n|---|---:|\n| x | ${text} |\n: T {#t}`]);
  const { calculation, diagnostics } = calculate([one], world());
  const [row] = calculation.table(one, one.tables[0]!)!.rows;
  return { printed: row?.cells[1]?.value, hints: diagnostics.map((d) => d.hint) };
};

describe('a figure', () => {
  test.each([
    ['12\u200b', '12'],
    ['\ufeff12', '12'],
    ['1\u00ad2', '12'],
    ['\u200e-12', '-12'],
    ['\u202812', '12'],
    ['１２．５', '12.5'],
    ['（１，２３４）', '-1234'],
    ['￡５', '5'],
    ['1\u00a0234\u202f567', '1234567'],
    ['1\u2009234.5', '1234.5'],
    ['-5', '-5'],
    ['−5', '-5'],
    ['–5', '-5'],
    ['—5', '-5'],
    ['‑5', '-5'],
    ['－5', '-5'],
    ['﹣5', '-5'],
    ['⁻5', '-5'],
    ['(5)', '-5'],
    ['(−5)', '-5'],
    ['-£5', '-5'],
    ['£-5', '-5'],
    ['−0', '0'],
  ])('typed as %j is %s', (typed, meant) => {
    expect(readFigure(typed)?.amount.toString()).toBe(meant);
    expect(cell(typed)).toEqual({ printed: meant, hints: [] });
  });

  test.each([
    '1 234',
    '1\u00a023',
    '1,23',
    '1,2345',
    '12,34,567',
    '5-',
    '--5',
    '-(5)',
    '½',
    '٥',
    '1e3',
    '5.',
  ])('is not guessed from %j', (typed) => {
    expect(readFigure(typed)).toBeUndefined();
    expect(cell(typed).hints).toHaveLength(1);
  });

  test.each([
    [
      '1,23',
      'Is it 1.23? A comma divides thousands and has three digits after it, so one is missing or too many; a point stands before decimals.',
    ],
    [
      '1,2345',
      'A comma divides thousands and has three digits after it, so one is missing or too many; a point stands before decimals.',
    ],
    ['1.234,50', 'Is it 1,234.50? Figures are written as in 1,234.5, and a minus stands before them.'],
    ['1’234', 'Is it 1,234? Figures are written as in 1,234.5, and a minus stands before them.'],
    ['5-', 'Is it -5? Figures are written as in 1,234.5, and a minus stands before them.'],
    ['(5', 'Is it (5)? Figures are written as in 1,234.5, and a minus stands before them.'],
    ['SUM(ABOVE)', 'If it is a formula, begin it with an equals sign: =SUM(ABOVE).'],
  ])('that is nearly %j is asked about', (typed, hint) => {
    expect(cell(typed).hints).toEqual([hint]);
  });
});

test('characters that cannot be seen change nothing in formulas, labels, words and empty cells', () => {
  const { rows, messages } = run(`| A | B\u200b |
|---|---:|
| x\u200b | 1 |
| y | \u200b=SUM\u200b([x, B], 2)\u2060 |
| z | tbc\u200b |
| e | \u200b |
: T {#t}`);
  expect(messages).toEqual([]);
  expect(rows.map((row) => row[1])).toEqual(['1', '3', 'tbc', '–']);
  expect(evaluateText('1\u200b + 2').text).toBe('3');
  expect(checkText('£１２\u200b', '£12')).toEqual([]);
});

describe('a date', () => {
  test.each([
    ['2019-01-30', '2019-01-30'],
    ['30 January 2019', '2019-01-30'],
    ['1st Feb 2019', '2019-02-01'],
    ['29 february 2020', '2020-02-29'],
    ['29 February 2019', undefined],
    ['30 Janvier 2019', undefined],
    ['January 2019', undefined],
  ])('is read from “%s”', (typed, iso) => {
    const day = readDate(typed);
    expect(day === undefined ? undefined : isoDate(day)).toBe(iso);
  });

  test('of a column of dates is calculated with, even before the first figure', () => {
    const dates =
      '| Who | Sent {type=date} | Days |\n|---|---|---:|\n| x | 30 January 2019 | =WORKINGDAYS([@Sent], 2019-02-04) |\n: D {#d}';
    expect(run(dates)).toMatchObject({ messages: [], rows: [['x', '30 January 2019', '3']] });
    expect(evaluateText('d[x, Sent] + 2', [dates]).text).toBe('1 February 2019');
  });

  test.each([
    ['d/m/yy', '5/2/19'],
    ['dd.mm.yyyy', '05.02.2019'],
    ['ddd d mmm', 'Tue 5 Feb'],
    ['dddd d mmmm yyyy', 'Tuesday 5 February 2019'],
  ])('is written in the form %s', (format, text) => {
    expect(evaluateText(`TEXT(2019-02-05, "${format}")`).text).toBe(text);
  });
});

test('a cell without a label is named by its row', () => {
  expect(run('| | |\n|---|---:|\n| x | 1 |\n|  | many |\n: T {#t}').messages).toEqual([
    'x, column 2 says “many”, and its column is for figures',
  ]);
  expect(run('| A | B |\n|---|---:|\n|  | many |\n: T {#t}').messages).toEqual([
    'row 1, B says “many”, and the column “B” is for figures',
  ]);
});
