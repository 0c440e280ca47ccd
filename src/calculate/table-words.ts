/** Shows a calculated table to the rules of text: words, figures with their units, stated facts, and their places. */
import type { AuthoredInline, StatedFact } from '../model/inline.js';
import { plainText } from '../model/inline.js';
import type { CellWords, TableWords } from '../model/table-words.js';
import { cellDecimals } from './display.js';
import { figureWithUnit, plainNumber } from './format.js';
import type { Cell, Grid } from './grid.js';
import { amountIn } from './value.js';

/** The table as rules see it. Cells that another one spans over are empty. */
export function tableWords(grid: Grid): TableWords {
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
    rows: grid.rows.map((row) => ({
      kind: row.kind,
      name: row.key ?? row.label,
      label: row.label,
      ...(row.group === undefined ? {} : { group: row.group }),
      cells: row.cells.map(cellWords),
      span: row.span,
    })),
  };
}

function cellWords(cell: Cell): CellWords {
  const fact = wholeFact(cell.content);
  const was = previousDate(cell.content);
  const { value } = cell;
  const figure = cell.origin === undefined && value.kind === 'number';
  return {
    span: cell.span,
    content: cell.content,
    text: cell.origin === undefined ? textOf(cell).replace(was === undefined ? '' : /, was .*$/s, '') : '',
    ...(figure ? { amount: amountIn(value, cell.unit).toFixed() } : {}),
    ...(was === undefined ? {} : { was }),
    ...(fact === undefined ? {} : { fact }),
  };
}

/** A figure with the digits typed, where there are any, and its unit; words without marks of notes. */
function textOf(cell: Cell): string {
  const { value, input, unit } = cell;
  if (value.kind !== 'number') return plainText(cell.content).trim();
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
