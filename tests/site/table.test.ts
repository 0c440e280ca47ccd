/** Tables on the site: long cells, small lines, movements, and the form for narrow pages. */
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/model/block.js';
import type { Cell, Column, Row, Table } from '../../src/model/table.js';
import { renderBlocks } from '../../src/site/html/block.js';
import type { PageContext } from '../../src/site/html/context.js';
import { nothing } from '../../src/site/html/html.js';
import { renderTable } from '../../src/site/html/table.js';

const span = { file: 'content/a.md', start: 0, end: 1 };
const context: PageContext = {
  page: 'papers/a/index.html',
  folder: 'papers/a/',
  file: () => undefined,
  paintChart: () => nothing,
  renderBlocks,
  anchored: true,
  noteMarks: new Map(),
};
const line = (text: string): Cell['content'] => ({
  kind: 'inline',
  content: text === '' ? [] : [{ kind: 'text', text }],
});
const cell = (column: number, content: Cell['content'], rest: Partial<Cell> = {}): Cell => ({
  column,
  colSpan: 1,
  rowSpan: 1,
  numeric: false,
  content,
  ...(column === 0 ? { scope: 'row' as const } : {}),
  ...rest,
});
const column = (label: string, type: Column['type'] = 'text'): Column => ({
  key: label.toLowerCase(),
  label,
  type,
  numeric: type === 'number',
});

function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  return {
    kind: 'table',
    span,
    caption: [{ kind: 'text', text: 'Actions' }],
    columns,
    head: [
      {
        cells: columns.map(({ label, numeric }, at) => ({
          content: [{ kind: 'text', text: label }],
          column: at,
          colSpan: 1,
          rowSpan: 1,
          scope: 'col',
          numeric,
        })),
      },
    ],
    rows: rows.map((cells): Row => ({ kind: 'data', cells })),
    footer: [],
  };
}

const render = (own: Table): string => renderTable(own, context).markup.replace(/\s+/g, ' ');

const list: Block = {
  kind: 'list',
  span,
  marker: { style: 'bullet' },
  start: 1,
  tight: true,
  items: ['one', 'two'].map((text) => ({
    blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text }], span }],
    span,
  })),
};
const columns = [column('Action'), column('Progress', 'markdown'), column('Due')];
const long = table(columns, [
  [cell(0, line('Care homes')), cell(1, { kind: 'blocks', blocks: [list] }), cell(2, line('Quarter 4'))],
  [cell(0, line('Day care')), cell(1, line('')), cell(2, line('Quarter 1'))],
]);

describe('a table of long cells', () => {
  it('names each cell for narrow pages, silently, and says the roles that the style sheet takes away', () => {
    const markup = render(long);
    expect(markup).toContain('class="tbl tbl--fit tbl--text tbl--stacked"');
    expect(markup).toMatch(
      /<td role="cell" class="prose"><span class="tbl__label" aria-hidden="true">Progress<\/span><ul>/,
    );
    expect(markup).toContain('<th role="rowheader" scope="row" class="stick">Care homes</th>');
    expect(markup).toContain('<table role="table"');
    expect(markup).toMatch(/<td role="cell" class="bare prose">/);
    expect(markup).not.toContain('Scroll the table sideways');
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'no-redundant-role': 'off',
        'prefer-native-element': 'off',
      },
    });
    const { results } = await validator.validateString(renderTable(long, context).markup);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  it('scrolls like any other where it has many columns or only short cells', () => {
    const many = Array.from({ length: 7 }, (_, i) => column(`C${String(i)}`));
    const wide = table(many, [
      many.map((_, i) => cell(i, i === 6 ? { kind: 'blocks', blocks: [list] } : line('x'))),
    ]);
    for (const own of [wide, table(columns, [columns.map((_, i) => cell(i, line('short')))])]) {
      expect(render(own)).not.toContain('tbl--stacked');
      expect(render(own)).not.toContain('role="row"');
    }
  });
});

describe('a small line', () => {
  const drawn = (rest: Partial<Cell>, words = ''): string =>
    render(
      table(
        [column('Measure'), column('Graph', 'sparkline')],
        [[cell(0, line('Families')), cell(1, line(words), rest)]],
      ),
    );

  it('is silent, and its words are heard', () => {
    const markup = drawn({
      sparkline: { values: [1, undefined, 3], target: 2, words: 'From 1 to 3; target 2' },
    });
    expect(markup).toMatch(/<svg [^>]*class="spark"[^>]*aria-hidden="true"/);
    expect(markup).toContain('<span class="vh">From 1 to 3; target 2</span>');
  });

  it('has its words under it where its figures stand nowhere else', () => {
    const markup = drawn({ sparkline: { values: [1, 3] } }, 'From 1 to 3');
    expect(markup).toContain('</svg><span class="calc">From 1 to 3</span>');
    expect(markup).not.toContain('class="vh"');
  });
});

describe('a movement', () => {
  const moved = (word: string, mark: 'up' | 'down' | 'same'): string =>
    render(
      table(
        [column('Measure'), column('Since', 'trend')],
        [[cell(0, line('Families')), cell(1, line(word), { mark })]],
      ),
    );

  it('has the colour of its word, whichever way the number went', () => {
    expect(moved('Better', 'down')).toContain('status--green');
    expect(moved('Worse', 'up')).toContain('status--red');
    expect(moved('Slightly worse', 'down')).toContain('status--amber');
    expect(moved('Declining', 'down')).toContain('status--red');
    expect(moved('Moved', 'up')).toContain('status--ink');
    expect(moved('Same', 'same')).toContain('status--ink');
  });
});

describe('columns of words', () => {
  it('are as wide as what they hold: references, measures, short entries', () => {
    const own = table(
      [column('Ref'), column('Measure'), column('Better')],
      [
        [
          cell(0, line('CR10')),
          cell(1, line('Children assessed within forty five days')),
          cell(2, line('Higher')),
        ],
      ],
    );
    const markup = render(own);
    expect(markup).toContain('class="stick stick--ref">CR10');
    expect(markup).toContain('<td class="measure">');
    expect(markup).toContain('<td class="short">');
  });
});
