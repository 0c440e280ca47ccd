/** "15 of 24 (62.5%)": a percentage that stands beside its two figures follows from them. */
import { error } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { flatTexts } from './flat-text.js';
import type { FlatText } from './flat-text.js';
import { matchesOf } from './matches.js';
import { baseOf, figureSource, lastDigit, proseFigure } from './prose-figure.js';
import type { Rule } from './rule.js';

const id = 'percentage-agrees';

export const rule: Rule = {
  id,
  check: (_, texts) => texts.flatMap((text) => flatTexts(text).flatMap(checkText)),
};

const pair = `${figureSource}\\s(?:out\\s)?of\\s(?:the\\s|all\\s|our\\s|its\\s)?${figureSource}(?:\\s[\\p{L}-]+){0,3}`;
const percent = '(\\d+(?:\\.\\d+)?)\\s?(?:%|per cent)';
/** "15 of 24 people (62.5%)", and "62.5% of people (15 of 24)". */
const orders = [
  { pattern: new RegExp(`(?<![\\d.,£])${pair}\\s\\(${percent}\\)`, 'giu'), part: 1, all: 2, share: 3 },
  {
    pattern: new RegExp(`(?<![\\d.,£-])${percent}(?:\\s[\\p{L}-]+){0,4}\\s\\(${pair}\\)`, 'giu'),
    part: 2,
    all: 3,
    share: 1,
  },
] as const;

function checkText(flat: FlatText): readonly Diagnostic[] {
  // Few texts have a bracket, and looking for one costs nothing.
  if (!flat.text.includes('(')) return [];
  return orders.flatMap((order) => checkOrder(flat, order));
}

function checkOrder(flat: FlatText, order: (typeof orders)[number]): readonly Diagnostic[] {
  return matchesOf(order.pattern, flat.text).flatMap((match) => {
    const [whole] = match;
    const [partText = '', allText = '', shareText = ''] = [
      match[order.part],
      match[order.all],
      match[order.share],
    ];
    const [part, all, share] = [partText, allText, shareText].map(proseFigure);
    if (part === undefined || all === undefined || share === undefined) return [];
    const countable = part.kind === all.kind && (part.kind === 'number' || part.kind === 'money');
    if (!countable || all.amount.isZero() || baseOf(part).gt(baseOf(all))) return [];
    const right = baseOf(part).div(baseOf(all)).times(100);
    const span = flat.place(match.index, match.index + whole.length);
    // A unit of the last digit is left to those who round down.
    if (span === undefined || right.minus(share.amount).abs().lt(lastDigit(share))) return [];
    const shown = right.toDecimalPlaces(Math.max(share.decimals, 1)).toString();
    return [
      error(
        id,
        span,
        `${partText.trim()} of ${allText.trim()} is ${shown}%, and the text says ${shareText}%`,
        {
          hint: 'Correct the percentage, or the figures beside it.',
        },
      ),
    ];
  });
}
