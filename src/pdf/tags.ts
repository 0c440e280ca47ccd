/** Keeps the order of a tag tree while its content is painted, and writes it as structure elements (PDF 1.7, 14.7). */
import type { TagNode } from '../layout/display.js';
import type { PaintDocument } from './document.js';
import type { ForeignTags } from './foreign.js';
import { ObjectNumber } from './internals.js';
import type { PdfRef } from './internals.js';
import { describe } from './tag-attributes.js';

/** An element whose number is known, with where it stands. */
interface Element {
  readonly node: TagNode;
  readonly parent: Element | undefined;
  /** Elements in it, and content of its own: a mark on a page as one number, an annotation, an element made elsewhere. */
  readonly kids: (Element | number | Annotation | PdfRef)[];
  /** True once the element or anything in it has content. */
  begun: boolean;
  /** Its object; 0 while it has none. */
  id: number;
  /** Its object where elements made elsewhere name it. */
  ref: PdfRef | undefined;
}

interface Annotation {
  readonly kind: 'object';
  readonly page: number;
  readonly id: number;
}

/** A mark is its page times this, and its MCID. */
const mostMarks = 0x10000;

/** A page as elements name it. `height` turns boxes over. */
export interface TaggedPage {
  readonly ref: PdfRef;
  readonly height: number;
}

/** What the painter tells of the tree while it paints. */
export interface TagWriter {
  /** Enters the next marked-content sequence of a page, whose MCID is the number of those before. */
  mark(node: TagNode, page: number): void;
  /** Hangs an annotation on its element; the answer is its key in the parent tree. */
  attach(node: TagNode, page: number, annotation: number): number;
  /** Lets the tags of a file made elsewhere hang in an element, which is then kept whatever it holds. */
  soil(node: TagNode, idPrefix: string): ForeignTags;
  /** Writes everything into the catalogue once the last page is painted. */
  finish(): void;
}

/** Makes the writer for one document. */
export function tagWriter(document: PaintDocument, root: TagNode, pages: readonly TaggedPage[]): TagWriter {
  const elements = new Map<TagNode, Element>();
  const rootElement = adopt(root, undefined, elements);
  const marked: Element[][] = pages.map(() => []);
  /** What each key of the parent tree from the number of pages upwards leads to. */
  const attached: (Element | PdfRef | readonly (PdfRef | null)[])[] = [];
  const imported = new Map<number, readonly (PdfRef | null)[]>();
  const importedIds: (readonly [string, number])[] = [];

  const find = (node: TagNode): Element => {
    const element = elements.get(node);
    if (!element) throw new Error(`an item points at a ${node.type} element that is not in the tag tree`);
    return element;
  };

  return {
    mark(node, page) {
      const element = find(node);
      const onPage = marked[page];
      if (!onPage) throw new Error(`no page ${page}`);
      add(element, page * mostMarks + onPage.push(element) - 1);
    },
    attach(node, page, id) {
      const element = find(node);
      add(element, { kind: 'object', page, id });
      return pages.length + attached.push(element) - 1;
    },
    soil(node, idPrefix) {
      const element = find(node);
      element.ref ??= document.ref();
      element.id = element.ref.id;
      return {
        parent: element.ref,
        idPrefix,
        hang: (ref) => add(element, ref),
        key: (elements) => pages.length + attached.push(elements) - 1,
        marks: (page, elements) => void imported.set(page, elements),
        id: (id, ref) => void importedIds.push([id, ref.id]),
      };
    },
    finish() {
      const tree = document.ref();
      reserve(rootElement, document);
      writeElement(rootElement, tree.id, document, pages);
      const parents = document.reserve();
      const out = document.begin(parents);
      out.ascii('<</Nums[');
      for (const [page, onPage] of marked.entries()) {
        const others = imported.get(page) ?? [];
        if (onPage.length > 0 && others.length > 0)
          throw new Error(`page ${page} has tags of ours and of a file made elsewhere`);
        if (onPage.length === 0 && others.length === 0) continue;
        out.integer(page);
        out.byte(0x5b);
        for (const element of onPage) out.reference(idOf(element));
        for (const other of others) out.ascii(other ? ` ${other.id} 0 R` : ' null');
        out.ascii(']\n');
        const dictionary = pages[page]?.ref;
        if (dictionary) dictionary.data.StructParents = page;
      }
      for (const [index, target] of attached.entries()) {
        out.integer(pages.length + index);
        if ('node' in target) out.reference(idOf(target));
        else if ('id' in target) out.reference(target.id);
        else out.ascii(`[${target.map((ref) => (ref ? `${ref.id} 0 R` : 'null')).join(' ')}]`);
        out.byte(0x0a);
      }
      out.ascii(']>>');
      document.close();
      tree.data = {
        Type: 'StructTreeRoot',
        K: [new ObjectNumber(idOf(rootElement))],
        ParentTree: new ObjectNumber(parents),
        ParentTreeNextKey: pages.length + attached.length,
      };
      const ids = importedIds;
      for (const { node, id } of elements.values())
        if (node.id !== undefined && id > 0) ids.push([node.id, id]);
      if (ids.length > 0) tree.data.IDTree = new ObjectNumber(writeIds(document, ids));
      document._root.data.StructTreeRoot = tree;
      // PDFKit ends both when the document ends.
      document._root.data.MarkInfo = document.ref({ Marked: true });
    },
  };
}

function adopt(node: TagNode, parent: Element | undefined, elements: Map<TagNode, Element>): Element {
  const kids: Element['kids'] = [];
  const element: Element = { node, parent, kids, begun: false, id: 0, ref: undefined };
  if (elements.has(node)) throw new Error(`a ${node.type} element stands twice in the tag tree`);
  elements.set(node, element);
  for (const child of node.children) kids.push(adopt(child, element, elements));
  return element;
}

function isElement(kid: Element['kids'][number]): kid is Element {
  return typeof kid !== 'number' && 'node' in kid;
}

/** The rule of display.ts: content goes before the first child whose content has not begun yet. */
function add(element: Element, content: number | Annotation | PdfRef): void {
  const { kids } = element;
  let waiting = 0;
  for (let kid = kids[waiting]; kid !== undefined; kid = kids[++waiting])
    if (typeof kid !== 'number' && 'node' in kid && !kid.begun) break;
  if (waiting === kids.length) kids.push(content);
  else kids.splice(waiting, 0, content);
  for (let at: Element | undefined = element; at && !at.begun; at = at.parent) at.begun = true;
}

function idOf(element: Element): number {
  if (element.id === 0) throw new Error(`the ${element.node.type} element has content but was not written`);
  return element.id;
}

const tableParts: ReadonlySet<string> = new Set(['THead', 'TBody', 'TFoot', 'TR', 'TH', 'TD']);

/** True for what belongs in the file: an empty cell keeps the grid regular (7.2-43), anything else that is empty goes. */
function isKept(element: Element): boolean {
  // An element that imported tags name has its reference already.
  if (element.begun || !element.parent || element.ref) return true;
  if (!tableParts.has(element.node.type)) return false;
  let at: Element | undefined = element;
  while (at && at.node.type !== 'Table') at = at.parent;
  return at?.begun ?? false;
}

/** Numbers in the order of the tree, so that neighbours differ little. */
function reserve(element: Element, document: PaintDocument): void {
  if (!isKept(element)) return;
  if (element.id === 0) element.id = document.reserve();
  for (const kid of element.kids) if (isElement(kid)) reserve(kid, document);
}

function writeElement(
  element: Element,
  parent: number,
  document: PaintDocument,
  pages: readonly TaggedPage[],
): void {
  const { node, kids, id } = element;
  if (id === 0) return;
  const pageId = (index: number): number => {
    const found = pages[index];
    if (!found) throw new Error(`no page ${index}`);
    return found.ref.id;
  };
  const first = kids.find((kid) => typeof kid === 'number');
  const page = first === undefined ? undefined : Math.floor(first / mostMarks);
  const out = document.begin(element.ref ?? id);
  out.ascii('<</Type/StructElem/S/');
  out.ascii(node.type);
  out.ascii('/P');
  out.reference(parent);
  if (page !== undefined) {
    out.ascii('/Pg');
    out.reference(pageId(page));
  }
  let written = 0;
  for (const kid of kids) {
    if (typeof kid !== 'number' && kid.id === 0) continue;
    out.ascii(written++ === 0 ? '/K[' : ' ');
    if (typeof kid !== 'number') {
      const annotation = 'kind' in kid;
      if (annotation) out.ascii('<</Type/OBJR/Obj');
      out.reference(kid.id);
      if (!annotation) continue;
      out.ascii('/Pg');
      out.reference(pageId(kid.page));
      out.ascii('>>');
      continue;
    }
    const own = Math.floor(kid / mostMarks);
    const mcid = kid - own * mostMarks;
    if (own === page) out.integer(mcid);
    else {
      out.ascii('<</Type/MCR/Pg');
      out.reference(pageId(own));
      out.ascii('/MCID ');
      out.integer(mcid);
      out.ascii('>>');
    }
  }
  if (written > 0) out.byte(0x5d);
  describe(node, out, pages[page ?? node.bbox?.page ?? 0]?.height ?? 0);
  out.ascii('>>');
  document.close();
  for (const kid of kids) if (isElement(kid)) writeElement(kid, id, document, pages);
}

/** Ids to elements, sorted by bytes as a reader searches them (PDF 1.7, 7.9.6). */
function writeIds(document: PaintDocument, found: readonly (readonly [string, number])[]): number {
  const key = (id: string) => (/^[\0-\u007f]*$/.test(id) ? id : `\u00fe\u00ff${id}`);
  const entries = found.map(([id, element]) => [key(id), id, element] as const);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const object = document.reserve();
  const out = document.begin(object);
  out.ascii('<</Names[');
  for (const [, id, element] of entries) {
    out.text(id);
    out.reference(element);
    out.byte(0x0a);
  }
  out.ascii(']>>');
  document.close();
  return object;
}
