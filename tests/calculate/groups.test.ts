/** Totals of tables in YAML whose groups have subtotals, and checks with an allowance. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from './support.js';

const table = (rows: string, more = ''): string =>
  `\`\`\`table\nid: t\ncaption: T\nunit: £m\ndecimals: 3\ncolumns: { service: Service, a: A }\nrows:\n${rows}${more}\`\`\``;
const localities =
  '  - { group: Localities, rows: [[North, 0.500], [South, 0.514]], subtotal: All localities }\n';
const totals = (text: string): readonly (readonly (string | undefined)[])[] =>
  run(text).table.rows.flatMap((row) =>
    row.kind === 'data' || row.kind === 'group' ? [] : [row.cells.map((cell) => cell.value)],
  );

describe('a total outside the groups', () => {
  test.each([
    ['before them', `  - [Youth, 0.563]\n  - [Access, 2.479]\n${localities}`],
    ['after them', `${localities}  - [Youth, 0.563]\n  - [Access, 2.479]\n`],
    ['on both sides', `  - [Youth, 0.563]\n${localities}  - [Access, 2.479]\n`],
  ])('adds the subtotals and the rows that stand outside %s', (_, rows) => {
    const text = table(`${rows}  - { total: TOTAL, formula: "SUM(ABOVE)" }\n`);
    expect(run(text).messages).toEqual([]);
    expect(totals(text)).toEqual([
      ['All localities', '1.014'],
      ['TOTAL', '4.056'],
    ]);
  });

  test('adds a group without a subtotal row by row, and groups of groups once', () => {
    const inner =
      '  - group: Outer\n    subtotal: All outer\n    rows:\n      - { group: Inner, rows: [[x, 1], [y, 2]], subtotal: All inner }\n      - { group: Other, rows: [[z, 4]], subtotal: All other }\n';
    const text = table(
      `${inner}  - { group: Plain, rows: [[p, 8], [q, 16]] }\n  - [r, 32]\n  - { total: TOTAL, formula: "SUM(ABOVE)" }\n`,
    );
    expect(run(text).messages).toEqual([]);
    expect(totals(text).map(([, value]) => value)).toEqual(['3.000', '4.000', '7.000', '63.000']);
  });

  test('begins anew after the total before it', () => {
    const text = table(
      `${localities}  - { total: First, formula: "SUM(ABOVE)" }\n${localities.replaceAll('ocalities', 'ands')}  - [x, 1]\n  - { total: Second, formula: "SUM(ABOVE)" }\n  - { total: Both, formula: "SUM(ABOVE)" }\n`,
    );
    expect(totals(text).map(([label, value]) => `${label ?? ''} ${value ?? ''}`)).toEqual([
      'All localities 1.014',
      'First 1.014',
      'All lands 1.014',
      'Second 2.014',
      'Both 3.028',
    ]);
  });

  test('is the sum of all rows, however they are grouped', () => {
    const figure = fc.integer({ min: -9999, max: 9999 });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(figure, fc.array(figure, { minLength: 1, maxLength: 3 })), {
          minLength: 1,
          maxLength: 6,
        }),
        (parts) => {
          fc.pre(parts.some((part) => Array.isArray(part)));
          const shown = (n: number): string => (n / 1000).toFixed(3);
          const rows = parts
            .map((part, i) =>
              typeof part === 'number'
                ? `  - [r${i}, ${shown(part)}]\n`
                : `  - { group: g${i}, rows: [${part.map((n, k) => `[r${i}-${k}, ${shown(n)}]`).join(', ')}], subtotal: s${i} }\n`,
            )
            .join('');
          const sum = parts.flat().reduce((a, b) => a + b, 0);
          expect(totals(table(`${rows}  - { total: T, formula: "SUM(ABOVE)" }\n`)).at(-1)?.[1]).toBe(
            shown(sum),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a check of a table', () => {
  const check = (that: string): readonly string[] =>
    run(table(localities, `checks:\n  - { that: "${that}", because: it must }\n`)).messages;
  test('may allow a distance', () => {
    expect(check('[All localities, a] = 1.013 ± 0.001')).toEqual([]);
    expect(check('[All localities, a] = 1.010 ± 0.001')).toEqual([
      'the check [All localities, a] = 1.010 does not hold: £1.014m and £1.010m (£0.004m apart)',
    ]);
    expect(check('[All localities, a] = £1010k ± 0.005')).toEqual([]);
  });
});
