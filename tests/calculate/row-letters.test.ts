/** Lines under the labels of rows that say how the rows are made. */
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import { paper, run, world } from './support.js';

const lines = (table: string, before: readonly string[] = []): readonly (string | undefined)[] => {
  const one = paper('paper', [...before, table]);
  const { calculation } = calculate([one], world());
  return calculation.table(one, one.tables.at(-1)!)!.rows.map((row) => row.formulaLabel);
};
const costs = '| x | 2019/20 |\n|---|---:|\n| Total | 17.395 |\n: Costs {#costs}';
const position = (more = ''): string =>
  '```table\n' +
  `id: position
unit: £m
${more}
columns: { line: Line, y2018: 2018/19, y2019: 2019/20 }
rows:
  - { id: baseline, line: Baseline, y2018: 183.883, y2019: "=[resources, 2018/19]" }
  - { id: additional, line: Additional costs, y2018: 13.207, y2019: "17.395 = costs[Total, 2019/20]" }
  - { id: overall, total: Before savings, formula: "[baseline, @] + [additional, @]" }
  - { id: savings, line: Savings, y2018: 11.534, y2019: 16.021 }
  - { id: other, line: Not part of it, y2018: 1, y2019: 2 }
  - { id: revised, total: Spending, formula: "CHANGE([overall, @], [savings, @])" }
  - { id: resources, line: Resources, y2018: 185.556, y2019: 182.152 }
  - { id: gap, total: Gap, formula: "-[resources, @] + [revised, @]" }` +
  '\n```';

describe('the line under the label of a row', () => {
  test('gives letters to rows that make others, and says the sum, the table and the year', () => {
    expect(lines(position(), [costs])).toEqual([
      'a = f of the year before',
      'b, from table 1',
      'c = a + b',
      'd',
      undefined,
      'e = c − d',
      'f',
      'g = −f + e',
    ]);
  });

  test('is what the author writes, or nothing where the author wants none', () => {
    const own = position()
      .replace('line: Savings,', 'line: Savings, label: "d, agreed in November",')
      .replace('id: gap,', 'id: gap, label: none,');
    expect(lines(own, [costs]).slice(3)).toEqual([
      'd, agreed in November',
      undefined,
      'e = c − d',
      'f',
      undefined,
    ]);
    expect(lines(position('letters: none'), [costs])).toEqual([
      undefined,
      'From table 1',
      ...Array<undefined>(6).fill(undefined),
    ]);
  });

  test('stands in pipe tables too, where a column called label stays a column', () => {
    expect(
      lines('| x | y |\n|---|---:|\n| One | 1 |\n| Two | 2 |\n| **Both** | =[One, @] + [Two, y] |\n: T'),
    ).toEqual(['a', 'b', 'c = a + b']);
    const { rows, table } = run(
      '```table\ncolumns: {label: Label, n: N}\nrows:\n  - {label: One, n: 1}\n```',
    );
    expect([rows[0]?.[0], table.rows[0]?.formulaLabel]).toEqual(['One', undefined]);
  });

  test.each([
    ['a total of what stands above', '=SUM(ABOVE)', '=SUM(ABOVE)'],
    ['different sums in one row', '=[One, @] + [Two, @]', '=[One, @] - [Two, @]'],
    ['a sum in one column and a typed figure in another', '=[One, @] + [Two, @]', '3'],
    ['a product', '=[One, @] * [Two, @]', '=[One, @] * [Two, @]'],
    ['a sum with a number', '=[One, @] + 1', '=[One, @] + 1'],
    ['a row that counts itself', '=[Both, @] + [One, @]', '=[Both, @] + [One, @]'],
    ['cells of other columns', '=[One, z] + [Two, z]', '=[One, y] + [Two, y]'],
  ])('is left out for %s', (_, first, second) => {
    expect(
      lines(
        `| x | y | z |\n|---|---:|---:|\n| One | 1 | 1 |\n| Two | 2 | 2 |\n| **Both** | ${first} | ${second} |\n: T`,
      ),
    ).toEqual([undefined, undefined, undefined]);
  });
});
