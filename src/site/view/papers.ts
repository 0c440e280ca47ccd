/** The view of the list of all papers, under the meetings that they went to. */
import { meetingPath, papersPath, type SitePath } from '../address.js';
import type { ChartPainter } from '../html/context.js';
import { meetingDates } from './meeting.js';
import { byFirstDate } from './order.js';
import { opaque, pageView, type PageView } from './page-view.js';
import { paperRow, type PaperRow } from './paper-row.js';
import { allItems, type SiteIndex } from './site-index.js';

/** What the list of papers prints. */
export interface PapersView extends PageView {
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly path: SitePath | undefined;
    readonly papers: readonly PaperRow[];
  }[];
}

/** All papers, those of the latest meeting first and those without a meeting last. */
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
