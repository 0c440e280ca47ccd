/** PDFs made elsewhere: what is printed of them, what is said of them, and that no file brings a build down. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  degrees,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openAttachments } from '#tabled/attachments.js';
import { checkPdf } from '#tabled/inspect/check.js';
import { textInTagOrder } from '#tabled/inspect/text.js';
import type { Paper } from '#tabled/model/publication.js';
import { makePacks } from '#tabled/pack/packs.js';
import type { PackTools } from '#tabled/pack/packs.js';
import { chosenPages } from '#tabled/pack/page-choice.js';
import { makePaper } from '#tabled/pack/single.js';
import { paint } from '#tabled/pdf/paint.js';
import { parseYaml } from '#tabled/source/yaml.js';
import { loadFonts } from '#tabled/type/load.js';
import { readPdf } from '../pdf/read.js';
import { sample } from '../pdf/sample.js';
import { launchChromium } from '../support/chromium.js';
import { memoryHost } from '../support/memory-host.js';
import { itemOf, meetingKey, meetingOf, paperOf, publicationOf } from './sample.js';

const fonts = loadFonts();
const file = `content/meetings/${meetingKey}/05b-budget/3-settlement.pdf`;

function attachment(settings = ''): Paper {
  const text = `title: Settlement\n${settings}`;
  return paperOf('5b', 'settlement', {
    type: 'attachment',
    title: 'Settlement',
    text: { blocks: [], notes: [] },
    file: `${file}.yaml`,
    settings: parseYaml(text, { file: `${file}.yaml`, start: 0, end: text.length }).value,
  });
}

/** Opens a file as the attachment of item 5b, with a report before it. */
async function open(bytes: Uint8Array, settings = '') {
  const paper = attachment(settings);
  const report = paperOf('5b', 'report');
  const meeting = meetingOf([itemOf('5b', 'Budget', { papers: [report, paper] })]);
  const publication = publicationOf(meeting);
  const made = await openAttachments(memoryHost({ [file]: bytes }), publication, () => fonts);
  const tools: PackTools = {
    fonts,
    attachment: (address) => made.opened.get(address),
    readImage: () => undefined,
    imageSize: () => undefined,
  };
  const messages = made.diagnostics.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
  return {
    ...made,
    messages,
    single: () => makePaper(publication, paper, tools).bytes,
    packs: () => makePacks(publication, meeting, tools),
  };
}

/** A file of pages with one line each, saved without object streams so that it can be altered as text. */
async function plainPdf(
  pages: number,
  alter?: (document: PDFDocument) => void | Promise<void>,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number++) {
    const page = document.addPage([595.28, 841.89]);
    page.drawText(`Foreign page ${number}`, { x: 72, y: 700, size: 24, font });
  }
  await alter?.(document);
  return document.save({ useObjectStreams: false });
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const link = (document: PDFDocument, page: number, entries: Record<string, unknown>): void => {
  const own = document.getPage(page);
  own.node.addAnnot(
    document.context.register(
      document.context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [72, 690, 272, 730],
        ...entries,
      } as never),
    ),
  );
};

describe('an attached PDF', () => {
  it('is printed page for page with the numbers of the pack, smaller, between our head and foot', async () => {
    const { messages, packs } = await open(await plainPdf(3));
    expect(messages).toEqual([
      'warning attachment-is-tagged: the PDF “3-settlement.pdf” of item 5b has no tags for assistive technology',
      'note pack-conforms: packs with the PDF “3-settlement.pdf” of item 5b do not say that they are PDF/UA, since it has no tags',
    ]);
    const made = packs();
    expect(made.facts.papers.get(`meetings/${meetingKey}/5b/settlement`)?.range).toEqual({
      first: 3,
      last: 6,
    });
    const pack = await readPdf(made.files.get(made.facts.pack.path) ?? new Uint8Array());
    const first = pack.labels?.indexOf('3') ?? -1;
    for (const at of [0, 1, 2]) {
      const page = pack.pages[first + at];
      expect(page?.text).toContain(`Foreign page ${at + 1}`);
      expect(page?.text).toContain(`Page ${3 + at}`);
      expect(page?.text).toContain('5b');
      const piece = page?.pieces.find((own) => own.text.startsWith('Foreign'));
      const scale = (535.28 - 60) / 595.28;
      expect(piece?.x).toBeCloseTo(60 + 72 * scale, 1);
      expect(piece?.y).toBeCloseTo(62 + (841.89 - 700) * scale, 1);
    }
    expect(pack.pages[first + 3]?.text).toContain('intentionally left blank');
  });

  it('comes out the same twice, and its fonts are in the file once', async () => {
    const bytes = await plainPdf(4);
    const [one, two] = [await open(bytes), await open(bytes)];
    expect(Buffer.compare(one.single(), two.single())).toBe(0);
    const read = await PDFDocument.load(one.single());
    const helvetica = read.context
      .enumerateIndirectObjects()
      .filter(
        ([, own]) => own instanceof PDFDict && own.get(PDFName.of('BaseFont')) === PDFName.of('Helvetica'),
      );
    expect(helvetica).toHaveLength(1);
  });

  it('takes the claim of PDF/UA from files that hold it, and from no others', async () => {
    const made = (await open(await plainPdf(1))).packs();
    for (const [path, bytes] of made.files) {
      const claims = latin1(bytes).includes('<pdfuaid:part>');
      expect(claims, path).toBe(!/pack\.pdf|large-print\.pdf|item\.pdf|settlement/.test(path));
    }
  });

  it('without tags is read aloud page by page', async () => {
    const { single } = await open(await plainPdf(2));
    expect(await textInTagOrder(single())).toBe(
      'Document\n  Sect title=“Settlement”\n' +
        '    P title=“Page 1 of 2 of “Settlement”” “Foreign page 1”\n' +
        '    P title=“Page 2 of 2 of “Settlement”” “Foreign page 2”\n',
    );
    expect((await checkPdf(single())).map((own) => own.id).filter((id) => id !== '7.21.4.1-1')).toEqual([
      '5-1',
    ]);
  });

  it.each([
    [90, 'landscape'],
    [180, 'portrait'],
    [270, 'landscape'],
    [-90, 'landscape'],
  ])('turned by %i degrees stands upright on a %s page', async (turn, kind) => {
    const { single } = await open(await plainPdf(1, (own) => own.getPage(0).setRotation(degrees(turn))));
    const [page] = (await readPdf(single())).pages;
    expect((page?.width ?? 0) > (page?.height ?? 0)).toBe(kind === 'landscape');
    const piece = page?.pieces.find((own) => own.text.startsWith('Foreign'));
    // The lower left corner of the word, seen from the top left of the page as a reader would turn it.
    const seen = ((turn % 360) + 360) % 360;
    const scale = seen === 180 ? (535.28 - 60) / 595.28 : (557.3 - 22.2 - 62) / 595.28;
    const left = seen === 180 ? 60 : 54;
    const [x, y] = seen === 90 ? [700, 72] : seen === 180 ? [595.28 - 72, 700] : [841.89 - 700, 595.28 - 72];
    expect(piece?.x).toBeCloseTo(left + x * scale, 1);
    expect(piece?.y).toBeCloseTo(62 + y * scale, 1);
  });

  it('shows its crop box only, at its own size where that is small', async () => {
    const bytes = await plainPdf(1, (own) => own.getPage(0).setCropBox(50, 650, 300, 120));
    const [page] = (await readPdf((await open(bytes)).single())).pages;
    const piece = page?.pieces.find((own) => own.text.startsWith('Foreign'));
    expect(piece?.x).toBeCloseTo(54 + 22, 1);
    expect(piece?.y).toBeCloseTo(62 + 770 - 700, 1);
  });

  it('keeps links to the web and within itself, where they are now, and drops those that run programs', async () => {
    const bytes = await plainPdf(3, (own) => {
      const { context } = own;
      const second = own.getPage(1).ref;
      link(own, 0, { A: { S: 'URI', URI: PDFString.of('https://www.gov.uk/finance') } });
      link(own, 0, { Dest: [second, 'XYZ', 0, 841.89, null] });
      own.catalog.set(PDFName.of('Dests'), context.obj({ chapter: [second, 'Fit'] }));
      link(own, 0, { A: { S: 'GoTo', D: 'chapter' } });
      link(own, 0, { A: { S: 'JavaScript', JS: PDFString.of('app.alert(1)') } });
      link(own, 0, { A: { S: 'Launch', F: PDFString.of('calc.exe') } });
      link(own, 0, { A: { S: 'URI', URI: PDFString.of('javascript:alert(1)') } });
      link(own, 0, { Dest: [own.getPage(2).ref, 'Fit'] });
    });
    const { packs, single, messages } = await open(bytes, 'pages: 1-2');
    expect(messages).toContainEqual(expect.stringContaining('holds scripts'));
    const made = packs();
    const pack = await readPdf(made.files.get(made.facts.pack.path) ?? new Uint8Array());
    const first = pack.labels?.indexOf('3') ?? -1;
    expect(pack.pages[first]?.links.map((own) => own.uri ?? [own.page, own.contents])).toEqual([
      'https://www.gov.uk/finance',
      [first + 1, 'Page 4'],
      [first + 1, 'Page 4'],
    ]);
    const raw = await PDFDocument.load(single());
    const rect = raw.getPage(0).node.Annots()?.lookup(0, PDFDict).get(PDFName.of('Rect'))?.toString();
    const scale = (535.28 - 60) / 595.28;
    const values = (rect ?? '').replace(/[[\]]/g, '').trim().split(/\s+/).map(Number);
    expect(values[0]).toBeCloseTo(60 + 72 * scale, 2);
    expect(values[3]).toBeCloseTo(841.89 - 62 - (841.89 - 730) * scale, 2);
    const all = raw.context
      .enumerateIndirectObjects()
      .map(([, own]) => own.toString())
      .join(' ');
    expect(all).not.toMatch(/JavaScript|Launch|calc\.exe/);
  });

  it('draws filled-in fields, and says that they are fixed', async () => {
    const bytes = await plainPdf(1, (own) => {
      const field = own.getForm().createTextField('name');
      field.setText('Filled in');
      field.addToPage(own.getPage(0), { x: 72, y: 500, width: 200, height: 30 });
    });
    const { messages, single } = await open(bytes);
    expect(messages).toContain(
      'note attachment-is-pages-only: the PDF “3-settlement.pdf” of item 5b holds fields to fill in',
    );
    const [page] = (await readPdf(single())).pages;
    expect(page?.text).toContain('Filled in');
    const raw = await PDFDocument.load(single());
    expect(raw.getPage(0).node.Annots()?.size() ?? 0).toBe(0);
    expect(await textInTagOrder(single())).toContain('“Filled in”');
  });

  it('leaves other files and comments out, and says so', async () => {
    const bytes = await plainPdf(1, async (own) => {
      await own.attach(new TextEncoder().encode('secret figures'), 'notes.txt', { mimeType: 'text/plain' });
      link(own, 0, { Subtype: 'Text', Contents: PDFString.of('Is this right?') });
    });
    const { messages, single, originals } = await open(bytes);
    expect(messages).toContainEqual(expect.stringContaining('holds other files'));
    expect(messages).toContainEqual(expect.stringContaining('holds comments'));
    const raw = await PDFDocument.load(single());
    const all = raw.context
      .enumerateIndirectObjects()
      .map(([, own]) => own.toString())
      .join(' ');
    expect(all).not.toMatch(/EmbeddedFile|notes\.txt|Is this right/);
    expect([...originals]).toEqual([[`meetings/${meetingKey}/5b/settlement/original.pdf`, bytes]]);
  });

  it('keeps hidden layers hidden', async () => {
    const bytes = await plainPdf(1, (own) => {
      const { context } = own;
      const layer = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('Draft') }));
      own.catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
      own
        .getPage(0)
        .node.Resources()
        ?.set(PDFName.of('Properties'), context.obj({ L0: layer }));
    });
    const raw = await PDFDocument.load((await open(bytes)).single());
    const settings = raw.catalog.lookup(PDFName.of('OCProperties'), PDFDict).lookup(PDFName.of('D'), PDFDict);
    expect(settings.get(PDFName.of('OFF'))?.toString()).toMatch(/\[ \d+ 0 R \]/);
  });

  it('may have numbers and truth values as objects of their own, as Ghostscript writes them', async () => {
    const document = await PDFDocument.create();
    const { context } = document;
    const page = document.addPage([300, 300]);
    const stream = PDFRawStream.of(
      context.obj({ Length: context.register(context.obj(27)) }),
      new TextEncoder().encode('1 0 0 rg 10 10 100 100 re f'),
    );
    page.node.set(PDFName.of('Contents'), context.register(stream));
    const font = {
      Type: 'Font',
      Subtype: 'Type1',
      BaseFont: 'Helvetica',
      FirstChar: context.register(context.obj(32)),
    };
    const state = { AIS: context.register(context.obj(false)), CA: context.register(context.obj(0.5)) };
    page.node.set(PDFName.of('Resources'), context.obj({ Font: { F: font }, ExtGState: { G: state } }));
    const { messages, single } = await open(await document.save({ useObjectStreams: false }));
    expect(messages.filter((message) => message.startsWith('error'))).toEqual([]);
    expect((await readPdf(single())).pages).toHaveLength(1);
  });

  it('may restore more than it saved without losing its place', async () => {
    const bytes = await plainPdf(1, (own) => {
      const { context } = own;
      const stray = context.register(context.flateStream('Q Q q q'));
      const page = own.getPage(0).node;
      const contents = page.normalizedEntries().Contents;
      contents?.insert(0, stray);
    });
    const { single } = await open(bytes);
    const [page] = (await readPdf(single())).pages;
    const piece = page?.pieces.find((own) => own.text.startsWith('Foreign'));
    expect(piece?.x).toBeCloseTo(60 + 72 * ((535.28 - 60) / 595.28), 1);
    expect(page?.pieces.find((own) => own.text === 'Settlement')?.y).toBeCloseTo(44, 1);
  });
});

describe('a tagged attachment', () => {
  const tagged = paint(sample(), fonts);

  it('keeps its tags, ids and bookmarks, and the claim of the pack', async () => {
    const { messages, packs, single } = await open(tagged);
    expect(messages).toEqual([]);
    const made = packs();
    for (const [path, bytes] of made.files) {
      expect(await checkPdf(bytes), path).toEqual([]);
      expect(latin1(bytes), path).toContain('<pdfuaid:part>1</pdfuaid:part>');
    }
    const own = await textInTagOrder(single());
    const theirs = (await textInTagOrder(tagged)).split('\n').slice(1);
    // The root has become a section in our section; notes have their ids with a prefix.
    expect(own.split('\n')[0]).toBe('Document');
    for (const line of theirs.map((text) => text.trim()).filter((text) => !text.includes('id=')))
      expect(own).toContain(line);
    const pack = await readPdf(made.files.get(made.facts.pack.path) ?? new Uint8Array());
    const marks = pack.outline.flatMap((mark) => mark.children).find((mark) => mark.title === 'Settlement');
    expect(marks?.children.map((mark) => [mark.title, pack.labels?.[mark.page]])).toEqual([
      ['Draft Budget Report', '3'],
    ]);
  });

  it('of which some pages are chosen brings the tags of those pages only', async () => {
    const { single } = await open(tagged, 'pages: 2');
    const text = await textInTagOrder(single());
    expect(text).toContain('Caption “Table 1: Budget”');
    expect(text).not.toContain('H1');
    expect((await readPdf(single())).pages).toHaveLength(1);
    // The cells without figures stay, and with them the shape of the table.
    expect((await checkPdf(single())).map((own) => own.id)).not.toContain('7.2-42');
  });

  it('made by a browser joins with its headings, lists, tables and links', async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.setContent(
        '<html lang="en"><title>T</title><h1>Settlement</h1><p>See <a href="https://www.gov.uk/">the site</a> and <a href="#b">below</a>.</p>' +
          '<table><tr><th scope="col">Year</th><th scope="col">Grant</th></tr><tr><td>2019</td><td>9.5</td></tr></table>' +
          '<ul><li><em>One</em></li></ul><h2 id="b" style="break-before: page">Below</h2><p>End.</p>',
      );
      const bytes = new Uint8Array(await page.pdf({ tagged: true, outline: true, format: 'A4' }));
      const { single, opened } = await open(bytes);
      expect([...opened.values()][0]?.pdf.tagged).toBe(true);
      const text = await textInTagOrder(single());
      for (const words of ['H1', '“Settlement”', 'TH', 'LI', 'H2', 'annotation “https://www.gov.uk/”'])
        expect(text).toContain(words);
      const ids = (await checkPdf(single())).map((own) => own.id);
      // Links without words, unmapped types and the way back from pages to tags are put right.
      for (const id of ['7.18.5-2', '7.18.5-1', '7.1-5', '32000-14.7.4', '7.1-12'])
        expect(ids).not.toContain(id);
      const read = await readPdf(single());
      expect(read.pages[0]?.links.map((own) => own.uri ?? own.page)).toEqual(['https://www.gov.uk/', 1]);
      expect(read.outline.map((mark) => mark.title)).toEqual(['Settlement']);
    } finally {
      await browser.close();
    }
  });
});

describe('what is wrong with an attachment is said', () => {
  const name = 'the PDF “3-settlement.pdf” of item 5b';
  let good: Uint8Array;
  beforeAll(async () => {
    good = await plainPdf(20);
  });

  it('when it is no PDF, empty, or without pages', async () => {
    expect((await open(new TextEncoder().encode('<html>Not found</html>'))).messages).toEqual([
      `error attachment-opens: ${name} is no PDF, whatever its name says`,
    ]);
    expect((await open(new Uint8Array())).messages).toEqual([`error attachment-opens: ${name} is empty`]);
    const none =
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' +
      'trailer<</Root 1 0 R>>\n%%EOF';
    expect((await open(new TextEncoder().encode(none))).messages).toEqual([
      `error attachment-opens: ${name} is empty`,
    ]);
  });

  it('when it was cut off', async () => {
    const { messages, opened } = await open(good.slice(0, Math.round(good.length * 0.6)));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(`error attachment-opens: ${name} ends too early`);
    expect(opened.size).toBe(0);
  });

  it('when a page is damaged, which page', async () => {
    const broken = latin1(good).replace(/stream\n[^]{4}/, 'stream\n\u0000\u0000\u0000\u0000');
    const { messages } = await open(new Uint8Array(Buffer.from(broken, 'latin1')));
    expect(messages).toEqual([`error attachment-opens: ${name} is damaged: page 1 cannot be read`]);
  });

  it('when it is protected', async () => {
    const document = await PDFDocument.load(good);
    document.encrypt({ userPassword: 'u', ownerPassword: 'o' });
    const { messages } = await open(await document.save({ useObjectStreams: false }));
    expect(messages).toEqual([
      `error attachment-opens: ${name} is protected with a password or against copying`,
    ]);
  });

  it('when it is protected in a way that this reader does not know', async () => {
    const strange = latin1(good)
      .replace(/trailer\s*<</, '$& /Encrypt 3 0 R')
      .replace('endobj', '');
    const { messages } = await open(new Uint8Array(Buffer.from(strange, 'latin1')));
    expect(messages).toEqual([
      `error attachment-opens: ${name} is protected with a password or against copying`,
    ]);
  });

  it('when it is a scan', async () => {
    const document = await PDFDocument.create();
    const { context } = document;
    const image = PDFRawStream.of(
      context.obj({
        Type: 'XObject',
        Subtype: 'Image',
        Width: 1,
        Height: 1,
        BitsPerComponent: 8,
        ColorSpace: 'DeviceGray',
        Filter: 'FlateDecode',
      }),
      deflateSync(Buffer.from([128])),
    );
    const page = document.addPage([595, 842]);
    page.node.set(PDFName.of('Resources'), context.obj({ XObject: { I: context.register(image) } }));
    page.node.set(
      PDFName.of('Contents'),
      context.register(context.flateStream('q 500 0 0 700 40 40 cm /I Do Q')),
    );
    const { messages, single, facts } = await open(await document.save());
    expect(messages[0]).toBe(
      `warning attachment-has-text: ${name} holds no text, only pictures of its pages, as a scan does`,
    );
    expect([...facts.values()]).toMatchObject([{ hasText: false, tagged: false }]);
    expect(await textInTagOrder(single())).toContain(
      'Figure alt=“Page 1 of 1 of “Settlement”, a picture without text”',
    );
  });

  it('when its particulars name another file, or pages that it does not have', async () => {
    const sum = createHash('sha256').update(good).digest('hex');
    const of = async (settings: string) =>
      (await open(good, settings)).diagnostics.filter((own) => own.rule === 'attachment-agrees');
    expect(await of(`sha256: ${sum}`)).toEqual([]);
    expect(await of(`sha256: ${sum.toUpperCase()}`)).toEqual([]);
    const [other] = await of(`sha256: ${'0'.repeat(64)}`);
    expect(other?.message).toBe(`${name} is not the file that its particulars were written for`);
    expect(other?.span.start).toBeGreaterThan('title: Settlement\n'.length);
    expect((await of('pages: 1-3, 7')).length).toBe(0);
    expect((await of('pages: 19-21'))[0]?.message).toBe(`${name} has 20 pages, so there is no page 21`);
    expect((await of('pages: "all but the last"'))[0]?.message).toContain('“all but the last” does not say');
  });

  it('in a draft, on a page in its place', async () => {
    const { packs } = await open(new TextEncoder().encode('nothing'));
    const made = packs();
    const pack = made.files.get(made.facts.pack.path) ?? new Uint8Array();
    expect(await textInTagOrder(pack)).toContain('The PDF of this attachment cannot be read');
    expect(await checkPdf(pack)).toEqual([]);
  });
});

describe('a choice of pages', () => {
  it('is read as officers write it', () => {
    expect(chosenPages('1-3, 7', 9)).toEqual({ kind: 'pages', pages: [0, 1, 2, 6] });
    expect(chosenPages('2 to 3 and 1', 9)).toEqual({ kind: 'pages', pages: [0, 1, 2] });
    expect(chosenPages('3–3,3', 9)).toEqual({ kind: 'pages', pages: [2] });
    expect(chosenPages('0', 9)).toEqual({ kind: 'beyond', page: 0 });
    expect(chosenPages('3-1', 9)).toEqual({ kind: 'unclear', part: '3-1' });
    expect(chosenPages('1,,2', 9)).toMatchObject({ kind: 'unclear' });
  });
});

describe('whatever happens to a file on its way', () => {
  /** Opens it, and when that went well prints it and reads it back. */
  const survives = async (bytes: Uint8Array): Promise<void> => {
    const { opened, diagnostics, single } = await open(bytes);
    if (opened.size === 0) {
      expect(diagnostics.map((own) => own.rule)).toContain('attachment-opens');
      return;
    }
    const made = single();
    await checkPdf(made);
    const [chosen] = opened.values();
    expect((await readPdf(made)).pages).toHaveLength(chosen?.chosen.length ?? 0);
  };
  const sources: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
    ['a plain file', () => plainPdf(3, (own) => link(own, 0, { Dest: [own.getPage(1).ref, 'Fit'] }))],
    ['a tagged file with object streams', () => Promise.resolve(paint(sample(), fonts))],
    ['a tagged file without', () => Promise.resolve(paint(sample(), fonts, { objectStreams: false }))],
  ];

  it.each(sources)('%s with other bytes in some places is refused or printed soundly', async (_, make) => {
    const base = await make();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(base.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const bytes = base.slice();
          for (const [at, value] of changes) bytes[at] = value;
          await survives(bytes);
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each(sources)('%s with other numbers and names is refused or printed soundly', async (_, make) => {
    const base = await make();
    // Digits of references, counts and places are what damages the shape of a file rather than its look.
    const digits = [...base.keys()].filter((at) => (base[at] ?? 0) >= 0x30 && (base[at] ?? 0) <= 0x39);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(digits.length - 1), fc.integer({ min: 0x30, max: 0x39 })), {
          minLength: 1,
          maxLength: 6,
        }),
        async (changes) => {
          const bytes = base.slice();
          for (const [at, value] of changes) bytes[digits[at] ?? 0] = value;
          await survives(bytes);
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each(sources)(
    '%s with a piece cut out, or without its table of objects, is refused or printed soundly',
    async (_, make) => {
      const base = await make();
      const table = latin1(base).lastIndexOf('startxref');
      await survives(base.slice(0, table));
      await survives(
        Uint8Array.from([...base.slice(0, table), ...new TextEncoder().encode('startxref\n7\n%%EOF')]),
      );
      await fc.assert(
        fc.asyncProperty(fc.nat(base.length), fc.nat(1500), async (from, count) =>
          survives(Uint8Array.from([...base.slice(0, from), ...base.slice(from + count)])),
        ),
        { numRuns: 12 },
      );
    },
  );

  it.each(sources)('%s that was cut is refused or printed soundly', async (_, make) => {
    const base = await make();
    await fc.assert(
      fc.asyncProperty(fc.nat(base.length), async (end) => survives(base.slice(0, end))),
      { numRuns: 20 },
    );
  });
});
