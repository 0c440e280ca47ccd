/** Lays out a PDF made elsewhere: each page scaled into ours, between our head and foot (look, section 3). */
import type { DisplayPage, OutlineEntry, TagNode } from '../layout/display.js';
import { drawFurniture } from '../layout/furniture.js';
import { beginPage, finishPage } from '../layout/page.js';
import type { LaidPaper, PaperContext } from '../layout/paper.js';
import type { PageFrame } from '../layout/style.js';
import { tag } from '../layout/tags.js';
import type { Paper } from '../model/publication.js';
import type { ForeignBookmark, ForeignPdf } from '../pdf/foreign.js';
import type { Claims } from '../pdf/metadata.js';
import { drawLines } from './sheet.js';
import { layoutText } from '../layout/inline/lines.js';

/** An opened attachment. */
export interface Attachment {
  readonly pdf: ForeignPdf;
  /** Indexes of the pages that are printed, in order. */
  readonly chosen: readonly number[];
  /** What a pack may still claim that holds it. */
  readonly claims: Claims;
}

/** Upper edge of an imported page, and its distance from the baseline of the foot. */
const top = 62;
const aboveFoot = 22.2;

interface Placed {
  readonly frame: PageFrame;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** The pages of an attachment; a page that says so where the file could not be opened, for drafts. */
export function layoutAttachment(
  paper: Paper,
  attachment: Attachment | undefined,
  ctx: PaperContext,
): LaidPaper {
  const lang = paper.lang ?? attachment?.pdf.lang;
  const sect = tag('Sect', undefined, { title: paper.title, ...(lang === undefined ? {} : { lang }) });
  if (!attachment) return { ...nothing, pages: [missingPage(paper, sect, ctx)], tag: sect };
  const places = attachment.chosen.map((source) => placePage(attachment.pdf, source, ctx));
  const pages = attachment.chosen.map((source, at): DisplayPage => {
    const place = places[at];
    if (!place) throw new Error('a page was chosen and not placed');
    const { frame, width, height } = place;
    const number = ctx.start.number + at;
    const page = beginPage(ctx.start.index + at, String(number), frame);
    const words = `Page ${at + 1} of ${attachment.chosen.length} of “${paper.title}”`;
    page.items.push({
      kind: 'imported',
      src: paper.address,
      source,
      number,
      x: frame.left,
      y: top,
      width,
      height,
      words: words + (isPicture(attachment.pdf, source) ? ', a picture without text' : ''),
      tag: sect,
    });
    drawFurniture(furnitureOf(paper, ctx, number), frame, page, ctx);
    return finishPage(page);
  });
  return { ...nothing, pages, tag: sect, outline: outlineOf(attachment, places, ctx) };
}

const nothing: Pick<LaidPaper, 'outline' | 'anchors' | 'marks'> = {
  outline: [],
  anchors: new Map(),
  marks: [],
};

/** Fits a page into the frame; one that is smaller than the frame keeps its size. */
function placePage(pdf: ForeignPdf, source: number, ctx: PaperContext): Placed {
  const size = pdf.pages[source];
  if (!size) throw new Error(`the file has no page ${source}`);
  const frame = size.width > size.height ? ctx.style.landscape : ctx.style.portrait;
  const bottom = frame.footBaseline - aboveFoot;
  const scale = Math.min(1, (frame.right - frame.left) / size.width, (bottom - top) / size.height);
  return { frame, scale, width: size.width * scale, height: size.height * scale };
}

function isPicture(pdf: ForeignPdf, source: number): boolean {
  return !pdf.tagged && pdf.pages[source]?.hasText === false;
}

function furnitureOf(paper: Paper, ctx: PaperContext, number: number): Parameters<typeof drawFurniture>[0] {
  return {
    title: paper.title,
    outer: `Page ${number}`,
    inner: ctx.meetingName,
    odd: number % 2 === 1,
    ...(ctx.reference === undefined ? {} : { reference: ctx.reference }),
    ...(ctx.note === undefined ? {} : { note: ctx.note }),
  };
}

/** The bookmarks of the file on our pages; one that leads to a page left out goes, its children move up. */
function outlineOf(
  { pdf, chosen }: Attachment,
  places: readonly Placed[],
  ctx: PaperContext,
): readonly OutlineEntry[] {
  const map = (entries: readonly ForeignBookmark[]): readonly OutlineEntry[] =>
    entries.flatMap(({ title, page, y, children }) => {
      const inner = map(children);
      const at = chosen.indexOf(page);
      const place = places[at];
      if (!place) return inner;
      return [{ title, page: ctx.start.index + at, y: top + y * place.scale, children: inner }];
    });
  return map(pdf.outline);
}

function missingPage(paper: Paper, sect: TagNode, ctx: PaperContext): DisplayPage {
  const { portrait, text } = ctx.style;
  const { number, index } = ctx.start;
  const page = beginPage(index, String(number), portrait);
  const width = portrait.right - portrait.left;
  const title = layoutText(paper.title, width, text.title, ctx);
  const y = drawLines(title, portrait.left, 119, tag('H1', sect), page, ctx);
  const words = 'The PDF of this attachment cannot be read, so its pages are missing here.';
  const lines = layoutText(words, width, text.body, ctx);
  drawLines(lines, portrait.left, y + 34, tag('P', sect), page, ctx);
  drawFurniture(furnitureOf(paper, ctx, number), portrait, page, ctx);
  return finishPage(page);
}
