/** Names what a document holds, so that a file that would come out the same is not painted again. */
import { createHash } from 'node:crypto';
import type { DisplayDocument, DisplayItem, DisplayPage, TagNode } from '../layout/display.js';
import { targetOf } from '../pdf/links.js';

/** Makes keys. Pages and elements that are kept from build to build count as what they are, without a look inside. */
export interface DocumentKeys {
  /** Enters a page or the root of a tree of elements that never changes from now on. */
  enter(kept: DisplayPage | TagNode): void;
  /**
   * All that a document holds as one digest. `resource` names the content of an image; undefined where it cannot, and
   * where an item of a page that is not kept belongs to an element of one that is.
   */
  of(document: DisplayDocument, resource: (src: string) => string | undefined): string | undefined;
}

/** Keys for one process: the numbers in them mean nothing elsewhere. */
export function documentKeys(): DocumentKeys {
  const kept = new WeakMap<DisplayPage | DisplayPage['items'] | TagNode, number>();
  let count = 0;
  return {
    enter(own) {
      for (const one of 'items' in own ? [own, own.items] : [own]) if (!kept.has(one)) kept.set(one, count++);
    },
    of(document, resource) {
      // Where links lead stands below, page by page.
      const { pages, tags, part, ...rest } = document;
      const hash = createHash('sha256').update(JSON.stringify([rest, part?.before ?? 0]));
      // Other elements are numbered in the order of the tree: items name them, and identity is all that counts.
      const numbers = new Map<TagNode, number>();
      const walk = (node: TagNode): unknown => {
        const known = kept.get(node);
        if (known !== undefined) return known;
        numbers.set(node, numbers.size);
        return { ...node, children: node.children.map(walk) };
      };
      hash.update(JSON.stringify(walk(tags)));
      const resources = new Set<string>();
      const strangers = new Set<TagNode>();
      const plain = (item: DisplayItem): unknown => {
        const { tag } = item;
        if (typeof tag === 'string') return item;
        const number = numbers.get(tag);
        if (number === undefined) strangers.add(tag);
        return { ...item, tag: number };
      };
      for (const [index, page] of pages.entries()) {
        const { items, furniture = [], ...others } = page;
        const content = kept.get(items) ?? items.map(plain);
        hash.update(JSON.stringify(kept.get(page) ?? [others, content, furniture.map(plain)]));
        for (const item of items) {
          if (item.kind === 'image' || item.kind === 'imported') resources.add(item.src);
          if (item.kind === 'link' && part) hash.update(JSON.stringify(targetOf(item, index, document)));
        }
      }
      for (const src of resources) {
        const name = resource(src);
        if (name === undefined) return undefined;
        hash.update(`${src} ${name}\n`);
      }
      return strangers.size === 0 ? hash.digest('hex') : undefined;
    },
  };
}
