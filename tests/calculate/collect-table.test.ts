/** Tables whose rows are the entries of a register. */
import { describe, expect, test } from 'vitest';
import { calculate, recalculate } from '../../src/calculate/calculate.js';
import type { CalculationWorld } from '../../src/calculate/calculate.js';
import { entry } from '../../src/source/data-node.js';
import type { DataNode } from '../../src/source/data-node.js';
import { evaluateText, node, paper, printed, run, world } from './support.js';

const pledges = [
  {
    id: 'pledge-1',
    title: 'Cleaner streets',
    lead: 'Street Services',
    status: 'Complete',
    cost: '1.25',
    tags: ['a', 'b'],
  },
  { id: 'pledge-2', title: 'New library', lead: { name: 'Libraries' }, status: 'On track', cost: '0.5' },
  { id: 'pledge-3', title: 'More bins', lead: 'street  services', status: 'On track', cost: 'tbc' },
];
const data = (entries: unknown = pledges): Partial<CalculationWorld> => ({
  data: { value: ([name, ...rest]) => (name === 'pledges' && rest.length === 0 ? node(entries) : undefined) },
});
const table = (
  collect: string,
  columns = 'title: Pledge, status: {label: Status, type: status}, cost: {label: Cost, unit: £m}',
): string =>
  '```table\nid: t\n' +
  `collect: "${collect}"\ncolumns: { ${columns} }\nrows:\n  - { total: Total }` +
  '\n```';

describe('a table that collects', () => {
  test('has a row for each entry that matches, totals under them, and says how many of all they are', () => {
    const {
      rows,
      messages,
      footer,
      table: made,
    } = run(table('pledges where lead = Street Services'), data());
    expect(messages).toEqual([]);
    expect(rows).toEqual([
      ['Cleaner streets', 'Complete', '1.25'],
      ['More bins', 'On track', 'tbc'],
      ['Total', '', '1.25'],
    ]);
    expect(footer[0]).toBe('2 of 3 pledges.');
    expect(made.rows.map((row) => row.id)).toEqual(['pledge-1', 'pledge-3', undefined]);
    expect(made.rows[0]?.cells[1]?.mark).toBe('done');
  });

  test('takes all entries without a condition, fields by name through dots, and lists as one cell', () => {
    const { rows, footer } = run(
      table('pledges', 'title: Pledge, who: {label: Lead, field: lead.name}, tags: Tags, cost: Cost'),
      data(),
    );
    expect(rows.slice(0, 2)).toEqual([
      ['Cleaner streets', '', 'a, b', '1.25'],
      ['New library', 'Libraries', '', '0.50'],
    ]);
    expect(footer[0]).toBe('All 3 pledges.');
    const one = [{ id: 'pledge-1', title: 'Cleaner streets' }];
    expect(run(table('pledges', 'title: Pledge'), data(one)).footer[0]).toBe('1 of 1 pledges.');
  });

  test('checks a field of an entry that stands in a column with a formula', () => {
    const { messages } = run(
      table('pledges where id = pledge-1', 'title: Pledge, cost: {label: Cost, formula: "1 + 1"}'),
      data(),
    );
    expect(messages).toEqual(['Cleaner streets, Cost says 1.25, but the formula gives 2.00 (0.75 more)']);
  });

  test.each([
    ['promises', undefined, '“promises” is neither a register nor a type of paper'],
    ['pledges where leed = x', undefined, 'no entry of “pledges” has “leed”'],
    ['pledges where lead', undefined, '“lead” is no condition'],
    ['pledges where lead = Nobody', undefined, 'no entry of “pledges” matches, so the table is empty'],
    ['pledges', 'title: Pledge, price: Price', 'no entry of “pledges” has “price”'],
  ])('from %s (%s) says what is wrong', (collect, columns, message) => {
    expect(run(table(collect, columns), data()).messages).toContain(message);
  });

  test('is read again when the register changes', () => {
    const one = paper('a', [table('pledges')]);
    const first = calculate([one], world(data()));
    const next = recalculate(first.calculation, [one], world(data(pledges.slice(0, 1))));
    expect(printed(next.calculation.table(one, one.tables[0]!)!)).toEqual([
      ['Cleaner streets', 'Complete', '1.25'],
      ['Total', '', '1.25'],
    ]);
    expect([
      ...recalculate(next.calculation, [one], world(data(pledges.slice(0, 1)))).calculation.evaluated,
    ]).toEqual([]);
  });
});

test('a name that is neither a register nor a type of paper gets the nearest of both', () => {
  const known = { data: { ...data().data!, names: () => ['pledges', 'council'] } };
  const hintOf = (collect: string): string | undefined => {
    const one = paper('paper', [table(collect)]);
    return calculate([one], world(known)).diagnostics.find((d) => d.rule === 'collection-is-known')?.hint;
  };
  expect(hintOf('pledgse')).toBe('Did you mean “pledges”?');
  expect(hintOf('plan-updates')).toBe('Did you mean “plan-update”?');
  expect(hintOf('zebras')).toBe(
    'The registers are “pledges”; types of paper are those of type: in the front matter, such as plan-update.',
  );
  expect(evaluateText('ROWS(COLLECT("pledgse", "title"))', [], known).hints).toEqual([
    'Did you mean “pledges”?',
  ]);
});

test('a name of a data file gets the nearest file, key or record', () => {
  const finance = { savings2018: { people: '5.485', place: '1.2' } };
  const known: Partial<CalculationWorld> = {
    data: {
      value: ([name, ...rest]) =>
        name === 'finance'
          ? rest.reduce<DataNode | undefined>(entry, node(finance))
          : name === 'pledges'
            ? rest.length === 0
              ? node(pledges)
              : undefined
            : undefined,
      names: () => ['finance', 'pledges'],
    },
  };
  const hints = (source: string): unknown => evaluateText(source, [], known).hints;
  expect(hints('finnance.savings2018.people')).toEqual(['Did you mean “finance.savings2018.people”?']);
  expect(hints('finance.savings2018.poeple')).toEqual(['Did you mean “people”?']);
  expect(hints('finance.savings2018.zzzzzzzz')).toEqual(['“finance.savings2018” has “people”, “place”.']);
  expect(hints('finance.savings2019.people')).toEqual(['Did you mean “savings2018”?']);
  expect(hints('pledges.pledge-4')).toEqual(['Did you mean “pledge-1” or “pledge-2” or “pledge-3”?']);
});
