/** Remarks on figures that are possible and yet look wrong: a total that does not add up, a slip of the unit, a year that cannot be. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { runningTotals } from './consistency/cumulative.js';
import { typedTotals } from './consistency/typed-totals.js';
import { unitSlips } from './consistency/unit-slips.js';
import { checkYears } from './consistency/years.js';
import type { Grid } from './grid.js';

/** Looks over one calculated table. */
export function checkConsistency(grid: Grid, report: (diagnostic: Diagnostic) => void): void {
  typedTotals(grid, report);
  runningTotals(grid, report);
  unitSlips(grid, report);
  checkYears(grid, report);
}
