/** The view of a paper: contents, particulars, text, background papers, clearance, neighbours. */
import type { Block, Document } from '../../model/block.js';
import type { PaperFacts } from '../../model/pack.js';
import type { SignOff } from '../../model/paper.js';
import type { Paper } from '../../model/publication.js';
import type { Mark } from '../../model/table.js';
import { plainText } from '../../model/inline.js';
import { committeePath, homePath, meetingPath, papersPath, paperPath, type SitePath } from '../address.js';
import type { ChartPainter } from '../html/context.js';
import { countListed } from '../html/container.js';
import { plainDate, rangeInWords, itemLabel } from '../../model/words.js';
import { paperNotes, pdfWords, sentences, type Download, type StatusNote } from './agenda.js';
import { meetingDates, type Fact } from './meeting.js';
import { opaque, pageView, type Crumb, type PageView } from './page-view.js';
import { typeWords } from './paper-row.js';
import { readingTime } from './reading.js';
import { allItems, committeeName, type Carrier, type PlacedPaper, type SiteIndex } from './site-index.js';

export interface TocEntry {
  readonly anchor: string;
  readonly number: string | undefined;
  readonly label: string;
}

export interface Neighbour {
  readonly path: SitePath;
  readonly where: string;
  readonly title: string;
}

export interface PaperView extends PageView {
  readonly eyebrow: string;
  readonly notes: readonly StatusNote[];
  readonly toc: readonly TocEntry[];
  readonly pdfs: readonly Download[];
  /** Recommendations, printed first of all. */
  readonly leading: Leading | undefined;
  readonly facts: readonly Fact[];
  readonly document: Document;
  readonly marks: PaperFacts['marks'];
  /** How the text hangs: beside its numbers, or without a gutter. */
  readonly hangs: boolean;
  readonly backgroundPapers: 'none' | readonly BackgroundView[] | undefined;
  readonly clearance: readonly Clearance[];
  readonly before: Neighbour | undefined;
  readonly after: Neighbour | undefined;
}

export interface BackgroundView {
  readonly title: string;
  readonly link: string | undefined;
  /** Where and when: "Council, 19 November 2018"; the title again for a bare link. */
  readonly words: string;
  readonly part: string;
}

export interface Clearance {
  readonly label: string;
  readonly mark: Mark;
  readonly word: string;
  readonly text: string;
}

export function paperViewOf(placed: PlacedPaper, index: SiteIndex, paintChart: ChartPainter): PaperView {
  const { paper, carriers } = placed;
  const [carrier] = carriers;
  const only = carriers.length === 1 ? carrier : undefined;
  const leading = leadingRecommendations(paper.text.blocks);
  const facts = factsOf(placed);
  const clearance = clearanceOf(paper);
  const backgroundPapers = backgroundOf(paper);
  const where =
    only === undefined ? (paper.meeting ?? 'Papers') : `${only.meeting.title}, ${meetingDates(only.meeting)}`;
  const order =
    only === undefined
      ? []
      : allItems(only.meeting.items).flatMap((item) => item.papers.map((each) => ({ item, paper: each })));
  const position = order.findIndex((each) => each.paper.address === paper.address);
  const neighbour = (offset: number, words: string): Neighbour | undefined => {
    const found = position < 0 ? undefined : order[position + offset];
    if (found === undefined || only === undefined) return undefined;
    const range = index.input.packs.get(only.meeting.key)?.papers.get(found.paper.address)?.range;
    const label = itemLabel(found.item.number, index.input.publication.council.style.itemNumbers);
    const page = range === undefined ? '' : `, page ${String(range.first)}`;
    return {
      path: paperPath(found.paper.address),
      where: `${words}, item ${label}${page}`,
      title: found.paper.title,
    };
  };
  const fields = {
    path: paperPath(paper.address),
    paper: paper.address,
    title: `${paper.title}: ${where}`,
    heading: paper.title,
    nav: only === undefined ? ('papers' as const) : ('meetings' as const),
    crumbs: crumbsOf(only, paper, index),
    ...(paper.lang === undefined ? {} : { lang: paper.lang }),
  };
  return opaque({
    ...pageView(fields, index, paintChart),
    eyebrow: eyebrowOf(paper, carriers, index),
    notes: [...draftNote(paper), ...paperNotes(paper, undefined), ...attachmentNote(paper, index)],
    toc: tocOf(paper, leading, facts.length > 0, backgroundPapers !== undefined, clearance.length > 0),
    pdfs: pdfsOf(placed, index),
    leading,
    facts,
    document: paper.text,
    marks: only?.facts?.marks ?? [],
    hangs: paper.numbering !== 'none',
    backgroundPapers,
    clearance,
    before: neighbour(-1, 'Before this'),
    after: neighbour(1, 'After this'),
  });
}

/** What is printed before the particulars, and under which title. */
interface Leading {
  readonly title: string;
  /** The anchor of the heading that it has in the text, or ours. */
  readonly anchor: string;
  readonly containers: readonly Container[];
  /** Blocks that the text leaves out in return. */
  readonly blocks: readonly Block[];
}

type Container = Extract<Block, { kind: 'container' }>;

const isRecommendation = (block: Block | undefined): block is Container =>
  block?.kind === 'container' && block.name === 'recommendations';

/**
 * Recommendations come before the particulars (look, tokens, section 1), unless that would tear a numbered section.
 *
 * They stand before the first heading, or make up a section of their own whose heading has no number.
 */
function leadingRecommendations(blocks: readonly Block[]): Leading | undefined {
  const at = blocks.findIndex(isRecommendation);
  if (at < 0) return undefined;
  const after = blocks.slice(at).findIndex((block) => !isRecommendation(block));
  const end = after < 0 ? blocks.length : at + after;
  const containers = blocks.slice(at, end).filter(isRecommendation);
  const heading = blocks[at - 1];
  const own = { containers, blocks: containers, anchor: 'recommendation_' };
  if (heading?.kind === 'heading') {
    const next = blocks[end];
    const alone = next === undefined || (next.kind === 'heading' && next.level <= heading.level);
    if (!alone || heading.number !== undefined) return undefined;
    const title = plainText(heading.content);
    return { ...own, title, anchor: heading.anchor ?? own.anchor, blocks: [heading, ...containers] };
  }
  if (blocks.slice(0, at).some((block) => block.kind === 'heading')) return undefined;
  const several = containers.reduce((count, block) => count + countListed(block.blocks), 0) > 1;
  return { ...own, title: several ? 'Recommendations' : 'Recommendation' };
}

function crumbsOf(carrier: Carrier | undefined, paper: Paper, index: SiteIndex): readonly Crumb[] {
  if (carrier === undefined) return [{ label: 'Papers', path: papersPath }, { label: paper.title }];
  const { meeting, item } = carrier;
  const label = itemLabel(item.number, index.input.publication.council.style.itemNumbers);
  return [
    { label: 'Meetings', path: homePath },
    { label: committeeName(index, meeting.committee), path: committeePath(meeting.committee) },
    { label: meetingDates(meeting), path: meetingPath(meeting.key) },
    { label: item.papers.length > 1 ? `Item ${label}, ${paper.title}` : `Item ${label}` },
  ];
}

function eyebrowOf(paper: Paper, carriers: readonly Carrier[], index: SiteIndex): string {
  const { itemNumbers } = index.input.publication.council.style;
  const kind =
    paper.meeting === undefined ? typeWords(paper.type) : `${typeWords(paper.type)} to ${paper.meeting}`;
  const places = carriers.map(
    ({ meeting, item }) =>
      `item ${itemLabel(item.number, itemNumbers)} of ${meeting.title}, ${meetingDates(meeting)}`,
  );
  return places.length === 0 ? kind : sentences(kind, ...places);
}

function draftNote(paper: Paper): readonly StatusNote[] {
  if (paper.status === 'final') return [];
  return [{ mark: 'to-follow', word: 'Draft', text: 'This paper is not final and may change.' }];
}

function tocOf(
  paper: Paper,
  leading: Leading | undefined,
  facts: boolean,
  background: boolean,
  clearance: boolean,
): readonly TocEntry[] {
  const entry = (anchor: string, label: string): TocEntry => ({ anchor, number: undefined, label });
  const headings = paper.text.blocks.flatMap((block): readonly TocEntry[] =>
    block.kind === 'heading' &&
    block.level === 2 &&
    block.anchor !== undefined &&
    leading?.blocks.includes(block) !== true
      ? [{ anchor: block.anchor, number: block.number, label: plainText(block.content) }]
      : [],
  );
  return [
    ...(leading === undefined ? [] : [entry(leading.anchor, leading.title)]),
    ...(facts ? [entry('particulars_', 'Particulars')] : []),
    ...headings,
    ...(background ? [entry('background_', 'Background papers')] : []),
    ...(clearance ? [entry('clearance_', 'Clearance')] : []),
    ...(paper.text.notes.length > 0 ? [entry('notes_title', 'Notes')] : []),
  ];
}

/** A shared paper by itself, then as each pack prints it. */
function pdfsOf({ paper, carriers }: PlacedPaper, index: SiteIndex): readonly Download[] {
  const own = index.input.sharedPdfs?.get(paper.address);
  const alone = own === undefined ? [] : [{ path: own.path, words: pdfWords('this paper', own) }];
  const carried = carriers.flatMap(({ meeting, item, facts }) => {
    if (facts === undefined) return [];
    const label = itemLabel(item.number, index.input.publication.council.style.itemNumbers);
    const only = carriers.length === 1 && own === undefined;
    const place = only ? 'this paper' : `item ${label}, ${meetingDates(meeting)}`;
    return [{ path: facts.pdf.path, words: pdfWords(place, facts.pdf) }];
  });
  const original = index.input.attachments?.get(paper.address)?.original;
  const supplied =
    original === undefined
      ? []
      : [{ path: original.path, words: `Original file: ${pdfWords('the attachment', original)}` }];
  return [...alone, ...carried, ...supplied];
}

/** That the text is in a file made elsewhere, and who gives it in another form where that file shuts readers out. */
function attachmentNote(paper: Paper, index: SiteIndex): readonly StatusNote[] {
  const attachment = index.input.attachments?.get(paper.address);
  if (attachment === undefined) return [];
  const { contact } = index.input.publication.council;
  const reach = contact.email ?? contact.telephone;
  const fault = !attachment.hasText
    ? 'It is a picture of its pages and cannot be searched or read aloud'
    : !attachment.tagged
      ? 'It is not tagged, so it may be read aloud in the wrong order'
      : undefined;
  const help =
    fault === undefined
      ? undefined
      : `For another format, ask ${contact.department ?? 'democratic support'}${reach === undefined ? '' : `: ${reach}`}`;
  const text = sentences('A PDF made elsewhere; its text is in the file only', fault, help);
  return [{ mark: 'none', word: 'Attachment', text }];
}

function factsOf({ paper, carriers }: PlacedPaper): readonly Fact[] {
  const facts: Fact[] = [...paper.particulars];
  const has = (label: string): boolean => facts.some((fact) => fact.label === label);
  const add = (label: string, value: string | undefined): void => {
    if (value !== undefined && value !== '' && !has(label)) facts.push({ label, value });
  };
  add(
    paper.authors.length === 1 ? 'Author' : 'Authors',
    has('Author') ? undefined : paper.authors.join('; '),
  );
  add('Owner', paper.owner);
  add('Date', paper.date === undefined ? undefined : plainDate(paper.date));
  add('Version', paper.version);
  for (const { meeting, facts: place } of carriers) {
    const range = place === undefined ? undefined : rangeInWords(place.range);
    if (range === undefined) continue;
    facts.push(
      carriers.length === 1
        ? { label: 'In the pack', value: range }
        : { label: `In the pack of ${meetingDates(meeting)}`, value: range },
    );
  }
  add('Length', readingTime(paper.text));
  return facts;
}

function backgroundOf(paper: Paper): PaperView['backgroundPapers'] {
  if (paper.backgroundPapers === undefined || paper.backgroundPapers === 'none')
    return paper.backgroundPapers;
  if (paper.backgroundPapers.length === 0) return 'none';
  return paper.backgroundPapers.map((each) => {
    const paragraphs = each.paragraphs ?? [];
    const exempt =
      paragraphs.length === 0
        ? ''
        : `, exempt under paragraph${paragraphs.length === 1 ? '' : 's'} ${paragraphs.join(', ')}`;
    const part = each.part === 1 ? 'Part I' : `Part II${exempt}`;
    const date = each.date === undefined ? undefined : plainDate(each.date);
    const place = [each.location, date].filter((word) => word !== undefined).join(', ');
    const words = place === '' && each.link !== undefined ? each.title : place;
    return { title: each.title, link: each.link, words, part: `${part}.` };
  });
}

function clearanceOf(paper: Paper): readonly Clearance[] {
  const rows = (paper.signOff ?? []).map((desk: SignOff): Clearance =>
    desk.code === undefined
      ? { label: desk.desk, mark: 'none', word: 'Not needed', text: 'for this report' }
      : {
          label: desk.desk,
          mark: 'good',
          word: 'Cleared',
          text: [
            desk.code,
            desk.by === undefined ? undefined : `by ${desk.by}`,
            desk.date === undefined ? undefined : plainDate(desk.date),
          ]
            .filter((part) => part !== undefined)
            .join(', '),
        },
  );
  if (paper.memberAgreed === undefined) return rows;
  const agreed: Clearance = paper.memberAgreed
    ? { label: 'Cabinet member has agreed the report', mark: 'good', word: 'Agreed', text: '' }
    : { label: 'Cabinet member has agreed the report', mark: 'none', word: 'Not stated', text: '' };
  return [...rows, agreed];
}
