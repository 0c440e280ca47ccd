/** Rows that spans hold together: how high they are, and how they are dealt out when they cannot stay whole. */
import { stackHeight } from '../flow/box.js';
import type { Box } from '../flow/box.js';
import type { TableLook } from './columns.js';

/** A cell with its content laid out. */
export interface Piece {
  readonly row: number;
  readonly rowSpan: number;
  readonly column: number;
  readonly colSpan: number;
  readonly boxes: readonly Box[];
}

/** Rows that spans hold together, from `from` up to the returned index. */
export function endOfGroup(rows: readonly (readonly Piece[])[], from: number): number {
  let to = from + 1;
  for (let i = from; i < to && i < rows.length; i++) {
    for (const piece of rows[i] ?? []) to = Math.max(to, piece.row + piece.rowSpan);
  }
  return Math.min(to, rows.length);
}

/** Heights of the rows of a group without their rules; a span that needs more makes its last row higher. */
export function groupHeights(
  group: readonly (readonly Piece[])[],
  from: number,
  look: TableLook,
): readonly number[] {
  const padding = look.above + look.below;
  const heights = group.map(() => padding + look.text.leading);
  const all = group.flat();
  for (const piece of all) {
    if (piece.rowSpan > 1) continue;
    const i = piece.row - from;
    heights[i] = Math.max(heights[i] ?? 0, padding + stackHeight(piece.boxes));
  }
  for (const piece of all) {
    if (piece.rowSpan < 2) continue;
    const first = piece.row - from;
    const last = first + piece.rowSpan - 1;
    let have = 0;
    for (let i = first; i <= last; i++) have += heights[i] ?? 0;
    const need = padding + stackHeight(piece.boxes);
    if (have < need) heights[last] = (heights[last] ?? 0) + need - have;
  }
  return heights;
}

/**
 * The pieces of one row of a group that is too high to stay whole: each span's boxes are dealt out to the rows it
 * covers, as many to each as its height takes and the rest to the last.
 */
export function spreadSpans(
  group: readonly (readonly Piece[])[],
  from: number,
  heights: readonly number[],
  index: number,
  look: TableLook,
): readonly Piece[] | undefined {
  if (group.length === 1) return undefined;
  const own: Piece[] = [];
  for (const piece of group.flat()) {
    const first = piece.row - from;
    const last = first + piece.rowSpan - 1;
    if (index < first || index > last) continue;
    let next = 0;
    for (let i = first; i <= index; i++) {
      const start = next;
      const room = (heights[i] ?? 0) - look.above - look.below;
      while (
        next < piece.boxes.length &&
        (i === last || stackHeight(piece.boxes.slice(start, next + 1)) <= room)
      ) {
        next++;
      }
      if (i === index)
        own.push({ ...piece, row: from + index, rowSpan: 1, boxes: piece.boxes.slice(start, next) });
    }
  }
  return own;
}

/** Columns of a row that no span reaches from above: runs of them, the last one included. */
export function openColumns(
  group: readonly (readonly Piece[])[],
  row: number,
  count: number,
): readonly { readonly first: number; readonly last: number }[] {
  if (group.length === 1) return [{ first: 0, last: count - 1 }];
  const covered = new Set<number>();
  for (const piece of group.flat()) {
    if (piece.row >= row || piece.row + piece.rowSpan <= row) continue;
    for (let column = piece.column; column < piece.column + piece.colSpan; column++) covered.add(column);
  }
  const runs: { first: number; last: number }[] = [];
  for (let column = 0; column < count; column++) {
    if (covered.has(column)) continue;
    const last = runs.at(-1);
    if (last?.last === column - 1) last.last = column;
    else runs.push({ first: column, last: column });
  }
  return runs;
}
