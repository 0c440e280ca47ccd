/** The look's landscape pages as tables: a scorecard with statuses, movements and sparklines, and a risk register. */
import type { Block } from '../../src/model/block.js';
import type { Cell, Column, ColumnType, HeadCell, Mark, Table } from '../../src/model/table.js';
import { p } from './sample.js';
import { span, text } from './support.js';

const cell = (column: number, words: string, rest: Partial<Cell> = {}): Cell => ({
  column,
  colSpan: 1,
  rowSpan: 1,
  numeric: false,
  content: { kind: 'inline', content: words === '' ? [] : [text(words)] },
  ...rest,
});
const figure = (column: number, words: string): Cell => cell(column, words, { numeric: true });
const column = (label: string, type: ColumnType = 'text'): Column => ({
  key: label.toLowerCase().replace(/\W+/g, '-'),
  label,
  type,
  numeric: type === 'number' || type === 'score',
});
const head = (label: string, at: number, rest: Partial<HeadCell> = {}): HeadCell => ({
  content: label === '' ? [] : [text(label)],
  column: at,
  colSpan: 1,
  rowSpan: 2,
  scope: 'col',
  numeric: false,
  ...rest,
});

const measures: readonly (readonly [
  string,
  string,
  Mark,
  string,
  string,
  string,
  Mark,
  string,
  readonly string[],
])[] = [
  [
    'Families meeting the outcome framework, cumulative',
    'Higher',
    'bad',
    'Off target',
    '303',
    '383',
    'up',
    'Better',
    ['271', '287', '294'],
  ],
  [
    'Two-year-olds taking up free early education',
    'Higher',
    'good',
    'On target',
    '93.0%',
    '90.0%',
    'up',
    'Slightly better',
    ['89.5%', '87.5%', '91.0%'],
  ],
  [
    'Young people with special needs in education, work or training',
    'Higher',
    'good',
    'On target',
    '87.3%',
    '87.0%',
    'down',
    'Slightly worse',
    ['–', '86.0%', '89.2%'],
  ],
  [
    'Children’s assessments completed on time',
    'Higher',
    'bad',
    'Off target',
    '70.6%',
    '88.0%',
    'down',
    'Slightly worse',
    ['94.6%', '81.7%', '71.1%'],
  ],
  [
    'Delayed transfers of care per 100,000, whole system',
    'Lower',
    'bad',
    'Off target',
    '22.7',
    '14.0',
    'down',
    'Better',
    ['30.5', '29.2', '26.0'],
  ],
  [
    'Delayed transfers per 100,000, adult social care',
    'Lower',
    'bad',
    'Off target',
    '10.5',
    '3.7',
    'down',
    'Better',
    ['10.4', '10.4', '11.9'],
  ],
  [
    'Safeguarding enquiries where risk was reduced',
    'Higher',
    'good',
    'On target',
    '87%',
    '75%',
    'down',
    'Worse',
    ['87%', '88%', '90%'],
  ],
  [
    'Households in bed and breakfast, average',
    'Lower',
    'bad',
    'Off target',
    '57',
    '33',
    'up',
    'Worse',
    ['41', '59', '53'],
  ],
  [
    'Households prevented from becoming homeless',
    'Higher',
    'bad',
    'Off target',
    '175',
    '237',
    'down',
    'Worse',
    ['237', '198', '263'],
  ],
  [
    'People helped by a major adaptation, cumulative',
    'Higher',
    'caution',
    'Near target',
    '175',
    '195',
    'up',
    'Better',
    ['248', '49', '98'],
  ],
];

/** "Caring Plymouth": eleven columns, three of them under one heading. */
export function scorecard(): Table {
  const quarters = ['Q4 16/17', 'Q1 17/18', 'Q2 17/18'];
  const value = (words: string): number | undefined => {
    const number = Number.parseFloat(words);
    return Number.isNaN(number) ? undefined : number;
  };
  return {
    kind: 'table',
    span,
    number: 5,
    caption: [text('Caring Plymouth, quarterly measures')],
    unitLine:
      'Financial year. The dashed line is the target. Arrow: which way the number went. Word: whether that is good.',
    columns: [
      column('Ref'),
      column('Measure'),
      column('Better is'),
      column('Status', 'rag'),
      column('Latest Q3 17/18', 'number'),
      column('Target', 'number'),
      column('Since Q2', 'trend'),
      column('Graph', 'sparkline'),
      ...quarters.map((quarter) => column(quarter, 'number')),
    ],
    head: [
      {
        cells: [
          ...['Ref', 'Measure', 'Better is', 'Status', 'Latest Q3 17/18', 'Target', 'Since Q2', 'Graph'].map(
            (label, i) => head(label, i, { numeric: i === 4 || i === 5 }),
          ),
          head('Earlier quarters', 8, { colSpan: 3, rowSpan: 1, scope: 'colgroup' }),
        ],
      },
      { cells: quarters.map((quarter, i) => head(quarter, i + 8, { rowSpan: 1, numeric: true })) },
    ],
    rows: measures.map(([name, better, mark, status, latest, target, way, word, earlier], i) => ({
      kind: 'data',
      cells: [
        cell(0, `CR${i + 1}`, { scope: 'row' }),
        cell(1, name),
        cell(2, better),
        cell(3, status, { mark }),
        figure(4, latest),
        figure(5, target),
        cell(6, word, { mark: way }),
        cell(7, '', {
          sparkline: { values: [...earlier, latest].map(value), target: Number.parseFloat(target) },
        }),
        ...earlier.map((words, at) => figure(at + 8, words)),
      ],
    })),
    footer: [
      [text('On target: as good as the target or better. Near: up to 15% worse. Off: more than 15% worse.')],
    ],
  };
}

/** Operational risks: what is done about each stands under it in the same cell. */
export function register(): Table {
  const risk = (words: string, action: string): Cell =>
    cell(1, '', { content: { kind: 'blocks', blocks: [p(words), p(action)] as readonly Block[] } });
  const labels = ['Ref', 'Risk, and what is being done', 'Before', 'Likelihood × impact', 'Score', 'Change'];
  return {
    kind: 'table',
    span,
    number: 9,
    layout: 'landscape',
    caption: [text('Operational risks')],
    unitLine: 'Scored after controls, highest first. Score is likelihood times impact, each from 1 to 5.',
    columns: labels.map((label, i) => column(label, i === 2 || i === 3 || i === 4 ? 'score' : 'text')),
    head: [{ cells: labels.map((label, i) => head(label, i, { rowSpan: 1, numeric: i > 1 && i < 5 })) }],
    rows: Array.from({ length: 10 }, (_, i) => ({
      kind: 'data',
      cells: [
        cell(0, `PH${i + 1}`, { scope: 'row' }),
        risk(
          ['Public health grant does not cover services', 'Critical services fail in an emergency'][i % 2] ??
            '',
          ['Contract values are being renegotiated with providers', 'Plans are reviewed every six months'][
            i % 2
          ] ?? '',
        ),
        figure(2, '16'),
        figure(3, '3 × 4'),
        figure(4, '12'),
        i % 5 === 0 ? cell(5, 'Better', { mark: 'down' }) : cell(5, 'Same', { mark: 'same' }),
      ],
    })),
    footer: [],
  };
}
