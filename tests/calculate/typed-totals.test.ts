/** Totals without a formula: wrong ones are always noticed, right ones never, however the table is drawn up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import { paper, run, world } from './support.js';

/** Thousandths as an author types them, brackets for minus. */
function typed(thousandths: number): string {
  const digits = (Math.abs(thousandths) / 1000).toFixed(3);
  return thousandths < 0 ? `(${digits})` : digits;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

function table(rows: readonly string[], head = '| Line | 2019/20 |\n|---|---:|'): string {
  return `${head}\n${rows.join('\n')}\n: Budget {#budget unit=£m decimals=3}`;
}

/** What is said about sums; random figures may well look like slips of the unit besides. */
function sums(markdown: string): readonly string[] {
  return run(markdown).messages.filter((m) => m.includes('add up'));
}

const figure = fc.integer({ min: -99_999, max: 99_999 });
const figures = fc.array(figure, { minLength: 2, maxLength: 12 });
const slip = fc.integer({ min: -5000, max: 5000 }).filter((n) => n !== 0);

describe('a total that is typed', () => {
  test('is reported with the right value whenever it is wrong, and never when it is right', () => {
    fc.assert(
      fc.property(figures, slip, fc.boolean(), (amounts, by, bold) => {
        const rows = amounts.map((amount, i) => `| Line ${i + 1} | ${typed(amount)} |`);
        const label = bold ? '**Total**' : 'Total budget';
        expect(sums(table([...rows, `| ${label} | ${typed(sum(amounts))} |`]))).toEqual([]);
        const found = sums(table([...rows, `| ${label} | ${typed(sum(amounts) + by)} |`]));
        expect(found).toHaveLength(1);
        expect(found[0]).toContain(`add up to ${typed(sum(amounts)).replace(/^\((.*)\)$/, '−$1')} `);
      }),
      { numRuns: 150 },
    );
  });

  test('is right in a table of groups with subtotals and a grand total, and each wrong one is reported', () => {
    fc.assert(
      fc.property(fc.array(figures, { minLength: 2, maxLength: 4 }), fc.nat(4), slip, (groups, at, by) => {
        const make = (wrong: number | undefined): string =>
          table([
            ...groups.flatMap((amounts, g) => [
              `| **Group ${g + 1}** | |`,
              ...amounts.map((amount, i) => `| Line ${g + 1}.${i + 1} | ${typed(amount)} |`),
              `| **Total Group ${g + 1}** | ${typed(sum(amounts) + (wrong === g ? by : 0))} |`,
            ]),
            `| **Grand total** | ${typed(sum(groups.flat()) + (wrong === groups.length ? by : 0))} |`,
          ]);
        expect(sums(make(undefined))).toEqual([]);
        const wrong = at % (groups.length + 1);
        const messages = sums(make(wrong));
        const name = wrong === groups.length ? 'Grand total' : `Total Group ${wrong + 1}`;
        expect(messages.some((m) => m.startsWith(`${name}, 2019/20 says`))).toBe(true);
        // A grand total may follow the lines where a subtotal is wrong: it is not blamed for it.
        expect(messages).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });

  test('of a row is reported whenever it is wrong, and never when it is right', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(figure, figure, figure), { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        slip,
        (rows, at, by) => {
          const wrong = at % rows.length;
          // None of two or three totals right is a mistake; none of many means another kind of column.
          const make = (off: number): string =>
            table(
              rows.map(
                (row, i) =>
                  `| Line ${i + 1} | ${row.map(typed).join(' | ')} | ${typed(sum(row) + (i === wrong ? off : 0))} |`,
              ),
              '| Line | 2019/20 | 2020/21 | 2021/22 | Total |\n|---|---:|---:|---:|---:|',
            );
          expect(sums(make(0))).toEqual([]);
          expect(sums(make(by))).toEqual([expect.stringContaining(`Line ${wrong + 1}, Total says`)]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test.each([
    ['a net figure', '| Gross total | 4.000 |\n| Costs | 0.750 |\n| **Total net benefit** | 3.250 |'],
    ['income typed without a minus', '| Expenditure | 4.000 |\n| Income | 0.750 |\n| **Total** | 3.250 |'],
    [
      'what is in the row before',
      '| Staff | 4.000 |\n| of which temporary | 0.750 |\n| Rent | 1.000 |\n| **Total** | 5.000 |',
    ],
    [
      'figures to be confirmed',
      '| Staff | 4.000 |\n| Rent | tbc |\n| Rates | 1.000 |\n| **Total** | 6.000 |',
    ],
    ['a single row', '| Staff | 4.000 |\n| **Total** | 6.000 |'],
    [
      'a running total',
      '| A | 4.000 |\n| B | 1.000 |\n| **Total** | 5.000 |\n| C | 2.000 |\n| **Total** | 7.000 |',
    ],
    ['no total at all', '| A | 4.000 |\n| B | 1.000 |\n| **Balance** | 9.000 |'],
    ['another kind of total', '| A | 4.000 |\n| B | 1.000 |\n| Total population | 9.000 {unit=people} |'],
  ])('is left alone for %s', (_, rows) => {
    expect(sums(table([rows]))).toEqual([]);
  });

  test.each([
    ['percentages', '| Line | Share {unit=%} |\n|---|---:|\n| A | 20 |\n| B | 30 |\n| **Total** | 27 |'],
    ['an average', '| Line | Average days |\n|---|---:|\n| A | 20 |\n| B | 30 |\n| **Total** | 27 |'],
    [
      'days times a rate',
      '| Line | Days | Rate a day {unit=£} | Total {unit=£} |\n|---|---:|---:|---:|\n| A | 20 | 300 | 6,000 |',
    ],
    [
      'a column of other totals',
      '| Line | A | B | Total |\n|---|---:|---:|---:|\n| x | 1 | 2 | 9 |\n| y | 2 | 2 | 8 |\n| z | 3 | 2 | 9 |',
    ],
    [
      'a column said to have none',
      '| Line | Cost {totals=none} |\n|---|---:|\n| A | 20 |\n| B | 30 |\n| **Total** | 27 |',
    ],
  ])('is left alone for %s', (_, markdown) => {
    expect(run(`${markdown}\n: T {#t}`).messages).toEqual([]);
  });
});

describe('what most likely made a total wrong', () => {
  const hint = (rows: string): string | undefined => {
    const one = paper('p', [table([rows])]);
    return calculate([one], world()).diagnostics[0]?.hint;
  };

  test.each([
    [
      '| People | 12.599 |\n| Place | 0.371 |\n| Corporate | 3.815 |\n| **Total** | 16.414 |',
      'The difference is “Place”, which the total may leave out',
    ],
    [
      '| People | 12.599 |\n| Place | 0.371 |\n| Corporate | 3.815 |\n| **Total** | 17.156 |',
      'The difference is “Place”, which the total may count twice',
    ],
    [
      '| People | 12.599 |\n| Place | (0.371) |\n| Corporate | 3.815 |\n| **Total** | 16.785 |',
      'The difference is twice “Place”: check its sign',
    ],
    [
      '| People | 12.599 |\n| Place | 0.371 |\n| Corporate | 3.815 |\n| **Total** | (16.785) |',
      'The size is right and the sign is not',
    ],
    [
      '| People | 12.599 |\n| Place | 0.371 |\n| Corporate | 3.815 |\n| **Total** | 16.758 |',
      'Two digits of the total seem to have changed places',
    ],
    [
      '| People | 12.599 |\n| Place | 0.317 |\n| Corporate | 3.815 |\n| **Total** | 16.785 |',
      'Two digits of “Place” may have changed places',
    ],
    [
      '| People | 12.599 |\n| Place | 371 |\n| Corporate | 3.815 |\n| **Total** | 16.785 |',
      '“Place” seems to be in another unit: as 0.371 it would fit',
    ],
    [
      '| People | 12.599 |\n| Place | 0.371 |\n| Corporate | 3.815 |\n| **Total** | 16785 |',
      'in different units',
    ],
    [
      '| People | 12.599 |\n| Place | 0.371 |\n| Corporate | 3.815 |\n| **Total** | 16.786 |',
      'Rounding may explain it',
    ],
  ])('is said of %j', (rows, words) => expect(hint(rows)).toContain(words));

  test('never offers rounding for counts', () => {
    const one = paper('p', [
      '| A | Seats |\n|---|---:|\n| x | 20 |\n| y | 21 |\n| **Total** | 42 |\n: T {#t}',
    ]);
    expect(calculate([one], world()).diagnostics[0]?.hint).not.toContain('ounding');
  });
});

test('the order of rows does not matter to a sum', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(figure, fc.integer({ min: 0, max: 0xffff })), { minLength: 1, maxLength: 15 }),
      (rows) => {
        const total = (order: readonly (readonly [number, number])[]): unknown =>
          run(
            table([
              ...order.map(([amount], i) => `| Line ${i + 1} | ${typed(amount)} |`),
              '| **Total** | =SUM(ABOVE) |',
            ]),
          ).rows.at(-1);
        const shuffled = [...rows].sort((a, b) => a[1] - b[1]);
        expect(total(shuffled)).toEqual(total(rows));
      },
    ),
    { numRuns: 100 },
  );
});

describe('a typed total that may miss by rounding', () => {
  const table = (total: string, tolerance = ' tolerance=rounding', third = '1.4'): string =>
    `| Item | A | B | **Total** |\n|---|---:|---:|---:|\n| x | 1.4 | 2 | 3.4 |\n| y | 1.4 | 2 | 3.4 |\n| z | ${third} | 2 | 3.4 |\n| **Total** | ${total} | 6 | 10.2 |\n: T {#t${tolerance} decimals=1}`;

  test('is named in the note on rounding, as one with a formula is', () => {
    const { messages, footer } = run(table('4.1'));
    expect(messages).toEqual([]);
    expect(footer).toEqual([
      'Figures may not sum because of rounding: Total, A by 0.1; Total, Total by 0.1.',
    ]);
  });

  test('has no note where it adds up to the last digit', () => {
    expect(run(table('4.2')).footer).toEqual([]);
  });

  test('is told beyond what rounding allows, and without the allowance', () => {
    expect(run(table('4.9')).messages).toContain(
      'Total, A says 4.9, but the figures above add up to 4.2 (0.7 less)',
    );
    expect(run(table('4.1', '')).messages).toContain(
      'Total, A says 4.1, but the figures above add up to 4.2 (0.1 more)',
    );
  });
});
