/** Streams of pages that several documents share. */
import { PDFArray, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { checkPdf } from '#tabled/inspect/check.js';
import type { DisplayDocument, DisplayItem, TagNode } from '#tabled/layout/display.js';
import { paint } from '#tabled/pdf/paint.js';
import { loadFonts } from '#tabled/type/load.js';
import { documentOf, line, tag } from './sample.js';
import { readPdf } from './read.js';

const fonts = loadFonts();

/** A paper of one page, with a foot, and a link to the page at an index of the whole. */
function paper(
  words: string,
  target: number,
): { readonly part: TagNode; readonly items: readonly DisplayItem[] } {
  const link = tag('Link');
  const p = tag('P', [link]);
  const part = tag('Part', [tag('H1'), p]);
  const heading = part.children[0];
  if (!heading) throw new Error('no heading');
  const items: readonly DisplayItem[] = [
    line(words, 60, 90, heading, { font: 'serif-bold', size: 20 }),
    line('See the other paper.', 60, 120, p),
    line('Page 2', 60, 140, link),
    {
      kind: 'link',
      x: 60,
      y: 130,
      width: 40,
      height: 14,
      contents: 'The other paper',
      tag: link,
      target: { kind: 'page', page: target, y: 0 },
    },
    line('Page', 60, 800, 'pagination'),
  ];
  return { part, items };
}

async function streams(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const document = await PDFDocument.load(bytes);
  return document.getPages().map(({ node }) => {
    const contents = node.lookup(PDFName.of('Contents'));
    const held = contents instanceof PDFArray ? contents.asArray() : [contents];
    return held.map((ref) => {
      const stream = document.context.lookup(ref);
      if (!(stream instanceof PDFRawStream)) throw new Error('no stream');
      return Buffer.from(stream.contents).toString('base64');
    });
  });
}

const first = paper('Budget', 1);
const second = paper('Æsthetic fjords', 0);
const whole = documentOf(tag('Document', [first.part, second.part]), [first.items, second.items]);
const cut: DisplayDocument = {
  ...whole,
  pages: whole.pages.slice(1),
  tags: tag('Document', [second.part]),
  part: {
    before: 0,
    indexes: new Map([[1, 0]]),
    urlOfPage: (index) => `https://example.org/paper-${index}`,
  },
};

describe('a page in several documents', () => {
  it('has the same streams in the whole and in a part, in one set of fonts and in another', async () => {
    const inWhole = await streams(paint(whole, fonts));
    expect(await streams(paint(cut, fonts))).toEqual(inWhole.slice(1));
    expect(await streams(paint(cut, loadFonts()))).toEqual(inWhole.slice(1));
    // Text and furniture stand apart.
    expect(inWhole[1]).toHaveLength(2);
  });

  it('is the same document whether its pages were painted before or not', () => {
    const fresh = paint(cut, loadFonts());
    paint(whole, fonts);
    expect(Buffer.from(paint(cut, fonts)).equals(fresh)).toBe(true);
  });

  it('links within the part by its own pages, and to the site for what stays behind', async () => {
    const inside = { ...cut, part: { before: 0, indexes: new Map([[0, 0]]), urlOfPage: () => '' } };
    const target = async (document: DisplayDocument) => {
      const pdf = await PDFDocument.load(paint(document, fonts));
      return String(pdf.getPage(0).node.Annots()?.lookup(0));
    };
    expect(await target(cut)).toContain('https://example.org/paper-0');
    expect(await target(inside)).toMatch(/\/Dest \[ \d+ 0 R \/XYZ 0 841.89 null \]/);
    // What stands before the part links by indexes of its own.
    expect(await target({ ...cut, part: { before: 1, indexes: new Map(), urlOfPage: () => '' } })).toContain(
      '/XYZ',
    );
  });

  it('is sound in each of them, with its text', async () => {
    expect(await checkPdf(paint(whole, fonts))).toEqual([]);
    expect(await checkPdf(paint(cut, fonts))).toEqual([]);
    const { pages } = await readPdf(paint(cut, fonts));
    expect(JSON.stringify(pages)).toContain('Æsthetic fjords');
  });

  it('is painted anew at another height, and where its items are others', async () => {
    const [page] = cut.pages;
    if (!page) throw new Error('no page');
    const taller = { ...cut, pages: [{ ...page, height: 1000 }] };
    const [a] = await streams(paint(cut, fonts));
    const [b] = await streams(paint(taller, fonts));
    expect(b?.[0]).not.toBe(a?.[0]);
    const furnished = { ...page, furniture: [line('Draft', 60, 820, 'pagination')] };
    const [c] = await streams(paint({ ...cut, pages: [furnished] }, fonts));
    expect(c?.[0]).toBe(a?.[0]);
    expect(c?.[1]).not.toBe(a?.[1]);
  });
});
