/** Reads the columns of a table in YAML: labels, nested heads, units, types and formulas. */
import { error } from '../diagnostics/diagnostic.js';
import type { ColumnType } from '../model/table.js';
import { columnTypes } from '../model/table.js';
import type { DataEntry, DataMap, DataNode, DataScalar } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { idHint, isId, toId } from '../source/ids.js';
import { suggest } from '../source/nearest.js';
import { makeFormula } from './cell-text.js';
import type { Formula, Graph, GridColumn, GridHeadCell } from './grid.js';
import { isNumericType, readDecimals, typeOfUnit } from './read-context.js';
import type { ReadContext } from './read-context.js';
import { checkSettings } from './settings.js';
import { parseUnit } from './unit.js';
import type { Unit } from './unit.js';
import { readGraph, refuseGraph } from './yaml-graph.js';

/** A column before it is known whether it holds figures. */
export interface YamlColumn {
  readonly key: string;
  readonly path: readonly string[];
  readonly span: DataEntry['keySpan'];
  readonly type?: ColumnType;
  readonly unit?: Unit;
  readonly decimals?: number;
  readonly rounding: boolean;
  readonly totals?: 'sum' | 'last' | 'none';
  /** The fact that each cell states of its row. */
  readonly fact?: string;
  readonly strong: boolean;
  readonly formula?: Formula;
  /** The formula of its subtotals and totals alone; rows above them are left empty. */
  readonly totalFormula?: Formula;
  /** The field of a register's entries that it takes, where that is not its key. */
  readonly field?: string;
  /** The cell of each collected paper's own table that it takes: `#budget[Total, Net]`. */
  readonly from?: Formula;
  /** What a column of small lines draws. */
  readonly graph?: Graph;
}

export interface YamlHead {
  readonly columns: readonly YamlColumn[];
  readonly headRows: readonly (readonly GridHeadCell[])[];
}

const columnKeys = [
  'label',
  'columns',
  'hint',
  'unit',
  'decimals',
  'type',
  'formula',
  'totalFormula',
  'field',
  'from',
  'tolerance',
  'totals',
  'strong',
  'of',
  'target',
  'fact',
];

/** The text of a scalar, or undefined. */
export function textOfNode(node: DataNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}

/** Reports keys of a map that mean nothing. Keys that begin with `x-` are the author's own. */
export function checkKeys(map: DataMap, known: readonly string[], what: string, context: ReadContext): void {
  for (const { key, keySpan } of map.entries) {
    if (known.includes(key) || key.startsWith('x-')) continue;
    const hint = suggest(key, known) ?? `Its keys are ${known.join(', ')}.`;
    context.report(
      error('table-is-complete', keySpan, `${what} has a key “${key}”, which means nothing there`, { hint }),
    );
  }
}

/** The scalar of a key; {@link checkSettings} reports other nodes. */
export function scalarOf(map: DataMap | undefined, key: string): DataScalar | undefined {
  const node = entry(map, key);
  return node?.kind === 'scalar' ? node : undefined;
}

/** The notes of a table: those of `notes:`, then those of `note:`. */
export function notesOf(root: DataMap): readonly DataNode[] {
  return ['notes', 'note'].flatMap((key): readonly DataNode[] => {
    const node = entry(root, key);
    return node === undefined ? [] : node.kind === 'list' ? node.items : [node];
  });
}

/** A formula in YAML; an equals sign before it may be left out. */
export function yamlFormula(node: DataNode, context: ReadContext, text = textOfNode(node) ?? ''): Formula {
  const lead = /^\s*=?\s*/.exec(text)?.[0].length ?? 0;
  const whole = textOfNode(node) ?? '';
  const shift = lead + Math.max(0, whole.indexOf(text));
  const start = node.kind === 'scalar' ? node.textStart : undefined;
  const place = (from: number, to: number): DataNode['span'] =>
    start === undefined
      ? node.span
      : { file: node.span.file, start: start + shift + from, end: start + shift + to };
  return makeFormula(text.slice(lead).trimEnd(), place, context.cache);
}

/** Reads the map of columns. */
export function readYamlColumns(node: DataMap, rounding: boolean, context: ReadContext): YamlHead {
  const columns: YamlColumn[] = [];
  const placed: {
    readonly depth: number;
    readonly leaf: boolean;
    readonly cell: Omit<GridHeadCell, 'rowSpan'>;
  }[] = [];
  const headings = new Map<string, readonly [first: number, after: number]>();
  const maps: (DataMap | undefined)[] = [];
  let deepest = 1;
  const walk = (entries: readonly DataEntry[], depth: number, path: readonly string[]): void => {
    deepest = Math.max(deepest, depth + 1);
    for (const { key, keySpan, value } of entries) {
      const map = value.kind === 'map' ? value : undefined;
      checkColumnKey(key, keySpan, context);
      if (map !== undefined) {
        checkKeys(map, columnKeys, `the column “${key}”`, context);
        checkSettings(map, context, ['of']);
      } else if (value.kind === 'list')
        context.report(
          error('table-setting-reads', value.span, `the column “${key}” has a list where its label belongs`, {
            hint: 'Put the label in double quotes, or write { label: Income, unit: £m }.',
          }),
        );
      const labelNode = map === undefined ? value : entry(map, 'label');
      const label = textOfNode(labelNode) ?? key;
      const inner = entry(map, 'columns');
      if (inner !== undefined && (inner.kind !== 'map' || inner.entries.length === 0))
        context.report(
          error('table-is-complete', inner.span, `the heading “${label}” has no columns under it`, {
            hint: 'Write columns: {income: Income, net: Net budget}, or leave columns: out.',
          }),
        );
      const first = columns.length;
      const hint = textOfNode(entry(map, 'hint'));
      const content =
        label === '' ? [] : (context.world.readInline(label, labelNode?.span ?? keySpan).value ?? []);
      const below = label === '' ? path : [...path, label];
      const leaf = inner?.kind !== 'map' || inner.entries.length === 0;
      if (inner?.kind === 'map' && !leaf) {
        walk(inner.entries, depth + 1, below);
        headings.set(key, [first, columns.length]);
      } else {
        maps.push(map);
        columns.push(readColumn(key, keySpan, map, below, rounding, context));
      }
      placed.push({
        depth,
        leaf,
        cell: {
          content,
          column: first,
          colSpan: columns.length - first,
          ...(hint === undefined ? {} : { hint }),
        },
      });
    }
  };
  walk(node.entries, 0, []);
  const headRows = Array.from({ length: deepest }, (_, depth) =>
    placed
      .filter((p) => p.depth === depth)
      .map((p) => ({ ...p.cell, rowSpan: p.leaf ? deepest - depth : 1 }))
      .sort((a, b) => a.column - b.column),
  );
  const settled = columns.map((column, i) => {
    if (column.type === 'sparkline')
      return { ...column, graph: readGraph(maps[i], columns, headings, context) };
    refuseGraph(maps[i], column.path.at(-1) ?? column.key, context);
    return column;
  });
  return { columns: settled, headRows };
}

/** A column's key is its id; capitals may stand in it, because fields of registers have them. */
function checkColumnKey(key: string, span: DataEntry['keySpan'], context: ReadContext): void {
  if (isId(key.toLowerCase()) || key.startsWith('x-')) return;
  context.report(
    error('id-is-plain', span, `“${key}” cannot be the id of a column`, {
      hint: `${idHint(key)} Its words stand after it: ${toId(key) || 'income'}: "${key}".`,
    }),
  );
}

function readColumn(
  key: string,
  span: DataEntry['keySpan'],
  map: DataMap | undefined,
  path: readonly string[],
  rounding: boolean,
  context: ReadContext,
): YamlColumn {
  const unit = parseUnit(textOfNode(entry(map, 'unit')) ?? '');
  const decimals = readDecimals(textOfNode(entry(map, 'decimals')));
  const type = columnTypes.find((t) => t === textOfNode(entry(map, 'type')));
  const totals = textOfNode(entry(map, 'totals'));
  const formula = scalarOf(map, 'formula');
  const totalFormula = scalarOf(map, 'totalFormula');
  const field = textOfNode(entry(map, 'field'));
  const fact = textOfNode(entry(map, 'fact'));
  const from = scalarOf(map, 'from');
  return {
    key,
    path,
    span,
    ...(type === undefined ? {} : { type }),
    ...(unit === undefined ? {} : { unit }),
    ...(decimals === undefined ? {} : { decimals }),
    rounding: rounding || textOfNode(entry(map, 'tolerance')) === 'rounding',
    ...(totals === 'sum' || totals === 'last' || totals === 'none' ? { totals } : {}),
    strong: textOfNode(entry(map, 'strong')) === 'true',
    ...(formula === undefined ? {} : { formula: yamlFormula(formula, context) }),
    ...(field === undefined ? {} : { field }),
    ...(fact === undefined ? {} : { fact }),
    ...(from === undefined ? {} : { from: yamlFormula(from, context) }),
    ...(totalFormula === undefined ? {} : { totalFormula: yamlFormula(totalFormula, context) }),
  };
}

/** The columns of the grid, once it is known which hold figures. */
export function settleColumns(
  columns: readonly YamlColumn[],
  figures: (index: number) => boolean,
  long: (index: number) => boolean,
  table: {
    readonly unit: Unit | undefined;
    readonly decimals: number | undefined;
    readonly totals: 'sum' | 'last' | 'none' | undefined;
  },
): readonly GridColumn[] {
  return columns.map((column, index) => {
    const numeric =
      column.type === undefined
        ? (column.formula ?? column.totalFormula ?? column.from) !== undefined ||
          column.unit !== undefined ||
          figures(index)
        : isNumericType(column.type);
    const byType =
      column.type === 'percent' ? parseUnit('%') : column.type === 'fte' ? parseUnit('FTE') : undefined;
    const inherited = column.type === undefined || column.type === 'money' ? table.unit : undefined;
    const unit = numeric ? (column.unit ?? byType ?? inherited) : undefined;
    const decimals =
      column.decimals ?? (byType === undefined || byType === table.unit ? table.decimals : undefined);
    const totals = column.totals ?? table.totals;
    return {
      index,
      key: column.key,
      path: column.path,
      label: column.path.join(', '),
      type: column.type ?? (numeric ? typeOfUnit(unit) : long(index) ? 'markdown' : 'text'),
      numeric,
      ...(unit === undefined ? {} : { unit }),
      ...(decimals === undefined ? {} : { decimals }),
      rounding: column.rounding,
      strong: column.strong,
      span: column.span,
      ...(totals === undefined ? {} : { totals }),
      ...(column.graph === undefined ? {} : { graph: column.graph }),
      // A column that is declared to be text is none of labels, unless it is the first.
      ...(column.type === 'text' && index > 0 ? { answer: true as const } : {}),
      ...(column.fact === undefined ? {} : { fact: column.fact }),
    };
  });
}
