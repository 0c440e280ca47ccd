/** Reads columns of small lines in YAML: which figures they draw, their target, and cells that list figures of their own. */
import { error } from '../diagnostics/diagnostic.js';
import type { DataMap, DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { suggest } from '../source/nearest.js';
import type { Figure } from './figure.js';
import { readFigure } from './figure.js';
import type { Graph, GridColumn } from './grid.js';
import { normalise } from './labels.js';
import type { ReadContext } from './read-context.js';

/** A column as far as its graph is concerned. */
interface Named {
  readonly key: string;
  readonly path: readonly string[];
}

/** Headings over several columns, by key: the first column and the one after the last. */
export type HeadingRanges = ReadonlyMap<string, readonly [first: number, after: number]>;

/** `of:` and `target:` of a column of type sparkline, once all columns are known. */
export function readGraph(
  map: DataMap | undefined,
  columns: readonly Named[],
  headings: HeadingRanges,
  context: ReadContext,
): Graph {
  const ofNode = entry(map, 'of');
  const of = textsOf(ofNode).flatMap(({ text, node }) =>
    columnsNamed(text, node, columns, headings, context),
  );
  const target = entry(map, 'target');
  if (target?.kind !== 'scalar' || target.text.trim() === '') return { of };
  const column = columns.findIndex(({ key }) => key === target.text.trim());
  if (column >= 0) return { of, target: { column } };
  const figure = readFigure(target.text);
  if (figure !== undefined) return { of, target: figure };
  const hint = suggest(
    target.text,
    columns.map(({ key }) => key),
  );
  context.report(
    error(
      'table-setting-reads',
      target.span,
      `target is “${target.text}”, which is neither a column nor a figure`,
      {
        hint: hint ?? 'Write the key of the column that has the targets, or one figure for all rows.',
      },
    ),
  );
  return { of };
}

/** Reports `of:` and `target:` of a column that draws nothing. */
export function refuseGraph(map: DataMap | undefined, label: string, context: ReadContext): void {
  for (const { key, keySpan } of map?.entries ?? []) {
    if (key !== 'of' && key !== 'target') continue;
    context.report(
      error('table-setting-reads', keySpan, `${key} stands in the column “${label}”, which draws no line`, {
        hint: 'Give the column type: sparkline, or take the setting out.',
      }),
    );
  }
}

/** The words of a list, or those of one text that commas divide. */
function textsOf(node: DataNode | undefined): readonly { readonly text: string; readonly node: DataNode }[] {
  if (node === undefined) return [];
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((item) =>
    item.kind === 'scalar'
      ? item.text
          .split(',')
          .map((part) => ({ text: part.trim(), node: item }))
          .filter(({ text }) => text !== '')
      : [],
  );
}

/** A column by its key, the columns under a heading by its key, or those from one column to another: `q1:q4`. */
function columnsNamed(
  text: string,
  node: DataNode,
  columns: readonly Named[],
  headings: HeadingRanges,
  context: ReadContext,
): readonly number[] {
  const index = (key: string): number => columns.findIndex((column) => column.key === key);
  const [from = '', to] = text.split(':').map((part) => part.trim());
  const first = index(from);
  if (to !== undefined) {
    const last = index(to);
    if (first >= 0 && last >= 0) return upTo(Math.min(first, last), Math.max(first, last) + 1);
  } else if (first >= 0) return [first];
  else {
    const heading = headings.get(from);
    if (heading !== undefined) return upTo(...heading);
    const labelled = columns.findIndex(({ path }) => normalise(path.at(-1) ?? '') === normalise(from));
    if (labelled >= 0) return [labelled];
  }
  const missing = first < 0 ? from : (to ?? from);
  const known = [...columns.map(({ key }) => key), ...headings.keys()];
  context.report(
    error('table-setting-reads', node.span, `of names “${missing}”, and there is no such column`, {
      hint: suggest(missing, known) ?? `The columns are ${known.join(', ')}.`,
    }),
  );
  return [];
}

function upTo(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** Columns that a graph draws or takes its target from have to hold figures; without any, some row has to list some. */
export function checkGraphs(
  columns: readonly GridColumn[],
  isFilled: (index: number) => boolean,
  context: ReadContext,
): void {
  for (const column of columns) {
    const { graph } = column;
    if (graph === undefined) continue;
    if (graph.of.length === 0 && !isFilled(column.index))
      context.report(
        error('table-is-complete', column.span, `the column “${column.label}” has nothing to draw`, {
          hint: 'Name the columns whose figures it draws, oldest first, of: [q1, q2, q3]; or list the figures in each row: [271, 287, 294].',
        }),
      );
    const target = graph.target !== undefined && 'column' in graph.target ? [graph.target.column] : [];
    for (const index of [...graph.of, ...target]) {
      const named = columns[index];
      if (named === undefined || named.numeric) continue;
      context.report(
        error(
          'table-setting-reads',
          column.span,
          `the line of “${column.label}” is drawn from “${named.label}”, which is no column of figures`,
          { hint: 'Name columns of figures after of:, and one of figures after target:.' },
        ),
      );
    }
  }
}

/** The figures that a cell lists itself; empty entries and declared words are gaps. */
export function readSeries(
  node: DataNode,
  words: ReadonlyMap<string, string>,
  name: string,
  context: ReadContext,
): readonly (Figure | undefined)[] {
  const items = node.kind === 'list' ? node.items : [node];
  const parts = items.flatMap((item) =>
    item.kind === 'scalar' && node.kind !== 'list'
      ? item.text.split(/\s*;\s*|,\s+/).map((text) => ({ text, span: item.span }))
      : [{ text: item.kind === 'scalar' ? item.text : '[', span: item.span }],
  );
  return parts.map(({ text, span }): Figure | undefined => {
    if (text.trim() === '' || words.has(normalise(text))) return undefined;
    const figure = readFigure(text);
    if (figure === undefined)
      context.report(
        error('cell-is-figure', span, `${name} lists “${text}”, and its line is drawn from figures`, {
          hint: 'List figures, the oldest first: [271, 287, 294, 303]; where there is none write "".',
        }),
      );
    return figure;
  });
}
