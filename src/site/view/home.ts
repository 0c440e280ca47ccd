/** The view of the home page: the next meetings, the latest ones, and the newest papers. */
import { longDate } from '../../model/words.js';
import { homePath } from '../address.js';
import type { ChartPainter } from '../html/context.js';
import { committeeRow, type CommitteeRow } from './committees.js';
import { meetingRow, type MeetingRow } from './meeting-row.js';
import { byFirstDate, compare } from './order.js';
import { opaque, pageView, type PageView } from './page-view.js';
import { paperRow, type PaperRow } from './paper-row.js';
import type { PlacedPaper, SiteIndex } from './site-index.js';

/** What the home page prints. */
export interface HomeView extends PageView {
  readonly next: readonly MeetingRow[];
  readonly latest: readonly MeetingRow[];
  readonly papers: readonly PaperRow[];
  readonly committees: readonly CommitteeRow[];
  readonly asAt: string;
}

/** How many meetings and papers the home page shows. */
const shownOnHome = 6;

/** The home page as it stands on the day of the publication. */
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
