/** Makes the grid of a table in YAML: settings of the table, settled columns, declared words, notes, checks. */
import { error } from '../diagnostics/diagnostic.js';
import type { AuthoredInline } from '../model/inline.js';
import type { DataBlock } from '../model/table-source.js';
import type { DataMap, DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import type { CollectedRows } from './collect-rows.js';
import { cutAllowance } from './cell-text.js';
import { Decimal } from './decimal.js';
import { readFigure } from './figure.js';
import type { Grid, GridCheck } from './grid.js';
import { normalise } from './labels.js';
import { countLabelColumns, declaredWords, markSubtotals, readDecimals } from './read-context.js';
import type { ReadContext } from './read-context.js';
import { idOf } from './settings.js';
import { parseUnit } from './unit.js';
import type { YamlColumn } from './yaml-columns.js';
import { checkKeys, notesOf, settleColumns, textOfNode, yamlFormula } from './yaml-columns.js';
import { fillRows } from './yaml-fill.js';
import { checkGraphs } from './yaml-graph.js';
import type { YamlRow } from './yaml-rows.js';

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

/** Whether a column has a cell of several lines, which are paragraphs or items of a list. */
function holdsLines(rows: readonly YamlRow[]): (index: number) => boolean {
  return (index) =>
    rows.some((row) => {
      const node = row.cells.get(index);
      const own = node?.kind === 'map' ? entry(node, 'value') : node;
      return own?.kind === 'scalar' && own.quoted && own.text.trim().includes('\n');
    });
}

/** The grid with all its rows filled in. */
export function makeYamlGrid(
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
    const { span, text: typed, textStart: start } = node;
    // Inside quotation marks the text has places of its own.
    const at = start === undefined ? span : { file: span.file, start, end: start + typed.length };
    const read = context.world.readInline(typed, at);
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
  const settled = settleColumns(columns, holdsFigures(rows, words), holdsLines(rows), {
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
    ...(text('carry') === 'totals' ? { carry: entry(root, 'carry')?.span ?? block.span } : {}),
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
  checkGraphs(settled, (index) => rows.some((row) => row.cells.has(index)), context);
  fillRows(grid, columns, rows, block, inline, context);
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
    if (item.kind === 'map') checkKeys(item, ['that', 'because', 'tolerance'], 'a check', context);
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
    const { body, tolerance: allowed } = cutAllowance(that.text);
    const tolerance = readTolerance(entry(item, 'tolerance'), context) ?? allowed;
    return [
      {
        formula: yamlFormula(that, context, body),
        span: that.span,
        ...(tolerance === undefined ? {} : { tolerance }),
        ...(because === undefined ? {} : { because }),
      },
    ];
  });
}

/** `tolerance: 0.001` of a check: how far its two sides may be apart. */
function readTolerance(node: DataNode | undefined, context: ReadContext): Decimal | undefined {
  if (node === undefined) return undefined;
  const typed = textOfNode(node) ?? '';
  if (/^\d{1,40}(?:\.\d{1,40})?$/.test(typed)) return new Decimal(typed);
  context.report(
    error('table-setting-reads', node.span, `“${typed}” is no tolerance of a check`, {
      hint: 'Write a figure in the unit of the table, as in tolerance: 0.001.',
    }),
  );
  return undefined;
}
