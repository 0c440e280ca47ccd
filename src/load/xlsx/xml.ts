/** Reads the small, regular XML inside an XLSX file: elements, attributes and text. Strict: anything else is a damaged file. */

export interface XmlElement {
  /** Without its namespace prefix: `c`, `row`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

/** Thrown for XML that is not well formed; {@link readXml}'s callers turn it into a fault of the file. */
export class DamagedXml extends Error {}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    if (code !== null) {
      const point = code[1] === undefined ? Number(code[2]) : parseInt(code[1], 16);
      if (point > 0 && point <= 0x10ffff) return String.fromCodePoint(point);
    }
    const character = named.get(name);
    if (character === undefined || !whole.endsWith(';')) throw new DamagedXml(`the sign ${whole}`);
    return character;
  });
}

/** `_x000D_` is how Excel writes characters that XML does not take. */
export function excelText(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Nothing that Excel writes is nested deeper. */
const deepest = 100;

/** The root element of a document. No entities are declared and no outside file is ever read: a DOCTYPE is refused. */
export function readXml(source: string): XmlElement {
  const token =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w.:-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+|</g;
  const stack: Open[] = [];
  let root: XmlElement | undefined;
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    const [whole, cdata, closing, name, attributes = '', empty] = match;
    const top = stack.at(-1);
    if (whole === '<') throw new DamagedXml(`the mark-up at character ${match.index}`);
    if (cdata !== undefined) {
      if (top !== undefined) top.text += cdata;
      continue;
    }
    if (name === undefined) {
      if (top !== undefined && !whole.startsWith('<')) top.text += unescapeXml(whole);
      continue;
    }
    const local = name.slice(name.indexOf(':') + 1);
    if (closing === '/') {
      if (top?.name !== local) throw new DamagedXml(`the end of <${local}>`);
      stack.pop();
      root = close(top, stack.at(-1)) ?? root;
      continue;
    }
    const open: Open = { name: local, attributes: readAttributes(attributes), children: [], text: '' };
    if (empty === '/') root = close(open, top) ?? root;
    else if (stack.push(open) > deepest) throw new DamagedXml('its depth');
  }
  if (root === undefined || stack.length > 0) throw new DamagedXml('its end');
  return root;
}

/** Gives a finished element to the one around it, or returns it when it is the outermost. */
function close(element: Open, parent: Open | undefined): XmlElement | undefined {
  if (parent === undefined) return element;
  parent.children.push(element);
  return undefined;
}

function readAttributes(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const match of source.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const [, name = '', double, single = ''] = match;
    // `r:id` keeps its prefix: a sheet has an `id` and an `r:id`.
    attributes.set(name, unescapeXml(double ?? single));
  }
  return attributes;
}

/** Children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}
