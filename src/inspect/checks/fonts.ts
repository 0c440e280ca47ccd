/** Fonts: embedded, with true widths, a text for each code, and no missing glyph (7.21). */
import { finding } from '../conditions.js';
import type { PdfFinding } from '../conditions.js';
import type { PdfFacts } from '../facts.js';
import type { PdfFont } from '../font.js';

/** Checks the codes that are shown in each font. Fonts that show nothing are left alone, as the standard has it. */
export function checkFonts({ pages }: PdfFacts): readonly PdfFinding[] {
  const used = new Map<PdfFont, Set<number>>();
  for (const page of pages)
    for (const [font, codes] of page.used) {
      const all = used.get(font) ?? new Set<number>();
      for (const code of codes) all.add(code);
      used.set(font, all);
    }
  return [...used].flatMap(([font, codes]) => checkFont(font, codes));
}

function checkFont(font: PdfFont, codes: ReadonlySet<number>): readonly PdfFinding[] {
  const found = new Set<PdfFinding['id']>();
  if (!font.embedded) found.add('7.21.4.1-1');
  for (const code of codes) {
    const text = font.unicode.get(code);
    if (text === undefined || text === '') found.add('7.21.7-1');
    else if (/[\0\uFEFF\uFFFE]/.test(text)) found.add('7.21.7-2');
    // Codes of our fonts are glyph numbers: the encoding is Identity-H and the map from codes to glyphs, too.
    if (font.codeLength !== 2) continue;
    if (code === 0) found.add('7.21.8-1');
    if (font.program) {
      if (code >= font.program.glyphs) found.add('7.21.8-1');
      else if (Math.abs((font.width(code) ?? -1) - font.program.width(code)) > 1) found.add('7.21.5-1');
    }
    if (font.cidSet && ((font.cidSet[code >> 3] ?? 0) & (0x80 >> (code & 7))) === 0) found.add('7.21.4.2-2');
  }
  return [...found].map((id) => finding(id, `font ${font.name}`));
}
