import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../src/model/block.js';
import { plainText } from '../../src/model/inline.js';
import type { Cell, Table } from '../../src/model/table.js';
import { body } from './lay.js';
import { p } from './sample.js';
import { readingOrder, span, text, tree } from './support.js';

const cell = (column: number, content: Cell['content'], rest: Partial<Cell> = {}): Cell => ({
  column,
  colSpan: 1,
  rowSpan: 1,
  numeric: false,
  content,
  ...rest,
});
const line = (words: string): Cell['content'] => ({ kind: 'inline', content: [text(words)] });

/** A table of one row whose last cell has those blocks. */
const table = (blocks: readonly Block[], rest: Partial<Cell> = {}): Table => ({
  kind: 'table',
  span,
  number: 1,
  caption: [text('Actions')],
  columns: ['Priority', 'Progress'].map((label) => ({
    key: label.toLowerCase(),
    label,
    type: 'markdown',
    numeric: false,
  })),
  head: [
    {
      cells: ['Priority', 'Progress'].map((label, column) => ({
        content: [text(label)],
        column,
        colSpan: 1,
        rowSpan: 1,
        scope: 'col',
        numeric: false,
      })),
    },
  ],
  rows: [
    {
      kind: 'data',
      cells: [cell(0, line('Care homes'), { scope: 'row' }), cell(1, { kind: 'blocks', blocks }, rest)],
    },
  ],
  footer: [],
});

const list = (count: number): Block => ({
  kind: 'list',
  span,
  marker: { style: 'bullet' },
  start: 1,
  tight: true,
  items: Array.from({ length: count }, (_, i) => ({ blocks: [p(`item-${i + 1} done`)], span })),
});

test('a cell with two hundred items runs over pages: each item once, in order, within the frame, under a repeated head', () => {
  const { pages, tag } = body([table([p('To do:'), list(200)])]);
  const read = readingOrder(pages, tag);
  const items = [...read.matchAll(/item-(\d+)/g)].map((match) => Number(match[1]));
  expect(items).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
  const printed = pages.filter((page) =>
    page.items.some((item) => item.kind === 'text' && item.text.startsWith('item-')),
  );
  expect(printed.length).toBeGreaterThan(3);
  for (const page of printed) {
    const baselines = page.items.flatMap((item) =>
      item.kind === 'text' && item.text.startsWith('item-') ? [item.y] : [],
    );
    expect(new Set(baselines.map((y) => y.toFixed(2))).size).toBe(baselines.length);
    expect(Math.max(...baselines)).toBeLessThan(page.height - 50);
    expect(Math.min(...baselines)).toBeGreaterThan(50);
  }
  for (const page of printed.slice(1)) {
    const words = page.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join(' ');
    expect(words).toContain('Table 1, continued');
    expect(words).toContain('Progress');
  }
  // One row and one cell to those who listen, on however many pages it stands.
  expect(tree(tag).match(/\bTD\b/g)).toHaveLength(1);
  expect(tree(tag).match(/\bLI\b/g)).toHaveLength(200);
});

test('nested lists and paragraphs of a cell stay within its column', () => {
  const nested: Block = {
    ...(list(2) as Extract<Block, { kind: 'list' }>),
    items: [{ blocks: [p('outer item with words that go on and on'), list(2)], span }],
  };
  const { pages } = body([table([p('Before the list.'), nested, p('After the list.')])]);
  const [page] = pages.filter((each) =>
    each.items.some((item) => item.kind === 'text' && item.text.startsWith('outer')),
  );
  const x = (start: string): number =>
    page!.items.flatMap((item) => (item.kind === 'text' && item.text.startsWith(start) ? [item.x] : []))[0]!;
  expect(x('outer')).toBeGreaterThan(x('Before'));
  expect(x('item-1')).toBeGreaterThan(x('outer'));
  expect(x('After')).toBeCloseTo(x('Before'), 6);
});

test('a line that has words is a figure with them as its alternative, in its own cell', () => {
  const words = 'From 271 to 303; lowest 271, highest 303';
  const { tag, pages } = body([
    table([], { content: { kind: 'inline', content: [] }, sparkline: { values: [271, 287, 303], words } }),
  ]);
  expect(tree(tag)).toContain(words);
  const drawn = pages.flatMap((page) =>
    page.items.flatMap((item) =>
      item.kind === 'vector' && typeof item.tag !== 'string' && item.tag.type === 'Figure' ? [item.tag] : [],
    ),
  );
  expect(drawn).toHaveLength(1);
  expect(drawn[0]).toMatchObject({ alt: words, bbox: { box: expect.any(Array) as unknown } });
});

test('whatever a cell holds, each of its words is read once and in order', () => {
  const block = fc.letrec<{ block: Block; list: Block }>((tie) => ({
    block: fc.oneof(
      { depthSize: 'small' },
      fc
        .integer({ min: 1, max: 60 })
        .map((count): Block => p(Array.from({ length: count }, () => 'w').join(' '))),
      tie('list'),
      fc
        .array(tie('block'), { minLength: 1, maxLength: 3 })
        .map((blocks): Block => ({ kind: 'quote', blocks, span })),
    ),
    list: fc
      .array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 25 })
      .map((items): Block => ({
        ...(list(0) as Extract<Block, { kind: 'list' }>),
        items: items.map((blocks) => ({ blocks, span })),
      })),
  })).block;
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
      let next = 0;
      const numbered = (each: Block): Block => {
        if (each.kind === 'paragraph')
          return {
            ...each,
            content: [text(plainText(each.content).replace(/w/g, () => `n${String(next++)}e`))],
          };
        if (each.kind === 'list')
          return {
            ...each,
            items: each.items.map((item) => ({ ...item, blocks: item.blocks.map(numbered) })),
          };
        return each.kind === 'quote' ? { ...each, blocks: each.blocks.map(numbered) } : each;
      };
      const { pages, tag } = body([table(blocks.map(numbered))]);
      const read = [...readingOrder(pages, tag).matchAll(/n(\d+)e/g)].map((match) => Number(match[1]));
      expect(read).toEqual(Array.from({ length: next }, (_, i) => i));
    }),
    { numRuns: 25 },
  );
});
