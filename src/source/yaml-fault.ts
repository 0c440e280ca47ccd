/** Turns the faults of the YAML parser into words that a person who never heard of YAML can act on. */

/** A fault as the parser reports it: offsets into the text that it read. */
export interface ParserFault {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The same fault for an officer. `line` tells faults apart: one report for each line is enough. */
export interface DescribedFault {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly message: string;
  readonly hint: string;
  /** True where everything after it was misread. */
  readonly swallowsRest: boolean;
}

/** How to mend a value whose signs were misread. */
export function quoteHint(value: string): string {
  const typed = value.trim();
  if (typed === '' || typed.length > 60 || /["\\\r\n]/.test(typed))
    return 'Put the whole value in double quotes.';
  return `Put the value in double quotes: "${typed}".`;
}

interface Line {
  readonly start: number;
  readonly text: string;
  readonly number: number;
}

/** Says what is wrong at the place of a fault, looking at the line first: the line says more than the parser's code. */
export function describeFault(text: string, fault: ParserFault): DescribedFault {
  const line = lineAt(text, fault.start);
  const wide = wideSpace(line);
  if (wide !== undefined) return wide;
  const open = openMark(text, fault);
  if (open !== undefined) return open;
  const previous = line.start > 0 ? lineAt(text, line.start - 1) : undefined;
  return (
    (fault.code === 'BAD_DQ_ESCAPE' ? undefined : describeLine(line)) ??
    (previous && multiline(fault, line, previous)) ?? {
      start: Math.min(fault.start, text.length),
      end: Math.min(Math.max(fault.end, fault.start), text.length),
      line: line.number,
      ...describeCode(fault, line),
      swallowsRest: false,
    }
  );
}

/** Spaces that Word and web pages put for ordinary ones, where YAML wants an ordinary one. */
function wideSpace(line: Line): DescribedFault | undefined {
  const found =
    /^(?:[ \t]*(?:- )?[\w-]+:|[ \t]*-?|[ \t]*-[ \t]+)(?=([\u00a0\u2000-\u200b\u202f\u3000\ufeff]))/.exec(
      line.text,
    );
  if (found === null) return undefined;
  const start = line.start + found[0].length;
  return {
    start,
    end: start + 1,
    line: line.number,
    message: 'here is a space of another kind, such as Word and web pages have (a non-breaking space)',
    hint: 'Delete it and press the space bar.',
    swallowsRest: true,
  };
}

function lineAt(text: string, offset: number): Line {
  const at = Math.min(offset, text.length);
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const stop = text.indexOf('\n', at);
  const raw = text.slice(start, stop === -1 ? text.length : stop);
  return { start, text: raw.replace(/\r$/, ''), number: text.slice(0, start).split('\n').length };
}

/** An open bracket or quotation mark: the parser notices at the end, the author needs the beginning. */
function openMark(text: string, fault: ParserFault): DescribedFault | undefined {
  const bracket = /and end with a ([\]}])/.exec(fault.text)?.[1];
  if (bracket !== undefined) {
    const sign = bracket === ']' ? '[' : '{';
    const start = lastOpen(text.slice(0, fault.start), sign, bracket);
    const message = `the bracket ${sign} is opened and never closed`;
    const hint = `Close it with ${bracket}, or, if the bracket is part of the words, put the whole value in double quotes.`;
    return { start, end: start + 1, line: lineAt(text, start).number, message, hint, swallowsRest: true };
  }
  const quote = /^Missing closing (["'])/.exec(fault.text)?.[1];
  if (quote === undefined) return undefined;
  const start = openQuote(text.slice(0, fault.end), quote);
  const hint = `Add ${quote} at the end of the value.`;
  const message = `the quotation mark ${quote} is opened and never closed`;
  return { start, end: start + 1, line: lineAt(text, start).number, message, hint, swallowsRest: true };
}

function lastOpen(text: string, sign: string, bracket: string): number {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === bracket) depth++;
    else if (text[i] === sign && depth-- === 0) return i;
  }
  return Math.max(0, text.lastIndexOf(sign));
}

/** A quotation mark opens a value only after a colon, a dash, a comma or a bracket. */
function openQuote(text: string, quote: string): number {
  const opening = new RegExp(`(?:^|[:,[{-])[ \\t]*${quote}`, 'gm');
  let start = text.indexOf(quote);
  for (const match of text.matchAll(opening)) {
    const at = match.index + match[0].length - 1;
    if (!new RegExp(`${quote}[ \\t]*(?:$|[\\r\\n,}\\]])`).test(text.slice(at + 1))) return at;
    start = at;
  }
  return Math.max(0, start);
}

const reserved = /^[@`%*&!|>{[]/;

/** `key: value` and `- value` lines whose value needed quotation marks. */
function describeLine(line: Line): DescribedFault | undefined {
  const lead = /^\s*(?:- +)*/.exec(line.text)?.[0] ?? '';
  const rest = line.text.slice(lead.length);
  const make = (from: number, to: number, message: string, hint: string): DescribedFault => ({
    start: line.start + from,
    end: line.start + to,
    line: line.number,
    message,
    hint,
    swallowsRest: false,
  });
  if (/^\s*\t/.test(lead)) {
    const tab = line.text.indexOf('\t');
    return make(tab, tab + 1, 'this line is indented with a tab', 'Replace the tab with two spaces.');
  }
  const tight = /^([\w-]+):([^\s/].*)$/.exec(rest);
  if (tight?.[1] !== undefined) {
    const colon = lead.length + tight[1].length;
    const message = `there is no space after the colon in “${shorten(rest)}”`;
    return make(
      colon,
      colon + 2,
      message,
      `Type a space after the colon: “${tight[1]}: ${shorten(tight[2] ?? '')}”.`,
    );
  }
  const pair = /^([^\s:"'[{][^:]*):[ \t]+(\S.*)$/.exec(rest);
  const from = lead.length + (pair ? rest.length - (pair[2] ?? '').length : 0);
  const value = pair?.[2] ?? (lead.includes('- ') ? rest : undefined);
  if (value === undefined) return undefined;
  const to = from + value.trimEnd().length;
  if (/^-(\s|$)/.test(value))
    return make(
      from,
      to,
      `the value “${shorten(value)}” begins with a lone hyphen, which starts a list`,
      quoteHint(value),
    );
  if (/^["']/.test(value)) {
    const quote = value.charAt(0);
    const hint =
      quote === '"'
        ? 'Quotation marks inside the value are typed as “curly” ones, or as \\".'
        : "An apostrophe inside single quotes is typed twice: ''.";
    return make(from, to, `there is text after the closing quotation mark in ${shorten(value)}`, hint);
  }
  if (reserved.test(value)) {
    const sign = value.startsWith('{{') ? '{{' : value.charAt(0);
    return make(
      from,
      to,
      `the value “${shorten(value)}” begins with ${sign}, which has a meaning of its own here`,
      quoteHint(value),
    );
  }
  const colon = value.search(/:(\s|$)/);
  if (colon >= 0)
    return make(
      from + colon,
      from + colon + 1,
      `the value “${shorten(value)}” has a colon inside`,
      quoteHint(value),
    );
  return undefined;
}

/** A line without a colon among keys: usually the second line of a long value. */
function multiline(fault: ParserFault, line: Line, previous: Line): DescribedFault | undefined {
  if (
    ![
      'MISSING_CHAR',
      'MULTILINE_IMPLICIT_KEY',
      'BAD_INDENT',
      'UNEXPECTED_TOKEN',
      'BLOCK_AS_IMPLICIT_KEY',
    ].includes(fault.code)
  )
    return undefined;
  const text = line.text.trim();
  if (text === '') return undefined;
  const start = line.start + line.text.indexOf(text);
  const common = { start, end: start + text.length, line: line.number, swallowsRest: false };
  if (fault.code === 'BAD_INDENT' || /^(\s*)- /.test(line.text)) {
    const hint = 'Begin it exactly under the first letter of the line it belongs with, using spaces.';
    return { ...common, message: `“${shorten(text)}” does not line up with the lines above it`, hint };
  }
  if (text.includes(':')) return undefined;
  const before = shorten(previous.text.trim());
  const hint = `Every line is “name: value”. If it continues “${before}”, indent it by two spaces and put the whole value in double quotes.`;
  return { ...common, message: `“${shorten(text)}” is not followed by a colon and a value`, hint };
}

function describeCode(fault: ParserFault, line: Line): { readonly message: string; readonly hint: string } {
  const shown = shorten(line.text.trim());
  switch (fault.code) {
    case 'MULTIPLE_DOCS':
      return {
        message: 'a line --- divides these settings in two',
        hint: 'Delete the line of hyphens; only the first and the last line of the settings have it.',
      };
    case 'BAD_DQ_ESCAPE':
      return {
        message: `the backslash in “${shown}” has a meaning of its own between double quotes`,
        hint: "Put the value in single quotes instead: 'the value'.",
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        message: `a line with a colon follows the value of “${shown}” as if it belonged to it`,
        hint: 'Begin the next line exactly under this one, or put the value in double quotes.',
      };
    default:
      return {
        message: `“${shown}” cannot be read as “name: value”`,
        hint: 'Type a name, a colon, a space and the value; put the value in double quotes when it has signs in it.',
      };
  }
}

function shorten(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 48 ? `${trimmed.slice(0, 45)}...` : trimmed;
}
