/** What ABOVE means in each row of a table. */
import type { AboveRange, Grid } from './grid.js';

/** The ranges of ABOVE, worked out from the top down: a total takes what stands above it, once (format, section 5). */
export function aboveRanges(grid: Grid): readonly AboveRange[] {
  if (grid.above !== undefined) return grid.above;
  const ranges: AboveRange[] = [];
  const takenRows = new Uint8Array(grid.rows.length);
  let openTotals: number[] = [];
  let openRows: number[] = [];
  let blockStart = 0;
  let last: 'body' | 'total' | 'group' | 'none' = 'none';
  for (const row of grid.rows) {
    const i = row.index;
    if (last === 'total') {
      const untaken = openRows.find((r) => takenRows[r] === 0);
      ranges.push({
        kind: 'totals',
        rows: openTotals,
        count: openTotals.length,
        ...(untaken === undefined ? {} : { untaken }),
      });
    } else ranges.push({ kind: 'rows', from: blockStart, to: i - 1 });
    switch (row.kind) {
      case 'group':
        blockStart = i + 1;
        last = 'group';
        break;
      case 'note':
        break;
      case 'data':
        if (last === 'total') blockStart = i;
        openRows.push(i);
        last = 'body';
        break;
      case 'total':
      case 'subtotal':
        if (last === 'total') {
          openTotals = [i];
          openRows = [];
        } else {
          for (let r = blockStart; r < i; r++) takenRows[r] = 1;
          openTotals.push(i);
          openRows = openRows.filter((r) => takenRows[r] === 0);
        }
        blockStart = i + 1;
        last = 'total';
        break;
    }
  }
  grid.above = ranges;
  return ranges;
}
