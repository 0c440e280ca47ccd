/** Fonts of one document: opened once, subset by the glyphs used, each run of text turned into operands once. */
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

/** Opens faces when they are first used. */
export function documentFaces(document: PdfKitDocument, fonts: Fonts): Faces {
  const opened = new Map<FontKey, PdfKitFont>();
  const cache = new Map<string, PaintText>();
  const face = (key: FontKey): PdfKitFont => {
    const known = opened.get(key);
    if (known) return known;
    // Called once for each face: PDFKit reads the whole file again at every call with bytes.
    document.font(fonts.bytes(key));
    const font = document._font;
    opened.set(key, font);
    return font;
  };
  return {
    text(key, text, figures) {
      const name = `${key}\n${figures}\n${text}`;
      const known = cache.get(name);
      if (known) return known;
      const runs: PaintRun[] = [];
      let width = 0;
      let glyphs = 0;
      // Layout splits text where a face lacks a character; labels of drawings come whole.
      for (const part of fonts.runs(key, text)) {
        const shaped = fonts.shape(part.font, part.text, figures);
        runs.push(encode(shaped, face(part.font)));
        width += shaped.width;
        glyphs += shaped.glyphs.length;
      }
      const made = { runs, width, glyphs };
      cache.set(name, made);
      return made;
    },
  };
}

/** Includes the glyphs in the subset of the face and writes them with the kerning between them. */
function encode(shaped: ShapedText, font: PdfKitFont): PaintRun {
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
  if (codes.length > 0) operands += codeString(codes);
  return { font: font.id, ref: font.ref(), operands };
}
