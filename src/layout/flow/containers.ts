/** Boxes of the `:::` containers: recommendations, decisions, call-outs, columns, key facts. */
import type { Block, ContainerOf, ListOf } from '../../model/block.js';
import type { Chart } from '../../model/chart.js';
import type { Inline } from '../../model/inline.js';
import type { Table } from '../../model/table.js';
import type { TagNode } from '../display.js';
import { drawRule, drawScotchRule, filledRectangle, scotchHeight } from '../shapes.js';
import { tag } from '../tags.js';
import { box, edged, framed, padded } from './box.js';
import type { Box, Frame } from './box.js';
import { inset } from './build.js';
import type { Build, Region } from './build.js';
import type { BlocksMaker } from './lists.js';
import { columnBoxes, keyFactBoxes, titleBoxes } from './side-by-side.js';
import { headingBoxes, textBoxes } from './text.js';

type Container = ContainerOf<Inline, Table | Chart>;

/** A container, by its name. `landscape` turns pages only at the top level; further in it is plain. */
export function containerBoxes(
  container: Container,
  region: Region,
  parent: TagNode,
  build: Build,
  make: BlocksMaker,
): readonly Box[] {
  const node = (): TagNode =>
    tag('Div', parent, container.lang === undefined ? {} : { lang: container.lang });
  switch (container.name) {
    case 'recommendations':
      return recommendationBoxes(container, region, parent, build, make);
    case 'decision':
    case 'resolved':
      return decisionBoxes(container, region, node(), build, make);
    case 'callout':
    case 'case-study':
      return calloutBoxes(container, region, node(), build, make);
    case 'quote': {
      const quote = tag('BlockQuote', parent);
      const inner = quoteRegion(region, build);
      return quoteBoxes(
        [...titleBoxes(container, inner, quote, build), ...make(container.blocks, inner, quote, build)],
        build,
      );
    }
    case 'columns':
      return columnBoxes(container, region, node(), build, make);
    case 'key-facts':
      return keyFactBoxes(container, region, node(), build, make);
    case 'column':
    case 'landscape':
    case 'table-rows': {
      const own = node();
      return [...titleBoxes(container, region, own, build), ...make(container.blocks, region, own, build)];
    }
  }
}

/** The region of a quotation. */
export function quoteRegion(region: Region, build: Build): Region {
  return inset(region, build.style.gap.quote, build.style.gap.quote);
}

/** The boxes of a quotation: further in on both sides, and nothing else. */
export function quoteBoxes(boxes: readonly Box[], build: Build): readonly Box[] {
  return edged(boxes, { before: build.style.gap.paragraph }, { after: build.style.gap.paragraph });
}

/** A call-out between two hairlines, its title in semi-bold. */
function calloutBoxes(
  container: Container,
  region: Region,
  node: TagNode,
  build: Build,
  make: BlocksMaker,
): readonly Box[] {
  const { gap } = build.style;
  const inner: Region = { ...region, gutter: undefined };
  const content = [
    ...titleBoxes(container, inner, node, build),
    ...make(container.blocks, inner, node, build),
  ];
  if (content.length === 0) return [];
  return edged(ruled(content, region, build), { before: gap.figure }, { after: gap.figure });
}

/** Boxes between two hairlines, kept on one page where they fit. */
function ruled(boxes: readonly Box[], region: Region, build: Build): readonly Box[] {
  const { scale } = build.style;
  const rules: Frame = {
    paint: (page, top, bottom, first, last) => {
      if (first) drawRule(page, region.x, region.right, top, 0.5, 'rule-2');
      if (last) drawRule(page, region.x, region.right, bottom - 0.5, 0.5, 'rule-2');
    },
  };
  return framed(padded(boxes, 4 * scale, 5 * scale), rules);
}

/**
 * The box of recommendations: a Scotch rule over a tint (look, 2.6). Its heading is the author's, the container's title
 * or "Recommendations".
 */
export function recommendationBoxes(
  container: Container,
  region: Region,
  parent: TagNode,
  build: Build,
  make: BlocksMaker,
  rule = true,
): readonly Box[] {
  const { gap } = build.style;
  const outer = { x: region.x, right: region.wideRight };
  const inner: Region = {
    ...inset({ ...region, right: region.wideRight }, gap.boxSide, gap.boxSide),
    listLook: 'recommendations',
  };
  const own = tag('Div', parent);
  const [first] = container.blocks;
  const title: readonly Inline[] =
    container.title !== undefined && container.title.length > 0
      ? container.title
      : [{ kind: 'text', text: countItems(container.blocks) === 1 ? 'Recommendation' : 'Recommendations' }];
  const heading =
    first?.kind === 'heading'
      ? []
      : headingBoxes({ kind: 'heading', level: 2, content: title, span: container.span }, inner, own, build);
  const content = [
    ...edged(heading, { before: 0 }, { after: gap.item * 1.5 }),
    ...make(container.blocks, inner, own, build),
  ];
  const tint: Frame = {
    paint: (page, top, bottom) =>
      page.under.push(filledRectangle(outer.x, top, outer.right - outer.x, bottom - top, 'stone')),
  };
  const tinted = framed(padded(content, gap.boxAbove, gap.boxBelow), tint);
  const boxes = rule
    ? [
        box(scotchHeight, (page, top) => drawScotchRule(page, outer.x, outer.right, top), { keep: true }),
        ...tinted,
      ]
    : tinted;
  return edged(boxes, { before: gap.box }, { after: gap.box });
}

function countItems(blocks: readonly Block[]): number {
  const list = blocks.find((block): block is ListOf<Inline, Table | Chart> => block.kind === 'list');
  return list === undefined ? 1 : list.items.length;
}

/** A decision between two rules (look, 2.8). */
function decisionBoxes(
  container: Container,
  region: Region,
  node: TagNode,
  build: Build,
  make: BlocksMaker,
): readonly Box[] {
  const { gap } = build.style;
  const word = container.name === 'resolved' ? 'Resolved:' : 'Decided:';
  const lead: readonly Inline[] = [
    { kind: 'strong', content: [{ kind: 'text', text: word }] },
    ...(container.title === undefined || container.title.length === 0
      ? []
      : [{ kind: 'text' as const, text: ' ' }, ...container.title]),
  ];
  const inner: Region = { ...region, gutter: undefined, listLook: 'plain' };
  const heading = textBoxes(lead, 'P', region.text, inner, node, build).map((own) => ({
    ...own,
    keep: true,
  }));
  const content = make(container.blocks, { ...inner, listLook: 'decisions' }, node, build);
  return edged(
    ruled([...heading, ...content], region, build),
    { before: gap.paragraph },
    { after: gap.figure },
  );
}
