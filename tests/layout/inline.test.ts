import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  baseline,
  drawLine,
  layoutInline,
  layoutText,
  measureInline,
  measureText,
} from '../../src/layout/inline/lines.js';
import type { Line } from '../../src/layout/inline/lines.js';
import { beginPage } from '../../src/layout/page.js';
import { tag } from '../../src/layout/tags.js';
import type { Inline } from '../../src/model/inline.js';
import { printed, span, testContext, text, tree } from './support.js';

const ctx = testContext();
const body = ctx.style.text.body;
const words = (line: Line): string => line.pieces.map((piece) => piece.text).join('');
const lines = (content: string, width: number) => layoutText(content, width, body, ctx).map(words);

const draw = (content: readonly Inline[], width: number, context = testContext()) => {
  const page = beginPage(0, '1', { width: 600, height: 800 });
  const paragraph = tag('P');
  layoutInline(content, width, body, context).forEach((line, i) => {
    drawLine(line, 100, 90 + i * 17, paragraph, page, context);
  });
  return { items: page.items, tree: tree(paragraph) };
};

test('a line keeps a figure with its unit, a date together, and a name with its number', () => {
  const text =
    'The cost is £4.2 million, as Section 151 officers said on 30 January 2019 in paragraph 2.4 and Table 3';
  for (let width = 100; width < 400; width += 7) {
    for (const line of lines(text, width)) {
      expect(line).not.toMatch(/£4\.2 $|Section $|30 $|January $|paragraph $|Table $/);
    }
  }
});

test('a date gives way when the column is narrower than the date', () => {
  expect(lines('30 January 2019', 50)).toEqual(['30 ', 'January ', '2019']);
});

test('a word wider than its line is broken at characters, and nothing of it is lost', () => {
  const parts = lines('https://www.plymouth.gov.uk/verylongaddresswithoutanybreaks', 60);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.join('')).toBe('https://www.plymouth.gov.uk/verylongaddresswithoutanybreaks');
});

test('lines are as few as the first fit makes, and more even', () => {
  const content =
    'The gap grows in later years because spending rises and resources hardly change in that time at all, unless ' +
    'counterbalancing reorganisations of administrative responsibilities are undertaken by everyone concerned';
  for (let width = 120; width < 420; width += 10) {
    const greedy: number[] = [];
    let line = '';
    for (const word of content.split(' ')) {
      if (line !== '' && measureText(`${line} ${word}`, body, ctx) > width) {
        greedy.push(measureText(line, body, ctx));
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    const unevenness = (widths: readonly number[]) =>
      widths.reduce((sum, own) => sum + (width - own) ** 2, 0);
    const chosen = layoutText(content, width, body, ctx).map((own) => own.width);
    expect(chosen).toHaveLength(greedy.length + 1);
    // A lone short word at the end may be worth a little.
    expect(unevenness(chosen.slice(0, -1))).toBeLessThanOrEqual(unevenness(greedy) + 0.03 * width * width);
  }
});

test('a break that the author asked for ends the line', () => {
  const result = layoutInline([text('One '), { kind: 'break' }, text(' two')], 300, body, ctx);
  expect(result.map(words)).toEqual(['One', 'two']);
});

test('styles, figures and code come out in their faces, in one line of pieces', () => {
  const { items, tree: tags } = draw(
    [
      text('The '),
      { kind: 'strong', content: [text('gap')] },
      text(' of '),
      { kind: 'figure', text: '−1.544', spoken: 'minus 1.544', formula: 'a - b' },
      text(' is '),
      { kind: 'emphasis', content: [text('new'), { kind: 'strike', content: [text(' old')] }] },
      text(' in '),
      { kind: 'code', text: 'SUM(A1)' },
      { kind: 'note-mark', note: 'a', number: 1 },
      text(' for the '),
      { kind: 'abbreviation', text: 'MTFS', expansion: 'Medium Term Financial Strategy' },
      text('.'),
    ],
    400,
  );
  expect({ items: printed(items), tags }).toMatchSnapshot();
});

test('a link over two lines has one element and an area on each', () => {
  const { items, tree: tags } = draw(
    [
      text('Read '),
      {
        kind: 'link',
        target: { kind: 'web', href: 'https://example.org/' },
        withPage: false,
        content: [text('the Medium Term Financial '), { kind: 'strong', content: [text('Strategy')] }],
      },
      text(' first.'),
    ],
    120,
  );
  const links = items.filter((item) => item.kind === 'link');
  expect(links).toHaveLength(2);
  expect(new Set(links.map((link) => link.tag)).size).toBe(1);
  expect({ items: printed(items), tags }).toMatchSnapshot();
});

test('a reference within the pack says its page and leads there', () => {
  const context = testContext({ placeOf: () => ({ index: 58, y: 120, number: '57' }) });
  const { items } = draw(
    [
      {
        kind: 'link',
        target: { kind: 'paper', paper: 'a', anchor: 't' },
        withPage: true,
        content: [text('Table 3')],
      },
      text('.'),
    ],
    300,
    context,
  );
  expect(items.flatMap((item) => (item.kind === 'text' ? [item.text] : []))).toEqual([
    'Table 3, page 57',
    '.',
  ]);
  expect(items.find((item) => item.kind === 'link')?.target).toEqual({ kind: 'page', page: 58, y: 120 });
});

test('a mark of a note never begins a line and is counted on the line it stands on', () => {
  for (let width = 40; width < 200; width += 3) {
    const result = layoutInline(
      [
        text('Savings are counted twice here!'),
        { kind: 'note-mark', note: 'n', number: 12 },
        text(' and so on'),
      ],
      width,
      body,
      ctx,
    );
    for (const line of result)
      expect(line.pieces[0]?.atom.kind === 'text' && line.pieces[0].atom.note).toBeUndefined();
    expect(result.flatMap((line) => line.notes)).toEqual([12]);
  }
});

test('a character without a shape is reported with its place, and a question mark printed', () => {
  const context = testContext();
  const result = layoutInline([{ kind: 'text', text: 'Vote 🗳 now', span }], 300, body, context);
  expect(result.map(words)).toEqual(['Vote ? now']);
  expect(context.diagnostics).toMatchObject([{ rule: 'character-is-printable', severity: 'error', span }]);
});

test('an image in a line is no higher than three lines, and its line makes room for it', () => {
  const context = testContext({ imageSize: () => ({ width: 400, height: 400 }) });
  const image: Inline = { kind: 'image', src: 'seal.png', alt: 'Seal', decorative: false, span };
  const [line] = layoutInline([text('A '), image, text(' b')], 300, body, context);
  expect(line?.height).toBeGreaterThan(17);
  expect(line?.pieces.find((piece) => piece.atom.kind === 'image')?.width).toBeCloseTo(51, 6);
});

test('an image that cannot be read is reported, and its description printed', () => {
  const context = testContext();
  const image: Inline = { kind: 'image', src: 'seal.png', alt: 'Seal of the city', decorative: false, span };
  expect(layoutInline([image], 300, body, context).map(words)).toEqual(['Seal of the city']);
  expect(context.diagnostics).toMatchObject([{ rule: 'image-is-readable', span }]);
});

test('empty content has no lines', () => {
  expect(layoutInline([], 100, body, ctx)).toEqual([]);
  expect(layoutText('  \n ', 100, body, ctx)).toEqual([]);
});

test('the baseline of running text lies where the look measured it', () => {
  expect(78 + baseline(body, ctx)).toBeCloseTo(90, 0);
  expect(78 + baseline(ctx.style.text.section, ctx)).toBeCloseTo(93, 0);
});

test('a string is as wide as its line', () => {
  expect(layoutText('Revised budget', 500, body, ctx)[0]?.width).toBeCloseTo(
    measureText('Revised budget', body, ctx),
    6,
  );
  const title = ctx.style.text.title;
  expect(layoutText('Revised', 500, title, ctx)[0]?.width).toBeCloseTo(measureText('Revised', title, ctx), 6);
});

test('whatever is written, every character is printed once, in order, within the width', () => {
  const piece = fc.oneof(
    fc.string({
      unit: fc.constantFrom(...Array.from('abc efg. XYZ-/£0123,()é—’ \u00a0\u200b')),
      maxLength: 30,
    }),
    fc.constantFrom(
      '£4.2 million ',
      'Section 151',
      '30 January 2019 ',
      'Unbreakablewordthatgoesonandon',
      '\n',
    ),
  );
  const inline = (words: string, style: number): Inline =>
    style === 0
      ? { kind: 'strong', content: [text(words)] }
      : style === 1
        ? { kind: 'link', target: { kind: 'web', href: 'x:' }, withPage: false, content: [text(words)] }
        : text(words);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(piece, fc.nat(3)), { maxLength: 20 }),
      fc.integer({ min: 25, max: 450 }),
      (parts, width) => {
        const content = parts.map(([words, style]) => inline(words, style));
        const result = layoutInline(content, width, body, ctx);
        const source = parts.map(([words]) => words).join('');
        const squeeze = (value: string) => value.replace(/[\s\u200b]+/g, '');
        expect(squeeze(result.map(words).join(''))).toBe(squeeze(source));
        for (const line of result) {
          expect(line.width).toBeLessThanOrEqual(width + 0.5);
          let x = 0;
          for (const part of line.pieces) {
            expect(part.x).toBeCloseTo(x, 6);
            x = part.x + part.width;
          }
        }
        const { full } = measureInline(content, body, ctx);
        if (full <= width) expect(result.length).toBeLessThanOrEqual(1 + source.split('\n').length);
      },
    ),
    { numRuns: 300 },
  );
});
