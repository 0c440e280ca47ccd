/** Turns a table written in YAML into the grid that is calculated (format, section 6). */
import { readCollectedRows, refuseFrom } from './collect-rows.js';
import type { CollectedRows } from './collect-rows.js';
import { cellInput, dueContent } from './yaml-cells.js';
import { error } from '../diagnostics/diagnostic.js';
import type { AuthoredInline } from '../model/inline.js';
import { plainText } from '../model/inline.js';
import type { DataBlock } from '../model/table-source.js';
import type { DataList, DataMap, DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { readFigure } from './figure.js';
import type { Cell, Grid, GridCheck, GridRow, Input } from './grid.js';
import { normalise } from './labels.js';
import { countLabelColumns, declaredWords, markSubtotals, readDecimals } from './read-context.js';
import type { ReadContext } from './read-context.js';
import { readSheetRows } from './sheet.js';
import { parseUnit } from './unit.js';
import { blank } from './value.js';
import { checkSettings, idOf } from './settings.js';
import type { YamlColumn } from './yaml-columns.js';
import {
  checkKeys,
  notesOf,
  readYamlColumns,
  settleColumns,
  textOfNode,
  yamlFormula,
} from './yaml-columns.js';
import type { YamlRow } from './yaml-rows.js';
import { readYamlRows } from './yaml-rows.js';

const tableKeys = [
  'id',
  'caption',
  'unit',
  'decimals',
  'totals',
  'tolerance',
  'words',
  'note',
  'notes',
  'hint',
  'layout',
  'lang',
  'columns',
  'rows',
  'checks',
  'source',
  'letters',
  'collect',
  'of',
];

/** Reads a table block; undefined where nothing useful could be made of it. */
export function readYamlTable(block: DataBlock, context: ReadContext): Grid | undefined {
  const parsed = context.world.parseYaml(block.text, block.textSpan);
  parsed.diagnostics.forEach(context.report);
  const root = parsed.value;
  if (root?.kind !== 'map') {
    if (parsed.diagnostics.length === 0)
      context.report(
        error('table-is-complete', block.span, 'this table has no columns and rows', {
          hint: 'Write columns: and rows: as the guide shows.',
        }),
      );
    return undefined;
  }
  checkKeys(root, tableKeys, 'a table', context);
  checkSettings(root, context);
  const columnsNode = entry(root, 'columns');
  if (columnsNode?.kind !== 'map' || columnsNode.entries.length === 0) {
    context.report(
      error('table-is-complete', columnsNode?.span ?? root.span, 'this table has no columns', {
        hint: 'Write columns: {service: Service, income: Income}.',
      }),
    );
    return undefined;
  }
  const rounding = textOfNode(entry(root, 'tolerance')) === 'rounding';
  const head = readYamlColumns(columnsNode, rounding, context);
  const collection = allRows(root, head.columns, context);
  return makeGrid(block, root, head.columns, head.headRows, collection, context);
}

/** Rows of the file named by `source` or of the register named by `collect`, then those typed. */
function allRows(root: DataMap, columns: readonly YamlColumn[], context: ReadContext): CollectedRows {
  const source = entry(root, 'source');
  const collect = entry(root, 'collect');
  const listed = entry(root, 'rows');
  const typed: DataList = listed?.kind === 'list' ? listed : { kind: 'list', items: [], span: root.span };
  const elsewhere = source !== undefined || collect !== undefined;
  if (listed !== undefined && listed.kind !== 'list' && !(elsewhere && textOfNode(listed) === '')) {
    context.report(
      error('table-is-complete', listed.span, 'rows: is not a list of rows', {
        hint: 'Write each row on a line of its own after a hyphen: - [Youth, 0.563].',
      }),
    );
  }
  if (listed === undefined && !elsewhere) {
    context.report(
      error('table-is-complete', root.span, 'this table has no rows', {
        hint: 'Write rows: and a list, or source: and a file of figures.',
      }),
    );
  }
  const fromFile = source?.kind === 'scalar' ? readSheetRows(source, columns, context) : [];
  const isText = (index: number): boolean => {
    const column = columns[index];
    if (column?.type !== undefined)
      return !['money', 'number', 'percent', 'fte', 'score'].includes(column.type);
    return column?.formula === undefined && index === 0;
  };
  const collected: CollectedRows =
    collect?.kind === 'scalar'
      ? readCollectedRows(collect, columns, textOfNode(entry(root, 'of')), context)
      : { rows: [] };
  if (collect === undefined) refuseFrom(columns, context);
  return {
    ...collected,
    rows: [...fromFile, ...collected.rows, ...readYamlRows(typed, columns, isText, context)],
  };
}

/** Whether a column holds figures: most of what was typed there are figures. */
function holdsFigures(
  rows: readonly YamlRow[],
  words: ReadonlyMap<string, string>,
): (index: number) => boolean {
  return (index) => {
    if (index === 0) return false;
    let figures = 0;
    let others = 0;
    for (const row of rows) {
      const node = row.cells.get(index);
      const text = node?.kind === 'map' ? textOfNode(entry(node, 'value')) : textOfNode(node);
      if (text === undefined || text.trim() === '') continue;
      if (readFigure(text.replace(/^~/, '')) !== undefined || /^=|^~?[-(]?[£\d.,]+\)?\w* ?=/.test(text))
        figures++;
      else if (!words.has(normalise(text))) others++;
    }
    return figures > others;
  };
}

function makeGrid(
  block: DataBlock,
  root: DataMap,
  columns: readonly YamlColumn[],
  headRows: Grid['headRows'],
  { rows, coverage, collected }: CollectedRows,
  context: ReadContext,
): Grid {
  const text = (key: string): string | undefined => textOfNode(entry(root, key));
  const inline = (node: DataNode | undefined): readonly AuthoredInline[] => {
    if (node?.kind !== 'scalar' || node.text === '') return [];
    const read = context.world.readInline(node.text, node.span);
    read.diagnostics.forEach(context.report);
    return read.value ?? [];
  };
  const unit = parseUnit(text('unit') ?? '');
  const decimals = readDecimals(text('decimals'));
  const wordsNode = entry(root, 'words');
  const ownWords =
    wordsNode?.kind === 'list'
      ? wordsNode.items.map((w) => textOfNode(w) ?? '').join(',')
      : textOfNode(wordsNode);
  const words = declaredWords(context.world.style.words, ownWords);
  const totals = text('totals');
  const settled = settleColumns(columns, holdsFigures(rows, words), {
    unit,
    decimals,
    totals: totals === 'sum' || totals === 'last' || totals === 'none' ? totals : undefined,
  });
  const id = idOf(root);
  const hint = text('hint');
  const lang = text('lang');
  const number = context.paper.tableNumbers.get(block);
  const grid: Grid = {
    paper: context.paper,
    span: block.span,
    ...(id === undefined ? {} : { id }),
    ...(number === undefined ? {} : { number }),
    caption: inline(entry(root, 'caption')),
    ...(unit === undefined ? {} : { unit }),
    ...(decimals === undefined ? {} : { decimals }),
    ...(hint === undefined ? {} : { hint }),
    words,
    notes: [
      ...notesOf(root)
        .map(inline)
        .filter((n) => n.length > 0),
      ...(coverage === undefined ? [] : [[{ kind: 'text' as const, text: coverage }]]),
    ],
    ...(text('layout') === 'landscape' ? { layout: 'landscape' as const } : {}),
    classes: [],
    ...(lang === undefined ? {} : { lang }),
    columns: settled,
    headRows,
    rows: [],
    ...(collected === undefined ? {} : { collected }),
    checks: readChecks(entry(root, 'checks'), context),
    ...(text('letters') === 'none' ? { letters: false } : {}),
    labelColumns: countLabelColumns(settled),
  };
  fillRows(grid, columns, rows, inline, context);
  markSubtotals(grid);
  return grid;
}

function readChecks(node: DataNode | undefined, context: ReadContext): readonly GridCheck[] {
  if (node?.kind !== 'list') {
    if (node !== undefined && textOfNode(node) !== '')
      context.report(
        error('table-is-complete', node.span, 'checks: is not a list of checks', {
          hint: 'Write each on a line of its own after a hyphen: - { that: "[Total, income] = 1.2", because: why }.',
        }),
      );
    return [];
  }
  return node.items.flatMap((item) => {
    if (item.kind === 'map') checkKeys(item, ['that', 'because'], 'a check', context);
    const that = entry(item, 'that');
    if (that?.kind !== 'scalar') {
      context.report(
        error('table-is-complete', item.span, 'a check does not say what must hold', {
          hint: 'Write { that: "[Total, income] = 1.2", because: why }.',
        }),
      );
      return [];
    }
    const because = textOfNode(entry(item, 'because'));
    return [
      { formula: yamlFormula(that, context), span: that.span, ...(because === undefined ? {} : { because }) },
    ];
  });
}

function fillRows(
  grid: Grid,
  columns: readonly YamlColumn[],
  rows: readonly YamlRow[],
  inline: (node: DataNode | undefined) => readonly AuthoredInline[],
  context: ReadContext,
): void {
  let group: { readonly label: string; readonly key?: string } | undefined;
  let above: readonly string[] = [];
  for (const row of rows) {
    const index = grid.rows.length;
    const cells: Cell[] = [];
    const own = row.label === undefined ? undefined : plainText(inline(row.label));
    const labels =
      own === undefined
        ? grid.columns
            .slice(0, Math.max(1, grid.labelColumns))
            .map((_, c) => plainText(inline(row.cells.get(c))) || (above[c] ?? ''))
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
      ...(row.formulaLabel === undefined ? {} : { formulaLabel: row.formulaLabel }),
    };
    grid.rows.push(gridRow);
    grid.columns.forEach((column, c) => {
      const node = c === 0 && row.label !== undefined ? row.label : row.cells.get(c);
      const taken = row.taken?.get(c);
      const input: Input =
        taken === undefined
          ? cellInput(grid, row, c, columns[c], node, label, placed(context, row.places?.get(c)))
          : { kind: 'formula', formula: taken };
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
        content:
          input.kind === 'text'
            ? node?.kind === 'map'
              ? dueContent(node)
              : inline(node)
            : marked(node)
              ? inline(node)
              : [],
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
