/** What of a text is printed: single spaces, no control characters, and no character that no face has. */
import { error } from '../../diagnostics/diagnostic.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Span } from '../../source/span.js';
import type { FontKey, Fonts } from '../../type/fonts.js';

/** Nothing to clean, and every face has all of it. */
const ascii = 0;
/** Nothing to clean. */
const clean = 1;
const unclean = 2;

/** Looks through a text once. What is rare counts as unclean, and is looked at closely then. */
function stateOf(text: string): typeof ascii | typeof clean | typeof unclean {
  let state: typeof ascii | typeof clean = ascii;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32) {
      if (before === 32) return unclean;
    } else if (code < 32 || code > 126) {
      const usual =
        (code >= 0xa0 && code < 0x250 && code !== 0xad) ||
        (code >= 0x2012 && code < 0x2028) ||
        code === 0x20ac ||
        code === 0x2212;
      if (!usual) return unclean;
      state = clean;
    }
    before = code;
  }
  return state;
}

/** A text as it is printed. */
export interface Printed {
  readonly text: string;
  /** True where every face has every character. */
  readonly ascii: boolean;
}

/** Single spaces, no control characters, no soft hyphens (the packs do not hyphenate); no space after a space. */
export function printed(raw: string, afterSpace: boolean): Printed {
  const state = stateOf(raw);
  const text =
    state !== unclean
      ? raw
      : raw
          .replace(/[\t\n\r\f\v \u2000-\u200a\u2028\u2029\u3000]+/g, ' ')
          .replace(/\u2011/g, '-\u2060')
          .replace(/\u202f/g, '\u00a0')
          .replace(/[\p{Cc}\p{Variation_Selector}\u00ad\u200e\u200f\u202a-\u202e\ufeff]/gu, '');
  return {
    text: afterSpace && text.startsWith(' ') ? text.slice(1) : text,
    ascii: state === ascii,
  };
}

/** The text with a question mark for each character that no face has; reports them. */
export function present(
  text: string,
  font: FontKey,
  fonts: Fonts,
  span: Span | undefined,
  report: (fault: Diagnostic) => void,
): string {
  const missing = fonts.missing(font, text);
  if (missing.length === 0) return text;
  const named = missing.map((character) => `“${character}” (U+${hex(character)})`).join(', ');
  report(
    error(
      'character-is-printable',
      span ?? { file: '', start: 0, end: 0 },
      `the fonts of the packs have no ${named}`,
      { hint: 'Use a word or another character: pictures and most symbols cannot be printed.' },
    ),
  );
  return Array.from(text, (character) => (missing.includes(character) ? '?' : character)).join('');
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
