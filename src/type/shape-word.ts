/** Shapes single words: by pairs of characters where that is exact, else in full through fontkit. */
import type { Font, Glyph } from 'fontkit';
import type { ShapedText } from './fonts.js';

/** One face with one set of features, and what has been learnt about its characters so far. */
export interface WordShaper {
  /** Shapes a word, by pairs where possible. */
  word(text: string): ShapedText;
  /** Shapes a word through fontkit alone: what {@link WordShaper.word} must agree with. */
  full(text: string): ShapedText;
}

interface Single {
  readonly glyph: number;
  readonly width: number;
}

/**
 * Characters whose shaping depends on no more than their neighbour: Latin letters, figures and punctuation.
 * Combining marks and other scripts always go through fontkit.
 */
const byPairs = /^[\u0020-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a\u20ac\u2212]*$/;

/**
 * Makes the shaper of one face.
 *
 * A pair of characters that fontkit turns into anything but its two glyphs (a ligature, an alternate) makes its word go
 * through full shaping. Pairs repeat far more often than words: text costs about a third of full shaping, and comes out
 * the same (compared in the tests).
 */
export function makeWordShaper(font: Font, features: Readonly<Record<string, boolean>>): WordShaper {
  const scale = 1000 / font.unitsPerEm;
  const singles = new Map<string, Single>();
  const pairs = new Map<string, number | undefined>();

  const full = (text: string): ShapedText => {
    // fontkit's types know lists of features only; its shaper takes a record too, where false switches a default off.
    const run = font.layout(text, features);
    const glyphs: number[] = [];
    const advances: number[] = [];
    const widths: number[] = [];
    const characters: string[] = [];
    const missing: string[] = [];
    let width = 0;
    run.glyphs.forEach((glyph, i) => {
      const advance = (run.positions[i]?.xAdvance ?? glyph.advanceWidth) * scale;
      const behind = String.fromCodePoint(...glyph.codePoints);
      glyphs.push(glyph.id);
      advances.push(advance);
      widths.push(bareWidth(font, glyph) * scale);
      characters.push(behind);
      if (glyph.id === 0 && !missing.includes(behind)) missing.push(behind);
      width += advance;
    });
    return { glyphs, advances, widths, characters, width, missing };
  };

  const single = (character: string): Single => {
    let known = singles.get(character);
    if (known === undefined) {
      const shaped = full(character);
      known = { glyph: shaped.glyphs[0] ?? 0, width: shaped.advances[0] ?? 0 };
      singles.set(character, known);
    }
    return known;
  };

  /** Kerning between two characters, or undefined where the pair does not shape as its two glyphs. */
  const kerning = (left: string, right: string): number | undefined => {
    const key = left + right;
    if (pairs.has(key)) return pairs.get(key);
    const a = single(left);
    const b = single(right);
    const shaped = full(key);
    const plain =
      shaped.glyphs.length === 2 &&
      shaped.glyphs[0] === a.glyph &&
      shaped.glyphs[1] === b.glyph &&
      Math.abs((shaped.advances[1] ?? 0) - b.width) < 1e-9;
    const value = plain ? (shaped.advances[0] ?? 0) - a.width : undefined;
    pairs.set(key, value);
    return value;
  };

  const word = (text: string): ShapedText => {
    if (!byPairs.test(text)) return full(text);
    const glyphs: number[] = [];
    const advances: number[] = [];
    const widths: number[] = [];
    const characters: string[] = [];
    let width = 0;
    for (let i = 0; i < text.length; i++) {
      const character = text.charAt(i);
      const { glyph, width: own } = single(character);
      if (glyph === 0) return full(text);
      let advance = own;
      if (i + 1 < text.length) {
        const kern = kerning(character, text.charAt(i + 1));
        if (kern === undefined) return full(text);
        advance += kern;
      }
      glyphs.push(glyph);
      advances.push(advance);
      widths.push(own);
      characters.push(character);
      width += advance;
    }
    return { glyphs, advances, widths, characters, width, missing: [] };
  };

  return { word, full };
}

function bareWidth(font: Font, glyph: Glyph): number {
  return font.getGlyph(glyph.id).advanceWidth;
}
