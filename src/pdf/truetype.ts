/** Cuts a TrueType font file down to the glyphs of one document; each glyph keeps its number. */

/** Tables that an embedded font needs (PDF 1.7, 9.9), without those that are cut anew. */
const whole = ['cvt ', 'fpgm', 'prep'] as const;

interface Table {
  readonly tag: string;
  readonly bytes: Uint8Array;
}

/** A font file whose tables have been found. */
export interface FontFile {
  /** Advance of a glyph in thousandths of the type size. */
  advance(glyph: number): number;
  /** The file with the outlines of `used` glyphs, and of those that they are made of; the others are empty. */
  subset(used: Iterable<number>): Uint8Array;
}

/** Finds the tables. Throws for a file that holds no TrueType outlines. */
export function readFontFile(file: Uint8Array): FontFile {
  const view = viewOf(file);
  const tables = new Map<string, Uint8Array>();
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    const offset = view.getUint32(at + 8);
    tables.set(latin(file.subarray(at, at + 4)), file.subarray(offset, offset + view.getUint32(at + 12)));
  }
  const table = (tag: string): Uint8Array => {
    const found = tables.get(tag);
    if (!found) throw new Error(`the font has no table ${tag}`);
    return found;
  };
  const glyf = table('glyf');
  const loca = viewOf(table('loca'));
  const long = viewOf(table('head')).getInt16(50) === 1;
  const glyphCount = viewOf(table('maxp')).getUint16(4);
  const metrics = viewOf(table('hhea')).getUint16(34);
  const hmtx = viewOf(table('hmtx'));
  const offset = (glyph: number): number =>
    long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
  const scale = 1000 / viewOf(table('head')).getUint16(18);
  // Glyphs after the last full pair share its advance and have a bearing only.
  const advanceOf = (glyph: number): number => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4);
  const outline = (glyph: number): Uint8Array => glyf.subarray(offset(glyph), offset(glyph + 1));

  return {
    advance: (glyph) => advanceOf(glyph) * scale,
    subset(used) {
      const needed = [...withParts(used, outline, glyphCount)].sort((a, b) => a - b);
      const size = (needed.at(-1) ?? 0) + 1;
      const places = new Uint32Array(size + 1);
      const advances = new DataView(new ArrayBuffer(size * 4));
      const outlines: Uint8Array[] = [];
      let end = 0;
      let next = 0;
      for (let glyph = 0; glyph < size; glyph++) {
        places[glyph] = end;
        if (needed[next] !== glyph) continue;
        next++;
        const own = outline(glyph);
        outlines.push(own);
        end += (own.length + 3) & ~3;
        advances.setUint16(glyph * 4, advanceOf(glyph));
        advances.setInt16(
          glyph * 4 + 2,
          hmtx.getInt16(glyph < metrics ? glyph * 4 + 2 : metrics * 4 + (glyph - metrics) * 2),
        );
      }
      places[size] = end;
      const shortLoca = end < 0x20000;
      const head = edited(table('head'), (out) => {
        out.setUint32(8, 0);
        out.setInt16(50, shortLoca ? 0 : 1);
      });
      return assemble([
        ...whole.flatMap((tag) => {
          const bytes = tables.get(tag);
          return bytes ? [{ tag, bytes }] : [];
        }),
        { tag: 'glyf', bytes: padded(outlines, end) },
        { tag: 'head', bytes: head },
        { tag: 'hhea', bytes: edited(table('hhea'), (out) => out.setUint16(34, size)) },
        { tag: 'hmtx', bytes: new Uint8Array(advances.buffer) },
        { tag: 'loca', bytes: locaOf(places, shortLoca) },
        { tag: 'maxp', bytes: edited(table('maxp'), (out) => out.setUint16(4, size)) },
      ]);
    },
  };
}

/** The glyphs, `.notdef`, and the parts of those that are composed of others. */
function withParts(
  used: Iterable<number>,
  outline: (glyph: number) => Uint8Array,
  count: number,
): ReadonlySet<number> {
  const found = new Set<number>();
  const add = (glyph: number): void => {
    if (found.has(glyph) || glyph >= count) return;
    found.add(glyph);
    const bytes = outline(glyph);
    const view = viewOf(bytes);
    if (bytes.length < 10 || view.getInt16(0) >= 0) return;
    for (let at = 10, more = true; more;) {
      const flags = view.getUint16(at);
      add(view.getUint16(at + 2));
      at += 4 + (flags & 1 ? 4 : 2);
      // A scale, two scales, or a matrix of four.
      at += flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
      more = (flags & 0x20) !== 0;
    }
  };
  add(0);
  for (const glyph of used) add(glyph);
  return found;
}

function padded(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += (part.length + 3) & ~3;
  }
  return bytes;
}

function locaOf(places: Uint32Array, short: boolean): Uint8Array {
  const out = new DataView(new ArrayBuffer(places.length * (short ? 2 : 4)));
  places.forEach((place, i) => {
    if (short) out.setUint16(i * 2, place / 2);
    else out.setUint32(i * 4, place);
  });
  return new Uint8Array(out.buffer);
}

/** A copy with changes. */
function edited(bytes: Uint8Array, edit: (out: DataView) => void): Uint8Array {
  const copy = new Uint8Array(bytes);
  edit(viewOf(copy));
  return copy;
}

/** A file of tables, which come sorted by tag. */
function assemble(tables: readonly Table[]): Uint8Array {
  const power = 31 - Math.clz32(tables.length);
  const size = tables.reduce((sum, { bytes }) => sum + ((bytes.length + 3) & ~3), 12 + tables.length * 16);
  const file = new Uint8Array(size);
  const view = viewOf(file);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, tables.length * 16 - (16 << power));
  let at = 12 + tables.length * 16;
  let head = 0;
  for (const [i, { tag, bytes }] of tables.entries()) {
    const entry = 12 + i * 16;
    for (let k = 0; k < 4; k++) file[entry + k] = tag.charCodeAt(k);
    file.set(bytes, at);
    const end = at + ((bytes.length + 3) & ~3);
    view.setUint32(entry + 4, checksum(view, at, end));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    if (tag === 'head') head = at;
    at = end;
  }
  view.setUint32(head + 8, 0xb1b0afba - checksum(view, 0, size));
  return file;
}

function checksum(view: DataView, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
