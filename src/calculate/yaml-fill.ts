/** Fills the rows of a table in YAML with cells: what was typed, its words, its unit. */
import type { AuthoredBlock } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import { plainText } from '../model/inline.js';
import type { DataBlock } from '../model/table-source.js';
import type { DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import type { Cell, Grid, GridRow, Input } from './grid.js';
import type { ReadContext } from './read-context.js';
import { plainBlocks } from './long-words.js';
import { parseUnit } from './unit.js';
import { blank } from './value.js';
import { cellInput, dueContent } from './yaml-cells.js';
import type { YamlColumn } from './yaml-columns.js';
import { textOfNode } from './yaml-columns.js';
import { readSeries } from './yaml-graph.js';
import type { YamlRow } from './yaml-rows.js';

/** Adds the rows to the grid, whose columns are settled. */
export function fillRows(
  grid: Grid,
  columns: readonly YamlColumn[],
  rows: readonly YamlRow[],
  block: Pick<DataBlock, 'text' | 'textSpan'>,
  inline: (node: DataNode | undefined) => readonly AuthoredInline[],
  context: ReadContext,
): void {
  let group: { readonly label: string; readonly key?: string } | undefined;
  let above: readonly string[] = [];
  const long = longCells(grid, block, context);
  const labelWords = (c: number, node: DataNode | undefined): string => {
    const first = long(c, node)?.[0];
    return plainText(first?.kind === 'paragraph' ? first.content : inline(node));
  };
  for (const row of rows) {
    const index = grid.rows.length;
    const cells: Cell[] = [];
    const own = row.label === undefined ? undefined : plainText(inline(row.label));
    const labels =
      own === undefined
        ? grid.columns
            .slice(0, Math.max(1, grid.labelColumns))
            .map((_, c) => labelWords(c, row.cells.get(c)) || (above[c] ?? ''))
        : [own];
    const label = own ?? labels.findLast((l) => l !== '') ?? '';
    if (row.kind === 'group') group = { label, ...(row.key === undefined ? {} : { key: row.key }) };
    const within = group !== undefined && row.kind !== 'group' && row.kind !== 'total';
    const gridRow: GridRow = {
      index,
      kind: row.kind,
      label,
      labels,
      ...(row.key === undefined ? {} : { key: row.key, keySpan: row.keySpan }),
      ...(within && group !== undefined
        ? { group: group.label, ...(group.key === undefined ? {} : { groupKey: group.key }) }
        : {}),
      cells,
      span: row.span,
      ...(row.depth === undefined ? {} : { depth: row.depth }),
      ...(row.formulaLabel === undefined ? {} : { formulaLabel: row.formulaLabel }),
      ...(row.decimals === undefined ? {} : { decimals: row.decimals }),
    };
    grid.rows.push(gridRow);
    grid.columns.forEach((column, c) => {
      const node = c === 0 && row.label !== undefined ? row.label : row.cells.get(c);
      const taken = row.taken?.get(c);
      const own = placed(context, row.places?.get(c));
      const series =
        column.graph === undefined || node === undefined
          ? undefined
          : readSeries(node, grid.words, `${label}, ${column.label}`, own);
      const input: Input =
        series !== undefined
          ? { kind: 'empty' }
          : taken === undefined
            ? cellInput(grid, row, c, columns[c], node, label, own)
            : { kind: 'formula', formula: taken };
      const blocks = input.kind === 'text' ? long(c, node) : undefined;
      const figure =
        input.kind === 'figure'
          ? input.figure
          : input.kind === 'stated' && 'amount' in input.stated
            ? input.stated
            : undefined;
      const unit = figure?.unit ?? parseUnit(row.unit ?? '') ?? column.unit;
      const reason = textOfNode(entry(node, 'because'));
      cells.push({
        grid,
        row: index,
        column: c,
        span: node?.span ?? taken?.place(0, taken.text.length) ?? row.span,
        inFile: row.places?.get(c),
        input,
        content: stating(
          node,
          input.kind === 'text'
            ? blocks !== undefined
              ? plainBlocks(blocks)
              : wordsOf(node, inline)
            : marked(node)
              ? inline(node)
              : [],
        ),
        blocks: blocks !== undefined && isLong(blocks) ? blocks : undefined,
        series,
        unit: column.numeric ? unit : undefined,
        decimals: column.decimals,
        origin: undefined,
        reason,
        result: undefined,
        rowSpan: 1,
        colSpan: 1,
        state: 'new',
        value: blank,
      });
    });
    above = row.kind === 'data' ? labels : [];
    if (row.kind === 'total') group = undefined;
  }
}

/** The words of a cell; a due date, and the date that it was, in words. */
function wordsOf(
  node: DataNode | undefined,
  inline: (node: DataNode | undefined) => readonly AuthoredInline[],
): readonly AuthoredInline[] {
  if (node?.kind !== 'map') return inline(node);
  return entry(node, 'due') === undefined && entry(node, 'was') === undefined
    ? inline(entry(node, 'value'))
    : dueContent(node);
}

/** Reads cells of columns of Markdown as blocks, each once; undefined for other cells. */
function longCells(
  grid: Grid,
  block: Pick<DataBlock, 'text' | 'textSpan'>,
  { world, report }: ReadContext,
): (column: number, node: DataNode | undefined) => readonly AuthoredBlock[] | undefined {
  const read = new Map<DataNode, readonly AuthoredBlock[]>();
  return (column, node) => {
    if (grid.columns[column]?.type !== 'markdown' || world.readBlocks === undefined) return undefined;
    const own = node?.kind === 'map' ? entry(node, 'value') : node;
    if (own?.kind !== 'scalar' || own.text === '') return undefined;
    let blocks = read.get(own);
    if (blocks === undefined) {
      const { value, diagnostics } = world.readBlocks(own, block);
      diagnostics.forEach(report);
      read.set(own, (blocks = value ?? []));
    }
    return blocks;
  };
}

/** Whether blocks are more than one plain paragraph, which is printed as a line of text. */
function isLong(blocks: readonly AuthoredBlock[]): boolean {
  return blocks.length > 1 || blocks.some(({ kind }) => kind !== 'paragraph');
}

/** `{value: 5.485, fact: people-savings}`: the words of the cell state a fact. */
function stating(node: DataNode | undefined, content: readonly AuthoredInline[]): readonly AuthoredInline[] {
  const name = textOfNode(entry(node, 'fact'));
  if (node === undefined || name === undefined || name === '') return content;
  const because = textOfNode(entry(node, 'because'));
  const fact = { name, ...(because === undefined ? {} : { because }), span: node.span };
  return [{ kind: 'span', fact, content }];
}

/** Whether a figure carries the mark of a note. */
function marked(node: DataNode | undefined): boolean {
  return node?.kind === 'scalar' && node.text.includes('[^');
}

/** Faults of a cell of a workbook say where in the workbook it stands. */
function placed(context: ReadContext, place: string | undefined): ReadContext {
  if (place === undefined) return context;
  return {
    ...context,
    report: (fault) => {
      context.report({ ...fault, message: `${place}: ${fault.message}` });
    },
  };
}
