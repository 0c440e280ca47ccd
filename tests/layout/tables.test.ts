import { expect, test } from 'vitest';
import type { DisplayPage } from '../../src/layout/display.js';
import { makeStyle } from '../../src/layout/style.js';
import type { Cell, Table } from '../../src/model/table.js';
import { body, find } from './lay.js';
import { cell, columnsOf, headOf, row, table } from './sample.js';
import { itemWidth, readingOrder, text } from './support.js';

const laid = (own: Table) => body([own]);
const figure = (column: number, words: string, rest: Partial<Cell> = {}): Cell =>
  cell(column, words, { numeric: true, ...rest });
const column = (words: readonly string[]): Table =>
  table(
    ['Measure', 'Latest'],
    words.map((each, i) => ({ kind: 'data', cells: [cell(0, `M${i}`, { scope: 'row' }), figure(1, each)] })),
  );
/** Where the decimal point of a printed figure stands, or the end of its whole part. */
function point(pages: readonly DisplayPage[], words: string): number {
  const { x, item } = find(pages, words);
  return x + itemWidth({ ...item, text: words.split('.')[0] ?? words });
}

test('figures with different decimals stand under each other by the decimal point', () => {
  const { pages } = laid(column(['41', '30.5', '−1.25', '1,104.5']));
  const points = ['41', '30.5', '−1.25', '1,104.5'].map((words) => point(pages, words));
  for (const own of points) expect(own).toBeCloseTo(points[0]!, 6);
  expect(find(pages, '−1.25').right).toBeCloseTo(535.28, 6);
});

test('totals line up with the figures above them, though they are bolder', () => {
  const own = table(['Line', 'Amount'], [row(['A', '12.5']), row(['Total', '13.25'], 'total')]);
  const { pages } = laid(own);
  expect(point(pages, '12.5')).toBeCloseTo(point(pages, '13.25'), 6);
});

test('figures of one kind, of different units, or far apart in decimals stand at the right edge, with words', () => {
  for (const words of [
    ['9.533', '114.636', '–', 'tbc'],
    ['303', '93.0%', '£1,389'],
    ['330', '−335', '0.9662'],
    ['41', '30.55', '–'],
  ]) {
    const { pages } = laid(column(words));
    const shifted = words.filter((each) => Math.abs(find(pages, each).right - 535.28) > 0.01);
    expect(shifted).toEqual(words.includes('30.55') ? ['41'] : []);
  }
});

test('a note mark beside one figure does not push it out of line', () => {
  const own = table(
    ['Line', 'Amount'],
    [
      row(['A', '3.506']),
      {
        kind: 'data',
        cells: [
          cell(0, 'B', { scope: 'row' }),
          figure(1, '', {
            content: {
              kind: 'inline',
              content: [text('0.371'), { kind: 'note-mark', note: 'n', number: 1 }],
            },
          }),
        ],
      },
    ],
  );
  const { pages } = laid(own);
  expect(find(pages, '3.506').right).toBeCloseTo(find(pages, '0.371').right, 6);
});

test('no word of a heading is broken while the table fits, and a short word beside sentences stays whole', () => {
  const long =
    'A sentence about what has been done and what is still to do in the course of the year. '.repeat(3);
  const own: Table = {
    ...table(['Pledge', 'Aim', 'Status', 'What has been done'], []),
    columns: columnsOf(['Pledge', 'Aim', 'Status', 'What']).map((each) => ({ ...each, numeric: false })),
    rows: [
      { kind: 'data', cells: [cell(0, long), cell(1, long), cell(2, 'In progress'), cell(3, long)] },
      { kind: 'data', cells: [cell(0, long), cell(1, long), cell(2, 'Complete'), cell(3, long)] },
    ],
  };
  expect(find(laid(own).pages, 'In progress').item).toMatchObject({ text: 'In progress' });
  const labels = ['Plan', 'Target', '2019/20', '2020/21', 'Ledger code', 'Quarter', 'Likelihood', 'Forecast'];
  const { pages } = laid(table(labels, [row(labels.map((_, i) => (i === 0 ? long : '0.150')))]));
  for (const label of labels) for (const word of label.split(' ')) find(pages, word);
});

test('a heading of a few words has one line where there is room', () => {
  const { pages } = laid(
    table(['Pressure', 'Draft budget', '2020/21'], [row(['Children', '3.894', '0.100'])]),
  );
  expect(find(pages, 'Draft budget').item).toMatchObject({ text: 'Draft budget' });
});

test('no rule runs through a cell that stands beside several rows', () => {
  const own: Table = table(
    ['Risk', 'Control', 'Score'],
    [
      { kind: 'data', cells: [cell(0, 'Grant', { rowSpan: 2 }), cell(1, 'First'), figure(2, '16')] },
      { kind: 'data', cells: [cell(1, 'Second'), figure(2, '12')] },
      { kind: 'data', cells: [cell(0, 'Stone'), cell(1, 'Third'), figure(2, '15')] },
    ],
  );
  const { pages } = laid(own);
  const rules = pages[1]!.items.flatMap((item) =>
    item.kind === 'vector' && item.ops[0]?.kind === 'path' && item.y > find(pages, 'First').y && item.x < 400
      ? [item.x]
      : [],
  );
  const start = find(pages, 'Second').x;
  expect(rules.map((x) => Math.round(x))).toEqual([start, 104, 104].map((x) => Math.round(x)));
});

/** The template for setting targets: sixteen columns, two rows of heads, long prose in three of them. */
function targets(): Table {
  const labels = [
    'ID',
    'Key performance indicator',
    'Description and method',
    'Reporting frequency',
    'Service standard',
    'Risk',
    'Outcome or process',
    'Corporate Plan',
    '2016/17',
    'Statistical neighbour',
    'England',
    'Quartile',
    'Latest data',
    'Target 2017/18',
    'Proposed 2018/19',
    'Target logic and notes',
  ];
  const prose =
    'How far people who use services say that they are satisfied, which goes with a good experience of care and support.';
  const numeric = [8, 9, 10, 12, 13, 14];
  return {
    ...table(labels, []),
    columns: columnsOf(labels).map((each, i) => ({ ...each, numeric: numeric.includes(i) })),
    head: [
      {
        cells: [
          ...[0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15].map((i) => ({
            content: [text(labels[i] ?? '')],
            column: i,
            colSpan: 1,
            rowSpan: 2,
            scope: 'col' as const,
            numeric: numeric.includes(i),
          })),
          {
            content: [text('Benchmarks and trend')],
            column: 8,
            colSpan: 4,
            rowSpan: 1,
            scope: 'colgroup' as const,
            numeric: false,
          },
        ],
      },
      {
        cells: [8, 9, 10, 11].map((i) => ({
          content: [text(labels[i] ?? '')],
          column: i,
          colSpan: 1,
          rowSpan: 1,
          scope: 'col' as const,
          numeric: numeric.includes(i),
        })),
      },
    ],
    rows: Array.from({ length: 4 }, (_, r) => ({
      kind: 'data' as const,
      cells: labels.map((_label, i) =>
        numeric.includes(i)
          ? figure(i, `6${r}.${i % 10}%`)
          : cell(i, i === 0 ? `SC${r}` : i === 1 || i === 2 || i === 15 ? prose : `v${r}-${i}`),
      ),
    })),
  };
}

test('a table of sixteen columns is printed in two parts of like width, its benchmarks together', () => {
  const { pages, diagnostics, tag } = laid(targets());
  expect(diagnostics.map((own) => own.rule)).toEqual(['table-fits-page']);
  const read = readingOrder(pages, tag);
  expect(read).toContain('(part 2 of 2)');
  expect(read.match(/Benchmarks and trend/g)).toHaveLength(1);
  const second = read.slice(read.indexOf('part 2'));
  expect(second).toContain('SC3');
  expect(second.match(/v3-/g)!.length).toBeGreaterThan(1);
  const { landscape } = makeStyle();
  for (const page of pages.slice(1)) {
    for (const item of page.items) {
      if (item.kind === 'text') expect(item.x + itemWidth(item)).toBeLessThan(landscape.right + 0.5);
    }
  }
  // Nothing of it is set smaller than the look allows.
  for (const page of pages)
    for (const item of page.items) if (item.kind === 'text') expect(item.size).toBeGreaterThanOrEqual(9.5);
});

test('a lone column that is wider than the page is still printed', () => {
  const labels = ['Key', 'x'.repeat(400), 'Last'];
  const { pages, tag } = laid({ ...table(labels, [row(['a', 'b', 'c'])]), head: headOf(labels) });
  const read = readingOrder(pages, tag).replaceAll(' ', '');
  expect(read.match(/x/g)!.length).toBeGreaterThanOrEqual(400);
});
