/** Large print: 16 point, numbers of its own, and the way back to the pack on every page. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPdf } from '#tabled/inspect/check.js';
import { makePacks } from '#tabled/pack/packs.js';
import type { MadePacks, PackTools } from '#tabled/pack/packs.js';
import { loadFonts } from '#tabled/type/load.js';
import { readPdf } from '../pdf/read.js';
import type { ReadPdf } from '../pdf/read.js';
import { itemOf, meetingKey, meetingOf, paperOf, publicationOf, words } from './sample.js';

const tools: PackTools = { fonts: loadFonts(), readImage: () => undefined, imageSize: () => undefined };
const long = Array.from(
  { length: 150 },
  (_, i) => `Paragraph ${i + 1} of the long report has some words to fill a line and a half.`,
);

describe('the large print of a meeting', () => {
  let made: MadePacks;
  let pack: ReadPdf;
  let large: ReadPdf;
  let bytes: Uint8Array;
  beforeAll(async () => {
    const meeting = meetingOf([
      itemOf('1', 'Apologies', { kind: 'standing' }),
      itemOf('2', 'Long report', { papers: [paperOf('2', 'long', { text: words(...long) })] }),
      itemOf('3', 'Short report', { papers: [paperOf('3', 'short')] }),
      itemOf('4', 'Sale of 12 Example Street', {
        part: 2,
        openTitle: 'Disposal of land',
        exempt: { paragraphs: [3], publicInterest: 'The price is being negotiated.' },
        papers: [paperOf('4', 'secret')],
      }),
    ]);
    made = makePacks(publicationOf(meeting), meeting, tools);
    bytes = made.files.get(`meetings/${meetingKey}/large-print.pdf`) ?? new Uint8Array();
    large = await readPdf(bytes);
    pack = await readPdf(made.files.get(made.facts.pack.path) ?? new Uint8Array());
  });

  it('is said to the site with its length and size', () => {
    expect(made.facts.largePrint).toEqual({
      path: `meetings/${meetingKey}/large-print.pdf`,
      bytes: bytes.length,
      pages: large.pages.length,
    });
  });

  it('meets every condition of PDF/UA-1 that a machine can judge', async () => {
    expect(await checkPdf(bytes)).toEqual([]);
  });

  it('flows anew and loses nothing', () => {
    const all = large.pages
      .map((page) => page.text)
      .join(' ')
      .replace(/\s+/g, ' ');
    for (const paragraph of long) expect(all).toContain(paragraph);
    const count = (read: ReadPdf) =>
      read.pages.filter((page) => page.text.includes('of the long report')).length;
    expect(count(large)).toBeGreaterThan(count(pack));
  });

  it('says on each page of a paper which page of the pack has the same words', () => {
    const printed = large.pages.map((page) => /Page (\d+) of the pack/.exec(page.text)?.[1]);
    const first = printed.findIndex((own) => own !== undefined);
    expect(first).toBeGreaterThan(0);
    for (const [at, page] of large.pages.entries()) {
      expect(page.text).toContain(`Page ${at + 1}`);
      if (at < first) continue;
      expect(printed[at]).toBeDefined();
      // The first paragraph that begins here begins on that page of the pack, or on the one after it.
      const paragraph = /Paragraph (\d+) of the long report/.exec(page.text)?.[0];
      if (paragraph === undefined) continue;
      const index = pack.pages.findIndex((own) => own.text.includes(`${paragraph} has`));
      expect([Number(printed[at]), Number(printed[at]) + 1]).toContain(Number(pack.labels?.[index]));
    }
    const numbers = printed.flatMap((own) => (own === undefined ? [] : [Number(own)]));
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
  });

  it('has an agenda with its own pages, and never a title that is private', () => {
    const agenda = large.pages
      .slice(0, 3)
      .map((page) => page.text)
      .join(' ');
    const link = large.pages
      .flatMap((page) => page.links)
      .find((own) => own.contents.includes('Short report'));
    expect(link?.page).toBeDefined();
    expect(agenda.replace(/\s+/g, ' ')).toContain(`Short report, page ${(link?.page ?? 0) + 1}`);
    expect(agenda).toContain('Disposal of land');
    expect(JSON.stringify(large)).not.toContain('Example Street');
  });

  it('is not made where there are no papers', () => {
    const bare = meetingOf([itemOf('1', 'Apologies', { kind: 'standing' })]);
    expect(makePacks(publicationOf(bare), bare, tools).facts.largePrint).toBeUndefined();
  });
});
