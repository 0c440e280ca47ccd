/** The texts of a publication as rules judge them, with the words that the calculation gives their figures. */
import type { Calculation, CalculationPaper, FigureInline } from './calculate/calculate.js';
import type { Kept } from './model/same.js';
import type { CalculatedTable } from './model/table.js';
import type { TableWords } from './model/table-words.js';
import type { DataBlock, TableSource } from './model/table-source.js';
import type { NumberedPublication } from './resolve/publication.js';
import type { RuleText } from './rules/rule.js';

type Place = NumberedPublication['places'][number];

/** A text with all that rules have asked of it, and who answers what they ask next. */
interface Known {
  readonly text: RuleText;
  readonly figures: Map<FigureInline, string | undefined>;
  readonly tables: Map<
    TableSource | DataBlock,
    { readonly printed: CalculatedTable | undefined; readonly words: TableWords | undefined }
  >;
  now: { readonly calculation: Calculation; readonly paper: CalculationPaper };
}

/** All texts; one is the very object of before where neither it nor any answer about its figures has changed. */
export function ruleTexts(
  places: readonly Place[],
  calculation: Calculation,
  kept: Kept,
): readonly RuleText[] {
  const texts = places.map((place) => {
    const now = { calculation, paper: place.paper };
    const known = kept.take<Known>(
      `rules ${place.address}`,
      (before) =>
        before.text.document === place.document &&
        before.text.title === place.title &&
        answersAlike(before, now),
      () => textOf(place, now),
    );
    known.now = now;
    return known.text;
  });
  return texts;
}

function answersAlike({ figures, tables }: Known, { calculation, paper }: Known['now']): boolean {
  for (const [inline, text] of figures)
    if (calculation.figure(paper, inline).value?.text !== text) return false;
  // The words of a table are made with what is printed of it: the same object, the same words.
  for (const [block, { printed }] of tables) if (calculation.table(paper, block) !== printed) return false;
  return true;
}

function textOf({ title, document }: Place, now: Known['now']): Known {
  const known: Known = {
    figures: new Map(),
    tables: new Map(),
    now,
    text: {
      title,
      document,
      figure: (inline) => {
        const { figures } = known;
        if (!figures.has(inline))
          figures.set(inline, known.now.calculation.figure(known.now.paper, inline).value?.text);
        return figures.get(inline);
      },
      table: (block) => {
        const before = known.tables.get(block);
        if (before !== undefined) return before.words;
        const { calculation, paper } = known.now;
        const words = calculation.words(paper, block);
        known.tables.set(block, { printed: calculation.table(paper, block), words });
        return words;
      },
    },
  };
  return known;
}
