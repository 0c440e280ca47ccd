/** "Considered in Nov. 19" may be a day or a year: a date in words has its month and its year in full. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { monthNames } from '../model/dates.js';
import { flatTexts } from './flat-text.js';
import type { FlatText } from './flat-text.js';
import { matchesOf } from './matches.js';
import type { Rule } from './rule.js';

const id = 'date-is-clear';

export const rule: Rule = {
  id,
  check: (_, texts) => texts.flatMap((text) => flatTexts(text).flatMap(checkText)),
};

const months = monthNames.map((name) => name.slice(0, 3));
const pattern = new RegExp(
  `\\b(?:in|by|until|from|since|during)\\s+((${months.join('|')})(?:t|ch|il|e|y)?\\.?\\s+(\\d{2}))(?![\\d\\w]|[.:,]\\d|\\s?%|\\s+\\d{4})`,
  'g',
);

/** Few texts name a month, and looking for one is quick. */
const anyMonth = new RegExp(`\\s(?:${months.join('|')})`);

function checkText(flat: FlatText): readonly Diagnostic[] {
  if (!anyMonth.test(flat.text)) return [];
  return matchesOf(pattern, flat.text).flatMap((match) => {
    const [whole, typed = '', short = '', number = ''] = match;
    const from = match.index + whole.length - typed.length;
    const span = flat.place(from, from + typed.length);
    const month = monthNames[months.indexOf(short)];
    if (span === undefined || month === undefined || Number(number) < 10 || Number(number) > 31) return [];
    return [
      warning(id, span, `“${typed}” may be ${String(Number(number))} ${month} or ${month} 20${number}`, {
        hint: 'Write the date in full: 19 November 2018, or November 2019.',
      }),
    ];
  });
}
