/** Turns a `table-rows` container into a table: each heading is a row, each term of the list under it a column. */
import { error } from '../diagnostics/diagnostic.js';
import type { AuthoredBlock, AuthoredTable } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import type { Span } from '../source/span.js';
import { readCell } from './cell-text.js';
import type { Cell, Grid, GridColumn, GridRow, Input } from './grid.js';
import { plainBlocks, wordsOfBlocks } from './long-words.js';
import { declaredWords, typeOfUnit } from './read-context.js';
import type { ReadContext } from './read-context.js';
import { checkAttributes } from './settings.js';
import { gatherRows } from './table-rows.js';
import type { LongRow, Term } from './table-rows.js';
import { typeOfTerm } from './term-types.js';
import { blank } from './value.js';

type Container = Extract<AuthoredTable, { kind: 'container' }>;

/** The grid of a container; undefined where it has no rows. */
export function readTableRows(container: Container, context: ReadContext): Grid | undefined {
  const { rows, terms } = gatherRows(container.blocks, context.report);
  if (rows.length === 0) {
    context.report(
      error('table-is-complete', container.span, 'this container of rows has no rows', {
        hint: 'Begin each row with a heading, ### Youth, and write its columns under it as a list: the column, then a line that begins with a colon.',
      }),
    );
    return undefined;
  }
  const values = container.attributes?.values;
  checkAttributes(values, context);
  const words = declaredWords(context.world.style.words, undefined);
  const hint = values?.['hint']?.text;
  const grid: Grid = {
    paper: context.paper,
    span: container.span,
    ...(container.id === undefined ? {} : { id: container.id }),
    ...(container.number === undefined ? {} : { number: container.number }),
    caption: container.title ?? [],
    ...(hint === undefined ? {} : { hint }),
    ...(values?.['layout']?.text === 'landscape' ? { layout: 'landscape' as const } : {}),
    ...(container.lang === undefined ? {} : { lang: container.lang }),
    words,
    notes: [],
    classes: [],
    ...columnsOf(terms, rows, values?.['label']?.text ?? '', container.span, words, context),
    rows: [],
    checks: [],
    labelColumns: 1,
  };
  fillRows(grid, rows, terms, context);
  return grid;
}

/** The columns: what the rows are called, then the terms in the order of their first mention. */
function columnsOf(
  terms: readonly Term[],
  rows: readonly LongRow[],
  label: string,
  span: Span,
  words: ReadonlyMap<string, string>,
  context: ReadContext,
): Pick<Grid, 'columns' | 'headRows'> {
  const named = (index: number, own: string, rest: Partial<GridColumn>): GridColumn => ({
    index,
    path: own === '' ? [] : [own],
    label: own,
    type: 'text',
    numeric: false,
    rounding: false,
    strong: false,
    span,
    ...rest,
  });
  const columns = [
    named(0, label, {}),
    ...terms.map((term, i) => {
      const { type, unit } = typeOfTerm(term, rows, words, context.world);
      const numeric = type === 'number';
      return named(i + 1, term.label, {
        type: numeric ? typeOfUnit(unit) : type,
        numeric,
        ...(unit === undefined ? {} : { unit }),
        span: term.span,
      });
    }),
  ];
  const head = (column: number, content: readonly AuthoredInline[]) => ({
    content,
    column,
    colSpan: 1,
    rowSpan: 1,
  });
  const corner: readonly AuthoredInline[] = label === '' ? [] : [{ kind: 'text', text: label }];
  return {
    columns,
    headRows: [[head(0, corner), ...terms.map((term, i) => head(i + 1, term.content))]],
  };
}

function fillRows(grid: Grid, rows: readonly LongRow[], terms: readonly Term[], context: ReadContext): void {
  let group: string | undefined;
  rows.forEach((row, r) => {
    if (row.group) group = row.label;
    const cells = grid.columns.map((column): Cell => {
      const term = terms[column.index - 1];
      const own = term === undefined ? undefined : row.cells.get(term.name);
      const blocks = term === undefined ? row.heading : (own?.blocks ?? []);
      const [only] = blocks;
      const long = blocks.length > 1 || (only !== undefined && !isLine(only));
      const text = wordsOfBlocks(blocks);
      const input: Input =
        column.index === 0
          ? { kind: 'text', text: row.label }
          : inputOf(grid, column, text, own?.span ?? row.span, `${row.label}, ${column.label}`, context);
      const printed = input.kind === 'text';
      return {
        grid,
        row: r,
        column: column.index,
        span: own?.span ?? row.span,
        input,
        content: only?.kind === 'paragraph' && !long ? only.content : plainBlocks(blocks),
        blocks: printed && long ? blocks : undefined,
        unit: input.kind === 'figure' ? (input.figure.unit ?? column.unit) : column.unit,
        rowSpan: 1,
        colSpan: 1,
        state: 'new',
        value: blank,
      };
    });
    const gridRow: GridRow = {
      index: r,
      kind: row.group ? 'group' : 'data',
      ...(row.key === undefined ? {} : { key: row.key, keySpan: row.span }),
      label: row.label,
      labels: [row.label],
      ...(group === undefined || row.group ? {} : { group }),
      cells,
      span: row.span,
    };
    grid.rows.push(gridRow);
  });
}

function inputOf(
  grid: Grid,
  column: GridColumn,
  text: string,
  span: Span,
  name: string,
  context: ReadContext,
): Input {
  if (!column.numeric) return text === '' ? { kind: 'empty' } : { kind: 'text', text };
  return readCell(text, {
    column,
    words: grid.words,
    cache: context.cache,
    name: () => name,
    span,
    place: () => span,
    report: context.report,
  });
}

/** A paragraph that is printed as a line of text: nothing refers to it. */
function isLine(block: AuthoredBlock): boolean {
  return block.kind === 'paragraph' && block.anchor === undefined && block.lang === undefined;
}
