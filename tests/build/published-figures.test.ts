/** The seven tables of the draft budget print the published figures, and hang together. */
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/model/inline.js';
import { hasErrors } from '../../src/diagnostics/settle.js';
import type { Compiled } from '../../src/compile.js';
import { compiled, draftBudget, paperOf, tableOf, valuesOf } from './demonstration.js';

const before = compiled();
const report = paperOf(before.value, '5b/draft-budget');
const figures = (id: string) => valuesOf(tableOf(report, id)).map((row) => row.slice(1));

describe('the draft budget report', () => {
  it('has no faults', () => {
    expect(before.diagnostics).toEqual([]);
  });

  it('prints Table 1, revenue resources, as published', () => {
    expect(figures('revenue-resources')).toEqual([
      ['9.533', '5.567', '0.000'],
      ['108.228', '111.288', '114.636'],
      ['64.391', '66.176', '66.790'],
      ['182.152', '183.031', '181.426'],
    ]);
  });

  it('prints Table 2, New Homes Bonus, with its total and its change from year to year', () => {
    expect(figures('new-homes-bonus').slice(-2)).toEqual([
      ['2406', '2406', '4197', '5516', '5146', '3487', '4026', '3292', '2270'],
      ['0', '0', '1791', '1319', '-370', '-1659', '539', '-734', '-1022'],
    ]);
  });

  it('prints Table 3, cost pressures, with the totals of directorates and the grand total', () => {
    const rows = tableOf(report, 'cost-pressures').rows;
    const totals = rows
      .filter((r) => r.kind === 'subtotal' || r.kind === 'total')
      .map((r) => r.cells[1]?.value);
    expect(totals).toEqual(['12.599', '0.531', '0.450', '3.815', '17.395']);
  });

  it('prints Table 4, movement and savings, taking New Homes Bonus over from thousands to millions', () => {
    expect(figures('budget-movement')).toEqual([
      ['2.194', ''],
      ['4.111', ''],
      ['', '6.305'],
      ['', '-2.000'],
      ['', '0.539'],
      ['', '11.177'],
      ['', '16.021'],
    ]);
  });

  it('prints Tables 5 and 6, the way from one gap to the other', () => {
    const last = (id: string) => figures(id).at(-1);
    expect(last('new-pressures')).toEqual(['4.605', '0.100', '0.000']);
    expect(last('budget-changes')).toEqual(['4.778', '7.400', '11.807']);
    const rows = tableOf(report, 'budget-changes').rows;
    const row = (label: string) =>
      rows
        .find((r) => r.cells[0]?.content.kind === 'inline' && plainText(r.cells[0].content.content) === label)
        ?.cells.slice(1)
        .map((c) => c.value);
    expect(row('Total additional resources')).toEqual(['-0.678', '-0.609', '-0.038']);
    expect(row('Total new savings and efficiencies')).toEqual(['-2.688', '0.597', '0.000']);
  });

  it('prints Table 7, the revised position, each row made from the others', () => {
    expect(figures('revised-position')).toEqual([
      ['185.556', '182.152', '183.031', '181.426'],
      ['183.883', '185.556', '182.152', '183.031'],
      ['13.207', '17.395', '11.218', '9.380'],
      ['197.090', '202.951', '193.370', '192.411'],
      ['11.534', '16.021', '2.939', '-0.822'],
      ['185.556', '186.930', '190.431', '193.233'],
      ['0.000', '4.778', '7.400', '11.807'],
    ]);
  });

  it('prints a minus before negative figures, as wide as a figure, and reads it out', () => {
    const cell = tableOf(report, 'budget-movement').rows[3]?.cells[2];
    expect(cell?.content.kind === 'inline' ? plainText(cell.content.content) : '').toBe('−2.000');
    expect(cell?.spoken).toBe('minus 2.000');
  });
});

describe('a figure changed by one in the last place', () => {
  // One input of each table; where it feeds a published total the check names both.
  it.each([
    [
      'Council Tax           |            108.228',
      'Council Tax           |            108.229',
      '182.152',
      '182.153',
    ],
    [
      '|         |         |         |         |         |         |   1,141 |   1,141 |',
      '|         |         |         |         |         |         |   1,142 |   1,141 |',
      '4,026',
      '4,027',
    ],
    [
      'Pension valuation                                       |   0.250',
      'Pension valuation                                       |   0.251',
      '3.815',
      '3.816',
    ],
    [
      'Flexible use of capital receipts         |        |  -2.000',
      'Flexible use of capital receipts         |        |  -2.001',
      '16.021',
      '16.020',
    ],
    [
      '{ line: Savings of 2018/19 at risk, y2019: 0.461 }',
      '{ line: Savings of 2018/19 at risk, y2019: 0.462 }',
      '4.605',
      '4.606',
    ],
    [
      '{ id: parking, line: Parking, y2019: -0.150 }',
      '{ id: parking, line: Parking, y2019: -0.151 }',
      '4.778',
      '4.777',
    ],
  ])('is reported with the stated and the computed figure: %s', (from, to, stated, computed) => {
    const after = compiled({ file: draftBudget, from, to });
    expect(hasErrors(after.diagnostics)).toBe(true);
    const told = after.diagnostics
      .map((d) => d.message)
      .filter((m) => m.includes(stated) && m.includes(computed));
    expect(told).not.toEqual([]);
    expect(after.diagnostics.every((d) => d.span.file.startsWith('content/'))).toBe(true);
  });

  it('changes every dependent cell, sentence and chart where nothing is stated', () => {
    const file = 'content/papers/business-cases/co-operative-centre-of-operations.md';
    const printed = (value: Compiled): string =>
      JSON.stringify(paperOf(value, 'co-operative-centre-of-operations').text, (key, part: unknown) =>
        key === 'span' ? undefined : part,
      );
    const changed = compiled({ file, from: '|   650,000 | =programme', to: '|   650,001 | =programme' });
    const [was, is] = [printed(before.value), printed(changed.value)];
    // The running total: in the table, in the words of the chart, and as a point of its line.
    for (const [old, fresh] of [
      ['−665,125', '−665,124'],
      ['−£665,125', '−£665,124'],
      ['-665125', '-665124'],
    ] as const) {
      expect([old, was.includes(old)]).toEqual([old, true]);
      expect([fresh, is.includes(fresh)]).toEqual([fresh, true]);
      expect([old, is.includes(old)]).toEqual([old, false]);
    }
  });
});
