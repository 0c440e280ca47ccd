/** The views of the pages that list things: home, committees, papers, people, data. */
import { roleOf } from '../../model/members.js';
import type { Committee } from '../../model/council.js';
import type { Meeting } from '../../model/publication.js';
import {
  accessibilityPath,
  committeePath,
  committeesPath,
  homePath,
  meetingPath,
  notFoundPath,
  papersPath,
  paperPath,
  peoplePath,
  type SitePath,
} from '../address.js';
import type { ChartPainter } from '../html/context.js';
import {
  bytesInWords,
  datesInWords,
  dayAndMonth,
  gutterDate,
  longDate,
  plainDate,
  rangeInWords,
  timeInWords,
  itemLabel,
} from '../../model/words.js';
import { paperNotes, sentences, type Download, type StatusNote } from './agenda.js';
import { contactsOf, meetingDates, type Contact } from './meeting.js';
import { opaque, pageView, type PageView } from './page-view.js';
import { typeWords } from './paper.js';
import { fullName, holdsOn, seatsOf } from './people.js';
import { allItems, type PlacedPaper, type SiteIndex } from './site-index.js';

/** A meeting in a list. */
export interface MeetingRow {
  readonly path: SitePath;
  readonly title: string;
  readonly day: string;
  readonly month: string;
  readonly year: number;
  /** "Wednesday 30 and Thursday 31 January 2019, 9.30 am. Warspite Room, Council House." */
  readonly when: string;
  /** "Wednesday 30 January", under a heading that says the year. */
  readonly short: string;
  readonly subject: string | undefined;
  readonly note: StatusNote | undefined;
  readonly pack: Download | undefined;
}

export interface PaperRow {
  readonly path: SitePath;
  readonly title: string;
  readonly where: string;
  readonly notes: readonly StatusNote[];
}

export interface HomeView extends PageView {
  readonly next: readonly MeetingRow[];
  readonly latest: readonly MeetingRow[];
  readonly papers: readonly PaperRow[];
  readonly committees: readonly CommitteeRow[];
  readonly asAt: string;
}

export interface CommitteeRow {
  readonly path: SitePath;
  readonly name: string;
  readonly purpose: string | undefined;
}

export interface CommitteeView extends PageView {
  readonly purpose: string | undefined;
  readonly years: readonly { readonly year: number; readonly meetings: readonly MeetingRow[] }[];
  readonly members: readonly { readonly name: string; readonly role: string | undefined }[];
  readonly asAt: string;
  readonly quorum: number | undefined;
  readonly contacts: readonly Contact[];
}

export interface CommitteesView extends PageView {
  readonly committees: readonly CommitteeRow[];
}

export interface PapersView extends PageView {
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly path: SitePath | undefined;
    readonly papers: readonly PaperRow[];
  }[];
}

export interface PeopleView extends PageView {
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly people: readonly {
      readonly id: string;
      readonly name: string;
      readonly facts: readonly string[];
    }[];
  }[];
}

/** How many meetings and papers the home page shows. */
const shownOnHome = 6;

const byFirstDate = (a: Meeting, b: Meeting): number =>
  compare(a.dates[0] ?? '', b.dates[0] ?? '') || compare(a.key, b.key);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function homeView(index: SiteIndex, paint: ChartPainter): HomeView {
  const { publication } = index.input;
  const today = publication.asAt.slice(0, 10);
  const sorted = [...publication.meetings].sort(byFirstDate);
  const coming = sorted.filter((meeting) => (meeting.dates.at(-1) ?? '') >= today);
  const past = sorted.filter((meeting) => !coming.includes(meeting)).reverse();
  return opaque({
    ...pageView({ path: homePath, title: 'Committee papers', nav: 'meetings', crumbs: [] }, index, paint),
    next: coming.slice(0, shownOnHome).map((meeting) => meetingRow(meeting, index)),
    latest: past.slice(0, shownOnHome).map((meeting) => meetingRow(meeting, index)),
    papers: latestPapers(index).slice(0, shownOnHome),
    committees: publication.committees.map(committeeRow),
    asAt: longDate(today),
  });
}

function meetingRow(meeting: Meeting, index: SiteIndex): MeetingRow {
  const { day, month, year } = gutterDate(meeting.dates);
  const pack = index.input.packs.get(meeting.key)?.pack;
  const pages = pack?.pages === undefined ? '' : `, ${String(pack.pages)} pages`;
  return {
    path: meetingPath(meeting.key),
    title: meeting.title,
    day,
    month,
    year,
    when: sentences(
      `${datesInWords(meeting.dates, true)}, ${timeInWords(meeting.time)}`,
      meeting.venue,
      meeting.subject,
    ),
    short: meeting.dates.map(dayAndMonth).join(' and '),
    subject: meeting.subject,
    note: meetingNote(meeting),
    pack:
      pack === undefined
        ? undefined
        : {
            path: pack.path,
            words: `Agenda pack for ${datesInWords(meeting.dates, false)} (PDF${pages}, ${bytesInWords(pack.bytes)})`,
          },
  };
}

function meetingNote(meeting: Meeting): StatusNote | undefined {
  switch (meeting.status) {
    case 'cancelled':
      return { mark: 'none', word: 'Cancelled', text: 'This meeting will not be held.' };
    case 'moved':
      return { mark: 'updated', word: 'Moved', text: 'The date or place has changed.' };
    case 'planned':
      return { mark: 'to-follow', word: 'Agenda to follow', text: '' };
    case 'published': {
      const late = allItems(meeting.items)
        .flatMap((item) => item.papers)
        .filter((paper) => paper.late !== undefined || paper.supersedes !== undefined).length;
      if (late === 0 || meeting.published === undefined) return undefined;
      return {
        mark: 'updated',
        word: late === 1 ? '1 change' : `${String(late)} changes`,
        text: `since the agenda was published on ${plainDate(meeting.published.slice(0, 10))}`,
      };
    }
  }
}

/** When a paper appeared: late papers on their own day, others with their agenda. */
function appeared({ paper, carriers }: PlacedPaper): string {
  const days = carriers.map(({ meeting }) => meeting.published ?? meeting.dates[0] ?? '');
  return paper.late?.published ?? days.sort(compare).at(-1) ?? paper.date ?? '';
}

function latestPapers(index: SiteIndex): readonly PaperRow[] {
  const placed = [...index.papers.values()].map((each, order) => ({ each, order, day: appeared(each) }));
  placed.sort((a, b) => compare(b.day, a.day) || a.order - b.order);
  return placed.map(({ each }) => paperRow(each, index, true));
}

function paperRow(placed: PlacedPaper, index: SiteIndex, withMeeting: boolean): PaperRow {
  const { paper, carriers } = placed;
  const { itemNumbers } = index.input.publication.council.style;
  const places = carriers.map(({ meeting, item, facts }) => {
    const label = `item ${itemLabel(item.number, itemNumbers)}`;
    const place = withMeeting ? `${meeting.title}, ${meetingDates(meeting)}, ${label}` : label;
    return facts === undefined ? place : `${place}, ${rangeInWords(facts.range).toLowerCase()}`;
  });
  const where = places.length === 0 ? typeWords(paper.type) : places.join('; ');
  return {
    path: paperPath(paper.address),
    title: paper.title,
    where: where.slice(0, 1).toUpperCase() + where.slice(1),
    notes: paperNotes(paper, undefined),
  };
}

const committeeRow = (committee: Committee): CommitteeRow => ({
  path: committeePath(committee.id),
  name: committee.name,
  purpose: committee.purpose,
});

export function committeesView(index: SiteIndex, paint: ChartPainter): CommitteesView {
  const crumbs = [{ label: 'Committees' }];
  return opaque({
    ...pageView({ path: committeesPath, title: 'Committees', nav: 'committees', crumbs }, index, paint),
    committees: index.input.publication.committees.map(committeeRow),
  });
}

export function committeeView(committee: Committee, index: SiteIndex, paint: ChartPainter): CommitteeView {
  const { publication } = index.input;
  const today = publication.asAt.slice(0, 10);
  const meetings = publication.meetings
    .filter((meeting) => meeting.committee === committee.id)
    .sort(byFirstDate)
    .reverse();
  const years = new Map<number, MeetingRow[]>();
  for (const meeting of meetings) {
    const row = meetingRow(meeting, index);
    years.set(row.year, [...(years.get(row.year) ?? []), row]);
  }
  return opaque({
    ...pageView(
      {
        path: committeePath(committee.id),
        title: committee.name,
        nav: 'committees',
        crumbs: [{ label: 'Committees', path: committeesPath }, { label: committee.name }],
      },
      index,
      paint,
    ),
    purpose: committee.purpose,
    years: [...years].map(([year, rows]) => ({ year, meetings: rows })),
    members: committee.members
      .filter((member) => holdsOn(member, today))
      .flatMap((member) => {
        const person = index.people.get(member.person);
        return person === undefined ? [] : [{ name: fullName(person), role: roleOf(member) }];
      }),
    asAt: plainDate(today),
    quorum: committee.quorum,
    contacts: contactsOf(committee.contact, index),
  });
}

export function papersView(index: SiteIndex, paint: ChartPainter): PapersView {
  const meetings = [...index.input.publication.meetings].sort(byFirstDate).reverse();
  const byMeeting = meetings.map((meeting) => ({
    id: `meeting-${meeting.key.replaceAll('/', '-')}`,
    title: `${meeting.title}, ${meetingDates(meeting)}`,
    path: meetingPath(meeting.key),
    papers: allItems(meeting.items)
      .flatMap((item) => item.papers)
      .flatMap((paper) => {
        const placed = index.papers.get(paper.address);
        if (placed === undefined) return [];
        const carriers = placed.carriers.filter((carrier) => carrier.meeting === meeting);
        return [paperRow({ paper, carriers }, index, false)];
      }),
  }));
  const loose = [...index.papers.values()].filter(({ carriers }) => carriers.length === 0);
  const other = {
    id: 'other-papers',
    title: 'Papers without a meeting',
    path: undefined,
    papers: loose.map((placed) => paperRow(placed, index, false)),
  };
  return opaque({
    ...pageView(
      { path: papersPath, title: 'Papers', nav: 'papers', crumbs: [{ label: 'Papers' }] },
      index,
      paint,
    ),
    groups: [...byMeeting, other].filter((group) => group.papers.length > 0),
  });
}

export function peopleView(index: SiteIndex, paint: ChartPainter): PeopleView {
  const { publication } = index.input;
  const today = publication.asAt.slice(0, 10);
  const listed = (kind: 'councillor' | 'officer'): PeopleView['groups'][number]['people'] =>
    publication.people
      .filter((person) => person.kind === kind)
      .map((person) => ({
        id: person.id,
        name: fullName(person),
        facts: [person.title, person.ward, person.party, seatsOf(person, today, index)].filter(
          (fact) => fact !== undefined,
        ),
      }));
  return opaque({
    ...pageView(
      { path: peoplePath, title: 'People', nav: 'people', crumbs: [{ label: 'People' }] },
      index,
      paint,
    ),
    groups: [
      { id: 'councillors', title: 'Councillors', people: listed('councillor') },
      { id: 'officers', title: 'Officers', people: listed('officer') },
    ].filter((group) => group.people.length > 0),
  });
}

export function plainPages(
  index: SiteIndex,
  paint: ChartPainter,
): { readonly accessibility: PageView; readonly notFound: PageView } {
  return {
    accessibility: opaque(
      pageView(
        {
          path: accessibilityPath,
          title: 'Accessibility statement',
          nav: 'accessibility',
          crumbs: [{ label: 'Accessibility statement' }],
        },
        index,
        paint,
      ),
    ),
    notFound: opaque(
      pageView({ path: notFoundPath, title: 'Page not found', nav: undefined, crumbs: [] }, index, paint),
    ),
  };
}
