/** Totals that a pipe table asks for on its caption line. */
import { describe, expect, test } from 'vitest';
import { run } from './support.js';

const table = (
  rows: readonly string[],
  caption: string,
  head = '| Service | Budget | Share {unit=%} |',
): string => [head, '|---|---:|---:|', ...rows, `: Budget {#b ${caption}}`].join('\n');
const body = ['| Youth | 1.25 | 25% |', '| Access | 3.75 | 75% |'];

describe('totals on the caption line', () => {
  test('add a row where there is none, and leave percentages out', () => {
    const { rows, messages, table: made } = run(table(body, 'unit=£m totals=sum'));
    expect(messages).toEqual([]);
    expect(rows.at(-1)).toEqual(['Total', '5.00', '–']);
    expect(made.rows.at(-1)?.kind).toBe('total');
  });

  test('fill the empty cells of total rows, under groups too, and check what is typed there', () => {
    const grouped = [
      '| **North** | | |',
      ...body,
      '| **Total North** | | |',
      '| **South** | | |',
      '| Parks | 2 | |',
      '| **Total South** | 2 | |',
      '| **Total** | 7.10 | |',
    ];
    const { rows, messages, table: made } = run(table(grouped, 'totals=sum'));
    expect(rows[3]).toEqual(['Total North', '5.00', '–']);
    expect(made.rows.map((row) => row.kind)).toEqual([
      'group',
      'data',
      'data',
      'subtotal',
      'group',
      'data',
      'subtotal',
      'total',
    ]);
    expect(messages).toEqual(['Total, Budget says 7.10, but the figures add up to 7.00 (0.10 less)']);
  });

  test('take the last figure of balances, and none where a column says so', () => {
    const head = '| Year | Balance {totals=last} | Number {totals=none} |';
    expect(run(table(['| One | 5 | 1 |', '| Two | 7 | 2 |'], 'totals=sum', head)).rows.at(-1)).toEqual([
      'Total',
      '7',
      '–',
    ]);
    const last = run(
      table(
        ['| One | 5 | 1 |', '| Two | 7 | 2 |', '| **At the end** {.total} | | 9 |'],
        'totals=last',
        '| Year | Balance | Number {totals=none} |',
      ),
    );
    expect(last.rows.at(-1)).toEqual(['At the end', '7', '9']);
    expect(last.messages).toEqual([]);
  });

  test('leave formulas alone, and do nothing unasked', () => {
    expect(run(table([...body, '| **Total** | =MAX(ABOVE) | |'], 'totals=sum')).rows.at(-1)).toEqual([
      'Total',
      '3.75',
      '–',
    ]);
    expect(run(table(body, 'unit=£m')).rows).toHaveLength(2);
    expect(run(table(body, 'totals=none')).rows).toHaveLength(2);
    expect(run(table([], 'totals=sum')).rows).toEqual([]);
  });

  test('have to be one of three words', () => {
    expect(run(table(body, 'totals=yes')).messages).toEqual([
      'totals is “yes”, which is not a way to make totals',
    ]);
  });
});
