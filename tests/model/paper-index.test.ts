/** Papers are found by reference in one way, in links and in formulas. */
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculate/calculate.js';
import { indexPapers } from '../../src/model/paper-index.js';
import type { PaperPlace } from '../../src/model/paper-index.js';
import { paper, world } from '../calculate/support.js';

const january = 'cabinet/2019-01-15';
const places: readonly PaperPlace[] = [
  { address: `meetings/${january}/5b/draft-budget`, id: 'draft-budget', meeting: january, item: '5b' },
  { address: `meetings/${january}/5b/appendix`, id: 'appendix', meeting: january, item: '5b' },
  { address: `meetings/${january}/6/appendix`, id: 'appendix', meeting: january, item: '6' },
  {
    address: 'meetings/cabinet/2019-02-12/4/forecast',
    id: 'forecast',
    meeting: 'cabinet/2019-02-12',
    item: '4',
  },
  { address: 'papers/aa/finance', id: 'finance', kind: 'aa' },
  { address: 'papers/bb/finance', id: 'finance', kind: 'bb' },
  { address: 'papers/bb/people', id: 'people', kind: 'bb' },
  { address: 'papers/loose', id: 'loose' },
];
const [draft, appendixOf5b, appendixOf6, forecast, financeOfA, financeOfB, people, loose] = places;
const index = indexPapers(places);

/** From where, what is typed, and what it means: a place, several, or none. */
const cases: readonly (readonly [
  name: string,
  from: PaperPlace | undefined,
  reference: string,
  meant: PaperPlace | undefined | 'several',
])[] = [
  ['a bare id in its item', draft, 'appendix', appendixOf5b],
  ['a bare id in another item of the meeting', appendixOf6, 'draft-budget', draft],
  ['a bare id of a shared paper', draft, 'people', people],
  ['a bare id of another meeting, the only one', draft, 'forecast', forecast],
  ['a bare id that is not the only one', forecast, 'appendix', 'several'],
  ['a bare id that two kinds have', draft, 'finance', 'several'],
  ['a bare id that two kinds have, from a paper of one of them', people, 'finance', financeOfB],
  ['an item and an id in the meeting', appendixOf6, '5b/appendix', appendixOf5b],
  ['an item and an id from elsewhere', people, '5b/appendix', undefined],
  ['a meeting, an item and an id', people, `${january}/6/appendix`, appendixOf6],
  ['a meeting and an id', people, `${january}/draft-budget`, draft],
  ['a meeting and an id that two items have', people, `${january}/appendix`, 'several'],
  ['papers, a kind and an id', draft, 'papers/aa/finance', financeOfA],
  ['a kind and an id', draft, 'aa/finance', financeOfA],
  ['papers and an id', draft, 'papers/people', people],
  ['papers and an id that two kinds have', draft, 'papers/finance', 'several'],
  ['papers and the id of a paper of no kind', draft, 'papers/loose', loose],
  ['from nowhere, a bare id', undefined, 'people', people],
  ['an id that nobody has', draft, 'nothing', undefined],
  ['an empty kind', draft, 'papers//loose', undefined],
  ['a stroke before the id', draft, '/loose', undefined],
];

describe('a reference to a paper', () => {
  test.each(cases)('by %s', (_, from, reference, meant) => {
    const result = index.find(reference, from);
    if (meant === 'several') expect(result.kind).toBe('several');
    else if (meant === undefined) expect(result.kind).toBe('none');
    else expect(result).toEqual({ kind: 'found', place: meant });
  });

  test('means in a formula what it means in a link', () => {
    const papers = places.map((place) =>
      paper(place.id, ['| A | B |\n|---|---:|\n| x | 1 |\n: T {#t}'], { ...place }),
    );
    const { calculation } = calculate(papers, world());
    for (const [, from, reference, meant] of cases) {
      const asking = papers.find((p) => p.address === from?.address);
      if (asking === undefined) continue;
      const span = { file: 'p.md', start: 0, end: 1 };
      const { diagnostics } = calculation.figure(asking, {
        kind: 'expression',
        source: `${reference}#t[x, B]`,
        sourceSpan: span,
        span,
      });
      if (typeof meant === 'object') {
        expect(diagnostics, reference).toEqual([]);
        if (meant.address !== asking.address)
          expect(calculation.dependencies(asking), reference).toContain(meant.address);
      } else if (meant === 'several') expect(diagnostics.map((d) => d.rule)).toEqual(['paper-is-clear']);
      else expect(diagnostics.length, reference).toBeGreaterThan(0);
    }
  });
});
