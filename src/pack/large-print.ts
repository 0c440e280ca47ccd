/** The papers of a meeting in 16 point: laid out anew, with page numbers of its own and those of the pack beside them. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LayoutContext, Place } from '../layout/context.js';
import type { DisplayDocument, DisplayPage, OutlineEntry, TagNode } from '../layout/display.js';
import { fitLine } from '../layout/furniture.js';
import { drawLine, measureText } from '../layout/inline/lines.js';
import type { PageBuilder } from '../layout/page.js';
import type { LaidPaper, PaperContext } from '../layout/paper.js';
import { tag } from '../layout/tags.js';
import type { PaperFacts } from '../model/pack.js';
import type { Paper, Publication } from '../model/publication.js';
import { meetingWords } from './body.js';
import { frontPaper } from './front-paper.js';
import { anchorKey, noPlaces, placeBook } from './places.js';
import type { PackPlaces, PlaceBook } from './places.js';
import type { PackPlan, PlannedItem } from './plan.js';
import { mostRounds } from './settle.js';
import { itemLabel } from './words.js';

/** 16 point for text of 12. */
export const largeScale = 4 / 3;

/** What the layout needs. */
export interface LargePrintTools {
  /** A context at the large size. */
  contextOf(book: PlaceBook, report: (diagnostic: Diagnostic) => void): LayoutContext;
  /** Lays one paper out, an attachment included. */
  lay(paper: Paper, ctx: PaperContext): LaidPaper;
  /** What the pack says of each paper, by address. */
  readonly papers: ReadonlyMap<string, PaperFacts>;
}

interface Part {
  readonly paper: Paper;
  /** Missing for the front. */
  readonly item?: PlannedItem;
  readonly laid: LaidPaper;
  readonly from: number;
}

/**
 * Lays the large print out; undefined for a meeting without papers.
 *
 * What is wrong with a text has been said when the pack was laid out, so nothing is reported here.
 */
export function layoutLargePrint(
  publication: Publication,
  plan: PackPlan,
  tools: LargePrintTools,
): DisplayDocument | undefined {
  const { meeting } = plan;
  const { council } = publication;
  const papers = plan.items.flatMap((item) => item.bodies.map(({ paper }) => ({ paper, item })));
  if (papers.length === 0) return undefined;
  const front = frontPaper(publication, plan, {
    id: 'large-print',
    about:
      'Large print, 16 point. Its page numbers are its own; the foot of each page says which page of the pack it is.',
  });
  let places: PackPlaces = noPlaces;
  for (let round = 1; ; round++) {
    const book = placeBook(meeting.key, places);
    const ctx = tools.contextOf(book, () => undefined);
    const parts = layParts([{ paper: front }, ...papers], ctx, publication, tools);
    places = placesOf(parts);
    if (book.changedUnder(places) !== undefined && round < mostRounds) continue;
    const root = tag('Document');
    for (const { laid } of parts) root.children.push(partOf(laid.tag));
    return {
      title: `${meetingWords(plan)}: large print`,
      lang: 'en-GB',
      author: council.name,
      ...(meeting.subject === undefined ? {} : { subject: meeting.subject }),
      date: meeting.published ?? `${meeting.dates[0] ?? ''}T${meeting.time}`,
      pages: parts.flatMap((part) => footed(part, plan, ctx, tools)),
      tags: root,
      outline: parts.map((part) => bookmark(part, council.style.itemNumbers)),
    };
  }
}

function layParts(
  papers: readonly { readonly paper: Paper; readonly item?: PlannedItem }[],
  ctx: LayoutContext,
  publication: Publication,
  tools: LargePrintTools,
): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { paper, item } of papers) {
    const reference = item && itemLabel(item.item.number, publication.council.style.itemNumbers);
    const laid = tools.lay(paper, {
      ...ctx,
      ...(reference === undefined ? {} : { reference }),
      // The inner end of the foot is drawn afterwards, when the pages of the pack are known.
      meetingName: '',
      start: { index: from, number: from + 1 },
    });
    parts.push({ paper, ...(item ? { item } : {}), laid, from });
    from += laid.pages.length;
  }
  return parts;
}

function partOf(child: TagNode): TagNode {
  const part = tag('Part');
  part.children.push(child);
  return part;
}

function placesOf(parts: readonly Part[]): PackPlaces {
  const papers = new Map<string, Place>();
  const anchors = new Map<string, Place>();
  const items = new Map<string, Place>();
  for (const { paper, item, laid, from } of parts) {
    const top: Place = { index: from, y: 0, number: String(from + 1) };
    papers.set(paper.address, top);
    if (item && !items.has(item.item.number)) items.set(item.item.number, top);
    for (const [anchor, place] of laid.anchors) anchors.set(anchorKey(paper.address, anchor), place);
  }
  return { papers, anchors, items };
}

function bookmark({ paper, item, laid, from }: Part, style: 'plain' | 'brackets'): OutlineEntry {
  const title = item === undefined ? 'Agenda' : `${itemLabel(item.item.number, style)} ${paper.title}`;
  return { title, page: from, y: 0, children: laid.outline };
}

/** Pages with the rest of their foot: "Large print. Page 5 of the pack. Cabinet, 15 January 2019". */
function footed(
  part: Part,
  plan: PackPlan,
  ctx: LayoutContext,
  tools: LargePrintTools,
): readonly DisplayPage[] {
  const { text, scale } = ctx.style;
  return part.laid.pages.map((page, at) => {
    const frame = page.width > page.height ? ctx.style.landscape : ctx.style.portrait;
    const number = part.from + at + 1;
    const outer = measureText(`Page ${number}`, text.pageNumber, ctx);
    const inPack = packPage(part, at, tools);
    const which = inPack === undefined ? '' : ` Page ${inPack} of the pack.`;
    const room = frame.right - frame.left - outer - 16 * scale;
    const line = fitLine(`Large print.${which} ${meetingWords(plan)}`, room, text.head, ctx);
    if (line === undefined) return page;
    const x = number % 2 === 1 ? frame.left : frame.right - line.width;
    const foot: PageBuilder = { ...page, index: number - 1, under: [], items: [...(page.furniture ?? [])] };
    drawLine(line, x, frame.footBaseline, 'pagination', foot, ctx);
    return { ...page, furniture: foot.items };
  });
}

/** The page of the pack on which the text of a page begins. */
function packPage(part: Part, at: number, tools: LargePrintTools): number | undefined {
  const facts = tools.papers.get(part.paper.address);
  if (!facts) return undefined;
  // The pages of an attachment are the same in both.
  if (part.paper.type === 'attachment') return Math.min(facts.range.first + at, facts.range.last);
  const page = part.from + at;
  const before = part.laid.marks.filter((mark) => mark.page <= page);
  const latest = before.reduce((most, mark) => Math.max(most, mark.page), -1);
  const block = before.find((mark) => mark.page === latest)?.block;
  if (block === undefined) return facts.range.first;
  return facts.marks.findLast((mark) => mark.block <= block)?.page ?? facts.range.first;
}
