/** The expression language: operators, references, units, formats and faults. */
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import { checkText, evaluateText, node, paper, printed, run, world } from './support.js';

const fault = (source: string, tables: readonly string[] = []): string | undefined =>
  evaluateText(source, tables).messages[0];

const budget = `| Service | Income {unit=£000} | Net | Posts {unit=FTE} | Share {unit=%} |
|---|---:|---:|---:|---:|
| **Children** | | | | |
| Savings to find | 1,200 | -1.5 | 12.5 | 12 |
| Care | 300 | 2.25 | 3 | 8.5 |
| **Adults** | | | | |
| Savings to find | 500 | (0.75) | tbc | 20 |
| Homes, day centres | | 4.0 | 7 | n/a |
| **Total** {#total} | =SUM([*, Income]) | =SUM([Net]) | =SUM([Posts]) | |
: Budget {#budget unit=£m}`;

describe('operators', () => {
  test.each([
    ['-2^2', '4'],
    ['2^3^2', '64'],
    ['2 + 3 * 4', '14'],
    ['(2 + 3) * 4', '20'],
    ['10%', '10%'],
    ['200 * 12%', '24'],
    ['1 + 12%', '1.12'],
    ['50% * 50%', '25%'],
    ['"a" & 1 & "b"', 'a1b'],
    ['1 = 1.0', 'yes'],
    ['"ABC" = "abc"', 'yes'],
    ['2 <> 3', 'yes'],
    ['3 <= 2', 'no'],
    ['7 / 2', '3.5'],
    ['0.1 + 0.2 = 0.3', 'yes'],
    ['ROUND(-2.5, 0)', '−3'],
    ['ROUND(1.005, 2)', '1.01'],
    ['ROUND(2.675, 2)', '2.68'],
    ['ROUND(1250, -2)', '1,300'],
    ['£600000 as £m 1dp', '£0.6m'],
    ['£0.6m + £400000', '£1m'],
    ['2019-01-30', '30 January 2019'],
    ['2019-01-30 - 2019-01-15', '15'],
    ['2019/20 + 1', '2020/21'],
    ['2019-01-30 as month', 'January 2019'],
    ['IF(2 > 1, "yes", "no")', 'yes'],
    ['IFERROR(1 / 0, 7)', '7'],
    ['AND(1 = 1, NOT(2 = 1))', 'yes'],
    ['OR(FALSE, FALSE)', 'no'],
    ['MAX(1, 5, 3) - MIN(4, 2)', '3'],
    ['AVERAGE(1, 2)', '1.5'],
    ['DATE(2019, 2, 28) + 1', '1 March 2019'],
    ['DATE(2019, 14, 1)', '1 February 2020'],
    ['DATE(2019, 2, 30)', '2 March 2019'],
    ['DATE(2019, 1, 0)', '31 December 2018'],
    ['DATE(2019, 0, 1)', '1 December 2018'],
    ['DATE(2019, -11, 31)', '31 January 2018'],
    ['TEXT(1234.5, "#,##0.00")', '1,234.50'],
    ['TEXT(2019-01-30, "dddd d mmm yyyy")', 'Wednesday 30 Jan 2019'],
    ['CLEARDAYS(2019-01-22, 2019-01-30)', '5'],
    ['WORKINGDAYS(2019-01-22, 2019-01-30)', '6'],
    ['CHANGE(3, 5)', '−2'],
    ['PERCENT(1, 8)', '12.5%'],
    ['4 as words', 'four'],
    ['-4 as abs', '4'],
    ['4 as signed', '+4'],
    ['1234567 as 0dp', '1,234,567'],
    ['£4.778m as words', '£4.778 million'],
  ])('calculates %s as %s', (source, result) => {
    const { text: printedText, messages } = evaluateText(source);
    expect(messages).toEqual([]);
    expect(printedText).toBe(result);
  });
});

test.each([
  'DATE(2019, 1, 1000000000)',
  'DATE(99999, 1, 1)',
  'DATE(0, 1, 1)',
  'DATE(1000, 1, 0)',
  'DATE(9999, 12, 32)',
])('%s is no date', (source) => {
  expect(evaluateText(source).messages).toHaveLength(1);
  expect(evaluateText(source).messages[0]).toContain('gives no day that exists');
});

describe('references', () => {
  test.each([
    ['budget[total, Net]', '£4.00m'],
    ['budget[Total, Income]', '£2,000k'],
    ['SUM(budget[Net])', '£4.00m'],
    ['SUM(budget[*, Net])', '£4.00m'],
    ['budget[Children > Savings to find, Net]', '−£1.50m'],
    ['budget[CHILDREN > savings  to find, net]', '−£1.50m'],
    ['budget["Homes, day centres", Posts]', '7.0 FTE'],
    ['COUNT(budget[Posts])', '3'],
    ['COUNTA(budget[Posts])', '4'],
    ['ROWS(budget)', '4'],
    ['SUM(budget[Posts])', '22.5 FTE (excluding 1 figure to be confirmed)'],
    ['AVERAGE(budget[Share])', '13.5% (excluding 1 figure to be confirmed)'],
    ['budget[Adults > Savings to find, Posts]', 'tbc'],
    ['budget[Adults > Savings to find, Posts] + 1', 'tbc'],
    ['budget[Care, Share] > 8', 'yes'],
    ['budget[Care, Share] = 8.5%', 'yes'],
    ['budget[Care, Net] + budget[Care, Income]', '£2.55m'],
    ['budget[Care, Net] + 2', '£4.25m'],
    ['SUMIF(budget[Net], ">0")', '£6.25m'],
    ['SUMIF(budget[Service], "Savings to find", budget[Net])', '−£2.25m'],
    ['LOOKUP("Care", budget[Service], budget[Net])', '£2.25m'],
  ])('reads %s as %s', (source, result) => {
    const { text: printedText, messages } = evaluateText(source, [budget]);
    expect(messages).toEqual([]);
    expect(printedText).toBe(result);
  });

  test('prefers the nearest paper, and asks where two are called the same', () => {
    const table = (n: number): string => `| A | B |\n|---|---:|\n| x | ${n} |\n: T {#t}`;
    const papers = [
      paper('plan', [table(1)], { address: 'a', meeting: 'cabinet/2019-01-15', item: '5b' }),
      paper('plan', [table(2)], { address: 'b', meeting: 'cabinet/2019-01-15', item: '6' }),
      paper('plan', [table(3)], { address: 'c', kind: 'business-plans' }),
      paper(
        'reader',
        [
          '| A | B |\n|---|---:|\n| near | =plan#t[x, B] |\n| item | =6/plan#t[x, B] |\n| far | =papers/business-plans/plan#t[x, B] |\n| full | =cabinet/2019-01-15/6/plan#t[x, B] |\n: T {#r}',
        ],
        { address: 'd', meeting: 'cabinet/2019-01-15', item: '5b' },
      ),
      paper('other', ['| A | B |\n|---|---:|\n| far | =plan#t[x, B] |\n: T {#r}'], {
        address: 'e',
        meeting: 'cabinet/2019-01-15',
        item: '7',
      }),
    ];
    const { calculation, diagnostics } = calculate(papers, world());
    expect(printed(calculation.find(papers[3]!, '#r')!).map((r) => r[1])).toEqual(['1', '2', '3', '2']);
    expect(diagnostics.map((d) => d.message)).toEqual(['2 papers are called “plan”']);
    expect([...calculation.dependents('b')].sort()).toEqual(['b', 'd']);
  });

  test('reads data files, registers and values of the meeting', () => {
    const data = {
      value: (path: readonly string[]) => {
        const found = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], {
          finance: { savings2018: { people: '£5.485m' } },
          indicator: { co3: { target: '85%' } },
        });
        return found === undefined ? undefined : node(found);
      },
    };
    const more = { data };
    expect(evaluateText('finance.savings2018.people', [], more).text).toBe('£5.485m');
    expect(evaluateText('indicator.co3.target + 1pp', [], more).text).toBe('86%');
    expect(
      evaluateText('meeting.venue', [], more, { values: new Map([['meeting.venue', 'Council House']]) }).text,
    ).toBe('Council House');
    expect(
      checkText('Six', 'ROWS(sessions)', [], more, {
        values: new Map([['sessions', node([1, 2, 3, 4, 5, 6])]]),
      }),
    ).toEqual([]);
    expect(
      checkText('Five', 'ROWS(sessions)', [], more, {
        values: new Map([['sessions', node([1, 2, 3, 4, 5, 6])]]),
      }),
    ).toEqual(['the text says Five, but the figures give 6 (1 more)']);
    expect(evaluateText('finance.savings2018.peopel', [], more).hints[0]).toContain('people');
  });
});

describe('faults', () => {
  test.each([
    ['budget[Totl, Net]', 'no row is called “Totl” in the table “budget”'],
    ['budget[Total, Nett]', 'no column is called “Nett” in the table “budget”'],
    ['budget[Savings to find, Net]', '2 rows are called “Savings to find” (rows 2 and 5 of the table)'],
    ['bugdet[Total, Net]', 'there is no table “bugdet” in this paper'],
    ['draft#budget[Total, Net]', 'there is no paper “draft”'],
    ['1 / 0', 'this divides by zero'],
    [
      'budget[Total, Net] + budget[Total, Posts]',
      'a figure in £m and one in FTE cannot be added, subtracted or compared',
    ],
    ['SUMM(1)', 'there is no function “SUMM”'],
    ['ROUND(1)', 'ROUND has 1 argument, and takes 2'],
    ['ROUND(1, 2', 'a bracket is opened and never closed'],
    ['ROUND(1, 2))', 'a bracket is closed and was never opened, or nothing stands before it'],
    ['budget[Total, Net', 'a square bracket is opened and never closed'],
    ['1,250 + 1', 'a number in a formula has a comma'],
    ['', 'there is no formula after the equals sign'],
    ['1 +', 'the formula stops in the middle'],
    ['2019/21', '2019/21 is not a financial year'],
    ['2019-02-30', 'there is no such day as 2019-02-30'],
    ['ROUND("x", 1)', '“figure” of ROUND is the words “x”, and has to be a figure'],
    ['"open', 'a quotation mark is opened and never closed'],
    ['1 as pounds', '“pounds” is not a format'],
    ['budget[Net] + 1', 'budget[Net] is 4 cells, and one figure is needed here'],
    ['9^999 ^ 999', 'the result is too large to be a figure'],
  ])('says of %s: %s', (source, message) => {
    expect(fault(source, [budget])).toBe(message);
  });

  test.each([
    ['5 – 3', 'Type a hyphen'],
    ['IF(1 > 0, “yes”, ’no’)', 'double quotes'],
    ['budget[Total, Net] | round', '“as”'],
    ['5 £', 'directly before its number'],
  ])('of typesetting are named: %s', (source, hint) => {
    expect(evaluateText(source, [budget]).hints[0]).toContain(hint);
  });

  test('suggest what was meant', () => {
    expect(evaluateText('budget[Totl, Net]', [budget]).hints[0]).toBe('Did you mean “Total”?');
    expect(evaluateText('SUMM(1)').hints[0]).toContain('“SUM”');
    expect(evaluateText('budget[Savings to find, Net]', [budget]).hints[0]).toBe(
      'Name the group as well, as in [Children > Savings to find].',
    );
  });

  test('show a circle whole, once, with the place of each cell', () => {
    const one = paper('p', [
      '| A | B |\n|---|---:|\n| x | =[y, B] + 1 |\n| y | =[z, B] |\n| z | =[x, B] |\n| w | =[x, B] |\n: T {#t}',
    ]);
    const { diagnostics } = calculate([one], world());
    expect(diagnostics.map((d) => d.message)).toEqual(['x, B depends on itself: x, B → y, B → z, B → x, B']);
    expect(diagnostics[0]!.related).toHaveLength(3);
  });

  test('are reported once, where they arose', () => {
    const { messages } = run(
      '| A | B |\n|---|---:|\n| x | =1 / 0 |\n| y | =[x, B] |\n| **Total** | =SUM(ABOVE) |\n: T {#t}',
    );
    expect(messages).toEqual(['x, B divides by zero']);
  });

  test('point into the formula, past a bar that was typed with a backslash', () => {
    const source = '| A | B |\n|---|---:|\n| x | =LEN("a\\|b") |\n: T {#t}';
    const { diagnostics } = calculate([paper('p', [source])], world());
    expect(source.slice(diagnostics[0]!.span.start, diagnostics[0]!.span.end)).toBe('LEN');
  });

  test('name the cell, the column, and the likely figure or the declared words', () => {
    const one = paper('p', ['| A | Net |\n|---|---:|\n| x | 1O.5 |\n| y | soon |\n: T {#t}']);
    const { diagnostics } = calculate([one], world());
    expect(diagnostics[0]).toMatchObject({
      message: 'x, Net says “1O.5”, and the column “Net” is for figures',
    });
    expect(diagnostics[0]!.hint).toContain('Is it 10.5?');
    expect(diagnostics[1]!.hint).toContain('“tbc”, “n/a”');
  });
});

describe('checked figures in text', () => {
  test.each([
    ['£4.00m', 'budget[total, Net]', undefined],
    ['£4m', 'budget[total, Net]', undefined],
    ['£4.1m', 'budget[total, Net]', 'the text says £4.1m, but the figures give £4.0m (£0.1m less)'],
    ['£4,000,000', 'budget[total, Net]', undefined],
    ['4.00', 'budget[total, Net]', 'the text says 4.00 without a unit, and the figure is in £m'],
    ['~£4.1m', 'budget[total, Net]', undefined],
    ['£1.5m', 'budget[Children > Savings to find, Net] as abs', undefined],
    ['22.5', 'SUM(budget[Posts])', undefined],
    ['£22.5m', 'SUM(budget[Posts])', 'the text says £22.5m, and the figure is in FTE'],
    ['four', 'ROWS(budget)', undefined],
    ['30 January 2019', '2019-01-30', undefined],
    ['31 January 2019', '2019-01-30', 'the text says 31 January 2019, but it should be 30 January 2019'],
  ])('compares %s with %s', (stated, source, message) => {
    expect(checkText(stated, source, [budget])[0]).toBe(message);
  });
});

test('gives the tree behind a figure', () => {
  const one = paper('p', [budget]);
  const { calculation } = calculate([one], world());
  const { value } = calculation.explain('budget[total, Net]', one);
  expect(value).toMatchObject({ name: 'Total, Net', text: '4.00', formula: 'SUM([Net])' });
  expect(value?.parts.map((part) => part.text)).toEqual(['−1.50', '2.25', '−0.75', '4.00']);
});
