/** Reads what follows `as`: units, decimals and ways of printing. */
import { nearest } from '../source/nearest.js';
import type { FormatRequest, SyntaxFault } from './syntax.js';

/** Cuts `as £m 1dp` off the end; `as` counts outside brackets and quotes only. */
export function splitFormat(text: string): {
  readonly body: string;
  readonly format?: FormatRequest;
  readonly fault?: SyntaxFault;
} {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (c === '[' || c === '(') depth++;
    else if (c === ']' || c === ')') depth--;
    else if (c === 'a' && depth <= 0 && text[i + 1] === 's' && isGap(text[i - 1]) && isGap(text[i + 2])) {
      return { body: text.slice(0, i), ...readFormat(text.slice(i + 2), i + 2) };
    }
  }
  return { body: text };
}

function isGap(c: string | undefined): boolean {
  return c === undefined || c.trim() === '' || c === ')' || c === ']';
}

/** Words that may follow `as`, for suggestions. */
const known = [
  '£',
  '£000',
  '£m',
  '£bn',
  '%',
  'pp',
  'FTE',
  '0dp',
  '1dp',
  '2dp',
  '3dp',
  'signed',
  'words',
  'abs',
  'date',
  'month',
];

const list =
  'After “as” stand a unit (£, £000, £m, £bn, %, pp, FTE), 0dp to 6dp, signed, words, abs, date or month.';

/** What one word asks for; undefined for a word that is no format. */
function formatOf(word: string): FormatRequest | undefined {
  const places = /^([0-6])dp$/.exec(word);
  if (places !== null) return { decimals: Number(places[1]) };
  if (word === 'signed') return { signed: true };
  if (word === 'words') return { words: true };
  if (word === 'abs') return { abs: true };
  if (word === 'date' || word === 'month') return { date: word };
  if (/^(?:[£€$](?:m|bn|k|000)?|%|pp|FTE)$/.test(word)) return { unit: word };
  return undefined;
}

const kinds: Readonly<Record<keyof FormatRequest, string>> = {
  unit: 'units',
  decimals: 'numbers of decimals',
  date: 'ways to print a date',
  signed: 'words “signed”',
  words: 'words “words”',
  abs: 'words “abs”',
};

function readFormat(
  text: string,
  start: number,
): { readonly format?: FormatRequest; readonly fault?: SyntaxFault } {
  let format: FormatRequest = {};
  const words = /\S+/g;
  const fault = (message: string, hint: string, at: SyntaxFault['at']): { readonly fault: SyntaxFault } => ({
    fault: { rule: 'format-is-known', message, hint, at },
  });
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    const [word] = match;
    const at = { start: start + match.index, end: start + match.index + word.length };
    const part = formatOf(word);
    if (part === undefined) {
      const near = nearest(word, known);
      return fault(
        `“${word}” is not a format`,
        near === undefined ? list : `Did you mean “${near}”? ${list}`,
        at,
      );
    }
    const [name] = Object.keys(part) as (keyof FormatRequest)[];
    if (name !== undefined && name in format)
      return fault(`two ${kinds[name]} follow “as”`, 'Leave one of them out.', at);
    format = { ...format, ...part };
  }
  if (Object.keys(format).length === 0)
    return fault('no format follows “as”', 'Write one, as in “as £m 1dp”.', {
      start,
      end: start + text.length,
    });
  return { format };
}
