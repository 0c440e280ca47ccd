/** Sets the figures of a column under each other by their decimal points, where their decimals differ. */
import { plainText } from '../../model/inline.js';
import type { Inline } from '../../model/inline.js';
import type { Cell, Table } from '../../model/table.js';
import type { LayoutContext } from '../context.js';
import { measureInline, measureText } from '../inline/lines.js';
import type { TextStyle } from '../style.js';
import type { TableLook } from './columns.js';

/** Room right of the decimal point by column; undefined for a column whose figures stand at its right edge. */
export type DecimalTails = readonly (number | undefined)[];

/** A printed figure: what stands before the decimal point, how many places follow, and what follows them. */
interface Figure {
  readonly whole: string;
  readonly places: number;
  readonly suffix: string;
  readonly marked: boolean;
}

/** Figures with more places than this between them are of different kinds: amounts, and the factor they are taken by. */
const mostApart = 2;

interface Found {
  readonly cell: Cell;
  readonly figure: Figure;
  readonly style: TextStyle;
}

/**
 * What each column leaves right of the decimal point. Only figures of one unit are lined up: beside a percentage an
 * amount stands at the right edge, as words and dashes do.
 */
export function decimalTails(table: Table, look: TableLook, ctx: LayoutContext): DecimalTails {
  const found: Found[][] = table.columns.map(() => []);
  for (const row of table.rows) {
    const style = cellStyle(row.kind, look);
    for (const cell of row.cells) {
      const figure = figureOf(cell);
      if (figure !== undefined) found[cell.column]?.push({ cell, figure, style });
    }
  }
  return found.map((own) =>
    isMixed(own)
      ? own.reduce((most, { cell, figure, style }) => Math.max(most, tailOf(cell, figure, style, ctx)), 0)
      : undefined,
  );
}

/** How far a cell of its column stands from the right edge. */
export function decimalShift(cell: Cell, tails: DecimalTails, style: TextStyle, ctx: LayoutContext): number {
  const tail = tails[cell.column];
  const figure = tail === undefined ? undefined : figureOf(cell);
  if (tail === undefined || figure === undefined) return 0;
  return Math.max(0, tail - tailOf(cell, figure, style, ctx));
}

/** The style of the cells of a row. */
export function cellStyle(kind: Table['rows'][number]['kind'], look: TableLook): TextStyle {
  return kind === 'data' || kind === 'note' ? look.text : look.strong;
}

function isMixed(found: readonly Found[]): boolean {
  const first = found[0]?.figure;
  if (first === undefined) return false;
  let least = first.places;
  let most = first.places;
  let marks = false;
  for (const { figure } of found) {
    if (figure.suffix !== first.suffix) return false;
    least = Math.min(least, figure.places);
    most = Math.max(most, figure.places);
    marks ||= figure.marked !== first.marked;
  }
  return most - least <= mostApart && (most > least || marks);
}

const printed = /^([−+-]?[£$€]?[\d,]+)(?:\.(\d+))?(\D*)$/;

function figureOf(cell: Cell): Figure | undefined {
  if (!cell.numeric || cell.colSpan > 1 || cell.content.kind !== 'inline') return undefined;
  const { content } = cell.content;
  const match = printed.exec(plainText(content));
  if (match === null) return undefined;
  const [, whole = '', decimals = '', suffix = ''] = match;
  return { whole, places: decimals.length, suffix, marked: content.some(hasMark) };
}

function hasMark(part: Inline): boolean {
  return part.kind === 'note-mark' || ('content' in part && part.content.some(hasMark));
}

/** Width of the decimals, the unit and the mark of a note. */
function tailOf(cell: Cell, figure: Figure, style: TextStyle, ctx: LayoutContext): number {
  if (cell.content.kind !== 'inline') return 0;
  return measureInline(cell.content.content, style, ctx).full - measureText(figure.whole, style, ctx);
}
