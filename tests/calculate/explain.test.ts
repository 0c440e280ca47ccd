/** Where figures come from: trees for auditors, words and workings for readers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import type { Explanation } from '../../src/calculate/calculate.js';
import { paper, world } from './support.js';

const resources = `| Resource | 2019/20 | 2020/21 |
|---|--:|--:|
| Grant | 9.533 | 5.567 |
| Council tax | 108.228 = council.base | 111.288 |
| Fees | | (0.500) |
| **Total** | =SUM(ABOVE) | 116.355 = SUM(ABOVE) |
: Resources {#resources unit=£m decimals=3}`;

const position = `| Line | 2019/20 |
|---|--:|
| Resources {#res} | = resources[Total, 2019/20] |
| Spending {#spend} | 120,000 |
| Gap {#gap} | = [spend, @] - [res, @] |
| Share | = PERCENT([gap, @], [spend, @]) {unit=%} |
| **Both** | = [gap, @] + [res, @] |
: Position {#position unit=£000}`;

const base = {
  kind: 'scalar',
  text: '108.228',
  quoted: false,
  span: { file: 'data/council.yaml', start: 6, end: 13 },
} as const;
const data = world({
  data: { value: (path) => (path.join('.') === 'council.base' ? base : undefined) },
});
const one = paper('budget', [resources, position]);
const { calculation } = calculate([one], data);

const all = (top: Explanation): readonly Explanation[] => {
  const found = new Set<Explanation>();
  const visit = (node: Explanation): void => {
    if (found.has(node)) return;
    found.add(node);
    node.parts.forEach(visit);
  };
  visit(top);
  return [...found];
};

describe('the tree behind a figure', () => {
  it('goes down to typed figures and to values of data files, each with its place', () => {
    const { value } = calculation.explain('budget#position[gap, 2019/20]');
    if (value === undefined) throw new Error('no tree');
    expect(value).toMatchObject({ text: '2,239', origin: 'calculated', unit: '£000' });
    const nodes = all(value);
    expect(nodes.find((n) => n.name === 'Total, 2019/20')).toMatchObject({
      text: '117.761',
      formula: 'SUM(ABOVE)',
      reference: 'budget#resources[Total, 2019/20]',
      table: { reference: 'budget#resources', caption: 'Resources', unit: '£ million' },
    });
    expect(nodes.find((n) => n.origin === 'data')).toMatchObject({
      name: 'council.base',
      text: '108.228',
      span: { file: 'data/council.yaml' },
    });
    const typed = nodes.find((n) => n.name === 'Spending, 2019/20');
    const text = `${resources}\n${position}`;
    expect(typed?.parts).toEqual([]);
    expect(text.slice(typed?.span?.start, typed?.span?.end)).toBe('120,000');
  });

  it('holds a figure that is used twice once', () => {
    const { value } = calculation.explain('budget#position[Both, 2019/20]');
    const [gap, res] = value?.parts ?? [];
    expect(gap?.parts).toContain(res);
  });

  it('can be asked for again by the reference of each of its figures', () => {
    const { value } = calculation.explain('budget#position[Both, 2019/20]');
    for (const node of value === undefined ? [] : all(value)) {
      if (node.reference === undefined) continue;
      expect(calculation.explain(node.reference).value).toMatchObject({ name: node.name, text: node.text });
    }
  });

  it('finds a table without its paper where only one paper has it', () => {
    expect(calculation.explain('position[gap, 2019/20]').value?.text).toBe('2,239');
  });

  it.each([
    ['budgt#position[gap, 2019/20]', 'no paper “budgt”', 'budget'],
    ['budget#postion[gap, 2019/20]', 'no table “postion”', 'position'],
    ['budget#resources[Totl, 2019/20]', 'no row is called “Totl”', 'Total'],
    ['budget#resources[Total, 2019/21]', 'no column is called “2019/21”', '2019/20'],
    ['budget#resources', 'is a whole table', '“Council tax”'],
    ['budget#resources[2019/20]', 'cells, and one figure', '“2020/21”'],
    ['1 + 1', 'names no cell', 'draft-budget#revenue-resources'],
    ['budget#resources[Total', 'never closed', ''],
  ])('says what is wrong with %s', (reference, message, hint) => {
    const { value, diagnostics } = calculation.explain(reference);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.message).join()).toContain(message);
    expect(diagnostics.map((d) => d.hint ?? '').join()).toContain(hint);
  });

  it('ends where formulas go in a circle', () => {
    const round = paper('round', [
      '| A | B |\n|---|--:|\n| x | = [y, B] |\n| y | = [x, B] |\n: Round {#t unit=£m}',
    ]);
    const { value } = calculate([round], data).calculation.explain('round#t[x, B]');
    expect(value === undefined ? 0 : all(value).length).toBeLessThanOrEqual(2);
  });

  it('is cut where it is too large, nearest figures first', () => {
    const rows = Array.from({ length: 6000 }, (_, i) => `| r${i} | 1 |`).join('\n');
    const long = paper('long', [
      `| A | B |\n|---|--:|\n${rows}\n| **Total** | =SUM(ABOVE) |\n: Long {#t unit=£m}`,
    ]);
    const { value } = calculate([long], data).calculation.explain('long#t[Total, B]');
    expect(value).toMatchObject({ text: '6,000', cut: true, parts: [] });
  });
});

describe('figures of a workbook', () => {
  it('say in which cell of which sheet they stand', () => {
    const at = { file: 'w.md', start: 0, end: 3 };
    const line = (...texts: readonly string[]) => ({
      span: at,
      cells: texts.map((text, i) => ({
        text,
        span: at,
        place: `tables/people.xlsx, sheet Budget, cell ${'AB'[i] ?? ''}7`,
      })),
    });
    const sheets = world({
      readTable: () => ({ value: [line('Post', 'Cost'), line('Clerk', '1.5')], diagnostics: [] }),
    });
    const block =
      '```table\nid: staff\ncolumns: { post: Post, cost: { label: Cost, unit: £m } }\nsource: tables/people.xlsx\nrows: [{ total: Total }]\n```';
    const one = paper('w', [block]);
    const sums = calculate([one], sheets).calculation;
    const place = 'tables/people.xlsx, sheet Budget, cell B7';
    expect(sums.explain('w#staff[Total, Cost]').value?.parts).toMatchObject([{ text: '1.5', inFile: place }]);
    const [only] = one.tables;
    const figures = only === undefined ? [] : (sums.provenance(one.address, only)?.figures ?? []);
    expect(figures).toMatchObject([{ inFile: place }, { from: [{ inFile: place }] }]);
  });
});

describe('the provenance of a table', () => {
  const block = one.tables[1];
  const figures = block === undefined ? [] : (calculation.provenance(one.address, block)?.figures ?? []);
  const said = (label: string) => figures.find((f) => f.rowLabel === label)?.formula;

  it('says each formula in words and with figures, other units beside their figures', () => {
    expect(said('Resources')).toMatchObject({ words: 'Total, 2019/20, in table 1', workings: '£117.761m' });
    expect(said('Gap')).toMatchObject({
      words: 'Spending − Resources',
      workings: '120,000 − 117,761',
      result: '2,239',
    });
    expect(said('Share')?.words).toBe('Gap as a percentage of Spending');
  });

  it('lists all figures with what they are made of, by their places', () => {
    expect(figures.map((f) => [f.rowLabel, f.origin, f.from.map((s) => s.text)])).toEqual([
      ['Resources', 'calculated', ['117.761']],
      ['Spending', 'typed', []],
      ['Gap', 'calculated', ['120,000', '117,761']],
      ['Share', 'calculated', ['2,239', '120,000']],
      ['Both', 'calculated', ['2,239', '117,761']],
    ]);
  });

  it('takes negative figures away, and passes over cells without figures', () => {
    const [first] = one.tables;
    const sums =
      first && calculation.provenance(one.address, first)?.figures.filter((f) => f.rowLabel === 'Total');
    expect(sums?.map((f) => f.formula?.workings)).toEqual(['9.533 + 108.228', '5.567 + 111.288 − 0.500']);
    expect(sums?.map((f) => f.origin)).toEqual(['calculated', 'checked']);
  });

  it('is not there for a table that no paper has', () => {
    expect(calculation.provenance('elsewhere', { span: { file: 'x.md', start: 0, end: 0 } })).toBeUndefined();
  });

  it('gives workings of plain sums that come to the figure itself', () => {
    const cents = fc.array(fc.integer({ min: -99999, max: 99999 }), { minLength: 1, maxLength: 11 });
    fc.assert(
      fc.property(cents, (amounts) => {
        const rows = amounts.map((n, i) => `| r${i} | ${(n / 100).toFixed(2)} |`).join('\n');
        const table = paper('p', [
          `| A | B |\n|---|--:|\n${rows}\n| **Total** | =SUM(ABOVE) |\n: T {#t unit=£m decimals=2}`,
        ]);
        const sums = calculate([table], data).calculation;
        const [only] = table.tables;
        const last = only && sums.provenance(table.address, only)?.figures.at(-1);
        const terms = (last?.formula?.workings ?? '').replaceAll(',', '').split(/ (?=[+−] )/);
        const total = terms.reduce(
          (sum, term) => sum + Math.round(Number(term.replace('−', '-').replace(/[+\s]/g, '')) * 100),
          0,
        );
        expect(total).toBe(amounts.reduce((sum, n) => sum + n, 0));
      }),
      { numRuns: 50 },
    );
  });
});

describe('functions in words', () => {
  it.each([
    ['COUNT([A])', 'how many figures are in the column A'],
    ['ROWS(t)', 'how many entries t has'],
    ['IRR([x, *])', 'the rate of return of the row x'],
    ['PAYBACK([x, *])', 'the years until the row x is paid back'],
    ['PAYBACK([x, *], "standard")', 'the years until the row x, discounted by “standard”, is paid back'],
    ['NPSV("standard", [x, *])', 'the present value, discounted by “standard”, of the row x'],
    ['SUM(COLLECT("plan-update", "#u[Total, Net]"))', 'the sum of #u[Total, Net] of each plan-update'],
  ])('%s is said as “%s”', (formula, words) => {
    const made = paper('said', [
      `| R | A | B | C |\n|---|--:|--:|--:|\n| x | -1 | 1 | 1 |\n| y | | | =${formula} |\n: T {#t}`,
    ]);
    const sums = calculate([made], world()).calculation;
    const [only] = made.tables;
    const all = only === undefined ? [] : (sums.provenance(made.address, only)?.figures ?? []);
    expect(all.find((f) => f.rowLabel === 'y')?.formula?.words).toBe(words);
  });
});
