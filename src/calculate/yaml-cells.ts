/** Reads the cells of a table in YAML: figures, stated figures, overrides, words and due dates. */
import { error } from '../diagnostics/diagnostic.js';
import type { AuthoredInline } from '../model/inline.js';
import type { DataMap, DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { longDate, monthAndYear, parseDate } from './calendar.js';
import { readCell, splitAllowance } from './cell-text.js';
import type { Cell, Grid, Input } from './grid.js';
import type { ReadContext } from './read-context.js';
import { isRating } from './read-context.js';
import type { YamlColumn } from './yaml-columns.js';
import { checkKeys, textOfNode, yamlFormula } from './yaml-columns.js';
import type { YamlRow } from './yaml-rows.js';
import { cellName } from './print.js';

/** The formula that counts for a figure: the row's in totals, unless the column's figures do not add up. */
function formulaFor(
  grid: Grid,
  row: YamlRow,
  c: number,
  column: YamlColumn | undefined,
  context: ReadContext,
): Input | undefined {
  const settled = grid.columns[c];
  if (settled === undefined || row.kind === 'group' || row.kind === 'note') return undefined;
  if (isRating(settled.type) && row.kind === 'data')
    return column?.formula === undefined ? undefined : { kind: 'formula', formula: column.formula };
  if (!settled.numeric) return undefined;
  const isTotal = row.kind === 'total' || row.kind === 'subtotal';
  if (isTotal && column?.totalFormula !== undefined) return { kind: 'formula', formula: column.totalFormula };
  if (isTotal && settled.totals === 'none') return undefined;
  if (isTotal && settled.totals === 'last') {
    const last = grid.rows.findLast((r) => r.kind === 'data' && r.index < grid.rows.length - 1);
    const key = last?.cells[c];
    return key === undefined ? undefined : { kind: 'formula', formula: lastFormula(key, row, context) };
  }
  const additive = settled.type !== 'percent' && settled.type !== 'score';
  const formula =
    row.formula !== undefined && (additive || column?.formula === undefined) ? row.formula : column?.formula;
  if (isTotal && !additive && column?.formula === undefined && settled.totals !== 'sum') return undefined;
  return formula === undefined ? undefined : { kind: 'formula', formula };
}

/** `totals: last`: the figure of the last row above, by its position, which the reader settles itself. */
function lastFormula(
  cell: Cell,
  row: YamlRow,
  context: ReadContext,
): Extract<Input, { kind: 'formula' }>['formula'] {
  const text = cellName({ column: cell.column, row: cell.grid.headRows.length + cell.row });
  return {
    ...yamlFormula({ kind: 'scalar', text, quoted: true, span: row.span }, context),
    positional: true,
  };
}

export function cellInput(
  grid: Grid,
  row: YamlRow,
  c: number,
  yaml: YamlColumn | undefined,
  node: DataNode | undefined,
  label: string,
  context: ReadContext,
): Input {
  const column = grid.columns[c];
  if (column === undefined) throw new Error('a cell without a column');
  const formula = formulaFor(grid, row, c, yaml, context);
  if (node === undefined) return formula ?? { kind: 'empty' };
  if (node.kind === 'list') {
    context.report(
      error('table-is-complete', node.span, `${label}, ${column.label} is a list, and a cell is one value`, {
        hint: 'Put words that hold [ or a comma in quotes.',
      }),
    );
    return { kind: 'fault' };
  }
  const overridden = node.kind === 'map';
  const inner = overridden ? (entry(node, 'value') ?? entry(node, 'due')) : node;
  if (inner?.kind !== 'scalar') {
    context.report(
      error('table-is-complete', node.span, `${label}, ${column.label} has no value`, {
        hint: 'Write {value: 16, because: "why"}.',
      }),
    );
    return { kind: 'fault' };
  }
  if (node.kind === 'map') checkCellMap(node, formula !== undefined, `${label}, ${column.label}`, context);
  const { text } = inner;
  if (c < grid.labelColumns || (!column.numeric && !text.startsWith('='))) {
    wholeText(inner, label, column.label, context);
    if (formula?.kind === 'formula' && !overridden && text !== '')
      return {
        kind: 'stated',
        stated: { word: text },
        typed: text,
        formula: formula.formula,
        approximate: false,
      };
    if (formula?.kind === 'formula' && text === '') return formula;
    return text === '' ? { kind: 'empty' } : { kind: 'text', text };
  }
  const start = inner.textStart;
  const input = readCell(text.trim(), {
    column,
    words: grid.words,
    cache: context.cache,
    name: () => `${label}, ${column.label}`,
    span: inner.span,
    place: (from, to) =>
      start === undefined ? inner.span : { file: inner.span.file, start: start + from, end: start + to },
    report: context.report,
    yaml: true,
    ...(formula?.kind === 'formula' && !overridden ? { allowance: true } : {}),
  });
  if (formula?.kind !== 'formula' || overridden || input.kind !== 'figure') return input;
  const { approximate, tolerance } = splitAllowance(text);
  return {
    kind: 'stated',
    stated: input.figure,
    typed: text.trim(),
    formula: formula.formula,
    approximate,
    ...(tolerance === undefined ? {} : { tolerance }),
  };
}

/** A figure in place of a formula has a reason, which is printed (format, section 6). */
function checkCellMap(node: DataMap, overrides: boolean, name: string, context: ReadContext): void {
  checkKeys(node, ['value', 'because', 'due', 'was', 'fact'], 'a cell', context);
  const because = textOfNode(entry(node, 'because'));
  if (!overrides || (because !== undefined && because.trim() !== '')) return;
  const value = textOfNode(entry(node, 'value')) ?? '';
  context.report(
    error(
      'override-has-reason',
      node.span,
      `${name} has ${value} in place of its formula, without a reason`,
      {
        hint: `Write {value: ${value}, because: "why"}; the reason is printed under the table. Leave the cell out for the formula, or write ${value} alone to have it checked.`,
      },
    ),
  );
}

/** A comma without quotes cuts a label in two, and leaves a bracket open. */
function wholeText(
  node: Extract<DataNode, { kind: 'scalar' }>,
  label: string,
  column: string,
  context: ReadContext,
): void {
  const count = (c: string): number => node.text.split(c).length - 1;
  if (node.quoted || (count('[') === count(']') && count('(') <= count(')'))) return;
  context.report(
    error(
      'table-is-complete',
      node.span,
      `“${node.text}” in ${label}, ${column} opens a bracket that it never closes`,
      { hint: 'Put the whole text in quotes: a comma without them ends the cell.' },
    ),
  );
}

/** `{due: 2019-03-31, was: 2018-10-31}`: the new date, and the old one struck through. */
export function dueContent(node: DataMap): readonly AuthoredInline[] {
  const due = textOfNode(entry(node, 'due'));
  const value = textOfNode(entry(node, 'value'));
  const was = textOfNode(entry(node, 'was'));
  const shown = (text: string): string => {
    const day = parseDate(text) ?? undefined;
    if (day !== undefined) return longDate(day);
    const month = parseDate(`${text}-01`);
    return month === undefined ? text : monthAndYear(month);
  };
  const content: AuthoredInline[] = [{ kind: 'text', text: shown(due ?? value ?? '') }];
  if (was !== undefined)
    content.push(
      { kind: 'text', text: ', was ' },
      { kind: 'strike', content: [{ kind: 'text', text: shown(was) }] },
    );
  return content;
}
