/** Ways through the text of a paper: its containers, and every stretch of plain words. */
import type { AuthoredBlock, AuthoredDocument, ContainerName } from '../model/block.js';
import type { AuthoredInline, TextInline } from '../model/inline.js';

/** True when a container of that name stands anywhere in the text. */
export function hasContainer(blocks: readonly AuthoredBlock[], name: ContainerName): boolean {
  return blocks.some(
    (b) => (b.kind === 'container' && b.name === name) || hasContainer(childBlocks(b), name),
  );
}

/** Every stretch of plain words of a document, cells and notes included. Code is no words. */
export function words(document: AuthoredDocument): readonly TextInline[] {
  const found: TextInline[] = [];
  const inBlocks = (blocks: readonly AuthoredBlock[]): void => {
    for (const block of blocks) {
      for (const content of inlinesOf(block)) wordsOfInlines(content, found);
      inBlocks(childBlocks(block));
    }
  };
  inBlocks(document.blocks);
  for (const note of document.notes) inBlocks(note.blocks);
  return found;
}

function wordsOfInlines(content: readonly AuthoredInline[], found: TextInline[]): void {
  for (const inline of content) {
    switch (inline.kind) {
      case 'text':
        found.push(inline);
        break;
      case 'strong':
      case 'emphasis':
      case 'strike':
      case 'span':
      case 'link':
        wordsOfInlines(inline.content, found);
        break;
      case 'code':
      case 'break':
      case 'image':
      case 'expression':
      case 'checked':
      case 'note-mark':
      case 'citation':
        break;
    }
  }
}

/** Blocks directly inside a block. */
export function childBlocks(block: AuthoredBlock): readonly AuthoredBlock[] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap((item) => item.blocks);
    case 'quote':
    case 'container':
      return block.blocks;
    case 'definition-list':
      return block.entries.flatMap((entry) => entry.definitions.flat());
    case 'heading':
    case 'paragraph':
    case 'code-block':
    case 'thematic-break':
    case 'image-figure':
    case 'table-source':
    case 'data-block':
      return [];
  }
}

/** Runs of text that a block has by itself: its words, its caption, its cells. */
export function inlinesOf(block: AuthoredBlock): readonly (readonly AuthoredInline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.content];
    case 'container':
      return block.title === undefined ? [] : [block.title];
    case 'image-figure':
      return block.caption === undefined ? [] : [block.caption];
    case 'definition-list':
      return block.entries.flatMap((entry) => entry.terms);
    case 'table-source':
      return [
        ...(block.caption === undefined ? [] : [block.caption]),
        ...[...block.head, ...block.body].flatMap((row) => row.cells.map((cell) => cell.content)),
      ];
    case 'list':
    case 'quote':
    case 'code-block':
    case 'thematic-break':
    case 'data-block':
      return [];
  }
}
