/** Reads XML strictly: well-formed or refused, with the line of everything, and no entities but those of XML itself. */

/** An element with its attributes as typed, prefixes included. */
export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Counted from 1. */
  readonly line: number;
}

export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
}

export type XmlNode = XmlElement | XmlText;

/** Why a text is no well-formed XML, in words that follow "in line 12". */
export interface XmlFault {
  readonly line: number;
  readonly message: string;
}

export type XmlResult =
  { readonly kind: 'root'; readonly root: XmlElement } | { readonly kind: 'fault'; readonly fault: XmlFault };

/** Deeper nesting than this is no drawing, and would exhaust the stack of whoever walks the tree. */
const deepest = 250;

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Reads a document (XML 1.0, fifth edition).
 *
 * A document type is passed over; one that declares entities is refused, since entities may name files and may multiply
 * a few bytes to gigabytes. Nothing outside the text is ever read.
 */
export function readXml(text: string): XmlResult {
  try {
    return { kind: 'root', root: readDocument({ text: text.replace(/^\uFEFF/, ''), at: 0 }) };
  } catch (thrown) {
    if (thrown instanceof Malformed) return { kind: 'fault', fault: thrown.fault };
    throw thrown;
  }
}

/** Carries a fault out of the depths of the reader; never leaves this file. */
class Malformed extends Error {
  constructor(readonly fault: XmlFault) {
    super(fault.message);
  }
}

interface Cursor {
  readonly text: string;
  at: number;
  /** How far lines were counted, and how many there were: elements come in order. */
  counted?: number;
  line?: number;
}

interface OpenElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
  readonly line: number;
}

function readDocument(cursor: Cursor): XmlElement {
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  const { text } = cursor;
  while (cursor.at < text.length) {
    const next = text.indexOf('<', cursor.at);
    const end = next === -1 ? text.length : next;
    addText(text.slice(cursor.at, end), open.at(-1), cursor);
    cursor.at = end;
    if (next === -1) break;
    if (text.startsWith('<!--', next)) {
      cursor.at = after('-->', next + 4, 'a comment is not closed', cursor);
    } else if (text.startsWith('<![CDATA[', next)) {
      const stop = after(']]>', next + 9, 'a CDATA section is not closed', cursor);
      const parent = open.at(-1);
      if (parent === undefined) throw fault(cursor, 'there are characters outside the drawing');
      parent.children.push({ kind: 'text', text: text.slice(next + 9, stop - 3) });
      cursor.at = stop;
    } else if (text.startsWith('<?', next)) {
      cursor.at = after('?>', next + 2, 'an instruction is not closed', cursor);
    } else if (text.startsWith('<!', next)) {
      if (root !== undefined) throw fault(cursor, 'a declaration stands within the drawing');
      cursor.at = documentType(next, cursor);
    } else if (text.startsWith('</', next)) {
      closeElement(open, cursor);
    } else {
      if (root !== undefined && open.length === 0) throw fault(cursor, 'a second drawing follows the first');
      const element = openElement(cursor);
      root ??= element.node;
      open.at(-1)?.children.push(element.node);
      if (!element.closed) open.push(element.node);
      if (open.length > deepest) throw fault(cursor, 'elements are nested too deeply');
    }
  }
  const left = open.at(-1);
  if (left !== undefined) throw fault(cursor, `<${left.name}> of line ${left.line} is not closed`);
  if (root === undefined) throw fault(cursor, 'there is no element');
  return root;
}

function addText(raw: string, parent: OpenElement | undefined, cursor: Cursor): void {
  if (raw === '') return;
  if (parent === undefined) {
    if (/\S/.test(raw)) throw fault(cursor, 'there are characters outside the drawing');
    return;
  }
  if (raw.includes(']]>')) throw fault(cursor, '“]]>” stands in the text');
  parent.children.push({ kind: 'text', text: decode(raw, cursor) });
}

/** The place after a document type. Its own declarations may be there, entities not. */
function documentType(from: number, cursor: Cursor): number {
  const { text } = cursor;
  const bracket = text.indexOf('[', from);
  const close = text.indexOf('>', from);
  if (close === -1) throw fault(cursor, 'the document type is not closed');
  if (bracket === -1 || bracket > close) return close + 1;
  const end = text.indexOf(']', bracket);
  const inside = text.slice(bracket, end === -1 ? undefined : end);
  if (/<!ENTITY/i.test(inside)) throw fault(cursor, 'it declares entities');
  const last = end === -1 ? -1 : text.indexOf('>', end);
  if (last === -1) throw fault(cursor, 'the document type is not closed');
  return last + 1;
}

const nameStart = /[A-Z_a-z:\u00C0-\uFFFD]/;
const tagName = /[A-Z_a-z:\u00C0-\uFFFD][-.\w:\u00B7-\uFFFD]*/y;
const attribute = /\s+([A-Z_a-z:\u00C0-\uFFFD][-.\w:\u00B7-\uFFFD]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;

function openElement(cursor: Cursor): { readonly node: OpenElement; readonly closed: boolean } {
  const { text } = cursor;
  const line = lineOf(cursor);
  const name = match(tagName, cursor.at + 1, text)?.[0];
  if (name === undefined || !nameStart.test(name)) throw fault(cursor, 'a “<” begins no element');
  let at = cursor.at + 1 + name.length;
  const attributes = new Map<string, string>();
  for (let found = match(attribute, at, text); found; found = match(attribute, at, text)) {
    const key = found[1] ?? '';
    if (attributes.has(key)) throw fault(cursor, `<${name}> has the attribute “${key}” twice`);
    // Line ends and tabs in a value are spaces (XML 1.0, 3.3.3).
    attributes.set(key, decode((found[2] ?? found[3] ?? '').replace(/\r\n?|[\n\t]/g, ' '), cursor));
    at += found[0].length;
  }
  const end = match(tagEnd, at, text);
  if (!end) throw fault(cursor, `<${name}> is not written out in full`);
  cursor.at = at + end[0].length;
  return { node: { kind: 'element', name, attributes, children: [], line }, closed: end[1] === '/' };
}

function closeElement(open: OpenElement[], cursor: Cursor): void {
  const name = match(tagName, cursor.at + 2, cursor.text)?.[0] ?? '';
  const end = match(/\s*>/y, cursor.at + 2 + name.length, cursor.text);
  const last = open.pop();
  if (!end || last?.name !== name) {
    const wanted = last === undefined ? 'nothing is open' : `<${last.name}> is open`;
    throw fault(cursor, `</${name}> closes what is not open: ${wanted}`);
  }
  cursor.at += 2 + name.length + end[0].length;
}

function match(pattern: RegExp, at: number, text: string): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function after(mark: string, from: number, message: string, cursor: Cursor): number {
  const at = cursor.text.indexOf(mark, from);
  if (at === -1) throw fault(cursor, message);
  return at + mark.length;
}

function decode(raw: string, cursor: Cursor): string {
  const text = raw.replace(/\r\n?/g, '\n');
  if (!text.includes('&')) return text;
  return text.replace(/&([^;\s&]{0,12}(;?))/g, (whole, body: string, semicolon: string) => {
    const name = body.slice(0, -1);
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const code = number
      ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 10 : 16)
      : 0;
    const found = number ? characterOf(code) : named.get(name);
    if (semicolon === '' || found === undefined) throw fault(cursor, `“${whole}” stands for no character`);
    return found;
  });
}

/** XML 1.0, production 2: no control characters, no halves of characters. */
function characterOf(code: number): string | undefined {
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code < 0xd800) ||
    (code > 0xdfff && code <= 0x10ffff);
  return allowed && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : undefined;
}

function lineOf(cursor: Cursor): number {
  let line = cursor.line ?? 1;
  for (let at = cursor.text.indexOf('\n', cursor.counted ?? 0); at !== -1 && at < cursor.at;) {
    line++;
    at = cursor.text.indexOf('\n', at + 1);
  }
  cursor.line = line;
  cursor.counted = Math.max(cursor.counted ?? 0, cursor.at);
  return line;
}

function fault(cursor: Cursor, message: string): Malformed {
  return new Malformed({ line: lineOf(cursor), message });
}
