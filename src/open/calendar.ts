/** Meetings as calendar entries (RFC 5545). */
import type { Council, IsoDate } from '../model/council.js';
import type { Meeting } from '../model/publication.js';
import { localStamp, utcStamp } from './time.js';

/** One meeting as a calendar: an entry for each of its days. */
export function meetingIcs(meeting: Meeting, council: Council, asAt: string): string {
  return calendarIcs([meeting], council, asAt);
}

/** All meetings as one calendar. `asAt` stamps meetings that have not been published. */
export function calendarIcs(meetings: readonly Meeting[], council: Council, asAt: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${text(council.name)}//Committee papers//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...london,
    ...meetings.flatMap((meeting) => meeting.dates.flatMap((date) => entry(meeting, date, council, asAt))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** The zone's rules since 1996; the councils of England and Wales know no other. */
const london = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function entry(meeting: Meeting, date: IsoDate, council: Council, asAt: string): readonly string[] {
  const sessions = meeting.sessions.filter((session) => session.date === date);
  const starts = sessions.flatMap((session) => session.start ?? []).sort();
  const ends = sessions.flatMap((session) => session.end ?? []).sort();
  const start = starts[0] ?? meeting.time;
  const end = ends.at(-1);
  const off = meeting.status === 'cancelled' || meeting.status === 'moved';
  const url = `${council.siteAddress}/meetings/${meeting.key}/`;
  const day =
    meeting.dates.length > 1 ? `, day ${meeting.dates.indexOf(date) + 1} of ${meeting.dates.length}` : '';
  const prefix = off ? `${meeting.status === 'moved' ? 'Moved' : 'Cancelled'}: ` : '';
  const programme = sessions.map((session) => {
    const times = [session.start, session.end].filter((time) => time !== undefined).join(' to ');
    return times === '' ? session.label : `${times} ${session.label}`;
  });
  return [
    'BEGIN:VEVENT',
    // Key and day never change, so a second download replaces the first (RFC 5545, 3.8.4.7).
    `UID:${meeting.key.replace(/[^A-Za-z0-9-]/g, '-')}-${date.replace(/-/g, '')}@${host(council)}`,
    `DTSTAMP:${utcStamp(meeting.published ?? asAt)}`,
    `DTSTART;TZID=Europe/London:${localStamp(date, start)}`,
    ...(end !== undefined && end > start ? [`DTEND;TZID=Europe/London:${localStamp(date, end)}`] : []),
    `SUMMARY:${text(`${prefix}${meeting.title}${day}`)}`,
    `LOCATION:${text(meeting.venue)}`,
    `DESCRIPTION:${text([...programme, `Agenda and papers: ${url}`].join('\n'))}`,
    `URL:${url}`,
    `STATUS:${off ? 'CANCELLED' : meeting.status === 'planned' ? 'TENTATIVE' : 'CONFIRMED'}`,
    `SEQUENCE:${off ? 1 : 0}`,
    'END:VEVENT',
  ];
}

function host(council: Council): string {
  return council.siteAddress.replace(/^[a-z]+:\/\//i, '').replace(/[/:].*$/, '') || 'localhost';
}

/** Escapes a TEXT value (RFC 5545, 3.3.11). Other control characters may not stand in it at all. */
function text(value: string): string {
  return value
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** Folds a line at 75 octets, never inside a character (RFC 5545, 3.1). */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
