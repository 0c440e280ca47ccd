/** A meeting as one row of a list: its day, its place, what changed, and its pack. */
import type { Meeting } from '../../model/publication.js';
import {
  bytesInWords,
  datesInWords,
  dayAndMonth,
  gutterDate,
  plainDate,
  timeInWords,
} from '../../model/words.js';
import { meetingPath, type SitePath } from '../address.js';
import { sentences, type Download, type StatusNote } from './agenda.js';
import { allItems, type SiteIndex } from './site-index.js';

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

/** The row of one meeting. */
export function meetingRow(meeting: Meeting, index: SiteIndex): MeetingRow {
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

/** What a reader must know before opening the meeting; nothing where all is as first published. */
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
