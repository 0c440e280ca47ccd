/** An amount among millions has its "million" too. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { flatTexts } from './flat-text.js';
import type { FlatText } from './flat-text.js';
import { matchesOf } from './matches.js';
import type { Rule } from './rule.js';

const id = 'money-has-scale';

export const rule: Rule = {
  id,
  check: (_, texts) => texts.flatMap((text) => flatTexts(text).flatMap(checkText)),
};

const amounts = /£\s?(\d[\d,]*)(\.\d+)?(\s?(?:m|mn|million|bn|billion|k|thousand)(?!\w))?/gi;
const scaled = '\\s?£?\\s?[\\d.,]+\\s?(?:m|mn|million|bn|billion|k|thousand)(?!\\w)';
/** A range whose scale comes at its end, or a price for each. */
const excused = new RegExp(
  `^(?:\\s?(?:-|–|—|/|to|or)${scaled}|\\s?(?:p|per|a|an|each|every|plus)\\b|\\s?/)`,
  'i',
);
/** "£1.2 and £1.5 million", where no amount before has a scale of its own. */
const shared = new RegExp(`^\\s?(?:and|,)${scaled}`, 'i');

function checkText(flat: FlatText): readonly Diagnostic[] {
  if (!flat.text.includes('£')) return [];
  const all = matchesOf(amounts, flat.text);
  const millions = all.filter((m) => /^\s?(?:m|b)/i.test(m[3] ?? ''));
  if (millions.length === 0) return [];
  return all.flatMap((match) => {
    const [typed, whole = '', fraction = '', scale] = match;
    if (scale !== undefined || fraction === '' || Number(whole.replaceAll(',', '')) >= 1000) return [];
    // Two decimals may be pence: then only a neighbourhood of nothing but millions is a sign.
    const pence = fraction.length === 3;
    const others = all.length - 1;
    if (pence && (others < 2 || millions.length < others)) return [];
    const end = match.index + typed.length;
    const after = flat.text.slice(end);
    const first = millions.every((other) => other.index > match.index);
    if (excused.test(after) || (first && shared.test(after))) return [];
    const span = flat.place(match.index, end);
    if (span === undefined) return [];
    return [
      warning(id, span, `“${typed}” stands among millions and is a few pounds as it is typed`, {
        hint: `Write ${typed}m if millions are meant.`,
      }),
    ];
  });
}
