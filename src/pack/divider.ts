/** The leaf before an item of several papers in a long pack: outside the run of numbers (look, sections 2.8 and 3). */
import type { LayoutContext } from '../layout/context.js';
import type { DisplayPage, TagNode } from '../layout/display.js';
import { drawFurniture } from '../layout/furniture.js';
import { layoutText } from '../layout/inline/lines.js';
import { beginPage, finishPage } from '../layout/page.js';
import type { PageBuilder } from '../layout/page.js';
import { tag } from '../layout/tags.js';
import type { TextStyle } from '../layout/style.js';
import type { Publication } from '../model/publication.js';
import { sessionWords } from './agenda.js';
import { printedTitle } from './agenda-item.js';
import { drawBlank } from './blank.js';
import { meetingWords } from './body.js';
import type { Numbering } from './numbering.js';
import type { PackPlan, PlannedItem } from './plan.js';
import { drawLines, drawRule, drawScotchRule, drawText, frontStyles, portrait, textStyles } from './sheet.js';
import { itemLabel, rangeWords } from './words.js';

/** Packs of more numbered pages have dividers. */
const longPack = 100;

/** True for a pack that is long enough to be leafed through. */
export function hasDividers(numbering: Numbering): boolean {
  return numbering.last > longPack;
}

/** Items that a divider stands before: those with two papers or more in their place. */
export function dividedItems(plan: PackPlan): readonly PlannedItem[] {
  return plan.items.filter((item) => item.bodies.filter((body) => body.paper.late === undefined).length > 1);
}

const numberStyle: TextStyle = {
  family: 'serif',
  weight: 600,
  size: 64,
  leading: 70,
  colour: 'ink',
  figures: 'proportional',
  letterSpacing: -1.5,
};

/** Height of a row with a title of one line, and what each further line adds. */
const row = 31.7;
const rowLine = 15;
const titleWidth = 383;

/** A divider with its pages and its element. */
export interface Divider {
  readonly pages: readonly DisplayPage[];
  readonly tag: TagNode;
}

/**
 * Makes the leaf of an item. How many pages it has does not depend on the numbers printed there; where the pack is printed
 * on both sides it is even.
 */
export function makeDivider(
  publication: Publication,
  plan: PackPlan,
  item: PlannedItem,
  numbering: Numbering,
  index: number,
  ctx: LayoutContext,
): Divider {
  const label = itemLabel(item.item.number, publication.council.style.itemNumbers);
  const part = tag('Part', undefined, { title: `Item ${label}` });
  const pages: PageBuilder[] = [];
  const next = (): PageBuilder => {
    // With its word: the label of item 6 must not be that of page 6.
    const page = beginPage(index + pages.length, `Item ${label}`, portrait);
    const words = { title: meetingWords(plan), outer: '', inner: '', odd: pages.length % 2 === 0 };
    drawFurniture(words, portrait, page, ctx);
    pages.push(page);
    return page;
  };
  let page = next();
  drawScotchRule(page, 150);
  drawText(label, { left: portrait.left }, 234.3, numberStyle, tag('P', part), page, ctx);
  const title = layoutText(printedTitle(item), portrait.right - portrait.left, textStyles.title, ctx);
  let y = drawLines(title, portrait.left, 274.9, tag('H1', part), page, ctx);
  const named = item.item.session ?? item.within?.session;
  const session = plan.meeting.sessions.find((own) => own.id === named);
  if (session) {
    y += 23.1;
    const words = `${session.label}, ${sessionWords(session)}`;
    drawText(words, { left: portrait.left }, y, frontStyles.smallGrey, tag('P', part), page, ctx);
  }
  const bodies = plan.order.filter((place) => place.item === item);
  const head = (): void => {
    drawText('Pages', { right: portrait.right }, y, frontStyles.smallGrey, 'artifact', page, ctx);
    drawRule(page, y + 6.3, 0.75);
    y += 6.3;
  };
  y += 49;
  const count = `${bodies.length} papers`;
  drawText(count, { left: portrait.left }, y, frontStyles.smallBold, tag('H2', part), page, ctx);
  head();
  const toc = tag('TOC', part);
  for (const { body } of bodies) {
    const lines = layoutText(body.paper.title, titleWidth, textStyles.facts, ctx);
    const height = row + (lines.length - 1) * rowLine;
    if (y + height > portrait.bottom) {
      page = next();
      y = portrait.top + 12;
      head();
    }
    const toci = tag('TOCI', toc);
    drawLines(lines, portrait.left, y + 19.7, tag('P', toci), page, ctx);
    const range = numbering.papers.get(body.paper.address);
    if (range) {
      const spoken =
        range.first === range.last ? `page ${range.first}` : `pages ${range.first} to ${range.last}`;
      const node = tag('Span', tag('P', toci), { actualText: spoken });
      drawText(
        rangeWords(range),
        { right: portrait.right },
        y + 19.7,
        frontStyles.agendaRange,
        node,
        page,
        ctx,
      );
    }
    y += height;
    drawRule(page, y, 0.5, 'rule');
  }
  if (plan.duplex && pages.length % 2 === 1)
    drawBlank(next(), 'It is the back of the page before it.', part, ctx);
  return { pages: pages.map(finishPage), tag: part };
}
