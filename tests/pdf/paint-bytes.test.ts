/** The bytes below the painter: numbers, strings, deflated streams and the table of objects. */
import { randomBytes } from 'node:crypto';
import { createDeflate, deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '#tabled/pdf/bytes.js';
import { openDeflate } from '#tabled/pdf/deflate.js';
import { toUnicode } from '#tabled/pdf/to-unicode.js';
import { crossReferences } from '#tabled/pdf/xref.js';

const written = (write: (out: ByteWriter) => void): string => {
  const out = new ByteWriter(1);
  write(out);
  return Buffer.from(out.view()).toString('latin1');
};

describe('a writer of bytes', () => {
  it('writes numbers as they round to three decimals, without exponents and without a minus before nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const rounded = Math.round(value * 1000) / 1000;
        expect(written((out) => out.number(value))).toBe(String(rounded === 0 ? 0 : rounded));
      }),
    );
    expect(written((out) => out.number(-0.0001))).toBe('0');
    expect(written((out) => out.number(1e-7))).toBe('0');
  });

  it('writes whole numbers of any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), (value) => {
        expect(written((out) => out.integer(value))).toBe(String(value));
      }),
    );
  });

  it('refuses what is no coordinate', () => {
    for (const value of [NaN, Infinity, -Infinity, 1e300])
      expect(() => written((out) => out.number(value))).toThrow(/not a coordinate/);
  });

  it('writes text with brackets escaped, and as UTF-16 where ASCII is not enough', () => {
    expect(written((out) => out.text('a(b)\\\r\n'))).toBe('(a\\(b\\)\\\\\\r\\n)');
    expect(written((out) => out.text('ŵ('))).toBe('(\xfe\xff\x01u\x00\\()');
    expect(written((out) => out.reference(12))).toBe(' 12 0 R');
  });
});

describe('one deflater for many streams', () => {
  it('gives what Node gives for each stream by itself, long or short, and keeps no more than that', () => {
    const deflate = openDeflate();
    const streams = [0, 1, 200, 70_000, 300, 400_000, 5].map((size) => new Uint8Array(randomBytes(size)));
    streams.push(new TextEncoder().encode('0 -17 Td\n'.repeat(3000)));
    for (const stream of streams) {
      const bytes = deflate(stream);
      expect(Buffer.from(bytes).equals(deflateSync(stream, { level: 4 }))).toBe(true);
      expect(bytes.buffer.byteLength).toBe(bytes.length);
    }
  });

  it('uses what Node publishes where the inside is another', () => {
    const stream = new TextEncoder().encode('text');
    expect(inflateSync(openDeflate(() => ({}))(stream))).toEqual(Buffer.from(stream));
  });

  it('finds the inside that it looks for in the Node that runs', () => {
    const inside = createDeflate() as unknown as { _handle: Record<string, unknown>; _writeState: unknown };
    expect(typeof inside._handle['writeSync']).toBe('function');
    expect(typeof inside._handle['reset']).toBe('function');
    expect(inside._writeState).toBeInstanceOf(Uint32Array);
  });
});

describe('the table of objects', () => {
  it('says for each object where it stands, in a file or in an object stream', () => {
    const { dictionary, bytes } = crossReferences([70_000, null, 15, 300], [0, 0, 4, 0, 0], [0, 0, 7, 0, 0]);
    expect(dictionary).toContain('/Size 5 /W [1 4 1]');
    const rows = inflateSync(bytes);
    const above = new Uint8Array(6);
    const entries: number[][] = [];
    for (let at = 0; at < rows.length; at += 7) {
      expect(rows[at]).toBe(2);
      for (let k = 0; k < 6; k++) above[k] = (above[k] ?? 0) + (rows[at + 1 + k] ?? 0);
      const view = new DataView(above.buffer);
      entries.push([view.getUint8(0), view.getUint32(1), view.getUint8(5)]);
    }
    expect(entries).toEqual([
      [0, 0, 0],
      [1, 70_000, 0],
      [2, 4, 7],
      [1, 15, 0],
      [1, 300, 0],
    ]);
  });
});

describe('the way back from codes to characters', () => {
  it('names the codes in use only, in ranges that keep their first byte', () => {
    const codes: (readonly number[] | undefined)[] = [];
    codes[0x41] = [0x61];
    codes[0x42] = [0x66, 0x66, 0x69];
    codes[0xff] = [0x1f600];
    codes[0x100] = [0x20];
    const cmap = toUnicode(codes);
    expect(cmap).toContain('3 beginbfrange\n<0041> <0042> [<0061> <006600660069>]\n');
    expect(cmap).toContain('<00ff> <00ff> [<d83dde00>]\n<0100> <0100> [<0020>]\nendbfrange');
  });
});
