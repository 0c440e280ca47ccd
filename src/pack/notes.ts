/** Short texts of agenda and cover (notes under items, standing wording) as paragraphs of inlines. */
import type { Block, Document } from '../model/block.js';
import type { Inline } from '../model/inline.js';

/**
 * The paragraphs of a short text, lists as paragraphs with their mark.
 *
 * Tables, charts, images and code have no room in the narrow columns of the front pages; {@link unfitBlocks} names them.
 */
export function noteInlines(document: Document): readonly (readonly Inline[])[] {
  return document.blocks.flatMap(paragraphs);
}

/** Blocks that {@link noteInlines} leaves out. */
export function unfitBlocks(document: Document): readonly Block[] {
  return document.blocks.flatMap(unfit);
}

function paragraphs(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'heading':
      return [[{ kind: 'strong', content: block.content }]];
    case 'paragraph':
      return [block.content];
    case 'quote':
    case 'container':
      return block.blocks.flatMap(paragraphs);
    case 'list':
      return block.items.flatMap((item, index) => {
        const [first = [], ...rest] = item.blocks.flatMap(paragraphs);
        const mark = block.marker.style === 'bullet' ? '•' : `${block.start + index}.`;
        return [[{ kind: 'text', text: `${mark} ` } as const, ...first], ...rest];
      });
    case 'definition-list':
      return block.entries.flatMap((entry) => [
        ...entry.terms.map((term): Inline[] => [{ kind: 'strong', content: term }]),
        ...entry.definitions.flatMap((definition) => definition.flatMap(paragraphs)),
      ]);
    case 'code-block':
    case 'thematic-break':
    case 'image-figure':
    case 'table':
    case 'chart':
      return [];
  }
}

function unfit(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'code-block':
    case 'image-figure':
    case 'table':
    case 'chart':
      return [block];
    case 'quote':
    case 'container':
      return block.blocks.flatMap(unfit);
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(unfit));
    case 'definition-list':
      return block.entries.flatMap((entry) =>
        entry.definitions.flatMap((definition) => definition.flatMap(unfit)),
      );
    case 'heading':
    case 'paragraph':
    case 'thematic-break':
      return [];
  }
}
