/** What ABOVE means in each row of a table. */
import type { AboveRange, Grid, GridRow } from './grid.js';

/**
 * Rows that a total outside all groups adds, where groups in YAML have subtotals: these, and the rows outside the groups,
 * since the last such total. Undefined where the table does not say so by its groups.
 */
function outside(grid: Grid, total: GridRow): readonly number[] | undefined {
  if (total.kind !== 'total' || total.depth !== undefined) return undefined;
  const rows: number[] = [];
  let hasSubtotal = false;
  // Within a group whose subtotal was met: its rows are in that.
  let taken: number | undefined;
  for (let r = total.index - 1; r >= 0; r--) {
    const row = grid.rows[r];
    if (row === undefined || row.kind === 'note') continue;
    const depth = row.depth ?? 0;
    if (depth === 0 && row.kind === 'total') break;
    if (row.kind === 'group') {
      if (taken === depth + 1) taken = undefined;
    } else if (taken === undefined) {
      rows.push(r);
      if (row.kind === 'data') continue;
      taken = depth;
      hasSubtotal = true;
    }
  }
  return hasSubtotal ? rows.reverse() : undefined;
}

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
    const structured = outside(grid, row);
    if (structured !== undefined) ranges.push({ kind: 'totals', rows: structured, count: structured.length });
    else if (last === 'total') {
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
        if (structured !== undefined) {
          openTotals = [...openTotals.filter((r) => !structured.includes(r)), i];
          openRows = openRows.filter((r) => !structured.includes(r));
        } else if (last === 'total') {
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
