/** The published tables of a council's draft budget, to the last digit. */
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import { checkText, evaluateText, paper, printed, run, world } from './support.js';
import { tables } from './budget.js';

const one = paper('draft-budget', tables);
const { calculation, diagnostics } = calculate([one], world());
const rows = (n: number): readonly (readonly string[])[] =>
  printed(calculation.table(one, one.tables[n - 1]!)!);

describe('the draft budget as published', () => {
  test('has no fault', () => {
    expect(diagnostics.map((d) => d.message)).toEqual([]);
  });

  test('adds up the revenue resources of table 1', () => {
    expect(rows(1).at(-1)).toEqual(['Total Revenue Resources Available', '182.152', '183.031', '181.426']);
  });

  test('adds up the cohorts of table 2 and their movement from year to year', () => {
    expect(rows(2).at(-2)).toEqual([
      'New Homes Bonus',
      '2,406',
      '2,406',
      '4,197',
      '5,516',
      '5,146',
      '3,487',
      '4,026',
      '3,292',
      '2,270',
    ]);
    expect(rows(2).at(-1)).toEqual([
      'Year on Year Movement',
      '0',
      '0',
      '1,791',
      '1,319',
      '−370',
      '−1,659',
      '539',
      '−734',
      '−1,022',
    ]);
  });

  test('foots both columns of table 3 to the same total', () => {
    expect(rows(3).at(-1)?.slice(-2)).toEqual(['17.395', '17.395']);
    const byDirectorate = calculation
      .table(one, one.tables[2]!)!
      .rows.flatMap((row) => row.cells.filter((cell) => cell.column === 3 && cell.rowSpan > 1));
    expect(byDirectorate.map((cell) => [cell.value, cell.rowSpan])).toEqual([
      ['12.599', 3],
      ['0.531', 2],
      ['0.450', 2],
      ['3.815', 5],
    ]);
  });

  test('carries the inner subtotal of table 4 into its outer column', () => {
    expect(rows(4).map((r) => r.at(-1))).toEqual([
      'Additional Grant income',
      '–',
      '–',
      '6.305',
      '−2.000',
      '0.539',
      '11.177',
      '16.021',
    ]);
  });

  test('walks from the opening gap of table 5 to the closing gap of table 6', () => {
    expect(rows(5).at(-1)?.slice(1)).toEqual(['4.605', '0.100', '0.000']);
    expect(rows(6).at(-1)?.slice(1)).toEqual(['4.778', '7.400', '11.807']);
  });

  test('derives the budget gap of table 7 from tables 1, 3 and 4', () => {
    const body = rows(7);
    expect(body.map((r) => r.slice(1))).toEqual([
      ['185.556', '182.152', '183.031', '181.426'],
      ['183.883', '185.556', '182.152', '183.031'],
      ['13.207', '17.395', '11.218', '9.380'],
      ['197.090', '202.951', '193.370', '192.411'],
      ['11.534', '16.021', '2.939', '−0.822'],
      ['185.556', '186.930', '190.431', '193.233'],
      ['0.000', '4.778', '7.400', '11.807'],
    ]);
  });

  test('agrees with the figures that the text quotes', () => {
    expect(checkText('£12.599m', 'cost-pressures[People, Total by Directorate]', tables)).toEqual([]);
    expect(
      checkText(
        '£6.294m',
        'cost-pressures[People, Total by Directorate] - budget-movement[grants, 19/20]',
        tables,
      ),
    ).toEqual([]);
    expect(evaluateText('revised-position[gap, 2019/20]', tables).text).toBe('£4.778m');
    expect(evaluateText('revised-position[gap, 2019/20] as £m 1dp', tables).text).toBe('£4.8m');
  });
});

test('catches a total that lost a row, and says by how much', () => {
  const { messages } = run(`| Item | 2019/20 |
|------|--------:|
| People | 12.599 |
| Place | 0.160 |
| Customer | 0.450 |
| Corporate | 3.815 |
| **Total** | 17.395 = SUM(ABOVE) |
: Pressures {#p unit=£m decimals=3}`);
  expect(messages).toEqual(['Total, 2019/20 says 17.395, but the figures add up to 17.024 (0.371 less)']);
});
