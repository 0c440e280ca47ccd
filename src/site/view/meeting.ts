/** The views of meetings and of their items. */
import { breaksInWords, hashtagInWords } from '../../model/breaks.js';
import type { Document } from '../../model/block.js';
import type { Item, Meeting } from '../../model/publication.js';
import { committeePath, itemPath, meetingPath, homePath } from '../address.js';
import type { ChartPainter } from '../html/context.js';
import {
  bytesInWords,
  counted,
  datesInWords,
  longDate,
  momentInWords,
  rangeInWords,
  timeInWords,
} from '../../model/words.js';
import {
  agendaOf,
  itemView,
  paperLines,
  type Download,
  type ItemView,
  type SessionView,
  meetingBreaks,
} from './agenda.js';
import { memberNames } from './people.js';
import { opaque, pageView, type PageView } from './page-view.js';
import { allItems, committeeName, type SiteIndex } from './site-index.js';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A file to take away: its name, and its kind and size in small print. */
export interface Take extends Download {
  readonly small: string;
}

export interface MeetingView extends PageView {
  readonly lead: string | undefined;
  readonly facts: readonly Fact[];
  /** Said at the top when the meeting will not be held as planned. */
  readonly warning: string | undefined;
  readonly pack: Take | undefined;
  readonly takes: readonly Take[];
  readonly calendar: string | undefined;
  readonly webcast: string | undefined;
  readonly agenda: readonly (ItemView | SessionView)[];
  readonly text: Document;
  readonly notice: readonly string[];
  readonly members: string | undefined;
  readonly contacts: readonly Contact[];
  readonly notices: readonly { readonly id: string; readonly title: string; readonly text: Document }[];
}

export interface Contact {
  readonly name: string;
  readonly title: string | undefined;
  readonly email: string | undefined;
  readonly telephone: string | undefined;
}

export interface ItemPageView extends PageView {
  readonly eyebrow: string;
  readonly item: ItemView;
  readonly back: string;
}

/** "30 and 31 January 2019". */
export function meetingDates(meeting: Meeting): string {
  return datesInWords(meeting.dates, false);
}

export function meetingViewOf(meeting: Meeting, index: SiteIndex, paintChart: ChartPainter): MeetingView {
  const path = meetingPath(meeting.key);
  const committee = committeeName(index, meeting.committee);
  const pack = index.input.packs.get(meeting.key);
  const data = index.files.get(`${path}meeting.json`);
  const calendar = index.files.get(`${path}meeting.ics`);
  const takes: Take[] = [];
  if (pack !== undefined) {
    takes.push({ path: pack.agenda.path, words: 'Agenda only', small: pdfSize(pack.agenda) });
    const { largePrint } = pack;
    if (largePrint !== undefined)
      takes.push({ path: largePrint.path, words: 'Large print', small: `16 point, ${pdfSize(largePrint)}` });
  }
  for (const [at, { published, range, pdf }] of (pack?.supplements ?? []).entries())
    takes.push({
      path: pdf.path,
      words: `Supplement ${String(at + 1)}`,
      small: `published on ${longDate(published)}, ${rangeInWords(range).toLowerCase()}, ${pdfSize(pdf)}`,
    });
  if (data !== undefined)
    takes.push({ path: data.path, words: 'Agenda as data', small: `JSON, ${bytesInWords(data.bytes)}` });
  return opaque({
    ...pageView(
      {
        path,
        title: `${meeting.title}, ${meetingDates(meeting)}`,
        heading: meeting.title,
        nav: 'meetings',
        crumbs: [
          { label: 'Meetings', path: homePath },
          { label: committee, path: committeePath(meeting.committee) },
          { label: meetingDates(meeting) },
        ],
      },
      index,
      paintChart,
    ),
    lead: meeting.subject,
    facts: meetingFacts(meeting),
    warning: warningOf(meeting),
    pack:
      pack === undefined
        ? undefined
        : { path: pack.pack.path, words: 'Whole pack (PDF)', small: packSize(pack.pack) },
    takes,
    calendar: calendar?.path,
    webcast: meeting.webcast,
    agenda: agendaOf(meeting, index),
    text: meeting.text,
    notice: noticeOf(meeting, index),
    members: memberNames(meeting.members, index),
    contacts: contactsOf(meeting.contact, index),
    notices: meeting.notices,
  });
}

function pdfSize(file: { readonly pages?: number; readonly bytes: number }): string {
  return `PDF, ${file.pages === undefined ? '' : `${counted(file.pages, 'page')}, `}${bytesInWords(file.bytes)}`;
}

function packSize(file: { readonly pages?: number; readonly bytes: number }): string {
  return `${file.pages === undefined ? '' : `${counted(file.pages, 'page')}, `}${bytesInWords(file.bytes)}.`;
}

function meetingFacts(meeting: Meeting): readonly Fact[] {
  const facts: Fact[] = [
    { label: 'When', value: `${datesInWords(meeting.dates, true)}, ${timeInWords(meeting.time)}` },
    { label: 'Where', value: meeting.venue },
  ];
  if (meeting.published !== undefined) {
    facts.push({ label: 'Agenda published', value: momentInWords(meeting.published) });
  }
  const changes = allItems(meeting.items)
    .flatMap((item) => item.papers)
    .flatMap((paper) => (paper.late === undefined ? [] : [paper.late.published]))
    .sort();
  const last = changes.at(-1);
  if (last !== undefined) {
    facts.push({
      label: 'Last change',
      value: `${momentInWords(last)}. ${counted(changes.length, 'paper')} added.`,
    });
  }
  const breaks = breaksInWords(meetingBreaks(meeting).others);
  if (breaks !== undefined) facts.push({ label: 'Breaks', value: breaks });
  if (meeting.hashtag !== undefined) facts.push({ label: 'Hashtag', value: hashtagInWords(meeting.hashtag) });
  return facts;
}

function warningOf(meeting: Meeting): string | undefined {
  switch (meeting.status) {
    case 'cancelled':
      return 'This meeting is cancelled.';
    case 'moved':
      return 'This meeting has moved. Check the date and place before you travel.';
    case 'planned':
    case 'published':
      return undefined;
  }
}

const countWords = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
] as const;
const inWords = (count: number): string => countWords[count] ?? String(count);
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What the law asks to be said about notice (LGA 1972, s.100A(6) and s.100B). */
function noticeOf(meeting: Meeting, index: SiteIndex): readonly string[] {
  if (meeting.published === undefined) return [];
  const lines = [`Published on ${longDate(meeting.published.slice(0, 10))}.`];
  const given = index.input.notices?.get(meeting.key);
  if (given !== undefined) {
    const count = given.clearDays.length;
    const days =
      count === 0
        ? 'No clear working day falls before the meeting.'
        : `${capital(inWords(count))} clear working ${count === 1 ? 'day falls' : 'days fall'} before the meeting: ${datesInWords(given.clearDays, false)}.`;
    lines.push(`${days} The law asks for ${inWords(given.required)}.`);
  }
  if (meeting.shortNotice !== undefined) {
    const reason = meeting.shortNotice.reason.replace(/\.$/, '');
    lines.push(
      `Called at shorter notice on ${momentInWords(meeting.shortNotice.convenedAt)}. Reason: ${reason}.`,
    );
  }
  return lines;
}

/** People who answer questions, with what is known of how to reach them. */
export function contactsOf(ids: readonly string[], index: SiteIndex): readonly Contact[] {
  return ids.flatMap((id) => {
    const person = index.people.get(id);
    if (person === undefined) return [];
    const { name, title, email, telephone } = person;
    return [{ name, title: title === name ? undefined : title, email, telephone }];
  });
}

/** Every item that is not a container has a page of its own, which lists its papers (format, section 9). */
export function itemPages(
  meeting: Meeting,
  index: SiteIndex,
  paintChart: ChartPainter,
): readonly ItemPageView[] {
  return allItems(meeting.items)
    .filter((item: Item) => item.children.length === 0)
    .map((item) => {
      const view = itemView(item, meeting, index, 3);
      return opaque({
        ...pageView(
          {
            path: itemPath(meeting.key, item.number),
            title: `${view.title}: item ${view.label}, ${meeting.title}, ${meetingDates(meeting)}`,
            heading: view.title,
            nav: 'meetings',
            crumbs: [
              { label: 'Meetings', path: homePath },
              { label: committeeName(index, meeting.committee), path: committeePath(meeting.committee) },
              { label: meetingDates(meeting), path: meetingPath(meeting.key) },
              { label: `Item ${view.label}` },
            ],
          },
          index,
          paintChart,
        ),
        eyebrow: `Item ${view.label} of ${meeting.title}, ${meetingDates(meeting)}`,
        item: { ...view, papers: paperLines(item, meeting, index) },
        back: meetingPath(meeting.key),
      });
    });
}
