/** Remarks on figures that are possible and yet look wrong: a slip of the unit, a year that cannot be. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { warning } from '../diagnostics/diagnostic.js';
import type { Decimal } from './decimal.js';
import { zero } from './decimal.js';
import type { Cell, Grid } from './grid.js';
import { cellName } from './grid.js';
import { typedTotals } from './consistency/typed-totals.js';

/** Looks over one calculated table. */
export function checkConsistency(grid: Grid, report: (diagnostic: Diagnostic) => void): void {
  typedTotals(grid, report);
  unitSlips(grid, report);
  impossibleYears(grid, report);
}

/** A typed figure about a thousand times the others of its column: £000 among £m. */
function unitSlips(grid: Grid, report: (diagnostic: Diagnostic) => void): void {
  for (const column of grid.columns) {
    if (!column.numeric) continue;
    const typed: { readonly cell: Cell; readonly size: Decimal; readonly whole: boolean }[] = [];
    for (const row of grid.rows) {
      const cell = row.cells[column.index];
      if (
        row.kind !== 'data' ||
        cell?.input.kind !== 'figure' ||
        cell.input.figure.unit !== undefined ||
        cell.unit !== column.unit
      )
        continue;
      const size = cell.input.figure.amount.abs();
      if (size.gt(zero)) typed.push({ cell, size, whole: cell.input.figure.decimals === 0 });
    }
    if (typed.length < 4) continue;
    const fractions = typed.filter((t) => !t.whole);
    const sorted = [...typed].sort((a, b) => a.size.cmp(b.size));
    const median = sorted[Math.floor((sorted.length - 1) / 2)]?.size ?? zero;
    for (const { cell, size, whole } of typed) {
      // Without the sign of another precision, only a distance that no real spread of budgets reaches counts.
      const odd = whole && fractions.length >= typed.length - 2;
      if (!size.gte(median.times(odd ? 200 : 20_000))) continue;
      report(
        warning(
          'figure-is-in-unit',
          cell.span,
          `${cellName(cell)} is ${size.div(median).toFixed(0)} times the middle figure of its column`,
          {
            hint: `Check that it is in ${column.unit?.name ?? 'the same unit as the others'}; write its own unit with it, as in £${size.toString()}k, if it is not.`,
          },
        ),
      );
    }
  }
}

const yearLike = /(?:^|[^\d/])((?:19|20)\d{2})\s?\/\s?(\d{2})(?![\d/])/g;

/** `2019/21` in a head or a label. */
function impossibleYears(grid: Grid, report: (diagnostic: Diagnostic) => void): void {
  const look = (text: string, span: Grid['span']): void => {
    for (const match of text.matchAll(yearLike)) {
      const [, start = '', end = ''] = match;
      if ((Number(start) + 1) % 100 === Number(end)) continue;
      report(
        warning('financial-year-exists', span, `“${start}/${end}” is not a financial year`, {
          hint: `A financial year ends in the year after it begins, as in ${start}/${String((Number(start) + 1) % 100).padStart(2, '0')}.`,
        }),
      );
    }
  };
  for (const column of grid.columns) look(column.path.join(' | '), column.span);
  for (const row of grid.rows) look(row.label, row.cells[0]?.span ?? row.span);
}
