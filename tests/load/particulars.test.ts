/** How dates and times of settings are printed. */
import { expect, test } from 'vitest';
import { printDateTime } from '../../src/load/particulars.js';

test.each([
  ['2019-01-22T16:10', '22 January 2019, 4.10 pm'],
  ['2019-01-22T12:00', '22 January 2019, noon'],
  ['2019-01-22T00:00', '22 January 2019, midnight'],
  ['2019-01-22T09:05', '22 January 2019, 9.05 am'],
])('%s is printed as the meeting page prints it', (typed, printed) => {
  expect(printDateTime(typed)).toBe(printed);
});
