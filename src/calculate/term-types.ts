/** What a column of a `table-rows` container holds: figures, ratings, movements or text, by what stands in it. */
import type { ColumnType } from '../model/table.js';
import type { Figure } from './figure.js';
import { readFigure } from './figure.js';
import { normalise } from './labels.js';
import { wordsOfBlocks } from './long-words.js';
import { ratingWords } from './ratings.js';
import type { LongRow, Term } from './table-rows.js';
import type { Unit } from './unit.js';
import type { CalculationWorld } from './world.js';

/** Characters from which a cell is a text to be read. */
const longText = 60;

/** The type of a column, `number` for all kinds of figures, and the unit that all its figures have. */
export function typeOfTerm(
  term: Term,
  rows: readonly LongRow[],
  words: ReadonlyMap<string, string>,
  world: CalculationWorld,
): {
  readonly type: Extract<ColumnType, 'number' | 'text' | 'markdown' | 'status' | 'rag' | 'trend'>;
  readonly unit?: Unit;
} {
  const texts: string[] = [];
  for (const row of rows) {
    const blocks = row.cells.get(term.name)?.blocks ?? [];
    if (blocks.length === 0) continue;
    if (blocks.length > 1 || blocks[0]?.kind !== 'paragraph') return { type: 'markdown' };
    texts.push(wordsOfBlocks(blocks));
  }
  if (texts.some((text) => text.length > longText)) return { type: 'markdown' };
  const open = texts.filter((text) => !words.has(normalise(text)));
  const figures = open.flatMap((text) => readFigure(text) ?? []);
  if (figures.length > 0 && figures.length === open.length && !areYears(figures)) {
    const unit = figures[0]?.unit;
    return {
      type: 'number',
      ...(unit !== undefined && figures.every((each) => each.unit === unit) ? { unit } : {}),
    };
  }
  const type = /\b(?:trend|direction|movement)\b/i.test(term.label)
    ? 'trend'
    : /\bb?rag\b/i.test(term.label)
      ? 'rag'
      : /\b(?:status|rating|progress rating)\b/i.test(term.label)
        ? 'status'
        : 'text';
  if (type === 'text' || texts.length === 0) return { type: 'text' };
  const { allowed } = ratingWords(world, type);
  return { type: texts.every((text) => allowed.has(normalise(text))) ? type : 'text' };
}

/** Calendar years are no amounts, though they are read as such. */
function areYears(figures: readonly Figure[]): boolean {
  return figures.every(
    ({ amount, unit, decimals }) =>
      unit === undefined && decimals === 0 && amount.greaterThanOrEqualTo(1900) && amount.lessThan(2100),
  );
}
