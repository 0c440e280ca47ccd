/** Papers added after the pack was out: no number that anyone has cited may change. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPdf } from '#tabled/inspect/check.js';
import type { Meeting, Paper } from '#tabled/model/publication.js';
import { makePacks } from '#tabled/pack/packs.js';
import type { MadePacks, PackTools } from '#tabled/pack/packs.js';
import { numberPages } from '#tabled/pack/numbering.js';
import { planPack } from '#tabled/pack/plan.js';
import { loadFonts } from '#tabled/type/load.js';
import { readPdf } from '../pdf/read.js';
import type { ReadPdf } from '../pdf/read.js';
import { bareBodies, itemOf, meetingKey, meetingOf, paperOf, publicationOf } from './sample.js';

const lengths: Readonly<Record<string, number>> = { one: 3, 'late-one': 1, two: 2, 'late-two': 4, three: 2 };
const tools: PackTools = {
  fonts: loadFonts(),
  layBody: bareBodies((id) => lengths[id] ?? 1),
  readImage: () => undefined,
  imageSize: () => undefined,
};
const folder = `meetings/${meetingKey}`;
const late = (item: string, id: string, published: string): Paper =>
  paperOf(item, id, { late: { published, reason: 'The figures came in late.' } });

/** The meeting as it stood on a day. */
function meetingWith(...added: readonly Paper[]): Meeting {
  const of = (item: string) => added.filter((paper) => paper.address.includes(`/${item}/`));
  return meetingOf([
    itemOf('1', 'One', { papers: [paperOf('1', 'one'), ...of('1')] }),
    itemOf('2', 'Two', { papers: [paperOf('2', 'two'), ...of('2')] }),
    itemOf('3', 'Three', { papers: [paperOf('3', 'three'), ...of('3')] }),
  ]);
}

describe('papers added after the pack was out', () => {
  // The paper of item 1 is the later of the two.
  const meeting = meetingWith(
    late('1', 'late-one', '2019-01-28T16:10'),
    late('2', 'late-two', '2019-01-25T09:00'),
  );
  let before: MadePacks;
  let made: MadePacks;
  let pack: ReadPdf;
  beforeAll(async () => {
    const first = meetingWith();
    before = makePacks(publicationOf(first), first, tools);
    made = makePacks(publicationOf(meeting), meeting, tools);
    pack = await readPdf(made.files.get(made.facts.pack.path) ?? new Uint8Array());
  });

  it('stand after all others, in the order in which they were published', () => {
    const ranges = [...made.facts.papers].map(([address, own]) => [
      address.slice(address.lastIndexOf('/') + 1),
      own.range.first,
      own.range.last,
    ]);
    expect(ranges).toEqual([
      ['one', 1, 4],
      ['two', 5, 6],
      ['three', 7, 8],
      ['late-two', 9, 12],
      ['late-one', 13, 14],
    ]);
    for (const [address, own] of before.facts.papers)
      expect(made.facts.papers.get(address)?.range).toEqual(own.range);
  });

  it('are on the agenda with their pages and their reason', () => {
    const agenda = pack.pages[1]?.text ?? '';
    expect(agenda).toContain('1–4, 13–14');
    expect(agenda).toContain('5–6, 9–12');
    expect(agenda).toContain('The figures came in late.');
    expect(made.facts.items.get('1')).toMatchObject({
      range: { first: 1, last: 4 },
      more: [{ first: 13, last: 14 }],
    });
    expect(made.facts.items.get('3')).not.toHaveProperty('more');
  });

  it('are in a file of their day, with the numbers of the pack', async () => {
    expect(made.facts.supplements?.map(({ published, range, pdf }) => [published, range, pdf.path])).toEqual([
      ['2019-01-25', { first: 9, last: 12 }, `${folder}/supplement-1.pdf`],
      ['2019-01-28', { first: 13, last: 14 }, `${folder}/supplement-2.pdf`],
    ]);
    const second = await readPdf(made.files.get(`${folder}/supplement-2.pdf`) ?? new Uint8Array());
    expect(second.labels).toEqual(['i', 'ii', '13', '14']);
    expect(second.info).toMatchObject({
      Title:
        'Select Committee Review: Budget, 30 and 31 January 2019: supplement 2, published on 28 January 2019',
    });
    expect(second.outline.map((mark) => [mark.title, mark.page])).toEqual([
      ['Cover', 0],
      ['1 Report on late-one', 2],
    ]);
    expect(before.facts.supplements).toBeUndefined();
  });

  it('have a cover that says what they are, why they came late, and leads to each of them', async () => {
    const first = await readPdf(made.files.get(`${folder}/supplement-1.pdf`) ?? new Uint8Array());
    const [cover, back] = first.pages;
    for (const words of [
      'Supplement 1 to the public document pack',
      'Friday 25 January 2019, after the agenda.',
      'Pages 9–12 of the pack. They follow page 8.',
      'Item 2 Report on late-two, page 9',
      'Published at 9.00 am on 25 January 2019. The figures came in late.',
    ])
      expect(cover?.text.replace(/\s+/g, ' ')).toContain(words);
    expect(cover?.links.map(({ page }) => page)).toContain(2);
    expect(back?.text).toContain('This page is intentionally left blank.');
    expect(made.facts.supplements?.[0]?.pdf.pages).toBe(6);
  });

  it('are in the file of their item beside its other papers', async () => {
    const item = await readPdf(made.files.get(`${folder}/2/item.pdf`) ?? new Uint8Array());
    expect(item.labels).toEqual(['5', '6', '9', '10', '11', '12']);
    expect(item.outline.map((mark) => [mark.title, mark.page])).toEqual([
      ['Report on two', 0],
      ['Report on late-two', 2],
    ]);
  });

  it('leave every file sound', async () => {
    for (const [path, bytes] of made.files) expect(await checkPdf(bytes), path).toEqual([]);
  });

  it('never move a page that was numbered before, whatever comes later', () => {
    const kinds = fc.array(
      fc.record({
        item: fc.constantFrom('1', '2', '3'),
        day: fc.integer({ min: 1, max: 5 }),
        pages: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(kinds, (papers) => {
        const added = papers.map(({ item, day }, at) => late(item, `p${at}`, `2019-01-2${day}T09:00`));
        const pages = new Map(papers.map((own, at) => [`p${at}`, own.pages]));
        const number = (meeting: Meeting) =>
          numberPages(planPack(meeting), (body) => pages.get(body.paper.id) ?? 2).papers;
        const whole = number(meetingWith(...added));
        // As it stood on each day before.
        for (let day = 0; day < 5; day++) {
          const then = number(
            meetingWith(...added.filter((own) => (own.late?.published ?? '') < `2019-01-2${day}T12`)),
          );
          for (const [address, range] of then) expect(whole.get(address)).toEqual(range);
        }
      }),
    );
  });
});
