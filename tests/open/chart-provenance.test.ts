/** Charts have the same files as tables: each figure that is drawn can be followed back. */
import { describe, expect, it } from 'vitest';
import { compilePublication, makeCompileCache } from '../../src/compile.js';
import { placeFinder } from '../../src/diagnostics/print.js';
import { keepValues } from '../../src/model/same.js';
import { openData } from '../../src/open/open-data.js';
import { memoryHost } from '../support/memory-host.js';

const table = `| Item | 2018/19 | 2019/20 | Note |
|---|---:|---:|---|
| Staff | 1.250 | 1.5 | a |
| Rent | 0.5 | =[@2018/19] * 2 | b |
| **Total** | =SUM(ABOVE) | 2.5 = SUM(ABOVE) | |
: Costs {#costs unit=£m}
`;
const chart = (settings: string): string =>
  `\`\`\`chart\nid: drawn\ncaption: Costs rise\nalt: Costs rise.\ntype: bar\n${settings}\`\`\`\n`;
const page = (title: string, text: string): string => `---\ntype: document\ntitle: ${title}\n---\n\n${text}`;

function files(
  own: string,
  other = '',
  cache = makeCompileCache(),
  kept = keepValues(),
): ReadonlyMap<string, string> {
  const host = memoryHost({
    'data/council.yaml':
      'name: Westbridge\naddress: [Guildhall]\ncontact: { department: Support, telephone: 01234 567890, email: democracy@example.org }\nsiteAddress: https://papers.example.org\njurisdiction: england\ntimeZone: Europe/London\n',
    'data/committees.yaml': '[]\n',
    'data/people.yaml': '[]\n',
    'content/papers/plans/finance.md': page('Finance', own),
    'content/papers/plans/other.md': page('Other', other),
  });
  const { value, diagnostics } = compilePublication(host, {}, cache);
  expect(diagnostics.filter((d) => d.severity === 'error').map((d) => d.message)).toEqual([]);
  const { calculation, publication, sources } = value;
  return openData(
    publication,
    new Map(),
    {
      provenance: (paper, { span }) => calculation.provenance(paper, { span }),
      place: placeFinder(sources),
      source: (file) => sources.get(file)?.text,
    },
    kept,
  );
}

interface Proof {
  readonly id: string;
  readonly source: string;
  readonly figures: readonly {
    readonly row: { readonly label: string };
    readonly column: { readonly label: string };
    readonly text: string;
    readonly value: string;
    readonly origin: string;
    readonly formula?: string;
    readonly place: { readonly file: string; readonly line: number };
    readonly from?: readonly { readonly name: string }[];
  }[];
}
const proof = (made: ReadonlyMap<string, string>, paper = 'finance'): Proof =>
  JSON.parse(made.get(`papers/plans/${paper}/tables/drawn.provenance.json`) ?? '{}') as Proof;

describe('the provenance of a chart', () => {
  it('names the figures that are drawn, by category and series, and where they come from', () => {
    const made = files(
      `${table}\n${chart('table: costs\nrows: [Rent, Total]\ncolumns: [2019/20, 2018/19]\n')}`,
    );
    expect([...made.keys()].filter((path) => path.includes('/drawn.')).sort()).toEqual([
      'papers/plans/finance/tables/drawn.csv',
      'papers/plans/finance/tables/drawn.json',
      'papers/plans/finance/tables/drawn.provenance.json',
    ]);
    const { id, source, figures } = proof(made);
    expect({ id, source }).toEqual({ id: 'drawn', source: 'Source: Table 1.' });
    expect(
      figures.map(({ row, column, text, value, origin, formula, place, from }) =>
        [row.label, column.label, text, value, origin, formula, place.line, from?.length].join(' | '),
      ),
    ).toEqual([
      '2019/20 | Rent | 1.0 | 1.0 | calculated | [@2018/19] * 2 | 9 | 1',
      '2019/20 | Total | 2.5 | 2.5 | checked | SUM(ABOVE) | 10 | 2',
      '2018/19 | Rent | 0.500 | 0.500 | typed |  | 9 | ',
      '2018/19 | Total | 1.750 | 1.750 | calculated | SUM(ABOVE) | 10 | 2',
    ]);
  });

  it('crosses to the table of another paper', () => {
    const made = files(table, chart('table: finance#costs\nrows: [Total]\ncolumns: [2018/19]\n'));
    expect(proof(made, 'other').figures).toMatchObject([
      { text: '1.750', origin: 'calculated', place: { file: 'content/papers/plans/finance.md', line: 10 } },
    ]);
  });

  it('follows the table of another paper through its edits', () => {
    const drawn = chart('table: finance#costs\nrows: [Total]\ncolumns: [2018/19]\n');
    const [cache, kept] = [makeCompileCache(), keepValues()];
    for (const own of [table, `New words.\n\n${table}`, table.replace('1.250', '2.250'), table])
      expect(files(own, drawn, cache, kept)).toEqual(files(own, drawn));
  });

  it('agrees with the CSV of the chart', () => {
    const made = files(`${table}\n${chart('table: costs\nrows: [Staff, Rent]\ncolumns: [2018/19]\n')}`);
    const lines = (made.get('papers/plans/finance/tables/drawn.csv') ?? '').trim().split('\r\n').slice(1);
    expect(
      proof(made).figures.map(({ row, column, value }) => [row.label, column.label, value]),
    ).toHaveLength(2);
    for (const { row, value } of proof(made).figures) expect(lines).toContain(`${row.label},${value}`);
  });
});
