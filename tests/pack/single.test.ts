/** A paper by itself. */
import { describe, expect, it } from 'vitest';
import { checkPdf } from '#tabled/inspect/check.js';
import { textInTagOrder } from '#tabled/inspect/text.js';
import { makePaper } from '#tabled/pack/single.js';
import { loadFonts } from '#tabled/type/load.js';
import { readPdf } from '../pdf/read.js';
import { paperOf, publicationOf } from './sample.js';

const tools = { fonts: loadFonts(), readImage: () => undefined, imageSize: () => undefined };
const span = { file: 'content/papers/business-plans/finance.md', start: 0, end: 0 };
const address = 'papers/business-plans/finance';

describe('a paper outside any pack', () => {
  const link = (target: { paper: string; anchor?: string }, words: string) =>
    ({
      kind: 'link',
      target: { kind: 'paper', ...target },
      content: [{ kind: 'text', text: words }],
      withPage: true,
    }) as const;
  const paper = paperOf('1', 'finance', {
    address,
    title: 'Finance business plan',
    text: {
      blocks: [
        {
          kind: 'paragraph',
          span,
          content: [
            link({ paper: address, anchor: 'end' }, 'the end'),
            { kind: 'text', text: ' and ' },
            link({ paper: 'papers/x/y' }, 'another plan'),
          ],
        },
        ...Array.from(
          { length: 60 },
          (_, i) => ({ kind: 'paragraph', span, content: [{ kind: 'text', text: `Line ${i}.` }] }) as const,
        ),
        { kind: 'heading', level: 2, span, anchor: 'end', content: [{ kind: 'text', text: 'The end' }] },
      ],
      notes: [],
    },
  });

  it('is numbered from 1, prints pages of itself only, and lies at its own address', async () => {
    const made = makePaper(publicationOf(), paper, tools);
    expect(made.diagnostics).toEqual([]);
    expect(made.fact).toMatchObject({
      path: 'papers/business-plans/finance/paper.pdf',
      bytes: made.bytes.length,
    });
    const { labels, pages } = await readPdf(made.bytes);
    expect(labels?.[0]).toBe('1');
    expect(pages).toHaveLength(made.fact.pages ?? 0);
    const last = pages.findIndex((page) => page.text.includes('The end'));
    expect(last).toBeGreaterThan(0);
    expect(pages.flatMap((page) => page.links)).toMatchObject([
      { page: last, contents: `the end, page ${last + 1}` },
      { uri: 'https://www.plymouth.gov.uk/democracy/papers/x/y/' },
    ]);
    expect(await textInTagOrder(made.bytes)).toContain(`the end, page ${last + 1}`);
    expect(await checkPdf(made.bytes)).toEqual([]);
  });
});
