/** Lays a paper out: cover sheet, text, notes, heads and feet, with everything that a pack has to know about it. */
import type { TextMeasure } from '../model/measure.js';
import type { Paper } from '../model/publication.js';
import { makeTextMeasure } from '../type/measure.js';
import { contentsBoxes } from './contents.js';
import type { LayoutContext, Place } from './context.js';
import { coverBoxes, divideText } from './cover.js';
import type { DisplayPage, OutlineEntry, TagNode } from './display.js';
import { blocksBoxes, sectionsOf } from './flow/blocks.js';
import { pageRegion } from './flow/build.js';
import type { Build, Region } from './flow/build.js';
import { stackHeight } from './flow/box.js';
import type { Box } from './flow/box.js';
import { fillPages } from './flow/fill.js';
import type { Section } from './flow/fill.js';
import type { Placed } from './flow/pages.js';
import { hangNotes } from './flow/text.js';
import { noteBoxesOf, noteEdges } from './flow/notes.js';
import { drawFurniture } from './furniture.js';
import { newMemory, remembering } from './memory.js';
import type { Memory } from './memory.js';
import { finishPage } from './page.js';
import { drawRule } from './shapes.js';
import type { Style } from './style.js';
import { tag } from './tags.js';

/** What a paper has to know about where it is printed. */
export interface PaperContext extends LayoutContext {
  /** Measures for charts; made from the fonts when missing. */
  readonly measure?: TextMeasure;
  /** Item reference in the head: "5b". Missing for a paper by itself. */
  readonly reference?: string;
  /** The meeting, as printed at the foot. */
  readonly meetingName: string;
  /** At the right end of each head: "NOT FOR PUBLICATION". */
  readonly note?: string;
  /** Where its first page stands in the whole document, and the number printed on it. */
  readonly start: { readonly index: number; readonly number: number };
  /** Put before the ids of its notes, which must be unique in the document. */
  readonly idPrefix?: string;
  /** What rounds before have left of this same paper in this same document. */
  readonly memory?: Memory;
  /** True where the pages are to be printed: a layout whose elements went into a later one will not do. */
  readonly final?: boolean;
}

/** A paper as pages. Page indexes count in the whole document. */
export interface LaidPaper {
  readonly pages: readonly DisplayPage[];
  /** Its `Sect`. */
  readonly tag: TagNode;
  /** Sections and sub-sections, to headings of level 3. */
  readonly outline: readonly OutlineEntry[];
  /** Where each anchor of the text stands. */
  readonly anchors: ReadonlyMap<string, Place>;
  /**
   * For each page on which a block of the text begins: the page's index, and the first top-level block that begins there.
   */
  readonly marks: readonly { readonly page: number; readonly block: number }[];
  /** Says whether its elements are still its own. */
  readonly owner?: Memory['owner'];
}

/** True where no later layout has taken the elements of this one. */
export function isIntact(laid: LaidPaper): boolean {
  return laid.owner === undefined || laid.owner.latest === laid;
}

/** Lays a paper out. Faults of the author go to `ctx.report`. */
export function layoutPaper(paper: Paper, ctx: PaperContext): LaidPaper {
  const memory = ctx.memory ?? newMemory();
  const style = styleOf(paper, ctx.style, memory);
  const sect = tag('Sect', undefined, {
    title: paper.title,
    ...(paper.lang === undefined ? {} : { lang: paper.lang }),
  });
  const build = makeBuild(paper, { ...ctx, style }, memory);
  const region = pageRegion(
    style.portrait,
    style.text[paper.type === 'minutes' ? 'minutes' : 'body'],
    style.numbers === 'beside',
  );
  const divided = divideText(paper.text.blocks);
  const cover = coverBoxes(paper, divided, region, sect, build);
  const sheet = paper.type === 'report';
  const edge: Region = { ...region, gutter: region.wideLeft, x: region.wideLeft };
  const contents = paper.contents ? contentsBoxes(paper.text.blocks, paper.address, edge, sect, build) : [];
  const text = sectionsOf(divided.body, region, sect, build);
  hangNotes(sect, build);
  const upright = (boxes: readonly Box[]): Section => ({ frame: style.portrait, boxes });
  // A report's cover sheet is a page of its own, with the contents where they fit; other papers begin under their
  // particulars.
  const opening = [...cover, ...contents];
  const sections = !sheet
    ? joined(upright(opening), text)
    : fitsOnSheet(opening, build)
      ? [upright(opening), ...text]
      : [upright(cover), ...joined(upright(contents), text)];
  const filled = fillPages(sections, {
    firstIndex: ctx.start.index,
    label: (page) => String(ctx.start.number + page),
    note: (number) => build.noteBoxes.get(number) ?? [],
    noteAbove: style.gap.noteAbove,
    drawNoteRule: (page, y, frame) => {
      const { left } = noteEdges(frame, style);
      drawRule(page, left, left + 100, y + style.gap.noteRule, 0.5, 'rule-2');
    },
  });
  const pages = filled.pages.map(({ page, frame }, i) => {
    drawFurniture(furnitureOf(paper, ctx, i), frame, page, build);
    return finishPage(page);
  });
  const laid: LaidPaper = {
    pages,
    tag: sect,
    outline: outlineOf(filled.placed),
    anchors: anchorsOf(filled.placed, ctx),
    marks: marksOf(filled.placed),
    owner: memory.owner,
  };
  memory.owner.latest = laid;
  return laid;
}

/** The style of a paper's kind. What was made in another style is forgotten. */
function styleOf(paper: Paper, asked: Style, memory: Memory): Style {
  if (memory.style?.asked !== asked) {
    memory.units.length = 0;
    memory.style = { asked, own: paper.type === 'minutes' ? minutesStyle(asked) : asked };
  }
  return memory.style.own;
}

function makeBuild(paper: Paper, ctx: PaperContext, memory: Memory): Build {
  const build: Build = {
    ...remembering(memory, ctx),
    memory,
    measure: ctx.measure ?? makeTextMeasure(ctx.fonts),
    notes: new Map(paper.text.notes.map((own) => [own.number, own.blocks])),
    address: paper.address,
    idPrefix: ctx.idPrefix ?? `${paper.address}/`,
    noteBoxes: new Map(),
    pendingNotes: [],
    headingLevel: 0,
    makeNote: (number: number, region: Region, node: TagNode) =>
      noteBoxesOf(number, region.frame, node, build),
    makeBlocks: (blocks, region, parent) => blocksBoxes(blocks, region, parent, build),
  };
  return build;
}

/** Minutes have smaller text, and headings that stand close to it (look, 2.8). */
function minutesStyle(style: Style): Style {
  const { text, gap, scale } = style;
  return {
    ...style,
    text: { ...text, section: text.subheading, sectionNumber: { ...text.subheading, figures: 'tabular' } },
    gap: { ...gap, headingAbove: 11 * scale, headingBelow: 0 },
  };
}

/** True where boxes fit on one page with the notes that they mark. */
function fitsOnSheet(boxes: readonly Box[], build: Build): boolean {
  const { portrait, gap } = build.style;
  const notes = [...new Set(boxes.flatMap((own) => own.notes))];
  const foot = notes.reduce((sum, note) => sum + stackHeight(build.noteBoxes.get(note) ?? []) + gap.item, 0);
  const height = stackHeight(boxes) + (notes.length === 0 ? 0 : gap.noteAbove + foot);
  return height <= portrait.bottom - portrait.top;
}

/** Sections with an opening put before the first of them, on the same page where that is upright too. */
function joined(opening: Section, text: readonly Section[]): readonly Section[] {
  const [first, ...rest] = text;
  if (first === undefined || first.frame !== opening.frame) return [opening, ...text];
  return [{ frame: opening.frame, boxes: [...opening.boxes, ...first.boxes] }, ...rest];
}

function furnitureOf(paper: Paper, ctx: PaperContext, page: number): Parameters<typeof drawFurniture>[0] {
  const number = ctx.start.number + page;
  return {
    title: paper.title,
    outer: `Page ${number}`,
    inner: ctx.meetingName,
    odd: number % 2 === 1,
    ...(ctx.reference === undefined ? {} : { reference: ctx.reference }),
    ...(ctx.note === undefined ? {} : { note: ctx.note }),
  };
}

function anchorsOf(placed: readonly Placed[], ctx: PaperContext): ReadonlyMap<string, Place> {
  const anchors = new Map<string, Place>();
  for (const { mark, page, y } of placed) {
    if (mark.kind !== 'anchor') continue;
    anchors.set(mark.anchor, {
      index: page,
      y,
      number: String(ctx.start.number + page - ctx.start.index),
    });
  }
  return anchors;
}

/**
 * Where the page changes from one block of the text to the next. A table that waits for pages of its own stands after
 * text that follows it, so that text has the mark of the page before once more.
 */
function marksOf(placed: readonly Placed[]): LaidPaper['marks'] {
  const starts = placed.flatMap(({ mark, page }) =>
    mark.kind === 'block' ? [{ page, block: mark.block }] : [],
  );
  starts.sort((a, b) => a.block - b.block);
  return starts.filter(({ page }, i) => starts[i - 1]?.page !== page);
}

/** Headings of level 2 with those of level 3 under them. */
function outlineOf(placed: readonly Placed[]): readonly OutlineEntry[] {
  const entries: (OutlineEntry & { children: OutlineEntry[] })[] = [];
  for (const { mark, page, y } of placed) {
    if (mark.kind !== 'heading' || mark.level > 3) continue;
    const entry = { title: mark.title, page, y, children: [] };
    const last = entries.at(-1);
    if (mark.level === 3 && last !== undefined) last.children.push(entry);
    else entries.push(entry);
  }
  return entries;
}
