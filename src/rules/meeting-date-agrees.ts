/** "30/31 January 2018" in the papers of a meeting on 30 and 31 January 2019: the year is that of the meeting. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { dateInWords } from '../model/dates.js';
import { flatTexts } from './flat-text.js';
import type { FlatText } from './flat-text.js';
import { proseDates } from './prose-date.js';
import type { Rule } from './rule.js';
import { textSettings } from './text-setting.js';

const id = 'meeting-date-agrees';

export const rule: Rule = {
  id,
  check: (publication, texts) => {
    const settings = textSettings(publication);
    return texts.flatMap((text) => {
      const days = settings.get(text.document)?.meeting?.dates ?? [];
      return days.length === 0 ? [] : flatTexts(text).flatMap((flat) => checkText(flat, days));
    });
  },
};

/** The sentence is about another year. */
const otherYear =
  /\b(?:last\s+year|previous|minutes|years?\s+(?:ago|before|later|earlier|on)|anniversary|annual)\b/i;

function checkText(flat: FlatText, days: readonly string[]): readonly Diagnostic[] {
  if (otherYear.test(flat.text)) return [];
  return proseDates(flat.text).flatMap((date) => {
    if (date.precision !== 'day') return [];
    const day = days.find((d) => d.slice(4) === date.from.slice(4) && d !== date.from);
    const span = flat.place(date.start, date.end);
    if (day === undefined || span === undefined) return [];
    if (Math.abs(Number(day.slice(0, 4)) - Number(date.from.slice(0, 4))) > 1) return [];
    return [
      warning(
        id,
        span,
        `“${date.typed}” has another year than the meeting, which is on ${dateInWords(day)}`,
        {
          hint: 'Correct the year, if the meeting is meant; {{ meeting.date }} writes it by itself.',
        },
      ),
    ];
  });
}
