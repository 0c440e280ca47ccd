/** Makes the table that is printed out of a calculated grid. */
import type { AuthoredBlock } from '../model/block.js';
import type { CarriedSums } from '../model/carried.js';
import type { AuthoredInline } from '../model/inline.js';
import { plainText } from '../model/inline.js';
import type {
  CalculatedTable,
  Cell as PrintedCell,
  CellContent,
  Column,
  HeadRow,
  Row,
} from '../model/table.js';
import { carriedSums } from './carried.js';
import { cellDecimals, columnDecimals, printsUnit } from './display.js';
import { footerLines } from './footer.js';
import {
  dataNumber,
  dataValue,
  figureWithUnit,
  plainNumber,
  spokenFigure,
  spokenWord,
  textOf,
} from './format.js';
import type { NegativeStyle } from './format.js';
import { sparklineOf } from './graph.js';
import type { Cell, Grid, GridRow } from './grid.js';
import { normalise } from './labels.js';
import type { MarkWords } from './ratings.js';
import { signOf } from './ratings.js';
import type { FindParts } from './rounding.js';
import { amountIn } from './value.js';

/** The calculated table; every cell of `grid` has its value by now. */
export function printTable(
  grid: Grid,
  negative: NegativeStyle,
  findParts: FindParts,
  lines: ReadonlyMap<number, string> = new Map(),
  marks: MarkWords = new Map(),
): CalculatedTable {
  return {
    kind: 'table',
    span: grid.span,
    ...(grid.id === undefined ? {} : { id: grid.id }),
    ...(grid.number === undefined ? {} : { number: grid.number }),
    caption: grid.caption,
    ...unitLine(grid),
    columns: printColumns(grid),
    head: printHead(grid),
    rows: grid.rows.map((row) => printRow(grid, row, negative, lines.get(row.index), marks)),
    footer: footerLines(grid, negative, findParts),
    ...(grid.layout === undefined ? {} : { layout: grid.layout }),
    ...carriedOf(carriedSums(grid, negative)),
    ...(grid.classes.length === 0 ? {} : { classes: grid.classes }),
    ...(grid.lang === undefined ? {} : { lang: grid.lang }),
  };
}

function carriedOf(carried: CarriedSums | undefined): Pick<CalculatedTable, 'carried'> {
  return carried === undefined ? {} : { carried };
}

/** "£ million", and the author's hint as a sentence after it. */
function unitLine(grid: Grid): { readonly unitLine?: string } {
  const unit = grid.unit?.words;
  const hint =
    grid.hint === undefined || grid.hint === ''
      ? undefined
      : grid.hint.charAt(0).toUpperCase() + grid.hint.slice(1);
  if (unit === undefined && hint === undefined) return {};
  if (hint === undefined) return { unitLine: unit ?? '' };
  const sentence = /[.!?]$/.test(hint) ? hint : `${hint}.`;
  return { unitLine: unit === undefined ? sentence : `${unit}. ${sentence}` };
}

function printColumns(grid: Grid): readonly Column[] {
  const keys = new Set<string>();
  const decimals = columnDecimals(grid);
  return grid.columns.map((column) => {
    const base =
      column.key ??
      slug(
        column.label === '' ? (column.index === 0 ? 'label' : `column-${column.index + 1}`) : column.label,
      );
    let key = base;
    for (let n = 2; keys.has(key); n++) key = `${base}-${n}`;
    keys.add(key);
    return {
      key,
      label: column.label,
      type: column.type,
      numeric: column.numeric,
      ...(column.unit === undefined ? {} : { unit: column.unit.name }),
      ...(column.unit === undefined || grid.unit === undefined || column.unit === grid.unit
        ? {}
        : { ownUnit: column.unit.words }),
      ...(column.numeric ? { decimals: decimals[column.index] ?? 0 } : {}),
    };
  });
}

function slug(label: string): string {
  const words = normalise(label)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'column' : words;
}

function printHead(grid: Grid): readonly HeadRow<AuthoredInline>[] {
  return grid.headRows.map((row) => ({
    cells: row.map((cell) => {
      const column = grid.columns[cell.column];
      const empty = plainText(cell.content).trim() === '' && cell.content.length === 0;
      const last = cell.column + cell.colSpan;
      const own = grid.columns.slice(cell.column, last);
      const unit =
        cell.colSpan === 1 && column?.unit !== undefined && column.unit !== grid.unit
          ? column.unit.words
          : undefined;
      const bottom = grid.headRows.indexOf(row) + cell.rowSpan === grid.headRows.length;
      const hint = [bottom ? unit : undefined, cell.hint].filter((h) => h !== undefined).join('. ');
      return {
        content: cell.content,
        column: cell.column,
        colSpan: cell.colSpan,
        rowSpan: cell.rowSpan,
        scope: empty ? ('empty' as const) : cell.colSpan > 1 ? ('colgroup' as const) : ('col' as const),
        numeric: own.length > 0 && own.every((c) => c.numeric),
        ...(hint === '' ? {} : { hint }),
      };
    }),
  }));
}

function printRow(
  grid: Grid,
  row: GridRow,
  negative: NegativeStyle,
  line: string | undefined,
  marks: MarkWords,
): Row<AuthoredInline, AuthoredBlock> {
  const common = {
    ...(row.key === undefined ? {} : { id: row.key }),
    kind: row.kind,
    ...(line === undefined ? {} : { formulaLabel: line }),
  };
  if (row.kind === 'group' || row.kind === 'note') {
    const label = row.cells.find((cell) => cell.content.length > 0);
    return {
      ...common,
      cells: [
        {
          column: 0,
          colSpan: grid.columns.length,
          rowSpan: 1,
          ...(row.kind === 'group' ? { scope: 'rowgroup' as const } : {}),
          numeric: false,
          content: { kind: 'inline', content: unbold(label?.content ?? []) },
          value: row.label,
        },
      ],
    };
  }
  return {
    ...common,
    cells: row.cells
      .filter((cell) => cell.origin === undefined)
      .map((cell) => printCell(grid, row, cell, negative, marks)),
  };
}

/** The style of a total row makes it bold; the author's own stars would do so twice. */
function unbold(content: readonly AuthoredInline[]): readonly AuthoredInline[] {
  const [only] = content;
  return content.length === 1 && only?.kind === 'strong' ? only.content : content;
}

function printCell(
  grid: Grid,
  row: GridRow,
  cell: Cell,
  negative: NegativeStyle,
  marks: MarkWords,
): PrintedCell<AuthoredInline, AuthoredBlock> {
  const column = grid.columns[cell.column];
  const numeric = column?.numeric === true;
  const { input } = cell;
  const extent = { column: cell.column, colSpan: cell.colSpan, rowSpan: cell.rowSpan };
  const header = isRowHeader(grid, cell);
  if (column?.graph !== undefined) return printGraph(cell, extent, negative);
  if (input.kind === 'text' || (input.kind === 'empty' && !numeric)) {
    const content = row.kind === 'data' ? cell.content : unbold(cell.content);
    return {
      ...extent,
      ...(header && input.kind === 'text'
        ? { scope: cell.rowSpan > 1 ? ('rowgroup' as const) : ('row' as const) }
        : {}),
      numeric: false,
      content:
        cell.blocks === undefined ? { kind: 'inline', content } : { kind: 'blocks', blocks: cell.blocks },
      ...(input.kind === 'text' && cell.blocks === undefined ? { value: input.text } : {}),
      ...signOf(cell, marks),
      ...(cell.reason === undefined ? {} : { reason: cell.reason }),
    };
  }
  const decimals = cellDecimals(cell);
  const shown = showValue(cell, decimals, negative);
  const value = dataValue(cell.value, decimals, cell.unit);
  const notes = noteMarks(cell.content);
  const content: CellContent<AuthoredInline, AuthoredBlock> = {
    kind: 'inline',
    content: [{ kind: 'text', text: shown.text }, ...notes],
  };
  const sign = signOf(cell, marks);
  // One shape for all cells, without conditional spreads: this runs for every cell of every paper.
  return {
    column: cell.column,
    colSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    scope: header ? 'row' : undefined,
    numeric: numeric || cell.value.kind === 'number',
    content,
    mark: sign.mark,
    spoken: sign.spoken ?? shown.spoken,
    value,
    formula: input.kind === 'formula' || input.kind === 'stated' ? input.formula.text : undefined,
    checked: input.kind === 'stated' && cell.result?.agreed === true ? true : undefined,
    reason: cell.reason ?? cell.result?.explained,
  };
}

/** A small line. Figures that stand in no other cell are printed under it; else the words are for listeners. */
function printGraph(
  cell: Cell,
  extent: Pick<PrintedCell, 'column' | 'colSpan' | 'rowSpan'>,
  negative: NegativeStyle,
): PrintedCell<AuthoredInline, AuthoredBlock> {
  const drawn = sparklineOf(cell, negative);
  const text = (words: string): readonly AuthoredInline[] =>
    words === '' ? [] : [{ kind: 'text', text: words }];
  const printed = (words: string) => ({
    ...extent,
    numeric: false,
    content: { kind: 'inline' as const, content: text(words) },
  });
  if (drawn === undefined) return printed('');
  const { words, ...line } = drawn;
  if (cell.series === undefined) return { ...printed(''), sparkline: drawn };
  const figures = cell.series.map((figure) =>
    figure === undefined ? '' : dataNumber(figure.amount, figure.decimals),
  );
  return { ...printed(words), sparkline: line, value: figures.join('; ') };
}

/** Marks of notes, from inside emphasis too. */
function noteMarks(content: readonly AuthoredInline[]): readonly AuthoredInline[] {
  return content.flatMap((part) => {
    if (part.kind === 'note-mark') return [part];
    return part.kind === 'strong' || part.kind === 'emphasis' ? noteMarks(part.content) : [];
  });
}

/** The label cells of a row: the first column, and further ones where the first spans or is left empty. */
function isRowHeader(grid: Grid, cell: Cell): boolean {
  if (cell.column >= grid.labelColumns) return false;
  if (cell.column === 0) return true;
  return grid.rows.some(
    (row) =>
      row.cells[0]?.origin !== undefined || (row.kind === 'data' && row.cells[0]?.input.kind === 'empty'),
  );
}

/** What is printed in a cell of figures. */
export function showValue(
  cell: Cell,
  decimals: number,
  negative: NegativeStyle,
): { readonly text: string; readonly spoken?: string } {
  const { value } = cell;
  if (value.kind === 'word') {
    const spoken = spokenWord(value.word);
    return spoken === undefined ? { text: value.word } : { text: value.word, spoken };
  }
  if (value.kind !== 'number') return textOf(value, {}, {}, negative);
  const unit = cell.unit ?? value.unit;
  const amount = amountIn(value, unit);
  const withUnit = unit !== undefined && (printsUnit(cell) || cell.unit === undefined);
  const spoken = spokenFigure(amount, decimals, withUnit ? unit : undefined);
  const text = withUnit
    ? figureWithUnit(amount, unit, decimals, negative)
    : plainNumber(amount, decimals, negative);
  return spoken === undefined ? { text } : { text, spoken };
}
