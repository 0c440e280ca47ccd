/** Where the lines of a text over several lines stand in YAML, whose indentation and folding are no part of the text. */

/** A stretch of a text that stands unbroken in the file, up to where the next begins. */
export interface TextPiece {
  /** Offset in the text. */
  readonly at: number;
  /** Offset in the file. */
  readonly file: number;
}

/** How YAML wrote the text down. */
export type ScalarStyle = 'literal' | 'folded' | 'flow';

/**
 * The pieces of `text`, which YAML made of `typed`; undefined where one cannot be found, for escapes in quotes.
 *
 * `typed` begins with the sign of a block (`|`, `>-`) or a quotation mark, and stands at `start` of its file. Line
 * ends of the text itself belong to the piece before them.
 */
export function textPieces(
  text: string,
  typed: string,
  start: number,
  style: ScalarStyle,
): readonly TextPiece[] | undefined {
  const lines = typedLines(typed, style);
  const indent = style === 'flow' ? 0 : indentOf(lines, text);
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const line of lines) {
    const from = style === 'flow' ? 0 : Math.min(indent, line.text.length);
    const words = line.text.slice(from);
    // An empty line is a line end of the text or, folded, none.
    if (isBlank(words)) continue;
    let found = at;
    while (!text.startsWith(words, found)) {
      const skipped = text[found];
      if (skipped !== ' ' && skipped !== '\n') return undefined;
      found++;
    }
    pieces.push({ at: found, file: start + line.start + from });
    at = found + words.length;
  }
  if (text.slice(at).trim() !== '' || pieces.length === 0) return undefined;
  return pieces[0]?.at === 0 ? pieces : [{ at: 0, file: pieces[0]?.file ?? start }, ...pieces];
}

interface TypedLine {
  readonly text: string;
  /** Offset in what was typed. */
  readonly start: number;
}

/** The lines that hold the text: those under the sign of a block, or those of a flowing text without their margins. */
function typedLines(typed: string, style: ScalarStyle): readonly TypedLine[] {
  const lines: TypedLine[] = [];
  for (const match of typed.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (match[0] === '') continue;
    lines.push({ text: match[0].replace(/[\r\n]+$/, ''), start: match.index });
  }
  if (style !== 'flow') return lines.slice(1);
  const quoted = /^["']/.test(typed);
  return lines.map(({ text, start }, i) => {
    let from = i === 0 ? (quoted ? 1 : 0) : text.length - text.trimStart().length;
    const last = i === lines.length - 1;
    const to = last ? (quoted ? text.length - 1 : text.length) : text.trimEnd().length;
    from = Math.min(from, to);
    return { text: text.slice(from, to), start: start + from };
  });
}

/** Columns that are no part of the text: what its first line has more in the file. */
function indentOf(lines: readonly TypedLine[], text: string): number {
  const first = lines.find((line) => !isBlank(line.text))?.text ?? '';
  const shown = text.split('\n').find((line) => !isBlank(line)) ?? '';
  return Math.max(0, leading(first) - leading(shown));
}

function leading(line: string): number {
  return line.length - line.trimStart().length;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
