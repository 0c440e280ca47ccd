/** The views of the list of committees, and of the page of each. */
import type { Committee } from '../../model/council.js';
import { roleOf } from '../../model/members.js';
import { plainDate } from '../../model/words.js';
import { committeePath, committeesPath, type SitePath } from '../address.js';
import type { ChartPainter } from '../html/context.js';
import { contactsOf, type Contact } from './meeting.js';
import { meetingRow, type MeetingRow } from './meeting-row.js';
import { byFirstDate } from './order.js';
import { opaque, pageView, type PageView } from './page-view.js';
import { fullName, holdsOn } from './people.js';
import type { SiteIndex } from './site-index.js';

/** A committee in a list. */
export interface CommitteeRow {
  readonly path: SitePath;
  readonly name: string;
  readonly purpose: string | undefined;
}

/** What the page of one committee prints. */
export interface CommitteeView extends PageView {
  readonly purpose: string | undefined;
  readonly years: readonly { readonly year: number; readonly meetings: readonly MeetingRow[] }[];
  readonly members: readonly { readonly name: string; readonly role: string | undefined }[];
  readonly asAt: string;
  readonly quorum: number | undefined;
  readonly contacts: readonly Contact[];
}

/** What the list of committees prints. */
export interface CommitteesView extends PageView {
  readonly committees: readonly CommitteeRow[];
}

/** The row of one committee. */
export function committeeRow(committee: Committee): CommitteeRow {
  return {
    path: committeePath(committee.id),
    name: committee.name,
    purpose: committee.purpose,
  };
}

/** The list of all committees. */
export function committeesView(index: SiteIndex, paint: ChartPainter): CommitteesView {
  const crumbs = [{ label: 'Committees' }];
  return opaque({
    ...pageView({ path: committeesPath, title: 'Committees', nav: 'committees', crumbs }, index, paint),
    committees: index.input.publication.committees.map(committeeRow),
  });
}

/** The page of one committee: its meetings by year, latest first, and who sits on it today. */
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
