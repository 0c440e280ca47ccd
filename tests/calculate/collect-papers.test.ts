/** Tables whose rows are papers: their front matter, and cells of their own tables. */
import { describe, expect, test } from 'vitest';
import { calculate, recalculate } from '../../src/calculate/calculate.js';
import type { CalculationPaper } from '../../src/calculate/calculate.js';
import { compilePublication } from '../../src/compile.js';
import { plainText } from '../../src/model/inline.js';
import { memoryHost } from '../support/memory-host.js';
import { evaluateText, node, paper, printed, world } from './support.js';

const budget = (net: string): string =>
  `| Line | Net |\n|---|---:|\n| Staff | ${net} |\n| **Total** | =SUM(ABOVE) |\n: Budget {#budget unit="£m"}`;

function update(
  id: string,
  service: string,
  tables: readonly string[],
  more: Partial<CalculationPaper> = {},
  directorate = 'Place',
): CalculationPaper {
  return paper(id, tables, {
    type: 'plan-update',
    settings: node({ title: id, service, directorate }),
    ...more,
  });
}

const rollUp = (
  more = '',
  collect = 'plan-update where directorate = Place',
  from = '#budget[Total, Net]',
): string =>
  '```table\nid: roll-up\nunit: £m\n' +
  `collect: "${collect}"\n${more}` +
  `columns: { name: { label: Service, field: service }, net: { label: Net, from: "${from}" } }\n` +
  'rows:\n  - { total: Total }\n```';

function roll(
  papers: readonly CalculationPaper[],
  text = rollUp(),
): {
  readonly rows: readonly (readonly string[])[];
  readonly footer: readonly string[];
  readonly messages: readonly string[];
  readonly typed: readonly string[];
} {
  const reader = paper('reader', [text]);
  const { calculation, diagnostics } = calculate([reader, ...papers], world());
  const table = calculation.table(reader, reader.tables[0]!)!;
  return {
    rows: printed(table),
    footer: table.footer.map((line) => plainText(line)),
    messages: diagnostics.map((d) => d.message),
    typed: diagnostics.map(({ span }) =>
      span.file === 'reader.md' ? text.slice(span.start, span.end) : span.file,
    ),
  };
}

const youth = update('youth', 'Youth', [budget('1.25')]);
const parks = update('parks', 'Parks', [budget('2.5')]);
const bins = update('bins', 'Bins', []);
const care = update('care', 'Care', [budget('9')], {}, 'People');

describe('COLLECT over papers', () => {
  const collected = (source: string, papers: readonly CalculationPaper[] = [youth, care, bins, parks]) => {
    const reader = paper('reader', []);
    const { calculation } = calculate([reader, ...papers], world());
    const span = { file: 'reader.md', start: 0, end: source.length };
    const { value, diagnostics } = calculation.figure(reader, {
      kind: 'expression',
      source,
      sourceSpan: span,
      span,
    });
    return { text: value?.text, said: diagnostics.map(({ message, hint }) => [message, hint]) };
  };

  test('takes a cell of a table of each paper that matches, and passes over papers without it', () => {
    expect(
      collected('SUM(COLLECT("plan-update where directorate = Place", "#budget[Total, Net]"))').text,
    ).toBe('£3.75m');
    expect(collected('SUM(COLLECT("plan-update", "#budget[Total, Net]")) as £000').text).toBe('£12,750k');
    expect(
      collected(
        'COUNT(COLLECT("plan-update", "#budget[Total, Net]")) & " of " & ROWS(COLLECT("plan-update", "title"))',
      ).text,
    ).toBe('3 of 4');
  });

  test('counts once what two papers take from a third', () => {
    const shared = update('shared', 'Shared', [budget('5')], {}, 'Other');
    const copy = budget('1').replace('=SUM(ABOVE)', '=shared#budget[Total, Net]');
    const papers = [shared, update('a', 'A', [copy]), update('b', 'B', [copy]), parks];
    expect(
      collected('SUM(COLLECT("plan-update where directorate = Place", "#budget[Total, Net]"))', papers).text,
    ).toBe('£7.5m');
  });

  test.each([
    ['#budgte[Total, Net]', 'there is no table “budgte” in the paper “youth”', 'Did you mean “budget”?'],
    ['#budget[Totl, Net]', 'no row is called “Totl” in the table “budget”', 'Did you mean “Total”?'],
  ])('of %s, which no paper has, says why', (field, why, hint) => {
    expect(collected(`SUM(COLLECT("plan-update", "${field}"))`).said).toEqual([
      [`“field” of COLLECT is “${field}”, which no paper has: ${why}`, hint],
    ]);
  });

  test.each(['#budget', '#budget[Net]', '[Total, Net]', '#budget[*, Net]', '#budget[Total, '])(
    'of “%s” asks for one cell of a table',
    (field) => {
      const [first] = collected(`SUM(COLLECT("plan-update", "${field}"))`).said;
      expect(first?.[1]).toBe('Write the table, the row and the column, as in "#budget[Total, Net]".');
    },
  );
});

describe('a table that collects papers', () => {
  test('has a row for each paper that matches, in order, with its calculated cell, and says how many give it', () => {
    const { rows, footer, messages } = roll([youth, care, bins, parks], rollUp('of: services\n'));
    expect(messages).toEqual([]);
    expect(rows).toEqual([
      ['Youth', '1.25'],
      ['Bins', '–'],
      ['Parks', '2.50'],
      ['Total', '3.75'],
    ]);
    expect(footer.slice(0, 2)).toEqual(['3 of 4 services.', '2 of 3 services give this figure.']);
  });

  test('counts a figure that is to be confirmed, and an empty one, as not given', () => {
    const later = update('later', 'Later', [budget('tbc').replace('=SUM(ABOVE)', 'tbc')]);
    const empty = update('empty', 'Empty', [budget('1').replace('=SUM(ABOVE)', '')]);
    expect(roll([youth, later, empty]).footer[0]).toBe('1 of 3 plan updates give this figure.');
    expect(roll([youth, parks]).footer[0]).toBe('All 2 plan updates give this figure.');
  });

  test('has a paper once that two packs carry', () => {
    const { rows } = roll([youth, { ...youth }, parks]);
    expect(rows.map(([label]) => label)).toEqual(['Youth', 'Parks', 'Total']);
  });

  test('counts a table once that two papers of an item share, and says so', () => {
    const at = (item: string): Partial<CalculationPaper> => ({ meeting: 'cabinet/2019-01-15', item });
    const annex = (item: string, net: string): CalculationPaper =>
      paper('annex', [budget(net)], { ...at(item), address: `meetings/cabinet/${item}/annex` });
    const { rows, footer, messages } = roll(
      [
        annex('1', '4'),
        annex('2', '3'),
        update('a', 'A', [], at('1')),
        update('b', 'B', [], at('1')),
        update('c', 'C', [], at('2')),
      ],
      rollUp('', 'plan-update', 'annex#budget[Total, Net]'),
    );
    expect(messages).toEqual([]);
    expect(rows).toEqual([
      ['A', '4'],
      ['B', '–'],
      ['C', '3'],
      ['Total', '7'],
    ]);
    expect(footer.slice(0, 2)).toEqual([
      'All 3 plan updates give this figure.',
      'B, Net is the figure of A, and is counted once.',
    ]);
  });

  test('counts a figure once that two papers each take from a third', () => {
    const shared = paper('shared', [budget('4')]);
    const taking = (id: string): CalculationPaper =>
      update(id, id, [budget('1').replace('=SUM(ABOVE)', '4 = shared#budget[Total, Net]')]);
    const { rows, footer, messages } = roll([shared, taking('a'), parks, taking('b')]);
    expect(messages).toEqual([]);
    expect(rows).toEqual([
      ['a', '4.0'],
      ['Parks', '2.5'],
      ['b', '–'],
      ['Total', '6.5'],
    ]);
    expect(footer).toContain('b, Net is the figure of a, and is counted once.');
  });

  test('refuses a column that has from: and another source', () => {
    const { messages } = roll([youth], rollUp().replace('label: Net,', 'label: Net, field: service,'));
    expect(messages).toEqual(['the column “net” has from: and field:, and takes one of them']);
  });

  test('shows a circle through what it collects', () => {
    const own = update('reader-too', 'Own', [rollUp().replace('id: roll-up', 'id: budget')]);
    const { diagnostics } = calculate([own], world());
    expect(diagnostics.map((d) => d.rule)).toContain('formula-is-acyclic');
  });

  test.each([
    [
      'plan-updat',
      '#budget[Total, Net]',
      '“plan-updat” is neither a register nor a type of paper',
      'plan-updat',
    ],
    [
      'plan-update where directorat = Place',
      '#budget[Total, Net]',
      'no paper of the type “plan-update” has “directorat”',
      'directorat',
    ],
    [
      'plan-update where directorate = Moon',
      '#budget[Total, Net]',
      'no paper of the type “plan-update” matches, so the table is empty',
      '"plan-update where directorate = Moon"',
    ],
    ['plan-update', '#budgets[Total, Net]', 'no paper has “#budgets[Total, Net]”', '#budgets[Total, Net]'],
    ['plan-update', '#budget[Sum, Net]', 'no paper has “#budget[Sum, Net]”', '#budget[Sum, Net]'],
    ['plan-update', '#budget[Net]', 'from: of “net” is not one cell of a table', '#budget[Net]'],
    ['plan-update', '#budget[', 'from: of “net” cannot be read', '#budget['],
  ])('from %s with %s says what is wrong, at its place', (collect, from, message, place) => {
    const { messages, typed } = roll([youth, parks], rollUp('', collect, from));
    const at = messages.findIndex((found) => found.startsWith(message));
    expect(messages.join('\n')).toContain(message);
    expect(typed[at]).toBe(place);
  });

  test('refuses from: where no papers are collected', () => {
    const text = rollUp().replace(/collect: .*\n/, '');
    expect(roll([], text).messages.join()).toContain('from: takes a cell of each paper that is collected');
  });

  test('is made again for a paper that is new, changed, removed or of another directorate', () => {
    const reader = paper('reader', [rollUp()]);
    const other = paper('other', []);
    let { calculation } = calculate([reader, other, youth], world());
    const next = (papers: readonly CalculationPaper[]): readonly (readonly string[])[] => {
      ({ calculation } = recalculate(calculation, papers));
      expect(calculation.evaluated.has('papers/other')).toBe(false);
      return printed(calculation.table(reader, reader.tables[0]!)!);
    };
    const dearer = update('youth', 'Youth', [budget('7')]);
    expect(next([reader, other, youth, parks]).at(-1)).toEqual(['Total', '3.75']);
    expect(next([reader, other, dearer, parks]).at(-1)).toEqual(['Total', '9.5']);
    expect(next([reader, other, dearer])).toHaveLength(2);
    expect(next([reader, other, dearer, update('parks', 'Parks', [budget('1')], {}, 'People')])).toHaveLength(
      2,
    );
    expect(calculation.dependents('papers/parks')).toContain('papers/reader');
  });
});

test('a collected figure is explained by the cell it was taken from', () => {
  const reader = paper('reader', [rollUp()]);
  const { calculation } = calculate([reader, youth, bins], world());
  const { value, diagnostics } = calculation.explain('reader#roll-up[Youth, net]');
  expect(diagnostics).toEqual([]);
  expect(JSON.stringify(value)).toContain('Budget');
  expect(calculation.explain('reader#roll-up[Bins, net]').diagnostics).toEqual([]);
  expect(calculation.provenance('papers/reader', { span: reader.tables[0]!.span })).toBeDefined();
});

test('COLLECT takes a field of the front matter of papers, and names a key that none has', () => {
  const own = { type: 'plan-update', settings: node({ service: 'Youth', directorate: 'Place' }) };
  const count = (query: string, field: string): ReturnType<typeof evaluateText> =>
    evaluateText(`COUNTA(COLLECT("${query}", "${field}"))`, [], {}, own);
  expect(count('plan-update where directorate = Place', 'service').text).toBe('1');
  expect(count('plan-update where directorate = People', 'service').text).toBe('0');
  expect(count('plan-update', 'servise').messages.join()).toContain('“servise”, which no paper of the type');
  expect(count('plan-update where director = x', 'service').messages.join()).toContain('asks for “director”');
});

test('a council rolls its plan updates up, in the build', () => {
  const meeting = 'content/meetings/scrutiny/2019-01-15';
  const plan = (service: string, table: string): string =>
    `---\ntype: plan-update\ntitle: ${service}\nservice: ${service}\ndirectorate: Place\nyear: 2018/19\nauthors: [support]\ndate: 2019-01-04\n---\n\n## Where we are\n\n${table}\n`;
  const { value, diagnostics } = compilePublication(
    memoryHost({
      'data/council.yaml':
        'name: Westbridge\naddress: [Guildhall]\ncontact: { department: Support, telephone: 01234 567890, email: democracy@example.org }\nsiteAddress: https://papers.example.org\njurisdiction: england\ntimeZone: Europe/London\n',
      'data/committees.yaml':
        '- { id: scrutiny, name: Scrutiny Committee, kind: scrutiny committee, members: [], contact: [support] }\n',
      'data/people.yaml': '- { id: support, name: Support, title: Support, kind: officer }\n',
      [`${meeting}/meeting.md`]:
        '---\ncommittee: scrutiny\ndates: [2019-01-15]\ntime: "10:00"\nvenue: Chamber\npublished: 2019-01-04T16:00\ncontact: [support]\n---\n',
      [`${meeting}/01-first/item.md`]: '---\ntitle: First\npapers: [parks]\n---\n',
      [`${meeting}/02-second/item.md`]: '---\ntitle: Second\npapers: [parks]\n---\n',
      [`${meeting}/01-first/1-all.md`]: `---\ntype: document\ntitle: All\n---\n\n## All\n\n${rollUp('of: services\ncaption: All services\n')}\n`,
      'content/papers/updates/bins.md': plan('Bins', 'None yet.'),
      'content/papers/updates/parks.md': plan('Parks', budget('2.5')),
    }),
    {},
  );
  expect(
    diagnostics.filter((d) => d.severity === 'error').map((d) => `${d.span.file}: ${d.message}`),
  ).toEqual([]);
  const all = value.publication.meetings[0]?.items[0]?.papers.find(({ id }) => id === 'all');
  const table = all?.text.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  const words = table.rows.map(({ cells }) =>
    cells.map(({ content }) => (content.kind === 'inline' ? plainText(content.content) : '')),
  );
  expect(words).toEqual([
    ['Bins', '–'],
    ['Parks', '2.5'],
    ['Total', '2.5'],
  ]);
  expect(table.footer.map((line) => plainText(line))).toContain('1 of 2 services give this figure.');
});
