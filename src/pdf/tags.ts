/** Keeps the order of a tag tree while its content is painted, and writes it as structure elements (PDF 1.7, 14.7). */
import type { TagNode } from '../layout/display.js';
import { num } from './numbers.js';
import { text } from './internals.js';
import type { ForeignTags } from './foreign.js';
import type { PdfDictionary, PdfKitDocument, PdfRef, PdfValue } from './internals.js';

/** Own content of an element: a marked-content sequence on a page, an annotation, or an element made elsewhere. */
type Content =
  | { readonly kind: 'grafted'; readonly ref: PdfRef }
  | Marked
  | { readonly kind: 'object'; readonly page: number; readonly ref: PdfRef };

interface Marked {
  readonly kind: 'marked';
  readonly page: number;
  readonly mcid: number;
}

interface Element {
  readonly node: TagNode;
  readonly parent: Element | undefined;
  readonly children: readonly Element[];
  readonly kids: (Element | Content)[];
  /** True once the element or anything in it has content. */
  begun: boolean;
  ref: PdfRef | undefined;
}

/** What the painter tells of the tree while it paints. */
export interface TagWriter {
  /** Opens a marked-content sequence of an element on a page; the answer is its MCID. */
  mark(node: TagNode, page: number): number;
  /** Hangs an annotation on its element; the answer is its key in the parent tree. */
  attach(node: TagNode, page: number, annotation: PdfRef): number;
  /** Lets the tags of a file made elsewhere hang in an element, which is then kept whatever it holds. */
  soil(node: TagNode, idPrefix: string): ForeignTags;
  /** Writes everything into the catalogue once the last page is painted. */
  finish(): void;
}

/** Makes the writer for one document. `pages` are the page objects; `height` of each turns boxes over. */
export function tagWriter(
  document: PdfKitDocument,
  root: TagNode,
  pages: readonly { readonly ref: PdfRef; readonly height: number }[],
): TagWriter {
  const elements = new Map<TagNode, Element>();
  const rootElement = adopt(root, undefined, elements);
  const marked: Element[][] = pages.map(() => []);
  /** What each key of the parent tree from the number of pages upwards leads to. */
  const attached: (() => PdfValue)[] = [];
  const imported = new Map<number, readonly (PdfRef | null)[]>();
  const importedIds: (readonly [string, PdfRef])[] = [];

  const find = (node: TagNode): Element => {
    const element = elements.get(node);
    if (!element) throw new Error(`an item points at a ${node.type} element that is not in the tag tree`);
    return element;
  };
  const add = (element: Element, content: Content) => {
    // The rule of display.ts: before the first child whose content has not begun yet.
    const waiting = element.kids.findIndex((kid) => isElement(kid) && !kid.begun);
    if (waiting < 0) element.kids.push(content);
    else element.kids.splice(waiting, 0, content);
    for (let at: Element | undefined = element; at && !at.begun; at = at.parent) at.begun = true;
  };

  return {
    mark(node, page) {
      const element = find(node);
      const onPage = marked[page];
      if (!onPage) throw new Error(`no page ${page}`);
      const mcid = onPage.push(element) - 1;
      add(element, { kind: 'marked', page, mcid });
      return mcid;
    },
    attach(node, page, annotation) {
      const element = find(node);
      add(element, { kind: 'object', page, ref: annotation });
      return pages.length + attached.push(() => refOf(element)) - 1;
    },
    soil(node, idPrefix) {
      const element = find(node);
      element.ref ??= document.ref();
      return {
        parent: element.ref,
        idPrefix,
        hang: (ref) => add(element, { kind: 'grafted', ref }),
        key: (elements) => pages.length + attached.push(() => elements) - 1,
        marks: (page, elements) => void imported.set(page, elements),
        id: (id, ref) => void importedIds.push([id, ref]),
      };
    },
    finish() {
      const tree = document.ref();
      emit(document, rootElement, tree, pages);
      const nums: PdfValue[] = [];
      for (const [page, onPage] of marked.entries()) {
        const others = imported.get(page) ?? [];
        if (onPage.length > 0 && others.length > 0)
          throw new Error(`page ${page} has tags of ours and of a file made elsewhere`);
        if (onPage.length === 0 && others.length === 0) continue;
        nums.push(page, others.length > 0 ? others : onPage.map(refOf));
        const dictionary = pages[page]?.ref;
        if (dictionary) dictionary.data.StructParents = page;
      }
      for (const [index, element] of attached.entries()) nums.push(pages.length + index, element());
      const parents = document.ref({ Nums: nums });
      parents.end();
      tree.data = {
        Type: 'StructTreeRoot',
        K: [refOf(rootElement)],
        ParentTree: parents,
        ParentTreeNextKey: pages.length + attached.length,
      };
      const ids = [...elements.values()].flatMap((e) =>
        e.node.id !== undefined && e.ref ? [[e.node.id, e.ref] as const] : [],
      );
      if (ids.length + importedIds.length > 0) tree.data.IDTree = idTree(document, [...ids, ...importedIds]);
      document._root.data.StructTreeRoot = tree;
      // PDFKit ends both when the document ends.
      document._root.data.MarkInfo = document.ref({ Marked: true });
    },
  };
}

function adopt(node: TagNode, parent: Element | undefined, elements: Map<TagNode, Element>): Element {
  const kids: (Element | Content)[] = [];
  const children: Element[] = [];
  const element: Element = { node, parent, children, kids, begun: false, ref: undefined };
  if (elements.has(node)) throw new Error(`a ${node.type} element stands twice in the tag tree`);
  elements.set(node, element);
  for (const child of node.children) children.push(adopt(child, element, elements));
  kids.push(...children);
  return element;
}

function isElement(kid: Element | Content): kid is Element {
  return 'node' in kid;
}

function refOf(element: Element): PdfRef {
  if (!element.ref) throw new Error(`the ${element.node.type} element has content but was not written`);
  return element.ref;
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

function emit(
  document: PdfKitDocument,
  root: Element,
  tree: PdfRef,
  pages: readonly { readonly ref: PdfRef; readonly height: number }[],
): void {
  const reserve = (element: Element) => {
    if (!isKept(element)) return;
    element.ref ??= document.ref();
    for (const child of element.children) reserve(child);
  };
  reserve(root);
  const write = (element: Element, parent: PdfRef) => {
    const { ref } = element;
    if (!ref) return;
    const page = element.kids.find((kid) => !isElement(kid) && kid.kind === 'marked') as Marked | undefined;
    const pageRef = (index: number): PdfRef => {
      const found = pages[index];
      if (!found) throw new Error(`no page ${index}`);
      return found.ref;
    };
    const kids: PdfValue[] = [];
    for (const kid of element.kids) {
      if (isElement(kid)) {
        if (kid.ref) kids.push(kid.ref);
      } else if (kid.kind === 'grafted') {
        kids.push(kid.ref);
      } else if (kid.kind === 'object') {
        kids.push({ Type: 'OBJR', Obj: kid.ref, Pg: pageRef(kid.page) });
      } else if (kid.page === page?.page) {
        kids.push(kid.mcid);
      } else {
        kids.push({ Type: 'MCR', Pg: pageRef(kid.page), MCID: kid.mcid });
      }
    }
    const data: PdfDictionary = { Type: 'StructElem', S: element.node.type, P: parent };
    if (page) data.Pg = pageRef(page.page);
    if (kids.length > 0) data.K = kids.length === 1 ? kids[0] : kids;
    describe(element.node, data, pages);
    ref.data = data;
    ref.end();
    for (const child of element.children) write(child, ref);
  };
  write(root, tree);
}

/** Language, alternatives and attributes of an element. */
function describe(node: TagNode, data: PdfDictionary, pages: readonly { readonly height: number }[]): void {
  if (node.lang !== undefined) data.Lang = text(node.lang);
  if (node.title !== undefined) data.T = text(node.title);
  if (node.alt !== undefined) data.Alt = text(node.alt);
  // On the element and not in the content stream: a reader aloud uses it, and copying a table still gives figures.
  if (node.actualText !== undefined) data.ActualText = text(node.actualText);
  if (node.expansion !== undefined) data.E = text(node.expansion);
  if (node.id !== undefined) data.ID = text(node.id);
  const attributes: PdfDictionary[] = [];
  if (node.type === 'TH' || node.type === 'TD') {
    const table: PdfDictionary = { O: 'Table' };
    if (node.type === 'TH') table.Scope = node.scope ?? 'Column';
    if (node.colSpan !== undefined && node.colSpan > 1) table.ColSpan = node.colSpan;
    if (node.rowSpan !== undefined && node.rowSpan > 1) table.RowSpan = node.rowSpan;
    if (node.headers && node.headers.length > 0) table.Headers = node.headers.map(text);
    if (Object.keys(table).length > 1) attributes.push(table);
  }
  if (node.listNumbering !== undefined) attributes.push({ O: 'List', ListNumbering: node.listNumbering });
  if (node.bbox) {
    const height = pages[node.bbox.page]?.height ?? 0;
    const [left, top, right, bottom] = node.bbox.box;
    const box = [left, height - bottom, right, height - top].map((v) => Number(num(v)));
    attributes.push({ O: 'Layout', Placement: 'Block', BBox: box });
  }
  if (attributes.length > 0) data.A = attributes.length === 1 ? attributes[0] : attributes;
}

/** Ids to elements, sorted by bytes as a reader searches them (PDF 1.7, 7.9.6). */
function idTree(document: PdfKitDocument, found: readonly (readonly [string, PdfRef])[]): PdfRef {
  const entries = [...found];
  const key = (id: string) => (/^[\0-\u007f]*$/.test(id) ? id : `\u00fe\u00ff${id}`);
  entries.sort(([a], [b]) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const tree = document.ref({ Names: entries.flatMap(([id, ref]) => [text(id), ref]) });
  tree.end();
  return tree;
}
