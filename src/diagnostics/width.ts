/** How wide text is on a terminal, so that marks stand under the very characters. */

/** A line in three parts, cut to fit: tabs are spaces, control characters are signs that can be seen. */
export interface Shown {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

const widest = 140;
const tabWidth = 4;

/** Splits a line at the marked stretch and leaves out what is far from it. */
export function truncateAround(line: string, start: number, stop: number): Shown {
  let before = visible(line.slice(0, start));
  let marked = visible(line.slice(start, stop));
  let after = visible(line.slice(stop));
  if (before.length + marked.length + after.length <= widest) return { before, marked, after };
  if (before.length > 60) before = `…${Array.from(before).slice(-50).join('')}`;
  if (marked.length > 80) {
    marked = `${Array.from(marked).slice(0, 79).join('')}…`;
    after = '';
  }
  const room = Math.max(0, widest - before.length - marked.length);
  if (after.length > room) after = `${Array.from(after).slice(0, room).join('')}…`;
  return { before, marked, after };
}

/** Tabs become spaces; other control characters, which could move the cursor, become a sign. */
function visible(text: string): string {
  return text
    .replace(/\t/g, ' '.repeat(tabWidth))
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\u00b7');
}

/** Columns that text takes on a terminal: two for East Asian wide signs and emoji, none for combining marks. */
export function printedWidth(text: string): number {
  let width = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    width += graphemeWidth(segment);
  }
  return width;
}

function graphemeWidth(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (/^[\p{Mn}\p{Me}\p{Cf}]+$/u.test(grapheme)) return 0;
  if (grapheme.includes('\ufe0f') || /^\p{Emoji_Presentation}/u.test(grapheme)) return 2;
  return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** Unicode, East Asian Width W and F. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];
