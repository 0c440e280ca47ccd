/** The page that follows a paper of odd length: counted, and saying that nothing has been removed (look, section 3). */
import type { LayoutContext } from '../layout/context.js';
import type { DisplayPage, TagNode } from '../layout/display.js';
import { beginPage, finishPage } from '../layout/page.js';
import { tag } from '../layout/tags.js';
import { drawFrame } from './frame.js';
import type { FrameWords } from './frame.js';
import { portrait, textStyles } from './sheet.js';
import { drawText } from './sheet.js';

/** Makes the page. Its words hang in the element of the paper before it. */
export function blankPage(
  index: number,
  label: string,
  words: FrameWords,
  parent: TagNode,
  ctx: LayoutContext,
): DisplayPage {
  const page = beginPage(index, label, portrait);
  drawFrame(words, portrait, page, ctx);
  const edge = { left: portrait.text };
  const first = { ...textStyles.body, colour: 'ink-2' } as const;
  const second = { ...textStyles.facts, colour: 'ink-2' } as const;
  drawText('This page is intentionally left blank.', edge, 384, first, tag('P', parent), page, ctx);
  const reason = 'It lets the next paper start on a right-hand page. Nothing has been removed.';
  drawText(reason, edge, 402, second, tag('P', parent), page, ctx);
  return finishPage(page);
}
