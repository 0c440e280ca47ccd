/** Makes the PDFs of a meeting: the pack, the agenda by itself, one for each item and one for each paper. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { DisplayDocument, OutlineEntry, TagNode } from '../layout/display.js';
import type { FileFact, ItemFacts, PackFacts, PaperFacts, SupplementFacts } from '../model/pack.js';
import type { Meeting, Publication } from '../model/publication.js';
import { makeTextMeasure } from '../type/measure.js';
import { itemBookmarks } from './assemble.js';
import type { AssembledPack, PlacedBody } from './assemble.js';
import { layoutAttachment } from './attachment.js';
import { meetingWords } from './body.js';
import { keepForRounds } from './keep.js';
import { largeScale, layoutLargePrint } from './large-print.js';
import { contextAt, layPack } from './pack.js';
import type { PackTools } from './pack.js';
import { paintWith } from './paint-with.js';
import { urlOfTarget } from './places.js';
import type { PlannedItem } from './plan.js';
import { sliceDocument } from './slice.js';
import { layoutSupplementFront, planSupplements } from './supplement.js';
import type { SupplementFront } from './supplement.js';
import { itemLabel } from './words.js';

export type { PackTools } from './pack.js';

/** The finished files of a meeting, with what the site prints about them. */
export interface MadePacks {
  /** By path from the root of the site. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly facts: PackFacts;
  readonly diagnostics: readonly Diagnostic[];
  /** How many times the papers were laid out until the page references were true. */
  readonly rounds: number;
}

/** Lays out and paints everything that is printed for a meeting. */
export function makePacks(publication: Publication, meeting: Meeting, tools: PackTools): MadePacks {
  const { plan, settled, pack, diagnostics } = layPack(publication, meeting, tools);
  const files = new Map<string, Uint8Array>();
  const folder = `meetings/${meeting.key}`;
  const write = (path: string, document: DisplayDocument): FileFact => {
    const bytes = paintWith(document, tools);
    files.set(path, bytes);
    return { path, bytes: bytes.length, pages: document.pages.length };
  };
  const cut = cutter(publication, pack);
  const whole = write(`${folder}/pack.pdf`, pack.document);
  const agenda = write(
    `${folder}/agenda.pdf`,
    cut({
      pages: span(0, settled.front.filled),
      title: `${meetingWords(plan)}: agenda`,
      parts: [settled.front.tag],
      outline: pack.document.outline,
    }),
  );

  const papers = new Map<string, PaperFacts>();
  for (const body of pack.bodies) {
    const { paper } = body.numbered.body;
    const path = `${folder}/${body.numbered.item.item.number}/${paper.id}/paper.pdf`;
    const pdf = write(
      path,
      cut({ ...extent([body]), title: paper.title, outline: body.laid.outline, lang: paper.lang }),
    );
    const marks = body.laid.marks.map((mark) => ({
      page: mark.page - pack.frontCount - body.numbered.unnumbered + 1,
      block: mark.block,
    }));
    papers.set(paper.address, { range: body.numbered.range, pdf, marks });
  }

  const items = new Map<string, ItemFacts>();
  for (const item of plan.items) {
    const [range, ...more] = settled.numbering.items.get(item.item.number) ?? [];
    if (!range) continue;
    const ranges = more.length === 0 ? { range } : { range, more };
    const path = `${folder}/${item.item.number}/item.pdf`;
    const [only, another] = item.bodies;
    const same = only && !another ? papers.get(only.paper.address)?.pdf : undefined;
    const bytes = same && files.get(same.path);
    if (same && bytes) {
      // An item with one paper is that paper, under another name.
      files.set(path, bytes);
      items.set(item.item.number, { ...ranges, pdf: { ...same, path } });
    } else {
      items.set(item.item.number, { ...ranges, pdf: writeItem(publication, item, path, pack, cut, write) });
    }
  }
  const supplements = planSupplements(plan, pack.bodies).map((supplement): SupplementFacts => {
    const { number, published, range, bodies, title } = supplement;
    const front = layoutSupplementFront(publication, plan, supplement, (book) =>
      contextAt(publication, tools, 1)(book, () => undefined),
    );
    const outline = bodies.map((body) => ({
      title: `${itemLabel(body.numbered.item.item.number, publication.council.style.itemNumbers)} ${body.numbered.body.paper.title}`,
      page: body.from,
      y: 0,
      children: body.laid.outline,
    }));
    const cutOut = cut({ ...extent(bodies), title, outline, front });
    return { published, range, pdf: write(`${folder}/supplement-${number}.pdf`, cutOut) };
  });
  const keep = tools.keep ?? keepForRounds();
  const measure = makeTextMeasure(tools.fonts);
  const large = layoutLargePrint(publication, plan, {
    contextOf: contextAt(publication, tools, largeScale),
    lay: (paper, ctx) =>
      paper.type === 'attachment'
        ? layoutAttachment(paper, tools.attachment?.(paper.address), ctx)
        : keep.lay(paper, { ...ctx, measure }),
    papers,
  });
  const facts: PackFacts = {
    meeting: meeting.key,
    pack: whole,
    agenda,
    ...(large ? { largePrint: write(`${folder}/large-print.pdf`, large) } : {}),
    ...(supplements.length > 0 ? { supplements } : {}),
    items,
    papers,
  };
  return { files, facts, diagnostics, rounds: settled.rounds };
}

type Write = (path: string, document: DisplayDocument) => FileFact;

function writeItem(
  publication: Publication,
  item: PlannedItem,
  path: string,
  pack: AssembledPack,
  cut: Cut,
  write: Write,
): FileFact {
  const own = pack.bodies.filter((body) => body.numbered.item === item);
  const number = itemLabel(item.item.number, publication.council.style.itemNumbers);
  return write(
    path,
    cut({
      ...extent(own),
      title: `Item ${number}: ${item.item.title}`,
      outline: itemBookmarks(item, pack.bodies),
    }),
  );
}

interface Cutting {
  readonly pages: readonly number[];
  readonly title: string;
  readonly parts: readonly TagNode[];
  readonly outline: readonly OutlineEntry[];
  readonly lang?: string | undefined;
  readonly front?: SupplementFront;
}
type Cut = (cutting: Cutting) => DisplayDocument;

/** Cuts documents out of a pack; links to what stays behind lead to the site. */
function cutter(publication: Publication, pack: AssembledPack): Cut {
  const { council } = publication;
  const urlOfPage = (index: number): string => {
    const body = pack.bodies.find((candidate) => index >= candidate.from && index < candidate.to);
    return body
      ? urlOfTarget({ kind: 'paper', paper: body.numbered.body.paper.address }, council)
      : `${council.siteAddress}/`;
  };
  return (cutting) =>
    sliceDocument(pack.document, {
      ...cutting,
      author: council.name,
      lang: cutting.lang ?? pack.document.lang,
      urlOfPage,
    });
}

/** Pages and elements of bodies. */
function extent(bodies: readonly PlacedBody[]): Pick<Cutting, 'pages' | 'parts'> {
  if (bodies.length === 0) throw new Error('an item with a range has no papers');
  return {
    pages: bodies.flatMap((body) => span(body.from, body.to)),
    parts: bodies.map((body) => body.laid.tag),
  };
}

function span(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
