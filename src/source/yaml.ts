/** Reads YAML into text and places; the only file that knows the package `yaml`. */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, Pair, ParsedNode, YAMLMap } from 'yaml';
import { error, warning } from '../diagnostics/diagnostic.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { DataEntry, DataMap, DataNode } from './data-node.js';
import { textPieces } from './scalar-lines.js';
import type { Span } from './span.js';
import { describeFault, quoteHint } from './yaml-fault.js';
import { readSimpleYaml } from './yaml-simple.js';

/** What the conversion carries along. */
interface Reading {
  readonly text: string;
  readonly span: (start: number, end: number) => Span;
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads a stretch of YAML, `text`, which stands at `at` in its file: offsets of the result are the file's own.
 *
 * Every scalar is text as typed. A fault of syntax gives no value; a repeated key, an anchor and the like are
 * reported, and the rest is still read. Empty YAML is an empty map.
 */
export function parseYaml(text: string, at: Span): Checked<DataNode> {
  const simple = readSimpleYaml(text, spansFrom(at));
  return simple === undefined ? parseAnyYaml(text, at) : { value: simple, diagnostics: [] };
}

/** Spans in the file of a stretch of it that begins as `at` does. */
function spansFrom(at: Span): (start: number, end: number) => Span {
  return (start, end) => ({ file: at.file, start: at.start + start, end: at.start + end });
}

/** As {@link parseYaml}, by the parser of all YAML even where the text is simple. */
export function parseAnyYaml(text: string, at: Span): Checked<DataNode> {
  const diagnostics: Diagnostic[] = [];
  const span = spansFrom(at);
  const document = readDocument(text);
  if (document === undefined) {
    const message = 'these settings are nested too deeply to be read';
    return { value: undefined, diagnostics: [error('yaml-reads', span(0, text.length), message)] };
  }
  const faults = document.errors.map((e) => ({
    code: e.code,
    start: e.pos[0],
    end: e.pos[1],
    text: e.message,
  }));
  let lastLine = -1;
  for (const fault of faults) {
    const found = describeFault(text, fault);
    if (found.line === lastLine) continue;
    lastLine = found.line;
    diagnostics.push(error('yaml-reads', span(found.start, found.end), found.message, { hint: found.hint }));
    // After an open bracket or quotation mark nothing else that is reported makes sense.
    if (found.swallowsRest) break;
  }
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const reading = { text, span, diagnostics };
  const contents = document.contents as ParsedNode | null;
  if (contents === null) return { value: { kind: 'map', entries: [], span: span(0, 0) }, diagnostics };
  if (isScalar(contents) && contents.source === '') {
    return { value: { kind: 'map', entries: [], span: span(0, 0) }, diagnostics };
  }
  const value = convert(contents, reading, text.length);
  // What stands for a misread value would only cause faults that are none.
  const misread = diagnostics.some((d) => d.rule === 'yaml-reads' && d.severity === 'error');
  return { value: misread ? undefined : value, diagnostics };
}

function readDocument(text: string): ReturnType<typeof parseDocument> | undefined {
  try {
    // `failsafe` leaves every scalar as typed: 1.10 stays 1.1 with its nought, 09:30 stays a time, no stays a word.
    return parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
    });
  } catch (cause) {
    // The parser calls itself for each level, so thousands of open brackets exhaust the stack.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function convert(node: Node | null, reading: Reading, end: number): DataNode {
  if (node === null) return { kind: 'scalar', text: '', quoted: false, span: reading.span(end, end) };
  const [start, stop] = node.range ?? [end, end];
  if (isAlias(node)) {
    reportSpecial(reading, start, stop, '*', 'a reference to an anchor');
    return {
      kind: 'scalar',
      text: reading.text.slice(start, stop),
      quoted: false,
      span: reading.span(start, stop),
    };
  }
  reportProperties(node, reading, start);
  if (isMap(node)) return convertMap(node as YAMLMap<Node, Node | null>, reading, start, stop);
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(item as Node | null, reading, stop));
    return { kind: 'list', items, span: reading.span(start, stop) };
  }
  if (isScalar(node)) {
    const text = typeof node.value === 'string' ? node.value : '';
    return convertScalar(text, node.type, reading, start, stop);
  }
  throw new Error('The YAML parser gave a node of a kind it does not have.');
}

function convertScalar(
  text: string,
  type: string | undefined,
  reading: Reading,
  start: number,
  stop: number,
): DataNode {
  const quoted = type !== undefined && type !== 'PLAIN';
  if (!quoted && text !== '') warnOfComment(reading, stop);
  const inner = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? start + 1 : start;
  const block = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  const literal = !block && reading.text.startsWith(text, inner) && inner + text.length <= stop;
  const span = reading.span(start, stop);
  const scalar = { kind: 'scalar', text, quoted, span } as const;
  if (literal) return { ...scalar, textStart: reading.span(inner, inner).start };
  const typed = reading.text.slice(start, stop);
  if (!/[\r\n]/.test(typed.trimEnd())) return scalar;
  const style = type === 'BLOCK_LITERAL' ? 'literal' : type === 'BLOCK_FOLDED' ? 'folded' : 'flow';
  const pieces = textPieces(text, typed, span.start, style);
  return pieces === undefined ? scalar : { ...scalar, pieces };
}

/** YAML drops ` #4` at the end of a plain value as a remark: "Committee Room #4" would lose its number unseen. */
function warnOfComment(reading: Reading, stop: number): void {
  const lost = /^[ \t]+(#[^\s#][^\r\n]*)/.exec(reading.text.slice(stop, stop + 200));
  if (lost?.[1] === undefined) return;
  const start = stop + lost[0].length - lost[1].length;
  reading.diagnostics.push(
    warning(
      'yaml-reads',
      reading.span(start, start + lost[1].length),
      `“${lost[1].trim()}” is read as a remark and left out`,
      {
        hint: 'If it belongs to the value, put the whole value in double quotes; if it is a remark, put a space after #.',
      },
    ),
  );
}

function convertMap(
  node: YAMLMap<Node, Node | null>,
  reading: Reading,
  start: number,
  stop: number,
): DataNode {
  const span = reading.span(start, stop);
  const first = new Map<string, DataEntry>();
  for (const pair of node.items) {
    const key = keyOf(pair, reading, start, stop);
    if (key === undefined)
      return { kind: 'scalar', text: reading.text.slice(start, stop), quoted: false, span };
    const entry: DataEntry = { ...key, value: convert(pair.value, reading, key.end) };
    const earlier = first.get(key.key);
    if (earlier === undefined) {
      first.set(key.key, { key: entry.key, keySpan: entry.keySpan, value: entry.value });
      continue;
    }
    reading.diagnostics.push(
      error('key-is-unique', key.keySpan, `“${key.key}” is given twice`, {
        related: [{ span: earlier.keySpan, message: 'first given here' }],
        hint: 'Keep one of the two and delete the other.',
      }),
    );
  }
  const map: DataMap = { kind: 'map', entries: [...first.values()], span };
  return map;
}

/** The key of a pair, or undefined where it is itself a list or a map: then the author forgot quotation marks. */
function keyOf(
  pair: Pair<Node, Node | null>,
  reading: Reading,
  start: number,
  stop: number,
): { readonly key: string; readonly keySpan: Span; readonly end: number } | undefined {
  const key = pair.key as Node | null;
  const range = key?.range;
  if (key !== null && range && isScalar(key)) {
    reportProperties(key, reading, range[0]);
    const end = pair.value === null ? range[1] : afterColon(reading.text, range[1]);
    return { key: String(key.value), keySpan: reading.span(range[0], range[1]), end };
  }
  const typed = reading.text.slice(start, stop);
  const shown = (typed.split(/\r?\n/)[0] ?? '').slice(0, 40);
  const message = typed.startsWith('{{')
    ? `the value “${shown}” begins with a brace, which has a meaning of its own here`
    : `“${shown}” cannot be read as a name followed by a value`;
  reading.diagnostics.push(
    error('yaml-reads', reading.span(start, stop), message, { hint: quoteHint(typed) }),
  );
  return undefined;
}

function afterColon(text: string, from: number): number {
  const colon = text.indexOf(':', from);
  return colon === -1 ? from : colon + 1;
}

/** Anchors (`&`) and tags (`!`): nobody types them on purpose here, so they are a value without its quotation marks. */
function reportProperties(node: Node, reading: Reading, start: number): void {
  if ('anchor' in node && node.anchor !== undefined) {
    const from = Math.max(0, reading.text.lastIndexOf(`&${node.anchor}`, start));
    reportSpecial(reading, from, from + node.anchor.length + 1, '&', 'an anchor');
  }
  if (node.tag !== undefined && node.tag !== '') {
    const from = reading.text.lastIndexOf('!', start);
    if (from >= 0 && /^[^\n]*$/.test(reading.text.slice(from, start))) {
      reportSpecial(reading, from, start, '!', 'a type');
    }
  }
}

function reportSpecial(reading: Reading, start: number, end: number, sign: string, what: string): void {
  const message = `a value that begins with ${sign} is taken for ${what}`;
  const line = /^[^\r\n]*/.exec(reading.text.slice(start))?.[0] ?? '';
  reading.diagnostics.push(error('yaml-reads', reading.span(start, end), message, { hint: quoteHint(line) }));
}
