/** The clearance table of a cover sheet: a column for each desk, with symbol, word and reference (look, 2.6). */
import type { Mark } from '../model/table.js';
import type { TagNode } from './display.js';
import { box, edged, stackHeight } from './flow/box.js';
import type { Box } from './flow/box.js';
import type { Build, Region } from './flow/build.js';
import { lineBoxes } from './flow/text.js';
import { layoutText } from './inline/lines.js';
import { drawMark, drawRule } from './shapes.js';
import type { TextStyle } from './style.js';
import { markColours } from './symbols.js';
import { tag } from './tags.js';

/** What one desk said. */
export interface Clearance {
  readonly desk: string;
  readonly mark: Mark;
  readonly word: string;
  readonly reference?: string;
}

/** Desks side by side; more than these go on in another table below. */
const perRow = 7;
const between = 5;

/** Boxes of the table, of columns of one width over the whole frame. */
export function clearanceBoxes(
  desks: readonly Clearance[],
  region: Region,
  parent: TagNode,
  build: Build,
): readonly Box[] {
  const boxes: Box[] = [];
  const columns = Math.min(perRow, Math.max(4, desks.length));
  for (let i = 0; i < desks.length; i += perRow) {
    boxes.push(deskRow(desks.slice(i, i + perRow), columns, region, tag('Table', parent), build));
  }
  return edged(boxes, {}, { after: build.style.gap.box });
}

function deskRow(
  desks: readonly Clearance[],
  columns: number,
  region: Region,
  table: TagNode,
  build: Build,
): Box {
  const { text, table: rules, scale, gap } = build.style;
  const { wideLeft: left, wideRight: right } = region;
  const width = (right - left - between * (columns - 1)) / columns;
  const mark = 9.5 * scale;
  const indent = 13 * scale;
  const head = tag('TR', tag('THead', table));
  const body = tag('TR', tag('TBody', table));
  const cells = desks.map((desk, i) => {
    const x = left + i * (width + between);
    const colour = markColours[desk.mark];
    const word: TextStyle = { ...text.formula, weight: 600, leading: 14 * scale, colour };
    const td = tag('TD', body);
    return {
      desk,
      x,
      colour,
      label: lineBoxes(
        layoutText(desk.desk, width, text.tableHead, build),
        x,
        tag('TH', head, { scope: 'Column' }),
        build,
      ),
      word: lineBoxes(layoutText(desk.word, width - indent, word, build), x + indent, tag('P', td), build),
      reference:
        desk.reference === undefined
          ? []
          : lineBoxes(
              layoutText(desk.reference, width, { ...text.formula, colour: 'ink' }, build),
              x,
              tag('P', td),
              build,
            ),
    };
  });
  const most = (heights: readonly number[]): number =>
    heights.reduce((top, height) => Math.max(top, height), 0);
  const labels = most(cells.map((cell) => stackHeight(cell.label)));
  const words = most(cells.map((cell) => stackHeight(cell.word) + stackHeight(cell.reference)));
  const headHeight = rules.topRule + rules.above + labels + rules.below + rules.headRule;
  const height = headHeight + rules.above + words + rules.below + rules.headRule;
  return box(
    height,
    (page, top) => {
      drawRule(page, left, right, top, rules.topRule);
      for (const cell of cells) {
        let y = top + rules.topRule + rules.above + labels - stackHeight(cell.label);
        for (const own of cell.label) {
          own.draw(page, y, false);
          y += own.height;
        }
      }
      drawRule(page, left, right, top + headHeight - rules.headRule, rules.headRule);
      for (const cell of cells) {
        let y = top + headHeight + rules.above;
        drawMark(page, cell.desk.mark, cell.x, y + (14 * scale - mark) / 2, mark, cell.colour);
        for (const own of [...cell.word, ...cell.reference]) {
          own.draw(page, y, false);
          y += own.height;
        }
      }
      drawRule(page, left, right, top + height - rules.headRule, rules.headRule);
    },
    { before: gap.item },
  );
}
