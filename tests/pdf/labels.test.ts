/** Page labels as ranges. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { romanNumeral } from '#tabled/model/numerals.js';
import { labelRanges } from '#tabled/pdf/labels.js';

/** What a reader makes of the ranges (PDF 1.7, 12.4.2), written apart from the code under test. */
function expand(ranges: readonly unknown[], count: number): readonly string[] {
  const starts = new Map<number, { readonly S?: string; readonly St?: number; readonly P?: unknown }>();
  for (let i = 0; i < ranges.length; i += 2) starts.set(ranges[i] as number, ranges[i + 1] as never);
  let range: { readonly S?: string; readonly St?: number; readonly P?: unknown } = {};
  let from = 0;
  return Array.from({ length: count }, (_, page) => {
    const begins = starts.get(page);
    if (begins) {
      range = begins;
      from = page;
    }
    const value = (range.St ?? 1) + page - from;
    const prefix = range.P instanceof String ? range.P.valueOf() : '';
    return prefix + (range.S === 'D' ? String(value) : range.S === 'r' ? romanNumeral(value) : '');
  });
}

describe('page labels', () => {
  it('need two ranges for front pages and a run of numbers', () => {
    expect(labelRanges(['i', 'ii', 'iii', 'iv', '1', '2', '3'])).toEqual([0, { S: 'r' }, 4, { S: 'D' }]);
  });

  it('begin a range where an item is taken out of the pack', () => {
    expect(labelRanges(['17', '18'])).toEqual([0, { S: 'D', St: 17 }]);
  });

  it('come back as they were given, whatever they are', () => {
    const label = fc.oneof(
      fc.integer({ min: 1, max: 400 }).map(String),
      fc.integer({ min: 1, max: 60 }).map(romanNumeral),
      fc.constantFrom('5b', 'Agenda', '0', '007', ''),
    );
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 30 }), (labels) => {
        expect(expand(labelRanges(labels), labels.length)).toEqual(labels);
      }),
    );
  });
});
