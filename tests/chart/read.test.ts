/** A chart block becomes a chart whose every figure comes from its table, or faults in an officer's words. */
import { describe, expect, it } from 'vitest';
import { readChart } from '../../src/chart/read.js';
import type { AuthoredBlock } from '../../src/model/block.js';
import type { AuthoredInline } from '../../src/model/inline.js';
import type { CalculatedTable, Cell, Row } from '../../src/model/table.js';
import { parseYaml } from '../../src/source/yaml.js';

const words = (text: string): readonly AuthoredInline[] => (text === '' ? [] : [{ kind: 'text', text }]);
const span = { file: 'paper.md', start: 0, end: 0 };

function cell(column: number, text: string, numeric: boolean): Cell<AuthoredInline, AuthoredBlock> {
  return {
    column,
    colSpan: 1,
    rowSpan: 1,
    numeric,
    ...(column === 0 ? { scope: 'row' as const } : {}),
    content: { kind: 'inline', content: words(text) },
    ...(numeric && /\d/.test(text) ? { value: text.replace('\u2212', '-') } : {}),
    ...(numeric ? { formula: 'SUM(ABOVE)' } : {}),
  };
}

function row(
  id: string | undefined,
  kind: Row['kind'],
  ...texts: readonly string[]
): CalculatedTable['rows'][number] {
  return { kind, ...(id === undefined ? {} : { id }), cells: texts.map((text, i) => cell(i, text, i > 0)) };
}

const gap: CalculatedTable = {
  kind: 'table',
  span,
  id: 'gap',
  caption: words('Movement of the gap'),
  unitLine: '£ million',
  columns: [
    { key: 'item', label: 'Item', type: 'text', numeric: false },
    { key: 'y1', label: 'Forecast, 2019/20', type: 'money', numeric: true, unit: '£m', decimals: 3 },
    { key: 'y2', label: 'Forecast, 2020/21', type: 'money', numeric: true, unit: '£m', decimals: 3 },
    { key: 'share', label: 'Share', type: 'percent', numeric: true, unit: '%', ownUnit: '%' },
  ],
  head: [
    {
      cells: ['Item', '2019/20', '2020/21', 'Share'].map((text, column) => ({
        content: words(text),
        column,
        colSpan: 1,
        rowSpan: 1,
        scope: 'col' as const,
        numeric: column > 0,
      })),
    },
  ],
  rows: [
    row('opening', 'data', 'Gap in November', '1.389', '7.236', '10'),
    row(undefined, 'group', 'Changes'),
    row('tax', 'data', 'Council tax', '2.150', '0.000', '20'),
    row(undefined, 'data', 'New grants', '\u22121.139', '', '30'),
    row('closing', 'total', 'Gap in January', '2.400', '7.400', '40'),
  ],
  footer: [],
};

function read(yaml: string, table: CalculatedTable = gap) {
  return readChart(
    {
      kind: 'data-block',
      name: 'chart',
      text: yaml,
      span: { file: 'paper.md', start: 90, end: 110 + yaml.length },
      textSpan: { file: 'paper.md', start: 100, end: 100 + yaml.length },
    },
    {
      parseYaml,
      readInline: (text) => ({ value: words(text), diagnostics: [] }),
      find: (reference) => (reference === '#gap' || reference === 'budget#gap' ? table : undefined),
    },
  );
}

const head = 'caption: The gap grows\nalt: It grows.\ntable: gap\n';
/** The faults as rule and the text that they point at. */
function faults(yaml: string): readonly string[] {
  return read(yaml).diagnostics.map(
    (d) => `${d.rule} at ${yaml.slice(d.span.start - 100, d.span.end - 100)}`,
  );
}

describe('a chart block', () => {
  it('takes named rows as series and the columns as categories', () => {
    const { value, diagnostics } = read(
      `${head}rows: [opening, Gap in January]\ncolumns: [2019/20, 2020/21]\n`,
    );
    expect(diagnostics).toEqual([]);
    expect(value?.data).toEqual({
      type: 'bar',
      categories: ['2019/20', '2020/21'],
      series: [
        { label: 'Gap in November', values: [1.389, 7.236], labels: ['1.389', '7.236'] },
        { label: 'Gap in January', values: [2.4, 7.4], labels: ['2.400', '7.400'] },
      ],
    });
    expect(value?.unitLine).toBe('£ million');
  });

  it('has a table of the very same cells, without formulas that speak of other rows', () => {
    const { value } = read(`${head}rows: [opening, closing]\ncolumns: [y1, y2]\n`);
    expect(value?.table.columns.map((c) => [c.label, c.unit])).toEqual([
      ['', undefined],
      ['Gap in November', '£m'],
      ['Gap in January', '£m'],
    ]);
    expect(value?.table.rows.map((r) => r.cells.map((c) => c.value))).toEqual([
      [undefined, '1.389', '2.400'],
      [undefined, '7.236', '7.400'],
    ]);
    expect(JSON.stringify(value?.table)).not.toContain('SUM');
  });

  it('says where its figures come from, as a reference that gets its own words', () => {
    const { value } = read(`${head}columns: [2019/20]\n`);
    expect(value?.source?.[1]).toMatchObject({ kind: 'link', target: '#gap', content: [] });
  });

  it('draws one column over the data rows, and says in the unit line which it is', () => {
    const { value } = read(`${head}columns: [Forecast > 2019/20]\n`);
    expect(value?.data.categories).toEqual(['Gap in November', 'Council tax', 'New grants']);
    expect(value?.unitLine).toBe('2019/20, £ million');
  });

  it('says the unit of its columns where it is not that of the table', () => {
    expect(read(`${head}columns: [share]\n`).value?.unitLine).toBe('Share, %');
  });

  it('leaves a gap for a blank cell', () => {
    const { value } = read(`${head}rows: [New grants]\ncolumns: [y1, y2]\n`);
    expect(value?.data.series[0]?.values).toEqual([-1.139, undefined]);
  });

  it('closes a bridge with the total and checks that the steps lead there', () => {
    expect(read(`${head}type: bridge\ncolumns: [y1]\n`).diagnostics).toEqual([]);
    const yaml = `${head}type: bridge\nrows: [opening, tax, closing]\ncolumns: [y1]\n`;
    expect(faults(yaml)).toEqual(['bridge-closes at closing']);
    expect(read(yaml).diagnostics[0]?.message).toContain(
      'add up to 3.539, but “Gap in January” is 2.400, a difference of \u22121.139',
    );
  });

  it('keeps the digits of a target as typed', () => {
    expect(
      read(`${head}columns: [y1]\ntarget: {label: Limit, value: "-£1.50m"}\n`).value?.data.target,
    ).toEqual({ label: 'Limit, \u2212£1.50m', value: -1.5 });
    expect(faults(`${head}columns: [y1]\ntarget: 90%\n`)).toEqual(['chart-target-is-number at 90%']);
  });
});

describe('faults of a chart block', () => {
  it.each([
    ['captoin: x\n', 'chart-key-is-known at captoin'],
    ['id: Odd_Id\n', 'id-is-plain at Odd_Id'],
    ['id: ../../x\n', 'id-is-plain at ../../x'],
    ['rows: [opening, Gap in Januray]\n', 'chart-row-is-found at Gap in Januray'],
    ['columns: [y1, 2021/22]\n', 'chart-column-is-found at 2021/22'],
    ['columns: [y1, share]\n', 'chart-units-agree at y1'],
    ['columns: [y1]\ntype: pie\n', 'chart-type-is-known at pie'],
    ['columns: [y1]\nseries: both\n', 'chart-setting-reads at both'],
    ['type: doughnut\ncolumns: [y1]\nrows: [tax, New grants]\n', 'doughnut-parts-make-whole at New grants'],
    ['type: doughnut\ncolumns: [y1]\nrows: [tax, closing]\n', 'doughnut-parts-make-whole at closing'],
  ])('stand at the very word: %s', (yaml, expected) => {
    expect(faults(head + yaml)).toContain(expected);
  });

  it('tell of rings whose parts are no whole', () => {
    const said = (yaml: string) => read(`${head}type: doughnut\n${yaml}`).diagnostics.map((d) => d.message);
    expect(said('columns: [y1]\nrows: [tax]\n')).toEqual(['a ring of one part shows nothing']);
    expect(said('columns: [share]\nrows: [opening, tax]\n')).toEqual([
      'the parts of this ring come to 30%, and a whole is 100%',
    ]);
    expect(said('columns: [y1]\nrows: [opening, tax]\n')).toEqual([]);
  });

  it('suggest the nearest label', () => {
    expect(read(`${head}columns: [y1]\nrows: [Gap in Januray]\n`).diagnostics[0]?.hint).toBe(
      'Did you mean “Gap in January”?',
    );
    expect(read(`${head}columns: [y1]\ntype: pie\n`).diagnostics[0]?.hint).toContain('doughnut');
  });

  it('name every missing setting at once', () => {
    expect(read('columns: [y1]\n').diagnostics.map((d) => d.rule)).toEqual([
      'chart-has-caption',
      'chart-has-table',
      'chart-has-alt',
    ]);
  });

  it('refuse a fifth series and still give a chart of four', () => {
    const wide: CalculatedTable = {
      ...gap,
      rows: [1, 2, 3, 4, 5].map((n) => row(`r${n}`, 'data', `Row ${n}`, '1', '2', '3')),
    };
    const { value, diagnostics } = read(`${head}columns: [y1, y2]\nseries: rows\n`, wide);
    expect(diagnostics.map((d) => d.rule)).toEqual(['chart-series-are-few']);
    expect(value?.data.series).toHaveLength(4);
  });

  it('do not guess between two rows of one label', () => {
    const twice: CalculatedTable = {
      ...gap,
      rows: [
        row(undefined, 'group', 'People'),
        row(undefined, 'data', 'Savings', '1', '2', '3'),
        row(undefined, 'group', 'Place'),
        row(undefined, 'data', 'Savings', '4', '5', '6'),
      ],
    };
    const one = read(`${head}columns: [y1]\nrows: [Savings]\n`, twice);
    expect(one.diagnostics[0]).toMatchObject({
      rule: 'chart-row-is-found',
      hint: expect.stringContaining('People > Savings') as string,
    });
    expect(
      read(`${head}columns: [y1]\nrows: ["Place > Savings"]\n`, twice).value?.data.series[0]?.values,
    ).toEqual([4]);
  });

  it('never throw, whatever stands in the block', () => {
    for (const yaml of [
      '',
      '- a\n- b\n',
      'table: {a: b}\n',
      'rows: {a: [b]}\ntable: gap\n',
      'target: [1]\ntable: gap\n',
      'caption: [\n',
      'table: nowhere\n',
    ]) {
      expect(read(yaml).diagnostics.length).toBeGreaterThan(0);
    }
  });
});
