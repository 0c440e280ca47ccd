import { expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import type { CalculationWorld } from '../../src/calculate/calculate.js';
import { readCell } from '../../src/markdown/read-cell.js';
import { readInline } from '../../src/markdown/read.js';
import { paper, run, world } from './support.js';

const context = { include: () => undefined, citationPrefixes: new Set<string>() };
const reading: Partial<CalculationWorld> = {
  readInline: (text, at) => readInline(text, at, context),
  readBlocks: (cell, within) => readCell(cell, within, context),
};

const actions = `\`\`\`table
id: actions
caption: Actions
columns:
  action: Action
  progress: { label: Progress, type: markdown }
  spend: { label: Spent, unit: £m }
rows:
  - action: Review
    progress: |
      Two things are done:

      - the first, at {{ actions[Review, Spent] }}
      - the second
        1. with a step
    spend: 1.5
  - [Sell, "Just **one** line", 2.5]
  - { action: Hold, progress: { value: "As it was", because: awaiting a decision }, spend: 0 }
  - { total: Total }
\`\`\``;

test('a column of Markdown has blocks where a cell has more than a paragraph, and a line of text elsewhere', () => {
  const { table, messages } = run(actions, reading);
  expect(messages).toEqual([]);
  const [first, second, third] = table.rows;
  expect(first?.cells[1]?.content.kind).toBe('blocks');
  expect(first?.cells[1]?.content).toMatchObject({ blocks: [{ kind: 'paragraph' }, { kind: 'list' }] });
  expect(second?.cells[1]?.content).toMatchObject({ content: [{ text: 'Just ' }, { kind: 'strong' }, {}] });
  expect(third?.cells[1]?.content).toMatchObject({ content: [{ text: 'As it was' }] });
});

test('a long cell is no label of its row, and totals add what stands beside it', () => {
  const { table, rows } = run(actions, reading);
  expect(table.rows[0]?.cells.map((cell) => cell.scope)).toEqual(['row', undefined, undefined]);
  expect(rows.at(-1)).toEqual(['Total', '', '4.0']);
});

test('a column without a type takes several lines as Markdown, and one of type text does not', () => {
  const table = (type: string): string =>
    `\`\`\`table\ncolumns: { a: A, b: { label: B${type} } }\nrows:\n  - a: x\n    b: |\n      - one\n      - two\n\`\`\``;
  expect(run(table(''), reading).table.rows[0]?.cells[1]?.content.kind).toBe('blocks');
  expect(run(table(', type: text'), reading).table.rows[0]?.cells[1]?.content.kind).toBe('inline');
});

test('the first paragraph of a long label names its row', () => {
  const text = `\`\`\`table
id: t
columns: { a: { label: A, type: markdown }, b: B }
rows:
  - a: |
      Care homes

      System lead: head of service
    b: 5
checks:
  - { that: "[Care homes, B] = 5" }
\`\`\``;
  const { table, messages } = run(text, reading);
  expect(messages).toEqual([]);
  expect(table.rows[0]?.cells[0]).toMatchObject({ scope: 'row', content: { kind: 'blocks' } });
});

test('faults inside a cell stand at their own line and column', () => {
  const text = actions.replace('- the second\n', '- the second\n\n      ![](plan.png)\n');
  const { diagnostics } = calculate([paper('paper', [text])], world(reading));
  expect(diagnostics.map(({ rule, span }) => [rule, text.slice(span.start, span.end)])).toEqual([
    ['image-has-alternative', '![](plan.png)'],
  ]);
});

const scorecard = (graph: string, cell = ''): string => `\`\`\`table
id: scores
columns:
  measure: Measure
  earlier: { label: Earlier, columns: { q1: Q1, q2: Q2, q3: Q3 } }
  latest: { label: Q4, unit: "%" }
  target: { label: Target, unit: "%" }
  graph: { label: Graph, type: sparkline${graph} }
rows:
  - [Families, 27.1%, 28.7%, 29.4%, 30.3%, 38.3%${cell}]
  - [Homes, -5%, "", -5%, -5%, 0%${cell}]
\`\`\``;

test('a line is drawn from the columns of its row and said in words', () => {
  const { table, messages } = run(scorecard(', of: [earlier, latest], target: target'));
  expect(messages).toEqual([]);
  const [first, second] = table.rows.map((row) => row.cells.at(-1));
  expect(first?.sparkline).toEqual({
    values: [27.1, 28.7, 29.4, 30.3],
    target: 38.3,
    words: 'From 27.1% in Q1 to 30.3% in Q4; target 38.3%',
  });
  expect(first?.content).toEqual({ kind: 'inline', content: [] });
  expect(second?.sparkline).toMatchObject({ values: [-5, undefined, -5, -5], target: 0 });
  expect(second?.sparkline?.words).toBe('minus 5% throughout; target 0.0%; 1 figure missing');
});

test('columns are named by a range, a heading or one by one', () => {
  const wanted = [27.1, 28.7, 29.4, 30.3];
  for (const of of ['q1:latest', '[earlier, latest]', '"q1, q2, q3, latest"', '[q1, q2, q3, q4]'])
    expect(run(scorecard(`, of: ${of}`)).table.rows[0]?.cells.at(-1)?.sparkline?.values).toEqual(wanted);
});

test('figures that a cell lists itself are printed in words under the line', () => {
  const { table, messages } = run(scorecard(', target: 300', ', [271, 260, "", 303]'));
  expect(messages).toEqual([]);
  expect(table.rows[0]?.cells.at(-1)).toMatchObject({
    sparkline: { values: [271, 260, undefined, 303], target: 300 },
    value: '271; 260; ; 303',
    content: {
      content: [{ text: 'From 271 to 303; lowest 260, highest 303; target 300; 1 figure missing' }],
    },
  });
  expect(table.rows[0]?.cells.at(-1)?.sparkline).not.toHaveProperty('words');
});

test('a single figure is said to be the only one, and a row without figures has no line', () => {
  const text = scorecard(', of: earlier')
    .replace('27.1%, 28.7%, 29.4%', '"", 28.7%, tbc')
    .replace('-5%, "", -5%', '"", "", ""');
  const { table } = run(text);
  expect(table.rows[0]?.cells.at(-1)?.sparkline?.words).toBe('Only 28.7% in Q2; 2 figures missing');
  expect(table.rows[1]?.cells.at(-1)).not.toHaveProperty('sparkline');
});

test('settings of lines that mean nothing are told, with what was meant', () => {
  expect(run(scorecard(', of: [q1, q9]')).messages).toEqual(['of names “q9”, and there is no such column']);
  expect(run(scorecard(', of: earlier, target: lots')).messages).toEqual([
    'target is “lots”, which is neither a column nor a figure',
  ]);
  expect(run(scorecard('', ', ""')).messages).toEqual([]);
  expect(run(scorecard(', of: measure')).messages).toEqual([
    'the line of “Graph” is drawn from “Measure”, which is no column of figures',
  ]);
  expect(run(scorecard('', ', [1, two, 3]')).messages).toContain(
    'Families, Graph lists “two”, and its line is drawn from figures',
  );
  expect(
    run(
      scorecard('')
        .replace('[Families,', '{ measure: Families, q1: 1 } #')
        .replace('[Homes,', '{ measure: Homes } #'),
    ).messages,
  ).toEqual(['the column “Graph” has nothing to draw']);
  const plain = scorecard(', of: earlier').replace('type: sparkline', 'type: text');
  expect(run(plain, {}).messages).toContain('of stands in the column “Graph”, which draws no line');
});

test('a column that is declared to be text names no row', () => {
  const { messages } = run(
    scorecard('')
      .replace('measure: Measure', 'ref: Ref\n  measure: Measure\n  better: { label: Better is, type: text }')
      .replace('[Families,', '[F1, Families, Higher,')
      .replace('[Homes,', '[F2, Homes, Higher,')
      .replaceAll('%]', '%, oh]'),
  );
  expect(messages).toEqual([
    'Families, Graph lists “oh”, and its line is drawn from figures',
    'Homes, Graph lists “oh”, and its line is drawn from figures',
  ]);
});
