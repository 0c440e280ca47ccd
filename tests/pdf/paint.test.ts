/** The painter, read back with two parsers that are not PDFKit. */
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkPdf } from '#tabled/inspect/check.js';
import { textInTagOrder } from '#tabled/inspect/text.js';
import { paint } from '#tabled/pdf/paint.js';
import { loadFonts } from '#tabled/type/load.js';
import { readPdf } from './read.js';
import { documentOf, line, sample, tag } from './sample.js';

const fonts = loadFonts();

describe('a painted document', () => {
  it('meets every condition of PDF/UA-1 that a machine can judge', async () => {
    expect(await checkPdf(paint(sample(), fonts))).toEqual([]);
    expect(await checkPdf(paint(sample(), fonts, { objectStreams: false }))).toEqual([]);
  });

  it('is the same bytes for the same input, whatever the clock says', () => {
    const first = paint(sample(), fonts);
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
    const second = paint(sample(), loadFonts());
    vi.useRealTimers();
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('has another file id when a figure on a page changes', () => {
    const id = (figure: string) => {
      const p = tag('P');
      const bytes = paint(documentOf(tag('Document', [p]), [[line(figure, 60, 90, p)]]), fonts, {
        objectStreams: false,
      });
      return /\/ID \[<([0-9a-f]{32})>/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
    };
    expect(id('1.544')).toBeDefined();
    expect(id('1.544')).toBe(id('1.544'));
    expect(id('1.544')).not.toBe(id('1.545'));
  });

  it('puts text where the display list says, in the characters that were typed', async () => {
    const { pages } = await readPdf(paint(sample(), fonts));
    const at = (text: string) =>
      pages.flatMap((page) => page.pieces).find((piece) => piece.text.includes(text));
    expect(at('Draft Budget Report')).toMatchObject({ x: 104, y: expect.closeTo(119, 2) as number });
    expect(at('−1.544')).toMatchObject({ x: 300, y: expect.closeTo(180, 2) as number });
    // Ligatures come back as the letters they were made of.
    expect(at('Efficient')?.text).toBe('Efficient officers (fi, ffi) — ŵ ŷ £ € ½ ≤');
  });

  it('reads in the order of its tags, an element before its next child', async () => {
    expect(await textInTagOrder(paint(sample(), fonts))).toMatchInlineSnapshot(`
      "Document
        Part
          Sect
            H1 “Draft Budget Report”
            P
              “The office of finance set out its ”
              Link
                “constitution andrules of debate”
                annotation “Constitution”
                annotation “Constitution”
              “ with ”
              Link
                “Table 1”
                annotation “Table 1, page 2”
              “ on the next”
              “page.”
            L numbering=“Disc”
              LI
                Lbl “•”
                LBody “Efficient officers (fi, ffi) — ŵ ŷ £ € ½ ≤”
            Table
              Caption “Table 1: Budget”
              THead
                TR
                  TH scope=“Column” “Service”
                  TH scope=“Column” “£ million”
              TBody
                TR
                  TH scope=“Row” “Roads”
                  TD actual=“minus 1.544” “−1.544”
                TR
                  TH scope=“Row” “Parks”
                  TD
            Figure alt=“Bar chart: roads 100, parks 50” “100Roads”
            P
              “Mae croeso i chi yn Gymraeg: ”
              Span lang=“cy” “dŵr”
              “1”
            Note id=“note-1” “1 Note under the text.”
      "
    `);
  });

  it('labels its pages, and leads bookmarks and links to the right places', async () => {
    const { labels, outline, pages } = await readPdf(paint(sample(), fonts));
    expect(labels).toEqual(['i', '1']);
    expect(outline).toEqual([
      {
        title: 'Draft Budget Report',
        page: 0,
        y: 95,
        children: [{ title: 'Table 1 — dŵr', page: 1, y: 128, children: [] }],
      },
    ]);
    expect(pages[0]?.links).toEqual([
      { uri: 'https://example.gov.uk/%C5%B5?a=1', contents: 'Constitution' },
      { uri: 'https://example.gov.uk/%C5%B5?a=1', contents: 'Constitution' },
      { page: 1, contents: 'Table 1, page 2' },
    ]);
  });

  it('carries its title through XML without harm, and the date of the meeting', async () => {
    const { info, metadata } = await readPdf(paint(sample(), fonts));
    expect(info).toMatchObject({
      Title: 'Highways & Transport <Committee>',
      CreationDate: 'D:20190122090000Z',
      ModDate: 'D:20190122090000Z',
    });
    expect(metadata).toContain('Highways &amp; Transport &lt;Committee&gt;');
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
  });

  it('carries any title and any bookmark without harm', async () => {
    const p = tag('P');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), async (words) => {
        const title = `T${words}`;
        const outline = [{ title, page: 0, y: 0, children: [] }];
        const bytes = paint(
          documentOf(tag('Document', [p]), [[line('x', 60, 90, p)]], { title, outline }),
          fonts,
        );
        expect(await checkPdf(bytes)).toEqual([]);
        const document = await PDFDocument.load(bytes);
        expect(document.getTitle()).toBe(title);
      }),
      { numRuns: 40 },
    );
  });

  it('names its colours: the output intent is sRGB', async () => {
    const document = await PDFDocument.load(paint(sample(), fonts));
    const intents = document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray);
    const intent = intents.lookup(0, PDFDict);
    expect(intent.get(PDFName.of('S'))).toBe(PDFName.of('GTS_PDFA1'));
    const profile = intent.lookup(PDFName.of('DestOutputProfile'));
    const icc = profile instanceof PDFRawStream ? decodePDFRawStream(profile).decode() : new Uint8Array();
    expect(Buffer.from(icc.subarray(36, 40)).toString('latin1')).toBe('acsp');
    expect(Buffer.from(icc.subarray(16, 20)).toString('latin1')).toBe('RGB ');
  });

  it('fills charts with the patterns of the look, each kind once', async () => {
    const document = await PDFDocument.load(paint(sample(), fonts));
    const patterns = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFRawStream && object.dict.get(PDFName.of('PatternType')) !== undefined
          ? [object]
          : [],
      );
    const drawn = patterns.map((own) => Buffer.from(decodePDFRawStream(own).decode()).toString('latin1'));
    expect(drawn).toHaveLength(3);
    expect(drawn.filter((text) => text.includes('0.957 0.851 0.651 rg'))).toHaveLength(1);
  });

  it('leaves the claims out when told to, and is found out by the checker', async () => {
    const findings = await checkPdf(paint(sample(), fonts, { claims: { ua: false, a: false } }));
    expect(findings.map((found) => found.id)).toEqual(['5-1']);
  });

  it('is smaller with object streams, and says the same', async () => {
    const small = paint(sample(), fonts);
    const plain = paint(sample(), fonts, { objectStreams: false });
    expect(small.length).toBeLessThan(plain.length);
    expect(await textInTagOrder(small)).toBe(await textInTagOrder(plain));
  });

  it('keeps landscape pages upright', async () => {
    const p = tag('P');
    const document = documentOf(tag('Document', [p]), [[line('Wide', 54, 90, p)]]);
    const wide = {
      ...document,
      pages: document.pages.map((page) => ({ ...page, width: 841.89, height: 595.28 })),
    };
    const { pages } = await readPdf(paint(wide, fonts));
    expect(pages[0]).toMatchObject({ width: 841.89, height: 595.28 });
    expect(pages[0]?.pieces[0]).toMatchObject({ x: 54, y: expect.closeTo(90, 2) as number });
  });

  it('writes more objects than fit in one object stream', async () => {
    const paragraphs = Array.from({ length: 700 }, () => tag('P'));
    const items = paragraphs.map((p, i) => line(`Paragraph ${i}`, 60, 80 + i, p));
    const bytes = paint(documentOf(tag('Document', paragraphs), [items]), fonts);
    expect(await checkPdf(bytes)).toEqual([]);
    expect((await textInTagOrder(bytes)).split('\n')).toHaveLength(702);
  });

  it('shows a character that the wanted face lacks in a face that has it', async () => {
    const figure = tag('Figure', [], { alt: 'A tick' });
    const label = {
      kind: 'text',
      text: 'done ☐',
      x: 0,
      y: 0,
      anchor: 'start',
      size: 10,
      weight: 600,
      colour: 'ink',
    } as const;
    const document = documentOf(tag('Document', [figure]), [
      [{ kind: 'vector', x: 60, y: 90, ops: [label], tag: figure }],
    ]);
    const bytes = paint(document, fonts);
    expect(await checkPdf(bytes)).toEqual([]);
    expect(await textInTagOrder(bytes)).toContain('“done ☐”');
  });
});

describe('a display list that contradicts itself', () => {
  it('is refused when an item belongs to no element of the tree', () => {
    const stray = tag('P');
    expect(() => paint(documentOf(tag('Document'), [[line('x', 0, 0, stray)]]), fonts)).toThrow(
      /not in the tag tree/,
    );
  });

  it('is refused when an element stands twice in the tree', () => {
    const p = tag('P');
    expect(() => paint(documentOf(tag('Document', [p, p]), [[line('x', 0, 0, p)]]), fonts)).toThrow(/twice/);
  });

  it('is refused when a link leads past the last page', () => {
    const link = tag('Link');
    const root = tag('Document', [tag('P', [link])]);
    const item = {
      kind: 'link',
      x: 0,
      y: 0,
      width: 1,
      height: 1,
      target: { kind: 'page', page: 7, y: 0 },
      contents: 'x',
      tag: link,
    } as const;
    expect(() => paint(documentOf(root, [[item]]), fonts)).toThrow(/page 7/);
  });
});
