/** Lays papers out for the tests, and finds what was printed. */
import { layoutPaper } from '../../src/layout/paper.js';
import type { LaidPaper, PaperContext } from '../../src/layout/paper.js';
import type { DisplayPage } from '../../src/layout/display.js';
import type { Block } from '../../src/model/block.js';
import type { Paper } from '../../src/model/publication.js';
import { paper } from './sample.js';
import { itemWidth, testContext } from './support.js';

/** A sentence of one word over and over. */
export const words = (count: number, word = 'word'): string =>
  Array.from({ length: count }, () => word).join(' ');

/** Lays a paper out as item 5b of a pack, its first page numbered 17. */
export function lay(
  own: Paper,
  changes: Partial<PaperContext> = {},
): LaidPaper & ReturnType<typeof testContext> {
  const ctx = testContext();
  const laid = layoutPaper(own, {
    ...ctx,
    reference: '5b',
    meetingName: 'Budget, 30 and 31 January 2019',
    start: { index: 0, number: 17 },
    ...changes,
  });
  return { ...ctx, ...laid };
}

/** Lays blocks out as the text of a report: they begin on its second page. */
export const body = (blocks: readonly Block[], changes: Partial<PaperContext> = {}) =>
  lay(paper(blocks, { type: 'report' }), changes);

/** Left end, right end and baseline of the first text that begins with `start`. */
export function find(pages: readonly DisplayPage[], start: string) {
  for (const [index, page] of pages.entries()) {
    for (const item of page.items) {
      if (item.kind === 'text' && item.text.startsWith(start)) {
        return { page: index, x: item.x, right: item.x + itemWidth(item), y: item.y, item };
      }
    }
  }
  throw new Error(`no text begins with "${start}"`);
}
