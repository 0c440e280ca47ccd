/** Heads and feet of pages (look, sections 2.1 and 2.2): artefacts, the number always at the outer bottom corner. */
import type { LayoutContext } from '../layout/context.js';
import { drawLine, layoutText } from '../layout/inline/lines.js';
import type { Line } from '../layout/inline/lines.js';
import type { PageBuilder } from '../layout/page.js';
import type { PageFrame, TextStyle } from '../layout/style.js';
import { drawRule, drawText } from './sheet.js';

/** Words of the head and the foot of one page. */
export interface FrameWords {
  /** Item reference, at the left edge; front pages have none, and their title starts there. */
  readonly reference?: string;
  readonly title: string;
  /** At the right end of the head. */
  readonly note?: string;
  /** At the outer corner of the foot: "Page 17". */
  readonly outer: string;
  /** At the inner end of the foot. */
  readonly inner: string;
  /** True for a right-hand page. */
  readonly odd: boolean;
}

/** Draws head and foot on a page. */
export function drawFrame(words: FrameWords, frame: PageFrame, page: PageBuilder, ctx: LayoutContext): void {
  const { head, headReference, pageNumber } = ctx.style.text;
  const tag = 'pagination';
  const note =
    words.note === undefined
      ? 0
      : drawText(words.note, { right: frame.right }, frame.headBaseline, head, tag, page, ctx);
  let left = frame.left;
  if (words.reference !== undefined) {
    const width = drawText(words.reference, { left }, frame.headBaseline, headReference, tag, page, ctx);
    // The look's gutter, or further right for a long number such as 12(b).
    left = Math.max(left + 44, left + width + 8);
  }
  const room = frame.right - left - (note > 0 ? note + 16 : 0);
  const title = cutLine(words.title, room, head, ctx);
  if (title) drawLine(title, left, frame.headBaseline, tag, page, ctx);
  drawRule(page, frame.headRule, 0.5, 'rule-2', tag, frame.left, frame.right);
  const outer = words.odd ? { right: frame.right } : { left: frame.left };
  const inner = words.odd ? { left: frame.left } : { right: frame.right };
  drawText(words.outer, outer, frame.footBaseline, pageNumber, tag, page, ctx);
  drawText(words.inner, inner, frame.footBaseline, head, tag, page, ctx);
}

/** The first line of a text; with an ellipsis where there is more. */
function cutLine(text: string, width: number, style: TextStyle, ctx: LayoutContext): Line | undefined {
  const [whole, more] = layoutText(text, width, style, ctx);
  if (!more) return whole;
  const words = text.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const [line, second] = layoutText(`${words.slice(0, count).join(' ')}…`, width, style, ctx);
    if (line && !second) return line;
  }
  return whole;
}
