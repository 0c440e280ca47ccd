/** Tables written in YAML. */
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import type { SheetRow } from '../../src/calculate/calculate.js';
import type { Checked } from '../../src/diagnostics/diagnostic.js';
import type { Span } from '../../src/source/span.js';
import { paper, printed, run, world } from './support.js';

const block = (yaml: string): string => '```table\n' + yaml + '\n```';

const community = block(`id: community-connections
caption: Budget 2018/19
unit: £m
decimals: 3
columns:
  service: Service
  before:  { label: 2017/18, columns: { expenditure: Expenditure, income: Income, net: { label: Net budget, formula: "[@expenditure] + [@income]" } } }
  cost: Cost increases
  savings: { label: Savings, hint: "a minus reduces the budget" }
  other: Funding changes
  after:   { label: Net budget, formula: "[@net] + [@cost] + [@savings] + [@other]" }
rows:
  - [Youth, 0.563, -0.040, 0.010, -0.010, 0]
  - { id: access, service: Access, expenditure: 2.479, income: -1.118, cost: 0.271, savings: -0.057, other: 0, after: 1.575 }
  - [Localities, 1.014, -0.386, 0.007, -0.022, 0]
  - { total: TOTAL, formula: "SUM(ABOVE)", stated: [4.056, -1.544, 2.512, 0.288, -0.089, 0.000, 2.711] }
checks:
  - { that: "[TOTAL, after] = 2.711", because: the directorate's table must carry the same figure }`);

describe('a table in YAML', () => {
  test('calculates its columns and rows and agrees with the published service budget', () => {
    const { rows, messages, footer } = run(community);
    expect(messages).toEqual([]);
    expect(rows).toEqual([
      ['Youth', '0.563', '−0.040', '0.523', '0.010', '−0.010', '0.000', '0.523'],
      ['Access', '2.479', '−1.118', '1.361', '0.271', '−0.057', '0.000', '1.575'],
      ['Localities', '1.014', '−0.386', '0.628', '0.007', '−0.022', '0.000', '0.613'],
      ['TOTAL', '4.056', '−1.544', '2.512', '0.288', '−0.089', '0.000', '2.711'],
    ]);
    expect(footer).toEqual(['8 of 8 figures recalculated and agreed.']);
  });

  test('has a head of two levels, with the lower label beside its upper one', () => {
    const { table } = run(community);
    expect(table.head.map((row) => row.cells.map((c) => [c.column, c.colSpan, c.rowSpan, c.scope]))).toEqual([
      [
        [0, 1, 2, 'col'],
        [1, 3, 1, 'colgroup'],
        [4, 1, 2, 'col'],
        [5, 1, 2, 'col'],
        [6, 1, 2, 'col'],
        [7, 1, 2, 'col'],
      ],
      [
        [1, 1, 1, 'col'],
        [2, 1, 1, 'col'],
        [3, 1, 1, 'col'],
      ],
    ]);
    expect(table.columns.map((c) => c.label)).toEqual([
      'Service',
      '2017/18, Expenditure',
      '2017/18, Income',
      '2017/18, Net budget',
      'Cost increases',
      'Savings',
      'Funding changes',
      'Net budget',
    ]);
    expect(table.head[0]!.cells[3]!.hint).toBe('a minus reduces the budget');
    expect(table.unitLine).toBe('£ million');
  });

  test('prints negatives in brackets where the house does, and a hyphen in the data', () => {
    const { table, rows } = run(community, { style: { negative: 'brackets', words: [] } });
    expect(rows[3]?.[2]).toBe('(1.544)');
    const cell = table.rows[3]!.cells[2]!;
    expect(cell).toMatchObject({
      value: '-1.544',
      spoken: 'minus 1.544',
      formula: 'SUM(ABOVE)',
      checked: true,
    });
  });

  test('reports a stated figure in a formula column that does not agree', () => {
    const { messages } = run(community.replace('after: 1.575', 'after: 1.304'));
    expect(messages[0]).toBe('Access, Net budget says 1.304, but the formula gives 1.575 (0.271 more)');
  });

  test('reports a check that does not hold, with its reason', () => {
    const one = paper('p', [community.replace('= 2.711"', '= 2.712"')]);
    const { diagnostics } = calculate([one], world());
    expect(diagnostics.map((d) => d.message)).toEqual([
      'the check [TOTAL, after] = 2.712 does not hold: £2.711m and £2.712m (£0.001m apart)',
    ]);
    expect(diagnostics[0]?.hint).toBe(
      "It should hold because the directorate's table must carry the same figure.",
    );
  });

  test('adds subtotals of groups into the grand total, each row once', () => {
    const { rows, table, messages } = run(
      block(`unit: £m
decimals: 3
columns: { service: Service, net: Net }
rows:
  - { group: Localities, rows: [[North, 0.500], [South, 0.514]], subtotal: Total localities }
  - { group: Access, rows: [[Advice, 1.000]], subtotal: Total access }
  - { total: TOTAL }`),
    );
    expect(messages).toEqual([]);
    expect(rows.map((r) => r.join(' '))).toEqual([
      'Localities',
      'North 0.500',
      'South 0.514',
      'Total localities 1.014',
      'Access',
      'Advice 1.000',
      'Total access 1.000',
      'TOTAL 2.014',
    ]);
    expect(table.rows.map((r) => r.kind)).toEqual([
      'group',
      'data',
      'data',
      'subtotal',
      'group',
      'data',
      'subtotal',
      'total',
    ]);
  });

  test('prints an override with its reason and takes it in place of the formula', () => {
    const { table, messages } = run(
      block(`columns: { risk: Risk, likelihood: { label: L, type: number }, impact: { label: I, type: number }, score: { label: Score, type: score, formula: "[@likelihood] * [@impact]" } }
rows:
  - [Fire, 4, 5]
  - { risk: Flood, likelihood: 3, impact: 4, score: { value: 16, because: "the insurer's own rating" } }`),
    );
    expect(messages).toEqual([]);
    expect(table.rows.map((r) => r.cells.at(-1)?.value)).toEqual(['20', '16']);
    expect(table.rows[1]!.cells.at(-1)).toMatchObject({ reason: "the insurer's own rating" });
  });

  test('takes the percentage of the totals, not the sum of the percentages', () => {
    const { rows } = run(
      block(`unit: £m
decimals: 1
columns: { s: Service, a: Actual, b: Budget, p: { label: "%", type: percent, formula: "PERCENT([@a], [@b])" } }
rows: [[One, 1.0, 2.0], [Two, 3.0, 4.0], { total: Total }]`),
    );
    expect(rows.at(-1)).toEqual(['Total', '4.0', '6.0', '66.7%']);
  });

  test('names the row whose list has too many or too few cells', () => {
    const { messages } = run(block('columns: { s: Service, a: A }\nrows: [[One, 1, 2], [Two]]'));
    expect(messages).toEqual([
      'the row “One” has 3 cells, and 2 columns have no formula',
      'the row “Two” has 1 cell, and 2 columns have no formula',
    ]);
  });

  test('suggests the key that was meant', () => {
    const one = paper('p', [block('colums: { s: Service }\nrows: []')]);
    const { diagnostics } = calculate([one], world());
    expect(diagnostics[0]).toMatchObject({
      message: 'a table has a key “colums”, which means nothing there',
      hint: 'Did you mean “columns”?',
    });
  });

  test('brings in rows from a file and refuses a formula there', () => {
    const at = { file: 'data/tables/x.csv', start: 0, end: 1 };
    const line = (...texts: readonly string[]) => ({
      cells: texts.map((text) => ({ text, span: at })),
      span: at,
    });
    const place = 'tables/x.xlsx, sheet Budget, cell B4';
    const bad = {
      span: at,
      cells: [
        { text: 'Bad', span: at },
        { text: '=1+1', span: at, place },
      ],
    };
    const readTable = () => ({
      value: [line('Service', 'Net'), line('Youth', '1.5'), line('Access', '2.5'), bad],
      diagnostics: [],
    });
    const { rows, messages } = run(
      block('columns: { service: Service, net: Net }\nsource: tables/x.csv\nrows: [{ total: Total }]'),
      { readTable },
    );
    expect(rows.at(-1)).toEqual(['Total', '4.0']);
    expect(messages).toEqual(['tables/x.xlsx, sheet Budget, cell B4 holds the formula =1+1']);
  });

  test('tells of figures in a file that stand under no heading, and of a file that semicolons divide', () => {
    const at = { file: 'data/tables/x.csv', start: 0, end: 1 };
    const said = (...lines: readonly string[]) => {
      const value = lines.map((line) => ({
        cells: line.split(',').map((text) => ({ text, span: at })),
        span: at,
      }));
      const readTable = () => ({ value, diagnostics: [] });
      return run(block('columns: { service: Service, net: Net }\nsource: tables/x.csv'), { readTable })
        .messages;
    };
    expect(said('Service,Net', 'Youth,1,234', 'Access,2,')).toEqual([
      '“234” in a row of “tables/x.csv” stands under no heading',
    ]);
    expect(said('Service;Net', 'Youth;1')).toEqual([
      'the file “tables/x.csv” divides its cells with semicolons, not with commas',
    ]);
  });

  test('takes the name of a group and of its subtotal for the subtotal', () => {
    const { rows, messages } = run(
      block(
        'columns: { s: Service, a: A }\nrows:\n  - { group: North, rows: [[Youth, 2], [Access, 4]], subtotal: North }\n  - { s: Half, a: "=[North, A] / 2" }\n  - { s: Same, a: "=[North > North, a]" }',
      ),
    );
    expect(messages).toEqual([]);
    expect(rows.slice(-2)).toEqual([
      ['Half', '3'],
      ['Same', '6'],
    ]);
  });

  test('allows a check the tolerance that stands beside it', () => {
    const said = (check: string) =>
      run(
        block(
          `columns: { s: Service, a: A }\nrows: [[Youth, 2.5]]\nchecks:\n  - { that: "[Youth, a] = 2.4", ${check} }`,
        ),
      ).messages;
    expect(said('tolerance: 0.1')).toEqual([]);
    expect(said('tolerance: 0')).toEqual([
      'the check [Youth, a] = 2.4 does not hold: 2.5 and 2.4 (0.1 apart)',
    ]);
    expect(said('tolerance: a bit')).toEqual([
      '“a bit” is no tolerance of a check',
      'the check [Youth, a] = 2.4 does not hold: 2.5 and 2.4 (0.1 apart)',
    ]);
  });

  test('says how words are declared in YAML, and takes n/k for no formula', () => {
    const one = paper('p', [
      block('columns: { s: Service, a: { label: A, type: money } }\nrows: [[Youth, n/k]]'),
    ]);
    expect(calculate([one], world()).diagnostics[0]?.hint).toBe(
      'The words that may stand there are “tbc”, “n/a”; add the line words: ["n/k"] to the table if it is meant, or correct the figure.',
    );
  });

  test('places a fault of a formula inside the quoted text of the file', () => {
    const text = block(
      'columns: { s: Service, a: A, b: { label: B, formula: "[@a] + [@q]" } }\nrows: [[One, 1]]',
    );
    const { diagnostics } = calculate([paper('p', [text])], world());
    const [first] = diagnostics;
    expect(first?.message).toBe('no column is called “q”');
    expect(text.slice(first?.span.start, first?.span.end)).toContain('q');
  });
});

test('agrees with the published division budgets within rounding, and says so', () => {
  const { rows, messages, footer } = run(
    block(`unit: £m
decimals: 3
tolerance: rounding
columns:
  division: Division
  before: Net budget 2017/18
  cost: Cost increases
  savings: Savings
  other: Other savings
  after: { label: Net budget 2018/19, formula: "[@before] + [@cost] + [@savings] + [@other]" }
rows:
  - [Service Delivery, 54.646, 4.922, -2.161, 1.300]
  - [Commissioning, 10.663, 0.026, -0.026, 0]
  - [Leisure Management, 2.547, 0.001, -0.001, 0]
  - [Management and Transformation, -3.988, 0.003, -0.003, -4.579]
  - [Social Care Contract, 6.919, 0, 0, 0]
  - { division: Childrens Commissioning, before: 4.915, cost: 0.004, savings: -0.004, other: 0, after: 4.914 }
  - { total: Total People, stated: [75.702, 4.956, -2.197, -3.279, 75.182] }`),
  );
  expect(messages).toEqual([]);
  expect(rows.at(-1)).toEqual(['Total People', '75.702', '4.956', '−2.197', '−3.279', '75.182']);
  expect(footer).toEqual([
    '6 of 6 figures recalculated and agreed.',
    'Figures may not sum because of rounding: Childrens Commissioning, Net budget 2018/19 by 0.001; Total People, Savings by 0.002; Total People, Net budget 2018/19 by 0.001.',
  ]);
});

test('reads two tables of one paper that refer to each other', () => {
  const one = paper('p', [
    community,
    '| A | B |\n|---|---:|\n| x | =community-connections[TOTAL, after] |\n: T {#t unit=£000}',
  ]);
  const { calculation, diagnostics } = calculate([one], world());
  expect(diagnostics).toEqual([]);
  expect(printed(calculation.table(one, one.tables[1]!)!)).toEqual([['x', '2,711']]);
});

describe('a table with rows from a workbook', () => {
  const readTable = (source: string, at: Span): Checked<readonly SheetRow[]> => ({
    value: [
      ['Service', 'Budget'],
      ['Youth', 'many'],
      ['Total', '3'],
    ].map((cells, r) => ({
      cells: cells.map((text, c) => ({ text, span: at, place: `${source}, cell ${'AB'[c] ?? ''}${r + 1}` })),
      span: at,
    })),
    diagnostics: [],
  });

  test('says the cell of the workbook for each fault, and warns of a total among the rows', () => {
    const { messages } = run(
      block(
        'id: t\ncolumns: {service: Service, budget: {label: Budget, type: number}}\nsource: tables/x.xlsx',
      ),
      { readTable },
    );
    expect(messages).toEqual([
      'the row “Total” (tables/x.xlsx, cell A3) is read as an ordinary row',
      'tables/x.xlsx, cell B2: Youth, Budget says “many”, and the column “Budget” is for figures',
    ]);
  });
});
