/** One item of the agenda: number, title with its link, range or state, and the notes under it. */
import type { LayoutContext } from '../layout/context.js';
import type { TagNode } from '../layout/display.js';
import { drawLine, layoutInline, layoutText } from '../layout/inline/lines.js';
import type { Line } from '../layout/inline/lines.js';
import type { PageBuilder } from '../layout/page.js';
import { tag } from '../layout/tags.js';
import { stateInWords } from '../model/item-state.js';
import type { Publication } from '../model/publication.js';
import { agendaNotes } from './agenda-notes.js';
import type { Numbering } from './numbering.js';
import type { PlannedItem } from './plan.js';
import { drawText, frontStyles, portrait } from './sheet.js';
import { itemLabel, rangeWords } from './words.js';

/** Left edge of titles, right edge of titles. */
export const titleLeft = 104;
const titleRight = 443;

/** Distances down the page: above an item, its title line, its explanation line. */
const above = 6;
const titleLine = 16;
const noteLine = 14;

/** How far a page is filled. */
export interface Cursor {
  page: PageBuilder;
  /** Where the next thing may begin. */
  y: number;
}

/** An item's lines, measured before they are drawn. */
interface ItemLines {
  readonly title: readonly Line[];
  readonly notes: readonly (readonly Line[])[];
  readonly height: number;
}

function itemLines(entry: PlannedItem, publication: Publication, ctx: LayoutContext): ItemLines {
  const title = layoutText(printedTitle(entry), titleRight - titleLeft, frontStyles.agendaTitle, ctx);
  const notes = agendaNotes(entry, publication).map((note) =>
    layoutInline(note, portrait.right - titleLeft, frontStyles.smallGrey, ctx),
  );
  const lines = notes.reduce((sum, note) => sum + note.length, 0);
  return { title, notes, height: above + title.length * titleLine + lines * noteLine };
}

/** The title that may be read in public. */
export function printedTitle(entry: PlannedItem): string {
  const { title, openTitle } = entry.item;
  return entry.state === 'private' ? (openTitle ?? title) : title;
}

/** The address of the first paper of an item. */
function firstTarget(entry: PlannedItem): string | undefined {
  return (entry.bodies[0] ?? entry.elsewhere[0])?.paper.address;
}

/** Draws an item and moves the cursor below it; `turn` begins a page where a very long note needs one. */
export function drawItem(
  entry: PlannedItem,
  publication: Publication,
  numbering: Numbering,
  toc: TagNode,
  cursor: Cursor,
  turn: () => void,
  ctx: LayoutContext,
): void {
  const { page } = cursor;
  const lines = itemLines(entry, publication, ctx);
  const toci = tag('TOCI', toc);
  const baseline = cursor.y + above + 11.5;
  const number = itemLabel(entry.item.number, publication.council.style.itemNumbers);
  drawText(number, { left: portrait.left }, baseline, frontStyles.agendaNumber, tag('Lbl', toci), page, ctx);
  drawTitle(entry, lines.title, baseline, toci, page, ctx);
  drawRange(entry, numbering, baseline, toci, page, ctx);
  cursor.y += above + lines.title.length * titleLine;
  for (const note of lines.notes) {
    const node = tag('P', toci);
    for (const line of note) {
      if (cursor.y + noteLine > portrait.bottom) turn();
      drawLine(line, titleLeft, cursor.y + 10.2, node, cursor.page, ctx);
      cursor.y += noteLine;
    }
  }
}

/** The title, which leads to the first page of the item's papers: one area for each line, all of one link (7.18.5). */
function drawTitle(
  entry: PlannedItem,
  lines: readonly Line[],
  baseline: number,
  toci: TagNode,
  page: PageBuilder,
  ctx: LayoutContext,
): void {
  const paper = firstTarget(entry);
  const place = paper === undefined ? undefined : ctx.placeOf({ kind: 'paper', paper });
  const node = place ? tag('Link', tag('Reference', toci)) : tag('P', toci);
  for (const [index, line] of lines.entries()) {
    const y = baseline + index * titleLine;
    drawLine(line, titleLeft, y, node, page, ctx);
    if (!place) continue;
    page.items.push({
      kind: 'link',
      x: titleLeft,
      y: y - 11.5,
      width: line.width,
      height: titleLine,
      target: { kind: 'page', page: place.index, y: 0 },
      contents: `${printedTitle(entry)}${place.number === undefined ? '' : `, page ${place.number}`}`,
      tag: node,
    });
  }
}

/** What stands in the column of pages: a range, a state, or nothing. */
function drawRange(
  entry: PlannedItem,
  numbering: Numbering,
  baseline: number,
  toci: TagNode,
  page: PageBuilder,
  ctx: LayoutContext,
): void {
  const edge = { right: portrait.right };
  const state = stateInWords(entry.state);
  if (state !== undefined) {
    drawText(state, edge, baseline, frontStyles.agendaRange, tag('P', toci), page, ctx);
    return;
  }
  const ranges = rangesOf(entry, numbering);
  if (ranges.length === 0) return;
  const spoken = ranges.map((range) =>
    range.first === range.last ? `page ${range.first}` : `pages ${range.first} to ${range.last}`,
  );
  const node = tag('Span', tag('P', toci), { actualText: spoken.join(', ') });
  drawText(ranges.map(rangeWords).join(', '), edge, baseline, frontStyles.agendaRange, node, page, ctx);
}

function rangesOf(entry: PlannedItem, numbering: Numbering) {
  const own = numbering.items.get(entry.item.number) ?? [];
  const other = entry.elsewhere.flatMap(({ paper }) => numbering.papers.get(paper.address) ?? []);
  return [...own, ...other];
}

/** How much of a page an item takes. */
export function itemHeight(entry: PlannedItem, publication: Publication, ctx: LayoutContext): number {
  return itemLines(entry, publication, ctx).height;
}
