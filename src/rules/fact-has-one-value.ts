/** A fact that several papers state is the same in all of them, or it is said why not. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredBlock } from '../model/block.js';
import type { AuthoredInline, StatedFact } from '../model/inline.js';
import { flatten } from './flat-text.js';
import { baseOf, countOf, lastDigit, proseFigure } from './prose-figure.js';
import type { ProseFigure } from './prose-figure.js';
import type { Rule, RuleText } from './rule.js';
import { childBlocks, inlinesOf } from './walk.js';

const id = 'fact-has-one-value';

export const rule: Rule = {
  id,
  check: (_, texts) => {
    const named = new Map<string, Statement[]>();
    for (const statement of texts.flatMap((text) => [...statements(text)])) {
      const others = named.get(statement.fact.name);
      if (others === undefined) named.set(statement.fact.name, [statement]);
      else others.push(statement);
    }
    return [...named.values()].flatMap(compareAll);
  },
};

/** One place that states a fact. */
interface Statement {
  readonly fact: StatedFact;
  readonly words: string;
  readonly title: string;
}

function* statements(text: RuleText): Generator<Statement> {
  const inInlines = function* (content: readonly AuthoredInline[]): Generator<Statement> {
    for (const inline of content) {
      if (!('content' in inline)) continue;
      if (inline.kind === 'span' && inline.fact !== undefined) {
        const words = flatten(inline.content, text.figure).text.trim();
        if (words !== '…') yield { fact: inline.fact, words, title: text.title };
      }
      yield* inInlines(inline.content);
    }
  };
  const inBlocks = function* (blocks: readonly AuthoredBlock[]): Generator<Statement> {
    for (const block of blocks) {
      for (const content of inlinesOf(block)) yield* inInlines(content);
      yield* inBlocks(childBlocks(block));
    }
  };
  yield* inBlocks(text.document.blocks);
  for (const note of text.document.notes) yield* inBlocks(note.blocks);
}

/** Compares all statements of a fact with the one that most of them agree with, the first where none is ahead. */
function compareAll(all: readonly Statement[]): readonly Diagnostic[] {
  const counted = all.filter(({ fact }) => fact.because === undefined);
  const support = (one: Statement): number => counted.filter((other) => agree(one.words, other.words)).length;
  let main = counted[0];
  for (const one of counted) if (main !== undefined && support(one) > support(main)) main = one;
  if (main === undefined) return [];
  const { words, title, fact } = main;
  return counted.flatMap((one) => {
    if (agree(one.words, words)) return [];
    const where = one.title === title ? 'elsewhere in the paper' : `in “${title}”`;
    return [
      warning(id, one.fact.span, `“${fact.name}” is ${one.words} here, and ${words} ${where}`, {
        related: [{ span: fact.span, message: `${words} is said here` }],
        hint: `Correct the one that is wrong, or record why they differ: {fact=${fact.name} because="as at October"}.`,
      }),
    ];
  });
}

/** Figures agree when the finer, rounded to the digits of the coarser, is the same; other words when they are the same. */
function agree(a: string, b: string): boolean {
  const [x, y] = [figureOf(a), figureOf(b)];
  if (x === undefined || y === undefined) return comparable(a) === comparable(b);
  if (x.kind !== y.kind) return false;
  const [coarse, fine] = lastDigit(x).gte(lastDigit(y)) ? [x, y] : [y, x];
  return baseOf(fine)
    .div(lastDigit(coarse))
    .toDecimalPlaces(0)
    .eq(baseOf(coarse).div(lastDigit(coarse)));
}

/** The figure of a statement: "about" before it says what its digits say already. */
function figureOf(words: string): ProseFigure | undefined {
  const bare = words.replace(/^(?:about|around|circa|c\.|approximately|some|over|nearly|~)\s*/i, '');
  const count = /^[a-z]+$/i.test(bare) ? countOf(bare) : undefined;
  return proseFigure(count === undefined ? bare : String(count));
}

function comparable(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
