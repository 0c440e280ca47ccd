import { expect, test } from 'vitest';
import type { Block } from '../../src/model/block.js';
import type { Chart, ChartData } from '../../src/model/chart.js';
import type { Inline } from '../../src/model/inline.js';
import { body } from './lay.js';
import { row, table } from './sample.js';
import { readingOrder, span, text } from './support.js';

const here = 'meetings/cabinet/2019-01-15/5b/draft-budget';
const from = (paper: string): readonly Inline[] => [
  text('Source: '),
  {
    kind: 'link',
    target: { kind: 'paper', paper, anchor: 'resources' },
    content: [text('Table 7')],
    withPage: true,
  },
];
const chart = (data: Partial<ChartData>, source?: readonly Inline[]): Block => {
  const own: Chart = {
    kind: 'chart',
    span,
    number: 1,
    caption: [text('The gap grows')],
    alt: 'The gap grows from 1 to 2.',
    data: {
      type: 'bar',
      categories: ['2018/19', '2019/20'],
      series: [{ label: 'Gap', values: [1, 2], labels: ['1.000', '2.000'] }],
      ...data,
    },
    table: table(['', 'Gap'], [row(['2018/19', '1.000']), row(['2019/20', '2.000'])]),
    ...(source === undefined ? {} : { source }),
  };
  return own;
};
const printsTable = (block: Block): boolean => {
  const { pages, tag } = body([block]);
  return readingOrder(pages, tag).includes('Figure 1 as a table');
};

test('a chart whose figures are all printed, from a table of this paper, has no second table', () => {
  expect(printsTable(chart({}, from(here)))).toBe(false);
  expect(printsTable(chart({ type: 'bridge' }, from(here)))).toBe(false);
});

test('a chart from another paper, or from no table, has its figures under it', () => {
  expect(printsTable(chart({}, from('papers/other')))).toBe(true);
  expect(printsTable(chart({}, [text('Source: Finance.')]))).toBe(true);
  expect(printsTable(chart({}))).toBe(true);
});

test('a chart that leaves figures to be read off has them under it', () => {
  expect(printsTable(chart({ type: 'line' }, from(here)))).toBe(true);
  expect(printsTable(chart({ target: { label: 'Target', value: 1.5 } }, from(here)))).toBe(true);
  const narrow = Array.from({ length: 60 }, (_, i) => i + 1);
  const stacked = chart(
    {
      type: 'stacked-bar',
      categories: narrow.map(String),
      series: [{ label: 'Gap', values: narrow, labels: narrow.map((value) => `${value},000,000`) }],
    },
    from(here),
  );
  expect(printsTable(stacked)).toBe(true);
});
