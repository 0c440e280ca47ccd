/** Cuts the text of a formula into tokens, each with its place. */
import { parseDate, parseYear } from './calendar.js';
import type { At, Selector, SyntaxFault } from './syntax.js';

export type Token = { readonly at: At } & (
  | { readonly kind: 'number'; readonly digits: string; readonly unit: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly day: number }
  | { readonly kind: 'year'; readonly start: number }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'address'; readonly text: string }
  | { readonly kind: 'brackets'; readonly thisRow: boolean; readonly selectors: readonly Selector[] }
  | { readonly kind: 'symbol'; readonly text: string }
  | { readonly kind: 'end' }
);

/** Tokens of a formula, or the first fault. */
export type Lexed =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly fault: SyntaxFault };

/** Longer formulas than this are a pasted page, not a formula. */
const longest = 4000;

const patterns = {
  /** With characters that cannot be seen and come along with pasted text. */
  space: /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]+/uy,
  address: /[A-Za-z0-9][\w-]*(?:\/[\w-]+)*#[\w-]+|#[\w-]+/y,
  date: /\d{4}-\d{2}-\d{2}(?![\w/-])/y,
  year: /(?:19|20|21)\d{2}\/\d{2}(?!\w|[/.])/y,
  dashedYear: /((?:19|20|21)\d{2})-(\d{2})(?![\w.-])/y,
  money: /([£€])\s?(\d+(?:\.\d+)?|\.\d+)\s?(m|bn|k|million|billion|thousand)?(?![\w.])/y,
  number: /(\d+(?:\.\d+)?|\.\d+)(?:(pp|FTE)(?!\w)|(?![\w.]))/y,
  /** A number with something at its end that belongs to none: `1e5`, `5.`, `3m`. */
  brokenNumber: /\d[\w.]*/y,
  spacedUnit: /\s+(FTE|pp)(?![\w-])/y,
  name: /\$?[A-Za-z_](?:[\w$]|-(?=\w))*(?:\.\w(?:[\w$]|-(?=\w))*)*/y,
  symbol: /==|<>|<=|>=|[-+*/^&=<>%(),:;−×÷]/y,
} as const;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Cuts `text` into tokens. Labels in brackets are read here, because inside them only quotes, commas and ` > ` mean anything. */
export function lex(text: string): Lexed {
  if (text.length > longest)
    return fail(
      { start: 0, end: text.length },
      `this formula has more than ${longest} characters`,
      'Put parts of it into cells of their own.',
    );
  const tokens: Token[] = [];
  let i = 0;
  while (i < text.length) {
    const space = match(patterns.space, text, i);
    if (space !== undefined) {
      i += space[0].length;
      continue;
    }
    const c = text[i];
    if (c === '"' || c === '“' || c === '”') {
      const read = readQuoted(text, i);
      if (read === undefined)
        return fail(
          { start: i, end: text.length },
          'a quotation mark is opened and never closed',
          'Put a second double quote after the words.',
        );
      tokens.push({ kind: 'text', text: read.text, at: { start: i, end: read.end } });
      i = read.end;
      continue;
    }
    if (c === '[') {
      const read = readBrackets(text, i);
      if ('fault' in read) return { ok: false, fault: read.fault };
      tokens.push(read.token);
      i = read.token.at.end;
      continue;
    }
    const token = readPlain(text, i);
    if (token === undefined) {
      const shown = text.slice(i, i + 1 + (/[\ud800-\udbff]/.test(c ?? '') ? 1 : 0));
      return fail(
        { start: i, end: i + shown.length },
        c === ']'
          ? 'a square bracket is closed and was never opened'
          : `“${shown}” means nothing in a formula`,
        foreignSigns.find(({ sign }) => sign.test(shown))?.hint,
      );
    }
    if ('message' in token) return { ok: false, fault: token };
    tokens.push(token);
    i = token.at.end;
  }
  tokens.push({ kind: 'end', at: { start: text.length, end: text.length } });
  return { ok: true, tokens };
}

/** Signs of typesetting and of other programs, and what a formula has for them. */
const foreignSigns: readonly { readonly sign: RegExp; readonly hint: string }[] = [
  { sign: /[‐-―−]/u, hint: 'Type a hyphen for minus; word processors turn it into a dash.' },
  { sign: /[‘’‚‛'`´]/u, hint: 'Put words in double quotes: "yes".' },
  { sign: /[|]/u, hint: 'How a figure is printed stands after “as”: {{ costs[Total, Cost] as £m 1dp }}.' },
  { sign: /[£$€]/u, hint: 'The sign stands directly before its number: £600000, £0.6m.' },
  { sign: /[（）［］＋－＝，]/u, hint: 'This is a wide sign of another keyboard; type the plain one.' },
];

function fail(at: At, message: string, hint?: string): { readonly ok: false; readonly fault: SyntaxFault } {
  return { ok: false, fault: hint === undefined ? { message, at } : { message, hint, at } };
}

function readPlain(text: string, i: number): Token | SyntaxFault | undefined {
  const span = (m: RegExpExecArray): At => ({ start: i, end: i + m[0].length });
  const address = match(patterns.address, text, i);
  if (address !== undefined) return { kind: 'address', text: address[0], at: span(address) };
  const date = match(patterns.date, text, i);
  if (date !== undefined) {
    const day = parseDate(date[0]);
    if (day === undefined) return { message: `there is no such day as ${date[0]}`, at: span(date) };
    return { kind: 'date', day, at: span(date) };
  }
  const dashed = match(patterns.dashedYear, text, i);
  if (dashed !== undefined && (Number(dashed[1]) + 1) % 100 === Number(dashed[2]))
    return {
      message: `${dashed[0]} can be a financial year or a subtraction`,
      hint: `Write ${dashed[1] ?? ''}/${dashed[2] ?? ''} for the year, and spaces around the minus to subtract.`,
      at: span(dashed),
    };
  const year = match(patterns.year, text, i);
  if (year !== undefined) {
    const start = parseYear(year[0]);
    if (typeof start !== 'number') {
      return {
        message: `${year[0]} is not a financial year`,
        hint: 'A financial year ends in the year after it begins, as in 2019/20; to divide, put a space on each side of the stroke.',
        at: span(year),
      };
    }
    return { kind: 'year', start, at: span(year) };
  }
  const money = match(patterns.money, text, i);
  if (money !== undefined)
    return {
      kind: 'number',
      digits: money[2] ?? '',
      unit: (money[1] ?? '') + (money[3] ?? ''),
      at: span(money),
    };
  const number = match(patterns.number, text, i);
  if (number !== undefined) {
    const spaced =
      number[2] === undefined ? match(patterns.spacedUnit, text, i + number[0].length) : undefined;
    const end = i + number[0].length + (spaced?.[0].length ?? 0);
    return {
      kind: 'number',
      digits: number[1] ?? '',
      unit: number[2] ?? spaced?.[1] ?? '',
      at: { start: i, end },
    };
  }
  const broken = match(patterns.brokenNumber, text, i);
  if (broken !== undefined)
    return {
      message: `“${broken[0]}” is not a number`,
      hint: 'Write numbers in figures, as in 100000 or 0.5, and units as in £1.2m, 12% or 3.5 FTE.',
      at: span(broken),
    };
  const name = match(patterns.name, text, i);
  if (name !== undefined) return { kind: 'name', text: name[0], at: span(name) };
  const dollar = /\$?[A-Z]{1,3}\$?[0-9]+/y;
  const fixed = match(dollar, text, i);
  if (fixed !== undefined) return { kind: 'name', text: fixed[0], at: span(fixed) };
  const symbol = match(patterns.symbol, text, i);
  if (symbol !== undefined) {
    const plain = { '−': '-', '×': '*', '÷': '/', '==': '=' }[symbol[0]] ?? symbol[0];
    return { kind: 'symbol', text: plain, at: span(symbol) };
  }
  return undefined;
}

/** Text in double quotes from `start`; two quotes inside stand for one, as in Excel. */
function readQuoted(
  text: string,
  start: number,
): { readonly text: string; readonly end: number } | undefined {
  let value = '';
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c !== '"' && c !== '”' && c !== '“') value += c;
    else if (c === '"' && text[i + 1] === '"') {
      value += '"';
      i++;
    } else return { text: value, end: i + 1 };
  }
  return undefined;
}

/** `[Total, 2019/20]`, `[@Income]`, `[Children > Savings, @]`. */
function readBrackets(
  text: string,
  start: number,
): { readonly token: Token } | { readonly fault: SyntaxFault } {
  const selectors: Selector[] = [];
  let thisRow = false;
  let path: string[] = [];
  let words = '';
  let quoted = false;
  let partStart = start + 1;
  const endLabel = (): void => {
    path.push(quoted ? words : words.trim());
    words = '';
    quoted = false;
  };
  const endPart = (end: number): void => {
    const first = selectors.length === 0;
    const bare = !quoted && path.length === 0 ? words.trim() : undefined;
    endLabel();
    const at = { start: partStart, end };
    if (bare === '*') selectors.push({ kind: 'all', at });
    else if (bare === '@') selectors.push({ kind: 'this', at });
    else {
      const [head = ''] = path;
      if (first && head.startsWith('@')) {
        thisRow = true;
        path = [head.slice(1).trim(), ...path.slice(1)];
      }
      selectors.push({ kind: 'label', path, at });
    }
    path = [];
    partStart = end + 1;
  };
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '"' && (words.trim() === '' || words.trim() === '@')) {
      const read = readQuoted(text, i);
      if (read === undefined) break;
      words = words.trim() + read.text;
      quoted = true;
      i = read.end - 1;
    } else if (c === ',') endPart(i);
    else if (c === '>' && /\s/.test(text[i - 1] ?? '') && /\s/.test(text[i + 1] ?? '')) endLabel();
    else if (c === '[') {
      return {
        fault: {
          message: 'a second square bracket is opened before the first one is closed',
          hint: 'Write a label that holds a square bracket in double quotes.',
          at: { start: i, end: i + 1 },
        },
      };
    } else if (c === ']') {
      endPart(i);
      if (selectors.some((s) => s.kind === 'label' && s.path.some((p) => p === ''))) {
        return {
          fault: {
            message: 'a label between the square brackets is missing',
            hint: 'Write a row and a column, as in [Total, 2019/20].',
            at: { start, end: i + 1 },
          },
        };
      }
      if (selectors.length > 2) {
        return {
          fault: {
            message: `${text.slice(start, i + 1)} names ${selectors.length} things, and a cell is a row and a column`,
            hint: 'Write a label that holds a comma in double quotes.',
            at: { start, end: i + 1 },
          },
        };
      }
      return { token: { kind: 'brackets', thisRow, selectors, at: { start, end: i + 1 } } };
    } else if (!(quoted && c.trim() === '')) words += c;
  }
  return {
    fault: {
      message: 'a square bracket is opened and never closed',
      hint: 'Put ] after the label.',
      at: { start, end: text.length },
    },
  };
}
