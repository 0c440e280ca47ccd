/** A small hand-made document with every kind of item, for the tests of the painter and of the checker. */
import type {
  DisplayDocument,
  DisplayItem,
  DisplayPage,
  OutlineEntry,
  TagNode,
  TagRef,
  TagType,
  TextItem,
} from '#tabled/layout/display.js';

/** A structure element. */
export function tag(
  type: TagType,
  children: readonly TagNode[] = [],
  rest: Partial<Omit<TagNode, 'type' | 'children'>> = {},
): TagNode {
  return { type, children: [...children], ...rest };
}

/** A line of text, 12 pt sans ink unless said. */
export function line(text: string, x: number, y: number, of: TagRef, rest: Partial<TextItem> = {}): TextItem {
  return {
    kind: 'text',
    x,
    y,
    text,
    font: 'sans',
    size: 12,
    colour: 'ink',
    figures: 'proportional',
    ...rest,
    tag: of,
  };
}

/** A document around pages, with A4 as the size of the pages. */
export function documentOf(
  root: TagNode,
  pages: readonly (readonly DisplayItem[])[],
  rest: Partial<DisplayDocument> = {},
): DisplayDocument {
  return {
    title: 'Highways & Transport <Committee>',
    lang: 'en-GB',
    author: 'Plymouth City Council',
    date: '2019-01-22T09:00',
    pages: pages.map((items, index): DisplayPage => ({
      width: 595.28,
      height: 841.89,
      label: String(index + 1),
      items,
    })),
    tags: root,
    outline: [],
    ...rest,
  };
}

/** Two pages: a heading, a paragraph over the page with a link of two lines, a list, a table, a chart and a note. */
export function sample(): DisplayDocument {
  const h1 = tag('H1');
  const linkTag = tag('Link');
  const pageLink = tag('Link');
  const p = tag('P', [linkTag, pageLink]);
  const label = tag('Lbl');
  const body = tag('LBody');
  const list = tag('L', [tag('LI', [label, body])], { listNumbering: 'Disc' });
  const caption = tag('Caption');
  const headA = tag('TH', [], { scope: 'Column' });
  const headB = tag('TH', [], { scope: 'Column' });
  const rowHead = tag('TH', [], { scope: 'Row' });
  const figure = tag('TD', [], { actualText: 'minus 1.544' });
  const spareHead = tag('TH', [], { scope: 'Row' });
  const empty = tag('TD');
  const table = tag('Table', [
    caption,
    tag('THead', [tag('TR', [headA, headB])]),
    tag('TBody', [tag('TR', [rowHead, figure]), tag('TR', [spareHead, empty])]),
  ]);
  const chart = tag('Figure', [], {
    alt: 'Bar chart: roads 100, parks 50',
    bbox: { page: 1, box: [104, 300, 304, 400] },
  });
  const welsh = tag('Span', [], { lang: 'cy' });
  const p2 = tag('P', [welsh]);
  const noteTag = tag('Note', [], { id: 'note-1' });
  const sect = tag('Sect', [h1, p, list, table, chart, p2, noteTag]);
  const root = tag('Document', [tag('Part', [sect])]);
  const head: DisplayItem = line('5b', 60, 44, 'pagination', { size: 9.5, font: 'sans-bold' });
  const rule: DisplayItem = {
    kind: 'vector',
    x: 60,
    y: 54,
    ops: [
      {
        kind: 'path',
        path: [
          ['M', 0, 0],
          ['L', 475.28, 0],
        ],
        stroke: { colour: 'rule-2', width: 0.5 },
      },
    ],
    tag: 'pagination',
  };
  const bars: DisplayItem = {
    kind: 'vector',
    x: 104,
    y: 300,
    ops: [
      {
        kind: 'path',
        path: box(0, 0, 60, 100),
        fill: { kind: 'pattern', pattern: 'hatch', background: 'c2', foreground: 'c2-line' },
      },
      {
        kind: 'path',
        path: box(70, 50, 60, 50),
        fill: { kind: 'pattern', pattern: 'dots', background: 'c3', foreground: 'c3-line' },
        stroke: { colour: 'c3-line', width: 1 },
      },
      {
        kind: 'path',
        path: box(140, 20, 60, 80),
        fill: { kind: 'pattern', pattern: 'lines', background: 'paper', foreground: 'c4-line' },
      },
      { kind: 'text', text: '100', x: 30, y: -4, anchor: 'middle', size: 10.5, weight: 600, colour: 'ink' },
      {
        kind: 'text',
        text: 'Roads',
        x: 216,
        y: 100,
        anchor: 'start',
        size: 10.5,
        weight: 400,
        colour: 'ink',
        rotate: -90,
      },
      {
        kind: 'path',
        path: [
          ['M', 0, 100],
          ['L', 200, 100],
        ],
        stroke: { colour: 'ink', width: 0.75, dash: [3, 2] },
      },
    ],
    tag: chart,
  };
  const pages: readonly (readonly DisplayItem[])[] = [
    [
      head,
      rule,
      line('Draft Budget Report', 104, 119, h1, { font: 'serif-bold', size: 24, letterSpacing: -0.2 }),
      line('The office of finance set out its ', 104, 160, p),
      line('constitution and', 290, 160, linkTag, { colour: 'accent', underline: true }),
      line('rules of debate', 104, 177, linkTag, { colour: 'accent', underline: true }),
      line(' with ', 190, 177, p),
      line('Table 1', 220, 177, pageLink, { colour: 'accent' }),
      line(' on the next', 260, 177, p),
      {
        kind: 'link',
        x: 290,
        y: 148,
        width: 90,
        height: 16,
        target: { kind: 'uri', uri: 'https://example.gov.uk/ŵ?a=1' },
        contents: 'Constitution',
        tag: linkTag,
      },
      {
        kind: 'link',
        x: 104,
        y: 165,
        width: 80,
        height: 16,
        target: { kind: 'uri', uri: 'https://example.gov.uk/ŵ?a=1' },
        contents: 'Constitution',
        tag: linkTag,
      },
      {
        kind: 'link',
        x: 220,
        y: 165,
        width: 40,
        height: 16,
        target: { kind: 'page', page: 1, y: 130 },
        contents: 'Table 1, page 2',
        tag: pageLink,
      },
    ],
    [
      head,
      rule,
      line('page.', 104, 90, p),
      line('•', 106, 110, label),
      line('Efficient officers (fi, ffi) — ŵ ŷ £ € ½ ≤', 118, 110, body),
      line('Table 1: Budget', 104, 140, caption, { font: 'sans-bold' }),
      line('Service', 104, 160, headA, { size: 10.5 }),
      line('£ million', 300, 160, headB, { size: 10.5 }),
      line('Roads', 104, 180, rowHead, { size: 10.5 }),
      line('−1.544', 300, 180, figure, { size: 10.5, figures: 'tabular' }),
      line('Parks', 104, 200, spareHead, { size: 10.5 }),
      bars,
      line('Mae croeso i chi yn Gymraeg: ', 104, 430, p2),
      line('dŵr', 290, 430, welsh, { font: 'sans-italic' }),
      line('1', 330, 430, p2, { size: 7, rise: 4 }),
      line('1 Note under the text.', 104, 700, noteTag, { size: 9.5 }),
      line('Page 2', 60, 802.2, 'pagination', { font: 'sans-bold' }),
    ],
  ];
  const outline: readonly OutlineEntry[] = [
    {
      title: 'Draft Budget Report',
      page: 0,
      y: 95,
      children: [{ title: 'Table 1 — dŵr', page: 1, y: 128, children: [] }],
    },
  ];
  const built = documentOf(root, pages, { outline });
  return { ...built, pages: built.pages.map((page, index) => ({ ...page, label: index === 0 ? 'i' : '1' })) };
}

function box(x: number, y: number, width: number, height: number) {
  return [
    ['M', x, y],
    ['L', x + width, y],
    ['L', x + width, y + height],
    ['L', x, y + height],
    ['Z'],
  ] as const;
}
