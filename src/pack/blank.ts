/** The page that follows a paper of odd length: counted, and saying that nothing has been removed (look, section 3). */
import type { LayoutContext } from '../layout/context.js';
import type { DisplayPage, TagNode } from '../layout/display.js';
import { drawFurniture } from '../layout/furniture.js';
import type { Furniture } from '../layout/furniture.js';
import { beginPage, finishPage } from '../layout/page.js';
import type { PageBuilder } from '../layout/page.js';
import { tag } from '../layout/tags.js';
import { drawText, frontStyles, portrait, textStyles } from './sheet.js';

/** Makes the page. Its words hang in the element of the paper before it. */
export function blankPage(
  index: number,
  label: string,
  words: Furniture,
  parent: TagNode,
  ctx: LayoutContext,
): DisplayPage {
  const page = beginPage(index, label, portrait);
  drawFurniture(words, portrait, page, ctx);
  drawBlank(page, 'It lets the next paper start on a right-hand page.', parent, ctx);
  return finishPage(page);
}

/** Draws the words of a blank page: what it is for, and that nothing is missing. */
export function drawBlank(page: PageBuilder, purpose: string, parent: TagNode, ctx: LayoutContext): void {
  const edge = { left: portrait.text };
  const first = { ...textStyles.body, colour: 'ink-2' } as const;
  drawText('This page is intentionally left blank.', edge, 384, first, tag('P', parent), page, ctx);
  drawText(
    `${purpose} Nothing has been removed.`,
    edge,
    402,
    frontStyles.smallGrey,
    tag('P', parent),
    page,
    ctx,
  );
}
