/** What pipe tables become: rows and columns, spans, units, words, checks and remarks. */
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import { paper, run, world } from './support.js';

describe('rows', () => {
  const grouped = `| Service | Net |
|---|---:|
| **People** | |
| Youth | 1.0 |
| Access | 2.0 |
| **Total people** | =SUM(ABOVE) |
| **Place** | |
| Parks | 4.0 |
| **Total place** | =SUM(ABOVE) |
| **Grand total** | =SUM(ABOVE) |
: T {#t unit=£m}`;

  test('are groups, data, subtotals and a total, and a grand total adds the subtotals', () => {
    const { table, rows, messages } = run(grouped);
    expect(messages).toEqual([]);
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
    expect(rows.at(-1)).toEqual(['Grand total', '7.0']);
    expect(table.rows[0]!.cells).toHaveLength(1);
    expect(table.rows[0]!.cells[0]).toMatchObject({ colSpan: 2, scope: 'rowgroup' });
  });

  test('that no total took are an error of the grand total', () => {
    const { messages } = run(grouped.replace('| **People** | |', '| Stray | 9.0 |\n| **People** | |'));
    expect(messages).toEqual(['the row “Stray” stands above, and no total has taken it']);
  });

  test('named Total without bold are remarked upon', () => {
    const { messages } = run('| A | B |\n|---|---:|\n| x | 1 |\n| Total | 1 |\n: T {#t}');
    expect(messages).toEqual(['the row “Total” is read as an ordinary row, because its label is not bold']);
  });

  test('take their kind from a class where one is given', () => {
    const { table } = run(
      '| A | B |\n|---|---:|\n| x | 1 |\n| Sum {.total} | =SUM(ABOVE) |\n| A remark on x {.note} | |\n: T {#t}',
    );
    expect(table.rows.map((r) => r.kind)).toEqual(['data', 'total', 'note']);
  });

  test('keep what an empty cell is: a dash that is read as no figure, and 0 only in a sum', () => {
    const { table, rows } = run(
      '| A | B | C |\n|---|---:|---:|\n| x | | =[@B] + 1 |\n| y | 2 | =AVERAGE([B]) |\n: T {#t}',
    );
    expect(rows).toEqual([
      ['x', '–', '1'],
      ['y', '2', '2'],
    ]);
    expect(table.rows[0]!.cells[1]).toMatchObject({ spoken: 'no figure' });
    expect(table.rows[0]!.cells[1]!.value).toBeUndefined();
  });
});

describe('directions', () => {
  test('LEFT stops at a text column and at a column with a bold head', () => {
    const { rows, messages } = run(`| A | Q1 | Q2 | **Half** | Q3 | Rest |
|---|---:|---:|---:|---:|---:|
| x | 1 | 2 | =SUM(LEFT) | 4 | =SUM(LEFT) |
: T {#t}`);
    expect(messages).toEqual([]);
    expect(rows[0]).toEqual(['x', '1', '2', '3', '4', '4']);
  });
  test('RIGHT and BELOW add what follows', () => {
    const { rows } = run(
      '| A | Sum | Q1 | Q2 |\n|---|---:|---:|---:|\n| all {.total} | =SUM(BELOW) | =SUM(BELOW) | =SUM(BELOW) |\n| x | =SUM(RIGHT) | 1 | 2 |\n| y | =SUM(RIGHT) | 3 | 4 |\n: T {#t}',
    );
    expect(rows.map((r) => r[1])).toEqual(['10', '3', '7']);
  });
  test('B2 counts the head rows, and is warned about', () => {
    const { rows, messages } = run(
      '| A | B | C |\n|---|---:|---:|\n| x | 1 | =B2 * 2 |\n| y | 5 | =SUM(B2:B3) |\n: T {#t}',
    );
    expect(rows.map((r) => r[2])).toEqual(['2', '6']);
    expect(messages).toEqual(['B2 names a cell by its position', 'B2:B3 names a cell by its position']);
  });
  test('PREVIOUS and CUMULATIVE run down a column', () => {
    const { rows } = run(
      '| Year | In | Balance | So far |\n|---|---:|---:|---:|\n| 1 | 5 | =PREVIOUS(100) + [@In] | =CUMULATIVE([In]) |\n| 2 | -3 | =PREVIOUS(100) + [@In] | =CUMULATIVE([In]) |\n| 3 | 4 | =PREVIOUS(100) + [@In] | =CUMULATIVE([In]) |\n: T {#t}',
    );
    expect(rows.map((r) => r.slice(2))).toEqual([
      ['105', '5'],
      ['102', '2'],
      ['106', '6'],
    ]);
  });
});

describe('stated figures', () => {
  const total = (cell: string, tolerance = ''): readonly string[] =>
    run(
      `| A | B |\n|---|---:|\n| x | 0.114 |\n| y | 0.114 |\n| **Total** | ${cell} |\n: T {#t decimals=3${tolerance}}`,
    ).messages;
  test.each([
    ['0.228 = SUM(ABOVE)', undefined],
    ['0.23 = SUM(ABOVE)', undefined],
    ['0.229 = SUM(ABOVE)', 'Total, B says 0.229, but the figures add up to 0.228 (0.001 less)'],
    ['~0.229 = SUM(ABOVE)', undefined],
    ['~0.230 = SUM(ABOVE)', 'Total, B says 0.230, but the figures add up to 0.228 (0.002 less)'],
    ['0.230 = SUM(ABOVE) ± 0.002', undefined],
    ['0.231 = SUM(ABOVE) ± 0.002', 'Total, B says 0.231, but the figures add up to 0.228 (0.003 less)'],
    ['(0.228) = -SUM(ABOVE)', undefined],
    ['0.2 = [x, B] + 1', 'Total, B says 0.2, but the formula gives 1.1 (0.9 more)'],
  ])('%s', (cell, message) => {
    expect(total(cell)[0]).toBe(message);
  });

  test('are allowed half a unit for each figure where the table says so, and the note says how much', () => {
    expect(total('0.229 = SUM(ABOVE)', ' tolerance=rounding')).toEqual([]);
    expect(total('0.230 = SUM(ABOVE)', ' tolerance=rounding')).toHaveLength(1);
    expect(
      run(
        '| A | B |\n|---|---:|\n| x | 0.114 |\n| y | 0.114 |\n| **Total** | 0.229 = SUM(ABOVE) |\n: T {#t decimals=3 tolerance=rounding}',
      ).footer,
    ).toEqual([
      '1 of 1 total recalculated and agreed.',
      'Figures may not sum because of rounding: Total, B by 0.001.',
    ]);
  });

  test('are what a reference gets, so that one fault makes one report', () => {
    const { rows, messages } = run(
      '| A | B |\n|---|---:|\n| x | 1 |\n| **Total** | 3 = SUM(ABOVE) |\n| Again | =[Total, B] |\n: T {#t}',
    );
    expect(messages).toHaveLength(1);
    expect(rows.at(-1)).toEqual(['Again', '3']);
  });

  test('may be words in a column of trends, and are a sentence in a column of text', () => {
    const { rows, messages } = run(`| A | Latest | Previous | Trend {type=trend} | Remark |
|---|---:|---:|---|---|
| x | 4 | 5 | Declining = TREND([@Latest], [@Previous], "higher") | profit = income |
| y | 4 | 5 | Declining = TREND([@Latest], [@Previous], "lower") | |
: T {#t}`);
    expect(messages).toEqual(['y, Trend says Declining, but the figures give Improving']);
    expect(rows[0]!.at(-1)).toBe('profit = income');
  });
});

describe('published errors', () => {
  test('the balance of a ring-fenced grant is caught even with the allowance for rounding', () => {
    const { messages } = run(`| Block | Variance |
|---|---:|
| 2018/19 Underspend | (0.241) |
| 2017/18 brought forward | 0.279 |
| Over-allocation | 0.000 |
| Early years adjustment | (0.142) |
| Conversion | (0.177) |
| ESG | 0.135 |
| **DSG funding balance** | (0.150) = SUM(ABOVE) |
: DSG {#dsg unit=£m decimals=3 tolerance=rounding}`);
    expect(messages).toEqual([
      'DSG funding balance, Variance says (0.150), but the figures add up to −0.146 (0.004 more)',
    ]);
  });

  test('a total of service income in another unit than its rows is caught', () => {
    const { messages } = run(`| Service | Income |
|---|---:|
| A | 3405 |
| B | 2580 |
| C | 9291 |
| D | 320 |
| E | 456 |
| F | 405 |
| **ED Total** | £16.461m = SUM(ABOVE) |
: Income {#i unit=£000 tolerance=rounding}`);
    expect(messages).toEqual([
      'ED Total, Income says £16.461m, but the figures add up to £16.457m (£0.004m less)',
    ]);
  });

  test('a figure in thousands among millions is remarked upon', () => {
    const { messages } = run(`| Service | Net |
|---|---:|
| A | 696 |
| B | 1.875 |
| C | (3.684) |
| D | 0.318 |
| E | 1.082 |
| F | 0.159 |
: Net {#n unit=£m}`);
    expect(messages).toEqual(['A, Net is 643 times the middle figure of its column']);
  });

  test('four quarters that were rounded agree with the year', () => {
    const { messages } = run(`| Saving | Q1 | Q2 | Q3 | Q4 | **Year** |
|---|---:|---:|---:|---:|---:|
| A | 0.038 | 0.038 | 0.038 | 0.038 | 0.150 = SUM(LEFT) |
| B | 0.213 | 0.213 | 0.213 | 0.213 | 0.850 = SUM(LEFT) |
| C | 0.019 | 0.019 | 0.019 | 0.019 | 0.075 = SUM(LEFT) |
: Savings {#s unit=£m decimals=3 tolerance=rounding}`);
    expect(messages).toEqual([]);
  });

  test('a financial year that cannot be is remarked upon', () => {
    expect(run('| A | 2019/21 |\n|---|---:|\n| x | 1 |\n: T {#t}').messages).toEqual([
      '“2019/21” is not a financial year',
    ]);
  });
});

describe('print', () => {
  test('puts a unit beside a figure that is not in the unit of the table', () => {
    const { table, rows } = run(
      '| A | Net | Change {unit=%} | Posts {unit=FTE} |\n|---|---:|---:|---:|\n| x | 1234.5 | 12.5 | 3 |\n| y | £450k | -0.04 | 2.25 |\n: T {#t unit=£m}',
    );
    expect(rows).toEqual([
      ['x', '1,234.5', '12.50%', '3.00'],
      ['y', '£450k', '−0.04%', '2.25'],
    ]);
    expect(table.unitLine).toBe('£ million');
    expect(table.head[0]!.cells[3]!.hint).toBe('Full-time equivalents (FTE)');
    expect(table.columns.map((c) => c.unit)).toEqual([undefined, '£m', '%', 'FTE']);
  });

  test('turns a negative zero into 0', () => {
    const { table, rows } = run(
      '| A | B |\n|---|---:|\n| x | (0.000) |\n| y | -0.0004 |\n: T {#t decimals=3}',
    );
    expect(rows.map((r) => r[1])).toEqual(['0.000', '0.000']);
    expect(table.rows.map((r) => r.cells[1]!.value)).toEqual(['0.000', '0.000']);
    expect(table.rows[1]!.cells[1]!.spoken).toBeUndefined();
  });

  test('speaks words, and says what a sum left out', () => {
    const { table, footer } = run(
      '| A | B |\n|---|---:|\n| x | 1 |\n| y | TBC |\n| **Total** | =SUM(ABOVE) |\n: T {#t}',
    );
    expect(table.rows[1]!.cells[1]).toMatchObject({ spoken: 'to be confirmed', value: 'tbc' });
    expect(footer).toEqual(['Total, B: excluding 1 figure to be confirmed.']);
  });

  test('keeps the notes and the hint of the author', () => {
    const { table, footer } = run(
      '| A | B |\n|---|---:|\n| x | -1 |\n: T {#t unit=£m hint="a minus sign is a reduction" note="Source: Finance."}',
    );
    expect(table.unitLine).toBe('£ million. A minus sign is a reduction.');
    expect(footer).toEqual(['Source: Finance.']);
  });

  test('spans rows and columns, and counts a spanned figure once', () => {
    const { table, rows } = run(
      '| A | B | C |\n|---|---|---:|\n| x | one | 1 |\n| ^ | two | ^ |\n| y | < | 2 |\n| **Total** | | =SUM(ABOVE) |\n: T {#t}',
    );
    expect(rows).toEqual([['x', 'one', '1'], ['two'], ['y', '2'], ['Total', '', '3']]);
    expect(table.rows[0]!.cells[0]).toMatchObject({ rowSpan: 2, scope: 'rowgroup' });
    expect(table.rows[2]!.cells[0]).toMatchObject({ colSpan: 2 });
  });

  test('keeps the words of text cells as they were written, and has no id or number without a caption', () => {
    const { table } = run('| A | B |\n|---|---|\n| **x** | plain |');
    expect(table.rows[0]!.cells[0]!.content).toMatchObject({ kind: 'inline', content: [{ kind: 'strong' }] });
    expect(table.id).toBeUndefined();
    expect(table.caption).toEqual([]);
  });
});

test('calculates ten thousand rows that lean on each other in either direction without running out of stack', () => {
  const count = 10_000;
  const lines = Array.from(
    { length: count },
    (_, r) =>
      `| R${r} | ${r} | =PREVIOUS(0) + [@A] | ${r === count - 1 ? '1' : `=[R${r + 1}, @] + 1`} | =SUM(ABOVE) |`,
  );
  const one = paper('p', [`| L | A | B | C | D |\n|---|---:|---:|---:|---:|\n${lines.join('\n')}\n: T {#t}`]);
  const { calculation, diagnostics } = calculate([one], world());
  expect(diagnostics).toEqual([]);
  const rows = calculation.table(one, one.tables[0]!)!.rows;
  expect(
    rows
      .at(-1)!
      .cells.slice(0, 4)
      .map((c) => c.value),
  ).toEqual([`R${count - 1}`, '9999', '49995000', '1']);
  expect(rows[0]!.cells[3]!.value).toBe(String(count));
});

test('reports a circle of two thousand cells', () => {
  const count = 2000;
  const lines = Array.from({ length: count }, (_, r) => `| R${r} | =[R${(r + 1) % count}, @] |`);
  const { diagnostics } = calculate(
    [paper('p', [`| L | A |\n|---|---:|\n${lines.join('\n')}\n: T {#t}`])],
    world(),
  );
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]!.rule).toBe('formula-is-acyclic');
});

test('keeps the marks of notes beside figures and formulas', () => {
  const { table, messages, rows } = run(
    '| A | B |\n|---|---:|\n| x | 1.5[^a] |\n| **Total** | =SUM(ABOVE)[^b] |\n| Again | 1.5 = [x, B] [^c] |\n: T {#t}',
  );
  expect(messages).toEqual([]);
  expect(rows.map((r) => r[1])).toEqual(['1.5', '1.5', '1.5']);
  expect(table.rows[1]!.cells[1]!.content).toMatchObject({
    content: [{ text: '1.5' }, { kind: 'note-mark', note: 'b' }],
  });
});

test('counts and compares what stands in a container of long rows', () => {
  const at = { file: 'p.md', start: 0, end: 1 };
  const words = (text: string) => [{ kind: 'text' as const, text }];
  const row = (label: string, status: string) => [
    { kind: 'heading' as const, level: 3 as const, content: words(label), span: at },
    {
      kind: 'definition-list' as const,
      span: at,
      entries: [
        {
          terms: [words('Status')],
          definitions: [[{ kind: 'paragraph' as const, content: words(status), span: at }]],
        },
      ],
    },
  ];
  const blocks = [
    {
      kind: 'container' as const,
      name: 'table-rows' as const,
      id: 'actions',
      span: at,
      blocks: [...row('Move', 'Complete'), ...row('Sell', 'Delayed'), ...row('Buy', 'complete')],
    },
  ];
  const one = { ...paper('p', []), document: { blocks, notes: [] } };
  const { calculation, diagnostics } = calculate([one], world());
  const figure = (source: string) =>
    calculation.figure(one, { kind: 'expression', source, sourceSpan: at, span: at }).value?.text;
  expect(diagnostics).toEqual([]);
  expect(figure('ROWS(actions)')).toBe('3');
  expect(figure('COUNTBAND(actions[Status], "Complete")')).toBe('2');
  expect(figure('actions[Sell, Status]')).toBe('Delayed');
});
