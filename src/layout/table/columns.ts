/** Widths of the columns of a table, from what stands in them. */
import type { Block } from '../../model/block.js';
import type { Cell, Column, HeadCell, Table } from '../../model/table.js';
import type { LayoutContext } from '../context.js';
import { layoutInline, measureInline } from '../inline/lines.js';
import { soleImage } from '../flow/figures.js';
import type { TextStyle } from '../style.js';
import { cellStyle, decimalShift, decimalTails } from './decimals.js';

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
  /** Width of a sparkline. */
  readonly graph: number;
}

/** Widths that what stands in a column asks for, without the distance to its neighbour. */
export interface Need {
  /** No word broken. */
  readonly least: number;
  /** No cell on more than one line; long headings on a few. */
  readonly full: number;
  /** Headings on one line too, as far as that is sensible. */
  readonly roomy: number;
}

/** What each column needs; cells over several columns add to the last of them only what is missing. */
export function columnNeeds(table: Table, look: TableLook, ctx: LayoutContext): readonly Need[] {
  const sizes = {
    least: table.columns.map(() => 0),
    full: table.columns.map(() => 0),
    roomy: table.columns.map(() => 0),
  };
  const names = ['least', 'full', 'roomy'] as const;
  const tails = decimalTails(table, look, ctx);
  const wide: { column: number; span: number; need: Need }[] = [];
  const add = (column: number, span: number, need: Need): void => {
    if (span > 1) wide.push({ column, span, need });
    else for (const name of names) sizes[name][column] = Math.max(sizes[name][column] ?? 0, need[name]);
  };
  for (const row of table.head) {
    for (const cell of row.cells) add(cell.column, cell.colSpan, headNeed(cell, look, ctx));
  }
  for (const row of table.rows) {
    const style = cellStyle(row.kind, look);
    row.cells.forEach((cell, i) => {
      let need = cellNeed(cell, style, look, ctx);
      const shift = decimalShift(cell, tails, style, ctx);
      if (shift > 0) need = { least: need.least + shift, full: need.full + shift, roomy: need.roomy + shift };
      if (i === 0 && row.formulaLabel !== undefined) {
        need = larger(need, plainNeed(row.formulaLabel, look.small, ctx));
      }
      // A group heading or a note may run over the whole table: it asks for nothing.
      if (cell.colSpan > 1 && cell.colSpan === table.columns.length) return;
      add(cell.column, cell.colSpan, need);
    });
  }
  for (const { column, span, need } of wide) {
    for (const name of names) spread(sizes[name], column, span, need[name], look.between);
  }
  return table.columns.map((_, i) => {
    const least = Math.max(sizes.least[i] ?? 0, look.text.size * 0.6);
    const full = Math.max(least, sizes.full[i] ?? 0);
    return { least, full, roomy: Math.max(full, sizes.roomy[i] ?? 0) };
  });
}

function larger(a: Need, b: Need): Need {
  return {
    least: Math.max(a.least, b.least),
    full: Math.max(a.full, b.full),
    roomy: Math.max(a.roomy, b.roomy),
  };
}

function plainNeed(text: string, style: TextStyle, ctx: LayoutContext): Need {
  const { least, full } = measureInline([{ kind: 'text', text }], style, ctx);
  return { least, full, roomy: full };
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

/** A heading is no reason to make a column wider than this, in type sizes. */
const widestHead = 14;

function headNeed(cell: HeadCell, look: TableLook, ctx: LayoutContext): Need {
  const words = measureInline(cell.content, look.head, ctx);
  const hint = cell.hint === undefined ? words : plainNeed(cell.hint, look.small, ctx);
  const one = Math.max(words.full, hint.full);
  const least = Math.max(words.least, hint.least);
  // A long heading does not make its column wide: it may take a few lines.
  const lines = Math.max(1, Math.ceil(one / (look.head.size * 5)));
  const full = Math.max(least, narrowest(cell.content, one, lines, look, ctx));
  return { least, full, roomy: Math.max(full, Math.min(one, look.head.size * widestHead)) };
}

/** About the least width at which words take no more than so many lines. */
function narrowest(
  content: HeadCell['content'],
  one: number,
  lines: number,
  look: TableLook,
  ctx: LayoutContext,
): number {
  const even = one / lines;
  if (lines === 1) return even;
  const quiet: LayoutContext = { ...ctx, report: () => undefined };
  for (let width = even; width < one; width += look.head.size / 4) {
    if (layoutInline(content, width, look.head, quiet).length <= lines) return width;
  }
  return one;
}

function cellNeed(cell: Cell, style: TextStyle, look: TableLook, ctx: LayoutContext): Need {
  const indent = cell.mark === undefined ? 0 : look.afterMark;
  const strong = cell.mark === undefined ? style : { ...style, weight: 600 as const };
  const need =
    cell.content.kind === 'inline'
      ? soleImage(cell.content.content)
        ? { ...pictureNeed(style), roomy: pictureNeed(style).full }
        : measureInline(cell.content.content, strong, ctx)
      : blocksNeed(cell.content.blocks, style, ctx);
  // A figure is never broken over two lines, however it is written.
  const least = cell.numeric ? need.full : need.least;
  if (cell.sparkline !== undefined)
    return larger({ ...need, roomy: need.full }, { least: look.graph, full: look.graph, roomy: look.graph });
  return { least: least + indent, full: need.full + indent, roomy: need.full + indent };
}

type Width = Pick<Need, 'least' | 'full'>;

/** Room that a marker or an indent inside a cell takes, in type sizes. */
const indentInCell = 2.5;

function blocksNeed(blocks: readonly Block[], style: TextStyle, ctx: LayoutContext): Width {
  let least = style.size * 4;
  let full = 0;
  const take = (need: Width, indent: number): void => {
    least = Math.max(least, need.least + indent);
    // Paragraphs stand under each other: what counts is how much text there is.
    full += need.full + indent;
  };
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph':
        take(soleImage(block.content) ? pictureNeed(style) : measureInline(block.content, style, ctx), 0);
        break;
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
        take(pictureNeed(style), 0);
        break;
    }
  }
  return { least, full: Math.max(least, full) };
}

/** A picture is drawn as large as its column lets it. */
function pictureNeed({ size }: TextStyle): Width {
  return { least: size * 8, full: size * 20 };
}

/** A column that needs no more than this part of an even share is short. */
const shortColumn = 0.75;

/**
 * Each column's least and a share of `rest`, by what it lacks. The share grows less than the lack, so that one cell
 * with a long text does not starve the columns beside it.
 */
function shared(needs: readonly Need[], rest: number): readonly number[] {
  const widths = needs.map((need) => need.least);
  let left = rest;
  let open = needs.map((_, i) => i);
  // A word or two are not broken for the sake of sentences beside them.
  const room = needs.reduce((sum, need) => sum + need.least, rest) / needs.length;
  for (const i of open) {
    const { least, full } = needs[i] ?? { least: 0, full: 0 };
    if (full > room * shortColumn || full - least > left * 0.25) continue;
    widths[i] = full;
    left -= full - least;
  }
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
  const roomy = needs.reduce((sum, need) => sum + need.roomy, 0);
  if (roomy <= free)
    return evened(
      columns,
      needs.map((need) => need.roomy),
      free,
    );
  return evened(
    columns,
    needs.map((need) => need.full),
    free,
  );
}

/** Widths that fill the room: figures of one width where that fits, the rest shared out. */
function evened(columns: readonly Column[], needs: readonly number[], free: number): readonly number[] {
  const figures = needs.filter((_, i) => columns[i]?.numeric === true);
  const widest = figures.reduce((most, need) => Math.max(most, need), 0);
  const even = needs.map((need, i) => (columns[i]?.numeric === true ? widest : need));
  const evenSum = even.reduce((sum, width) => sum + width, 0);
  const base = evenSum <= free ? even : needs;
  const sum = base.reduce((total, width) => total + width, 0);
  const rest = free - sum;
  // Figures take no more than half as much again as they need, so that a row can be read across.
  const weights = base.map((width, i) => (columns[i]?.numeric === true ? width * 0.6 : width));
  const weight = weights.reduce((total, own) => total + own, 0);
  return base.map((width, i) => width + (rest * (weights[i] ?? 0)) / Math.max(1e-9, weight));
}
