/** What stands side by side: columns of text, and large figures with a few words under each. */
import type { ContainerOf } from '../../model/block.js';
import type { Chart } from '../../model/chart.js';
import type { Inline } from '../../model/inline.js';
import type { Table } from '../../model/table.js';
import type { TagNode } from '../display.js';
import { layoutInline } from '../inline/lines.js';
import { drawRule } from '../shapes.js';
import type { TextStyle } from '../style.js';
import { tag } from '../tags.js';
import { besideEachOther, edged, stackHeight, together } from './box.js';
import type { Box } from './box.js';
import type { Build, Region } from './build.js';
import type { BlocksMaker } from './lists.js';
import { gatherNotes, lineBoxes, textBoxes } from './text.js';

type Container = ContainerOf<Inline, Table | Chart>;

/** The title of a container, in bold, tied to what follows. */
export function titleBoxes(
  container: Container,
  region: Region,
  parent: TagNode,
  build: Build,
): readonly Box[] {
  if (container.title === undefined || container.title.length === 0) return [];
  return textBoxes(container.title, 'P', { ...region.text, weight: 600 }, region, parent, build).map(
    (own) => ({
      ...own,
      keep: true,
      after: build.style.gap.item,
    }),
  );
}

/**
 * Columns side by side while they fit on half a page; longer ones follow each other, so that nobody has to turn back
 * to the top of a page that they have left.
 */
export function columnBoxes(
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
  return [...before, besideEachOther(stacks, tallest, 0, { before: gap.paragraph, after: gap.paragraph })];
}

/** Large figures with a few words under each, four to a row (look, 2.8). */
export function keyFactBoxes(
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
      besideEachOther(row, height, padding, {}, (page, top, continued) => {
        if (i === 0 || continued) drawRule(page, region.x, region.wideRight, top, 0.75);
        drawRule(page, region.x, region.wideRight, top + height - 0.5, 0.5, 'rule');
      }),
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
