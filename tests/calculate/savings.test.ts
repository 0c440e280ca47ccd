/** Monitors of savings plans: quarters against the year, and the balance for which there is no plan yet. */
import { describe, expect, test } from 'vitest';
import { run } from './support.js';

interface Plan {
  readonly name: string;
  readonly quarter: string;
  readonly year: string;
}
const plans = (figures: readonly (readonly [string, string])[]): readonly Plan[] =>
  figures.map(([quarter, year], i) => ({ name: `Plan ${i + 1}`, quarter, year }));

const children = plans([
  ['0.038', '0.150'],
  ['0.125', '0.500'],
  ['0.068', '0.270'],
  ['0.208', '0.830'],
  ['0.050', '0.200'],
  ['0.175', '0.700'],
  ['0.313', '1.250'],
  ['0.025', '0.100'],
]);
const commissioning = plans([
  ['0.125', '0.500'],
  ['0.213', '0.850'],
  ['0.188', '0.750'],
  ['0.050', '0.200'],
  ['0.050', '0.200'],
  ['0.550', '2.200'],
  ['0.019', '0.075'],
  ['0.025', '0.100'],
]);

const rowsOf = (some: readonly Plan[]): string =>
  some
    .map(
      ({ name, quarter, year }) =>
        `      - { plan: ${name}, q1: ${quarter}, q2: ${quarter}, q3: ${quarter}, q4: ${quarter}, year: ${year} }`,
    )
    .join('\n');

const monitor = (tolerance = 'tolerance: rounding'): string =>
  '```table\n' +
  `id: savings
caption: Savings plans
unit: £m
decimals: 3
${tolerance}
columns:
  plan: Plan
  target: Target
  q1: Quarter 1
  q2: Quarter 2
  q3: Quarter 3
  q4: Quarter 4
  year: { label: Year, formula: "[@q1] + [@q2] + [@q3] + [@q4]" }
  open: { label: Not identified, totalFormula: "[@target] - [@year]" }
rows:
  - id: children
    group: Children
    rows:
      - { plan: Savings to find, target: 6.058, year: "" }
${rowsOf(children)}
    subtotal: { id: children-total, total: Children, stated: {year: 4.000, open: 2.058} }
  - id: commissioning
    group: Integrated Commissioning
    rows:
      - { plan: Savings to find, target: 7.169, year: "" }
${rowsOf(commissioning)}
    subtotal: { id: commissioning-total, total: Integrated Commissioning, stated: {year: 4.875, open: 2.294} }
  - { id: all, total: Total }` +
  '\n```';

describe('a monitor of savings', () => {
  test('accepts quarters that make the year as printed: four times 0.313 for 1.250', () => {
    const { messages, footer, table } = run(monitor());
    expect(messages).toEqual([]);
    expect(footer.join(' ')).toContain('recalculated and agreed');
    expect(footer.join(' ')).toContain('Plan 7, Year by 0.002');
    expect(table.rows.at(-1)?.cells.map((cell) => cell.value)).toEqual([
      'Total',
      '13.227',
      expect.anything(),
      expect.anything(),
      expect.anything(),
      expect.anything(),
      '8.875',
      '4.352',
    ]);
  });

  test('derives the balance that is not identified, in totals alone', () => {
    const { rows } = run(monitor());
    const open = rows.map((row) => row[7]).filter((cell) => cell !== undefined && cell !== '–');
    expect(open).toEqual(['2.058', '2.294', '4.352']);
  });

  test('says which quarters miss the year where rounding is not allowed, or explains too little', () => {
    expect(run(monitor('')).messages).toContain(
      'Plan 7, Year says 1.250, but the formula gives 1.252 (0.002 more)',
    );
    const wrong = monitor().replace('q4: 0.313, year: 1.250', 'q4: 0.313, year: 1.240');
    expect(run(wrong).messages).toContain(
      'Plan 7, Year says 1.240, but the formula gives 1.252 (0.012 more)',
    );
  });

  test('may split the year instead: the quarters are printed rounded and still make the year', () => {
    const split =
      '```table\n' +
      'unit: £m\ndecimals: 3\ncolumns:\n  plan: Plan\n  year: Year\n  q1: {label: Q1, formula: "[@year] / 4"}\n  q2: {label: Q2, formula: "[@year] / 4"}\n  sum: {label: Both, formula: "[@q1] * 4"}\nrows:\n  - [Plan, 1.250]' +
      '\n```';
    expect(run(split).rows).toEqual([['Plan', '1.250', '0.313', '0.313', '1.250']]);
  });
});
