import { expect, test } from 'vitest';
import { markerText } from '../../src/layout/flow/lists.js';
import { drawSymbol } from '../../src/layout/symbols.js';
import { marks } from '../../src/model/table.js';

test('markers are printed in the kind that the author chose', () => {
  expect(markerText({ style: 'decimal', delimiter: 'period' }, 12)).toBe('12.');
  expect(markerText({ style: 'lower-alpha', delimiter: 'parens' }, 3)).toBe('(c)');
  expect(markerText({ style: 'upper-alpha', delimiter: 'period' }, 28)).toBe('AB.');
  expect(markerText({ style: 'lower-roman', delimiter: 'paren' }, 14)).toBe('xiv)');
  expect(markerText({ style: 'upper-roman', delimiter: 'period' }, 1949)).toBe('MCMXLIX.');
});

test('a value that letters and Roman figures cannot say is printed as a number', () => {
  expect(markerText({ style: 'lower-alpha', delimiter: 'period' }, 0)).toBe('0.');
  expect(markerText({ style: 'lower-roman', delimiter: 'period' }, 4000)).toBe('4000.');
});

test('every symbol stays within its square', () => {
  for (const mark of marks) {
    for (const op of drawSymbol(mark, 'ink')) {
      if (op.kind !== 'path') continue;
      const numbers = op.path.flatMap((command) => command.slice(1) as number[]);
      for (const value of numbers) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(16);
      }
    }
  }
});

test('no two symbols are alike', () => {
  expect(new Set(marks.map((mark) => JSON.stringify(drawSymbol(mark, 'ink')))).size).toBe(marks.length);
});
