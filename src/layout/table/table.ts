/** Tables as boxes: title, unit line, head, rows, foot and source (look, section 2.7; tokens, section 9). */
import { note } from '../../diagnostics/diagnostic.js';
import { plainText } from '../../model/inline.js';
import type { Table } from '../../model/table.js';
import type { TagNode } from '../display.js';
import { drawLine, layoutText } from '../inline/lines.js';
import { drawRule } from '../shapes.js';
import type { TextStyle } from '../style.js';
import { tag } from '../tags.js';
import { box, edged, framed, unbroken } from '../flow/box.js';
import type { Box, Frame, RepeatedHead } from '../flow/box.js';
import type { Build, Region } from '../flow/build.js';
import { hangNotes, textBoxes } from '../flow/text.js';
import { carriedBy, carrierOf } from './carried.js';
import { captionBoxes } from './caption.js';
import { columnNeeds, columnWidths } from './columns.js';
import type { Need, TableLook } from './columns.js';
import { decimalTails } from './decimals.js';
import { makeGrid, tableHead } from './head.js';
import type { Grid } from './head.js';
import { rowBoxes } from './rows.js';
import { splitColumns } from './split.js';

/** Nothing is set smaller than this (look, tokens, section 4). */
const smallest = 9.5;

/** Tables with more columns than this take the whole width of the page. */
const narrow = 5;

/** How a table is set, and where its columns stand. */
interface Setting {
  readonly look: TableLook;
  readonly widths: readonly number[];
}

/** The boxes of a table, title to source. A table that no size makes fit is divided by columns. */
export function tableBoxes(table: Table, region: Region, parent: TagNode, build: Build): readonly Box[] {
  const turned = region.frame.width > region.frame.height;
  const wide = table.columns.length > narrow || region.inTable || holdsLists(table);
  const left = wide && !turned ? region.wideLeft : region.x;
  const parts = settle(table, region.wideRight - left, turned, build);
  if (parts.length > 1) {
    build.report(
      note(
        'table-fits-page',
        table.span,
        `${tableName(table)} has more columns than the page holds and is printed in ${parts.length} parts`,
        {
          hint: 'Leave out columns that readers do not need, shorten their headings, or turn rows into columns.',
        },
      ),
    );
  }
  return parts.flatMap(({ table: part, setting }, i) =>
    oneTable(part, setting, { index: i, count: parts.length }, left, region, parent, build),
  );
}

/** Tables of long cells have no use for narrow columns. */
function holdsLists(table: Table): boolean {
  return (
    table.columns.length > 2 &&
    table.rows.some((row) => row.cells.some(({ content }) => content.kind === 'blocks'))
  );
}

function tableName(table: Table): string {
  return table.number === undefined
    ? 'A table without a number'
    : `Table ${table.number} (${plainText(table.caption)})`;
}

/**
 * The largest size at which the columns fit, or the parts of the table that fit. A turned table whose prose would stand
 * in columns of a few words is divided too.
 */
function settle(
  table: Table,
  room: number,
  turned: boolean,
  build: Build,
): readonly { readonly table: Table; readonly setting: Setting }[] {
  const style = build.style.text[turned ? 'wideTable' : 'table'];
  const least = (smallest * build.style.scale) / style.size;
  let last: { look: TableLook; needs: readonly Need[] } | undefined;
  for (const scale of [1, (1 + least) / 2, least]) {
    const look = makeLook(scale, turned, build);
    const needs = columnNeeds(table, look, build);
    last = { look, needs };
    const widths = columnWidths(table.columns, needs, room, look.between);
    if (widths === undefined) continue;
    if (turned && isCramped(needs, widths, look)) break;
    return [{ table, setting: { look, widths } }];
  }
  if (last === undefined) return [];
  const { look, needs } = last;
  return splitColumns(table, comfortable(needs, look), room, look.between).map((part) => ({
    table: part.table,
    setting: {
      look,
      widths:
        columnWidths(part.table.columns, part.needs, room, look.between) ??
        squeezed(
          part.needs.map((need) => need.least),
          room,
          look.between,
        ),
    },
  }));
}

/** Least width for prose, in type sizes, where there is a choice. */
const proseWidth = 9;
/** Lines of a cell in a narrower column that nobody wants to read. */
const tooManyLines = 8;
/** Fewer columns are easier to read across in one piece, however narrow. */
const manyColumns = 10;

function isCramped(needs: readonly Need[], widths: readonly number[], look: TableLook): boolean {
  if (needs.length < manyColumns) return false;
  return needs.some((need, i) => {
    const width = widths[i] ?? 0;
    return width < look.text.size * proseWidth && need.full > width * tooManyLines;
  });
}

/** Needs with room for prose. */
function comfortable(needs: readonly Need[], look: TableLook): readonly Need[] {
  return needs.map((need) => ({
    ...need,
    least: Math.max(need.least, Math.min(need.full, look.text.size * proseWidth)),
  }));
}

/** Widths that fit whatever the columns need: words break where they must. */
function squeezed(least: readonly number[], room: number, between: number): readonly number[] {
  const free = room - between * (least.length - 1);
  const sum = least.reduce((total, width) => total + width, 0);
  return least.map((width) => (width * free) / sum);
}

function makeLook(scale: number, turned: boolean, build: Build): TableLook {
  const { text, table, scale: large } = build.style;
  const sized = (style: TextStyle): TextStyle => ({
    ...style,
    size: style.size * scale,
    leading: style.leading * scale,
  });
  const own = sized(turned ? text.wideTable : text.table);
  return {
    text: own,
    strong: { ...own, weight: 600 },
    head: sized(turned ? text.wideTableHead : text.tableHead),
    small: text.formula,
    between: table.between,
    above: table.above,
    below: table.below,
    mark: 9.5 * large,
    afterMark: 14 * large,
    graph: 58 * large,
  };
}

function oneTable(
  table: Table,
  { look, widths }: Setting,
  part: { readonly index: number; readonly count: number },
  left: number,
  region: Region,
  parent: TagNode,
  build: Build,
): readonly Box[] {
  const { gap, text } = build.style;
  const grid = makeGrid(left, widths, look.between);
  const node = tag('Table', parent, table.lang === undefined ? {} : { lang: table.lang });
  const outer: Region = { ...region, gutter: undefined, x: left, right: grid.right };
  const title = captionBoxes(table, part, outer, look, node, build);
  const { first, repeated } = tableHead(table, grid, node, region, look, build);
  const body = tag('TBody', node);
  const { boxes: rows, through } = rowBoxes(table, grid, body, { ...region, inTable: true }, look, build);
  if (!region.inTable) hangNotes(parent, build);
  const again = continuedHead(table, repeated, outer, build);
  const carrier = table.carried && carrierOf(table, grid, decimalTails(table, look, build), look, build);
  const foot = footRule(table, grid, build);
  const inside = framed(
    rows.map((own, i) => ({
      ...own,
      ...carriedBy(carrier, again, through, i),
      keep: own.keep || i === rows.length - 1,
    })),
    breakRule(grid, build),
  );
  const source = table.footer.flatMap((words, i) =>
    edged(textBoxes(words, 'P', text.source, outer, parent, build), i === 0 ? { before: gap.source } : {}),
  );
  return edged(
    unbroken([
      ...title.map((own) => ({ ...own, keep: true })),
      { ...first, before: title.length > 0 ? gap.unitLine : 0 },
      ...inside,
      { ...foot, keep: source.length > 0 },
      ...source,
    ]),
    { before: gap.figure },
    { after: gap.figure },
  );
}

/** "Table 7, continued", then the head: what stands above the rows on the next page. It is no content again. */
function continuedHead(table: Table, repeated: RepeatedHead, region: Region, build: Build): RepeatedHead {
  const words = table.number === undefined ? 'Continued' : `Table ${table.number}, continued`;
  const [line] = layoutText(words, region.right - region.x, build.style.text.unitLine, build);
  const above = (line?.height ?? 0) + build.style.gap.unitLine;
  return {
    height: above + repeated.height,
    draw(page, top) {
      if (line !== undefined) drawLine(line, region.x, top + line.baseline, 'artifact', page, build);
      repeated.draw(page, top + above);
    },
  };
}

/** A rule where a page ends within the table. */
function breakRule(grid: Grid, build: Build): Frame {
  return {
    paint: (page, _top, bottom, _first, last) => {
      if (!last) drawRule(page, grid.left, grid.right, bottom, build.style.table.headRule);
    },
  };
}

/** The rule at the foot; double under a total. */
function footRule(table: Table, grid: Grid, build: Build): Box {
  const { headRule, doubleGap } = build.style.table;
  const double = table.rows.at(-1)?.kind === 'total';
  const height = double ? headRule * 2 + doubleGap : headRule;
  return box(height, (page, top) => {
    drawRule(page, grid.left, grid.right, top, headRule);
    if (double) drawRule(page, grid.left, grid.right, top + headRule + doubleGap, headRule);
  });
}
