/** Runs of text as operators: placed by their baseline, with the lines that underline or strike them. */
import type { TextItem } from '../layout/display.js';
import type { Figures, FontKey, Fonts } from '../type/fonts.js';
import type { ContentStream } from './content.js';
import type { GlyphWriter } from './faces.js';

/** What text is written with. */
export interface TextTools {
  readonly fonts: Fonts;
  readonly glyphs: GlyphWriter;
}

/** Writes a run of text. */
export function drawText(item: TextItem, pageHeight: number, content: ContentStream, tools: TextTools): void {
  const { x, size, letterSpacing: spacing = 0 } = item;
  const y = pageHeight - item.y + (item.rise ?? 0);
  const { out } = content;
  content.fillWith(item.colour);
  content.moveText(x, y);
  content.spaceLetters(spacing);
  const { width, glyphs } = showText(item.font, item.text, size, item.figures, content, tools);
  if (item.underline !== true && item.strike !== true) return;
  const whole = (width / 1000) * size + spacing * glyphs;
  content.endText();
  const bar = (at: number): void => {
    content.operator('re', x, at, whole, size * 0.05);
    out.ascii('f\n');
  };
  if (item.underline) bar(y - size * 0.14);
  if (item.strike) bar(y + size * 0.25);
}

/** Shows a text from where the text matrix stands. The answer is its width in thousandths of the type size. */
export function showText(
  font: FontKey,
  text: string,
  size: number,
  figures: Figures,
  content: ContentStream,
  { fonts, glyphs }: TextTools,
): { readonly width: number; readonly glyphs: number } {
  const { out } = content;
  let width = 0;
  let count = 0;
  // Layout splits text where a face lacks a character; labels of drawings come whole.
  for (const run of fonts.runs(font, text)) {
    content.setIn(run.font, size);
    out.byte(0x5b);
    width += glyphs.show(out, run.font, run.text, figures);
    count += glyphs.shown;
    out.ascii(']TJ\n');
  }
  return { width, glyphs: count };
}

/** Width of a text in points, with the faces that stand in for characters. */
export function textWidth(
  font: FontKey,
  text: string,
  size: number,
  figures: Figures,
  { fonts }: TextTools,
): number {
  let width = 0;
  for (const run of fonts.runs(font, text)) width += fonts.width(run.font, run.text, size, figures);
  return width;
}
