/** Values of the meeting that texts may print: `{{ meeting.venue }}`. */
import type { AuthoredMeeting, AuthoredPublication } from '../model/publication.js';
import { datesInWords, timeInWords } from '../model/words.js';

/** By dotted path. Dates stay ISO, so that formats can print them as they like. */
export function meetingValues(
  meeting: AuthoredMeeting,
  publication: AuthoredPublication,
): ReadonlyMap<string, string> {
  const { council } = publication;
  const values: [string, string | undefined][] = [
    ['meeting.title', meeting.title],
    ['meeting.subject', meeting.subject],
    ['meeting.venue', meeting.venue],
    ['meeting.date', meeting.dates[0]],
    ['meeting.dates', datesInWords(meeting.dates, true)],
    ['meeting.time', timeInWords(meeting.time)],
    ['meeting.published', meeting.published?.slice(0, 10)],
    ['meeting.committee', publication.committees.find((c) => c.id === meeting.committee)?.name],
    ['meeting.webcast', meeting.webcast],
    ['council.name', council.name],
    ['council.address', council.address.join(', ')],
    ['council.email', council.contact.email],
    ['council.telephone', council.contact.telephone],
    ['council.siteAddress', council.siteAddress],
  ];
  return new Map(values.flatMap(([path, value]) => (value === undefined ? [] : [[path, value] as const])));
}
