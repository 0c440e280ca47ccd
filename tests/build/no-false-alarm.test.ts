/** The demonstration council, whose figures are right: the checks that look for likely mistakes stay silent, and see a planted one. */
import { expect, it } from 'vitest';
import { compilePublication } from '../../src/compile.js';
import { compiled, demonstration, draftBudget } from './demonstration.js';

const doubts = [
  'total-adds-up',
  'years-run-forward',
  'figure-is-in-unit',
  'financial-year-exists',
  'change-adds-up',
  'percentage-agrees',
  'count-fits-list',
  'money-has-scale',
  'fact-has-one-value',
] as const;

const doubted = (alter?: Parameters<typeof compiled>[0]): readonly string[] =>
  compiled(alter).diagnostics.flatMap((d) => (doubts.some((rule) => rule === d.rule) ? [d.message] : []));

it('gives no false alarm on the whole demonstration content', () => {
  expect(doubted()).toEqual([]);
});

it('sees a total whose formula was typed over with a figure', () => {
  const source = compiled().value.sources.get(draftBudget)?.text ?? '';
  const [from = ''] = /\| [^|\n]*182\.152 = SUM\(ABOVE\)[^\n]*/.exec(source) ?? [];
  const to = from.replace('182.152 = SUM(ABOVE)', '182.125');
  expect(doubted({ file: draftBudget, from, to })).toEqual([
    expect.stringContaining('says 182.125, but the figures above add up to 182.152'),
  ]);
});

it('finds every total of the demonstration right where its formula is taken away', () => {
  const stated = /(\(?-?[\d.,]+\)?) = SUM\((?:ABOVE|LEFT)\)/g;
  const host = demonstration();
  let taken = 0;
  const { diagnostics } = compilePublication(
    {
      ...host,
      readFile: (path) => {
        const bytes = host.readFile(path);
        if (bytes === undefined || !path.endsWith('.md')) return bytes;
        const typed = new TextDecoder().decode(bytes).replace(stated, (_, figure: string) => {
          taken++;
          return figure;
        });
        return new TextEncoder().encode(typed);
      },
    },
    {},
  );
  expect(taken).toBeGreaterThan(10);
  expect(diagnostics.filter((d) => d.rule === 'total-adds-up').map((d) => d.message)).toEqual([]);
});
