/** The contents list of a paper: its sections with their pages. */
import type { Block } from '../model/block.js';
import { plainText } from '../model/inline.js';
import type { LinkTarget, PaperAddress } from '../model/inline.js';
import type { TagNode } from './display.js';
import { box, edged } from './flow/box.js';
import type { Box } from './flow/box.js';
import type { Build, Region } from './flow/build.js';
import { drawLine, labelLine, layoutText, spaced } from './inline/lines.js';
import { tag } from './tags.js';
import { textBoxes } from './flow/text.js';

/** A section in the list. */
interface Entry {
  readonly target: LinkTarget;
  readonly number?: string;
  readonly title: string;
}

/**
 * Boxes of the list, numbers hanging as those of the sections do. The pages are those of the last round of layout, and
 * none in the first.
 */
export function contentsBoxes(
  blocks: readonly Block[],
  paper: PaperAddress,
  region: Region,
  parent: TagNode,
  build: Build,
): readonly Box[] {
  const { text, gap } = build.style;
  const entries = blocks.flatMap((block): readonly Entry[] =>
    block.kind === 'heading' && block.level === 2 && block.anchor !== undefined
      ? [
          {
            target: { kind: 'paper', paper, anchor: block.anchor },
            title: plainText(block.content),
            ...(block.number === undefined ? {} : { number: block.number }),
          },
        ]
      : [],
  );
  if (entries.length < 2) return [];
  const title = textBoxes([{ kind: 'text', text: 'Contents' }], 'H2', text.caption, region, parent, build);
  const list = tag('TOC', parent);
  const numbered = entries.some((entry) => entry.number !== undefined);
  const boxes = entries.map((entry) => entryBox(entry, numbered, region, tag('TOCI', list), build));
  return edged(
    [...title, ...edged(boxes, { before: gap.subheadingBelow })].map((own, i) =>
      i <= boxes.length ? { ...own, keep: i < boxes.length } : own,
    ),
    { before: gap.box },
    { after: gap.headingAbove },
  );
}

/** One line of the list, or more for a long title: number, title, page. */
function entryBox(entry: Entry, numbered: boolean, region: Region, item: TagNode, build: Build): Box {
  const { text, gap, scale, numbers } = build.style;
  const { body } = text;
  const right = region.wideRight;
  const left = region.gutter ?? region.x;
  const beside = numbers === 'beside';
  const x = !numbered ? region.x : beside ? Math.max(region.x, left + gap.gutter) : left + 34 * scale;
  const place = build.placeOf(entry.target);
  const label =
    entry.number === undefined
      ? undefined
      : {
          line: labelLine(entry.number, { ...body, figures: 'tabular' }, build),
          node: tag('Lbl', item),
        };
  const link = tag('Link', tag('Reference', item));
  const [page] = layoutText(place?.number ?? '', 100 * scale, { ...body, figures: 'tabular' }, build);
  const lines = layoutText(entry.title, right - x - 48 * scale, body, build);
  const height = lines.length * body.leading;
  return box(
    height,
    (own, top) => {
      if (label?.line !== undefined)
        drawLine(label.line, left, top + label.line.baseline, label.node, own, build);
      lines.forEach((line, i) => {
        const last = i === lines.length - 1;
        drawLine(last ? spaced(line) : line, x, top + i * body.leading + line.baseline, link, own, build);
      });
      if (page !== undefined)
        drawLine(page, right - page.width, top + height - body.leading + page.baseline, link, own, build);
      own.items.push({
        kind: 'link',
        x: left,
        y: top,
        width: right - left,
        height,
        target:
          place === undefined
            ? { kind: 'uri', uri: build.urlOf(entry.target) }
            : { kind: 'page', page: place.index, y: place.y },
        contents: place?.number === undefined ? entry.title : `${entry.title}, page ${place.number}`,
        tag: link,
      });
    },
    { before: gap.item },
  );
}
