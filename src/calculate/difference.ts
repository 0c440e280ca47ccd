/** How messages give the distance of two figures: in their own unit, and in percentage points for shares. */
import type { Decimal } from './decimal.js';
import { figureWithUnit, plainNumber } from './format.js';
import type { NegativeStyle } from './format.js';
import type { Unit } from './unit.js';

/** "£0.004m less", "1 percentage point more": how far the right figure is from the one typed. */
export function differenceInWords(
  difference: Decimal,
  unit: Unit | undefined,
  decimals: number,
  negative: NegativeStyle,
): string {
  const size = difference.abs();
  const than = difference.isNegative() ? 'less' : 'more';
  if (unit === undefined) return `${plainNumber(size, decimals, negative)} ${than}`;
  // 16% against 22% is 6 points, and 27% less.
  if (unit.family === 'percent')
    return `${plainNumber(size, decimals, negative)} percentage point${size.eq(1) ? '' : 's'} ${than}`;
  return `${figureWithUnit(size, unit, decimals, negative)} ${than}`;
}
