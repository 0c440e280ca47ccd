/** Notes at the foot of the page: number, then text, small. */
import type { TagNode } from '../display.js';
import type { PageFrame, Style } from '../style.js';
import { drawLine, labelLine } from '../inline/lines.js';
import { tag } from '../tags.js';
import type { Box } from './box.js';
import type { Build, Region } from './build.js';

/** From where to where notes reach on a page: no further than on an upright one, since they may run over to one. */
export function noteEdges(
  frame: PageFrame,
  { portrait }: Style,
): { readonly left: number; readonly right: number } {
  return {
    left: Math.max(frame.text, portrait.left),
    right: Math.min(frame.textRight, portrait.textRight),
  };
}

/** Boxes of a note for pages of one shape. A mark within a note leads to a note at the same foot. */
export function noteBoxesOf(number: number, frame: PageFrame, node: TagNode, build: Build): readonly Box[] {
  const { gap, text } = build.style;
  const label = tag('Lbl', node);
  const { left, right } = noteEdges(frame, build.style);
  const region: Region = {
    frame,
    gutter: undefined,
    x: left + gap.note,
    right,
    wideLeft: left + gap.note,
    wideRight: right,
    text: text.note,
    depth: 0,
    listLook: 'plain',
    inTable: true,
  };
  const boxes = build.makeBlocks(build.notes.get(number) ?? [], region, node);
  const line = labelLine(String(number), { ...text.note, figures: 'tabular' }, build);
  return boxes.map((own, i) => ({
    ...own,
    // Notes stand closer than paragraphs, and what they mark themselves cannot move them.
    before: Math.min(own.before, gap.item),
    after: Math.min(own.after, gap.item),
    draw: (page, top, continued) => {
      if (i === 0 && line !== undefined) drawLine(line, left, top + line.baseline, label, page, build);
      own.draw(page, top, continued);
    },
  }));
}
