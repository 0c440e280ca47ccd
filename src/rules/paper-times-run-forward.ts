/** Papers are not dated after the meeting that has them, and minutes end after they began. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { dateInWords } from '../model/dates.js';
import type { AuthoredMeeting, AuthoredPaper } from '../model/publication.js';
import { entry } from '../source/data-node.js';
import { allItems, allPapers } from './rule.js';
import type { Rule } from './rule.js';

const id = 'dates-run-forward';

export const rule: Rule = {
  id,
  check: (publication) => [
    ...publication.meetings.flatMap(checkMeeting),
    ...allPapers(publication).flatMap(checkMinutes),
  ],
};

function checkMeeting(meeting: AuthoredMeeting): readonly Diagnostic[] {
  const last = meeting.dates.at(-1);
  if (last === undefined) return [];
  return allItems(meeting)
    .flatMap((item) => item.papers)
    .flatMap((paper) => {
      const { date, type, title } = paper;
      // These are written when the meeting is over.
      if (date === undefined || date <= last || type === 'minutes' || type === 'decision') return [];
      const span = entry(paper.settings, 'date')?.span ?? paper.span;
      const message = `“${title}” is dated ${dateInWords(date)}, and its meeting is on ${dateInWords(last)}`;
      return [warning(id, span, message, { hint: 'Check the date of the paper, its year first.' })];
    });
}

function checkMinutes(paper: AuthoredPaper): readonly Diagnostic[] {
  if (paper.type !== 'minutes') return [];
  const finished = entry(paper.settings, 'finished');
  const [from, to] = [minuteOf(entry(paper.settings, 'started')), minuteOf(finished)];
  if (from === undefined || to === undefined || finished === undefined || to > from) return [];
  const message = 'the minutes say that the meeting finished before it started';
  const hint = 'Check “started” and “finished”: 2.00 pm, or 14:00 by the 24-hour clock.';
  return [warning(id, finished.span, message, { hint })];
}

/** Minutes since midnight of "10.00 am", "14:00", "noon"; undefined for other words. */
function minuteOf(node: ReturnType<typeof entry>): number | undefined {
  const text = node?.kind === 'scalar' ? node.text.trim().toLowerCase() : '';
  if (text === 'noon') return 720;
  const found = /^(\d{1,2})[.:](\d{2})\s*(am|pm)?$/.exec(text);
  if (found === null) return undefined;
  const hour = Number(found[1]);
  const half = found[3];
  return (half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + Number(found[2]);
}
