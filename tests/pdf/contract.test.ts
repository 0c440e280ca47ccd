/** What the painter takes for granted of PDFKit's inside; fails when another version behaves otherwise. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDocument } from '#tabled/pdf/document.js';
import type { PdfKitFont } from '#tabled/pdf/internals.js';
import { loadFonts } from '#tabled/type/load.js';

const options = {
  lang: 'en-GB',
  title: 'T',
  author: 'A',
  subject: undefined,
  created: new Date(Date.UTC(2019, 0, 1)),
  xmp: '<x/>',
} as const;
const open = (objectStreams = true) => openDocument({ ...options, objectStreams });

describe('PDFKit', () => {
  it('is the version whose inside was looked at', () => {
    const path = join(dirname(createRequire(import.meta.url).resolve('pdfkit')), '../package.json');
    expect((JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version).toBe('0.20.2');
  });

  it('buffers pages and shows their dictionaries', () => {
    const document = open();
    document.addPage({ size: [595.28, 841.89], margin: 0 });
    const page = document._pageBuffer[0];
    expect(document._pageBuffer).toHaveLength(1);
    expect(page?.dictionary.data).toMatchObject({ Type: 'Page', MediaBox: [0, 0, 595.28, 841.89] });
    expect(page?.annotations).toEqual([]);
    expect(page?.fonts).toEqual({});
    expect(page?.patterns).toEqual({});
    expect(page?.xobjects).toEqual({});
    expect(page?.content.compress).toBe(true);
  });

  it('embeds a font with the outlines, widths and characters that are put in the place of its own', () => {
    const document = open(false);
    document.font(loadFonts().bytes('sans'));
    const font = document._font;
    expect(font.ref()).toBe(font.ref());
    const cmap = document.ref({ Own: 'Cmap' });
    cmap.end();
    font.subset = { encode: () => new TextEncoder().encode('outlines') };
    font.widths = [0, 500];
    font.toUnicodeCmap = () => cmap;
    font.id = 'F3';
    document.addPage({ size: [10, 10], margin: 0 });
    const file = Buffer.from(document.finish()).toString('latin1');
    expect(file).toContain('/W [0 [0 500]]');
    expect(file).toContain(`/ToUnicode ${cmap.id} 0 R`);
    expect(file).toContain('/BaseFont /DZZZZZ+SourceSans3-Regular');
    expect(file).toContain('/CIDToGIDMap /Identity');
  });

  it('takes a font that others have read, and keeps what it does with it to itself', () => {
    const parsed = loadFonts().parsed('sans') as PdfKitFont['font'];
    const [first, second] = [open(), open()];
    first.font(parsed);
    second.font(parsed);
    expect(first._font.font).toBe(parsed);
    expect(second._font.font).toBe(parsed);
    expect(second._font).not.toBe(first._font);
  });

  it('writes names, text strings, references and missing values as the painter expects', () => {
    const document = open(false);
    const ref = document.ref({
      Name: 'X',
      Text: new String('a(b'),
      Wide: new String('ŵ'),
      Gone: undefined,
      Nothing: null,
    });
    ref.end();
    document.addPage({ size: [10, 10], margin: 0 });
    const file = Buffer.from(document.finish()).toString('latin1');
    expect(file).toContain(
      `${ref.id} 0 obj\n<<\n/Name /X\n/Text (a\\(b)\n/Wide (\xfe\xff\x01u)\n/Nothing null\n>>\nendobj`,
    );
  });

  it('finishes at once, so that all bytes can be read after end', () => {
    for (const objectStreams of [true, false]) {
      const document = open(objectStreams);
      document.addPage({ size: [10, 10], margin: 0 });
      const file = Buffer.from(document.finish()).toString('latin1');
      expect(file.startsWith('%PDF-1.7')).toBe(true);
      expect(file.trimEnd().endsWith('%%EOF')).toBe(true);
    }
  });

  it('keeps objects in step: each offset of the table leads to its object', () => {
    const document = open(false);
    document.addPage({ size: [10, 10], margin: 0 });
    const file = Buffer.from(document.finish()).toString('latin1');
    for (const [index, offset] of document._offsets.entries())
      expect(file.slice(offset ?? -1).startsWith(`${index + 1} 0 obj`)).toBe(true);
  });
});
