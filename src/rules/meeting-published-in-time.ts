/** A meeting and its papers are public five clear days before it (three in Wales), unless it is convened at shorter notice. */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { holidaysKnown, holidayYears } from '../model/bank-holidays.js';
import type { IsoDate } from '../model/council.js';
import { dateInWords, weekdayName } from '../model/dates.js';
import type { AuthoredMeeting, AuthoredPublication } from '../model/publication.js';
import { clearDays, clearDaysWanted, latestPublication } from '../model/working-days.js';
import type { Rule } from './rule.js';

const id = 'meeting-published-in-time';

export const rule: Rule = {
  id,
  check: (publication) => publication.meetings.flatMap((meeting) => checkMeeting(publication, meeting)),
};

function checkMeeting(publication: AuthoredPublication, meeting: AuthoredMeeting): readonly Diagnostic[] {
  const { published, shortNotice, span } = meeting;
  const first = meeting.dates[0];
  if (published === undefined || first === undefined || published >= `${first}T${meeting.time}`) return [];
  const { jurisdiction, closedDays } = publication.council;
  const executive = publication.committees.find((c) => c.id === meeting.committee)?.kind === 'executive';
  const authority =
    executive && jurisdiction === 'england' ? 'SI 2012/2089, reg. 6(1)' : 'LGA 1972, s.100A(6)(a)';
  const day = published.slice(0, 10);
  if (!holidaysKnown(first)) {
    const message = `bank holidays are known from ${holidayYears.first} to ${holidayYears.last} only, so the clear days before ${dateInWords(first)} cannot be counted`;
    return [
      warning(id, span, message, {
        hint: 'Count them by hand, and ask for a newer version of Tabled.',
        authority,
      }),
    ];
  }
  const need = clearDaysWanted[jurisdiction];
  const found = clearDays(day, first, closedDays);
  if (found >= need) return [];
  if (shortNotice !== undefined) return checkShortNotice(meeting, shortNotice.convenedAt.slice(0, 10), day);
  const latest = latestPublication(first, need, closedDays);
  const lie =
    found === 1
      ? 'only 1 clear working day lies'
      : `${found === 0 ? 'no' : `only ${found}`} clear working days lie`;
  const message = `${lie} between publication on ${named(day)} and the meeting on ${named(first)}, and ${need} are needed`;
  const hint = `Publish by ${named(latest)}, or, if the meeting is convened at shorter notice, add “shortNotice:” with “convenedAt” and “reason”.`;
  return [error(id, span, message, { hint, authority })];
}

/** At shorter notice the papers are public from the time when the meeting is convened. */
function checkShortNotice(
  meeting: AuthoredMeeting,
  convened: IsoDate,
  published: IsoDate,
): readonly Diagnostic[] {
  if (published <= convened) return [];
  const message = `the meeting was convened at short notice on ${named(convened)}, and published only on ${named(published)}`;
  const hint = 'Publish on the day on which the meeting is convened, or check both dates.';
  return [error(id, meeting.span, message, { hint, authority: 'LGA 1972, s.100A(6)(a)' })];
}

function named(date: IsoDate): string {
  return `${weekdayName(date)} ${dateInWords(date)}`;
}
