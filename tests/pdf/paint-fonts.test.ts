/** Fonts as they are embedded: cut down, with every glyph at its own number. */
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { fontKeys } from '#tabled/type/fonts.js';
import { loadFonts } from '#tabled/type/load.js';
import { readFontFile } from '#tabled/pdf/truetype.js';

const fonts = loadFonts();
const open = (bytes: Uint8Array): fontkit.Font => fontkit.create(Buffer.from(bytes)) as fontkit.Font;
const outline = (font: fontkit.Font, glyph: number) => font.getGlyph(glyph).path.toSVG();

describe('a font that is cut down', () => {
  it.each(fontKeys)('keeps number, outline and advance of each glyph that is used, in %s', (key) => {
    const whole = open(fonts.bytes(key));
    // Composed letters bring their parts; a ligature and a figure stand for glyphs far behind.
    const used = ['A', 'ŵ', 'é', '½', '7', '−'].flatMap((text) =>
      whole.layout(text).glyphs.map(({ id }) => id),
    );
    const file = readFontFile(fonts.bytes(key));
    const cut = open(file.subset(used));
    expect(cut.numGlyphs).toBeGreaterThan(Math.max(...used));
    for (const glyph of [0, ...used]) {
      expect(outline(cut, glyph)).toBe(outline(whole, glyph));
      expect(cut.getGlyph(glyph).advanceWidth).toBe(whole.getGlyph(glyph).advanceWidth);
      expect(file.advance(glyph)).toBe((whole.getGlyph(glyph).advanceWidth * 1000) / whole.unitsPerEm);
    }
  });

  it('leaves out what is not used', () => {
    const whole = open(fonts.bytes('sans'));
    const [a, b] = whole.layout('ab').glyphs.map(({ id }) => id);
    const file = readFontFile(fonts.bytes('sans'));
    const cut = file.subset([b ?? 0]);
    expect(outline(open(cut), a ?? 0)).toBe('');
    expect(cut.length).toBeLessThan(4000);
  });

  it('is the same bytes whatever the order of use and whatever was cut before, and harms no file', () => {
    const bytes = fonts.bytes('serif');
    const before = Buffer.from(bytes).toString('base64');
    const file = readFontFile(bytes);
    const first = file.subset([30, 28, 400]);
    file.subset([900]);
    expect(Buffer.from(readFontFile(bytes).subset([400, 30, 28])).equals(first)).toBe(true);
    expect(Buffer.from(bytes).toString('base64')).toBe(before);
  });

  it('refuses a file without outlines, by the name of what is missing', () => {
    expect(() => readFontFile(new Uint8Array(64))).toThrow(/no table glyf/);
  });
});
