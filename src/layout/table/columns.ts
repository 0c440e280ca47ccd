/** Widths of the columns of a table, from what stands in them. */
import type { Block } from '../../model/block.js';
import type { Cell, Column, HeadCell, Table } from '../../model/table.js';
import type { LayoutContext } from '../context.js';
import { measureInline } from '../inline/lines.js';
import type { TextStyle } from '../style.js';

/** The text styles of a table at the size it is set in. */
export interface TableLook {
  readonly text: TextStyle;
  readonly strong: TextStyle;
  readonly head: TextStyle;
  readonly small: TextStyle;
  /** Distance of a column from its left neighbour. */
  readonly between: number;
  readonly above: number;
  readonly below: number;
  /** Side of a status symbol, and where the word after it begins. */
  readonly mark: number;
  readonly afterMark: number;
}

/** Least and full width of what stands in a column, without the distance to its neighbour. */
export interface Need {
  readonly least: number;
  readonly full: number;
}

/** What each column needs; cells over several columns add to the last of them only what is missing. */
export function columnNeeds(table: Table, look: TableLook, ctx: LayoutContext): readonly Need[] {
  const least = table.columns.map(() => 0);
  const full = table.columns.map(() => 0);
  const wide: { column: number; span: number; need: Need }[] = [];
  const add = (column: number, span: number, need: Need): void => {
    if (span > 1) {
      wide.push({ column, span, need });
      return;
    }
    least[column] = Math.max(least[column] ?? 0, need.least);
    full[column] = Math.max(full[column] ?? 0, need.full);
  };
  for (const row of table.head) {
    for (const cell of row.cells) add(cell.column, cell.colSpan, headNeed(cell, look, ctx));
  }
  for (const row of table.rows) {
    const strong = row.kind !== 'data' && row.kind !== 'note';
    row.cells.forEach((cell, i) => {
      let need = cellNeed(cell, strong ? look.strong : look.text, look, ctx);
      if (i === 0 && row.formulaLabel !== undefined) {
        const formula = measureInline([{ kind: 'text', text: row.formulaLabel }], look.small, ctx);
        need = { least: Math.max(need.least, formula.least), full: Math.max(need.full, formula.full) };
      }
      // A group heading or a note may run over the whole table: it asks for nothing.
      if (cell.colSpan > 1 && cell.colSpan === table.columns.length) return;
      add(cell.column, cell.colSpan, need);
    });
  }
  for (const { column, span, need } of wide) {
    spread(least, column, span, need.least, look.between);
    spread(full, column, span, need.full, look.between);
  }
  return table.columns.map((_, i) => {
    const own = Math.max(least[i] ?? 0, look.text.size * 0.6);
    return { least: own, full: Math.max(own, full[i] ?? 0) };
  });
}

/** Widens the columns under a spanning cell evenly by what they lack. */
function spread(widths: number[], column: number, span: number, need: number, between: number): void {
  let have = between * (span - 1);
  for (let i = column; i < column + span; i++) have += widths[i] ?? 0;
  if (have >= need) return;
  for (let i = column; i < column + span && i < widths.length; i++) {
    widths[i] = (widths[i] ?? 0) + (need - have) / span;
  }
}

function headNeed(cell: HeadCell, look: TableLook, ctx: LayoutContext): Need {
  const words = measureInline(cell.content, look.head, ctx);
  const hint =
    cell.hint === undefined ? words : measureInline([{ kind: 'text', text: cell.hint }], look.small, ctx);
  // A long heading does not make its column wide: it may take a few lines.
  const full = Math.max(words.full, hint.full);
  const least = Math.max(words.least, hint.least);
  return { least, full: Math.max(least, full / Math.max(1, Math.ceil(full / (look.head.size * 5)))) };
}

function cellNeed(cell: Cell, style: TextStyle, look: TableLook, ctx: LayoutContext): Need {
  const indent = cell.mark === undefined ? 0 : look.afterMark;
  const strong = cell.mark === undefined ? style : { ...style, weight: 600 as const };
  const need =
    cell.content.kind === 'inline'
      ? measureInline(cell.content.content, strong, ctx)
      : blocksNeed(cell.content.blocks, style, ctx);
  // A figure is never broken over two lines, however it is written.
  const least = cell.numeric ? need.full : need.least;
  return { least: least + indent, full: need.full + indent };
}

/** Room that a marker or an indent inside a cell takes, in type sizes. */
const indentInCell = 2.5;

function blocksNeed(blocks: readonly Block[], style: TextStyle, ctx: LayoutContext): Need {
  let least = style.size * 4;
  let full = 0;
  const take = (need: Need, indent: number): void => {
    least = Math.max(least, need.least + indent);
    // Paragraphs stand under each other: what counts is how much text there is.
    full += need.full + indent;
  };
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        take(measureInline(block.content, style, ctx), 0);
        break;
      case 'list':
        for (const item of block.items) take(blocksNeed(item.blocks, style, ctx), style.size * indentInCell);
        break;
      case 'quote':
      case 'container':
        take(blocksNeed(block.blocks, style, ctx), style.size * indentInCell);
        break;
      case 'definition-list':
        for (const entry of block.entries) {
          for (const term of entry.terms) take(measureInline(term, style, ctx), 0);
          for (const own of entry.definitions) take(blocksNeed(own, style, ctx), style.size * indentInCell);
        }
        break;
      case 'code-block':
      case 'thematic-break':
      case 'image-figure':
      case 'table':
      case 'chart':
        take({ least: style.size * 8, full: style.size * 20 }, 0);
        break;
    }
  }
  return { least, full: Math.max(least, full) };
}

/**
 * Each column's least and a share of `rest`, by what it lacks. The share grows less than the lack, so that one cell
 * with a long text does not starve the columns beside it.
 */
function shared(needs: readonly Need[], rest: number): readonly number[] {
  const widths = needs.map((need) => need.least);
  let left = rest;
  let open = needs.map((_, i) => i);
  while (open.length > 0 && left > 1e-9) {
    const lack = (i: number): number => Math.max(0, (needs[i]?.full ?? 0) - (widths[i] ?? 0));
    const weights = open.map((i) => lack(i) ** 0.65);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (sum < 1e-9) break;
    const filled = open.filter((i, at) => ((weights[at] ?? 0) / sum) * left >= lack(i));
    if (filled.length === 0) {
      open.forEach((i, at) => (widths[i] = (widths[i] ?? 0) + ((weights[at] ?? 0) / sum) * left));
      return widths;
    }
    for (const i of filled) {
      const own = lack(i);
      widths[i] = (widths[i] ?? 0) + own;
      left -= own;
    }
    open = open.filter((i) => !filled.includes(i));
  }
  return widths;
}

/**
 * Widths that add up to `room` with the distances between them, or undefined where the columns do not fit.
 *
 * Each column gets its least, then what it wants for one line as far as that goes, then a share of the rest. Figures of
 * one table get columns of one width when there is room, so that they can be compared along a row.
 */
export function columnWidths(
  columns: readonly Column[],
  needs: readonly Need[],
  room: number,
  between: number,
): readonly number[] | undefined {
  const free = room - between * (needs.length - 1);
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  if (least > free + 1e-6) return undefined;
  const full = needs.reduce((sum, need) => sum + need.full, 0);
  if (full > free) {
    return shared(needs, free - least);
  }
  const figures = needs.filter((_, i) => columns[i]?.numeric === true);
  const widest = figures.reduce((most, need) => Math.max(most, need.full), 0);
  const even = needs.map((need, i) => (columns[i]?.numeric === true ? widest : need.full));
  const evenSum = even.reduce((sum, width) => sum + width, 0);
  const base = evenSum <= free ? even : needs.map((need) => need.full);
  const sum = base.reduce((total, width) => total + width, 0);
  const rest = free - sum;
  // Figures take no more than half as much again as they need, so that a row can be read across.
  const weights = base.map((width, i) => (columns[i]?.numeric === true ? width * 0.6 : width));
  const weight = weights.reduce((total, own) => total + own, 0);
  return base.map((width, i) => width + (rest * (weights[i] ?? 0)) / Math.max(1e-9, weight));
}
