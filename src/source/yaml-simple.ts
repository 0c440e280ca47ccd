/** Reads the YAML that nearly all settings are, names with values on one line, without the parser of all YAML. */
import type { DataEntry, DataNode } from './data-node.js';
import type { Span } from './span.js';

/** Makes the span of a stretch of the text. */
type MakeSpan = (start: number, end: number) => Span;

/** A name at the beginning of its line. */
const keyPattern = /([A-Za-z][\w-]*):(?: +|(?=\r?\n|$))/y;
/** An item of a list, with how far it is set in. */
const itemPattern = /( *)- +(?=\S)/y;
/** Signs that begin something other than plain words. */
const indicators = '-?:,[]{}#&*!|>\'"%@`';

/**
 * Reads text in which every line is `name: value`, `- item` or blank, and every value is plain words, words in quotes
 * or a list in square brackets, on one line. Gives just what the full parser would, several times as fast; undefined
 * for anything else, correct or not, which is then the full parser's.
 */
export function readSimpleYaml(text: string, span: MakeSpan): DataNode | undefined {
  if (/[\t\ufeff\u2028\u2029\x85]|\r(?!\n)/.test(text)) return undefined;
  const entries: DataEntry[] = [];
  const names = new Set<string>();
  const begin = text.search(/[^\r\n]/);
  let at = begin;
  /** Where the line after the last name begins: blank lines are no part of the map. */
  let stop = begin;
  while (at >= 0 && at < text.length) {
    if (text[at] === '\r' || text[at] === '\n') {
      at++;
      continue;
    }
    keyPattern.lastIndex = at;
    const key = keyPattern.exec(text)?.[1];
    if (key === undefined || names.has(key)) return undefined;
    names.add(key);
    const from = keyPattern.lastIndex;
    const bare = from === endOfLine(text, from);
    const found = bare ? readItems(text, nextLine(text, from), span) : readValue(text, from, span);
    if (found === undefined) return undefined;
    entries.push({ key, keySpan: span(at, at + key.length), value: found.value });
    at = stop = found.next;
  }
  if (entries.length === 0) return undefined;
  return { kind: 'map', entries, span: span(begin, stop) };
}

interface Found {
  readonly value: DataNode;
  /** Where the next line begins. */
  readonly next: number;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** The lines `- item` under a name, all set in alike. */
function readItems(text: string, from: number, span: MakeSpan): Found | undefined {
  const items: DataNode[] = [];
  let indent: string | undefined;
  let at = from;
  while (at < text.length) {
    itemPattern.lastIndex = at;
    const match = itemPattern.exec(text);
    if (match === null) break;
    indent ??= match[1];
    if (match[1] !== indent) return undefined;
    const found = readValue(text, at + match[0].length, span);
    if (found?.value.kind !== 'scalar') return undefined;
    items.push(found.value);
    at = found.next;
  }
  if (indent === undefined) return undefined;
  return { value: { kind: 'list', items, span: span(from + indent.length, at) }, next: at };
}

/** A value that fills the rest of its line, but for spaces after it. */
function readValue(text: string, from: number, span: MakeSpan): Found | undefined {
  let to = endOfLine(text, from);
  while (to > from && text[to - 1] === ' ') to--;
  const sign = text[from];
  const value =
    sign === '"' || sign === "'"
      ? readQuoted(text, from, to, span)
      : sign === '['
        ? readFlowList(text, from, to, span)
        : readPlain(text, from, to, span);
  return value && { value, next: nextLine(text, from) };
}

/** Words as typed: no colon before a space, and no remark. */
function readPlain(text: string, from: number, to: number, span: MakeSpan): DataNode | undefined {
  const words = text.slice(from, to);
  if (words === '' || indicators.includes(words.charAt(0))) return undefined;
  if (words.includes(': ') || words.endsWith(':') || words.includes(' #')) return undefined;
  return scalar(words, false, from, to, from, span);
}

/** Words in quotes with neither quotes nor backslashes inside. */
function readQuoted(text: string, from: number, to: number, span: MakeSpan): DataNode | undefined {
  const words = text.slice(from + 1, to - 1);
  if (to - from < 2 || text[to - 1] !== text[from] || /["'\\]/.test(words)) return undefined;
  return scalar(words, true, from, to, from + 1, span);
}

function scalar(
  text: string,
  quoted: boolean,
  from: number,
  to: number,
  inner: number,
  span: MakeSpan,
): DataNode {
  return { kind: 'scalar', text, quoted, span: span(from, to), textStart: span(inner, inner).start };
}

/** `[a, b c, d]` with plain items. */
function readFlowList(text: string, from: number, to: number, span: MakeSpan): DataNode | undefined {
  if (text[to - 1] !== ']') return undefined;
  const items: DataNode[] = [];
  let at = from + 1;
  while (at < to - 1) {
    const comma = text.indexOf(',', at);
    const end = comma < 0 || comma > to - 1 ? to - 1 : comma;
    const typed = text.slice(at, end);
    const words = typed.trim();
    const start = at + typed.length - typed.trimStart().length;
    if (/[[\]{}:]/.test(words)) return undefined;
    const item = readPlain(text, start, start + words.length, span);
    if (item === undefined) return undefined;
    items.push(item);
    at = end + 1;
    if (end === comma && at === to - 1) return undefined;
  }
  return { kind: 'list', items, span: span(from, to) };
}
