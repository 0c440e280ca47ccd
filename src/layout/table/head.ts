/** The head of a table: one box with all its rows, and the same again for each page that the table goes on to. */
import type { HeadCell, Table } from '../../model/table.js';
import type { TagNode, TagRef } from '../display.js';
import type { PageBuilder } from '../page.js';
import { box, drawStack, stackHeight } from '../flow/box.js';
import type { Box, RepeatedHead } from '../flow/box.js';
import type { Build, Region } from '../flow/build.js';
import { drawRule } from '../shapes.js';
import { tag } from '../tags.js';
import { headCellBoxes } from './cells.js';
import type { CellEdges } from './cells.js';
import type { TableLook } from './columns.js';

/** Where the columns of a table stand. */
export interface Grid {
  readonly left: number;
  readonly right: number;
  /** Number of columns. */
  readonly count: number;
  /** Edges of the content of a cell over some columns. */
  edges(column: number, span: number): CellEdges;
}

/** A grid of columns of given widths from `left`. */
export function makeGrid(left: number, widths: readonly number[], between: number): Grid {
  const starts: number[] = [];
  const ends: number[] = [];
  let x = left;
  widths.forEach((width, i) => {
    if (i > 0) x += between;
    starts.push(x);
    x += width;
    ends.push(x);
  });
  const last = widths.length - 1;
  return {
    left,
    right: x,
    count: widths.length,
    edges: (column, span) => ({
      x: starts[Math.min(column, last)] ?? left,
      right: ends[Math.min(column + span - 1, last)] ?? x,
    }),
  };
}

interface HeadPiece {
  readonly cell: HeadCell;
  readonly row: number;
  readonly boxes: readonly Box[];
  readonly edges: CellEdges;
}

/** The head as a box, and as an artefact to repeat. A table without head rows has only its upper rule. */
export function tableHead(
  table: Table,
  grid: Grid,
  parent: TagNode,
  region: Region,
  look: TableLook,
  build: Build,
): { readonly first: Box; readonly repeated: RepeatedHead } {
  const head = table.head.length === 0 ? undefined : tag('THead', parent);
  const first = draft(table, grid, region, look, build, (row) => {
    const tr = head === undefined ? undefined : tag('TR', head);
    return (cell) => headCellTag(cell, tr, table.head.length - row);
  });
  const again = draft(table, grid, region, look, build, () => () => 'artifact');
  return {
    first: box(first.height, (page, top) => first.draw(page, top), {
      keep: true,
      notes: first.pieces.flatMap((piece) => piece.boxes.flatMap((own) => own.notes)),
    }),
    repeated: { height: again.height, draw: (page, top) => again.draw(page, top) },
  };
}

function headCellTag(cell: HeadCell, tr: TagNode | undefined, rowsLeft: number): TagRef {
  const spans = {
    ...(cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}),
    ...(cell.rowSpan > 1 ? { rowSpan: Math.min(cell.rowSpan, rowsLeft) } : {}),
  };
  if (tr === undefined) return 'artifact';
  if (cell.scope === 'empty') return tag('TD', tr, spans);
  return tag('TH', tr, { scope: 'Column', ...spans });
}

interface Draft {
  readonly height: number;
  readonly pieces: readonly HeadPiece[];
  draw(page: PageBuilder, top: number): void;
}

function draft(
  table: Table,
  grid: Grid,
  region: Region,
  look: TableLook,
  build: Build,
  tagger: (row: number) => (cell: HeadCell) => TagRef,
): Draft {
  const rules = build.style.table;
  const count = table.head.length;
  const pieces: HeadPiece[] = [];
  table.head.forEach((row, index) => {
    const tagOf = tagger(index);
    for (const cell of row.cells) {
      const edges = grid.edges(cell.column, cell.colSpan);
      pieces.push({
        cell,
        row: index,
        edges,
        boxes: headCellBoxes(cell, edges, tagOf(cell), region, look, build),
      });
    }
  });
  const heights = headHeights(table, pieces, look, build);
  const tops: number[] = [];
  let y = count === 0 ? 0 : rules.topRule;
  heights.forEach((height) => {
    tops.push(y);
    y += height;
  });
  const height = count === 0 ? rules.topRule : y;
  return {
    height,
    pieces,
    draw(page, top) {
      drawRule(page, grid.left, grid.right, top, rules.topRule);
      for (const { cell, row, boxes, edges } of pieces) {
        const last = Math.min(count, row + cell.rowSpan) - 1;
        const spanner = cell.scope === 'colgroup' && last < count - 1;
        const bottom = (tops[last] ?? 0) + (heights[last] ?? 0);
        const foot = spanner ? rules.spannerGap + rules.spannerRule : look.below;
        drawStack(boxes, page, top + bottom - foot - stackHeight(boxes));
        if (spanner) {
          drawRule(page, edges.x, edges.right, top + bottom - rules.spannerRule, rules.spannerRule);
        }
      }
      if (count > 0) {
        drawRule(page, grid.left, grid.right, top + height - rules.headRule, rules.headRule);
      }
    },
  };
}

/** Space above the second and later rows of a head, in table paddings. */
const innerAbove = 0.22;

function headHeights(
  table: Table,
  pieces: readonly HeadPiece[],
  look: TableLook,
  build: Build,
): readonly number[] {
  const rules = build.style.table;
  const count = table.head.length;
  const above = (row: number): number => (row === 0 ? look.above : look.above * innerAbove);
  const heights = table.head.map((_, row) =>
    row === count - 1 ? above(row) + look.below : above(row) + rules.spannerGap + rules.spannerRule,
  );
  const need = (piece: HeadPiece): number => {
    const last = Math.min(count, piece.row + piece.cell.rowSpan) - 1;
    const foot =
      piece.cell.scope === 'colgroup' && last < count - 1 ? rules.spannerGap + rules.spannerRule : look.below;
    return above(piece.row) + stackHeight(piece.boxes) + foot;
  };
  for (const piece of pieces) {
    if (piece.cell.rowSpan > 1) continue;
    heights[piece.row] = Math.max(heights[piece.row] ?? 0, need(piece));
  }
  for (const piece of pieces) {
    if (piece.cell.rowSpan < 2) continue;
    const last = Math.min(count, piece.row + piece.cell.rowSpan) - 1;
    let have = 0;
    for (let row = piece.row; row <= last; row++) have += heights[row] ?? 0;
    if (have < need(piece)) heights[last] = (heights[last] ?? 0) + need(piece) - have;
  }
  return heights;
}
