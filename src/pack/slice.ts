/** A part of a laid-out pack as a document of its own: the same pages with the same numbers. */
import type {
  DisplayDocument,
  DisplayItem,
  DisplayPage,
  OutlineEntry,
  TagNode,
  TagRef,
} from '../layout/display.js';

/** Which pages, and what the new document is called. */
export interface SliceOptions {
  /** Indexes of the pages, in order. */
  readonly pages: readonly number[];
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  /** The elements that hold the pages' content, in order. */
  readonly parts: readonly TagNode[];
  /** Bookmarks, with indexes of the pack. */
  readonly outline: readonly OutlineEntry[];
  /** Pages that stand before those of the pack, with indexes and bookmarks of the new document. */
  readonly front?: {
    readonly pages: readonly DisplayPage[];
    readonly tag: TagNode;
    readonly outline: readonly OutlineEntry[];
  };
  /** Address of a page that stays behind. */
  urlOfPage(index: number): string;
}

/** Cuts pages out. Elements are copied, since figures know the page they are on. */
export function sliceDocument(pack: DisplayDocument, options: SliceOptions): DisplayDocument {
  const { front } = options;
  const before = front?.pages.length ?? 0;
  const indexes = new Map(options.pages.map((page, index) => [page, before + index]));
  const copies = new Map<TagNode, TagNode>();
  const copy = (node: TagNode): TagNode => {
    const { bbox } = node;
    const made: TagNode = {
      ...node,
      children: node.children.map(copy),
      ...(bbox ? { bbox: { page: indexes.get(bbox.page) ?? 0, box: bbox.box } } : {}),
    };
    copies.set(node, made);
    return made;
  };
  const children = options.parts.map(copy);
  const copied = (node: TagNode): TagNode => {
    const made = copies.get(node);
    if (!made)
      throw new Error(`a ${node.type} element on a page of "${options.title}" belongs to another part`);
    return made;
  };
  const copiedRef = (ref: TagRef): TagRef => (typeof ref === 'string' ? ref : copied(ref));
  const place = (item: DisplayItem): DisplayItem => {
    if (item.kind === 'imported') return { ...item, tag: copied(item.tag) };
    if (item.kind !== 'link') return { ...item, tag: copiedRef(item.tag) };
    const { target } = item;
    const tag = copied(item.tag);
    if (target.kind === 'uri') return { ...item, tag };
    const page = indexes.get(target.page);
    return page !== undefined
      ? { ...item, tag, target: { ...target, page } }
      : { ...item, tag, target: { kind: 'uri', uri: options.urlOfPage(target.page) } };
  };
  return {
    ...pack,
    title: options.title,
    author: options.author,
    lang: options.lang,
    pages: [
      ...(front?.pages ?? []),
      ...options.pages.flatMap((index) => {
        const page = pack.pages[index];
        return page ? [{ ...page, items: page.items.map(place) }] : [];
      }),
    ],
    tags: { type: 'Document', children: front === undefined ? children : [front.tag, ...children] },
    outline: [...(front?.outline ?? []), ...shiftOutline(options.outline, indexes)],
  };
}

/** Bookmarks into the pages that were cut out; one that leads elsewhere goes, its children move up. */
function shiftOutline(
  entries: readonly OutlineEntry[],
  indexes: ReadonlyMap<number, number>,
): readonly OutlineEntry[] {
  return entries.flatMap((entry) => {
    const children = shiftOutline(entry.children, indexes);
    const page = indexes.get(entry.page);
    return page === undefined ? children : [{ ...entry, page, children }];
  });
}
