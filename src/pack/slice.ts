/** A part of a laid-out pack as a document of its own: the same pages with the same numbers. */
import type { DisplayDocument, DisplayPage, OutlineEntry, TagNode } from '../layout/display.js';

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

/** Cuts pages out. Pages and elements stay those of the pack, so that nothing of them is painted twice. */
export function sliceDocument(pack: DisplayDocument, options: SliceOptions): DisplayDocument {
  const { front, parts, title, author, lang } = options;
  const before = front?.pages.length ?? 0;
  const indexes = new Map(options.pages.map((page, index) => [page, before + index]));
  const pages = options.pages.flatMap((index) => pack.pages[index] ?? []);
  return {
    ...pack,
    title,
    author,
    lang,
    pages: [...(front?.pages ?? []), ...pages],
    tags: { type: 'Document', children: [...(front ? [front.tag] : []), ...parts] },
    outline: [...(front?.outline ?? []), ...shiftOutline(options.outline, indexes)],
    part: { before, indexes, urlOfPage: (index) => options.urlOfPage(index) },
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
