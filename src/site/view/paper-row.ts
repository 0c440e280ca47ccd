/** A paper as one row of a list: what kind it is, where it stands, what changed. */
import type { PaperType } from '../../model/paper.js';
import { itemLabel, rangeInWords } from '../../model/words.js';
import { paperPath, type SitePath } from '../address.js';
import { paperNotes, type StatusNote } from './agenda.js';
import { meetingDates } from './meeting.js';
import type { PlacedPaper, SiteIndex } from './site-index.js';

/** A paper in a list. */
export interface PaperRow {
  readonly path: SitePath;
  readonly title: string;
  readonly where: string;
  readonly notes: readonly StatusNote[];
}

/** "Report", "Business case". */
export function typeWords(type: PaperType): string {
  const words = type.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The row of one paper; `withMeeting` names the meeting of each place, where the list does not say it above. */
export function paperRow(placed: PlacedPaper, index: SiteIndex, withMeeting: boolean): PaperRow {
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
