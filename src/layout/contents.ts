/** The contents list of a paper: its sections with their pages. */
import type { Block } from '../model/block.js';
import { plainText } from '../model/inline.js';
import type { PaperAddress } from '../model/inline.js';
import type { TagNode } from './display.js';
import { box, edged } from './flow/box.js';
import type { Box } from './flow/box.js';
import type { Build, Region } from './flow/build.js';
import { drawLine, layoutText, spaced } from './inline/lines.js';
import { tag } from './tags.js';
import { textBoxes } from './flow/text.js';

/** Boxes of the list; the pages are those of the last round of layout, and none in the first. */
export function contentsBoxes(
  blocks: readonly Block[],
  address: PaperAddress,
  region: Region,
  parent: TagNode,
  build: Build,
): readonly Box[] {
  const { text, gap, scale } = build.style;
  const headings = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 && block.anchor !== undefined
      ? [{ anchor: block.anchor, number: block.number, title: plainText(block.content) }]
      : [],
  );
  if (headings.length < 2) return [];
  const title = textBoxes([{ kind: 'text', text: 'Contents' }], 'H2', text.subheading, region, parent, build);
  const list = tag('TOC', parent);
  const right = region.wideRight;
  const boxes = headings.map(({ anchor, number, title: words }) => {
    const link = tag('Link', tag('Reference', tag('TOCI', list)));
    const target = { kind: 'paper', paper: address, anchor } as const;
    const place = build.placeOf(target);
    const [page] = layoutText(place?.number ?? '', 100, { ...text.body, figures: 'tabular' }, build);
    const name = number === undefined ? words : `${number}  ${words}`;
    const lines = layoutText(name, right - region.x - 48 * scale, text.body, build);
    const last = lines.length - 1;
    const height = lines.length * text.body.leading;
    return box(
      height,
      (own, top) => {
        lines.forEach((line, i) => {
          drawLine(
            i === last ? spaced(line) : line,
            region.x,
            top + i * text.body.leading + line.baseline,
            link,
            own,
            build,
          );
        });
        if (page !== undefined)
          drawLine(
            page,
            right - page.width,
            top + height - text.body.leading + page.baseline,
            link,
            own,
            build,
          );
        own.items.push({
          kind: 'link',
          x: region.x,
          y: top,
          width: right - region.x,
          height,
          target:
            place === undefined
              ? { kind: 'uri', uri: build.urlOf(target) }
              : { kind: 'page', page: place.index, y: place.y },
          contents: place?.number === undefined ? words : `${words}, page ${place.number}`,
          tag: link,
        });
      },
      { before: gap.item },
    );
  });
  return edged(
    [...title.map((own) => ({ ...own, keep: true })), ...boxes],
    { before: gap.box },
    { after: gap.headingAbove },
  );
}
