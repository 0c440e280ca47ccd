/** Boxes of running text: paragraphs with hanging numbers, headings, notes. */
import type { HeadingOf, ParagraphOf } from '../../model/block.js';
import { plainText } from '../../model/inline.js';
import type { Inline } from '../../model/inline.js';
import type { TagNode } from '../display.js';
import type { TagRef, TagType } from '../display.js';
import { baseline, drawLine, labelLine, layoutInline } from '../inline/lines.js';
import type { Line } from '../inline/lines.js';
import type { TextStyle } from '../style.js';
import { tag } from '../tags.js';
import type { Build, Region } from './build.js';
import { box, edged, lineBox } from './box.js';
import type { Box } from './box.js';

/** One box for each line; two lines at least stay together at either end of a page. */
export function lineBoxes(
  lines: readonly Line[],
  x: number,
  node: TagRef,
  build: Build,
  align: 'left' | 'right' = 'left',
): readonly Box[] {
  const count = lines.length;
  return lines.map((line, i) =>
    lineBox(
      line.height,
      (page, top) =>
        drawLine(line, align === 'left' ? x : x - line.width, top + line.baseline, node, page, build),
      line.notes,
      i < count - 1 && (i === 0 || i === count - 2),
    ),
  );
}

/** Boxes of inlines in one element of their own; an element without words is not made. */
export function textBoxes(
  content: readonly Inline[],
  type: TagType,
  style: TextStyle,
  region: Region,
  parent: TagNode,
  build: Build,
): readonly Box[] {
  const lines = layoutInline(content, region.right - region.x, style, build);
  if (lines.length === 0) return [];
  const node = tag(type, parent);
  gatherNotes(lines, region, build);
  return lineBoxes(lines, region.x, node, build);
}

/** Makes the boxes of the notes that lines are the first to mark. */
export function gatherNotes(lines: readonly Line[], region: Region, build: Build): void {
  for (const line of lines) for (const number of line.notes) makeNote(number, region, build);
}

/** Hangs the elements of the notes met so far into the tree, after the block that marks them. */
export function hangNotes(parent: TagNode, build: Build): void {
  parent.children.push(...build.pendingNotes.splice(0));
}

function makeNote(number: number, region: Region, build: Build): void {
  if (build.noteBoxes.has(number)) return;
  build.noteBoxes.set(number, []);
  const node = tag('Note', undefined, { id: `${build.idPrefix}note-${number}` });
  build.pendingNotes.push(node);
  build.noteBoxes.set(number, build.makeNote(number, region, node));
}

/** A paragraph; its number is the business of the list around it. */
export function paragraphBoxes(
  paragraph: ParagraphOf<Inline>,
  region: Region,
  parent: TagNode,
  build: Build,
): readonly Box[] {
  const attributes = paragraph.lang === undefined ? {} : { lang: paragraph.lang };
  const lines = layoutInline(paragraph.content, region.right - region.x, region.text, build);
  if (lines.length === 0) return [];
  const node = tag('P', parent, attributes);
  gatherNotes(lines, region, build);
  // In a cell paragraphs stand close: the next row is not far.
  const after = build.style.gap[region.inTable ? 'item' : 'paragraph'];
  return edged(lineBoxes(lines, region.x, node, build), {}, { after });
}

/** A hanging number put beside the first of some boxes, or on a line above them in large print. */
export function numbered(
  number: string,
  style: TextStyle,
  boxes: readonly Box[],
  textStyle: TextStyle,
  region: Region,
  label: TagNode,
  build: Build,
): readonly Box[] {
  const line = labelLine(number, style, build);
  const first = boxes[0];
  if (line === undefined || first === undefined) return boxes;
  if (region.gutter === undefined || build.style.numbers === 'above') {
    const own = box(
      line.height,
      (page, top) => drawLine(line, region.x, top + line.baseline, label, page, build),
      { keep: true, before: first.before, marks: first.marks },
    );
    return [own, ...edged(boxes, { before: 0, marks: [] })];
  }
  const x = region.gutter;
  const down = baseline(textStyle, build);
  const beside =
    (node: TagRef): Box['draw'] =>
    (page, top, continued) => {
      drawLine(line, x, top + down, node, page, build);
      first.draw(page, top, continued);
    };
  return [{ ...first, draw: beside(label) }, ...boxes.slice(1)];
}

/** A heading, tied to what follows. */
export function headingBoxes(
  heading: HeadingOf<Inline>,
  region: Region,
  parent: TagNode,
  build: Build,
): readonly Box[] {
  const { style } = build;
  const section = heading.level === 2;
  const text = section ? style.text.section : style.text.subheading;
  // Where numbers cannot hang, that of a heading runs in with its words.
  const hangs = region.gutter !== undefined && style.numbers === 'beside';
  const content: readonly Inline[] =
    heading.number === undefined || hangs
      ? heading.content
      : [{ kind: 'text', text: `${heading.number}\u00a0\u00a0` }, ...heading.content];
  const lines = layoutInline(content, region.right - region.x, text, build);
  if (lines.length === 0) return [];
  // No level is skipped (PDF/UA-1, 7.4.2), whatever the author's headings do.
  const level = Math.min(heading.level, build.headingLevel + 1, 6);
  build.headingLevel = level;
  const node = tag(`H${level}` as TagType, parent, heading.lang === undefined ? {} : { lang: heading.lang });
  gatherNotes(lines, region, build);
  let boxes: readonly Box[] = lineBoxes(lines, region.x, node, build).map((own) => ({ ...own, keep: true }));
  if (heading.number !== undefined && hangs) {
    const numberStyle = section ? style.text.sectionNumber : { ...text, figures: 'tabular' as const };
    boxes = numbered(heading.number, numberStyle, boxes, text, region, node, build);
  }
  const title = plainText(heading.content);
  return edged(
    boxes,
    {
      before: section ? style.gap.headingAbove : style.gap.subheadingAbove,
      marks: [
        {
          kind: 'heading',
          title: heading.number === undefined ? title : `${heading.number} ${title}`,
          level: heading.level,
        },
      ],
    },
    { after: section ? style.gap.headingBelow : style.gap.subheadingBelow },
  );
}
