/** The comparison of options against the published test figures. */
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import { paper, run, world } from './support.js';

const both = (tables: readonly string[]) => {
  const one = paper('paper', tables);
  return { one, ...calculate([one], world()) };
};
const block = (yaml: string): string => '```appraisal\n' + yaml + '\n```';

const leisure = (more = '', decimals = 4): string =>
  block(`id: leisure
caption: Leisure centre
unit: £
decimals: ${decimals}
schedule: green-book-2026-standard
horizon: 10
prices: 2018/19
baseYear: 2019/20
${more}
options:
  nothing: { label: Do nothing, running: {1-10: 0} }
  centre:
    label: New centre
    capital: [2400000, 1200000]
    running: { 2-10: 150000 }
    benefits: { 2-10: 720,000 }`).replace('720,000', '720000');

const none = 'optimism: { none: the price is fixed by contract }';
const column = (rows: readonly (readonly string[])[]): Record<string, string> =>
  Object.fromEntries(
    rows.map((row) => [row[0] ?? '', (row.at(-1) ?? '').replaceAll(',', '').replace('\u2212', '-')]),
  );

describe('an appraisal', () => {
  test('gives the published present values, ratio, switching values and paybacks', () => {
    const { rows, messages, table } = run(leisure(none));
    expect(messages).toEqual([]);
    expect(column(rows)).toEqual({
      'Present value of costs': '4661983.5520',
      'of which capital costs': '3559420.2899',
      'Present value of benefits': '5292303.6583',
      'Net present social value': '630320.1063',
      'Benefits for each pound of cost (BCR)': '1.14',
      'Switching value: benefits': '-11.9%',
      'Switching value: all costs': '13.5%',
      'Switching value: capital costs': '17.7%',
      'Payback, years': '7.3',
      'Payback after discounting, years': '8.5',
    });
    expect(table.rows.map((row) => row.kind).filter((kind) => kind === 'total')).toHaveLength(1);
    expect(rows.map((row) => row[1])).toEqual([
      '0.0000',
      '0.0000',
      '0.0000',
      '0.0000',
      'n/a',
      'n/a',
      'n/a',
      'n/a',
      '0.0',
      '0.0',
    ]);
  });

  test('changes its sign with optimism bias on capital costs, as published', () => {
    const { rows, messages } = run(leisure('optimism: standard buildings'));
    expect(messages).toEqual([]);
    expect(column(rows)).toMatchObject({
      'Present value of costs': '5516244.4216',
      'Net present social value': '-223940.7632',
      'Benefits for each pound of cost (BCR)': '0.96',
      'Payback after discounting, years': 'Never',
    });
  });

  test('prints edition, years, prices, optimism bias and how payback is counted', () => {
    expect(run(leisure('optimism: {kind: standard buildings, mitigation: 25%}')).footer.slice(0, 3)).toEqual([
      'Discounted with Green Book (2026), standard, over 10 years after year 0 (2019/20); real prices of 2018/19.',
      'Capital costs include optimism bias of 24% (standard buildings), of which 25% is mitigated.',
      'Switching values are the change in one item that makes the net present social value nil. Payback is the time from year 0 until benefits have covered costs, within the year; it is no Green Book measure.',
    ]);
    expect(run(leisure(none)).footer[1]).toBe('No optimism bias is added: the price is fixed by contract.');
  });

  test('over more than 50 years shows the result at lower rates, as published', () => {
    const long = block(`unit: £
decimals: 6
schedule: standard
horizon: 60
prices: 2026
options:
  bridge: { running: [1000], benefits: {1-60: 45} }
  nothing: { running: [0] }`);
    const { rows, messages, footer } = run(long);
    expect(messages).toEqual([]);
    expect(rows.find((row) => row[0] === 'Net present social value')?.[1]).toBe('141.886678');
    expect(rows.find((row) => row[0] === 'Net present social value at lower rates')?.[1]).toBe('266.457911');
    expect(footer.join(' ')).toContain('Green Book (2026), low-rate sensitivity test');
    expect(
      run(long.replace('horizon: 60', 'horizon: 50').replace('1-60', '1-50')).rows.map((r) => r[0]),
    ).not.toContain('Net present social value at lower rates');
  });

  test('takes flows from rows of other tables, in their own unit', () => {
    const yaml = leisure(none).replace('[2400000, 1200000]', '"costs[Capital, *]"');
    const costs = '| £m | Y0 | Y1 |\n|---|---:|---:|\n| Capital | 2.4 | 1.2 |\n: Costs {#costs unit=£m}';
    const { calculation, one } = both([costs, yaml]);
    const table = calculation.table(one, one.tables[1]!)!;
    expect(table.rows[3]?.cells[2]?.value).toBe('630320.1063');
  });

  test.each([
    ['costs[Capital, *]', 'costs[Capital, *] reaches year 3, and the horizon is 2 years'],
    ['=costs[Capital, *]', 'costs[Capital, *] reaches year 3, and the horizon is 2 years'],
    ['costs', 'costs is a whole table, and flows are one row of it'],
    ['costs[Capitl, *]', 'no row is called “Capitl” in the table “costs”'],
  ])('with flows “%s” of another table says what is wrong', (flows, message) => {
    const costs =
      '| £m | Y0 | Y1 | Y2 | Y3 |\n|---|---:|---:|---:|---:|\n| Capital | 2.4 | 1.2 | 0 | 4 |\n: Costs {#costs unit=£m}';
    const yaml = leisure(none)
      .replace('[2400000, 1200000]', `"${flows}"`)
      .replace('horizon: 10', 'horizon: 2')
      .replaceAll('2-10:', '2:')
      .replace('1-10:', '1-2:');
    const { diagnostics } = both([costs, yaml]);
    expect([...new Set(diagnostics.map((d) => d.message))]).toEqual([message]);
  });

  test('can be checked by a figure in the text and by other tables', () => {
    const other = '| x | y |\n|---|---:|\n| Value | 630,320 = leisure[npsv, centre] |\n: Other {#other}';
    const { diagnostics } = both([leisure(none), other]);
    expect(diagnostics.map((d) => d.message)).toEqual([]);
  });

  test.each([
    ['prices: 2018/19', '', 'this appraisal does not say of which year its prices are'],
    [
      'horizon: 10',
      'horizon: 8',
      'the running costs of “New centre” reach year 10, and the horizon is 8 years',
    ],
    ['horizon: 10', 'horizon: ten', 'the horizon “ten” is not a number of years'],
    [
      'green-book-2026-standard',
      'green-book-2026-standart',
      '“green-book-2026-standart” is not a discount schedule',
    ],
    ['2-10: 150000', '2-10: 150000, 5: 1', 'the running costs of “New centre” have year 5 twice'],
    ['2-10: 150000', 'later: 150000', 'the running costs of “New centre” have “later” where a year belongs'],
    [
      '[2400000, 1200000]',
      '[2400000, lots]',
      'the capital costs of “New centre” have “lots”, which is not a figure',
    ],
    ['[2400000, 1200000]', '[12%]', 'the capital costs of “New centre” are in %, and the table is in £'],
    [
      'capital: [2400000, 1200000]',
      'capitol: [2400000]',
      'the option “New centre” has a key “capitol”, which means nothing there',
    ],
    ['prices: 2018/19', 'prices: 2018/19\npreferred: center', 'there is no option “center”'],
    ['  centre:', '  New Centre:', '“New Centre” cannot be an id'],
  ])('with %s changed to “%s” says what is wrong', (from, to, message) => {
    expect(both([leisure(none).replace(from, to)]).diagnostics.map((d) => d.message)).toContain(message);
  });

  test.each([
    ['optimism: barns', '“barns” is not a kind of project, nor a percentage'],
    [
      'optimism: {kind: standard buildings, mitigation: 120%}',
      'the mitigation “120%” is not a percentage from 0% to 100%',
    ],
    ['', 'this appraisal adds no optimism bias to its capital costs'],
  ])('with the optimism bias “%s” says what is wrong', (optimism, message) => {
    expect(run(leisure(optimism)).messages).toContain(message);
  });

  test.each([
    '',
    'options: []',
    'caption: x',
    '- a',
    'options: {a: 1}\nschedule: standard\nhorizon: 1',
    'options: {a: {running: {1: {2: 3}}}}\nschedule: standard\nhorizon: 1\nprices: 2019',
  ])('survives the block “%s”', (yaml) => {
    expect(both([block(yaml)]).diagnostics.length).toBeGreaterThan(0);
  });
});
