/** Dividers of long packs: leaves outside the run of numbers, so that no reference depends on them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPdf } from '#tabled/inspect/check.js';
import { makePacks } from '#tabled/pack/packs.js';
import type { MadePacks, PackTools } from '#tabled/pack/packs.js';
import { loadFonts } from '#tabled/type/load.js';
import { readPdf } from '../pdf/read.js';
import type { ReadPdf } from '../pdf/read.js';
import { bareBodies, itemOf, meetingKey, meetingOf, paperOf, publicationOf } from './sample.js';

const fonts = loadFonts();
const titles = Array.from({ length: 16 }, (_, i) => `Appendix ${i + 1}`);

/** A pack whose first paper has this many pages; items 5b and 6 have several papers. */
function make(first: number, duplex = true) {
  const lengths: Readonly<Record<string, number>> = { alone: first, plan: 3, update: 2 };
  const tools: PackTools = {
    fonts,
    layBody: bareBodies((id) => lengths[id] ?? 1),
    readImage: () => undefined,
    imageSize: () => undefined,
  };
  const meeting = meetingOf(
    [
      itemOf('5a', 'One paper', { papers: [paperOf('5a', 'alone')] }),
      itemOf('5b', 'Place Directorate', {
        session: 's1',
        papers: [
          paperOf('5b', 'plan', { title: 'Economic Development business plan' }),
          paperOf('5b', 'update'),
        ],
      }),
      itemOf('6', 'Many papers', {
        papers: titles.map((title, i) => paperOf('6', `a${i + 1}`, { title })),
      }),
    ],
    { duplex },
  );
  return makePacks(publicationOf(meeting), meeting, tools);
}
const packOf = (made: MadePacks) => made.files.get(made.facts.pack.path) ?? new Uint8Array();

describe('a pack of more than 100 pages', () => {
  let made: MadePacks;
  let pack: ReadPdf;
  beforeAll(async () => {
    made = make(90);
    pack = await readPdf(packOf(made));
  });

  it('has a leaf before each item of several papers, with the item as its label', () => {
    const at = (label: string) => pack.labels?.flatMap((own, index) => (own === label ? [index] : [])) ?? [];
    expect(at('Item 5a')).toEqual([]);
    const [front = -1, back = -1, ...more] = at('Item 5b');
    expect(more).toEqual([]);
    expect(back).toBe(front + 1);
    // A right-hand sheet.
    expect(front % 2).toBe(0);
    for (const words of [
      '5b',
      'Place Directorate',
      'Session 1, Wednesday 30 January, 9.30 to 11.00 am',
      '2 papers',
    ])
      expect(pack.pages[front]?.text).toContain(words);
    expect(pack.pages[front]?.text).toContain('Economic Development business plan 91–94');
    expect(pack.pages[back]?.text).toContain('This page is intentionally left blank.');
    expect(pack.labels?.[back + 1]).toBe('91');
    // Sixteen papers take two pages, which are the two sides of one leaf.
    const long = at('Item 6').map((index) => pack.pages[index]?.text ?? '');
    expect(long).toHaveLength(2);
    for (const title of titles) expect(long.filter((text) => text.includes(`${title} `))).toHaveLength(1);
  });

  it('has the same page numbers as without them', () => {
    const numbers = pack.labels?.filter((label) => /^\d+$/.test(label)).map(Number) ?? [];
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    for (const [address, { range, marks }] of made.facts.papers) {
      const index = pack.labels?.indexOf(String(range.first)) ?? -1;
      expect(pack.pages[index]?.text, address).toContain(
        `Sheet 1 of ${address.slice(address.lastIndexOf('/') + 1)}.`,
      );
      expect(marks[0]?.page).toBe(range.first);
    }
  });

  it('leads from the agenda to the papers behind the dividers', () => {
    const links = pack.pages.slice(0, 3).flatMap((page) => page.links);
    for (const link of links) expect(link.contents).toContain(`page ${pack.labels?.[link.page ?? -1] ?? ''}`);
    expect(links).toHaveLength(3);
  });

  it('is sound, and so are the files cut out of it', async () => {
    expect(await checkPdf(packOf(made))).toEqual([]);
    const item = made.files.get(`meetings/${meetingKey}/5b/item.pdf`) ?? new Uint8Array();
    expect(await checkPdf(item)).toEqual([]);
    expect((await readPdf(item)).labels).toEqual(['91', '92', '93', '94', '95', '96']);
  });
});

describe('other packs', () => {
  it('of 100 pages or fewer have no dividers', async () => {
    expect((await readPdf(packOf(make(20)))).labels).not.toContain('Item 5b');
  });

  it('that are printed on one side have dividers without a back', async () => {
    const { labels } = await readPdf(packOf(make(110, false)));
    expect(labels?.filter((label) => label === 'Item 5b')).toHaveLength(1);
  });
});
