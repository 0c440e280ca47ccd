/** Reads what follows `as`: units, decimals and ways of printing. */
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

function readFormat(
  text: string,
  start: number,
): { readonly format?: FormatRequest; readonly fault?: SyntaxFault } {
  let format: FormatRequest = {};
  const words = /\S+/g;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    const [word] = match;
    const places = /^([0-6])dp$/.exec(word);
    if (places !== null) format = { ...format, decimals: Number(places[1]) };
    else if (word === 'signed') format = { ...format, signed: true };
    else if (word === 'words') format = { ...format, words: true };
    else if (word === 'abs') format = { ...format, abs: true };
    else if (word === 'date' || word === 'month') format = { ...format, date: word };
    else if (/^(?:[£€$](?:m|bn|k|000)?|%|pp|FTE)$/.test(word)) format = { ...format, unit: word };
    else {
      const at = { start: start + match.index, end: start + match.index + word.length };
      return {
        fault: {
          message: `“${word}” is not a format`,
          hint: 'After “as” stand a unit (£m, £000, £, %, pp, FTE), 0dp to 6dp, signed, words, abs, date or month.',
          at,
        },
      };
    }
  }
  if (Object.keys(format).length === 0)
    return {
      fault: {
        message: 'no format follows “as”',
        hint: 'Write one, as in “as £m 1dp”.',
        at: { start, end: start + text.length },
      },
    };
  return { format };
}
