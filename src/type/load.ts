/** Reads the font files out of their npm packages and answers every question about text in them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { fallbacks, fontKeys } from './fonts.js';
import type { Figures, FontKey, FontRun, Fonts, ShapedText } from './fonts.js';
import { makeWordShapers } from './shape-word.js';
import type { WordShaper } from './shape-word.js';

const files: Readonly<Record<FontKey, string>> = {
  sans: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'sans-italic': '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  'sans-bold': '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'sans-bold-italic':
    '@expo-google-fonts/source-sans-3/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf',
  serif: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'serif-bold': '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
};

interface Face {
  readonly font: fontkit.Font;
  readonly bytes: Uint8Array;
  readonly shapers: Readonly<Record<Figures, WordShaper>>;
  readonly words: Readonly<Record<Figures, Map<string, ShapedText>>>;
  /** Whether the face has a character, by code point. */
  readonly has: Map<number, boolean>;
  readonly ascent: number;
  readonly descent: number;
}

const nothing: ShapedText = { glyphs: [], advances: [], widths: [], characters: [], width: 0, missing: [] };

/** Reads the faces, each when it is first used. Throws when a font package is not installed. */
export function loadFonts(): Fonts {
  const require = createRequire(import.meta.url);
  const faces = new Map<FontKey, Face>();

  const face = (key: FontKey): Face => {
    let loaded = faces.get(key);
    if (loaded === undefined) {
      const bytes = readFileSync(require.resolve(files[key]));
      const font = fontkit.create(bytes);
      if (!('layout' in font)) throw new Error(`${files[key]} is a collection, not a font`);
      loaded = {
        font,
        bytes,
        shapers: makeWordShapers(font),
        words: { proportional: new Map(), tabular: new Map() },
        has: new Map(),
        ascent: (font.ascent * 1000) / font.unitsPerEm,
        descent: (-font.descent * 1000) / font.unitsPerEm,
      };
      faces.set(key, loaded);
    }
    return loaded;
  };

  const word = (key: FontKey, text: string, figures: Figures): ShapedText => {
    const { words, shapers } = face(key);
    let shaped = words[figures].get(text);
    if (shaped === undefined) {
      shaped = shapers[figures].word(text);
      words[figures].set(text, shaped);
    }
    return shaped;
  };

  const has = (key: FontKey, codePoint: number): boolean => {
    const { font, has: known } = face(key);
    let answer = known.get(codePoint);
    if (answer === undefined) {
      answer = font.hasGlyphForCodePoint(codePoint);
      known.set(codePoint, answer);
    }
    return answer;
  };

  /** True where a face has every character of a text, none of which steers or combines. */
  const hasAll = (key: FontKey, text: string): boolean => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      // Every face has all of ASCII.
      if (code >= 32 && code < 127) continue;
      if (code >= 0xd800 || isMark(code) || isInvisible(code) || !has(key, code)) return false;
    }
    return true;
  };

  const bearer = (key: FontKey, codePoint: number): FontKey | undefined =>
    has(key, codePoint) ? key : fallbacks[key].find((other) => has(other, codePoint));

  return {
    shape(key, text, figures) {
      if (text === '') return nothing;
      if (!text.includes(' ')) return word(key, text, figures);
      return join(pieces(text).map((piece) => word(key, piece, figures)));
    },
    glyphs(key, text, figures, sink) {
      if (face(key).shapers[figures].glyphs(text, sink)) return;
      sink.restart();
      for (const piece of pieces(text)) {
        const { glyphs, widths, advances, characters } = word(key, piece, figures);
        for (const [i, glyph] of glyphs.entries())
          sink.glyph(glyph, widths[i] ?? 0, advances[i] ?? 0, characters[i] ?? '');
      }
    },
    width(key, text, size, figures, from = 0, to = text.length) {
      if (to <= from) return 0;
      let width = face(key).shapers[figures].width(text, from, to);
      if (width === undefined) {
        width = 0;
        for (const piece of pieces(text.slice(from, to))) width += word(key, piece, figures).width;
      }
      return (width * size) / 1000;
    },
    runs(key, text) {
      if (hasAll(key, text)) return [{ font: key, text }];
      const runs: FontRun[] = [];
      let current: { font: FontKey; text: string } | undefined;
      for (const character of text) {
        const codePoint = character.codePointAt(0) ?? 0;
        const joins = isMark(codePoint) || isInvisible(codePoint);
        const font = joins && current !== undefined ? current.font : (bearer(key, codePoint) ?? key);
        if (current?.font === font) current.text += character;
        else {
          current = { font, text: character };
          runs.push(current);
        }
      }
      return runs;
    },
    missing(key, text) {
      if (hasAll(key, text)) return [];
      const missing: string[] = [];
      for (const character of text) {
        const codePoint = character.codePointAt(0) ?? 0;
        if (isInvisible(codePoint) || missing.includes(character)) continue;
        if (bearer(key, codePoint) === undefined) missing.push(character);
      }
      return missing;
    },
    kept: new WeakMap(),
    bytes: (key) => face(key).bytes,
    parsed: (key) => face(key).font,
    ascent: (key) => face(key).ascent,
    descent: (key) => face(key).descent,
  };
}

/** Every font key, for callers that embed them all. */
export { fontKeys };

/** Words and single spaces, in order. */
function pieces(text: string): readonly string[] {
  const list: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) !== 32) continue;
    if (i > start) list.push(text.slice(start, i));
    list.push(' ');
    start = i + 1;
  }
  if (start < text.length) list.push(text.slice(start));
  return list;
}

function join(parts: readonly ShapedText[]): ShapedText {
  const missing = parts.flatMap((part) => part.missing);
  return {
    glyphs: parts.flatMap((part) => part.glyphs),
    advances: parts.flatMap((part) => part.advances),
    widths: parts.flatMap((part) => part.widths),
    characters: parts.flatMap((part) => part.characters),
    width: parts.reduce((sum, part) => sum + part.width, 0),
    missing: missing.length < 2 ? missing : [...new Set(missing)],
  };
}

function isMark(codePoint: number): boolean {
  return codePoint >= 0x300 && codePoint <= 0x36f;
}

/** Joiners, direction marks, variation selectors: they steer, and show nothing. */
function isInvisible(codePoint: number): boolean {
  return (
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x2028 && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x2064) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xad ||
    codePoint === 0xfeff
  );
}
