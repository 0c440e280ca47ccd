/** What the tests of the layout share: a context without a world around it, and display lists as text. */
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { LayoutContext } from '../../src/layout/context.js';
import type { DisplayItem, DisplayPage, TagNode } from '../../src/layout/display.js';
import { makeStyle } from '../../src/layout/style.js';
import { loadFonts } from '../../src/type/load.js';
import type { Inline } from '../../src/model/inline.js';

export const fonts = loadFonts();
export const span = { file: 'content/paper.md', start: 0, end: 1 };

/** A context in which nothing lies in the same document, unless said. */
export function testContext(
  changes: Partial<LayoutContext> = {},
): LayoutContext & { readonly diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  return {
    fonts,
    style: makeStyle(),
    placeOf: () => undefined,
    urlOf: (target) => (target.kind === 'web' ? target.href : `https://council.example/${target.kind}`),
    imageSize: () => undefined,
    report: (diagnostic) => void diagnostics.push(diagnostic),
    diagnostics,
    ...changes,
  };
}

export const text = (words: string): Inline => ({ kind: 'text', text: words });

/** The texts of items, each with its place. */
export function printed(items: readonly DisplayItem[]): readonly string[] {
  return items.map((item) => {
    switch (item.kind) {
      case 'text':
        return `${item.x.toFixed(1)} ${item.y.toFixed(1)} ${item.font} ${item.size.toFixed(1)} "${item.text}"`;
      case 'vector':
        return `${item.x.toFixed(1)} ${item.y.toFixed(1)} vector ${item.ops.length}`;
      case 'link':
        return `${item.x.toFixed(1)} ${item.y.toFixed(1)} link ${item.width.toFixed(1)}x${item.height.toFixed(1)} ${item.contents}`;
      case 'imported':
        return `${item.x.toFixed(1)} ${item.y.toFixed(1)} imported ${item.src} ${item.source}`;
      case 'image':
        return `${item.x.toFixed(1)} ${item.y.toFixed(1)} image ${item.width.toFixed(1)}x${item.height.toFixed(1)} ${item.src}`;
    }
  });
}

/** The tag tree as indented lines: type and what it carries. */
export function tree(node: TagNode, depth = 0): string {
  const facts = Object.entries(node)
    .filter(([key]) => key !== 'type' && key !== 'children' && key !== 'bbox')
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
    .join('');
  const line = `${'  '.repeat(depth)}${node.type}${facts}\n`;
  return line + node.children.map((child) => tree(child, depth + 1)).join('');
}

/** Width of a text item as the painter will set it. */
export function itemWidth(item: Extract<DisplayItem, { kind: 'text' }>): number {
  const shown = item.text.replace(/ +$/, '');
  const spacing = item.letterSpacing ?? 0;
  return (
    fonts.width(item.font, shown, item.size, item.figures) +
    (spacing === 0 ? 0 : spacing * fonts.shape(item.font, shown, item.figures).glyphs.length)
  );
}

/** The text of a tag tree in reading order, by the rule that `TagNode` states. */
export function readingOrder(pages: readonly DisplayPage[], root: TagNode): string {
  const own = new Map<TagNode, { at: number; text: string }[]>();
  const begun = new Set<TagNode>();
  const parents = new Map<TagNode, TagNode>();
  const walk = (node: TagNode): void => {
    for (const child of node.children) {
      parents.set(child, node);
      walk(child);
    }
  };
  walk(root);
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'text' || typeof item.tag === 'string') continue;
      const { tag } = item;
      const next = tag.children.findIndex((child) => !begun.has(child));
      const list = own.get(tag) ?? [];
      own.set(tag, [...list, { at: next < 0 ? tag.children.length : next, text: item.text }]);
      for (let node: TagNode | undefined = tag; node !== undefined; node = parents.get(node)) begun.add(node);
    }
  }
  const text = (node: TagNode): string => {
    const parts = own.get(node) ?? [];
    let result = '';
    for (let i = 0; i <= node.children.length; i++) {
      for (const part of parts) if (part.at === i) result += part.text;
      const child = node.children[i];
      if (child !== undefined) result += `${text(child)} `;
    }
    return result;
  };
  return text(root);
}

/** Every element that items point at hangs in the tree. */
export function strayTags(pages: readonly DisplayPage[], root: TagNode): readonly TagNode[] {
  const known = new Set<TagNode>();
  const walk = (node: TagNode): void => {
    known.add(node);
    node.children.forEach(walk);
  };
  walk(root);
  return pages.flatMap((page) =>
    page.items.flatMap((item) => (typeof item.tag === 'string' || known.has(item.tag) ? [] : [item.tag])),
  );
}
