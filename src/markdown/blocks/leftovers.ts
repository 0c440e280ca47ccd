/** Notices signs that were meant as Markdown, or as a list of Word, and would be printed as typed. */
import { warning } from '../../diagnostics/diagnostic.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { contentSpan, type InlineMap } from '../positions.js';

interface Leftover {
  readonly sign: RegExp;
  readonly message: (typed: string) => string;
  readonly hint: string;
}

/** Within a line: what no rule of Markdown took. */
const inText: readonly Leftover[] = [
  {
    sign: /!\[[^[\]]*\]\([^()]*\)?/g,
    message: (typed) => `“${typed}” is not read as an image, and would be printed as typed`,
    hint: 'Give the file a name without spaces, and write ![what it shows](name.png).',
  },
  {
    sign: /(?<!!)\[[^[\]]*\]\([^()]*\)?/g,
    message: (typed) => `“${typed}” is not read as a link, and would be printed as typed`,
    hint: 'An address begins with https:// or mailto:, or is a reference such as #id; it has no spaces (type %20 for one) and ends with a round bracket.',
  },
  {
    sign: /(?<!\*)\*\*(?!\*)/g,
    message: () => 'these two asterisks are not read as bold, and would be printed as typed',
    hint: 'Bold text has two asterisks at either end and no space inside them: **bold text**. For asterisks as such type \\*\\*.',
  },
];

const barLine: Leftover = {
  sign: /^[ \t]*\|.*\|[ \t]*$/gm,
  message: () => 'this line has the bars of a table, and is not part of one',
  hint: 'A table has a blank line above it and a line such as |---|---:| under its headings, with as many columns.',
};

/** At the beginning of a line of a paragraph. */
const atLineStart: readonly Leftover[] = [
  {
    sign: /^[ \t]*(?:[•·▪◦●■○‣⁃❖➢✓\uf0b7\uf0a7\uf0d8][ \t\u00a0]*|o\t+)(?=\S)/gm,
    message: (typed) => `“${typed}” is a bullet that was pasted, and makes no list`,
    hint: 'Begin each line of the list with a hyphen and a space, and put a blank line above the list.',
  },
  barLine,
  {
    sign: /^[ \t]*\+(?:[-=:]+\+)+[ \t]*$/gm,
    message: () => 'this line is of a kind of table that is not read here',
    hint: 'Write tables with bars: | Service | Cost |, then |---|---:|, then the rows.',
  },
];

/** At the beginning of a paragraph: the numbers are the build's (format, section 3). */
const atStart: readonly Leftover[] = [
  {
    sign: /^\d+(?:\.\d+)+\.?(?:\t[ \t]*|[ \u00a0]+)(?=\p{Lu}\p{Ll}|[AI]\s)/gu,
    message: (typed) => `the number “${typed}” of this paragraph was typed`,
    hint: 'Take it out and put “numbering: paragraphs” at the top of the paper: then the numbers are right by themselves, and can be referred to.',
  },
];

/** Signs in the plain text of a content that were surely meant otherwise; the first of each kind is enough. */
export function leftoversInText(
  content: string,
  plain: () => readonly { readonly start: number; readonly end: number }[],
  map: InlineMap,
): readonly Diagnostic[] {
  if (!/\*\*|\]\(/.test(content)) return [];
  // What is not plain text (code, links that were read, escaped signs) is a gap of the same length.
  let text = '';
  for (const { start, end } of plain()) {
    if (start < text.length) continue;
    text = text.padEnd(start, '\ufffc') + content.slice(start, end);
  }
  return inText.flatMap((leftover) => find(leftover, text, map).slice(0, 1));
}

/** Lines of a paragraph that begin as lists, tables and numbers of Word do; the first of each kind is enough. */
export function leftoversOfParagraph(content: string, map: InlineMap): readonly Diagnostic[] {
  if (!beginsOddly(content)) return [];
  // A row of dashes among them: why the table is none is said elsewhere.
  const tried = /^[ \t]*(?:\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*|\+[-=:+]+)$/m.test(content);
  return [...atLineStart, ...atStart]
    .filter((leftover) => !(tried && leftover === barLine))
    .flatMap((leftover) => find(leftover, content, map).slice(0, 1));
}

/** Signs with which one of the lines above may begin, after spaces. */
const oddStarts = '•·▪◦●■○‣⁃❖➢✓\uf0b7\uf0a7\uf0d8|+o';

/** What ends a line for the patterns. */
const lineEnd = /[\n\r\u2028\u2029]/g;

/** True when a line begins with one of the signs, or the content with a digit: few do, and the patterns cost more. */
function beginsOddly(content: string): boolean {
  for (let at = 0; ; at++) {
    const lineStart = at;
    while (content[at] === ' ' || content[at] === '\t') at++;
    const sign = content[at];
    if (sign === undefined) return false;
    if (oddStarts.includes(sign) || (lineStart === 0 && sign >= '0' && sign <= '9')) return true;
    lineEnd.lastIndex = at;
    const end = lineEnd.exec(content);
    if (end === null) return false;
    at = end.index;
  }
}

function find({ sign, message, hint }: Leftover, text: string, map: InlineMap): readonly Diagnostic[] {
  return [...text.matchAll(sign)].map((match) => {
    const typed = match[0].trim();
    const start = match.index + match[0].length - match[0].trimStart().length;
    const shown = typed.length > 60 ? `${typed.slice(0, 57)}...` : typed;
    return warning(
      'markup-is-read',
      contentSpan(map, start, start + Math.max(1, typed.length)),
      message(shown.replace(/\ufffc+/g, '…')),
      { hint },
    );
  });
}
