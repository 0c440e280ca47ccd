/** The agenda of a meeting as the site prints it: sessions, items, papers, pages and the states they may be in. */
import { breakInWords, placeBreaks } from '../../model/breaks.js';
import type { PlacedBreaks } from '../../model/breaks.js';
import { itemState, stateInWords } from '../../model/item-state.js';
import type { ItemStatus } from '../../model/meeting.js';
import type { PackFacts } from '../../model/pack.js';
import type { Mark } from '../../model/table.js';
import type { Document } from '../../model/block.js';
import type { Item, Meeting, Paper } from '../../model/publication.js';
import { exemptDescription } from '../../model/exemption.js';
import { itemPath, paperPath, type SitePath } from '../address.js';
import {
  bytesInWords,
  counted,
  dayAndMonth,
  dueInWords,
  itemLabel,
  longDate,
  rangeInWords,
  rangesInWords,
  timesInWords,
} from '../../model/words.js';
import type { SiteIndex } from './site-index.js';

/** More papers than this are folded away under their number. */
const foldedFrom = 5;

/** A state: a symbol, a word, a sentence. */
export interface StatusNote {
  readonly mark: Mark;
  readonly word: string;
  readonly text: string;
}

export interface PaperLine {
  readonly title: string;
  readonly path: SitePath;
  /** "Pages 101–124", or when it was written where there is no pack. */
  readonly meta: string | undefined;
  readonly notes: readonly StatusNote[];
}

export interface Download {
  readonly path: SitePath;
  readonly words: string;
}

export interface ItemView {
  readonly kind: 'item';
  readonly id: string;
  /** In the house style: `5b` or `5(b)`. */
  readonly label: string;
  readonly title: string;
  readonly level: 3 | 4;
  /** Where the title leads: to its only paper, or to the item's own page. */
  readonly path: SitePath | undefined;
  readonly isContainer: boolean;
  readonly presenter: string | undefined;
  readonly text: Document;
  readonly pages: string | undefined;
  readonly pdf: Download | undefined;
  readonly papers: readonly PaperLine[];
  readonly folded: boolean;
  readonly notes: readonly StatusNote[];
}

export interface SessionView {
  readonly kind: 'session';
  readonly id: string;
  readonly label: string;
  readonly when: string;
  /** Breaks before it: "Break, 11.00 to 11.15 am". */
  readonly breaks: readonly string[];
}

/** "PDF of item 5b, 14 pages, 412 KB". */
export function pdfWords(what: string, file: { readonly pages?: number; readonly bytes: number }): string {
  const pages = file.pages === undefined ? '' : `, ${counted(file.pages, 'page')}`;
  return `PDF of ${what}${pages}, ${bytesInWords(file.bytes)}`;
}

/** The breaks of a meeting, those between the sessions that its agenda names apart from others. */
export function meetingBreaks(meeting: Meeting): PlacedBreaks {
  const named = meeting.items.flatMap((item) => [
    item.session,
    ...item.children.map((child) => child.session),
  ]);
  const sessions = [...new Set(named)].flatMap(
    (id) => meeting.sessions.find((session) => session.id === id) ?? [],
  );
  return placeBreaks(meeting.breaks ?? [], sessions);
}

/** Sessions and items in printing order: a session's line stands before the first item that it has. */
export function agendaOf(meeting: Meeting, index: SiteIndex): readonly (ItemView | SessionView)[] {
  const entries: (ItemView | SessionView)[] = [];
  const { before } = meetingBreaks(meeting);
  let session: string | undefined;
  const visit = (item: Item, level: 3 | 4): void => {
    if (item.session !== undefined && item.session !== session) {
      session = item.session;
      const found = meeting.sessions.find((each) => each.id === item.session);
      if (found !== undefined) {
        const times = found.start === undefined ? '' : `, ${timesInWords(found.start, found.end)}`;
        entries.push({
          kind: 'session',
          id: `session-${found.id}`,
          label: found.label,
          when: `${dayAndMonth(found.date)}${times}`,
          breaks: (before.get(found.id) ?? []).map(breakInWords),
        });
      }
    }
    entries.push(itemView(item, meeting, index, level));
    for (const child of item.children) visit(child, 4);
  };
  for (const item of meeting.items) visit(item, 3);
  return entries;
}

/** One item with everything that is said about it. */
export function itemView(item: Item, meeting: Meeting, index: SiteIndex, level: 3 | 4): ItemView {
  const pack = index.input.packs.get(meeting.key);
  const label = itemLabel(item.number, index.input.publication.council.style.itemNumbers);
  const facts = pack?.items.get(item.number);
  const [only] = item.papers;
  const single = item.papers.length === 1 ? only : undefined;
  return {
    kind: 'item',
    id: `item-${item.number}`,
    label,
    title: item.part === 2 ? (item.openTitle ?? item.title) : item.title,
    level,
    path:
      single !== undefined
        ? paperPath(single.address)
        : item.papers.length > 1
          ? itemPath(meeting.key, item.number)
          : undefined,
    isContainer: item.children.length > 0,
    presenter: item.presenter,
    text: item.text,
    pages: pagesOf(item, pack),
    pdf:
      facts === undefined ? undefined : { path: facts.pdf.path, words: pdfWords(`item ${label}`, facts.pdf) },
    papers: item.papers.length < 2 ? [] : paperLines(item, meeting, index),
    folded: item.papers.length >= foldedFrom,
    notes: [...itemNotes(item, index), ...(single === undefined ? [] : paperNotes(single, undefined))],
  };
}

/** What stands in the column of pages: a range, a state, "No papers", or nothing for standing items. */
function pagesOf(item: Item, pack: PackFacts | undefined): string | undefined {
  const facts = pack?.items.get(item.number);
  if (facts !== undefined) return rangesInWords([facts.range, ...(facts.more ?? [])]);
  return stateInWords(itemState(item));
}

function itemNotes(item: Item, index: SiteIndex): readonly StatusNote[] {
  const notes: StatusNote[] = [];
  if (item.exempt !== undefined) {
    const { jurisdiction } = index.input.publication.council;
    const reasons = item.exempt.paragraphs.map((paragraph) => {
      const words = exemptDescription(jurisdiction, paragraph);
      return words === undefined
        ? `paragraph ${String(paragraph)}`
        : `paragraph ${String(paragraph)}, ${words}`;
    });
    notes.push({
      mark: 'exempt',
      word: 'Private item',
      text: sentences(
        `Exempt under ${reasons.join('; ')}`,
        item.exempt.publicInterest,
        reviewed(item.exempt.reviewOn),
      ),
    });
  }
  if (item.urgency !== undefined) {
    notes.push({
      mark: 'late',
      word: 'Urgent',
      text: sentences(item.urgency.reason, `Agreed by ${item.urgency.chair}`),
    });
  }
  if (item.status !== undefined) notes.push(stateNote(item.status));
  if (item.decision !== undefined)
    notes.push({ mark: 'none', word: 'Decision', text: sentences(item.decision) });
  return notes;
}

function reviewed(date: string | undefined): string | undefined {
  return date === undefined ? undefined : `To be looked at again on ${longDate(date)}`;
}

function stateNote(status: ItemStatus): StatusNote {
  const due = status.due === undefined ? undefined : `Due by ${dueInWords(status.due)}`;
  const owner = status.owner === undefined ? undefined : `From ${status.owner}`;
  const text = sentences(due, owner, status.reason);
  switch (status.state) {
    case 'to-follow':
      return { mark: 'to-follow', word: 'To follow', text };
    case 'late':
      return { mark: 'late', word: 'Late paper', text };
    case 'withdrawn':
      return { mark: 'none', word: 'Withdrawn', text };
    case 'deferred':
      return { mark: 'to-follow', word: 'Deferred', text };
  }
}

/** What is said of one paper; `title` where several papers stand under one item. */
export function paperNotes(paper: Paper, title: string | undefined): readonly StatusNote[] {
  const notes: StatusNote[] = [];
  if (paper.late !== undefined) {
    const published = `published on ${longDate(paper.late.published.slice(0, 10))}, after the agenda`;
    const start = title === undefined ? capital(published) : `${title}, ${published}`;
    notes.push({ mark: 'late', word: 'Late paper', text: sentences(start, `Reason: ${paper.late.reason}`) });
  }
  if (paper.supersedes !== undefined) {
    const version = paper.version === undefined ? 'a new version' : `version ${paper.version}`;
    const start = title === undefined ? capital(version) : `${title}, ${version}`;
    const date = paper.date === undefined ? '' : ` of ${longDate(paper.date)}`;
    notes.push({
      mark: 'updated',
      word: 'Updated',
      text: sentences(`${start}${date}. It replaces ${paper.supersedes}`),
    });
  }
  return notes;
}

/** The papers of an item, one a line. */
export function paperLines(item: Item, meeting: Meeting, index: SiteIndex): readonly PaperLine[] {
  const pack = index.input.packs.get(meeting.key);
  return item.papers.map((paper) => paperLine(paper, pack));
}

function paperLine(paper: Paper, pack: PackFacts | undefined): PaperLine {
  const range = pack?.papers.get(paper.address)?.range;
  return {
    title: paper.title,
    path: paperPath(paper.address),
    meta: range === undefined ? undefined : rangeInWords(range),
    notes: paperNotes(paper, paper.title),
  };
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Parts as sentences: each with its capital and its full stop. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part): part is string => part !== undefined && part !== '')
    .map((part) => (/[.!?]$/.test(part) ? capital(part) : `${capital(part)}.`))
    .join(' ');
}
