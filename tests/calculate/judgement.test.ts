/** Words for figures, registers, and differences that the author records. */
import { describe, expect, test } from 'vitest';
import type { CalculationWorld } from '../../src/calculate/calculate.js';
import { evaluateText, node, run } from './support.js';

const files: unknown = {
  council: {
    trend: { improving: 'Better', band: '5%' },
    scales: { risk: { Low: 1, Medium: '6', High: '15-25' } },
  },
  bands: [
    { from: 0, label: 'Poor' },
    { from: 50, label: 'Fair' },
    { from: 80, label: 'Good' },
  ],
  pledges: [
    { id: 'pledge-8', lead: 'Street Services', status: 'Complete', saving: '1.5' },
    { id: 'pledge-9', lead: 'Street Services', status: 'On track', saving: '2.25' },
    { id: 'pledge-10', lead: 'Libraries', status: 'Complete', saving: '4' },
  ],
};
const data: CalculationWorld['data'] = {
  value: (path) => {
    const found = path.reduce<unknown>(
      (at, key) => (at as Record<string, unknown> | undefined)?.[key],
      files,
    );
    return found === undefined ? undefined : node(found);
  },
};

describe('words for figures', () => {
  test.each([
    ['TREND(5, 4, "higher")', 'Improving'],
    ['TREND(5, 4, "lower")', 'Declining'],
    ['TREND(4, 4, "lower")', 'Static'],
    ['TREND(88, 80, "90-95")', 'Improving'],
    ['TREND(97, 92, "90-95")', 'Declining'],
    ['RAG(86, 85, "higher")', 'Green'],
    ['RAG(80, 85, "higher")', 'Amber'],
    ['RAG(60, 85, "higher")', 'Red'],
    ['RAG(0, 0, "lower")', 'Green'],
    ['RAG(92, 90, "90-95")', 'Green'],
    ['WORST("Green", "Amber", "Red")', 'Red'],
    ['WORST("Green", "amber")', 'amber'],
    ['BAND(12, "Low 1-5, Medium 6-12, High 15-25")', 'Medium'],
  ])('%s is %s', (source, word) => {
    expect(evaluateText(source)).toMatchObject({ text: word, messages: [] });
  });

  test('take words, bands and scales of the house', () => {
    expect(evaluateText('TREND(5, 4, "higher")', [], { data }).text).toBe('Better');
    expect(evaluateText('TREND(101, 100, "higher")', [], { data }).text).toBe('Static');
    expect(evaluateText('BAND(6, "risk")', [], { data }).text).toBe('Medium');
    expect(evaluateText('BAND(79.9, bands)', [], { data }).text).toBe('Fair');
  });

  test.each([
    [
      'BAND(13, "Low 1-5, Medium 6-12, High 15-25")',
      '“score” of BAND is 13, which is on no step of the scale',
    ],
    ['BAND(-1, bands)', '“score” of BAND is -1, which is on no step of the scale'],
    ['BAND(1, "nope")', '“scale” of BAND is “nope”, which is no scale'],
    ['RAG(1, 0, "lower")', '“target” of RAG is zero, and a distance from zero is no percentage'],
    ['TREND(1, 0, "higher")', '“previous” of TREND is zero, and a change from zero is no percentage'],
    ['TREND(1, 2, "up")', '“direction” of TREND is “up”'],
    ['WORST("Green", "Blue")', '“words” of WORST holds “Blue”, which has no rank'],
  ])('%s is a fault', (source, message) => {
    expect(evaluateText(source, [], { data }).messages).toEqual([message]);
  });
});

describe('COLLECT', () => {
  test.each([
    ['ROWS(COLLECT("pledges", "id"))', '3'],
    ['ROWS(COLLECT("pledges where lead = street services", "id"))', '2'],
    ['ROWS(COLLECT("pledges where lead = Street Services and status <> Complete", "id"))', '1'],
    ['SUM(COLLECT("pledges", "saving"))', '7.75'],
    ['COUNTBAND(COLLECT("pledges", "status"), "complete")', '2'],
    ['WORST(COLLECT("pledges", "status"))', 'On track'],
  ])('%s is %s', (source, text) => {
    expect(evaluateText(source, [], { data })).toMatchObject({ text, messages: [] });
  });
  test('names the register or field that is not there', () => {
    expect(evaluateText('COLLECT("pledge", "id")', [], { data }).messages).toEqual([
      '“query” of COLLECT names “pledge”, which is neither a register nor a type of paper',
    ]);
    expect(evaluateText('ROWS(COLLECT("pledges", "leed"))', [], { data })).toMatchObject({
      messages: ['“field” of COLLECT is “leed”, which no entry of “pledges” has'],
      hints: ['Did you mean “lead”?'],
    });
  });
});

test('prints a difference that the row explains, and reports none', () => {
  const { messages, footer, table } = run(
    '| A | B |\n|---|---:|\n| x | 1 |\n| **Total** {because="one line is closed to the public"} | 3 = SUM(ABOVE) |\n: T {#t}',
  );
  expect(messages).toEqual([]);
  expect(footer).toEqual([
    'Total, B: one line is closed to the public.',
    '0 of 1 total recalculated and agreed.',
  ]);
  expect(table.rows[1]!.cells[1]).toMatchObject({ reason: 'one line is closed to the public', value: '3' });
});

test('lets a column declare words of its own', () => {
  const { messages, rows } = run(
    '| A | B {words="not collected"} | C |\n|---|---:|---:|\n| x | Not collected | not collected |\n: T {#t}',
  );
  expect(messages).toEqual(['x, C says “not collected”, and the column “C” is for figures']);
  expect(rows[0]![1]).toBe('not collected');
});

test('gives a row decimals, a unit and an allowance of its own', () => {
  const { messages, rows } = run(
    '| A | B |\n|---|---:|\n| x | 0.114 |\n| y | 0.114 |\n| **Total** {tolerance=rounding} | 0.229 = SUM(ABOVE) |\n| Share {unit=% decimals=0} | =[x, B] / [y, B] |\n: T {#t unit=£m decimals=3}',
  );
  expect(messages).toEqual([]);
  expect(rows.at(-1)).toEqual(['Share', '100%']);
});

test('a ratio of two figures is a percentage in a column of percentages, and so is a plain 12', () => {
  const { rows } = run(
    '| A | B | C | P {unit=%} |\n|---|---:|---:|---:|\n| x | 1 | 8 | =[@B] / [@C] |\n| y | 1 | 8 | 12 |\n| z | 1 | 8 | =12 |\n| w | 1 | 8 | =IF([@P2] > 10, 1, 2) |\n: T {#t}'.replace(
      '[@P2]',
      '[y, P]',
    ),
  );
  expect(rows.map((r) => r[3])).toEqual(['13%', '12%', '12%', '1%']);
});
