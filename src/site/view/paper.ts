/** The view of a paper: contents, particulars, text, background papers, clearance, neighbours. */
import type { Document } from '../../model/block.js';
import type { PaperFacts } from '../../model/pack.js';
import type { Paper } from '../../model/publication.js';
import { committeePath, homePath, meetingPath, papersPath, paperPath, type SitePath } from '../address.js';
import type { ChartPainter } from '../html/context.js';
import { itemLabel } from '../../model/words.js';
import { paperNotes, sentences, type Download, type StatusNote } from './agenda.js';
import { backgroundOf, type BackgroundView } from './background-papers.js';
import { clearanceOf, type Clearance } from './clearance.js';
import { leadingRecommendations, type Leading } from './leading.js';
import { meetingDates, type Fact } from './meeting.js';
import { opaque, pageView, type Crumb, type PageView } from './page-view.js';
import { tocOf, type TocEntry } from './paper-contents.js';
import { attachmentNote, pdfsOf } from './paper-files.js';
import { typeWords } from './paper-row.js';
import { factsOf } from './particulars.js';
import { allItems, committeeName, type Carrier, type PlacedPaper, type SiteIndex } from './site-index.js';

/** The paper before or after this one on the agenda. */
export interface Neighbour {
  readonly path: SitePath;
  readonly where: string;
  readonly title: string;
}

/** What the page of a paper prints. */
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

/** The page of a paper; one that several meetings carry belongs to none of them, and has no neighbours. */
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
    toc: tocOf(paper, {
      leading,
      particulars: facts.length > 0,
      backgroundPapers: backgroundPapers !== undefined,
      clearance: clearance.length > 0,
    }),
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
