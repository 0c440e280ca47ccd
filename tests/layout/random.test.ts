import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutPaper } from '../../src/layout/paper.js';
import type { DisplayPage } from '../../src/layout/display.js';
import { makeStyle } from '../../src/layout/style.js';
import { shapes, write } from './random-documents.js';
import { paper } from './sample.js';
import { itemWidth, readingOrder, span, strayTags, testContext, text } from './support.js';

function checkPage(page: DisplayPage): void {
  const turned = page.width > page.height;
  const { portrait, landscape } = makeStyle();
  const frame = turned ? landscape : portrait;
  const boxes: { left: number; right: number; top: number; bottom: number; text: string }[] = [];
  for (const item of page.items) {
    if (item.kind !== 'text' || item.tag === 'pagination' || item.text.trim() === '') continue;
    const width = itemWidth(item);
    // Plain comparisons: there are a million of them.
    if (item.x < frame.left - 0.5 || item.x + width > frame.right + 0.5)
      expect.fail(`"${item.text}" stands out at the sides`);
    if (item.y <= frame.top || item.y > frame.bottom) expect.fail(`"${item.text}" stands out above or below`);
    const y = item.y - (item.rise ?? 0);
    boxes.push({
      left: item.x + 0.05,
      right: item.x + width - 0.05,
      top: y - item.size * 0.65,
      bottom: y + item.size * 0.15,
      text: item.text,
    });
  }
  boxes.sort((a, b) => a.top - b.top);
  boxes.forEach((a, i) => {
    for (let j = i + 1; j < boxes.length; j++) {
      const b = boxes[j]!;
      if (b.top >= a.bottom) break;
      if (b.left < a.right && a.left < b.right) expect.fail(`"${a.text}" overlaps "${b.text}"`);
    }
  });
}

test('nothing is lost, doubled, out of order, out of the frame or printed over, whatever the document', () => {
  fc.assert(
    fc.property(fc.array(shapes, { minLength: 1, maxLength: 8 }), fc.boolean(), (document, large) => {
      const { blocks, order, notes } = write(document);
      const noted = notes.map((note) => ({
        ...note,
        blocks: [
          {
            kind: 'paragraph' as const,
            content: [text(`n${note.number}y `.repeat(1 + note.number * 9))],
            span,
          },
        ],
      }));
      const style = makeStyle(large ? 4 / 3 : 1);
      const ctx = { ...testContext({ style }), meetingName: 'Cabinet', start: { index: 0, number: 1 } };
      const laid = layoutPaper(paper(blocks, { text: { blocks, notes: noted } }), ctx);
      const read = readingOrder(laid.pages, laid.tag);
      expect(read.match(/w\d+x/g) ?? []).toEqual(order);
      for (const note of noted) {
        expect(read.split(`n${note.number}y`)).toHaveLength(2 + note.number * 9);
      }
      expect(strayTags(laid.pages, laid.tag)).toEqual([]);
      laid.pages.forEach(checkPage);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
