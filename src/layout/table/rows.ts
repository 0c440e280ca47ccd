/** The rows of a table as boxes: whole, in groups that a span holds together, or line by line when too high. */
import type { Row, Table } from '../../model/table.js';
import type { TagNode } from '../display.js';
import type { PageBuilder } from '../page.js';
import { box, drawStack, gapBetween, stackHeight } from '../flow/box.js';
import type { Box } from '../flow/box.js';
import type { Build, Region } from '../flow/build.js';
import { drawRule } from '../shapes.js';
import { tag } from '../tags.js';
import { cellBoxes } from './cells.js';
import type { TableLook } from './columns.js';
import { cellStyle, decimalShift, decimalTails } from './decimals.js';
import type { DecimalTails } from './decimals.js';
import type { Grid } from './head.js';
import { endOfGroup, groupHeights, openColumns, spreadSpans } from './spans.js';
import type { Piece } from './spans.js';

/** A row may take this part of a page's frame before it is divided. */
const highest = 0.6;

/** A row that takes this part of a page's frame needs no other row beside it. */
const tallRow = 0.15;

/** Boxes of all rows, in order, with the rules above each; `through` names the last row that each box completes. */
export function rowBoxes(
  table: Table,
  grid: Grid,
  parent: TagNode,
  region: Region,
  look: TableLook,
  build: Build,
): { readonly boxes: readonly Box[]; readonly through: readonly number[] } {
  const tails = decimalTails(table, look, build);
  const rows = table.rows.map((row, index) =>
    rowPieces(row, index, table, tails, grid, parent, region, look, build),
  );
  const room = (region.frame.bottom - region.frame.top) * highest;
  const boxes: Box[] = [];
  const through: number[] = [];
  for (let from = 0; from < rows.length;) {
    const to = endOfGroup(rows, from);
    const group = rows.slice(from, to);
    const heights = groupHeights(group, from, look);
    const rules = group.map((_, i) => ruleAbove(table, from + i, build));
    const total =
      heights.reduce((sum, height) => sum + height, 0) + rules.reduce((sum, rule) => sum + rule.weight, 0);
    const own =
      total <= room
        ? [[wholeGroup(group, from, heights, rules, grid, look)]]
        : group.map((pieces, i) =>
            dividedRow(
              spreadSpans(group, from, heights, i, look) ?? pieces,
              rules[i] ?? noRule,
              grid,
              look,
              room,
            ),
          );
    own.forEach((part, i) => {
      const row = own.length === 1 ? to - 1 : from + i;
      part.forEach((_, at) => through.push(at === part.length - 1 ? row : from + i - 1));
    });
    boxes.push(...tie(own.flat(), table, from, to));
    from = to;
  }
  const frame = region.frame.bottom - region.frame.top;
  return { boxes: keepTotals(boxes, table, frame * tallRow), through };
}

interface Rule {
  readonly weight: number;
  readonly ink: boolean;
}

const noRule: Rule = { weight: 0, ink: false };

/** The rule above a row: none under the head, ink above totals, else a hairline. */
function ruleAbove(table: Table, index: number, build: Build): Rule {
  const { rowRule, headRule } = build.style.table;
  if (index === 0) return noRule;
  const kind = table.rows[index]?.kind;
  return kind === 'total' || kind === 'subtotal'
    ? { weight: headRule, ink: true }
    : { weight: rowRule, ink: false };
}

function rowPieces(
  row: Row,
  index: number,
  table: Table,
  tails: DecimalTails,
  grid: Grid,
  parent: TagNode,
  region: Region,
  look: TableLook,
  build: Build,
): readonly Piece[] {
  const tr = tag('TR', parent);
  const style = cellStyle(row.kind, look);
  return row.cells.map((cell, i) => {
    const rowSpan = Math.max(1, Math.min(cell.rowSpan, table.rows.length - index));
    const spans = {
      ...(cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}),
      ...(rowSpan > 1 ? { rowSpan } : {}),
    };
    const node = cell.scope === undefined ? tag('TD', tr, spans) : tag('TH', tr, { scope: 'Row', ...spans });
    const boxes = cellBoxes(
      cell,
      i === 0 ? row.formulaLabel : undefined,
      style,
      decimalShift(cell, tails, style, build),
      grid.edges(cell.column, cell.colSpan),
      node,
      region,
      look,
      build,
    );
    return { row: index, rowSpan, column: cell.column, colSpan: cell.colSpan, boxes };
  });
}

function drawRowRule(page: PageBuilder, x: number, right: number, top: number, rule: Rule): void {
  if (rule.weight > 0) drawRule(page, x, right, top, rule.weight, rule.ink ? 'ink' : 'rule');
}

function wholeGroup(
  group: readonly (readonly Piece[])[],
  from: number,
  heights: readonly number[],
  rules: readonly Rule[],
  grid: Grid,
  look: TableLook,
): Box {
  const tops: number[] = [];
  let y = 0;
  heights.forEach((height, i) => {
    y += rules[i]?.weight ?? 0;
    tops.push(y);
    y += height;
  });
  const all = group.flat();
  return box(
    y,
    (page, top, continued) => {
      tops.forEach((rowTop, i) => {
        const rule = rules[i] ?? noRule;
        // The rule of a head that was just repeated stands for the rule above the first row.
        if (i > 0 || !continued) {
          // No rule through a cell that stands beside several rows.
          for (const { first, last } of openColumns(group, from + i, grid.count)) {
            const { x, right } = grid.edges(first, last - first + 1);
            drawRowRule(page, x, right, top + rowTop - rule.weight, rule);
          }
        }
        for (const piece of all) {
          if (piece.row - from === i) drawStack(piece.boxes, page, top + rowTop + look.above);
        }
      });
    },
    {
      notes: all.flatMap((piece) => piece.boxes.flatMap((own) => own.notes)),
      marks: all.flatMap((piece) => piece.boxes.flatMap((own) => own.marks)),
    },
  );
}

/** A row as it is when it fits a page, else one box of each cell at a time, so that no line is ever cut. */
function dividedRow(
  pieces: readonly Piece[],
  rule: Rule,
  grid: Grid,
  look: TableLook,
  room: number,
): readonly Box[] {
  const height =
    look.above +
    look.below +
    pieces.reduce((most, piece) => Math.max(most, stackHeight(piece.boxes)), look.text.leading);
  if (height <= room) {
    return [wholeGroup([pieces], pieces[0]?.row ?? 0, [height], [rule], grid, look)];
  }
  const steps = pieces.reduce((most, piece) => Math.max(most, piece.boxes.length), 0);
  const boxes: Box[] = [];
  for (let step = 0; step < steps; step++) {
    const line = pieces.flatMap((piece) => piece.boxes.slice(step, step + 1));
    const gap = Math.max(
      0,
      ...pieces.map((piece) => {
        const own = piece.boxes[step];
        return step === 0 || own === undefined ? 0 : gapBetween(piece.boxes[step - 1], own);
      }),
    );
    const above = step === 0 ? rule.weight + look.above : 0;
    const below = step === steps - 1 ? look.below : 0;
    const inner = line.reduce((most, own) => Math.max(most, own.height), 0);
    boxes.push(
      box(
        above + inner + below,
        (page, top, continued) => {
          if (step === 0 && !continued) drawRowRule(page, grid.left, grid.right, top, rule);
          for (const own of line) drawStack([own], page, top + above);
        },
        {
          before: gap,
          keep: step === 0 || step === steps - 2,
          notes: line.flatMap((own) => own.notes),
          marks: line.flatMap((own) => own.marks),
        },
      ),
    );
  }
  return boxes;
}

/** A group heading stays with the row after it. */
function tie(boxes: readonly Box[], table: Table, from: number, to: number): readonly Box[] {
  const last = table.rows[to - 1];
  if (last?.kind !== 'group' || from === table.rows.length - 1) return boxes;
  return boxes.map((own, i) => (i === boxes.length - 1 ? { ...own, keep: true } : own));
}

/** Two rows at least stand on either side of a page's end, and two rows above the last totals. */
function keepTotals(boxes: readonly Box[], table: Table, tall: number): readonly Box[] {
  const kept = [...boxes];
  const set = (index: number): void => {
    const own = kept[index];
    const next = kept[index + 1];
    // A tall row stands by itself: to keep another with it would leave half of a page empty.
    if (own === undefined || next === undefined || next.height > tall) return;
    kept[index] = { ...own, keep: true };
  };
  set(0);
  set(kept.length - 2);
  const kind = table.rows.at(-1)?.kind;
  if (kind === 'total' || kind === 'subtotal') {
    set(kept.length - 3);
  }
  // A total in the middle keeps the row above it. Rows and boxes have to run in step for that.
  if (boxes.length === table.rows.length) {
    table.rows.forEach((row, i) => {
      if ((row.kind === 'total' || row.kind === 'subtotal') && i > 0) set(i - 1);
      // A group begins with two of its rows.
      if (table.rows[i - 1]?.kind === 'group' && table.rows[i + 1]?.kind !== 'group') set(i);
    });
  }
  return kept;
}
