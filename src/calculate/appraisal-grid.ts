/** Makes the table that compares the options of an appraisal, with what a reader has to know under it. */
import type { AuthoredInline } from '../model/inline.js';
import type { DataBlock } from '../model/table-source.js';
import type { DataMap, DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { appraisalRows } from './appraisal-rows.js';
import type { Option } from './appraisal-rows.js';
import { makeFormula } from './cell-text.js';
import type { Cell, Grid, GridColumn } from './grid.js';
import type { ReadContext } from './read-context.js';
import { readDecimals } from './read-context.js';
import type { Schedule } from './schedules.js';
import { findSchedule, longHorizon } from './schedules.js';
import { idOf } from './settings.js';
import { percent } from './unit.js';
import type { Unit } from './unit.js';
import { blank } from './value.js';
import { notesOf, textOfNode } from './yaml-columns.js';

/** An appraisal as read. */
export interface Appraisal {
  readonly schedule: Schedule;
  readonly horizon: number;
  readonly unit: Unit | undefined;
  readonly options: readonly Option[];
  readonly preferred: string | undefined;
}

/** The comparison of the options. */
export function appraisalGrid(
  block: DataBlock,
  root: DataMap,
  appraisal: Appraisal,
  context: ReadContext,
): Grid {
  const { options, unit, schedule, horizon } = appraisal;
  const low = horizon > longHorizon ? findSchedule('low-sensitivity') : undefined;
  const inline = (text: string | undefined, at: DataNode | undefined): readonly AuthoredInline[] =>
    text === undefined || at === undefined ? [] : (context.world.readInline(text, at.span).value ?? []);
  const caption = entry(root, 'caption');
  const id = idOf(root);
  const number = context.paper.tableNumbers.get(block);
  const decimals = readDecimals(textOfNode(entry(root, 'decimals'))) ?? 0;
  const hint = textOfNode(entry(root, 'hint'));
  const column = (index: number, key: string, label: string, span: DataNode['span']): GridColumn => ({
    index,
    key,
    path: label === '' ? [] : [label],
    label,
    type: index === 0 ? 'text' : 'money',
    numeric: index > 0,
    ...(unit === undefined || index === 0 ? {} : { unit }),
    ...(index === 0 ? {} : { decimals }),
    rounding: false,
    strong: false,
    span,
  });
  const columns = [
    column(0, 'measure', '', block.span),
    ...options.map((option, i) => column(i + 1, option.key, option.label, option.span)),
  ];
  const grid: Grid = {
    paper: context.paper,
    span: block.span,
    ...(id === undefined ? {} : { id }),
    ...(number === undefined ? {} : { number }),
    caption: inline(textOfNode(caption), caption),
    ...(unit === undefined ? {} : { unit }),
    decimals,
    ...(hint === undefined ? {} : { hint }),
    words: new Map(),
    notes: [
      ...notesOf(root)
        .map((node) => inline(textOfNode(node), node))
        .filter((line) => line.length > 0),
      ...conventions(root, appraisal, low).map((text): readonly AuthoredInline[] => [{ kind: 'text', text }]),
    ],
    ...(textOfNode(entry(root, 'layout')) === 'landscape' ? { layout: 'landscape' as const } : {}),
    classes: [],
    columns,
    headRows: [
      columns.map((c, i) => ({
        content: i === 0 ? [] : [{ kind: 'text' as const, text: c.label }],
        column: i,
        colSpan: 1,
        rowSpan: 1,
        ...(i > 0 && c.key === appraisal.preferred ? { hint: 'Preferred' } : {}),
      })),
    ],
    rows: [],
    checks: [],
    labelColumns: 1,
  };
  for (const row of appraisalRows(options, schedule.id, low?.id)) {
    const index = grid.rows.length;
    const cell = (
      c: number,
      input: Cell['input'],
      content: Cell['content'],
      span: DataNode['span'],
    ): Cell => ({
      grid,
      row: index,
      column: c,
      span,
      input,
      content,
      unit: c === 0 ? undefined : row.unit === 'money' ? unit : row.unit === 'percent' ? percent : undefined,
      decimals: row.decimals,
      origin: undefined,
      rowSpan: 1,
      colSpan: 1,
      reason: undefined,
      state: 'new',
      value: blank,
      result: undefined,
    });
    const label = { kind: 'text' as const, text: row.label };
    grid.rows.push({
      index,
      kind: row.strong ? 'total' : 'data',
      key: row.key,
      label: row.label,
      labels: [row.label],
      cells: [
        cell(0, label, [label], block.span),
        ...options.map((option, i) => {
          const formula = makeFormula(row.formula(option), () => option.span, context.cache);
          return cell(i + 1, { kind: 'formula', formula }, [], option.span);
        }),
      ],
      span: block.span,
      decimals: row.decimals,
    });
  }
  return grid;
}

/** What a reader has to know to make the figures again: edition, years, prices, optimism bias, how payback is counted. */
function conventions(root: DataMap, appraisal: Appraisal, low: Schedule | undefined): readonly string[] {
  const { schedule, horizon, options } = appraisal;
  const base = textOfNode(entry(root, 'baseYear'));
  const prices = textOfNode(entry(root, 'prices')) ?? '';
  const lines = [
    `Discounted with ${schedule.title}, over ${horizon} years after year 0${base === undefined ? '' : ` (${base})`}; real prices of ${prices}.`,
  ];
  const biases = new Map<string, string[]>();
  for (const option of options) {
    if (option.capital === undefined || option.bias === undefined) continue;
    const words =
      option.bias.kind === 'share'
        ? `Capital costs include optimism bias of ${option.bias.words}`
        : `No optimism bias is added: ${option.bias.reason.replace(/\.$/, '')}`;
    biases.set(words, [...(biases.get(words) ?? []), option.label]);
  }
  for (const [words, labels] of biases)
    lines.push(biases.size === 1 ? `${words}.` : `${labels.join(', ')}: ${words}.`);
  if (low !== undefined)
    lines.push(
      `The appraisal runs beyond ${longHorizon} years, so the net present social value is shown at lower rates too: ${low.title}.`,
    );
  lines.push(
    'Switching values are the change in one item that makes the net present social value nil. Payback is the time from year 0 until benefits have covered costs, within the year; it is no Green Book measure.',
  );
  return lines;
}
