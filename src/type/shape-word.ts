/** Shapes single words: by the tables of the font where they say all, else in full through fontkit. */
import type { Font } from 'fontkit';
import type { Figures, GlyphSink, ShapedText } from './fonts.js';
import { glyphTables } from './glyph-tables.js';
import type { GlyphTables } from './glyph-tables.js';

/** One face with one set of features, and what has been learnt about its characters so far. */
export interface WordShaper {
  /** Shapes a word, by pairs where possible. */
  word(text: string): ShapedText;
  /** Shapes a word through fontkit alone: what {@link WordShaper.word} must agree with. */
  full(text: string): ShapedText;
  /**
   * Width of `text` from one offset to another, in thousandths of the type size: the sum of its words, shaped one by
   * one, and of its spaces. Undefined where it takes more than pairs of characters.
   */
  width(text: string, from: number, to: number): number | undefined;
  /** Hands out the glyphs of a text whose {@link WordShaper.width} is defined; false, and some of them, for another. */
  glyphs(text: string, sink: GlyphSink): boolean;
}

interface Single {
  readonly glyph: number;
  readonly width: number;
}

/** The last character whose shaping may depend on its neighbour only. */
const lastPlain = 0x2212;
/** Most different characters of one face that are set by pairs; further ones go through fontkit. */
const mostCharacters = 255;
const space = 32;

/**
 * Characters whose shaping depends on no more than their neighbour: Latin letters, figures and punctuation.
 * Combining marks and other scripts always go through fontkit.
 */
function isPlain(code: number): boolean {
  return (
    (code >= 0x20 && code <= 0x24f) ||
    (code >= 0x1e00 && code <= 0x1eff) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2030 && code <= 0x203a) ||
    code === 0x20ac ||
    code === lastPlain
  );
}

/** Marks a pair that does not shape as its two glyphs: a ligature, an alternate. */
const notPlain = Infinity;

/** What is known of the characters of one face under one set of features, by the number of each character. */
interface Known {
  readonly features: Readonly<Record<string, boolean>>;
  readonly singles: (Single | undefined)[];
  /** Advance of the left character before the right one: NaN where not asked yet, infinite where the pair is not plain. */
  readonly rows: (Float64Array | undefined)[];
}

/**
 * Makes the shapers of one face for both kinds of figures.
 *
 * Pairs of characters repeat far more often than words, and most are set as their two glyphs with kerning between them.
 * Words with ligatures are put together from the tables; whatever else may happen to a pair makes its word go through full
 * shaping. Text costs a fraction of that, and comes out the same (compared in the tests).
 */
export function makeWordShapers(font: Font): Readonly<Record<Figures, WordShaper>> {
  const scale = 1000 / font.unitsPerEm;
  /** The number of each character met, from 1 on; 0 for the others. */
  const numbers = new Uint8Array(lastPlain + 1);
  const characters: string[] = [''];
  const bare = new Map<number, number>();
  let tables: GlyphTables | undefined;
  const read = (): GlyphTables => (tables ??= glyphTables(font));
  const proportional: Known = { features: { pnum: true }, singles: [], rows: [] };
  const tabular: Known = { features: { pnum: false }, singles: [], rows: [] };

  const bareWidth = (glyph: number): number => {
    let width = bare.get(glyph);
    if (width === undefined) {
      width = read().advance(glyph) * scale;
      bare.set(glyph, width);
    }
    return width;
  };

  const full = (text: string, { features }: Known): ShapedText => {
    // fontkit's types know lists of features only; its shaper takes a record too, where false switches a default off.
    const run = font.layout(text, features);
    const glyphs: number[] = [];
    const advances: number[] = [];
    const widths: number[] = [];
    const behind: string[] = [];
    const missing: string[] = [];
    let width = 0;
    for (let i = 0; i < run.glyphs.length; i++) {
      const glyph = run.glyphs[i];
      if (glyph === undefined) continue;
      const advance = (run.positions[i]?.xAdvance ?? glyph.advanceWidth) * scale;
      const letters = String.fromCodePoint(...glyph.codePoints);
      glyphs.push(glyph.id);
      advances.push(advance);
      widths.push(bareWidth(glyph.id));
      behind.push(letters);
      if (glyph.id === 0 && !missing.includes(letters)) missing.push(letters);
      width += advance;
    }
    return { glyphs, advances, widths, characters: behind, width, missing };
  };

  /** The number of a character, or 0 where it has to go through fontkit. */
  const numberOf = (code: number): number => {
    const known = numbers[code] ?? 0;
    if (known !== 0 || !isPlain(code) || characters.length > mostCharacters) return known;
    numbers[code] = characters.length;
    characters.push(String.fromCharCode(code));
    return characters.length - 1;
  };

  const single = (number: number, known: Known): Single => {
    let own = known.singles[number];
    if (own === undefined) {
      const character = characters[number] ?? '';
      const glyph = read().glyph(character.charCodeAt(0), known === proportional);
      if (glyph === undefined) {
        const shaped = full(character, known);
        own = { glyph: shaped.glyphs[0] ?? 0, width: shaped.advances[0] ?? 0 };
      } else own = { glyph, width: bareWidth(glyph) };
      known.singles[number] = own;
    }
    return own;
  };

  const rowOf = (left: number, known: Known): Float64Array => {
    let row = known.rows[left];
    if (row === undefined) {
      row = new Float64Array(mostCharacters + 1).fill(NaN);
      known.rows[left] = row;
    }
    return row;
  };

  const learn = (left: number, right: number, known: Known): number => {
    const a = single(left, known);
    const b = single(right, known);
    const kern = read().kerning(a.glyph, b.glyph);
    let advance: number;
    if (a.glyph === 0 || b.glyph === 0 || read().mayJoin(a.glyph, b.glyph)) advance = notPlain;
    else advance = kern === undefined ? ask(left, right, known) : a.width + kern * scale;
    rowOf(left, known)[right] = advance;
    return advance;
  };

  /** The advance of a character before another as fontkit lays the two out. */
  const ask = (left: number, right: number, known: Known): number => {
    const a = single(left, known);
    const b = single(right, known);
    const shaped = full((characters[left] ?? '') + (characters[right] ?? ''), known);
    const plain =
      shaped.glyphs.length === 2 &&
      a.glyph !== 0 &&
      shaped.glyphs[0] === a.glyph &&
      shaped.glyphs[1] === b.glyph &&
      Math.abs((shaped.advances[1] ?? 0) - b.width) < 1e-9;
    return plain ? (shaped.advances[0] ?? 0) : notPlain;
  };

  /** A word with ligatures, from the tables; undefined where they do not say all. */
  const joined = (text: string, known: Known): ShapedText | undefined => {
    const ids: number[] = [];
    for (let i = 0; i < text.length; i++) {
      const number = numberOf(text.charCodeAt(i));
      const id = number === 0 ? 0 : single(number, known).glyph;
      if (id === 0) return undefined;
      ids.push(id);
    }
    const glyphs: number[] = [];
    const behind: string[] = [];
    for (let i = 0; i < ids.length;) {
      const ligature = read().ligature(ids, i);
      const length = ligature?.length ?? 1;
      glyphs.push(ligature?.glyph ?? ids[i] ?? 0);
      behind.push(text.slice(i, i + length));
      i += length;
    }
    const widths = glyphs.map(bareWidth);
    const advances: number[] = [];
    for (const [i, width] of widths.entries()) {
      const next = glyphs[i + 1];
      const kern = next === undefined ? 0 : read().kerning(glyphs[i] ?? 0, next);
      if (kern === undefined) return undefined;
      advances.push(width + kern * scale);
    }
    const width = advances.reduce((sum, advance) => sum + advance, 0);
    return { glyphs, advances, widths, characters: behind, width, missing: [] };
  };

  const widthOf = (known: Known, text: string, from: number, to: number): number | undefined => {
    let total = 0;
    let code = text.charCodeAt(from);
    for (let i = from; i < to; i++) {
      const left = numbers[code] || numberOf(code);
      if (left === 0) return undefined;
      const next = i + 1 < to ? text.charCodeAt(i + 1) : space;
      // A space never kerns: words are shaped apart.
      if (next === space || code === space) {
        const own = known.singles[left] ?? single(left, known);
        if (own.glyph === 0) return undefined;
        total += own.width;
      } else {
        const right = numbers[next] || numberOf(next);
        if (right === 0) return undefined;
        const row = known.rows[left] ?? rowOf(left, known);
        let advance = row[right] ?? NaN;
        if (Number.isNaN(advance)) advance = learn(left, right, known);
        if (advance === notPlain) return undefined;
        total += advance;
      }
      code = next;
    }
    return total;
  };

  const shaper = (known: Known): WordShaper => ({
    full: (text) => full(text, known),
    word(text) {
      const glyphs: number[] = [];
      const advances: number[] = [];
      const widths: number[] = [];
      const behind: string[] = [];
      let width = 0;
      let right = text.length === 0 ? 0 : numberOf(text.charCodeAt(0));
      for (let i = 0; i < text.length; i++) {
        const left = right;
        if (left === 0) return full(text, known);
        const own = single(left, known);
        let advance = own.width;
        if (i + 1 < text.length) {
          right = numberOf(text.charCodeAt(i + 1));
          if (right === 0) return full(text, known);
          advance = rowOf(left, known)[right] ?? NaN;
          if (Number.isNaN(advance)) advance = learn(left, right, known);
          if (advance === notPlain) return joined(text, known) ?? full(text, known);
        }
        if (own.glyph === 0) return full(text, known);
        glyphs.push(own.glyph);
        advances.push(advance);
        widths.push(own.width);
        behind.push(characters[left] ?? '');
        width += advance;
      }
      return { glyphs, advances, widths, characters: behind, width, missing: [] };
    },
    width: (text, from, to) => widthOf(known, text, from, to),
    glyphs(text, sink) {
      let code = text.charCodeAt(0);
      for (let i = 0; i < text.length; i++) {
        const left = numbers[code] || numberOf(code);
        if (left === 0) return false;
        const next = i + 1 < text.length ? text.charCodeAt(i + 1) : space;
        const own = known.singles[left] ?? single(left, known);
        if (own.glyph === 0) return false;
        let advance = own.width;
        if (next !== space && code !== space) {
          const right = numbers[next] || numberOf(next);
          if (right === 0) return false;
          advance = (known.rows[left] ?? rowOf(left, known))[right] ?? NaN;
          if (Number.isNaN(advance)) advance = learn(left, right, known);
          if (advance === notPlain) return false;
        }
        sink.glyph(own.glyph, own.width, advance, characters[left] ?? '');
        code = next;
      }
      return true;
    },
  });

  return { proportional: shaper(proportional), tabular: shaper(tabular) };
}
