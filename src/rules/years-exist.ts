/** Years of running text that cannot be: "2013/4", "2014/15/16", "2013-1016". */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { flatTexts } from './flat-text.js';
import type { FlatText } from './flat-text.js';
import { matchesOf } from './matches.js';
import type { Rule } from './rule.js';

const id = 'year-exists';

export const rule: Rule = {
  id,
  check: (_, texts) => texts.flatMap((text) => flatTexts(text).flatMap(checkText)),
};

/** A slash with one digit, or with two more years. A date or a reference has other digits around it. */
const oddYear = /(?<![\d/.-])((?:19|20)\d{2})\/(?:(\d)|(\d{2})\/(\d{2}))(?![\d/])/g;
/** A year that ends in itself or in the one before. Numbers of minutes and decisions look alike, so a word has to lead up. */
const turned = /\b(?:in|for|during|since|from|until|by|year) ((?:19|20)\d{2})\/(\d{2})(?![\d/])/gi;
const range = /(?<![\d/.,-]|\d\s)((?:19|20)\d{2})\s?[-–]\s?(\d{4})(?![\d/-]|[.,]\d)/g;

function checkText(flat: FlatText): readonly Diagnostic[] {
  if (!/\d{4}\s?[/–-]/.test(flat.text)) return [];
  const report = (match: RegExpExecArray, message: string, hint: string): readonly Diagnostic[] => {
    const span = flat.place(match.index, match.index + match[0].length);
    return span === undefined ? [] : [warning(id, span, message, { hint })];
  };
  return [
    ...matchesOf(oddYear, flat.text).flatMap((match) => {
      const [typed, start = '', digit, second, third] = match;
      const next = String((Number(start) + 1) % 100).padStart(2, '0');
      if (digit !== undefined)
        return digit === next.slice(-1)
          ? report(match, `“${typed}” is not a financial year`, `Write ${start}/${next}.`)
          : [];
      if (second !== next || Number(third) !== (Number(next) + 1) % 100) return [];
      return report(
        match,
        `“${typed}” is not a financial year`,
        `Write ${start}/${next} for one year, or “${start}/${next} and 20${next}/${third ?? ''}” for both.`,
      );
    }),
    ...matchesOf(turned, flat.text).flatMap((match) => {
      const [, start = '', end = ''] = match;
      const back = (Number(start) % 100) - Number(end);
      if (back !== 0 && back !== 1) return [];
      const next = String((Number(start) + 1) % 100).padStart(2, '0');
      return report(
        match,
        `“${start}/${end}” is not a financial year`,
        `A financial year ends in the year after it begins, as in ${start}/${next}.`,
      );
    }),
    ...matchesOf(range, flat.text).flatMap((match) => {
      const [typed, start = '', end = ''] = match;
      if (Number(end) > Number(start)) return [];
      // A telephone number has no second year; one that begins with 1 or 2 is most likely a year with a slip.
      if (!/^[12]/.test(end)) return [];
      return report(match, `“${typed}” ends before it begins`, 'Check both years.');
    }),
  ];
}
