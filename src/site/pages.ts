/** Every page of the site as data, made before Eleventy starts. */
import type { ChartPainter } from './html/context.js';
import type { SiteInput } from './input.js';
import {
  accessibilityPath,
  committeesPath,
  dataPath,
  homePath,
  papersPath,
  peoplePath,
  type SitePath,
} from './address.js';
import { committeesView, committeeView, type CommitteesView, type CommitteeView } from './view/committees.js';
import { dataView, type DataView } from './view/data.js';
import { homeView, type HomeView } from './view/home.js';
import { itemPages, meetingViewOf, type ItemPageView, type MeetingView } from './view/meeting.js';
import { opaque, type NavKey, type PageView } from './view/page-view.js';
import { paperViewOf, type PaperView } from './view/paper.js';
import { papersView, type PapersView } from './view/papers.js';
import { peopleView, type PeopleView } from './view/people-list.js';
import { plainPages } from './view/plain-pages.js';
import { indexSite } from './view/site-index.js';

/** What head and foot of every page print. */
export interface Frame {
  readonly council: string;
  readonly address: readonly string[];
  readonly department: string;
  readonly telephone: string | undefined;
  readonly email: string | undefined;
  /** Without a slash at the end. */
  readonly siteAddress: string;
  /** The path part of the site's address, for the page that may be served at any address. */
  readonly base: string;
  readonly nav: readonly { readonly key: NavKey; readonly label: string; readonly path: SitePath }[];
  readonly foot: readonly { readonly label: string; readonly path: SitePath }[];
}

/** The pages by the template that prints them; each template makes one page for each entry. */
export interface SitePages {
  readonly frame: Frame;
  readonly home: readonly HomeView[];
  readonly committees: readonly CommitteesView[];
  readonly committee: readonly CommitteeView[];
  readonly meeting: readonly MeetingView[];
  readonly item: readonly ItemPageView[];
  readonly paper: readonly PaperView[];
  readonly papers: readonly PapersView[];
  readonly people: readonly PeopleView[];
  readonly data: readonly DataView[];
  readonly accessibility: readonly PageView[];
  readonly notFound: readonly PageView[];
}

export function sitePages(input: SiteInput, paint: ChartPainter): SitePages {
  const index = indexSite(input);
  const { publication } = input;
  const { accessibility, notFound } = plainPages(index, paint);
  const papers = papersView(index, paint);
  const people = peopleView(index, paint);
  const data = dataView(index, paint);
  const has = {
    papers: papers.groups.length > 0,
    people: people.groups.length > 0,
    data: data.papers.length > 0,
  };
  return opaque({
    frame: frameOf(input, has),
    home: [homeView(index, paint)],
    committees: [committeesView(index, paint)],
    committee: publication.committees.map((committee) => committeeView(committee, index, paint)),
    meeting: publication.meetings.map((meeting) => meetingViewOf(meeting, index, paint)),
    item: publication.meetings.flatMap((meeting) => itemPages(meeting, index, paint)),
    paper: [...index.papers.values()].map((placed) => paperViewOf(placed, index, paint)),
    papers: has.papers ? [papers] : [],
    people: has.people ? [people] : [],
    data: has.data ? [data] : [],
    accessibility: [accessibility],
    notFound: [notFound],
  });
}

interface Existing {
  readonly papers: boolean;
  readonly people: boolean;
  readonly data: boolean;
}

function frameOf({ publication, files }: SiteInput, has: Existing): Frame {
  const { council } = publication;
  const feeds = [
    { label: 'Feed of new papers (Atom)', path: 'feed.xml' },
    { label: 'Calendar of all meetings', path: 'calendar.ics' },
  ].filter((feed) => files.some((file) => file.path === feed.path));
  return opaque({
    council: council.name,
    address: council.address,
    department: council.contact.department ?? 'Democratic support',
    telephone: council.contact.telephone,
    email: council.contact.email,
    siteAddress: council.siteAddress,
    base: basePath(council.siteAddress),
    nav: [
      { key: 'meetings' as const, label: 'Meetings', path: homePath },
      { key: 'committees' as const, label: 'Committees', path: committeesPath },
      ...(has.papers ? [{ key: 'papers' as const, label: 'Papers', path: papersPath }] : []),
      ...(has.people ? [{ key: 'people' as const, label: 'People', path: peoplePath }] : []),
    ],
    foot: [
      ...feeds,
      ...(has.data ? [{ label: 'Data for reuse (CSV and JSON)', path: dataPath }] : []),
      { label: 'Accessibility statement', path: accessibilityPath },
    ],
  });
}

/** `/democracy/` of `https://example.gov.uk/democracy`. */
function basePath(siteAddress: string): string {
  const path = /^[a-z]+:\/\/[^/]*(\/.*)?$/i.exec(siteAddress)?.[1] ?? '';
  return `${path.replace(/\/+$/, '')}/`;
}
