/** Boxes of lists: hanging markers, definition lists, and the numbered paragraphs of a paper as one list. */
import { romanNumeral } from '../../model/numerals.js';
import type { Block, DefinitionListOf, ListMarker, ListOf } from '../../model/block.js';
import type { Chart } from '../../model/chart.js';
import type { Inline } from '../../model/inline.js';
import type { Table } from '../../model/table.js';
import type { TagNode } from '../display.js';
import { baseline, drawLine, labelLine, layoutInline, measureText } from '../inline/lines.js';
import type { TextStyle } from '../style.js';
import { tag } from '../tags.js';
import { box, edged } from './box.js';
import type { Box } from './box.js';
import type { Build, Region } from './build.js';
import { gatherNotes, lineBoxes } from './text.js';

/** Makes the boxes of some blocks: what items hold. */
export type BlocksMaker = (
  blocks: readonly Block[],
  region: Region,
  parent: TagNode,
  build: Build,
) => readonly Box[];

const listNumbering = {
  bullet: 'Disc',
  decimal: 'Decimal',
  'lower-alpha': 'LowerAlpha',
  'upper-alpha': 'UpperAlpha',
  'lower-roman': 'LowerRoman',
  'upper-roman': 'UpperRoman',
} as const;

const bullets = ['•', '–', '•', '–', '•'];

/** A list. Its markers hang, all of one list at the same distance. */
export function listBoxes(
  list: ListOf<Inline, Table | Chart>,
  region: Region,
  parent: TagNode,
  build: Build,
  makeBlocks: BlocksMaker,
): readonly Box[] {
  const { gap, text } = build.style;
  const { marker } = list;
  const node = tag('L', parent, { listNumbering: listNumbering[marker.style] });
  const bare = region.listLook !== 'plain' && marker.style === 'decimal';
  const markerStyle: TextStyle = bare
    ? { ...text.boxNumber, size: region.text.size, leading: region.text.leading }
    : { ...region.text, figures: 'tabular' };
  const labels = list.items.map((_, i) =>
    marker.style === 'bullet'
      ? (bullets[region.depth % bullets.length] ?? '•')
      : bare
        ? String(list.start + i)
        : markerText(marker, list.start + i),
  );
  const widest = labels.reduce((most, label) => Math.max(most, measureText(label, markerStyle, build)), 0);
  const least =
    marker.style === 'bullet'
      ? gap.bullet
      : region.listLook === 'recommendations'
        ? gap.boxNumber
        : gap.listNumber;
  const indent = Math.max(least, widest + gap.item * 2);
  const inner: Region = {
    ...region,
    gutter: undefined,
    x: region.x + indent,
    wideLeft: region.x + indent,
    depth: region.depth + (marker.style === 'bullet' ? 1 : 0),
    listLook: 'plain',
  };
  // Blank lines between items of one paragraph are the author's way of typing, and open nothing up.
  const close = list.tight || list.items.every(({ blocks }) => isShort(blocks));
  const boxes: Box[] = [];
  list.items.forEach((item, i) => {
    const li = tag('LI', node);
    const label = tag('Lbl', li);
    const body = tag('LBody', li);
    const own = makeBlocks(item.blocks, inner, body, build);
    const words = labels[i] ?? '';
    const x =
      marker.style === 'bullet'
        ? region.x + gap.bulletCentre - measureText(words, markerStyle, build) / 2
        : region.x;
    boxes.push(...edged(withLabel(words, x, markerStyle, label, own, build), { before: gap.item }));
  });
  return edged(boxes, {}, { after: Math.max(gap.paragraph, boxes.at(-1)?.after ?? 0) }).map((own, i) =>
    i < boxes.length - 1 && own.after === gap.paragraph && close ? { ...own, after: gap.item } : own,
  );
}

/** A paragraph by itself, or with a list that belongs to it. */
function isShort(blocks: readonly Block[]): boolean {
  return blocks.length < 2 || (blocks.length === 2 && blocks[1]?.kind === 'list');
}

/** The first box with its marker; an item without text gets a line for the marker alone. */
function withLabel(
  words: string,
  x: number,
  style: TextStyle,
  label: TagNode,
  boxes: readonly Box[],
  build: Build,
): readonly Box[] {
  const line = labelLine(words, style, build);
  const first = boxes[0] ?? box(style.leading, () => undefined);
  if (line === undefined) return boxes;
  const down = baseline(style, build);
  return [
    {
      ...first,
      draw: (page, top, continued) => {
        drawLine(line, x, top + down, label, page, build);
        first.draw(page, top, continued);
      },
    },
    ...boxes.slice(1),
  ];
}

/** A marker as printed: `2.`, `(a)`, `iv)`. */
export function markerText(marker: Exclude<ListMarker, { style: 'bullet' }>, value: number): string {
  const bare = markerValue(marker.style, value);
  switch (marker.delimiter) {
    case 'period':
      return `${bare}.`;
    case 'paren':
      return `${bare})`;
    case 'parens':
      return `(${bare})`;
  }
}

function markerValue(style: Exclude<ListMarker['style'], 'bullet'>, value: number): string {
  switch (style) {
    case 'decimal':
      return String(value);
    case 'lower-alpha':
      return letters(value);
    case 'upper-alpha':
      return letters(value).toUpperCase();
    case 'lower-roman':
      return romanNumeral(value);
    case 'upper-roman':
      return romanNumeral(value).toUpperCase();
  }
}

/** a ... z, aa, ab ... */
function letters(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text === '' ? String(value) : text;
}

/** A definition list: terms in bold, definitions further in. */
export function definitionBoxes(
  list: DefinitionListOf<Inline, Table | Chart>,
  region: Region,
  parent: TagNode,
  build: Build,
  makeBlocks: BlocksMaker,
): readonly Box[] {
  const { gap } = build.style;
  const node = tag('L', parent, { listNumbering: 'None' });
  const bold: TextStyle = { ...region.text, weight: 600 };
  const inner: Region = {
    ...region,
    gutter: undefined,
    x: region.x + gap.quote,
    wideLeft: region.x + gap.quote,
  };
  const boxes: Box[] = [];
  for (const entry of list.entries) {
    const li = tag('LI', node);
    const label = tag('Lbl', li);
    const terms = entry.terms.flatMap((term) => {
      const lines = layoutInline(term, region.right - region.x, bold, build);
      gatherNotes(lines, region, build);
      return lineBoxes(lines, region.x, label, build).map((own) => ({ ...own, keep: true }));
    });
    const body = tag('LBody', li);
    const definitions = entry.definitions.flatMap((blocks) => makeBlocks(blocks, inner, body, build));
    boxes.push(...edged([...terms, ...definitions], { before: gap.paragraph * 0.6 }));
  }
  return edged(boxes, { before: 0 });
}
