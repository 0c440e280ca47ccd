/** Sums that tables carry from page to page: decimal, of sum columns only, and told where there are none. */
import { describe, expect, test } from 'vitest';
import { run } from './support.js';

const pipes = (caption: string, total = '=SUM(ABOVE)'): string =>
  [
    '| Service | Net | Share | Lead |',
    '|---|--:|--:|---|',
    '| **People** | | | |',
    '| Youth | 0.1 | 40% | A |',
    '| Care | 0.2 | 35% | B |',
    '| **Subtotal** | =SUM(ABOVE) | | |',
    '| **Place** | | | |',
    '| Roads | -1,204.5 | 25% | C |',
    '| Waste | tbc | | D |',
    '| **Subtotal** | =SUM(ABOVE) | | |',
    `| **Total** | ${total} | 100% | |`,
    `: Net budget {#net unit=£m decimals=1 words="tbc" ${caption}}`,
  ].join('\n');

describe('carry=totals', () => {
  test('gives the sums after each row, without subtotals, of columns whose total is a sum', () => {
    const { table, messages } = run(pipes('carry=totals'));
    expect(messages).toEqual([]);
    expect(table.carried).toEqual({
      columns: [1],
      after: ['0.0', '0.1', '0.3', '0.3', '0.3', '\u22121,204.2', '\u22121,204.2', '\u22121,204.2'].map(
        (sum) => [sum],
      ),
    });
  });

  test('takes stated totals, and grand totals over subtotals', () => {
    expect(run(pipes('carry=totals', '-1204.2 = SUM(ABOVE)')).table.carried?.columns).toEqual([1]);
  });

  test('is reported where no total is a sum of the rows above it', () => {
    const { table, messages } = run(pipes('carry=totals', '-1204.2'));
    expect(table.carried).toBeUndefined();
    expect(messages.join()).toContain('no column of this table has a total that is the sum');
  });

  test('is nothing unless it is asked for', () => {
    expect(run(pipes('')).table.carried).toBeUndefined();
  });

  test('takes no other word', () => {
    expect(run(pipes('carry=yes')).messages.join()).toContain('carry is “yes”');
  });

  test('is a key of tables in YAML, in whose columns totals: last is no sum', () => {
    const { table, messages } = run(
      '```table\nid: net\ncaption: Net\nunit: £m\ndecimals: 3\ncarry: totals\ncolumns:\n  service: Service\n' +
        '  net: Net\n  run: { label: Running, formula: "PREVIOUS(0) + [@net]", totals: last }\n' +
        'rows:\n  - [Youth, 0.1]\n  - [Care, 0.25]\n  - { total: Total }\n```',
    );
    expect(messages).toEqual([]);
    expect(table.carried).toEqual({ columns: [1], after: [['0.100'], ['0.350']] });
  });
});
