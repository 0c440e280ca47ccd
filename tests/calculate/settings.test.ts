/** Settings, ids, keys and words of tables that cannot be read are faults at their very place. */
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import type { CalculationWorld } from '../../src/calculate/calculate.js';
import { evaluateText, node, paper, run, world } from './support.js';

const yaml = (settings: string, rows = '  - [Youth, 0.5]', columns = '{ s: Service, net: Net }'): string =>
  `\`\`\`table\n${settings}\ncolumns: ${columns}\nrows:\n${rows}\n\`\`\``;

/** The faults of one table: rule, the text under them, message, hint. */
function faults(
  text: string,
  more: Partial<CalculationWorld> = {},
): readonly {
  readonly rule: string;
  readonly at: string;
  readonly message: string;
  readonly hint: string;
}[] {
  return calculate([paper('p', [text])], world(more)).diagnostics.map((d) => ({
    rule: d.rule,
    at: text.slice(d.span.start, d.span.end),
    message: d.message,
    hint: d.hint ?? '',
  }));
}

const council = (style: unknown): Partial<CalculationWorld> => ({
  data: {
    value: (path) => {
      const found = path.reduce<unknown>(
        (at, key) =>
          typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined,
        { council: { style } },
      );
      return found === undefined ? undefined : node(found);
    },
  },
});

const unreadable = [
  ['unit', 'banana', 'unit is “banana”, which is not a unit that the build knows'],
  ['unit', '£mm', 'unit is “£mm”, which is not a unit that the build knows'],
  ['decimals', 'x', 'decimals is “x”, which is not a number of decimals'],
  ['decimals', '-1', 'decimals is “-1”, which is not a number of decimals'],
  ['totals', 'bogus', 'totals is “bogus”, which is not a way to make totals'],
  ['tolerance', 'half', 'tolerance is “half”, which is not a tolerance'],
  ['layout', 'portrait', 'layout is “portrait”, which is not a layout of a table'],
  ['lang', 'Welsh', 'lang is “Welsh”, which is not the code of a language'],
] as const;

describe('a setting that cannot be read', () => {
  test.each(unreadable)('is a fault of a table in YAML: %s: %s', (name, value, message) => {
    const [fault, ...others] = faults(yaml(`${name}: ${value}`));
    expect(fault).toMatchObject({ at: value, message });
    expect(fault?.hint).not.toBe('');
    expect(others).toEqual([]);
  });

  test.each(unreadable)('is a fault of the caption of a pipe table: {%s=%s}', (name, value, message) => {
    const found = faults(`| A | B |\n|---|---:|\n| x | 1 |\n: T {${name}=${value}}`);
    expect(found.map((f) => f.message)).toEqual([message]);
  });

  test.each([
    ...unreadable.filter(([name]) => name !== 'layout'),
    ['type', 'bogus', 'type is “bogus”, which is not a type of column'] as const,
  ])('is a fault of a head cell and of a column in YAML: %s %s', (name, value, message) => {
    expect(faults(`| A | B {${name}=${value}} |\n|---|---:|\n| x | 1 |\n: T`).map((f) => f.message)).toEqual([
      message,
    ]);
    if (name === 'lang') return;
    const found = faults(yaml('id: t', undefined, `{ s: Service, net: { label: Net, ${name}: ${value} } }`));
    expect(found).toMatchObject([{ at: value, message }]);
  });

  test('is a fault of the label cell of a row', () => {
    expect(faults('| A | B |\n|---|---:|\n| x {decimals=many} | 1 |\n: T').map((f) => f.message)).toEqual([
      'decimals is “many”, which is not a number of decimals',
    ]);
    expect(faults(yaml('id: t', '  - { s: Youth, net: 1, unit: banana }'))).toMatchObject([{ at: 'banana' }]);
  });

  test('is none where it can be read, and empty settings say nothing', () => {
    const good =
      'unit: £000\ndecimals: 0\ntotals: none\ntolerance: rounding\nlayout: landscape\nlang: cy\nhint:\nx-mine: [1]';
    expect(faults(yaml(good))).toEqual([]);
    for (const unit of ['£', '£bn', '€m', '"%"', 'pp', 'fte', 'days', 'people', 'visits per day', 'm²'])
      expect(faults(yaml(`unit: ${unit}`))).toEqual([]);
  });

  test('is none where the council declares the unit', () => {
    expect(faults(yaml('unit: Banana'), council({ units: ['banana'] }))).toEqual([]);
    expect(faults(yaml('unit: banana'), council({ units: 'petals' }))).toHaveLength(1);
  });

  test('suggests the word that was meant', () => {
    expect(faults(yaml('totals: lst'))[0]?.hint).toBe('Did you mean “last”?');
    expect(faults(yaml('captoin: T'))[0]).toMatchObject({ at: 'captoin', hint: 'Did you mean “caption”?' });
    expect(faults(yaml('colour: red'))[0]?.hint).toContain('Its keys are id, caption, unit');
  });

  test('is a list or a map where one text belongs', () => {
    expect(faults(yaml('caption: [a, b]'))).toMatchObject([
      { rule: 'table-setting-reads', at: '[a, b]', message: 'caption is a list, and takes one text' },
    ]);
    expect(faults(yaml('unit: {£m: x}'))[0]?.message).toBe('unit is a group of settings, and takes one text');
    expect(
      faults(yaml('id: t', undefined, '{ s: Service, net: { label: Net, formula: [a] } }'))[0],
    ).toMatchObject({
      at: '[a]',
      message: 'formula is a list, and takes one text',
    });
    expect(faults(yaml('id: t', undefined, '{ s: Service, net: [Net] }'))[0]?.message).toBe(
      'the column “net” has a list where its label belongs',
    );
  });

  test('is a fault of an appraisal too', () => {
    const found = faults(
      '```appraisal\nid: Odd Id\nlayout: portrait\nunit: banana\nschedule: green-book-2026-standard\nhorizon: 2\nprices: 2018/19\noptimism: {none: small}\noptions: {a: {running: [1, 1, 1]}, b: {running: [2, 2, 2]}}\n```',
    );
    expect(found.map((f) => f.at)).toEqual(['Odd Id', 'portrait', 'banana']);
  });
});

test('rows and headings that lack their parts are faults', () => {
  const group = (more: string): string => yaml('id: t', `  - { group: G, rows: [[One, 1]], ${more} }`);
  expect(faults(group('subtotal: [Total, 1]'))).toMatchObject([
    { at: '[Total, 1]', message: 'subtotal is a list, and takes the label of a row' },
  ]);
  expect(faults(group('subtotal: Total, stated: 1'))).toMatchObject([
    { at: '1', message: 'stated is “1”, which is no list of figures' },
  ]);
  for (const inner of ['[a, b]', 'a', '{}'])
    expect(
      faults(yaml('id: t', undefined, `{ s: S, net: { label: Net, columns: ${inner} } }`)),
    ).toMatchObject([{ at: inner, message: 'the heading “Net” has no columns under it' }]);
});

test('prints the note and the notes of a table, notes first', () => {
  const { footer, messages } = run(yaml('note: Third\nnotes: [First, Second]'));
  expect(messages).toEqual([]);
  expect(footer).toEqual(['First', 'Second', 'Third']);
});

describe('checks and rows that are no lists', () => {
  test('are faults, and so are a check without “that” and a key of a check that means nothing', () => {
    expect(faults(yaml('checks: "[Youth, net] = 0.5"'))).toMatchObject([
      { at: '"[Youth, net] = 0.5"', message: 'checks: is not a list of checks' },
    ]);
    expect(faults(yaml('checks: { that: x }'))[0]?.message).toBe('checks: is not a list of checks');
    expect(faults(yaml('checks: ["[Youth, net] = 0.5"]'))[0]?.message).toBe(
      'a check does not say what must hold',
    );
    expect(faults(yaml('checks: [{ that: "[Youth, net] = 0.5", becuase: x }]'))).toMatchObject([
      {
        at: 'becuase',
        message: 'a check has a key “becuase”, which means nothing there',
        hint: 'Did you mean “because”?',
      },
    ]);
  });

  test.each(['none', '{ Youth: 0.5 }', ''])('rows: %s', (rows) => {
    const text = `\`\`\`table\ncolumns: { s: Service, net: Net }\nrows: ${rows}\n\`\`\``;
    const [fault] = faults(text);
    expect(fault?.message).toBe('rows: is not a list of rows');
    expect(fault?.at).toBe(rows);
  });
});

describe('an override', () => {
  const columns = '{ s: Risk, a: A, b: { label: B, formula: "[@a] * 2" } }';
  test('of a formula needs a reason, which is printed', () => {
    for (const cell of ['{value: 16}', '{value: 16, because: ""}']) {
      const [fault] = faults(yaml('id: t', `  - { s: Flood, a: 3, b: ${cell} }`, columns));
      expect(fault).toMatchObject({
        rule: 'override-has-reason',
        at: cell,
        message: 'Flood, B has 16 in place of its formula, without a reason',
      });
    }
    expect(faults(yaml('id: t', '  - { s: Flood, a: 3, b: {value: 16, because: why} }', columns))).toEqual(
      [],
    );
  });

  test('of no formula needs none, and its keys are known ones', () => {
    expect(faults(yaml('id: t', '  - { s: Flood, a: {value: 3} }', columns))).toEqual([]);
    expect(faults(yaml('id: t', '  - { s: Flood, a: {value: 3, becuase: x} }', columns))[0]?.at).toBe(
      'becuase',
    );
  });
});

describe('ids of rows, columns and tables', () => {
  test('that stand twice name both places, and a formula takes the first', () => {
    const text = '| A | B |\n|---|---:|\n| One {#k} | 1 |\n| Two {#k} | 2 |\n: T {#t}';
    const { diagnostics } = calculate([paper('p', [text])], world());
    expect(diagnostics).toMatchObject([
      { rule: 'table-id-is-unique', message: 'two rows of this table have the id “k”' },
    ]);
    const [first, second] = [diagnostics[0]?.related?.[0]?.span, diagnostics[0]?.span];
    expect(text.slice(first?.start, first?.end)).toContain('One');
    expect(text.slice(second?.start, second?.end)).toContain('Two');
    expect(evaluateText('t[k, B]', [text]).text).toBe('1');
  });

  test('that stand twice in YAML or in a head are faults at the ids', () => {
    const rows = '  - { id: k, s: One, net: 1 }\n  - { group: G, id: k, rows: [[Two, 2]] }';
    expect(faults(yaml('id: t', rows))).toMatchObject([{ rule: 'table-id-is-unique', at: 'k' }]);
    const nested = '{ s: S, a: { label: A, columns: { net: N } }, b: { label: B, columns: { net: N } } }';
    expect(faults(yaml('id: t', '  - [One, 1, 2]', nested))).toMatchObject([
      { at: 'net', message: 'two columns of this table have the id “net”' },
    ]);
    expect(
      faults('| A | B {#x} | C {#x} |\n|---|---:|---:|\n| One | 1 | 2 |\n: T').map((f) => f.message),
    ).toEqual(['two columns of this table have the id “x”']);
  });

  test.each(['"Not Kebab!"', 'Weird_ID', '../../x'])('are plain: %s', (id) => {
    const hint = /^Ids are written in small letters, figures and hyphens: [a-z-]+\.$/;
    const [fault] = faults(yaml(`id: ${id}`));
    expect(fault).toMatchObject({ rule: 'id-is-plain', at: id });
    expect(fault?.hint).toMatch(hint);
    expect(run(yaml(`id: ${id}`)).table.id).toBeUndefined();
    expect(faults(yaml('id: t', `  - { id: ${id}, s: One, net: 1 }`))).toMatchObject([{ at: id }]);
    expect(faults(yaml('id: t', undefined, `{ s: S, ${id}: Net }`))).toMatchObject([
      { rule: 'id-is-plain', at: id },
    ]);
  });
});

describe('a column of dates, years or ratings', () => {
  const table = (type: string, word: string, caption = ''): string =>
    `| A | B {type=${type}} | C |\n|---|---|---:|\n| x | ${word} | 1 |\n: T ${caption}`;

  test.each([
    ['date', '30 February 2019'],
    ['date', '2019-02-30'],
    ['date', '30/01/2019'],
    ['date', 'soon'],
    ['year', '2019/21'],
    ['year', 'last year'],
    ['rag', 'Gren'],
    ['trend', 'Upwards'],
    ['status', 'Puce'],
  ])('of type %s does not take “%s”', (type, word) => {
    const found = faults(table(type, word));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ rule: 'cell-fits-column', at: word });
    expect(found[0]?.message).toContain(`x, B says “${word}”, which is no`);
    expect(found[0]?.hint).not.toBe('');
    expect(
      faults(yaml('id: t', `  - [x, "${word}", 1]`, `{ a: A, b: { label: B, type: ${type} }, c: C }`)),
    ).toHaveLength(1);
    expect(faults(table(type, word, `{words="${word}"}`))).toEqual([]);
  });

  test.each([
    [
      'date',
      ['2019-01-30', '2019-01', '30 January 2019', 'Jan 2019', 'January 2019', 'tbc', '', '29 February 2020'],
    ],
    ['year', ['2019', '2019/20', '2019/2020', 'n/a', '']],
    ['rag', ['Green', 'amber', '**Red**', 'Amber/Red', 'tbc', 'On target', 'High', 'Green[^a]']],
    ['trend', ['Improving', 'Static', 'slightly declining', 'No change', '']],
    ['status', ['On track', 'Completed', 'Not started', 'Overdue']],
  ])('of type %s takes its words', (type, words) => {
    for (const word of words) expect(faults(table(type, word))).toEqual([]);
  });

  test('takes the words and the steps of scales of the house, and names them', () => {
    const house = council({
      rag: { green: 'Splendid' },
      trend: { improving: 'Better', same: 'Level' },
      scales: { risk: { Tiny: '1-5', Huge: { from: '6', label: 'Enormous' } } },
    });
    for (const word of ['Splendid', 'Tiny', 'Huge', 'Enormous'])
      expect(faults(table('rag', word), house)).toEqual([]);
    for (const word of ['Better', 'Slightly better', 'Level'])
      expect(faults(table('trend', word), house)).toEqual([]);
    expect(faults(table('rag', 'Splended'), house)[0]?.hint).toMatch(
      /^Did you mean “Splendid”\? The words of the house are Splendid, Amber, Red, Blue, Grey, Tiny, Huge, Enormous;/,
    );
  });

  test('leaves total rows and columns of text alone', () => {
    expect(faults(table('text', 'anything'))).toEqual([]);
    expect(
      faults('| A | B {type=rag} | C |\n|---|---|---:|\n| x | Red | 1 |\n| **Total** | mixed | 1 |\n: T'),
    ).toEqual([]);
  });
});

describe('a comma in a number of a formula', () => {
  test.each(['SUM(1,000)', 'SUM(£1,000, 5)', 'MAX(2, 12,500.5)', '1,250 + 1', 'SUM((1,000))'])(
    '%s',
    (source) => {
      const { messages, hints, text } = evaluateText(source);
      expect(messages).toEqual(['a number in a formula has a comma']);
      expect(hints[0]).toContain('Leave out the thousands comma: ');
      expect(text).not.toBe('1');
    },
  );

  test.each([
    ['SUM(1, 000)', '1'],
    ['MAX(2,5)', '5'],
    ['MAX(1,2000)', '2,000'],
    ['MAX(0.5,100)', '100'],
    ['MAX(1000,100)', '1,000'],
    ['MAX(5 ,100)', '100'],
  ])('is none in %s', (source, text) => {
    expect(evaluateText(source)).toMatchObject({ text, messages: [] });
  });
});

test('a row of too many cells is told in the singular and the plural', () => {
  expect(run('| A |\n|---|\n| x | 1 |\n: T').messages).toEqual([
    'the row “x” has 2 cells, and the table has 1 column',
  ]);
  expect(run(yaml('id: t', '  - [x]')).messages).toEqual([
    'the row “x” has 1 cell, and 2 columns have no formula',
  ]);
});

test('a row of a note is found by no label, and is no row of a column', () => {
  const text =
    '| A | B |\n|---|---:|\n| One | 1 |\n| Provisional {.note #n} | |\n| **Total** | =SUM(ABOVE) |\n: T {#t}';
  expect(run(text).messages).toEqual([]);
  for (const row of ['Provisional', 'n'])
    expect(evaluateText(`t[${row}, B]`, [text]).messages).toEqual([
      `no row is called “${row}” in the table “t”`,
    ]);
  expect(evaluateText('COUNTA(t[A])', [text]).text).toBe('1');
});

test('an exponent may be 1000 either way, and no more', () => {
  expect(evaluateText('2^1000 / 2^999')).toMatchObject({ text: '2', messages: [] });
  expect(evaluateText('1^-1000')).toMatchObject({ text: '1', messages: [] });
  for (const source of ['1^1001', '1^-1001', '1^1000.5', '1^100001%'])
    expect(evaluateText(source).messages).toEqual(['the number after ^ is larger than 1,000']);
});

test('what is written as a date in a column of due dates is one; words and years may stand there', () => {
  const said = (due: string) =>
    faults(yaml('id: t', `  - [x, ${due}]`, '{ s: Step, due: { label: Due, type: due } }')).map(
      (f) => f.message,
    );
  for (const due of ['2019-03', '2019-02-28', 'ongoing', 'during 2018-19', '{ due: 2019-03, was: 2018-10 }'])
    expect(said(due)).toEqual([]);
  for (const [due, wrong] of [
    ['2019-13', '2019-13'],
    ['2019-02-30', '2019-02-30'],
    ['by 2019-06-31', '2019-06-31'],
  ] as const)
    expect(said(due)).toEqual([`x, Due says “${wrong}”, which is not a date`]);
});
