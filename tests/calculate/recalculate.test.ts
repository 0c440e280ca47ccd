/** Calculating again after a change gives what a calculation from scratch gives, and evaluates no more than it must. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate, recalculate } from '../../src/calculate/calculate.js';
import type { Calculated, CalculationPaper, CalculationWorld } from '../../src/calculate/calculate.js';
import type { SheetRow } from '../../src/calculate/calculate.js';
import { node, paper, world } from './support.js';

type TestPaper = ReturnType<typeof paper>;

/** Everything that can be seen of a calculation, in an order that does not matter. */
function seen({ calculation, diagnostics }: Calculated, papers: readonly TestPaper[]): unknown {
  return {
    tables: papers.map((one) => one.tables.map((block) => calculation.table(one, block))),
    dependencies: papers.map((one) => [...calculation.dependencies(one)].sort()),
    faults: diagnostics.map((d) => JSON.stringify(d)).sort(),
  };
}

const table = (id: string, figure: string, formula: string): string =>
  `| Row | Figure | Result |\n|---|---:|---:|\n| First | ${figure} | =${formula} |\n| Second | 2 | =[@Figure] * 2 |\n| **Total** | =SUM(ABOVE) | =SUM(ABOVE) |\n: Table {#${id}}`;

const names = ['a', 'b', 'c', 'd', 'e'] as const;

const formula = fc.oneof(
  fc.constantFrom(
    '[@Figure]',
    'finance.growth',
    'pledges',
    'COUNTA(COLLECT("pledges", "title"))',
    'COUNTA(COLLECT("plan-update where directorate = Place", "service"))',
    'SUM(COLLECT("plan-update where directorate = Place", "#t[Total, Figure]"))',
    'SUM(COLLECT("plan-update", "#v[First, Result]"))',
    'finnance.growth',
    'r#c[Total, net]',
    'nothing#t[Total, Figure]',
  ),
  fc.constantFrom('RAG([@Figure], 3, "higher")', 'WORKINGDAYS(2019-12-20, 2019-12-31)', 'B2'),
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom('t', 'u', 'v'))
    .map(([p, t]) => `${p}#${t}[Total, Figure]`),
  fc.constantFrom(...names).map((p) => `${p}#t[First, Result] + 1`),
  fc.constantFrom(...names).map((p) => `ROWS(${p}#t)`),
  fc.constantFrom(...names).map((p) => `IFERROR(${p}#t[First, Result], 7)`),
);
const written = fc.record({
  figure: fc.constantFrom('1', '3', '4.5', '', 'tbc', 'many'),
  first: formula,
  second: formula,
  secondId: fc.constantFrom('u', 'v'),
  directorate: fc.constantFrom('Place', 'People', undefined),
});
type Written = {
  figure: string;
  first: string;
  second: string;
  secondId: string;
  directorate?: string | undefined;
};
const make = (id: string, w: Written): TestPaper =>
  paper(
    id,
    [table('t', w.figure, w.first), table(w.secondId, '5', w.second)],
    w.directorate === undefined
      ? {}
      : { type: 'plan-update', settings: node({ service: id, directorate: w.directorate }) },
  );

/** Collects the papers of one directorate. */
const rollUp = paper('r', [
  '```table\nid: c\ncollect: plan-update where directorate = Place\n' +
    'columns: { service: Service, net: { label: Net, from: "#u[Total, Figure]" }, made: { label: Made, from: "#t[First, Result]" } }\n' +
    'rows: [{ total: Total }]\n```',
]);

const data = fc.record({
  growth: fc.constantFrom('2', '3', undefined),
  titles: fc.array(fc.constantFrom('One', 'Two'), { maxLength: 2 }),
  holiday: fc.boolean(),
});
type Data = { growth: string | undefined; titles: string[]; holiday: boolean };

function worldOf({ growth, titles, holiday }: Data): CalculationWorld {
  return world({
    data: {
      value: ([file, key]) =>
        file === 'finance' && key === 'growth' && growth !== undefined
          ? node(growth)
          : file === 'pledges' && key === undefined
            ? node(titles.map((title, i) => ({ id: `pledge-${i}`, title })))
            : undefined,
      names: () => (growth === undefined ? ['pledges'] : ['finance', 'pledges']),
    },
    isHoliday: (date) => holiday && date === '2019-12-25',
  });
}

const change = fc.oneof(
  fc.record({ kind: fc.constant('paper' as const), id: fc.constantFrom(...names), to: written }),
  fc.record({ kind: fc.constant('remove' as const), id: fc.constantFrom(...names) }),
  fc.record({ kind: fc.constant('data' as const), to: data }),
);

describe('a calculation after a change', () => {
  test('is the one from scratch, whatever changed: papers, tables, names, data', () => {
    fc.assert(
      fc.property(
        fc.record({ a: written, b: written, c: written, d: written }),
        data,
        fc.array(change, { minLength: 1, maxLength: 5 }),
        (start, firstData, changes) => {
          let papers = [rollUp, ...Object.entries(start).map(([id, w]) => make(id, w))];
          let now = worldOf(firstData);
          let current = calculate(papers, now);
          for (const step of changes) {
            const before = JSON.stringify(seen(current, papers));
            const [old, oldPapers] = [current, papers];
            if (step.kind === 'data') now = worldOf(step.to);
            else if (step.kind === 'remove') papers = papers.filter((p) => p.id !== step.id);
            else {
              const made = make(step.id, step.to);
              const at = papers.findIndex((p) => p.id === step.id);
              papers = at < 0 ? [...papers, made] : papers.with(at, made);
            }
            current = recalculate(old.calculation, papers, now);
            expect(seen(current, papers)).toEqual(seen(calculate(papers, now), papers));
            expect(JSON.stringify(seen(old, oldPapers))).toBe(before);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  const chain = (figure: string): TestPaper[] => [
    make('a', { figure, first: '[@Figure]', second: '1', secondId: 'u' }),
    make('b', { figure: '1', first: 'a#t[Total, Result]', second: '1', secondId: 'u' }),
    make('c', { figure: '1', first: 'b#t[Total, Result]', second: '1', secondId: 'u' }),
    make('d', { figure: '1', first: 'finance.growth', second: '1', secondId: 'u' }),
  ];
  const ids = ({ calculation }: Calculated): string[] =>
    [...calculation.evaluated].map((address) => address.replace('papers/', '')).sort();

  test('evaluates the changed paper and those that read it, through others too, and keeps the rest', () => {
    const papers = chain('1');
    const first = calculate(papers, worldOf({ growth: '2', titles: [], holiday: false }));
    expect(ids(first)).toEqual(['a', 'b', 'c', 'd']);
    const [changed, ...others] = [chain('9')[0]!, ...papers.slice(1)];
    expect(ids(recalculate(first.calculation, [changed, ...others]))).toEqual(['a', 'b', 'c']);
    const last = recalculate(first.calculation, papers.with(2, chain('1')[2]!));
    expect(ids(last)).toEqual(['c']);
    expect(last.calculation.table(papers[1]!, papers[1]!.tables[0]!)).toBe(
      first.calculation.table(papers[1]!, papers[1]!.tables[0]!),
    );
    expect(ids(recalculate(first.calculation, papers))).toEqual([]);
  });

  test('evaluates the papers that read a value of a data file which changed, and no others', () => {
    const papers = chain('1');
    const first = calculate(papers, worldOf({ growth: '2', titles: [], holiday: false }));
    const same = worldOf({ growth: '2', titles: ['One'], holiday: true });
    expect(ids(recalculate(first.calculation, papers, same))).toEqual([]);
    const other = worldOf({ growth: '3', titles: [], holiday: false });
    expect(ids(recalculate(first.calculation, papers, other))).toEqual(['d']);
  });

  test('reads tables again whose rows come from a file of figures that changed', () => {
    const rows = (figure: string): SheetRow[] =>
      [
        ['Service', 'Budget'],
        ['Youth', figure],
      ].map((cells) => ({
        cells: cells.map((text) => ({ text, span: { file: 'x.csv', start: 0, end: 1 } })),
        span: { file: 'x.csv', start: 0, end: 1 },
      }));
    const block = '```table\nid: t\ncolumns: {service: Service, budget: Budget}\nsource: tables/x.csv\n```';
    const papers = [paper('a', [block]), paper('b', [table('t', '1', 'a#t[Youth, budget]')]), paper('c', [])];
    const withRows = (figure: string): CalculationWorld =>
      world({ readTable: () => ({ value: rows(figure), diagnostics: [] }) });
    const first = calculate(papers, withRows('1.5'));
    expect(ids(recalculate(first.calculation, papers, withRows('1.5')))).toEqual([]);
    const next = recalculate(first.calculation, papers, withRows('2.5'));
    expect(ids(next)).toEqual(['a', 'b']);
    expect(seen(next, papers)).toEqual(seen(calculate(papers, withRows('2.5')), papers));
  });

  test('names the circle that a calculation from scratch names, whoever asked for it first', () => {
    const row = (id: string, source: string): TestPaper =>
      paper(id, [`| x | y |\n|---|---:|\n| Row | =${source}#t[Row, y] |\n: T {#t}`]);
    const papers = [row('a', 'd'), row('c', 'd'), row('d', 'c')];
    const first = calculate(papers, world());
    const rest = papers.slice(1);
    expect(seen(recalculate(first.calculation, rest), rest)).toEqual(seen(calculate(rest, world()), rest));
  });

  test('follows figures of running text as well, since the text has to be printed again', () => {
    const papers: readonly CalculationPaper[] = [paper('a', [table('t', '1', '2')]), paper('b', [])];
    const { calculation } = calculate(papers, world());
    const span = { file: 'b.md', start: 0, end: 1 };
    calculation.figure(papers[1]!, {
      kind: 'expression',
      source: 'a#t[Total, Figure]',
      sourceSpan: span,
      span,
    });
    expect([...calculation.dependents('papers/a')]).toEqual(['papers/a', 'papers/b']);
  });
});

test('figures of a workbook keep the name of their cell when they are evaluated again', () => {
  const at = { file: 'w.md', start: 0, end: 3 };
  const row = (...texts: readonly string[]): SheetRow => ({
    span: at,
    cells: texts.map((text) => ({ text, span: at, place: `tables/people.xlsx, sheet Budget, cell ${text}` })),
  });
  const sheets = world({
    readTable: () => ({ value: [row('Post', 'Cost'), row('Clerk', '1.5')], diagnostics: [] }),
  });
  const staff = paper('staff', [
    '```table\nid: staff\ncolumns: { post: Post, cost: { label: Cost, unit: £m } }\nsource: tables/people.xlsx\nrows: [{ total: Total, formula: "SUM(ABOVE) + a#t[x, A]" }]\n```',
  ]);
  const other = (figure: string): TestPaper =>
    paper('a', [`| R | A |\n|---|---:|\n| x | ${figure} |\n: T {#t unit=£m}`]);
  const first = calculate([staff, other('1')], sheets);
  const again = recalculate(first.calculation, [staff, other('2')]);
  const fresh = calculate([staff, other('2')], sheets);
  const proof = ({ calculation }: Calculated): unknown =>
    calculation.provenance(staff.address, staff.tables[0]!)?.figures;
  expect(ids([...again.calculation.evaluated])).toEqual(['a', 'staff']);
  expect(proof(again)).toEqual(proof(fresh));
  expect(proof(again)).toMatchObject([{ inFile: 'tables/people.xlsx, sheet Budget, cell 1.5' }, {}]);
});

function ids(addresses: readonly string[]): readonly string[] {
  return addresses.map((address) => address.replace('papers/', '')).sort();
}
