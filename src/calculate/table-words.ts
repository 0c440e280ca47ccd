/**
 * Shows a calculated table to the rules of text: words, figures with their units, stated facts, and their places.
 *
 * Most rules look at the heads of a table and leave it, so rows, cells and figures are made when they are asked for.
 */
import type { AuthoredInline, StatedFact } from '../model/inline.js';
import { plainText } from '../model/inline.js';
import type { CellWords, RowWords, TableWords } from '../model/table-words.js';
import { cellDecimals } from './display.js';
import { figureWithUnit, plainNumber } from './format.js';
import type { Cell, Grid, GridRow } from './grid.js';
import { amountIn } from './value.js';

/** The table as rules see it. Cells that another one spans over are empty. */
export function tableWords(grid: Grid): TableWords {
  const rows = once(() => grid.rows.map(rowWords));
  const facts = once(
    () =>
      grid.columns.some(({ fact }) => fact !== undefined) ||
      grid.rows.some((row) => row.cells.some((cell) => statesFact(cell.content))),
  );
  return {
    ...(grid.id === undefined ? {} : { id: grid.id }),
    span: grid.span,
    caption: grid.caption,
    columns: grid.columns.map(({ label, type, numeric, fact, span }) => ({
      label,
      type,
      numeric,
      ...(fact === undefined ? {} : { fact }),
      span,
    })),
    get hasFacts() {
      return facts();
    },
    get labels() {
      return grid.rows.flatMap((row) => (row.kind === 'data' ? [row.labels] : []));
    },
    get rows() {
      return rows();
    },
  };
}

function rowWords(row: GridRow): RowWords {
  const cells = once(() => row.cells.map(cellWords));
  return {
    kind: row.kind,
    name: row.key ?? row.label,
    label: row.label,
    ...(row.group === undefined ? {} : { group: row.group }),
    get cells() {
      return cells();
    },
    span: row.span,
  };
}

function cellWords(cell: Cell): CellWords {
  const text = once(() => textOf(cell));
  return {
    span: cell.span,
    content: cell.content,
    get text() {
      return text();
    },
    get amount() {
      const { value } = cell;
      return cell.origin === undefined && value.kind === 'number'
        ? amountIn(value, cell.unit).toFixed()
        : undefined;
    },
    get was() {
      return previousDate(cell.content);
    },
    get fact() {
      return wholeFact(cell.content);
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A figure with the digits typed, where there are any, and its unit; words without marks of notes. */
function textOf(cell: Cell): string {
  const { value, input, unit, content } = cell;
  if (cell.origin !== undefined) return '';
  if (value.kind !== 'number') {
    const words = plainText(content).trim();
    return previousDate(content) === undefined ? words : words.replace(/, was .*$/s, '');
  }
  const typed =
    input.kind === 'figure'
      ? input.figure.decimals
      : input.kind === 'stated' && 'decimals' in input.stated
        ? input.stated.decimals
        : undefined;
  const shown = unit ?? value.unit;
  const amount = amountIn(value, shown);
  const decimals = typed ?? cellDecimals(cell);
  return shown === undefined
    ? plainNumber(amount, decimals, 'minus')
    : figureWithUnit(amount, shown, decimals, 'minus');
}

function statesFact(content: readonly AuthoredInline[]): boolean {
  for (const part of content) {
    // Nearly all cells are plain words.
    if (part.kind === 'text' || !('content' in part)) continue;
    if ((part.kind === 'span' && part.fact !== undefined) || statesFact(part.content)) return true;
  }
  return false;
}

/** The fact of a cell that is nothing but its statement. */
function wholeFact(content: readonly AuthoredInline[]): StatedFact | undefined {
  const [only, ...others] = content.filter((part) => part.kind !== 'note-mark');
  if (only === undefined || others.length > 0) return undefined;
  if (only.kind === 'span' && only.fact !== undefined) return only.fact;
  return only.kind === 'strong' || only.kind === 'emphasis' ? wholeFact(only.content) : undefined;
}

/** "was ~~March 2019~~": the words struck through. */
function previousDate(content: readonly AuthoredInline[]): string | undefined {
  for (const part of content) if (part.kind === 'strike') return plainText(part.content).trim();
  return undefined;
}
