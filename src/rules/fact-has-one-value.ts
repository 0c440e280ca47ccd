/** A fact that several papers state, `[£5.485m]{fact=people-savings}`, is the same in all of them. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { proseDate } from './prose-date.js';
import { baseOf, countOf, lastDigit, proseFigure } from './prose-figure.js';
import type { ProseFigure } from './prose-figure.js';
import type { Rule } from './rule.js';
import { statementsOf } from './stated-facts.js';
import type { Statement } from './stated-facts.js';

const id = 'fact-has-one-value';

export const rule: Rule = {
  id,
  check: (_, texts) => {
    const named = new Map<string, Statement[]>();
    for (const statement of texts.flatMap(statementsOf)) {
      const others = named.get(statement.key);
      if (others === undefined) named.set(statement.key, [statement]);
      else others.push(statement);
    }
    return [...[...named.values()].flatMap(compareAll), ...likelySlips(named)];
  },
};

/** A name that stands in one place only, and nearly the one that others have: its figure would never be compared. */
function likelySlips(named: ReadonlyMap<string, readonly Statement[]>): readonly Diagnostic[] {
  const shared = [...named.entries()].flatMap(([key, all]) => (all.length > 1 ? [key] : []));
  return [...named.values()].flatMap(([only, ...others]) => {
    if (only === undefined || others.length > 0 || only.key !== only.name) return [];
    const meant = shared.find((name) => oneLetterApart(only.name, name));
    if (meant === undefined) return [];
    return [
      warning(id, only.span, `“${only.name}” is stated here only, and “${meant}” in several places`, {
        hint: `Write ${meant} if the same is meant; otherwise give it a name that cannot be mistaken for the other.`,
      }),
    ];
  });
}

/** Whether two names differ in one letter or hyphen. Figures at the end of names tell facts apart: costs-1, costs-2. */
function oneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short.length < 4) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = long.slice(at + 1);
  const differs = `${short[at] ?? ''}${long[at] ?? ''}`;
  return !/\d/.test(differs) && rest === short.slice(short.length === long.length ? at + 1 : at);
}

/** Compares all statements of a fact with the one that most of them agree with, the first where none is ahead. */
function compareAll(all: readonly Statement[]): readonly Diagnostic[] {
  const counted = all.filter(({ because }) => because === undefined);
  const support = (one: Statement): number => counted.filter((other) => agree(one, other)).length;
  // "£5.5m" agrees with figures that disagree with each other: where there is a finer one, that is compared with.
  const [first, ...others] = counted.filter((one) => !counted.some((other) => refines(other, one)));
  if (first === undefined) return [];
  const main = others.reduce((best, one) => (support(one) > support(best) ? one : best), first);
  const { words, title, span } = main;
  return counted.flatMap((one) => {
    if (agree(one, main)) return [];
    const where = one.title === title ? 'elsewhere in the paper' : `in “${title}”`;
    const record = `{fact=${one.name} because="as at October"}`;
    const cause = causeOf(one.words, words);
    return [
      warning(id, one.span, `${one.shown} is ${quoted(one.words)} here, and ${quoted(words)} ${where}`, {
        related: [{ span, message: `${quoted(words)} is said here` }],
        hint: `${cause === undefined ? '' : `${cause} `}Correct the one that is wrong, or record why they differ: ${record}.`,
      }),
    ];
  });
}

/**
 * Figures agree when the finer, rounded to the digits of the coarser, is the same; dates when the finer lies within the
 * coarser; other words when they are the same. A table may have a minus where the text says "a saving of".
 */
function agree(one: Statement, other: Statement): boolean {
  const [x, y] = [figureOf(one.words), figureOf(other.words)];
  if (x !== undefined && y !== undefined) {
    const signs = one.inTable !== other.inTable || x.minus === y.minus;
    return x.kind === y.kind && signs && sameAmount(x, y);
  }
  const [a, b] = [proseDate(one.words), proseDate(other.words)];
  if (a !== undefined && b !== undefined)
    return (a.from >= b.from && a.to <= b.to) || (b.from >= a.from && b.to <= a.to);
  return comparable(one.words) === comparable(other.words);
}

/** Whether a statement says the same as another one, and more exactly. */
function refines(one: Statement, other: Statement): boolean {
  const [x, y] = [figureOf(one.words), figureOf(other.words)];
  if (x !== undefined && y !== undefined) return lastDigit(x).lt(lastDigit(y)) && agree(one, other);
  const [a, b] = [proseDate(one.words), proseDate(other.words)];
  return a?.precision === 'day' && b?.precision === 'month' && agree(one, other);
}

function sameAmount(x: ProseFigure, y: ProseFigure): boolean {
  const [coarse, fine] = lastDigit(x).gte(lastDigit(y)) ? [x, y] : [y, x];
  const unit = lastDigit(coarse);
  return baseOf(fine).div(unit).toDecimalPlaces(0).eq(baseOf(coarse).div(unit));
}

/** The figure of a statement: "about" before it says what its digits say already. */
function figureOf(words: string): (ProseFigure & { readonly minus: boolean }) | undefined {
  const bare = words
    .replace(/^(?:about|around|circa|c\.|approximately|some|over|nearly|~)\s*/i, '')
    .replace(/^\((.*)\)$/, '−$1');
  const minus = /^[-−–]/.test(bare);
  const size = bare.replace(/^[-−–+]\s*/, '');
  const count = /^[a-z]+$/i.test(size) ? countOf(size) : undefined;
  const figure = proseFigure(count === undefined ? size : String(count));
  return figure === undefined ? undefined : { ...figure, minus };
}

/** What the two figures have in common that tells how they came to differ. */
function causeOf(one: string, other: string): string | undefined {
  const [a, b] = [figureOf(one), figureOf(other)];
  if (a === undefined || b === undefined || a.kind !== b.kind) return undefined;
  if (a.minus !== b.minus && sameAmount(a, b)) return 'The size is the same and the sign is not.';
  const ratio = baseOf(b).isZero() ? undefined : baseOf(a).div(baseOf(b));
  if (ratio !== undefined && ['1000', '1000000', '0.001', '0.000001'].some((r) => ratio.eq(r)))
    return 'One is a thousand or a million times the other.';
  const [x, y] = [a, b].map(({ amount, decimals }) => amount.toFixed(decimals).replace('.', ''));
  if (x !== undefined && y !== undefined && x.length === y.length && swapped(x, y))
    return 'Two digits may have changed places.';
  return undefined;
}

function swapped(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const turned = `${a.slice(0, at)}${a[at + 1] ?? ''}${a[at] ?? ''}${a.slice(at + 2)}`;
  return at < a.length && turned === b;
}

/** Figures, dates and single words stand as they are, longer words in quotation marks. */
function quoted(words: string): string {
  const plain = !words.includes(' ') || figureOf(words) !== undefined || proseDate(words) !== undefined;
  return plain ? words : `“${words}”`;
}

function comparable(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
