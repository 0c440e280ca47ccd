import { expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import { readMarkdown } from '../../src/markdown/read.js';
import type { AuthoredBlock, AuthoredTable } from '../../src/model/block.js';
import { plainText } from '../../src/model/inline.js';
import type { CalculatedTable } from '../../src/model/table.js';
import { numberDocument } from '../../src/resolve/number.js';
import { paper, printed, world } from './support.js';

const context = { include: () => undefined, citationPrefixes: new Set<string>() };

/** The first container of rows of a text as a table, with all messages and what they point at. */
function rows(text: string): {
  readonly table: CalculatedTable | undefined;
  readonly messages: readonly (readonly [string, string])[];
  readonly figure: (source: string) => string | undefined;
} {
  const read = readMarkdown({ path: 'p.md', text }, 0, context);
  const { document, diagnostics: ofNumbers } = numberDocument(read.value!, { numbering: 'none' });
  const one = { ...paper('p', []), document };
  const { calculation, diagnostics } = calculate([one], world());
  const isRows = (block: AuthoredBlock): block is Extract<AuthoredTable, { kind: 'container' }> =>
    block.kind === 'container' && block.name === 'table-rows';
  const block = document.blocks.find(isRows);
  const at = { file: 'p.md', start: 0, end: 0 };
  return {
    table: block === undefined ? undefined : calculation.table(one, block),
    messages: [...read.diagnostics, ...ofNumbers, ...diagnostics].map((d) => [
      d.message,
      text.slice(d.span.start, d.span.end),
    ]),
    figure: (source) =>
      calculation.figure(one, { kind: 'expression', source, sourceSpan: at, span: at }).value?.text,
  };
}

const plan = `::: table-rows Progress in the year {#progress label=Priority hint="as at month 8"}

### Care homes {#homes}

System lead: head of service

Progress
:   Two contracts are let:

    - one in the north
    - one in the south

Cost
:   £1.2m

Status
:   At risk

### Day care

Progress
:   Nothing **yet**.

Status
:   On track

Cost
:   £0.3m

:::
`;

test('headings are rows and terms are columns, in the order of their first mention', () => {
  const { table, messages } = rows(plan);
  expect(messages).toEqual([]);
  expect(table).toMatchObject({ id: 'progress', number: 1, unitLine: 'As at month 8.' });
  expect(table?.head[0]?.cells.map(({ content, scope }) => [plainText(content), scope])).toEqual([
    ['Priority', 'col'],
    ['Progress', 'col'],
    ['Cost', 'col'],
    ['Status', 'col'],
  ]);
  expect(table?.columns.map(({ type }) => type)).toEqual(['text', 'markdown', 'money', 'status']);
  const [first, second] = table?.rows ?? [];
  expect(first?.cells[0]).toMatchObject({
    scope: 'row',
    content: { blocks: [{ kind: 'paragraph', anchor: 'homes' }, { kind: 'paragraph' }] },
  });
  expect(first?.cells[1]?.content).toMatchObject({ blocks: [{ kind: 'paragraph' }, { kind: 'list' }] });
  expect(second?.cells[1]?.content).toMatchObject({ kind: 'inline' });
  expect([first?.cells[3]?.mark, second?.cells[3]?.mark]).toEqual(['caution', 'good']);
  expect(printed(table!).map((row) => row[2])).toEqual(['1.2', '0.3']);
});

test('figures and words of the rows can be used in formulas', () => {
  const { figure } = rows(plan);
  expect(figure('SUM(progress[Cost])')).toBe('£1.5m');
  expect(figure('COUNTBAND(progress[Status], "on track")')).toBe('1');
  expect(figure('progress[homes, Status]')).toBe('At risk');
});

test('a heading over deeper headings is a group', () => {
  const { table, messages } = rows(
    ':::: table-rows\n\n### People\n\n#### Youth\n\nDone\n:   yes\n\n#### Access\n\nDone\n:   no\n\n::::\n',
  );
  expect(messages).toEqual([]);
  expect(table?.rows.map(({ kind }) => kind)).toEqual(['group', 'data', 'data']);
  expect(table?.rows[0]?.cells[0]).toMatchObject({ scope: 'rowgroup', colSpan: 2 });
  expect(table?.number).toBeUndefined();
});

test('text that belongs to no row or column is told, and so is a column that was mistyped', () => {
  const row = (name: string, term: string, after = ''): string =>
    `### ${name}\n\n${term}\n:   words\n\n${after}`;
  const text = `::: table-rows\n\nBefore.\n\n${row('A', 'Progress')}${row('B', 'Progres')}${row('C', 'Progress', 'After.\n\n')}:::\n`;
  expect(rows(text).messages).toEqual([
    ['this stands before the first row, and belongs to none', 'Before.'],
    ['this stands after the columns of its row, and belongs to none', 'After.'],
    ['only the row “B” has a column “Progres”', 'Progres'],
  ]);
});

test('a container without rows and settings that it does not know are told', () => {
  expect(rows('::: table-rows\n\nWords.\n\n:::\n').messages.map(([message]) => message)).toEqual([
    'this stands before the first row, and belongs to none',
    'this container of rows has no rows',
  ]);
  expect(rows(plan.replace('hint=', 'unit=')).messages[0]?.[0]).toBe(
    '“unit” is not an attribute of a container of rows',
  );
  expect(rows(plan.replace('hint="as at month 8"', 'layout=wide')).messages[0]?.[0]).toContain(
    'layout is “wide”',
  );
});

test('years stay years, and a column of other words stays text', () => {
  const { table } = rows(
    '::: table-rows\n\n### A\n\nDue\n:   2018\n\nStatus\n:   Somewhere\n\n### B\n\nDue\n:   2019\n\n:::\n',
  );
  expect(table?.columns.map(({ type }) => type)).toEqual(['text', 'text', 'text']);
  expect(printed(table!)).toEqual([
    ['', '2018', 'Somewhere'],
    ['', '2019', ''],
  ]);
});
