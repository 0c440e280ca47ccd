/** "From A to B by N": the three figures of a sentence agree with each other and with its verb. */
import { Decimal } from 'decimal.js';
import { error } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { flatTexts } from './flat-text.js';
import type { FlatText } from './flat-text.js';
import { matchesOf } from './matches.js';
import { baseOf, figureSource, lastDigit, printedLike, proseFigure } from './prose-figure.js';
import type { ProseFigure } from './prose-figure.js';
import type { Rule } from './rule.js';

const id = 'change-adds-up';

export const rule: Rule = {
  id,
  check: (_, texts) => texts.flatMap((text) => flatTexts(text).flatMap(checkText)),
};

const down =
  'reduc\\w*|decreas\\w*|fall\\w*|fell|drop\\w*|lower\\w*|cut(?:ting|s)?|declin\\w*|shr[aiu]nk\\w*|down';
const up = 'increas\\w*|ris(?:e|es|en|ing)|rose|gr[eo]w\\w*|rais\\w*|grown|climb\\w*|up';
const qualifier =
  '(?:(?:the|its|their|a|current|previous|present|original|planned|existing|forecast|baseline|of)\\s){0,3}';
/** Up to eight words without a stop, a figure or "from". */
const few = '(?:\\s(?!from\\b|to\\b|by\\b)[^\\s.;:\\d£]+){0,8}?';
const f = figureSource;
/** Words after the verb, then the three figures in each of the orders that English allows. */
const orders = [
  {
    source: `by\\s${f}${few}\\sfrom\\s${qualifier}${f}${few}\\sto\\s${qualifier}${f}`,
    by: 0,
    from: 1,
    to: 2,
  },
  {
    source: `from\\s${qualifier}${f}${few}\\sto\\s${qualifier}${f},?${few}\\sby\\s${f}`,
    by: 2,
    from: 0,
    to: 1,
  },
  {
    source: `from\\s${qualifier}${f}${few}\\sby\\s${f}${few}\\sto\\s${qualifier}${f}`,
    by: 1,
    from: 0,
    to: 2,
  },
  {
    source: `by\\s${f}${few}\\sto\\s${qualifier}${f}${few}\\sfrom\\s${qualifier}${f}`,
    by: 0,
    from: 2,
    to: 1,
  },
] as const;
const patterns = orders.map((order) => ({
  ...order,
  pattern: new RegExp(`\\b(?:(${down})|(${up}))${few}\\s${order.source}`, 'giu'),
}));

/** What every order has: most texts lack one of them, which is found much sooner than that no order fits. */
const parts = [`by\\s${f}`, `from\\s${qualifier}${f}`, `to\\s${qualifier}${f}`].map(
  (source) => new RegExp(source, 'iu'),
);

function checkText(flat: FlatText): readonly Diagnostic[] {
  if (!parts.every((part) => part.test(flat.text))) return [];
  return patterns.flatMap(({ pattern, by, from, to }) =>
    matchesOf(pattern, flat.text).flatMap((match) => {
      const typed = match.slice(3);
      const fault = disagreement(match[1] !== undefined, typed[from] ?? '', typed[to] ?? '', typed[by] ?? '');
      const span = flat.place(match.index, match.index + match[0].length);
      if (fault === undefined || span === undefined) return [];
      return [error(id, span, fault.message, { hint: fault.hint })];
    }),
  );
}

function disagreement(
  falls: boolean,
  fromText: string,
  toText: string,
  byText: string,
): { readonly message: string; readonly hint: string } | undefined {
  const [from, to, by] = [fromText, toText, byText].map(proseFigure);
  if (from === undefined || to === undefined || by === undefined || [from, to, by].some(isYear))
    return undefined;
  // "From 14 to 15 million": the scale of the second figure is that of the first.
  const start =
    from.power === 0 && to.power > 0 && from.kind !== 'money' ? { ...from, power: to.power } : from;
  if (start.kind !== to.kind && !(start.kind === 'number' || to.kind === 'number')) return undefined;
  const change = baseOf(to).minus(baseOf(start));
  const relative = by.kind === 'percent' && to.kind !== 'percent';
  if (!relative && by.kind !== to.kind && by.kind !== 'points' && by.kind !== 'number') return undefined;
  if (by.kind === 'points' && to.kind !== 'percent') return undefined;
  if (by.kind === 'number' && to.kind !== 'number') return undefined;
  const found = relative ? relativeChange(start, change) : change.abs();
  if (found === undefined) return undefined;
  const fits = relative
    ? found.minus(by.amount).abs().lte(lastDigit(by))
    : found
        .minus(baseOf(by))
        .abs()
        .lte(roundingRoom([start, to, by]));
  const rightWay = change.isZero() || change.isNegative() === falls;
  if (fits && rightWay) return undefined;
  const [fromShown, toShown, byShown] = [fromText, toText, byText].map((t) => t.trim());
  const size = relative
    ? `${found.toDecimalPlaces(Math.max(1, by.decimals)).toString()}%`
    : printedLike(found, by, byText);
  const actual = `${change.isNegative() ? 'a fall' : 'a rise'} of ${size}`;
  const said = `${falls ? 'a fall' : 'a rise'} of ${byShown ?? ''}`;
  const end = relative
    ? baseOf(start).times(
        by.amount
          .div(100)
          .times(falls ? -1 : 1)
          .plus(1),
      )
    : baseOf(start).plus(falls ? baseOf(by).negated() : baseOf(by));
  return {
    message: `from ${fromShown ?? ''} to ${toShown ?? ''} is ${actual}, and the text says ${said}`,
    hint: `${said.replace('a ', 'A ')} from ${fromShown ?? ''} leads to ${printedLike(end.toDecimalPlaces(3), to, toText)}; correct the figure or the word that is wrong.`,
  };
}

function isYear({ amount, decimals, kind, power }: ProseFigure): boolean {
  return kind === 'number' && power === 0 && decimals === 0 && amount.gte(1900) && amount.lte(2100);
}

function relativeChange(from: ProseFigure, change: Decimal): Decimal | undefined {
  const base = baseOf(from);
  return base.isZero() ? undefined : change.abs().div(base).times(100);
}

/** Figures with a scale or decimals are rounded: half a unit of the last digit each. Whole counts are exact. */
function roundingRoom(figures: readonly ProseFigure[]): Decimal {
  const rounded = figures.filter((figure) => figure.decimals > 0 || figure.power > 0);
  return rounded.reduce((room, figure) => room.plus(lastDigit(figure).div(2)), new Decimal(0));
}
