/** Fonts of one document: subset by the glyphs used, each word turned into operands once. */
import type { Figures, FontKey, Fonts, ShapedText } from '../type/fonts.js';
import type { PdfKitDocument, PdfKitFont, PdfRef } from './internals.js';
import { codeString, num } from './numbers.js';

/** Glyphs of one font in a row, ready for `TJ`. */
export interface PaintRun {
  /** Resource name. */
  readonly font: string;
  readonly ref: PdfRef;
  /** Strings and kerns between the brackets of `TJ`. */
  readonly operands: string;
}

/** A text as runs, with its whole width in thousandths of the type size. */
export interface PaintText {
  readonly runs: readonly PaintRun[];
  readonly width: number;
  readonly glyphs: number;
}

/** The faces of one document. */
export interface Faces {
  text(key: FontKey, text: string, figures: Figures): PaintText;
}

/** A word, or a space. */
interface Word {
  /** Its operands without the first bracket, and without the last one where `closes` says so: strings that meet are one. */
  readonly inside: string;
  readonly closes: boolean;
  readonly width: number;
  readonly glyphs: number;
}

interface Face {
  readonly font: PdfKitFont;
  readonly words: Readonly<Record<Figures, Map<string, Word>>>;
}

/**
 * Fonts as PDFKit reads them, for as long as the faces they come from live.
 *
 * A meeting has dozens of documents; reading six files for each of them took longer than painting them.
 */
const parsed = new WeakMap<Fonts, Map<FontKey, PdfKitFont['font']>>();

/** Opens faces when they are first used. */
export function documentFaces(document: PdfKitDocument, fonts: Fonts): Faces {
  const opened = new Map<FontKey, Face>();
  const known = parsed.get(fonts) ?? new Map<FontKey, PdfKitFont['font']>();
  parsed.set(fonts, known);
  const face = (key: FontKey): Face => {
    let own = opened.get(key);
    if (own === undefined) {
      // Called once for each face and document: PDFKit looks at the whole font again at every call.
      document.font(known.get(key) ?? fonts.bytes(key));
      const font = document._font;
      known.set(key, font.font);
      own = { font, words: { proportional: new Map(), tabular: new Map() } };
      opened.set(key, own);
    }
    return own;
  };
  const word = (key: FontKey, text: string, figures: Figures): Word => {
    const { font, words } = face(key);
    let made = words[figures].get(text);
    if (made === undefined) {
      made = encode(fonts.shape(key, text, figures), font);
      words[figures].set(text, made);
    }
    return made;
  };
  return {
    text(key, text, figures) {
      const runs: PaintRun[] = [];
      let width = 0;
      let glyphs = 0;
      // Layout splits text where a face lacks a character; labels of drawings come whole.
      for (const part of text === '' ? [] : fonts.runs(key, text)) {
        let operands = '';
        let open = false;
        // Words and spaces are shaped apart here as they were when they were measured.
        for (const piece of pieces(part.text)) {
          const own = word(part.font, piece, figures);
          width += own.width;
          glyphs += own.glyphs;
          if (own.glyphs === 0) continue;
          operands += open ? own.inside : `(${own.inside}`;
          open = own.closes;
        }
        if (open) operands += ')';
        const { font } = face(part.font);
        runs.push({ font: font.id, ref: font.ref(), operands });
      }
      return { runs, width, glyphs };
    },
  };
}

/** Words and single spaces, in order. */
function pieces(text: string): readonly string[] {
  const list: string[] = [];
  let start = 0;
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', start)) {
    if (at > start) list.push(text.slice(start, at));
    list.push(' ');
    start = at + 1;
  }
  if (start < text.length) list.push(text.slice(start));
  return list;
}

/** Includes the glyphs in the subset of the face and writes them with the kerning between them. */
function encode(shaped: ShapedText, font: PdfKitFont): Word {
  let operands = '';
  let codes: number[] = [];
  for (const [index, glyph] of shaped.glyphs.entries()) {
    const width = shaped.widths[index] ?? 0;
    const code = font.subset.includeGlyph(glyph);
    font.widths[code] ??= width;
    // More than one character for a ligature: "ffi" is found and read as it was typed.
    font.unicode[code] ??= Array.from(shaped.characters[index] ?? '', (c) => c.codePointAt(0) ?? 0);
    codes.push(code);
    const kern = (shaped.advances[index] ?? width) - width;
    if (Math.abs(kern) > 0.001) {
      operands += codeString(codes) + num(-kern);
      codes = [];
    }
  }
  const closes = codes.length > 0;
  if (closes) operands += codeString(codes);
  const inside = operands.slice(1, closes ? -1 : undefined);
  return { inside, closes, width: shaped.width, glyphs: shaped.glyphs.length };
}
