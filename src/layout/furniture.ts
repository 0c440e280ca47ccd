/** Heads and feet of pages (look, sections 2.1 and 2.2): artefacts, the page number always at the outer bottom corner. */
import type { LayoutContext } from './context.js';
import { drawLine, layoutText, measureText } from './inline/lines.js';
import type { Line } from './inline/lines.js';
import type { PageBuilder } from './page.js';
import { drawRule } from './shapes.js';
import type { PageFrame, TextStyle } from './style.js';

/** Words of the head and the foot of one page. */
export interface Furniture {
  /** Item reference at the left edge; pages without one begin with the title. */
  readonly reference?: string;
  readonly title: string;
  /** At the right end of the head, in semi-bold: "NOT FOR PUBLICATION". */
  readonly note?: string;
  /** At the outer corner of the foot: "Page 17". */
  readonly outer: string;
  /** At the inner end of the foot: the meeting. */
  readonly inner: string;
  /** True for a right-hand page. */
  readonly odd: boolean;
}

/** Draws head and foot. A title or meeting that is too long for its line ends in an ellipsis. */
export function drawFurniture(
  words: Furniture,
  frame: PageFrame,
  page: PageBuilder,
  ctx: LayoutContext,
): void {
  const { head, headReference, pageNumber } = ctx.style.text;
  const { scale, gap } = ctx.style;
  const put = (text: string, style: TextStyle, y: number, edge: 'left' | 'right', room: number): number => {
    const line = fitLine(text, room, style, ctx);
    if (line === undefined) return 0;
    drawLine(line, edge === 'left' ? frame.left : frame.right - line.width, y, 'pagination', page, ctx);
    return line.width;
  };
  const whole = frame.right - frame.left;
  const between = 16 * scale;
  const note =
    words.note === undefined
      ? 0
      : put(words.note, headReference, frame.headBaseline, 'right', whole / 2) + between;
  let x = frame.left;
  if (words.reference !== undefined && words.reference !== '') {
    const width = put(words.reference, headReference, frame.headBaseline, 'left', whole / 3);
    x = Math.max(frame.left + Math.max(gap.gutter, 44), frame.left + width + 8 * scale);
  }
  const title = fitLine(words.title, frame.right - x - note, head, ctx);
  if (title !== undefined) drawLine(title, x, frame.headBaseline, 'pagination', page, ctx);
  drawRule(page, frame.left, frame.right, frame.headRule - 0.25, 0.5, 'rule-2', 'pagination');
  const outer = measureText(words.outer, pageNumber, ctx);
  put(words.outer, pageNumber, frame.footBaseline, words.odd ? 'right' : 'left', whole);
  put(words.inner, head, frame.footBaseline, words.odd ? 'left' : 'right', whole - outer - between);
}

/** A text on one line, cut at a word and with an ellipsis where it is too long. */
export function fitLine(text: string, width: number, style: TextStyle, ctx: LayoutContext): Line | undefined {
  const [whole, more] = layoutText(text, width, style, ctx);
  if (more === undefined) return whole;
  const words = text.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const [line, second] = layoutText(`${words.slice(0, count).join(' ')}…`, width, style, ctx);
    if (line !== undefined && second === undefined) return line;
  }
  return whole;
}
