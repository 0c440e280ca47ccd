/** What the tests of the layout share: a context without a world around it, and display lists as text. */
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { LayoutContext } from '../../src/layout/context.js';
import type { DisplayItem, TagNode } from '../../src/layout/display.js';
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
