/** What is kept from one build to the next: keys of documents, and the pack that is made alone. */
import { describe, expect, it } from 'vitest';
import type { DisplayDocument, DisplayItem, DisplayPage, LinkItem, TagNode } from '#tabled/layout/display.js';
import { documentKeys } from '#tabled/pack/document-key.js';
import { keepForBuilds } from '#tabled/pack/keep.js';
import { layPack } from '#tabled/pack/pack.js';
import { paintWith } from '#tabled/pack/paint-with.js';
import type { PackTools } from '#tabled/pack/pack.js';
import { makePacks } from '#tabled/pack/packs.js';
import { loadFonts } from '#tabled/type/load.js';
import { documentOf, line, tag } from '../pdf/sample.js';
import { itemOf, meetingKey, meetingOf, paperOf, publicationOf, words } from './sample.js';

const nothing = (): undefined => undefined;
const tools: PackTools = { fonts: loadFonts(), readImage: nothing, imageSize: nothing };

function simple(text: string): {
  readonly document: DisplayDocument;
  readonly root: TagNode;
  readonly p: TagNode;
} {
  const p = tag('P');
  const root = tag('Sect', [p]);
  return { document: documentOf(tag('Document', [root]), [[line(text, 60, 90, p)]]), root, p };
}
const pageOf = (document: DisplayDocument): DisplayPage => {
  const [page] = document.pages;
  if (!page) throw new Error('no page');
  return page;
};
const withItems = (document: DisplayDocument, items: readonly DisplayItem[]): DisplayDocument => ({
  ...document,
  pages: [{ ...pageOf(document), items }],
});

describe('the key of a document', () => {
  it('is the same for the same content made twice, and another where a word, a title or a label differs', () => {
    const keys = documentKeys();
    const key = keys.of(simple('Budget').document, nothing);
    expect(key).toBeDefined();
    expect(keys.of(simple('Budget').document, nothing)).toBe(key);
    const { document } = simple('Budget');
    const others = [
      simple('Budgets').document,
      { ...document, title: 'Other' },
      { ...document, outline: [{ title: 'Budget', page: 0, y: 0, children: [] }] },
      { ...document, pages: [{ ...pageOf(document), label: 'i' }] },
      { ...document, pages: [{ ...pageOf(document), furniture: [line('Draft', 60, 800, 'pagination')] }] },
      { ...document, tags: tag('Document', [...document.tags.children], { lang: 'cy' }) },
    ];
    const all = [key, ...others.map((other) => keys.of(other, nothing))];
    expect(new Set(all).size).toBe(all.length);
  });

  it('takes kept pages and elements for what they are, and others of the same content for others', () => {
    const keys = documentKeys();
    const kept = simple('Budget');
    keys.enter(kept.root);
    keys.enter(pageOf(kept.document));
    const key = keys.of(kept.document, nothing);
    const again = { ...kept.document, tags: tag('Document', [kept.root]) };
    expect(keys.of(again, nothing)).toBe(key);
    expect(keys.of(simple('Budget').document, nothing)).not.toBe(key);
    // The same text under another foot.
    const footed = { ...pageOf(kept.document), furniture: [line('2', 60, 800, 'pagination')] };
    expect(keys.of({ ...again, pages: [footed] }, nothing)).not.toBe(key);
  });

  it('is none where an item of a new page belongs to a kept element, since its place there is not looked at', () => {
    const keys = documentKeys();
    const kept = simple('Budget');
    keys.enter(kept.root);
    expect(keys.of(withItems(kept.document, [line('New', 60, 90, kept.p)]), nothing)).toBeUndefined();
  });

  it('follows the content of images, and is none where that has no name', () => {
    const keys = documentKeys();
    const figure = tag('Figure', [], { alt: 'A bridge' });
    const items: readonly DisplayItem[] = [
      { kind: 'image', x: 0, y: 0, width: 10, height: 10, src: 'bridge.png', tag: figure },
    ];
    const document = documentOf(tag('Document', [figure]), [items]);
    expect(keys.of(document, nothing)).toBeUndefined();
    const one = keys.of(document, () => 'a');
    expect(keys.of(document, () => 'a')).toBe(one);
    expect(keys.of(document, () => 'b')).not.toBe(one);
    keys.enter(pageOf(document));
    expect(keys.of(document, () => 'a')).not.toBe(keys.of(document, () => 'b'));
  });

  it('of a part follows where the links of kept pages lead', () => {
    const keys = documentKeys();
    const link = tag('Link');
    const item: LinkItem = {
      kind: 'link',
      x: 0,
      y: 0,
      width: 10,
      height: 10,
      target: { kind: 'page', page: 7, y: 0 },
      contents: 'Page 8',
      tag: link,
    };
    const whole = documentOf(tag('Document', [link]), [[item]]);
    keys.enter(pageOf(whole));
    keys.enter(link);
    const part = (indexes: readonly (readonly [number, number])[], site: string): DisplayDocument => ({
      ...whole,
      part: { before: 0, indexes: new Map(indexes), urlOfPage: (index) => `${site}/${index}` },
    });
    const key = keys.of(part([], 'https://a.example'), nothing);
    expect(keys.of(part([], 'https://a.example'), nothing)).toBe(key);
    expect(keys.of(part([], 'https://b.example'), nothing)).not.toBe(key);
    expect(keys.of(part([[7, 0]], 'https://a.example'), nothing)).not.toBe(key);
  });
});

describe('the pack of a meeting by itself', () => {
  const meeting = meetingOf([
    itemOf('1', 'Budget', { papers: [paperOf('1', 'budget'), paperOf('1', 'plan')] }),
  ]);
  const publication = publicationOf(meeting);
  const makePack = (...[council, own, given]: Parameters<typeof layPack>) => {
    const { pack, settled, diagnostics } = layPack(council, own, given);
    return {
      bytes: paintWith(pack.document, given),
      pages: pack.document.pages.length,
      diagnostics,
      rounds: settled.rounds,
    };
  };

  it('is the pack that is made with everything else, page for page and fault for fault', () => {
    const alone = makePack(publication, meeting, tools);
    const packs = makePacks(publication, meeting, tools);
    expect(
      Buffer.from(alone.bytes).equals(packs.files.get(`meetings/${meetingKey}/pack.pdf`) ?? new Uint8Array()),
    ).toBe(true);
    expect(alone.pages).toBe(packs.facts.pack.pages);
    expect(alone.diagnostics).toEqual(packs.diagnostics);
    expect(alone.rounds).toBe(packs.rounds);
  });

  it('is the same with what an earlier pack has left, and after other text stood there', () => {
    const keep = keepForBuilds();
    const kept = { ...tools, keep };
    const other = meetingOf([
      itemOf('1', 'Budget', { papers: [paperOf('1', 'budget', { text: words('Other words.') })] }),
    ]);
    const fresh = makePack(publication, meeting, { ...tools, fonts: loadFonts() }).bytes;
    for (const [council, own] of [
      [publication, meeting],
      [publicationOf(other), other],
      [publication, meeting],
      [publication, meeting],
    ] as const) {
      const { bytes } = makePack(council, own, kept);
      keep.sweep();
      if (own === meeting) expect(Buffer.from(bytes).equals(fresh)).toBe(true);
      else expect(Buffer.from(bytes).equals(fresh)).toBe(false);
    }
  });
});
