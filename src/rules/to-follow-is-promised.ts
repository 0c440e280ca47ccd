/** A paper that is to follow says by when and from whom it will come. */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { dateInWords } from '../model/dates.js';
import type { AuthoredItem, AuthoredMeeting } from '../model/publication.js';
import { allItems } from './rule.js';
import type { Rule } from './rule.js';

const id = 'to-follow-is-promised';

export const rule: Rule = {
  id,
  check: ({ meetings }) =>
    meetings.flatMap((meeting) => allItems(meeting).flatMap((item) => checkItem(meeting, item))),
};

function checkItem(meeting: AuthoredMeeting, item: AuthoredItem): readonly Diagnostic[] {
  const { status, span, number } = item;
  if (status?.state !== 'to-follow') return [];
  const faults: Diagnostic[] = [];
  const lacking = [
    status.due === undefined ? '“due”' : '',
    status.owner === undefined ? '“owner”' : '',
  ].filter((t) => t !== '');
  if (lacking.length > 0) {
    const hint = 'Add “due:” with date and time, and “owner:” with who brings the paper.';
    faults.push(
      error(
        id,
        span,
        `the paper of item ${number} is to follow, and the item has no ${lacking.join(' and no ')}`,
        { hint },
      ),
    );
  }
  const begins = `${meeting.dates[0] ?? ''}T${meeting.time}`;
  if (status.due !== undefined && status.due > begins) {
    const message = `the paper of item ${number} is due on ${dateInWords(status.due)} at ${status.due.slice(11)}, after the meeting has begun`;
    faults.push(error(id, span, message, { hint: 'Set an earlier “due”, or defer the item.' }));
  }
  if (item.papers.length > 0) {
    const hint = 'Delete “status: to-follow” once the paper is there.';
    faults.push(warning(id, span, `item ${number} says that its paper is to follow, and has one`, { hint }));
  }
  return faults;
}
