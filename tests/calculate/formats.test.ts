/** What may follow `as`, what a cell says of it, and how open figures are told in running text. */
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import { checkText, evaluateText, paper, run, world } from './support.js';

const costs =
  '| R | A |\n|---|---:|\n| x | 1 |\n| y | tbc |\n| z | -3 |\n| **T** | =SUM(ABOVE) |\n: T {#t unit=£m}';

describe('a format', () => {
  test.each([
    ['£1.25m as £000 1dp', '£1,250.0k'],
    ['1dp', undefined],
    ['£1250000 as £m 1dp', '£1.3m'],
    ['£1250000 as 1dp £m', '£1.3m'],
    ['-£1250000 as abs £m words 2dp', '£1.25 million'],
    ['7 as words', 'seven'],
    ['-3 as words', '−3'],
    ['1000001 as words', '1,000,001'],
    ['1 as signed', '+1'],
    ['0 as signed', '0'],
    ['2019-01-30 as month', 'January 2019'],
    ['t[y, A] as £m 1dp', 'tbc'],
  ])('in %s is used', (source, text) => {
    expect(evaluateText(source, [costs]).text).toBe(text);
  });

  test.each([
    ['1 as banana', '“banana” is not a format'],
    ['1 as £M', '“£M” is not a format'],
    ['1 as 7dp', '“7dp” is not a format'],
    ['1 as', 'no format follows “as”'],
    ['1 as £m £000', 'two units follow “as”'],
    ['1 as 1dp 2dp', 'two numbers of decimals follow “as”'],
    ['1 as date', 'the formula gives a number, and “as date” prints dates'],
    ['2019-01-30 as £m', 'the formula gives a date, and “as” asks for the look of a figure'],
    ['"a" as words', 'the formula gives the words “a”, and “as” asks for the look of a figure'],
  ])('that cannot print the value is told: %s', (source, message) => {
    expect(evaluateText(source).messages).toEqual([message]);
  });

  test('that is unknown is told under a rule of its own, with the nearest and the list', () => {
    const one = paper('paper', []);
    const { calculation } = calculate([one], world());
    const span = { file: 'paper.md', start: 10, end: 22 };
    const { diagnostics } = calculation.figure(one, {
      kind: 'expression',
      source: ' 1 as sined',
      sourceSpan: span,
      span,
    });
    expect(diagnostics).toMatchObject([
      {
        rule: 'format-is-known',
        span: { start: 16, end: 21 },
        hint: 'Did you mean “signed”? After “as” stand a unit (£, £000, £m, £bn, %, pp, FTE), 0dp to 6dp, signed, words, abs, date or month.',
      },
    ]);
  });

  test('in a cell is refused, since the column says how its figures are printed', () => {
    expect(run('| R | A |\n|---|---:|\n| x | =1 + 1 as 1dp |\n: T {#t}').messages).toEqual([
      'x, A says “as 1dp”, and a cell is printed as its column says',
    ]);
  });
});

test('a formula in a heading is told, and words behind a backslash are not', () => {
  expect(run('| R | =SUM(BELOW) | \\=x |\n|---|---:|---|\n| x | 1 | y |\n: T {#t}').messages).toEqual([
    'the heading “=SUM(BELOW)” is a formula, and a heading is words',
  ]);
});

test('a formula that labels a column in YAML is told too', () => {
  const yaml = (label: string): string =>
    `\`\`\`table\nid: t\ncaption: T\ncolumns: { s: Service, a: { label: "${label}", type: number } }\nrows:\n  - [x, 1]\n\`\`\``;
  expect(run(yaml('=SUM(ABOVE)')).messages).toEqual([
    'the heading “=SUM(ABOVE)” is a formula, and a heading is words',
  ]);
  expect(run(yaml('= 1')).messages).toHaveLength(1);
  expect(run(yaml('A = B')).messages).toEqual([]);
});

describe('a figure of running text', () => {
  test('says how many figures a function left out', () => {
    expect(evaluateText('SUM(t[*, A]) as £m', [costs])).toMatchObject({
      text: '−£2m (excluding 1 figure to be confirmed)',
      spoken: 'minus £2m (excluding 1 figure to be confirmed)',
    });
    expect(evaluateText('SUM(t[x, A], t[z, A])', [costs]).text).toBe('−£2m');
  });

  test('may be checked with an allowance, as a cell may', () => {
    expect(checkText('£1.1m', 't[x, A] ± 0.1', [costs])).toEqual([]);
    expect(checkText('£1.1m', 't[x, A] +/- 0.1', [costs])).toEqual([]);
    expect(checkText('£1.2m', 't[x, A] ± 0.1', [costs])).toEqual([
      'the text says £1.2m, but the figures give £1.0m (£0.2m less)',
    ]);
  });
});

describe('a fault of a formula', () => {
  test('names the cell that divides by zero, and what it divides by', () => {
    const { messages } = run(`| R | A | B |
|---|---:|---:|
| x | 0 | =1 / [@A] |
| y |  | =1 / ([x, A] + [@A]) |
| z |  | =1 / [@A] |
| v |  | =1 / 0 |
: T {#t}`);
    expect(messages).toEqual([
      'x, B divides by [@A], which is 0',
      'y, B divides by [x, A] + [@A], which is 0',
      'z, B divides by [@A], which is empty',
      'v, B divides by zero',
    ]);
    expect(evaluateText('1 / (2 - 2)').messages).toEqual(['this divides by 2 - 2, which is 0']);
  });

  test('names the cell where one formula stands for a whole column', () => {
    const { messages } = run(
      '```table\nid: t\ncaption: T\ncolumns:\n  s: Service\n  a: { label: A, type: number }\n  b: { label: B, type: number, formula: "PERCENT(1, [@a])" }\nrows:\n  - [Youth, 0]\n  - [Old, 1]\n  - [Mid, 0]\n```',
    );
    expect(messages).toEqual([
      '“whole” of PERCENT is zero, and a percentage of zero means nothing (in Youth, B)',
      '“whole” of PERCENT is zero, and a percentage of zero means nothing (in Mid, B)',
    ]);
  });

  test.each([
    ['1e5', '“1e5” is not a number'],
    ['5.', '“5.” is not a number'],
    ['3m', '“3m” is not a number'],
    ['2018-19', '2018-19 can be a financial year or a subtraction'],
    ['£3m%', 'the sign % stands after a figure in £m'],
    ['2^£3', 'a figure in £ stands after ^, where only a plain number can'],
    ['XNPV(10%, FLOWS(1, 2), 2019-01-01)', '“dates” of XNPV has 1 date, and there are 2 flows'],
    ['B2', 'a cell by its position means nothing outside a table'],
  ])('of %s is said in words', (source, message) => {
    expect(evaluateText(source).messages).toEqual([message]);
  });

  test.each([
    [
      'TODAY()',
      'A paper reads the same on every day: type the date, as in 2019-01-30, or write meeting.date.',
    ],
    ['SUBTOTAL(1)', 'Write SUM(ABOVE): totals are left out of it and counted once.'],
    ['AVERGE(1)', 'Did you mean “AVERAGE”?'],
    ['foo(1)', undefined],
    ['MAX(1; 2)', 'Divide the parts of a function with commas, as in MAX(1, 2).'],
  ])('of %s says what to write instead', (source, hint) => {
    expect(evaluateText(source).hints).toEqual([hint]);
  });
});

test.each([
  ['0.12 = 12%', 'yes'],
  ['12% > 0.1', 'yes'],
  ['10%%', '0.1%'],
  ['2018 - 19', '1,999'],
])('%s is %s, as in Excel', (source, text) => {
  expect(evaluateText(source).text).toBe(text);
});

describe('counts', () => {
  const table = '| R | A | Note |\n|---|---:|---|\n| x | 1.25 | a |\n| y | 2.50 | b |\n: T {#t decimals=2}';
  test.each([
    ['COUNTA(t[*, Note])', '2'],
    ['COUNT(t[*, A]) + 1', '3'],
    ['ROWS(t)', '2'],
    ['SUM(t[*, A])', '3.75'],
  ])('%s is printed as %s, without the decimals of the table', (source, text) => {
    expect(evaluateText(source, [table]).text).toBe(text);
  });
});

describe('SUMIF', () => {
  const table =
    '| R | A |\n|---|---:|\n| Council Tax | 1 |\n| Council rents | 2 |\n| Grant (a.b) | 4 |\n| Grant (a-b) | 8 |\n: T {#t unit=£m}';
  test.each([
    ['Council*', '£3m'],
    ['council *', '£3m'],
    ['*rents', '£2m'],
    ['Grant (a?b)', '£12m'],
    ['Grant (a.b)', '£4m'],
    ['<>Council*', '£12m'],
    ['=*(*', '£12m'],
    ['*c*r*', '£2m'],
    ['*a*a*a*a*a*a*a*a*a*a*a*a*a*', '£0m'],
    ['Library*', '£0m'],
  ])('of “%s” has the jokers of Excel', (criterion, text) => {
    expect(evaluateText(`SUMIF(t[*, R], "${criterion}", t[*, A])`, [table])).toMatchObject({
      text,
      messages: [],
    });
  });
});

test.each([
  [
    '£1,000',
    'Leave out the thousands comma: £1000, not £1,000. A comma between two numbers has a space after it.',
  ],
  ['t [Total, A]', 'Leave out the space before the square bracket: costs[Total, 2019/20].'],
  ['LOOKUP("z", t[*, R], t[*, A])', 'Did you mean “x” or “y”?'],
])('%s is told with what to write', (source, hint) => {
  expect(evaluateText(source, ['| R | A |\n|---|---:|\n| x | 1 |\n| y | 2 |\n: T {#t}']).hints).toEqual([
    hint,
  ]);
});

describe('the decimals of a column', () => {
  const table = (formula: string, more = ''): string =>
    `| R | A | B |\n|---|---:|---:|\n| x | 5 | =${formula} |\n| y | 6 | 1 |\n: T {#t${more}}`;
  test.each([
    ['ROUND([@A] / 3, 2)', '', '1.67', '1.00'],
    ['ROUND([@A] / 3, 0)', '', '2', '1'],
    ['ROUND([@A] / 3, -1)', '', '0', '1'],
    ['[@A] / 3', '', '2', '1'],
    ['ROUND([@A] / 3, 2)', ' decimals=1', '1.7', '1.0'],
  ])('with %s%s are those that it rounds to, where none are asked for', (formula, more, first, second) => {
    expect(run(table(formula, more)).rows.map((row) => row[2])).toEqual([first, second]);
  });
});
