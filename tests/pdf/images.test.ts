/** Images: every kind of PNG as its pixels, JPEGs as they are, damaged files left out. */
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { checkPdf } from '#tabled/inspect/check.js';
import { isInkJpeg } from '#tabled/layout/jpeg.js';
import { paint } from '#tabled/pdf/paint.js';
import { readPng } from '#tabled/pdf/png.js';
import { loadFonts } from '#tabled/type/load.js';
import { documentOf, tag } from './sample.js';

const fonts = loadFonts();

function chunk(name: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length);
  head.write(name, 4, 'latin1');
  // Readers of PDFs' images need no checksum.
  return Buffer.concat([head, body, Buffer.alloc(4)]);
}

interface Make {
  readonly width: number;
  readonly height: number;
  readonly bits?: number;
  readonly type: number;
  readonly rows: readonly (readonly number[])[];
  readonly interlaced?: boolean;
  readonly extra?: readonly Buffer[];
}

/** A PNG around rows that begin with their filter. */
function makePng({ width, height, bits = 8, type, rows, interlaced = false, extra = [] }: Make): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bits;
  header[9] = type;
  header[12] = interlaced ? 1 : 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** The smallest JPEG header that tells its size; what follows is not decoded by anyone here. */
const jpeg = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xc0, 0x00, 0x11, 0x08, 0x00, 0x02, 0x00, 0x03, 0x03, 0x01, 0x11, 0x00, 0x02, 0x11, 0x01,
  0x03, 0x11, 0x01, 0xff, 0xd9,
]);

describe('a JPEG of printing inks', () => {
  it('is told from others by its frame, past whatever stands before it', () => {
    const frame = (parts: number, ...before: readonly number[]) =>
      Uint8Array.from([0xff, 0xd8, ...before, 0xff, 0xc2, 0, 20, 8, 0, 2, 0, 3, parts, 1, 0x11, 0]);
    expect(isInkJpeg(frame(4))).toBe(true);
    expect(isInkJpeg(frame(4, 0xff, 0xe1, 0, 4, 0xff, 0xc0, 0xff, 0xff, 0xfe, 0, 2))).toBe(true);
    expect(isInkJpeg(frame(3))).toBe(false);
    expect(isInkJpeg(jpeg)).toBe(false);
    expect(isInkJpeg(Uint8Array.of(0xff, 0xd8, 0xff))).toBe(false);
    expect(isInkJpeg(new Uint8Array())).toBe(false);
  });
});

describe('a PNG', () => {
  it('gives its colours and its transparency apart', () => {
    const png = readPng(makePng({ width: 2, height: 1, type: 6, rows: [[0, 1, 2, 3, 128, 4, 5, 6, 255]] }));
    expect(png).toMatchObject({ width: 2, height: 1, bits: 8, colours: 3 });
    expect([...(png?.samples ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...(png?.alpha ?? [])]).toEqual([128, 255]);
  });

  it('has its filters undone', () => {
    const rows = [
      [1, 10, 5, 5],
      [2, 1, 1, 1],
      [3, 2, 2, 2],
      [4, 1, 1, 1],
    ];
    expect([...(readPng(makePng({ width: 3, height: 4, type: 0, rows }))?.samples ?? [])]).toEqual([
      10, 15, 20, 11, 16, 21, 7, 13, 19, 8, 14, 20,
    ]);
  });

  it('makes a mask of a transparent colour, and of a palette with transparency', () => {
    const grey = makePng({
      width: 4,
      height: 1,
      bits: 2,
      type: 0,
      rows: [[0, 0b00_01_10_11]],
      extra: [chunk('tRNS', Uint8Array.of(0, 2))],
    });
    expect([...(readPng(grey)?.alpha ?? [])]).toEqual([255, 255, 0, 255]);
    const indexed = makePng({
      width: 2,
      height: 1,
      bits: 4,
      type: 3,
      rows: [[0, 0x10]],
      extra: [chunk('PLTE', Uint8Array.of(1, 1, 1, 9, 9, 9)), chunk('tRNS', Uint8Array.of(7))],
    });
    const png = readPng(indexed);
    expect([...(png?.alpha ?? [])]).toEqual([255, 7]);
    expect([...(png?.palette ?? [])]).toEqual([1, 1, 1, 9, 9, 9]);
  });

  it('has the passes of an interlaced file put together, whatever the size and depth', () => {
    const passes = [
      [0, 0, 8, 8],
      [4, 0, 8, 8],
      [0, 4, 4, 8],
      [2, 0, 4, 4],
      [0, 2, 2, 4],
      [1, 0, 2, 2],
      [0, 1, 1, 2],
    ] as const;
    const size = fc.integer({ min: 1, max: 11 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.constantFrom(1, 2, 4, 8),
        fc.infiniteStream(fc.nat(255)),
        (width, height, bits, numbers) => {
          const pixel = Array.from(
            { length: width * height },
            () => (numbers.next().value as number) & ((1 << bits) - 1),
          );
          const pack = (values: readonly number[]) => {
            const row: number[] = Array.from({ length: Math.ceil((values.length * bits) / 8) }, () => 0);
            for (const [i, value] of values.entries()) {
              const at = (i * bits) >> 3;
              row[at] = (row[at] ?? 0) | (value << (8 - bits - ((i * bits) & 7)));
            }
            return row;
          };
          const line = (y: number, from: number, step: number) => {
            const values: number[] = [];
            for (let x = from; x < width; x += step) values.push(pixel[y * width + x] ?? 0);
            return values;
          };
          const plain = Array.from({ length: height }, (_, y) => [0, ...pack(line(y, 0, 1))]);
          const woven: number[][] = [];
          for (const [x0, y0, dx, dy] of passes)
            for (let y = y0; y < height; y += dy) if (x0 < width) woven.push([0, ...pack(line(y, x0, dx))]);
          const a = readPng(makePng({ width, height, bits, type: 0, rows: plain }));
          const b = readPng(makePng({ width, height, bits, type: 0, rows: woven, interlaced: true }));
          expect(b?.samples).toEqual(a?.samples);
        },
      ),
    );
  });

  it('is nothing when it is damaged', () => {
    const good = makePng({
      width: 2,
      height: 2,
      type: 0,
      rows: [
        [0, 1, 2],
        [0, 3, 4],
      ],
    });
    for (let length = 0; length < good.length - 16; length++)
      expect(readPng(good.slice(0, length))).toBeUndefined();
    expect(readPng(makePng({ width: 2, height: 9, type: 0, rows: [[0, 1, 2]] }))).toBeUndefined();
    expect(readPng(makePng({ width: 2, height: 2, type: 5, rows: [[0, 1, 2]] }))).toBeUndefined();
  });
});

describe('images on a page', () => {
  const files: Readonly<Record<string, Uint8Array>> = {
    'a.png': makePng({ width: 2, height: 1, type: 6, rows: [[0, 1, 2, 3, 128, 4, 5, 6, 255]] }),
    'b.jpg': jpeg,
    'broken.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
    'broken.jpg': Uint8Array.of(0xff, 0xd8, 1, 2),
  };
  const show = (sources: readonly string[]) => {
    const figures = sources.map((src) => tag('Figure', [], { alt: src }));
    const items = sources.map(
      (src, i) =>
        ({
          kind: 'image',
          x: 60,
          y: 90,
          width: 100,
          height: 50,
          src,
          tag: figures[i] ?? 'artifact',
        }) as const,
    );
    return paint(documentOf(tag('Document', figures), [items, items]), fonts, {
      readImage: (src) => files[src],
    });
  };

  it('are embedded once, with their transparency, and tagged', async () => {
    const bytes = show(['a.png', 'b.jpg']);
    expect(await checkPdf(bytes)).toEqual([]);
    const document = await PDFDocument.load(bytes);
    const images = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
          ? [object.dict]
          : [],
      );
    expect(images.filter((dict) => dict.has(PDFName.of('SMask')))).toHaveLength(1);
    expect(images.filter((dict) => dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode'))).toHaveLength(
      1,
    );
    expect(images).toHaveLength(3);
  });

  it('are left out when they are missing or damaged', async () => {
    const bytes = show(['none.png', 'broken.png', 'broken.jpg']);
    expect(await checkPdf(bytes)).toEqual([]);
  });
});
