/** Turns the blocks of a text into boxes, and divides them into runs of upright and turned pages. */
import type { Block, ParagraphOf } from '../../model/block.js';
import { plainText } from '../../model/inline.js';
import type { Inline } from '../../model/inline.js';
import type { Table } from '../../model/table.js';
import type { TagNode } from '../display.js';
import { drawLine, layoutText } from '../inline/lines.js';
import { rememberedUnit } from '../memory.js';
import { drawRule } from '../shapes.js';
import { tag } from '../tags.js';
import { tableBoxes } from '../table/table.js';
import { box, edged, space } from './box.js';
import type { Box, Mark } from './box.js';
import { pageRegion } from './build.js';
import type { Build, Region } from './build.js';
import { containerBoxes, quoteBoxes, quoteRegion } from './containers.js';
import { chartBoxes, imageBoxes, soleImage } from './figures.js';
import type { Section } from './fill.js';
import { definitionBoxes, listBoxes } from './lists.js';
import { numberedLists } from './numbered-lists.js';
import type { NumberedLists, Slot } from './numbered-lists.js';
import { hangNotes, headingBoxes, numbered, paragraphBoxes } from './text.js';

/** A block of a text with its place there. */
interface Entry {
  readonly block: Block;
  readonly index: number;
}

/**
 * Sections of the top level of a text. `landscape` containers, tables that ask for it and tables of eight columns or
 * more turn their pages, and take a heading right above them along. A table without one may wait until what follows it
 * in its section has filled the page before; an author's container stays where it is.
 */
export function sectionsOf(
  entries: readonly Entry[],
  region: Region,
  parent: TagNode,
  build: Build,
): readonly Section[] {
  const { portrait, landscape } = build.style;
  const hanging = pageRegion(landscape, region.text, build.style.numbers === 'beside');
  // On a turned page everything but a heading with a number begins at the edge.
  const wide: Region = { ...hanging, gutter: undefined, x: landscape.left, right: landscape.right };
  const sections: { frame: Section['frame']; boxes: Box[]; floats: boolean }[] = [];
  const numbers = numberedLists(parent);
  entries.forEach(({ block, index }, i) => {
    const turns = turnsThePage(block) || leadsToTurn(entries, i);
    const frame = turns ? landscape : portrait;
    const hangs = block.kind === 'heading' && block.number !== undefined;
    const own = !turns ? region : hangs ? hanging : wide;
    const boxes = unitBoxes(block, index, own, parent, build, numbers);
    const marked = edged(boxes, {
      marks: [{ kind: 'block', block: index }, ...(boxes[0]?.marks ?? [])],
      ...(bars(block) ? { afterFloats: true } : {}),
    });
    const floats = block.kind === 'table' && turns && entries[i - 1]?.block.kind !== 'heading';
    const last = sections.at(-1);
    const before = entries[i - 1]?.block;
    if (last?.frame === frame && last.floats === floats)
      last.boxes.push(...tieToNext(last.boxes, marked, before, block));
    else sections.push({ frame, boxes: [...marked], floats });
  });
  return sections;
}

/** The boxes of a block of the top level: those of the round before, where they still hold. */
function unitBoxes(
  block: Block,
  index: number,
  region: Region,
  parent: TagNode,
  build: Build,
  numbers: NumberedLists,
): readonly Box[] {
  const { memory } = build;
  const known = rememberedUnit(memory, index);
  if (known !== undefined) {
    const { parent: place } = numbers(block, known);
    if (known.body === undefined) place.children.push(...known.nodes);
    build.headingLevel = known.headingLevel;
    return known.boxes;
  }
  const record = { asked: [], reported: [] };
  memory.record = record;
  const { parent: place, label, item } = numbers(block);
  const before = place.children.length;
  const noteCount = build.noteBoxes.size;
  const boxes = blockBoxes(block, region, parent, build, { parent: place, label });
  memory.record = undefined;
  build.measured?.clear();
  const nodes = item === undefined ? place.children.slice(before) : [item];
  hangNotes(parent, build);
  // Notes belong to the foot of one layout's pages; what marks them is made anew each time.
  const marksNotes = build.noteBoxes.size > noteCount || boxes.some((own) => own.notes.length > 0);
  memory.units[index] = marksNotes
    ? undefined
    : {
        boxes,
        nodes,
        ...(item === undefined ? {} : { body: { node: place, own: place.children.length } }),
        headingLevel: build.headingLevel,
        ...record,
      };
  return boxes;
}

/** True for a heading with nothing but headings between it and a block that turns the page. */
function leadsToTurn(entries: readonly Entry[], from: number): boolean {
  for (let i = from; i < entries.length; i++) {
    const block = entries[i]?.block;
    if (block === undefined) return false;
    if (block.kind !== 'heading') return i > from && turnsThePage(block);
  }
  return false;
}

/** Blocks that must not be printed before a table that waits: the next section, and tables with later numbers. */
function bars(block: Block): boolean {
  if (block.kind === 'heading') return block.level === 2;
  return block.kind === 'table' && block.number !== undefined;
}

/** Boxes of blocks that do not turn the page. */
export function blocksBoxes(
  blocks: readonly Block[],
  region: Region,
  parent: TagNode,
  build: Build,
): readonly Box[] {
  const boxes: Box[] = [];
  const numbers = numberedLists(parent);
  blocks.forEach((block, index) => {
    const own = blockBoxes(block, region, parent, build, numbers(block));
    if (!region.inTable) hangNotes(parent, build);
    boxes.push(...tieToNext(boxes, own, blocks[index - 1], block));
  });
  return boxes;
}

/**
 * A sentence that leads up to a list keeps its last line with the first item, and stands closer to it. One that ends in
 * a colon keeps it with whatever follows.
 */
function tieToNext(
  boxes: Box[],
  own: readonly Box[],
  before: Block | undefined,
  block: Block,
): readonly Box[] {
  const last = boxes.at(-1);
  if (block.kind === 'list' && before?.kind === 'paragraph' && last !== undefined) {
    boxes[boxes.length - 1] = { ...last, keep: true, after: 0 };
  } else if (before?.kind === 'paragraph' && last !== undefined && /:\s*$/.test(plainText(before.content))) {
    boxes[boxes.length - 1] = { ...last, keep: true };
  }
  return own;
}

function turnsThePage(block: Block): boolean {
  if (block.kind === 'container') return block.name === 'landscape';
  return block.kind === 'table' && turnsTable(block);
}

function turnsTable(table: Table): boolean {
  return table.layout === 'landscape' || table.columns.length >= 8;
}

function blockBoxes(
  block: Block,
  region: Region,
  outer: TagNode,
  build: Build,
  { parent, label }: Slot,
): readonly Box[] {
  let boxes = plainBoxes(block, region, parent, build);
  if (label !== undefined && block.kind === 'paragraph')
    boxes = withNumber(block, boxes, region, label, build);
  if (parent !== outer && !region.inTable) hangNotes(parent, build);
  const marks: Mark[] = [];
  if (block.anchor !== undefined) marks.push({ kind: 'anchor', anchor: block.anchor });
  const first = boxes[0];
  const breaks = 'classes' in block && block.classes?.includes('page-break') === true;
  if (first === undefined) {
    // An empty block may still be pointed at.
    return marks.length === 0 && !breaks ? [] : [space(0, { marks, breakBefore: breaks, keep: true })];
  }
  if (marks.length === 0 && !breaks) return boxes;
  return edged(boxes, { marks: [...marks, ...first.marks], ...(breaks ? { breakBefore: true } : {}) });
}

function withNumber(
  block: ParagraphOf<Inline>,
  boxes: readonly Box[],
  region: Region,
  label: TagNode,
  build: Build,
): readonly Box[] {
  return numbered(
    block.number ?? '',
    build.style.text.paragraphNumber,
    boxes,
    region.text,
    region,
    label,
    build,
  );
}

function plainBoxes(block: Block, region: Region, parent: TagNode, build: Build): readonly Box[] {
  const { gap } = build.style;
  switch (block.kind) {
    case 'heading':
      return headingBoxes(block, region, parent, build);
    case 'paragraph': {
      const image = soleImage(block.content);
      return image === undefined
        ? paragraphBoxes(block, region, parent, build)
        : imageBoxes(image, region, parent, build);
    }
    case 'list':
      return listBoxes(block, region, parent, build, blocksBoxes);
    case 'quote': {
      const quote = tag('BlockQuote', parent);
      return quoteBoxes(blocksBoxes(block.blocks, quoteRegion(region, build), quote, build), build);
    }
    case 'code-block':
      return codeBoxes(block.text, region, parent, build);
    case 'thematic-break':
      return [
        box(
          1,
          (page, top) => {
            drawRule(page, region.x, region.right, top, 0.5, 'rule');
          },
          { before: gap.figure, after: gap.figure },
        ),
      ];
    case 'definition-list':
      return edged(definitionBoxes(block, region, parent, build, blocksBoxes), {}, { after: gap.paragraph });
    case 'container':
      return containerBoxes(block, region, parent, build, blocksBoxes);
    case 'image-figure':
      return imageBoxes(block, region, parent, build);
    case 'table':
      return tableBoxes(block, region, parent, build);
    case 'chart':
      return chartBoxes(block, region, parent, build, tableBoxes);
  }
}

/** Code, line by line as typed; its spaces stand. */
function codeBoxes(text: string, region: Region, parent: TagNode, build: Build): readonly Box[] {
  const { gap, text: styles } = build.style;
  const node = tag('Code', tag('P', parent));
  const lines = text.replace(/\n+$/, '').split('\n');
  const boxes = lines.flatMap((line) => {
    const printed = line
      .replace(/\t/g, '    ')
      .replace(/ {2,}|^ /g, (spaces) => '\u00a0'.repeat(spaces.length));
    const laid = layoutText(printed, region.right - region.x, styles.code, build);
    if (laid.length === 0) return [space(styles.code.leading)];
    return laid.map((own) =>
      box(own.height, (page, top) => drawLine(own, region.x, top + own.baseline, node, page, build)),
    );
  });
  return edged(boxes, { before: gap.paragraph }, { after: gap.paragraph });
}
