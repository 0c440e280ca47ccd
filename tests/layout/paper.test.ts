import { expect, test } from 'vitest';
import { layoutPaper } from '../../src/layout/paper.js';
import type { PaperContext } from '../../src/layout/paper.js';
import { makeStyle } from '../../src/layout/style.js';
import type { Block } from '../../src/model/block.js';
import { body, find, lay, words } from './lay.js';
import { cell, columnsOf, h, headOf, ol, p, paper, row, table, tableSeven, ul } from './sample.js';
import { printed, readingOrder, span, testContext, text, tree } from './support.js';

const onNewPage = (block: Block): Block =>
  block.kind === 'heading' ? { ...block, classes: ['page-break'] } : block;

test('a section heading at the top, its number and the paragraph under it stand where the look has them', () => {
  const { pages } = body([
    h(2, 'Movement since November', '6'),
    p('The gap reported', '6.1'),
    p('Demand', '6.2'),
  ]);
  const near = (place: { x: number; y: number }, x: number, y: number) => {
    expect(Math.abs(place.x - x)).toBeLessThan(0.4);
    expect(Math.abs(place.y - y)).toBeLessThan(0.4);
  };
  near(find(pages.slice(1), '6 '), 60, 93);
  near(find(pages.slice(1), 'Movement'), 104, 93);
  near(find(pages.slice(1), 'The gap'), 104, 117);
  near(find(pages.slice(1), '6.1'), 60, 117);
  near(find(pages.slice(1), 'Demand'), 104, 117 + 17 + 8.5);
});

test('a paragraph at the top of the frame has its baseline at 90, and lines are 17 apart', () => {
  const { pages } = body([p(words(60, 'council'))]);
  const ys = pages[1]!.items.flatMap((item) =>
    item.kind === 'text' && item.tag !== 'pagination' ? [item.y] : [],
  );
  expect(Math.abs(ys[0]! - 90)).toBeLessThan(0.4);
  expect(ys[1]! - ys[0]!).toBeCloseTo(17, 6);
});

test('table 7 of the look stands where the look measured it', () => {
  const { pages } = body([p(words(15, 'position')), tableSeven]);
  const page = pages.slice(1);
  expect(Math.abs(find(page, 'Table 7').y - 135.3)).toBeLessThan(0.4);
  expect(Math.abs(find(page, '£ million').y - 149.8)).toBeLessThan(0.4);
  expect(Math.abs(find(page, 'Baseline').y - 210.2)).toBeLessThan(0.4);
  expect(find(page, '183.031').right).toBeCloseTo(535.28, 1);
  expect(find(page, 'Additional').y - find(page, 'Baseline').y).toBeCloseTo(32.9, 1);
  const ends = ['183.883', '185.556', '182.152', '183.031'].map((figure) => find(page, figure).right);
  const pitch = ends.slice(1).map((end, i) => end - ends[i]!);
  for (const each of pitch) expect(each).toBeCloseTo(pitch[0]!, 3);
});

test('a cover sheet stands where the look has it', () => {
  const { pages } = lay(
    paper(
      [
        {
          kind: 'container',
          name: 'recommendations',
          span,
          blocks: [ol([p('That Cabinet notes the development of the budget for 2019/20.')])],
        },
      ],
      {
        type: 'report',
        particulars: [
          { label: 'Key decision', value: 'Yes' },
          { label: 'Part', value: 'I, public' },
        ],
      },
    ),
  );
  const near = (start: string, x: number, y: number) => {
    const place = find(pages, start);
    expect(Math.abs(place.x - x)).toBeLessThan(0.4);
    expect(Math.abs(place.y - y)).toBeLessThan(0.4);
  };
  near('Report to Cabinet', 60, 88);
  const title = pages[0]!.items.find((item) => item.kind === 'text' && item.size === 24);
  expect(title?.y).toBeCloseTo(118.9, 0);
  near('Recommendation', 74, 174);
  near('1', 74, 195.7);
  near('That Cabinet', 104, 195.7);
  expect(find(pages, 'Part').y - find(pages, 'Key').y).toBeCloseTo(23.9, 0);
  expect(find(pages, 'Yes').x).toBeCloseTo(190, 1);
});

test('a paper without recommendations has no Scotch rule, and its particulars follow the title', () => {
  const { pages } = lay(
    paper([], { type: 'minutes', particulars: [{ label: 'Present', value: 'Members' }] }),
  );
  const rules = pages[0]!.items.filter((item) => item.kind === 'vector' && item.tag === 'artifact');
  expect(rules).toHaveLength(2);
  // As measured on the look's minutes.
  expect(Math.abs((rules[0]?.y ?? 0) - 137.8)).toBeLessThan(0.4);
});

test('heads and feet are artefacts, with the number at the outer edge', () => {
  const { pages } = body([p(words(900, 'resources'))]);
  const odd = find(pages, 'Page 17');
  const even = find(pages, 'Page 18');
  expect(odd.right).toBeCloseTo(535.28, 1);
  expect(odd.y).toBeCloseTo(802.2, 6);
  expect(even.x).toBeCloseTo(60, 6);
  expect(odd.item.tag).toBe('pagination');
  expect(find(pages, '5b')).toMatchObject({ x: 60, y: 44 });
  expect(pages.map((page) => page.label)).toEqual(pages.map((_, i) => String(17 + i)));
});

test('numbered paragraphs are items of one list that goes on over their own lists', () => {
  const blocks = [
    h(2, 'Next steps', '7'),
    p(
      [text('Cabinet decides'), { kind: 'note-mark', note: 'a', number: 1 }, text('. The steps are:')],
      '7.1',
    ),
    ul([p('one;')], [p('two.')]),
    p('The end', '7.2'),
    table(['Item', '£m'], [row(['Gap', '1.0']), row(['Total', '1.0'], 'total')], { number: 1 }),
  ];
  const { pages, tag } = lay(
    paper(blocks, { text: { blocks, notes: [{ id: 'a', number: 1, blocks: [p('On 12 February.')] }] } }),
  );
  expect(tree(tag)).toMatchSnapshot();
  expect(readingOrder(pages, tag).replace(/\s+/g, ' ')).toMatchSnapshot();
  expect(printed(pages[0]!.items)).toMatchSnapshot();
});

test('headings skip no level in the tags, whatever levels were typed', () => {
  const { tag } = body([h(4, 'Deep'), h(6, 'Deeper'), h(2, 'Up'), h(5, 'Down')]);
  expect(tree(tag).match(/H\d/g)).toEqual(['H1', 'H2', 'H3', 'H2', 'H3']);
});

test('a heading keeps two lines of what follows', () => {
  for (let lines = 30; lines < 46; lines++) {
    const { pages } = body([
      ...Array.from({ length: lines }, (_, i) => p(`line ${i}`)),
      h(2, 'Heading'),
      p(words(80, 'following')),
    ]);
    const heading = find(pages, 'Heading');
    const after = pages[heading.page]!.items.filter(
      (item) => item.kind === 'text' && item.text.startsWith('following') && item.y > heading.y,
    );
    expect(after.length).toBeGreaterThanOrEqual(2);
  }
});

test('no page begins or ends with a single line of a paragraph', () => {
  for (let before = 0; before < 20; before++) {
    const { pages } = body([p(words(before * 12 + 1, 'before')), p(words(500, 'longparagraph'))]);
    const counts = pages.map(
      (page) =>
        page.items.filter((item) => item.kind === 'text' && item.text.startsWith('longparagraph')).length,
    );
    for (const count of counts) expect(count).not.toBe(1);
  }
});

test('the head of a table repeats on each page as an artefact, never without a row under it', () => {
  const rows = Array.from({ length: 90 }, (_, i) => row([`Line ${i}`, String(i)]));
  const { pages } = body([table(['Label', 'Figure'], [...rows, row(['Total', '9'], 'total')])]);
  const tabled = pages.slice(1);
  expect(tabled.length).toBeGreaterThan(2);
  tabled.forEach((page, i) => {
    const head = page.items.find((item) => item.kind === 'text' && item.text.startsWith('Figure'));
    expect(typeof head?.tag === 'string').toBe(i > 0);
    expect(page.items.some((item) => item.kind === 'text' && item.text.startsWith('Line'))).toBe(true);
  });
});

test('a total is never alone at the top of a page: two rows come with it', () => {
  for (let count = 28; count < 40; count++) {
    const rows = Array.from({ length: count }, (_, i) => row([`Line ${i}`, String(i)]));
    const { pages } = body([table(['Label', 'Figure'], [...rows, row(['Total', '9'], 'total')])]);
    const total = find(pages, 'Total');
    const lines = pages[total.page]!.items.filter(
      (item) => item.kind === 'text' && item.text.startsWith('Line'),
    );
    expect(lines.length).toBeGreaterThanOrEqual(2);
  }
});

test('a table of eight columns turns its page, and text goes on upright', () => {
  const labels = Array.from({ length: 8 }, (_, i) => `C${i}`);
  const { pages } = body([p('Before'), table(labels, [row(labels)]), h(2, 'After')]);
  expect(pages.map((page) => page.width > page.height)).toEqual([false, false, true, false]);
  const turned = pages[2]!;
  expect(turned).toMatchObject({ width: 841.89, height: 595.28 });
  expect(find([turned], 'Table 7').y).toBeCloseTo(89, 0);
  expect(find([turned], 'Page').y).toBeCloseTo(557.3, 6);
});

test('a table that no size makes fit is printed in parts with its first column, and a note says so', () => {
  const labels = Array.from({ length: 60 }, (_, i) => (i === 0 ? 'Measure' : `Column${i}x`));
  const { pages, diagnostics, tag } = body([table(labels, [row(labels.map((_, i) => `v${i}x`))])]);
  expect(diagnostics).toMatchObject([{ rule: 'table-fits-page', severity: 'note' }]);
  const read = readingOrder(pages, tag);
  for (let i = 1; i < 60; i++) expect(read.match(new RegExp(`\\bv${i}x\\b`, 'g'))).toHaveLength(1);
  expect(read).toContain('(part 1 of');
});

test('status symbols are drawn beside their words, in their colour', () => {
  const status = table(['Measure', 'Status'], [], {
    columns: columnsOf(['Measure', 'Status']).map((column) => ({ ...column, numeric: false })),
    head: headOf(['Measure', 'Status']),
    rows: [
      { kind: 'data', cells: [cell(0, 'Parks', { scope: 'row' }), cell(1, 'Off target', { mark: 'bad' })] },
    ],
  });
  const { pages } = body([status]);
  const word = find(pages, 'Off target');
  expect(word.item).toMatchObject({ colour: 'red', font: 'sans-bold' });
  const symbol = pages[word.page]!.items.find((item) => item.kind === 'vector' && item.ops.length === 3);
  expect(symbol).toMatchObject({ x: word.x - 14, tag: 'artifact' });
});

test('an empty cell has its element, and spans are in the tags', () => {
  const spanned = table(
    ['A', 'B', 'C'],
    [
      { kind: 'data', cells: [cell(0, 'Both', { scope: 'row', rowSpan: 2 }), cell(1, ''), cell(2, 'x')] },
      { kind: 'data', cells: [cell(1, 'wide', { colSpan: 2 })] },
    ],
  );
  const { tag } = body([spanned]);
  const rows = tree(tag).split('TBody')[1];
  expect(rows).toBe(
    '\n        TR\n          TH scope="Row" rowSpan=2\n          TD\n          TD\n        TR\n          TD colSpan=2\n'.replaceAll(
      '\n  ',
      '\n',
    ),
  );
});

test('notes stand at the foot of the page of their mark', () => {
  const blocks = Array.from({ length: 30 }, (_, i) =>
    p([
      text(words(60, 'text')),
      { kind: 'note-mark', note: `n${i}`, number: i + 1 },
      text(words(20, ' more')),
    ]),
  );
  const notes = blocks.map((_, i) => ({
    id: `n${i}`,
    number: i + 1,
    blocks: [p(`Note-${i + 1} says something`)],
  }));
  const { pages } = lay(paper(blocks, { text: { blocks, notes } }));
  for (const page of pages) {
    const marks = page.items.flatMap((item) =>
      item.kind === 'text' && item.rise !== undefined ? [item.text] : [],
    );
    const noted = page.items.flatMap((item) =>
      item.kind === 'text' && item.text.startsWith('Note-') ? [item.text.replace(/Note-(\d+).*/, '$1')] : [],
    );
    expect(noted).toEqual(marks);
  }
});

test('a note that is longer than the page runs over to the next', () => {
  const blocks = [p([text('Short'), { kind: 'note-mark', note: 'n', number: 1 }]), p(words(300, 'rest'))];
  const notes = [{ id: 'n', number: 1, blocks: [p(words(1500, 'noted'))] }];
  const { pages, tag } = lay(paper(blocks, { text: { blocks, notes } }));
  expect(readingOrder(pages, tag).match(/noted/g)).toHaveLength(1500);
  expect(find(pages, 'noted').page).toBe(find(pages, 'Short').page);
});

test('a page break that the author asked for is made', () => {
  const { pages } = body([p('One'), onNewPage(h(2, 'Two'))]);
  expect(find(pages, 'Two').page).toBe(find(pages, 'One').page + 1);
});

test('anchors, marks and bookmarks say where things came to stand', () => {
  const { anchors, marks, outline, pages } = body(
    [h(2, 'First', '1'), p(words(500, 'many')), h(3, 'Inner'), p('Deep'), onNewPage(h(2, 'Second', '2'))],
    { start: { index: 4, number: 1 } },
  );
  const last = 4 + pages.length - 1;
  expect(anchors.get('first')).toEqual({ index: 5, y: 78, number: '2' });
  expect(anchors.get('second')).toMatchObject({ index: last, number: String(last - 3) });
  expect(outline.map((entry) => [entry.title, entry.page])).toEqual([
    ['1 First', 5],
    ['2 Second', last],
  ]);
  expect(outline[0]?.children.map((entry) => entry.title)).toEqual(['Inner']);
  expect(marks[0]).toEqual({ page: 5, block: 0 });
  expect(marks.at(-1)).toEqual({ page: last, block: 4 });
});

test('recommendations go to the cover from wherever they stand, and are printed once', () => {
  const { pages, tag, marks } = body([
    p('First words'),
    h(2, 'Recommendations for Cabinet'),
    { kind: 'container', name: 'recommendations', span, blocks: [ol([p('That it be noted.')])] },
    h(2, 'Next'),
  ]);
  const read = readingOrder(pages, tag).replace(/\s+/g, ' ');
  expect(read.match(/That it be noted/g)).toHaveLength(1);
  expect(read.indexOf('Recommendations for Cabinet')).toBeLessThan(read.indexOf('That it be noted'));
  expect(read.indexOf('That it be noted')).toBeLessThan(read.indexOf('First words'));
  expect(marks).toEqual([{ page: 1, block: 0 }]);
});

test('a contents list prints the pages of the sections and leads there', () => {
  const blocks = [h(2, 'First', '1'), p('x'), h(2, 'Second', '2')];
  const { pages } = lay(paper(blocks, { contents: true }), {
    placeOf: (target) =>
      target.kind === 'paper' && target.anchor === 'second' ? { index: 30, y: 200, number: '27' } : undefined,
  });
  expect(find(pages, '27').right).toBeCloseTo(535.28, 1);
  const links = pages[0]!.items.filter((item) => item.kind === 'link');
  expect(links.map((link) => link.target)).toContainEqual({ kind: 'page', page: 30, y: 200 });
});

test('the contents of a report stand on its cover sheet where they fit, else before its text', () => {
  const blocks = [
    h(2, 'Recommendation'),
    { kind: 'container', name: 'recommendations', span, blocks: [ol([p('That it be noted.')])] } as const,
    h(2, 'First', '1'),
    p('Text begins'),
    h(2, 'Second', '2'),
  ];
  const facts = (count: number) => Array.from({ length: count }, (_, i) => ({ label: `L${i}`, value: 'V' }));
  const laid = (count: number) =>
    lay(paper(blocks, { type: 'report', contents: true, particulars: facts(count) }));
  expect(find(laid(3).pages, 'Contents').page).toBe(0);
  expect(find(laid(3).pages, 'Text begins').page).toBe(1);
  expect(find(laid(20).pages, 'Contents').page).toBe(1);
  expect(find(laid(20).pages, 'Text begins').page).toBe(1);
  // The heading that the cover took over can be found there.
  expect(laid(3).anchors.get('recommendation')).toMatchObject({ index: 0 });
  const { pages, tag } = laid(3);
  expect(readingOrder(pages, tag)).toMatch(/1 {1,2}First/);
});

test('large print is the same layout at four thirds, with numbers above their paragraphs', () => {
  const style = makeStyle(4 / 3);
  const { pages } = body([h(2, 'Movement', '6'), p('The gap reported', '6.1'), tableSeven], { style });
  const paragraph = find(pages, 'The gap');
  expect(paragraph.item.size).toBeCloseTo(16, 6);
  // The number of a heading runs in.
  const heading = find(pages.slice(1), '6');
  expect(heading.item).toMatchObject({ text: '6\u00a0\u00a0Movement' });
  const number = find(pages.slice(1), '6.1');
  expect(number.x).toBeCloseTo(paragraph.x, 6);
  expect(number.y).toBeLessThan(paragraph.y);
  expect(find(pages, 'Baseline').item.size).toBeCloseTo(14, 6);
});

test('two rounds of layout give the same pages', () => {
  const own = paper([h(2, 'A', '1'), p(words(200), '1.1'), tableSeven]);
  const ctx: PaperContext = { ...testContext(), meetingName: 'M', start: { index: 0, number: 1 } };
  const once = layoutPaper(own, ctx).pages.map((page) => printed(page.items));
  expect(layoutPaper(own, ctx).pages.map((page) => printed(page.items))).toEqual(once);
});

test('what cannot be printed is reported with its place', () => {
  const { diagnostics } = body([
    { kind: 'image-figure', src: 'missing.png', alt: 'A map', decorative: false, span, number: 1 },
    { kind: 'paragraph', content: [{ kind: 'text', text: 'Snow 雪', span }], span },
  ]);
  expect(diagnostics.map((own) => own.rule)).toEqual(['image-is-readable', 'character-is-printable']);
  for (const own of diagnostics) expect(own.span).toEqual(span);
});

test('an image that is a paragraph of its own is as large as it is, and one within a line is not', () => {
  const picture = { kind: 'image', src: 'a.png', alt: 'A map', decorative: false, span } as const;
  const heights = (...blocks: readonly Block[]) => {
    const { pages } = body(blocks, { imageSize: () => ({ width: 400, height: 200 }) });
    return pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'image' ? [item.height] : [])),
    );
  };
  expect(heights(p([picture]))).toEqual([150]);
  expect(heights(p([text(' '), picture]))).toEqual([150]);
  expect(heights(p([text('See '), picture]))[0]).toBeLessThan(60);
  // Large print enlarges it, as far as the page goes.
  const { pages } = body([p([picture])], {
    imageSize: () => ({ width: 400, height: 200 }),
    style: makeStyle(4 / 3),
  });
  const large = pages.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'image' ? [item.height] : [])),
  );
  expect(large[0]).toBeCloseTo(200, 6);
});

test('page marks follow the text where a turned table waits for the page after it', () => {
  const wide = table(
    Array.from({ length: 9 }, (_, i) => `Head ${String(i)}`),
    [row(Array.from({ length: 9 }, () => '1'))],
  );
  const { marks } = body([p('Before'), wide, p('After'), p(words(900)), p('Last')]);
  const [first, second, third, ...rest] = marks;
  expect([first?.block, second?.block, third?.block]).toEqual([0, 1, 2]);
  // The table is on a later page than the text after it.
  expect(second?.page).toBeGreaterThan(first?.page ?? 0);
  expect(third?.page).toBe(first?.page);
  expect(rest.map(({ block }) => block)).toEqual([...rest.map(({ block }) => block)].sort((a, b) => a - b));
});

test('what an SVG picture loses in print is told with its lines, for a figure and for one within a line', () => {
  const lost = [
    { what: 'a mask (mask)', lines: [4] },
    { what: 'a program (<script>)', lines: [1, 2, 3, 9] },
  ];
  const ctx = testContext({ imageSize: () => ({ width: 10, height: 10, lost, missing: ['雪'] }) });
  const picture = { src: 'papers/plans/a/map.svg', alt: 'A map', decorative: false, span } as const;
  const own = paper([
    { kind: 'image-figure', ...picture, number: 1 },
    { kind: 'paragraph', content: [{ kind: 'image', ...picture }], span },
  ]);
  layoutPaper(own, { ...ctx, meetingName: 'M', start: { index: 0, number: 1 } });
  const said = [
    'packs do not print a mask (mask), which “map.svg” has in line 4',
    'packs do not print a program (<script>), which “map.svg” has in lines 1, 2, 3 and 1 more',
    'the picture “map.svg” has the character “雪”, which the fonts of the packs lack',
  ];
  expect(ctx.diagnostics.map((each) => each.message)).toEqual([...said, ...said]);
});
