/** `tabled explain` with the name of a figure, on a small council in memory. */
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.js';
import { run } from '../../src/cli/run.js';
import type { Workshop } from '../../src/cli/run.js';
import { calculate } from '../../src/calculate/calculate.js';
import { error } from '../../src/diagnostics/diagnostic.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { paper, world } from '../calculate/support.js';
import { memoryHost } from '../support/memory-host.js';

const rows = Array.from({ length: 40 }, (_, i) => `| Line ${i} | 1 |`).join('\n');
const tables = [
  `| Item | 2019/20 |
|---|--:|
| Old | 9.5 |
| New | 100.5 |
| **Total** | 110.0 = SUM(ABOVE) |
| Half {#half} | = [Total, @] * 50% |
| Twice over {#both} | = [half, @] + [Total, @] |
: Parts {#parts unit=£m}`,
  `| Item | 2019/20 |
|---|--:|
${rows}
| **Total** | =SUM(ABOVE) |
: Long {#long unit=£000}`,
];
const budget = paper('budget', tables);
const source = { path: 'budget.md', text: `${tables.join('\n')}\n` };

async function explain(args: readonly string[], faults: readonly Diagnostic[] = []) {
  let out = '';
  let err = '';
  const workshop = {
    openHost: () => memoryHost({}),
    explain: (_: unknown, reference: string) => ({
      figure: calculate([budget], world()).calculation.explain(reference),
      faults,
      sources: new Map([[source.path, source]]),
    }),
  } as unknown as Workshop;
  const terminal = {
    out: { write: (text: string) => (out += text) },
    err: { write: (text: string) => (err += text) },
    environment: {},
  };
  return { code: await run(['explain', ...args], workshop, terminal), out, err };
}

describe('explaining a figure', () => {
  it('prints an outline with formulas and places, figures flush right, what is shared once', async () => {
    const { code, out, err } = await explain(['budget#parts[both, 2019/20]']);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toBe(`165.0  Twice over, 2019/20
       in Table 1: Parts (budget#parts), £ million
       = [half, @] + [Total, @]
       budget.md:7:24
     55.0  Half, 2019/20
           = [Total, @] * 50%
           budget.md:6:18
        110.0  Total, 2019/20
               = SUM(ABOVE), agrees with the figure typed
               budget.md:5:15
              9.5  Old, 2019/20
                   budget.md:3:9
            100.5  New, 2019/20
                   budget.md:4:9
    110.0  Total, 2019/20: see above
`);
  });

  it('leaves figures out of a long sum, and says how to see them', async () => {
    const short = await explain(['budget#long[Total, 2019/20]']);
    expect(short.out).toContain("    … 10 more figures: tabled explain 'budget#long[Total, 2019/20]'");
    expect(short.out).toContain('--all');
    const all = await explain(['--all', 'budget#long[Total, 2019/20]']);
    expect(all.out.match(/Line \d+/g)).toHaveLength(40);
    expect(all.out).not.toContain('…');
  });

  it('prints JSON with each figure once, referred to by number', async () => {
    const { out } = await explain(['budget#parts[both, 2019/20]', '--format', 'json']);
    const { figures } = JSON.parse(out) as { figures: readonly { readonly from: readonly number[] }[] };
    expect(figures).toHaveLength(5);
    expect(figures[0]).toMatchObject({
      figure: 1,
      reference: 'budget#parts[both, 2019/20]',
      text: '165.0',
      unit: '£m',
      origin: 'calculated',
      formula: '[half, @] + [Total, @]',
      table: { number: 1, caption: 'Parts', unit: '£ million' },
      place: { file: 'budget.md', line: 7 },
      from: [2, 3],
    });
    expect(figures[1]?.from).toEqual([3]);
  });

  it('says what is wrong with a name and ends with 2', async () => {
    expect(await explain(['budget#prts[Total, 2019/20]'])).toEqual({
      code: 2,
      out: '',
      err: 'There is no table “prts” in the paper “budget”. Did you mean “parts”?\n',
    });
  });

  it('warns that the content has errors, and explains all the same', async () => {
    const fault = error('yaml-reads', { file: 'budget.md', start: 0, end: 1 }, 'this is wrong');
    const { code, out, err } = await explain(['budget#parts[half, 2019/20]'], [fault]);
    expect(code).toBe(0);
    expect(err).toBe('1 error in 1 file. Figures may be wrong: see them with “tabled check”.\n');
    expect(out).toContain('55.0  Half');
  });
});

describe('the arguments of explain', () => {
  it('tell a figure from a rule', () => {
    expect(readArguments(['explain', 'total-agrees'])).toEqual({ kind: 'explain', rule: 'total-agrees' });
    expect(readArguments(['explain', 'a#b[c, d]', '--only', 'cabinet/2019-01-15'])).toEqual({
      kind: 'explain-figure',
      reference: 'a#b[c, d]',
      format: 'text',
      all: false,
      asAt: undefined,
      only: 'cabinet/2019-01-15',
    });
  });

  it.each([
    [['a#b[c,', 'd]'], 'in quotation marks'],
    [['total-agrees', '--all'], 'is for figures'],
    [['a#b[c, d]', '--format', 'sarif'], 'Use text or json'],
    [['a#b[c, d]', '--as-at', '2019-02-30'], 'not a date and time'],
    [[], 'name of a rule'],
  ])('are refused: %j', (args, words) => {
    const command = readArguments(['explain', ...args]);
    expect(command.kind === 'misuse' ? command.message : command.kind).toContain(words);
  });
});
