/** The faces of the packs (look, tokens, section 2) and what a caller may ask of them. */

export const fontKeys = [
  'sans',
  'sans-italic',
  'sans-bold',
  'sans-bold-italic',
  'serif',
  'serif-bold',
] as const;
/** `bold` is weight 600. */
export type FontKey = (typeof fontKeys)[number];

/** Proportional figures in running text, tabular ones in columns, ranges and numbers. */
export type Figures = 'proportional' | 'tabular';

/**
 * A stretch of text in one face, as glyphs. All lengths in thousandths of the type size.
 *
 * The four lists run in step: one entry for each glyph.
 */
export interface ShapedText {
  /** Glyph ids of the font file; 0 where the face lacks the character. */
  readonly glyphs: readonly number[];
  /** Advances with kerning. */
  readonly advances: readonly number[];
  /** Advances of the bare glyphs, as the font file's `hmtx` has them: what a PDF's width array says. */
  readonly widths: readonly number[];
  /** The characters behind each glyph: two or three for a ligature. */
  readonly characters: readonly string[];
  /** Sum of the advances. */
  readonly width: number;
  /** Characters that the face lacks, in order of their first appearance. */
  readonly missing: readonly string[];
}

/** Takes the glyphs of a text one after another. */
export interface GlyphSink {
  /** One glyph: bare width and advance in thousandths of the type size, and the characters behind it. */
  glyph(id: number, width: number, advance: number, characters: string): void;
  /** What was handed out of this text does not count: it begins anew. */
  restart(): void;
}

/** A stretch of text that one face can show. */
export interface FontRun {
  readonly font: FontKey;
  readonly text: string;
}

/** The loaded faces. Shaped words are kept for as long as this value lives. */
export interface Fonts {
  /** Glyphs and advances of a text. Words and the spaces between them are shaped apart, so a space never kerns. */
  shape(font: FontKey, text: string, figures: Figures): ShapedText;
  /** Hands the glyphs that {@link Fonts.shape} gives to a sink, and makes no lists of them. */
  glyphs(font: FontKey, text: string, figures: Figures, sink: GlyphSink): void;
  /**
   * Width of a text in points at a type size: the same number as its {@link ShapedText.width} gives. Of the part from one
   * offset to another where they are given.
   */
  width(font: FontKey, text: string, size: number, figures: Figures, from?: number, to?: number): number;
  /**
   * Divides a text by the faces that have its characters, the wanted face first, then its relatives.
   * A character that no face has stays with the wanted one: see {@link Fonts.missing}.
   */
  runs(font: FontKey, text: string): readonly FontRun[];
  /** Characters of a text that no face of the fallback chain has. */
  missing(font: FontKey, text: string): readonly string[];
  /** Room for callers to keep what they worked out with these faces, by the value it belongs to. */
  readonly kept: WeakMap<object, unknown>;
  /** The font file, for embedding. */
  bytes(font: FontKey): Uint8Array;
  /** The file as fontkit has read it, for others who read fonts with fontkit. */
  parsed(font: FontKey): unknown;
  /** Height above the baseline, in thousandths of the type size. */
  ascent(font: FontKey): number;
  /** Depth below the baseline, in thousandths of the type size; positive. */
  descent(font: FontKey): number;
}

/** Which faces stand in, in order, for a character that a face lacks. */
export const fallbacks: Readonly<Record<FontKey, readonly FontKey[]>> = {
  sans: ['serif'],
  'sans-italic': ['sans', 'serif'],
  'sans-bold': ['sans', 'serif-bold', 'serif'],
  'sans-bold-italic': ['sans-bold', 'sans', 'serif-bold', 'serif'],
  serif: ['sans'],
  'serif-bold': ['serif', 'sans-bold', 'sans'],
};
