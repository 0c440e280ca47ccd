/**
 * Fonts of the packs as a painter writes them: the code of a glyph is its number in the font file.
 *
 * Such a code does not depend on what else a document holds, so the finished stream of a page serves every document.
 */
import { fontKeys } from '../type/fonts.js';
import type { Figures, FontKey, Fonts, GlyphSink } from '../type/fonts.js';
import { ByteWriter } from './bytes.js';
import type { PdfKitDocument, PdfKitFont, PdfRef } from './internals.js';
import { toUnicode } from './to-unicode.js';
import { readFontFile } from './truetype.js';
import type { FontFile } from './truetype.js';

/** Glyphs of one face that some content shows, each with the characters behind it where it is first shown. */
export interface FaceUse {
  readonly key: FontKey;
  readonly glyphs: readonly number[];
  readonly characters: readonly string[];
}

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
  /** A text as strings, for drawings that put their operators together themselves. */
  text(key: FontKey, text: string, figures: Figures): PaintText;
  /** The font object of a face. */
  ref(key: FontKey): PdfRef;
  /** Embeds glyphs that kept content shows. */
  use(uses: readonly FaceUse[]): void;
}

/** Writes text and notes which glyphs it took. One belongs to one set of fonts, and is used for one content at a time. */
export interface GlyphWriter {
  /** Begins to note anew. */
  begin(): void;
  /** Strings and kerns between the brackets of `TJ`; the answer is the width in thousandths of the type size. */
  show(out: ByteWriter, key: FontKey, text: string, figures: Figures): number;
  /** How many glyphs the last `show` wrote. */
  readonly shown: number;
  /** What was noted. */
  uses(): readonly FaceUse[];
}

/** Resource names, the same in every document. */
const names = Object.fromEntries(fontKeys.map((key, index) => [key, `F${index + 1}`])) as Readonly<
  Record<FontKey, string>
>;

/** Resource name of a face. */
export function faceName(key: FontKey): string {
  return names[key];
}

interface Noted {
  readonly key: FontKey;
  /** For each glyph: the content that it was last noted for. */
  readonly last: Uint32Array;
  content: number;
  glyphs: number[];
  characters: string[];
}

const mostGlyphs = 0x10000;

/** Makes the writer of a set of fonts. */
export function glyphWriter(fonts: Fonts): GlyphWriter {
  const faces = new Map<FontKey, Noted>();
  let content = 0;
  let noted: Noted[] = [];
  let face: Noted | undefined;
  let out = new ByteWriter(0);
  let open = false;
  let width = 0;
  let shown = 0;
  const note = (glyph: number, characters: string, { last, glyphs, characters: all }: Noted): void => {
    last[glyph] = content;
    glyphs.push(glyph);
    all.push(characters);
  };
  let start = 0;
  const sink: GlyphSink = {
    glyph(glyph, own, advance, characters) {
      if (face !== undefined && face.last[glyph] !== content) note(glyph, characters, face);
      open = writeGlyph(out, open, glyph, own, advance);
      width += advance;
      shown++;
    },
    restart() {
      out.length = start;
      open = false;
      width = 0;
      shown = 0;
    },
  };
  const closeString = (): void => {
    if (open) out.byte(0x29);
  };
  return {
    begin() {
      content++;
      noted = [];
    },
    show(target, key, text, figures) {
      face = faces.get(key);
      if (face === undefined) {
        face = { key, last: new Uint32Array(mostGlyphs), content: 0, glyphs: [], characters: [] };
        faces.set(key, face);
      }
      if (face.content !== content) {
        face.content = content;
        face.glyphs = [];
        face.characters = [];
        noted.push(face);
      }
      out = target;
      start = target.length;
      sink.restart();
      fonts.glyphs(key, text, figures, sink);
      closeString();
      return width;
    },
    get shown() {
      return shown;
    },
    uses: () => noted.map(({ key, glyphs, characters }) => ({ key, glyphs, characters })),
  };
}

/** Writes a two-byte code, and the kern after it where there is one; the answer says whether the string is still open. */
function writeGlyph(out: ByteWriter, open: boolean, glyph: number, own: number, advance: number): boolean {
  if (!open) out.byte(0x28);
  out.inString(glyph >> 8);
  out.inString(glyph & 0xff);
  const kern = advance - own;
  if (kern < 0.001 && kern > -0.001) return true;
  out.byte(0x29);
  out.number(-kern);
  return false;
}

interface Face {
  readonly font: PdfKitFont;
  readonly used: Set<number>;
}

/** Under this key a set of fonts keeps the tables of its files, for all documents. */
const tablesKey = {};

/** Opens faces when they are first used. */
export function documentFaces(document: PdfKitDocument, fonts: Fonts): Faces {
  const files = (fonts.kept.get(tablesKey) ?? new Map()) as Map<FontKey, FontFile>;
  fonts.kept.set(tablesKey, files);
  const opened = new Map<FontKey, Face>();
  const face = (key: FontKey): Face => {
    let own = opened.get(key);
    if (own === undefined) {
      own = openFace(document, fonts, key, files);
      opened.set(key, own);
    }
    return own;
  };
  const include = ({ font, used }: Face, glyph: number, characters: string): void => {
    used.add(glyph);
    // More than one character for a ligature: "ffi" is found and read as it was typed.
    font.unicode[glyph] ??= Array.from(characters, (c) => c.codePointAt(0) ?? 0);
  };
  const scratch = new ByteWriter(256);
  return {
    text(key, text, figures) {
      const runs: PaintRun[] = [];
      let width = 0;
      let glyphs = 0;
      // Layout splits text where a face lacks a character; labels of drawings come whole.
      for (const part of text === '' ? [] : fonts.runs(key, text)) {
        const own = face(part.font);
        scratch.reset();
        const shaped = fonts.shape(part.font, part.text, figures);
        let open = false;
        for (const [i, glyph] of shaped.glyphs.entries()) {
          include(own, glyph, shaped.characters[i] ?? '');
          open = writeGlyph(scratch, open, glyph, shaped.widths[i] ?? 0, shaped.advances[i] ?? 0);
        }
        if (open) scratch.byte(0x29);
        width += shaped.width;
        glyphs += shaped.glyphs.length;
        const operands = Buffer.from(scratch.view()).toString('latin1');
        runs.push({ font: names[part.font], ref: own.font.ref(), operands });
      }
      return { runs, width, glyphs };
    },
    ref: (key) => face(key).font.ref(),
    use(uses) {
      for (const { key, glyphs, characters } of uses) {
        const own = face(key);
        for (let i = 0; i < glyphs.length; i++) {
          const glyph = glyphs[i] ?? 0;
          if (!own.used.has(glyph)) include(own, glyph, characters[i] ?? '');
        }
      }
    },
  };
}

/**
 * A face as PDFKit embeds it, but with numbers of glyphs kept: only the file's outlines, the widths and the way back to
 * characters are ours.
 */
function openFace(document: PdfKitDocument, fonts: Fonts, key: FontKey, files: Map<FontKey, FontFile>): Face {
  // PDFKit reads fonts with fontkit, as ours are read: a file need not be read twice.
  document.font(fonts.parsed(key) as PdfKitFont['font']);
  const font = document._font;
  const file = files.get(key) ?? readFontFile(fonts.bytes(key));
  files.set(key, file);
  const used = new Set<number>();
  font.id = names[key];
  font.unicode = [];
  font.subset = { encode: () => file.subset(used) };
  font.toUnicodeCmap = () => {
    const cmap = document.ref();
    cmap.end(Buffer.from(toUnicode(font.unicode), 'latin1'));
    return cmap;
  };
  const embed = font.embed.bind(font);
  font.embed = () => {
    font.widths = widthsOf(used, file);
    embed();
  };
  return { font, used };
}

/** From glyph 0 on; those that are not used have no width, as in the file that is embedded. */
function widthsOf(used: ReadonlySet<number>, file: FontFile): number[] {
  const widths: number[] = [];
  for (const glyph of [0, ...used]) {
    while (widths.length <= glyph) widths.push(0);
    widths[glyph] = file.advance(glyph);
  }
  return widths;
}
