/** Checks a table once it is read: ids that stand twice, and words, dates and years in columns that are for others. */
import { error } from '../diagnostics/diagnostic.js';
import { daysInMonth, monthNames } from '../model/dates.js';
import type { ColumnType } from '../model/table.js';
import { nearest } from '../source/nearest.js';
import type { Span } from '../source/span.js';
import { parseDate, parseYear } from './calendar.js';
import type { Cell, Grid, GridColumn } from './grid.js';
import { normalise } from './labels.js';
import { ratingWords } from './ratings.js';
import { isRating } from './read-context.js';
import type { ReadContext } from './read-context.js';

/** Reports ids that name two rows or columns, and cells that do not fit their columns. */
export function checkGrid(grid: Grid, context: ReadContext): void {
  checkUnique(grid.rows, 'row', context);
  checkUnique(grid.columns, 'column', context);
  for (const column of grid.columns) {
    const fits = fitting(column, grid, context);
    if (fits === undefined) continue;
    for (const row of grid.rows) {
      const cell = row.cells[column.index];
      if (row.kind !== 'data' || cell?.input.kind !== 'text') continue;
      fits(cell.input.text.replace(/(?:\s*\[\^[^\]]*\])+$/, '').trim(), cell);
    }
  }
}

function checkUnique(
  named: readonly { readonly key?: string; readonly keySpan?: Span; readonly span: Span }[],
  what: 'row' | 'column',
  context: ReadContext,
): void {
  const first = new Map<string, Span>();
  for (const { key, keySpan, span } of named) {
    if (key === undefined) continue;
    const at = keySpan ?? span;
    const known = first.get(normalise(key));
    if (known === undefined) first.set(normalise(key), at);
    else
      context.report(
        error('table-id-is-unique', at, `two ${what}s of this table have the id “${key}”`, {
          related: [{ span: known, message: `the first ${what} with this id` }],
          hint: `Give each ${what} an id of its own, so that formulas can tell them apart.`,
        }),
      );
  }
}

const ratingNouns: Readonly<Partial<Record<ColumnType, string>>> = { trend: 'movement', status: 'status' };

/** What judges the words of a column; undefined for columns that may hold any. */
function fitting(
  column: GridColumn,
  grid: Grid,
  context: ReadContext,
): ((text: string, cell: Cell) => void) | undefined {
  const declared = (text: string): boolean =>
    text === '' || (column.words ?? grid.words).has(normalise(text)) || grid.words.has(normalise(text));
  const fault = (cell: Cell, message: string, hint: string): void => {
    const place = cell.inFile === undefined ? '' : `${cell.inFile}: `;
    context.report(error('cell-fits-column', cell.span, `${place}${message}`, { hint }));
  };
  if (isRating(column.type)) {
    const { allowed, usual } = ratingWords(context.world, column.type);
    return (text, cell) => {
      if (declared(text) || allowed.has(normalise(text))) return;
      const list = `The words of the house are ${usual.join(', ')}; declare others with words="${text.slice(0, 30)}" on the caption line, or words: in YAML.`;
      const near = nearest(text, usual);
      fault(
        cell,
        `${nameOf(cell)} says “${text}”, which is no word for a ${ratingNouns[column.type] ?? 'rating'}`,
        near === undefined ? list : `Did you mean “${near}”? ${list}`,
      );
    };
  }
  if (column.type === 'date')
    return (text, cell) => {
      if (declared(text) || isDay(text)) return;
      fault(
        cell,
        `${nameOf(cell)} says “${text}”, which is not a date`,
        'Write dates as 2019-01-30 or 30 January 2019, months as 2019-01 or January 2019; a column of other words has the type text.',
      );
    };
  // A date that something is due may be words, "ongoing", and what is written as a date has to be one.
  if (column.type === 'due')
    return (text, cell) => {
      for (const [typed, year = '', part = ''] of text.matchAll(dateLike)) {
        if (isDay(typed) || Number(part) === (Number(year) + 1) % 100) continue;
        fault(
          cell,
          `${nameOf(cell)} says “${typed}”, which is not a date`,
          'Write dates as 2019-01-30 or 30 January 2019, months as 2019-01 or January 2019.',
        );
      }
    };
  if (column.type === 'year')
    return (text, cell) => {
      const year = parseYear(text);
      if (declared(text) || /^\d{4}$/.test(text) || typeof year === 'number') return;
      fault(
        cell,
        `${nameOf(cell)} says “${text}”, which is not ${year === 'impossible' ? 'a financial year' : 'a year'}`,
        year === 'impossible'
          ? 'A financial year ends in the year after it begins, as in 2019/20.'
          : 'Write a year as 2019 or a financial year as 2019/20; a column of other words has the type text.',
      );
    };
  return undefined;
}

/** "Youth, Start": the row by its first label, since the cell itself may stand among the labels. */
function nameOf({ grid, row, column }: Cell): string {
  const label = column === 0 ? '' : (grid.rows[row]?.labels[0] ?? '');
  return `${label === '' ? `row ${row + 1}` : label}, ${grid.columns[column]?.label ?? ''}`;
}

/** `2019-02-30` and `2019-13`; `2018-19` is likely a year. */
const dateLike = /(?<![\d-])(\d{4})-(\d{2})(?:-\d{2})?(?![\d-])/g;

/** A day or a month that exists, in figures or in words. */
function isDay(text: string): boolean {
  if (parseDate(text) !== undefined || parseDate(`${text}-01`) !== undefined) return true;
  const match = /^(?:(\d{1,2}) )?([A-Za-z]{3,9}) (\d{4})$/.exec(text);
  const name = match?.[2]?.toLowerCase() ?? '';
  const month = monthNames.findIndex((m) => m.toLowerCase() === name || m.slice(0, 3).toLowerCase() === name);
  if (match === null || month < 0) return false;
  const day = Number(match[1] ?? '1');
  return day >= 1 && day <= daysInMonth(Number(match[3]), month + 1);
}
