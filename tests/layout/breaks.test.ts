import { expect, test } from 'vitest';
import type { Block } from '../../src/model/block.js';
import type { Inline } from '../../src/model/inline.js';
import type { DisplayPage } from '../../src/layout/display.js';
import { makeStyle } from '../../src/layout/style.js';
import { body, find, lay, words } from './lay.js';
import { h, p, paper, row, table } from './sample.js';
import { readingOrder, span, text } from './support.js';

const { portrait } = makeStyle();
const figures = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => row([`Row ${i + from}x`, `${i}.000`]));
const container = (name: 'callout' | 'landscape', blocks: readonly Block[]): Block => ({
  kind: 'container',
  name,
  blocks,
  span,
});
const wide = (caption: string, number: number): Block =>
  table(
    Array.from({ length: 9 }, (_, i) => `${caption}${i}`),
    [row(Array.from({ length: 9 }, (_, i) => `${caption}-${i}`))],
    { number, caption: [text(caption)] },
  );
/** Paragraphs of one line each: 26 of them leave about 21 points at the foot of a page. */
const lines = (count: number): readonly Block[] => Array.from({ length: count }, (_, i) => p(`Line ${i}x`));
const pagesOf = (pages: readonly DisplayPage[], start: RegExp): readonly number[] =>
  pages.flatMap((page, i) =>
    page.items.some((item) => item.kind === 'text' && start.test(item.text)) ? [i] : [],
  );

test('a table of up to half a page is never divided, wherever it comes to stand', () => {
  for (let before = 0; before < 27; before++) {
    const { pages } = body([...lines(before), table(['', 'Now'], figures(12))]);
    expect(pagesOf(pages, /^Row /)).toHaveLength(1);
    expect(pagesOf(pages, /^Table 7/)).toEqual(pagesOf(pages, /^Row 0x/));
  }
});

test('a table of most of a page moves when little is left, and is divided when much is left', () => {
  const most = table(['', 'Now'], figures(22));
  expect(pagesOf(body([...lines(22), most]).pages, /^Row /)).toHaveLength(1);
  expect(pagesOf(body([...lines(12), most]).pages, /^Row /)).toHaveLength(2);
});

test('a divided table has two rows at least on either side', () => {
  for (let before = 0; before < 27; before++) {
    const { pages } = body([...lines(before), table(['', 'Now'], figures(60))]);
    for (const page of pages.slice(1)) {
      const count = page.items.filter((item) => item.kind === 'text' && item.text.startsWith('Row ')).length;
      expect(count).not.toBe(1);
    }
  }
});

test('a sentence that ends in a colon stays with the table it leads up to', () => {
  const { pages } = body([...lines(20), p('They are:'), table(['', 'Now'], figures(10))]);
  expect(find(pages, 'They are').page).toBe(find(pages, 'Row 0x').page);
  const loose = body([...lines(20), p('They are below.'), table(['', 'Now'], figures(10))]).pages;
  expect(find(loose, 'They are').page).toBe(find(loose, 'Row 0x').page - 1);
});

test('a call-out stands between hairlines, without a bar at its side, and is not divided', () => {
  const { pages } = body([...lines(23), container('callout', [p(words(60, 'grant'))])]);
  expect(pagesOf(pages, /^grant/)).toHaveLength(1);
  const page = pages[find(pages, 'grant').page]!;
  const rules = [...page.items].flatMap((item) =>
    item.kind === 'vector' && item.tag === 'artifact' && item.ops[0]?.kind === 'path'
      ? [item.ops[0].path[2]]
      : [],
  );
  expect(rules).toHaveLength(2);
  for (const corner of rules) expect(corner).toMatchObject(['L', expect.closeTo(423, 0), 0.5]);
});

/** Lays blocks out with one note of some words. */
const withNote = (blocks: readonly Block[], long: number) =>
  lay(
    paper(blocks, {
      type: 'report',
      text: { blocks, notes: [{ id: 'a', number: 1, blocks: [p(words(long, 'noted'))] }] },
    }),
  );
const mark: Inline = { kind: 'note-mark', note: 'a', number: 1 };

test('the rule over the notes stands at least ten points clear of a table', () => {
  let least = Infinity;
  for (let count = 20; count < 34; count++) {
    const noted = table(['', 'Now'], figures(count), { caption: [text('Of note'), mark] });
    for (const page of withNote([noted], 3).pages) {
      const levels = page.items.flatMap((item) => {
        const [op] = item.kind === 'vector' && item.tag === 'artifact' ? item.ops : [];
        const corner = op?.kind === 'path' ? op.path[2] : undefined;
        return corner?.[0] === 'L' ? [{ y: item.y, width: corner[1] }] : [];
      });
      const note = levels.find((level) => level.width === 100);
      if (note === undefined) continue;
      for (const { y, width } of levels) {
        if (width !== 100 && y < note.y) least = Math.min(least, note.y - y);
      }
    }
  }
  expect(least).toBeGreaterThanOrEqual(10);
  expect(least).toBeLessThan(30);
});

test('text after a wide table fills the page before it, and is still read after it', () => {
  const { pages, tag } = body([
    p('Before'),
    wide('Bonus', 1),
    p('Afterwards'),
    h(3, 'Within the section'),
    ...lines(40),
    h(2, 'Next section'),
  ]);
  expect(pages.slice(1).map((page) => page.width > page.height)).toEqual([false, true, false]);
  expect(find(pages, 'Afterwards').page).toBe(1);
  expect(find(pages, 'Bonus-1').page).toBe(2);
  const read = readingOrder(pages, tag);
  const order = ['Before', 'Bonus-1', 'Afterwards', 'Within', 'Line 39x', 'Next section'].map((each) =>
    read.indexOf(each),
  );
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('a wide table comes before the next section, the next numbered table and a page break', () => {
  for (const next of [
    h(2, 'Next'),
    table(['', 'Now'], figures(2), { number: 8, caption: [text('Next')] }),
    { ...p('Next'), classes: ['page-break'] } as Block,
  ]) {
    const { pages } = body([p('Before'), wide('Bonus', 7), p('Afterwards'), next]);
    expect(find(pages, 'Afterwards').page).toBe(1);
    expect(find(pages, 'Bonus-1').page).toBe(2);
    expect(pagesOf(pages.slice(3), /Next/)).toEqual([0]);
  }
});

test('a wide table at the end of a text, and several one after another, are all printed', () => {
  const { pages } = body([p('Before'), wide('First', 1), p('Between'), wide('Second', 2)]);
  expect(pages.slice(1).map((page) => page.width > page.height)).toEqual([false, true, true]);
  expect(find(pages, 'First-1').page).toBe(2);
  expect(find(pages, 'Second-1').page).toBe(3);
});

test('a landscape container stays where the author put it', () => {
  const { pages } = body([p('Before'), container('landscape', [p('Turned')]), p('Afterwards')]);
  expect(
    [find(pages, 'Before'), find(pages, 'Turned'), find(pages, 'Afterwards')].map(({ page }) => page),
  ).toEqual([1, 2, 3]);
});

test('a heading goes with the wide table under it', () => {
  const { pages } = body([p('Before'), h(2, 'Scorecard', '4'), wide('Bonus', 1), p('Afterwards')]);
  expect(find(pages, 'Scorecard').page).toBe(2);
  expect(find(pages, 'Scorecard').x).toBeCloseTo(98, 6);
  expect(find(pages, 'Bonus-1').page).toBe(2);
  expect(find(pages, 'Afterwards').page).toBe(3);
});

test('a note keeps to the page of its mark where a wide table is put off', () => {
  const noted: Block = { kind: 'paragraph', span, content: [text('Afterwards'), mark] };
  const { pages } = withNote([p('Before'), wide('Bonus', 1), noted], 5);
  expect(find(pages, 'Afterwards').page).toBe(1);
  expect(find(pages, 'noted').page).toBe(1);
});

test('a page is never left with a heading alone', () => {
  for (let before = 0; before < 27; before++) {
    const { pages } = body([...lines(before), h(2, 'Section'), table(['', 'Now'], figures(6))]);
    expect(find(pages, 'Section').page).toBe(find(pages, 'Row 0x').page);
  }
});

test('the frame is the same with and without what is put off', () => {
  const { pages } = body([p('Before'), wide('Bonus', 1), ...lines(60)]);
  for (const page of pages.slice(1)) {
    if (page.width > page.height) continue;
    const first = page.items.find((item) => item.kind === 'text' && item.tag !== 'pagination');
    expect(first).toMatchObject({ y: expect.closeTo(portrait.top + 12, 0) as number });
  }
});

test('an empty paragraph that asks for a page leaves no space above what follows', () => {
  const turned: Block = { kind: 'paragraph', content: [], classes: ['page-break'], span };
  const { pages } = body([p('Before'), turned, h(2, 'New page', '2')]);
  expect(find(pages, 'New page')).toMatchObject({ page: 2 });
  expect(Math.abs(find(pages, 'New page').y - 93)).toBeLessThan(0.4);
});
