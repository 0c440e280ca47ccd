/** Reads the rows of a table in YAML into one flat list: groups opened up, subtotals added, every row with its cells by column. */
import { error } from '../diagnostics/diagnostic.js';
import type { RowKind } from '../model/table.js';
import type { DataList, DataMap, DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { suggest } from '../source/nearest.js';
import type { Span } from '../source/span.js';
import type { Formula } from './grid.js';
import type { ReadContext } from './read-context.js';
import { counted, readDecimals } from './read-context.js';
import { checkSettings, idOf } from './settings.js';
import type { YamlColumn } from './yaml-columns.js';
import { checkKeys, scalarOf, textOfNode, yamlFormula } from './yaml-columns.js';

/** A row before its cells are read. */
export interface YamlRow {
  readonly kind: RowKind;
  readonly key?: string;
  readonly keySpan?: Span;
  readonly span: Span;
  /** Set for group headings, totals and notes, whose label is no column's cell. */
  readonly label?: DataNode;
  readonly cells: ReadonlyMap<number, DataNode>;
  /** How many groups it stands inside; a subtotal stands inside its group. */
  readonly depth?: number;
  /** Cells that take a cell of another paper. */
  readonly taken?: ReadonlyMap<number, Formula>;
  /** A formula for all figures of the row. */
  readonly formula?: Formula;
  readonly unit?: string;
  /** Decimals of its figures, where they are not those of their columns. */
  readonly decimals?: number;
  /** The line under its label, instead of the one made from its formulas; empty for none. */
  readonly formulaLabel?: string;
  /** Where cells of a workbook stand, by column: no span can show them. */
  readonly places?: ReadonlyMap<number, string>;
}

const rowKeys = [
  'id',
  'group',
  'rows',
  'subtotal',
  'total',
  'note',
  'formula',
  'stated',
  'unit',
  'decimals',
  'label',
];

/** Reads the list of rows. */
export function readYamlRows(
  list: DataList,
  columns: readonly YamlColumn[],
  isText: (index: number) => boolean,
  context: ReadContext,
): readonly YamlRow[] {
  const rows: YamlRow[] = [];
  const sum = yamlFormula({ kind: 'scalar', text: 'SUM(ABOVE)', quoted: true, span: list.span }, context);
  const read = (node: DataNode): void => {
    switch (node.kind) {
      case 'list':
        rows.push({ kind: 'data', span: node.span, cells: listCells(node, columns, context) });
        return;
      case 'map': {
        const group = entry(node, 'group');
        if (group === undefined) {
          rows.push(mapRow(node, columns, isText, sum, context));
          return;
        }
        checkKeys(node, ['id', 'group', 'rows', 'subtotal', 'stated'], 'a group', context);
        checkSettings(node, context);
        const key = idOf(node);
        rows.push({
          kind: 'group',
          ...(key === undefined ? {} : { key, keySpan: entry(node, 'id')?.span ?? node.span }),
          span: node.span,
          label: group,
          cells: new Map(),
        });
        const inner = entry(node, 'rows');
        const first = rows.length;
        if (inner?.kind === 'list') for (const row of inner.items) read(row);
        else
          context.report(
            error('table-is-complete', node.span, `the group “${textOfNode(group) ?? ''}” has no rows`, {
              hint: 'Write them as a list: rows: [[North, 0.500], [South, 0.514]].',
            }),
          );
        const subtotal = entry(node, 'subtotal');
        const close = (): void => {
          for (let r = first; r < rows.length; r++) {
            const row = rows[r];
            if (row !== undefined) rows[r] = { ...row, depth: (row.depth ?? 0) + 1 };
          }
        };
        if (subtotal === undefined || subtotal.kind === 'list') close();
        if (subtotal === undefined) return;
        if (subtotal.kind === 'list') {
          context.report(
            error('table-setting-reads', subtotal.span, 'subtotal is a list, and takes the label of a row', {
              hint: 'Write subtotal: Total localities; figures that are to be checked stand in stated:.',
            }),
          );
          return;
        }
        if (subtotal.kind === 'map')
          rows.push({ ...mapRow(subtotal, columns, isText, sum, context), kind: 'subtotal' });
        else
          rows.push({
            kind: 'subtotal',
            span: subtotal.span,
            label: subtotal,
            cells: statedCells(entry(node, 'stated'), columns, isText, context),
            formula: sum,
          });
        close();
        return;
      }
      case 'scalar':
        context.report(
          error('table-is-complete', node.span, `the row “${node.text}” is neither a list nor named cells`, {
            hint: 'Write [label, 1.2, 3.4], or service: label, income: 1.2.',
          }),
        );
    }
  };
  for (const item of list.items) read(item);
  return rows;
}

function listCells(
  node: DataList,
  columns: readonly YamlColumn[],
  context: ReadContext,
): ReadonlyMap<number, DataNode> {
  const cells = new Map<number, DataNode>();
  const open = columns.flatMap((column, i) =>
    // A line that is drawn from other columns takes no cell.
    (column.formula ?? column.totalFormula) === undefined && (column.graph?.of.length ?? 0) === 0 ? [i] : [],
  );
  node.items.forEach((item, n) => {
    const index = open[n];
    if (index !== undefined) cells.set(index, item);
  });
  if (node.items.length !== open.length) {
    const label = textOfNode(node.items[0]) ?? '';
    context.report(
      error(
        'row-fits-table',
        node.span,
        `the row “${label}” has ${counted(node.items.length, 'cell')}, and ${counted(open.length, 'column')} ${open.length === 1 ? 'has' : 'have'} no formula`,
        {
          hint: `They are ${open.map((i) => columns[i]?.key ?? '').join(', ')}; a label that holds a comma stands in quotes, and an empty cell is written "".`,
        },
      ),
    );
  }
  return cells;
}

function mapRow(
  node: DataMap,
  columns: readonly YamlColumn[],
  isText: (index: number) => boolean,
  sum: Formula,
  context: ReadContext,
): YamlRow {
  checkKeys(node, [...rowKeys, ...columns.map((c) => c.key)], 'a row', context);
  const named = columns.map((c) => c.key);
  checkSettings(node, context, named);
  // A column may be called id or unit, and then holds what the author likes.
  const key = named.includes('id') ? textOfNode(entry(node, 'id')) : idOf(node);
  const formula = named.includes('formula') ? undefined : scalarOf(node, 'formula');
  const unit = named.includes('unit') ? undefined : textOfNode(entry(node, 'unit'));
  const decimals = named.includes('decimals') ? undefined : readDecimals(textOfNode(entry(node, 'decimals')));
  const line = columns.some((c) => c.key === 'label') ? undefined : textOfNode(entry(node, 'label'));
  const common = {
    ...(line === undefined ? {} : { formulaLabel: line === 'none' ? '' : line }),
    ...(key === undefined ? {} : { key, keySpan: entry(node, 'id')?.span ?? node.span }),
    span: node.span,
    ...(unit === undefined ? {} : { unit }),
    ...(decimals === undefined ? {} : { decimals }),
  };
  const note = entry(node, 'note');
  const isColumn = (name: string): boolean => columns.some((c) => c.key === name);
  if (note !== undefined && !isColumn('note'))
    return { ...common, kind: 'note', label: note, cells: new Map() };
  const cells = new Map(statedCells(entry(node, 'stated'), columns, isText, context));
  columns.forEach((column, i) => {
    const cell = entry(node, column.key);
    if (cell !== undefined) cells.set(i, cell);
  });
  const total = isColumn('total') ? undefined : entry(node, 'total');
  const own = formula === undefined ? undefined : yamlFormula(formula, context);
  if (total !== undefined) return { ...common, kind: 'total', label: total, cells, formula: own ?? sum };
  return { ...common, kind: 'data', cells, ...(own === undefined ? {} : { formula: own }) };
}

/** `stated: [..]` gives the figures of a row in the order of the columns, or by key. */
function statedCells(
  node: DataNode | undefined,
  columns: readonly YamlColumn[],
  isText: (index: number) => boolean,
  context: ReadContext,
): ReadonlyMap<number, DataNode> {
  const cells = new Map<number, DataNode>();
  if (node?.kind === 'list') {
    const figures = columns.flatMap((_, i) => (isText(i) ? [] : [i]));
    node.items.forEach((item, n) => {
      const index = figures[n];
      if (index !== undefined) cells.set(index, item);
    });
    if (node.items.length !== figures.length) {
      context.report(
        error(
          'row-fits-table',
          node.span,
          `${counted(node.items.length, 'figure')} ${node.items.length === 1 ? 'is' : 'are'} stated, and the table has ${counted(figures.length, 'column')} of figures`,
          { hint: 'State one figure for each column, or name the columns: stated: {income: 1.2}.' },
        ),
      );
    }
  } else if (node?.kind === 'scalar' && node.text !== '') {
    context.report(
      error('table-setting-reads', node.span, `stated is “${node.text}”, which is no list of figures`, {
        hint: 'Write stated: [1.2, 3.4], or name the columns: stated: {income: 1.2}.',
      }),
    );
  } else if (node?.kind === 'map') {
    for (const { key, keySpan, value } of node.entries) {
      const index = columns.findIndex((c) => c.key === key);
      if (index >= 0) cells.set(index, value);
      else {
        const hint = suggest(
          key,
          columns.map((c) => c.key),
        );
        context.report(
          error(
            'table-is-complete',
            keySpan,
            `there is no column “${key}”`,
            hint === undefined ? {} : { hint },
          ),
        );
      }
    }
  }
  return cells;
}
