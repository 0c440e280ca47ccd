/** Short ways to write blocks, tables and papers for the tests of the layout. */
import type { Block } from '../../src/model/block.js';
import type { Inline } from '../../src/model/inline.js';
import type { Paper } from '../../src/model/publication.js';
import type { Cell, Column, HeadRow, Row, RowKind, Table } from '../../src/model/table.js';
import { span, text } from './support.js';

export const p = (words: string | readonly Inline[], number?: string): Block => ({
  kind: 'paragraph',
  content: typeof words === 'string' ? [text(words)] : words,
  span,
  ...(number === undefined ? {} : { number }),
});

export const h = (level: 2 | 3 | 4 | 5 | 6, words: string, number?: string): Block => ({
  kind: 'heading',
  level,
  content: [text(words)],
  span,
  anchor: words.toLowerCase().replace(/\W+/g, '-'),
  ...(number === undefined ? {} : { number }),
});

export const ul = (...items: readonly (readonly Block[])[]): Block => ({
  kind: 'list',
  marker: { style: 'bullet' },
  start: 1,
  tight: true,
  items: items.map((blocks) => ({ blocks, span })),
  span,
});

export const ol = (...items: readonly (readonly Block[])[]): Block => ({
  kind: 'list',
  marker: { style: 'decimal', delimiter: 'period' },
  start: 1,
  tight: true,
  items: items.map((blocks) => ({ blocks, span })),
  span,
});

export const cell = (column: number, words: string, rest: Partial<Cell> = {}): Cell => ({
  column,
  colSpan: 1,
  rowSpan: 1,
  numeric: false,
  content: { kind: 'inline', content: words === '' ? [] : [text(words)] },
  ...rest,
});

export const row = (words: readonly string[], kind: RowKind = 'data', formulaLabel?: string): Row => ({
  kind,
  cells: words.map((each, i) =>
    i === 0 ? cell(0, each, { scope: 'row' }) : cell(i, each, { numeric: true, value: each }),
  ),
  ...(formulaLabel === undefined ? {} : { formulaLabel }),
});

export const columnsOf = (labels: readonly string[]): readonly Column[] =>
  labels.map((label, i) => ({ key: `c${i}`, label, type: i === 0 ? 'text' : 'money', numeric: i > 0 }));

export const headOf = (labels: readonly string[]): readonly HeadRow[] => [
  {
    cells: labels.map((label, column) => ({
      content: label === '' ? [] : [text(label)],
      column,
      colSpan: 1,
      rowSpan: 1,
      scope: label === '' ? 'empty' : 'col',
      numeric: column > 0,
    })),
  },
];

export const table = (labels: readonly string[], rows: readonly Row[], rest: Partial<Table> = {}): Table => ({
  kind: 'table',
  span,
  number: 7,
  caption: [text('Revised budget position')],
  columns: columnsOf(labels),
  head: headOf(labels),
  rows,
  footer: [],
  ...rest,
});

export const paper = (blocks: readonly Block[], rest: Partial<Paper> = {}): Paper => ({
  id: 'draft-budget',
  address: 'meetings/cabinet/2019-01-15/5b/draft-budget',
  type: 'document',
  title: 'Draft Budget Report 2019/20',
  status: 'final',
  authors: [],
  meeting: 'Cabinet, 15 January 2019',
  numbering: 'paragraphs',
  contents: false,
  particulars: [],
  text: { blocks, notes: [] },
  span,
  file: 'content/paper.md',
  ...rest,
});

/** Table 7 of the look: two head rows with a spanner, formula lines, totals, a double rule at the foot. */
export const tableSeven: Table = table(
  ['', 'Budget 2018/19', '2019/20', '2020/21', '2021/22'],
  [
    row(
      ['Baseline spending', '183.883', '185.556', '182.152', '183.031'],
      'data',
      'a = resources of the year before',
    ),
    row(['Additional costs', '13.207', '17.395', '11.218', '9.380'], 'data', 'b, from table 3'),
    row(['Spending before savings', '197.090', '202.951', '193.370', '192.411'], 'subtotal', 'c = a + b'),
    row(['Savings', '11.534', '16.021', '2.939', '−0.822'], 'data', 'd, from table 4'),
    row(['Spending for the year', '185.556', '186.930', '190.431', '193.233'], 'subtotal', 'e = c − d'),
    row(['Resources', '185.556', '182.152', '183.031', '181.426'], 'data', 'f, from table 1'),
    row(['Budget gap, January 2019', '0.000', '4.778', '7.400', '11.807'], 'total', 'g = e − f'),
  ],
  {
    unitLine: '£ million. A minus sign is a reduction.',
    head: [
      {
        cells: [
          { content: [], column: 0, colSpan: 1, rowSpan: 2, scope: 'empty', numeric: false },
          {
            content: [text('Budget 2018/19')],
            column: 1,
            colSpan: 1,
            rowSpan: 2,
            scope: 'col',
            numeric: true,
          },
          {
            content: [text('Forecast')],
            column: 2,
            colSpan: 3,
            rowSpan: 1,
            scope: 'colgroup',
            numeric: false,
          },
        ],
      },
      {
        cells: ['2019/20', '2020/21', '2021/22'].map((label, i) => ({
          content: [text(label)],
          column: i + 2,
          colSpan: 1,
          rowSpan: 1,
          scope: 'col',
          numeric: true,
        })),
      },
    ],
    footer: [[text('Source: Finance, 8 January 2019. 12 of 12 totals recalculated and agreed.')]],
  },
);
