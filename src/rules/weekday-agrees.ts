/** A weekday that is typed before a date is the weekday of that date. */
import { error } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { daysInMonth, monthNames, weekdayName, weekdayNames } from '../model/dates.js';
import type { AuthoredDocument } from '../model/block.js';
import type { AuthoredPublication } from '../model/publication.js';
import type { Span } from '../source/span.js';
import { matchesOf } from './matches.js';
import { allItems, allPapers } from './rule.js';
import type { Rule } from './rule.js';
import { words } from './walk.js';

const id = 'weekday-agrees';

export const rule: Rule = {
  id,
  check: (publication) => stretches(publication).flatMap(({ text, span }) => checkText(text, span)),
};

interface Stretch {
  readonly text: string;
  readonly span: Span;
}

/** Titles, subjects and all text. */
function stretches(publication: AuthoredPublication): readonly Stretch[] {
  const found: Stretch[] = [];
  const texts = (source: { readonly text: AuthoredDocument; readonly span: Span }): void => {
    for (const { text, span } of words(source.text)) found.push({ text, span: span ?? source.span });
  };
  for (const meeting of publication.meetings) {
    texts(meeting);
    if (meeting.subject !== undefined) found.push({ text: meeting.subject, span: meeting.span });
    found.push({ text: meeting.title, span: meeting.span });
    for (const item of allItems(meeting)) {
      found.push({ text: item.title, span: item.span });
      texts(item);
    }
  }
  for (const paper of allPapers(publication)) {
    found.push({ text: paper.title, span: paper.span });
    texts(paper);
  }
  return found;
}

const day = `(${weekdayNames.join('|')}),?\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?`;
/** "Tuesday 30 January 2019", "Wednesday 30 and Thursday 31 January 2019". */
const pattern = new RegExp(
  `\\b${day}(?:\\s*(?:and|to|&|[-–])\\s*${day})?\\s+(?:of\\s+)?(${monthNames.join('|')}),?\\s+(\\d{4})\\b`,
  'g',
);

function checkText(text: string, span: Span): readonly Diagnostic[] {
  // Every weekday ends so, and most texts name none.
  if (!text.includes('day')) return [];
  // A stretch with escapes is longer in the file than its text: then the whole of it is marked.
  const exact = span.end - span.start === text.length;
  return matchesOf(pattern, text).flatMap((match) => {
    const [whole, firstName, firstDay, secondName, secondDay, month = '', year = ''] = match;
    const at = exact
      ? { ...span, start: span.start + match.index, end: span.start + match.index + whole.length }
      : span;
    return [
      ...checkDate(firstName, firstDay, month, year, at),
      ...(secondName === undefined ? [] : checkDate(secondName, secondDay, month, year, at)),
    ];
  });
}

function checkDate(
  name: string | undefined,
  dayText: string | undefined,
  monthName: string,
  yearText: string,
  span: Span,
): readonly Diagnostic[] {
  const month = (monthNames as readonly string[]).indexOf(monthName) + 1;
  const [dayOfMonth, year] = [Number(dayText), Number(yearText)];
  const printed = `${dayOfMonth} ${monthName} ${yearText}`;
  const last = daysInMonth(year, month);
  if (dayOfMonth < 1 || dayOfMonth > last) {
    return [
      error(id, span, `there is no ${printed}`, {
        hint: `${monthName} ${yearText} has ${last} days; check the date.`,
      }),
    ];
  }
  const right = weekdayName(
    `${yearText}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`,
  );
  if (right === name) return [];
  return [
    error(id, span, `${printed} is a ${right}, not a ${name ?? ''}`, {
      hint: 'Correct the weekday or the date.',
    }),
  ];
}
