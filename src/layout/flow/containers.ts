/** Boxes of the `:::` containers: recommendations, decisions, call-outs, columns, key facts. */
import type { Block, ContainerOf, ListOf } from '../../model/block.js';
import type { Chart } from '../../model/chart.js';
import type { Inline } from '../../model/inline.js';
import type { Table } from '../../model/table.js';
import type { TagNode } from '../display.js';
import { layoutInline } from '../inline/lines.js';
import { drawRule, drawScotchRule, filledRectangle, scotchHeight } from '../shapes.js';
import type { TextStyle } from '../style.js';
import { tag } from '../tags.js';
import { box, edged, framed, space, stackHeight, together } from './box.js';
import type { Box, Frame } from './box.js';
import { inset } from './build.js';
import type { Build, Region } from './build.js';
import type { BlocksMaker } from './lists.js';
import { gatherNotes, headingBoxes, lineBoxes, textBoxes } from './text.js';

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
      return quoteBoxes(
        [
          ...titleBoxes(container, region, quote, build),
          ...make(container.blocks, quoteRegion(region, build), quote, build),
        ],
        region,
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

/** The title of a container, in bold, tied to what follows. */
function titleBoxes(container: Container, region: Region, parent: TagNode, build: Build): readonly Box[] {
  if (container.title === undefined || container.title.length === 0) return [];
  return textBoxes(container.title, 'P', { ...region.text, weight: 600 }, region, parent, build).map(
    (own) => ({
      ...own,
      keep: true,
      after: build.style.gap.item,
    }),
  );
}

/** The region of a quotation. */
export function quoteRegion(region: Region, build: Build): Region {
  return inset(region, build.style.gap.quote, build.style.gap.quote);
}

/** The boxes of a quotation with the rule at its left. */
export function quoteBoxes(boxes: readonly Box[], region: Region, build: Build): readonly Box[] {
  const rule: Frame = {
    paint: (page, top, bottom) =>
      page.under.push(filledRectangle(region.x, top, 1.5, bottom - top, 'rule-2')),
  };
  return edged(
    framed(boxes, rule),
    { before: build.style.gap.paragraph },
    { after: build.style.gap.paragraph },
  );
}

function calloutBoxes(
  container: Container,
  region: Region,
  node: TagNode,
  build: Build,
  make: BlocksMaker,
): readonly Box[] {
  const { gap } = build.style;
  const inner = inset(region, gap.quote, 0);
  const content = [
    ...titleBoxes(container, inner, node, build),
    ...make(container.blocks, inner, node, build),
  ];
  if (content.length === 0) return [];
  const bar: Frame = {
    paint: (page, top, bottom) => page.under.push(filledRectangle(region.x, top, 3, bottom - top, 'accent')),
  };
  return edged(framed(content, bar), { before: gap.figure }, { after: gap.figure });
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
  const padded = framed(
    [
      space(gap.boxAbove, { keep: true }),
      ...edged(content, { before: 0 }, { after: 0 }).map((each, i, all) =>
        i === all.length - 1 ? { ...each, keep: true } : each,
      ),
      space(gap.boxBelow),
    ],
    tint,
  );
  const boxes = rule
    ? [
        box(scotchHeight, (page, top) => drawScotchRule(page, outer.x, outer.right, top), { keep: true }),
        ...padded,
      ]
    : padded;
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
  const { gap, scale } = build.style;
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
  const rules: Frame = {
    paint: (page, top, bottom, _first, last) => {
      drawRule(page, region.x, region.right, top, 0.5, 'rule-2');
      if (last) drawRule(page, region.x, region.right, bottom - 0.5, 0.5, 'rule-2');
    },
  };
  const body = edged([...heading, ...content], { before: 0 }, { after: 0 });
  return edged(
    framed(
      [
        space(4 * scale, { keep: true }),
        ...body.map((own, i) => (i === body.length - 1 ? { ...own, keep: true } : own)),
        space(5 * scale),
      ],
      rules,
    ),
    { before: gap.paragraph },
    { after: gap.figure },
  );
}

/**
 * Columns side by side while they fit on half a page; longer ones follow each other, so that nobody has to turn back
 * to the top of a page that they have left.
 */
function columnBoxes(
  container: Container,
  region: Region,
  node: TagNode,
  build: Build,
  make: BlocksMaker,
): readonly Box[] {
  const { gap } = build.style;
  const columns = container.blocks.filter(
    (block): block is Container => block.kind === 'container' && block.name === 'column',
  );
  const others = container.blocks.filter((block) => !columns.includes(block as Container));
  if (columns.length === 0) return make(container.blocks, region, node, build);
  const height = region.frame.bottom - region.frame.top;
  const width = (region.wideRight - region.x - gap.column * (columns.length - 1)) / columns.length;
  const fill = (side: boolean, into: TagNode): readonly (readonly Box[])[] =>
    columns.map((column, i) => {
      const x = region.x + i * (width + gap.column);
      const inner: Region = side
        ? { ...region, gutter: undefined, x, right: x + width, wideLeft: x, wideRight: x + width }
        : { ...region, gutter: undefined };
      const own = tag('Div', into);
      return [...titleBoxes(column, inner, own, build), ...make(column.blocks, inner, own, build)];
    });
  const before = make(others, region, node, build);
  const pending = build.pendingNotes.length;
  const level = build.headingLevel;
  const met = new Map(build.noteBoxes);
  const trial = tag('Div');
  const beside = fill(true, trial);
  const tallest = Math.max(...beside.map(stackHeight));
  if (columns.length < 2 || tallest > height / 2) {
    build.pendingNotes.length = pending;
    build.headingLevel = level;
    build.noteBoxes.clear();
    for (const [number, boxes] of met) build.noteBoxes.set(number, boxes);
    return [...before, ...fill(false, node).flat()];
  }
  node.children.push(...trial.children);
  const stacks = beside.map((boxes) => together(boxes));
  const row = box(
    tallest,
    (page, top, continued) => {
      for (const stack of stacks) stack.draw(page, top, continued);
    },
    {
      before: gap.paragraph,
      after: gap.paragraph,
      notes: stacks.flatMap((stack) => stack.notes),
      marks: stacks.flatMap((stack) => stack.marks),
    },
  );
  return [...before, row];
}

/** Large figures with a few words under each, four to a row (look, 2.8). */
function keyFactBoxes(
  container: Container,
  region: Region,
  node: TagNode,
  build: Build,
  make: BlocksMaker,
): readonly Box[] {
  const { gap, text, scale } = build.style;
  const [list, ...rest] = container.blocks;
  const title = titleBoxes(container, region, node, build);
  if (list?.kind !== 'list' || rest.length > 0) {
    return [...title, ...make(container.blocks, region, node, build)];
  }
  const facts = list.items.map((item) => {
    const [only] = item.blocks;
    return only?.kind === 'paragraph' && item.blocks.length === 1 ? splitFact(only.content) : undefined;
  });
  if (facts.some((fact) => fact === undefined))
    return [...title, ...make(container.blocks, region, node, build)];
  const perRow = Math.min(4, facts.length);
  const width = (region.wideRight - region.x - gap.keyColumn * (perRow - 1)) / perRow;
  const listNode = tag('L', node, { listNumbering: 'None' });
  const cells = facts.map((fact, i) => {
    const x = region.x + (i % perRow) * (width + gap.keyColumn);
    const body = tag('LBody', tag('LI', listNode));
    const part = (content: readonly Inline[], style: TextStyle): readonly Box[] => {
      const lines = layoutInline(content, width, style, build);
      gatherNotes(lines, region, build);
      return lines.length === 0 ? [] : lineBoxes(lines, x, tag('P', body), build);
    };
    return together([...part(fact?.figure ?? [], text.keyFigure), ...part(fact?.label ?? [], text.keyLabel)]);
  });
  const rows: Box[] = [];
  for (let i = 0; i < cells.length; i += perRow) {
    const row = cells.slice(i, i + perRow);
    const padding = 6 * scale;
    const height = Math.max(...row.map((cell) => cell.height)) + padding * 2;
    rows.push(
      box(
        height,
        (page, top, continued) => {
          if (i === 0 || continued) drawRule(page, region.x, region.wideRight, top, 0.75);
          for (const cell of row) cell.draw(page, top + padding, continued);
          drawRule(page, region.x, region.wideRight, top + height - 0.5, 0.5, 'rule');
        },
        { notes: row.flatMap((cell) => cell.notes), marks: row.flatMap((cell) => cell.marks) },
      ),
    );
  }
  return [...title, ...edged(rows, { before: gap.figure }, { after: gap.figure })];
}

/** A fact that begins with a figure or a bold word has that as its large part; others are words only. */
function splitFact(content: readonly Inline[]): {
  readonly figure: readonly Inline[];
  readonly label: readonly Inline[];
} {
  const [first, ...rest] = content;
  if (first?.kind === 'figure' || first?.kind === 'strong') return { figure: [first], label: rest };
  return { figure: [], label: content };
}
