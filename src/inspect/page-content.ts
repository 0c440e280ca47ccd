/** What a page paints: marked-content sequences with their text, and everything painted outside of them. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFStream } from '@cantoo/pdf-lib';
import { arrayOf, dictOf, entryOf, nameOf, numberOf, rawEntry, refKey, streamBytes } from './objects.js';
import type { PdfPage } from './objects.js';
import { readFont } from './font.js';
import type { PdfFont } from './font.js';
import { readOperations } from './operators.js';
import type { Operand, Operation } from './operators.js';

/** How content stands to the structure tree. */
export type ContentFault = 'untagged' | 'artifact-in-tagged' | 'tagged-in-artifact' | 'unbalanced';

export interface PageContent {
  readonly page: PdfPage;
  /** MCIDs in the order they are opened; one that is opened twice stands twice. */
  readonly mcids: readonly number[];
  /** Text of each sequence. */
  readonly text: ReadonlyMap<number, string>;
  readonly faults: readonly ContentFault[];
  /** States saved less those restored, by the content of the page itself: at its end, and at its lowest. */
  readonly saves: { readonly net: number; readonly lowest: number };
  /** Forms with sequences of their own, and how often each is painted. */
  readonly taggedForms: ReadonlyMap<string, number>;
  /** Codes shown in each font. */
  readonly used: ReadonlyMap<PdfFont, ReadonlySet<number>>;
}

/** Fonts are read once for a file: pages share them. */
export type FontBook = Map<PDFDict, PdfFont>;

type Marked =
  | { readonly kind: 'artifact' }
  | { readonly kind: 'content'; readonly mcid: number }
  | { readonly kind: 'other' };

interface Walk {
  readonly stack: Marked[];
  readonly mcids: number[];
  readonly text: Map<number, string>;
  readonly faults: Set<ContentFault>;
  readonly used: Map<PdfFont, Set<number>>;
  readonly fonts: FontBook;
  readonly forms: Set<string>;
  readonly tagged: Map<string, number>;
  readonly saves: { net: number; lowest: number };
}

const painting: ReadonlySet<string> = new Set([
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'S',
  's',
  'sh',
  'BI',
  'Do',
]);
const showing: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);

/** Walks the content of a page. */
export function readPageContent(page: PdfPage, fonts: FontBook): PageContent {
  const walk: Walk = {
    stack: [],
    mcids: [],
    text: new Map(),
    faults: new Set(),
    used: new Map(),
    fonts,
    forms: new Set(),
    tagged: new Map(),
    saves: { net: 0, lowest: 0 },
  };
  run(readOperations(contentBytes(page)), page.resources, walk);
  if (walk.stack.length > 0) walk.faults.add('unbalanced');
  return {
    page,
    mcids: walk.mcids,
    text: walk.text,
    faults: [...walk.faults],
    saves: walk.saves,
    taggedForms: walk.tagged,
    used: walk.used,
  };
}

function contentBytes(page: PdfPage): Uint8Array {
  const contents = entryOf(page.dict, 'Contents');
  const streams = contents instanceof PDFStream ? [contents] : arrayOf(contents);
  const parts = streams.flatMap((stream) => streamBytes(stream) ?? []);
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0)).fill(10);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length + 1;
  }
  return joined;
}

function run(operations: readonly Operation[], resources: PDFDict | undefined, walk: Walk): void {
  let font: PdfFont | undefined;
  const saved: (PdfFont | undefined)[] = [];
  for (const { operator, operands } of operations) {
    switch (operator) {
      case 'q':
        saved.push(font);
        if (walk.forms.size === 0) walk.saves.net++;
        break;
      case 'Q':
        font = saved.pop();
        if (walk.forms.size === 0) walk.saves.lowest = Math.min(walk.saves.lowest, --walk.saves.net);
        break;
      case 'Tf':
        font = fontOf(operands[0], resources, walk);
        break;
      case 'BMC':
        open(tagOf(operands[0]) === 'Artifact' ? { kind: 'artifact' } : { kind: 'other' }, walk);
        break;
      case 'BDC':
        open(markedBy(operands, resources), walk);
        break;
      case 'EMC':
        if (!walk.stack.pop()) walk.faults.add('unbalanced');
        break;
      default:
        if (showing.has(operator)) show(operands, font, walk);
        else if (painting.has(operator)) paintOne(operator, operands, resources, walk);
    }
  }
}

function open(marked: Marked, walk: Walk): void {
  const artifact = walk.stack.some((outer) => outer.kind === 'artifact');
  const tagged = walk.stack.some((outer) => outer.kind === 'content');
  if (marked.kind === 'artifact' && tagged) walk.faults.add('artifact-in-tagged');
  if (marked.kind === 'content') {
    if (artifact) walk.faults.add('tagged-in-artifact');
    walk.mcids.push(marked.mcid);
  }
  walk.stack.push(marked);
}

function markedBy(operands: readonly Operand[], resources: PDFDict | undefined): Marked {
  if (tagOf(operands[0]) === 'Artifact') return { kind: 'artifact' };
  const properties = operands[1];
  let mcid: number | undefined;
  if (properties?.kind === 'dict') {
    const value = properties.entries.get('MCID');
    if (value?.kind === 'number') mcid = value.value;
  } else if (properties?.kind === 'name') {
    const named = dictOf(entryOf(dictOf(entryOf(resources, 'Properties')), properties.value.slice(1)));
    mcid = numberOf(entryOf(named, 'MCID'));
  }
  return mcid === undefined ? { kind: 'other' } : { kind: 'content', mcid };
}

function tagOf(operand: Operand | undefined): string {
  return operand?.kind === 'name' ? operand.value.slice(1) : '';
}

function checkTagged(walk: Walk): void {
  if (!walk.stack.some((outer) => outer.kind !== 'other')) walk.faults.add('untagged');
}

function paintOne(
  operator: string,
  operands: readonly Operand[],
  resources: PDFDict | undefined,
  walk: Walk,
): void {
  if (operator === 'Do') {
    const name = tagOf(operands[0]);
    const xobjects = dictOf(entryOf(resources, 'XObject'));
    const form = entryOf(xobjects, name);
    const dict = dictOf(form);
    if (nameOf(entryOf(dict, 'Subtype')) === 'Form') {
      const key = refKey(rawEntry(xobjects, name)) ?? name;
      if (walk.forms.has(key)) return;
      walk.forms.add(key);
      const before = walk.mcids.length;
      run(
        readOperations(streamBytes(form) ?? new Uint8Array()),
        dictOf(entryOf(dict, 'Resources')) ?? resources,
        walk,
      );
      walk.forms.delete(key);
      if (walk.mcids.length > before) walk.tagged.set(key, (walk.tagged.get(key) ?? 0) + 1);
      return;
    }
  }
  checkTagged(walk);
}

function fontOf(
  operand: Operand | undefined,
  resources: PDFDict | undefined,
  walk: Walk,
): PdfFont | undefined {
  const dict = dictOf(entryOf(dictOf(entryOf(resources, 'Font')), tagOf(operand)));
  if (!dict) return undefined;
  let font = walk.fonts.get(dict);
  if (!font) {
    font = readFont(dict);
    walk.fonts.set(dict, font);
  }
  return font;
}

function show(operands: readonly Operand[], font: PdfFont | undefined, walk: Walk): void {
  checkTagged(walk);
  if (!font) return;
  const used = walk.used.get(font) ?? new Set<number>();
  walk.used.set(font, used);
  let text = '';
  const strings = operands.flatMap((operand) => (operand.kind === 'array' ? operand.items : [operand]));
  for (const string of strings) {
    if (string.kind !== 'string') continue;
    for (let i = 0; i < string.bytes.length; i += font.codeLength) {
      const first = string.bytes[i] ?? 0;
      const code = font.codeLength === 2 ? (first << 8) | (string.bytes[i + 1] ?? 0) : first;
      used.add(code);
      text += font.unicode.get(code) ?? '\uFFFD';
    }
  }
  const own = walk.stack.findLast((outer) => outer.kind === 'content');
  if (own?.kind === 'content') walk.text.set(own.mcid, (walk.text.get(own.mcid) ?? '') + text);
}
