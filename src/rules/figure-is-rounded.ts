/** 1.041547278 as a spreadsheet gives it: a figure that people read has the digits that mean something. */
import { Decimal } from 'decimal.js';
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { flatTexts } from './flat-text.js';
import type { FlatText } from './flat-text.js';
import { matchesOf } from './matches.js';
import type { Rule } from './rule.js';

const id = 'figure-is-rounded';

export const rule: Rule = {
  id,
  check: (_, texts) => texts.flatMap((text) => flatTexts(text).flatMap(checkText)),
};

/** Seven decimals and more: tables of discount factors have up to six. */
const long = /(?<![\d.,\p{L}/-])(\d{1,12})\.(\d{7,30})(?![\d.]*\d|°|\p{L})/gu;

function checkText(flat: FlatText): readonly Diagnostic[] {
  if (
    !/\.\d{7}/.test(flat.text) ||
    /\b(?:lat|long|latitude|longitude|easting|northing|doi|version)\b/i.test(flat.text)
  )
    return [];
  return matchesOf(long, flat.text).flatMap((match) => {
    const [typed, whole = '', fraction = ''] = match;
    const span = flat.place(match.index, match.index + typed.length);
    if (span === undefined) return [];
    const value = new Decimal(typed);
    const asShare = value.gt(0) && value.lt(10) && flat.text[match.index + typed.length] !== '%';
    const share = asShare ? `, or as a percentage: ${value.times(100).toDecimalPlaces(1).toString()}%` : '';
    return [
      warning(id, span, `“${typed}” has ${String(fraction.length)} digits after the point`, {
        hint: `Write it with the digits that readers need, ${whole}.${value.toFixed(3).split('.')[1] ?? ''}${share}; or calculate it, and it is printed rounded.`,
      }),
    ];
  });
}
