import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newMemory } from '../../src/layout/memory.js';
import { isIntact, layoutPaper } from '../../src/layout/paper.js';
import type { LaidPaper } from '../../src/layout/paper.js';
import { makeStyle } from '../../src/layout/style.js';
import type { Block } from '../../src/model/block.js';
import type { Inline } from '../../src/model/inline.js';
import { shapes, write } from './random-documents.js';
import { paper } from './sample.js';
import { printed, readingOrder, span, testContext, text, tree } from './support.js';

const link = (to: string): Inline => ({
  kind: 'link',
  target: { kind: 'paper', paper: to },
  withPage: true,
  content: [text(`see ${to}`)],
});

/** Every other paragraph of the top level refers to one of three papers. */
const withLinks = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block, i) =>
    block.kind === 'paragraph' && i % 2 === 0
      ? { ...block, content: [...block.content, text(' '), link(`papers/${i % 3}`)] }
      : block,
  );

/** All that is printed and said: items with their places, and the tree with its text in order. */
const whole = (laid: LaidPaper) => ({
  pages: laid.pages.map((page) => [page.label, printed(page.items)]),
  tree: tree(laid.tag),
  text: readingOrder(laid.pages, laid.tag),
  marks: laid.marks,
  outline: laid.outline,
  anchors: [...laid.anchors],
});

test('a layout that remembers the rounds before is that of the same round from nothing', () => {
  const round = fc.record({ first: fc.constantFrom(1, 2, 99), pages: fc.array(fc.nat(3), { maxLength: 3 }) });
  const style = makeStyle();
  fc.assert(
    fc.property(
      fc.array(shapes, { minLength: 1, maxLength: 8 }),
      fc.array(round, { minLength: 2, maxLength: 4 }),
      (document, rounds) => {
        const { blocks, notes } = write(document);
        const noted = notes.map((note) => ({
          ...note,
          blocks: [{ kind: 'paragraph', content: [link('papers/1')], span }] as const,
        }));
        const own = paper(blocks, { text: { blocks: withLinks(blocks), notes: noted } });
        const memory = newMemory();
        let last: LaidPaper | undefined;
        for (const { first, pages } of rounds) {
          const at = () => {
            const ctx = testContext({
              style,
              placeOf: (target) => {
                const page = target.kind === 'paper' ? pages[Number(target.paper.slice(-1))] : undefined;
                return page === undefined ? undefined : { index: page, y: 50, number: String(10 ** page) };
              },
            });
            return { ...ctx, meetingName: 'Cabinet', start: { index: first - 1, number: first } };
          };
          const remembering = at();
          const fresh = at();
          const laid = layoutPaper(own, { ...remembering, memory });
          expect(whole(laid)).toEqual(whole(layoutPaper(own, fresh)));
          expect(remembering.diagnostics).toEqual(fresh.diagnostics);
          expect(isIntact(laid)).toBe(true);
          if (last !== undefined) expect(isIntact(last)).toBe(false);
          last = laid;
        }
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});
