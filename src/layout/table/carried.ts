/** "Carried forward" and "Brought forward": the sums so far, where a table goes on to another page. */
import type { CarriedSums } from '../../model/carried.js';
import type { Cell, Table } from '../../model/table.js';
import type { PageBuilder } from '../page.js';
import type { Box, RepeatedHead } from '../flow/box.js';
import type { Build } from '../flow/build.js';
import { drawLine, layoutText } from '../inline/lines.js';
import { drawRule } from '../shapes.js';
import type { TableLook } from './columns.js';
import { decimalShift } from './decimals.js';
import type { DecimalTails } from './decimals.js';
import type { Grid } from './head.js';

/** What the rows of a table carry. */
export interface Carrier {
  /** Below a page's last row, `row` being the last that is complete. */
  forward(row: number): RepeatedHead | undefined;
  /** Under the head on the next page. */
  brought(row: number): RepeatedHead | undefined;
}

/**
 * The lines of sums of a table that asks for them.
 *
 * They repeat what the rows say and depend on where pages end, so they are artefacts of pagination like repeated heads.
 */
export function carrierOf(
  table: Table,
  grid: Grid,
  tails: DecimalTails,
  look: TableLook,
  build: Build,
): Carrier | undefined {
  const { carried } = table;
  if (carried === undefined || carried.columns.length === 0) return undefined;
  const line = (words: string, row: number, ruled: boolean): RepeatedHead | undefined => {
    const sums = carried.after[row];
    return sums && sumLine(words, sums, carried, grid, tails, look, ruled, build);
  };
  return {
    forward: (row) => line('Carried forward', row, false),
    brought: (row) => line('Brought forward', row, true),
  };
}

/** What the box `at` of a table repeats above it, and what it carries below; `through` has the last row of each box. */
export function carriedBy(
  carrier: Carrier | undefined,
  head: RepeatedHead,
  through: readonly number[],
  at: number,
): Pick<Box, 'head' | 'tail'> {
  const brought = carrier?.brought(through[at - 1] ?? -1);
  const tail = at < through.length - 1 ? carrier?.forward(through[at] ?? -1) : undefined;
  return {
    head: brought === undefined ? head : stacked(head, brought),
    ...(tail === undefined ? {} : { tail }),
  };
}

function stacked(above: RepeatedHead, below: RepeatedHead): RepeatedHead {
  return {
    height: above.height + below.height,
    draw(page, top) {
      above.draw(page, top);
      below.draw(page, top + above.height);
    },
  };
}

function sumLine(
  words: string,
  sums: readonly string[],
  { columns }: CarriedSums,
  grid: Grid,
  tails: DecimalTails,
  look: TableLook,
  ruled: boolean,
  build: Build,
): RepeatedHead {
  const { rowRule } = build.style.table;
  const height = look.above + look.strong.leading + look.below + (ruled ? rowRule : 0);
  const first = columns[0] ?? 0;
  const draw = (page: PageBuilder, top: number): void => {
    const label = grid.edges(0, Math.max(1, first));
    const [name] = layoutText(words, label.right - label.x, look.strong, build);
    if (name !== undefined)
      drawLine(name, label.x, top + look.above + name.baseline, 'pagination', page, build);
    columns.forEach((column, i) => {
      const text = sums[i] ?? '';
      const edges = grid.edges(column, 1);
      const [line] = layoutText(text, Number.MAX_SAFE_INTEGER, look.strong, build);
      if (line === undefined) return;
      const cell: Cell = {
        column,
        colSpan: 1,
        rowSpan: 1,
        numeric: true,
        content: { kind: 'inline', content: [{ kind: 'text', text }] },
      };
      const x = edges.right - decimalShift(cell, tails, look.strong, build) - line.width;
      drawLine(line, x, top + look.above + line.baseline, 'pagination', page, build);
    });
    if (ruled) drawRule(page, grid.left, grid.right, top + height - rowRule, rowRule, 'rule');
  };
  return { height, draw };
}
