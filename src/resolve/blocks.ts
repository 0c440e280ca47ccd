/** Turns the authored block tree of a document into the tree that is printed. */
import { error } from '../diagnostics/diagnostic.js';
import type { AuthoredBlock, AuthoredTable, Block } from '../model/block.js';
import type { CalculatedChart, Chart } from '../model/chart.js';
import { plainText } from '../model/inline.js';
import type { AuthoredInline, Inline } from '../model/inline.js';
import type { CalculatedTable, Cell, Table } from '../model/table.js';
import type { DataBlock, TableSource } from '../model/table-source.js';
import type { InlineContext } from './inlines.js';
import { resolveInlines } from './inlines.js';
import type { DataPlace } from './number.js';

export interface BlockContext extends InlineContext {
  /** Number and anchor of a table or chart. */
  place(block: TableSource | DataBlock): DataPlace;
  /** The calculated table, or undefined with the faults reported. */
  table(block: AuthoredTable): CalculatedTable | undefined;
  chart(block: DataBlock): CalculatedChart | undefined;
}

/** Names of fenced blocks that become a table. */
const tableBlocks: ReadonlySet<string> = new Set(['table', 'appraisal']);

export function resolveBlocks(blocks: readonly AuthoredBlock[], context: BlockContext): readonly Block[] {
  return blocks.flatMap((b) => resolveBlock(b, context));
}

function resolveBlock(block: AuthoredBlock, context: BlockContext): readonly Block[] {
  const text = (content: readonly AuthoredInline[]): readonly Inline[] => resolveInlines(content, context);
  const plain = (content: readonly AuthoredInline[]): readonly Inline[] =>
    resolveInlines(content, context, true);
  switch (block.kind) {
    case 'heading':
      return [{ ...block, content: plain(block.content) }];
    case 'paragraph':
      return [{ ...block, content: text(block.content) }];
    case 'list':
      return [
        { ...block, items: block.items.map((i) => ({ ...i, blocks: resolveBlocks(i.blocks, context) })) },
      ];
    case 'quote':
      return [{ ...block, blocks: resolveBlocks(block.blocks, context) }];
    case 'definition-list':
      return [
        {
          ...block,
          entries: block.entries.map((e) => ({
            terms: e.terms.map(text),
            definitions: e.definitions.map((d) => resolveBlocks(d, context)),
          })),
        },
      ];
    case 'container': {
      if (block.name === 'table-rows') return resolveRows(block, context);
      const { title, ...rest } = block;
      return [
        {
          ...rest,
          ...(title === undefined ? {} : { title: plain(title) }),
          blocks: resolveBlocks(block.blocks, context),
        },
      ];
    }
    case 'image-figure': {
      const { caption, ...rest } = block;
      return [
        {
          ...rest,
          src: context.image(block.src, block.span),
          ...(caption === undefined ? {} : { caption: plain(caption) }),
        },
      ];
    }
    case 'code-block':
    case 'thematic-break':
      return [block];
    case 'table-source':
      return resolveTable(block, context);
    case 'data-block':
      if (block.name === 'chart') return resolveChart(block, context);
      if (tableBlocks.has(block.name)) return resolveTable(block, context);
      context.report(
        error('block-is-known', block.span, `a “${block.name}” block cannot be made by this version`, {
          hint: 'Use a table or a chart block for now.',
        }),
      );
      return [];
  }
}

function resolveTable(block: TableSource | DataBlock, context: BlockContext): readonly Block[] {
  const calculated = context.table(block);
  if (calculated === undefined) return [];
  return [{ ...printedTable(calculated, context), ...placed(context.place(block)) }];
}

/** A container of rows is a table like any other; its number and anchor stand in itself. */
function resolveRows(
  block: Extract<AuthoredTable, { kind: 'container' }>,
  context: BlockContext,
): readonly Block[] {
  const calculated = context.table(block);
  if (calculated === undefined) return [];
  return [
    {
      ...printedTable(calculated, context),
      ...placed({ number: block.number, anchor: block.anchor }),
      ...(block.classes === undefined ? {} : { classes: block.classes }),
    },
  ];
}

function resolveChart(block: DataBlock, context: BlockContext): readonly Block[] {
  const calculated = context.chart(block);
  if (calculated === undefined) return [];
  const { note, source, altContent, ...rest } = calculated;
  const chart: Chart = {
    ...rest,
    alt: altContent === undefined ? calculated.alt : plainText(resolveInlines(altContent, context, true)),
    ...placed(context.place(block)),
    caption: resolveInlines(calculated.caption, context, true),
    ...(note === undefined ? {} : { note: resolveInlines(note, context) }),
    ...(source === undefined ? {} : { source: resolveInlines(source, context) }),
    table: printedTable(calculated.table, context),
  };
  return [chart];
}

function placed(place: DataPlace): { readonly number?: number; readonly anchor?: string } {
  return {
    ...(place.number === undefined ? {} : { number: place.number }),
    ...(place.anchor === undefined ? {} : { anchor: place.anchor }),
  };
}

function printedTable(table: CalculatedTable, context: BlockContext): Table {
  const plain = (content: readonly AuthoredInline[]): readonly Inline[] =>
    resolveInlines(content, context, true);
  return {
    ...table,
    caption: plain(table.caption),
    head: table.head.map((row) => ({ cells: row.cells.map((c) => ({ ...c, content: plain(c.content) })) })),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((c) => printedCell(c, context)) })),
    footer: table.footer.map((line) => resolveInlines(line, context)),
  };
}

function printedCell(cell: Cell<AuthoredInline, AuthoredBlock>, context: BlockContext): Cell {
  const { content } = cell;
  if (content.kind === 'blocks')
    return { ...cell, content: { kind: 'blocks', blocks: resolveBlocks(content.blocks, context) } };
  const resolved = resolveInlines(content.content, context, cell.numeric);
  // Nothing but text to which nothing was done: the cell is a printed one already.
  if (resolved === content.content) return cell as Cell;
  return { ...cell, content: { kind: 'inline', content: resolved } };
}
