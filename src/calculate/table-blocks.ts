/** Finds the blocks of a paper that formulas may refer to. */
import type { AuthoredBlock, AuthoredDocument, AuthoredTable } from '../model/block.js';

/** Data blocks that become tables. */
const tableNames: ReadonlySet<string> = new Set(['table', 'appraisal']);

/** Tables of a document in reading order, those inside lists, containers and notes too. */
export function* tableBlocks(document: AuthoredDocument): Generator<AuthoredTable> {
  yield* inBlocks(document.blocks);
  for (const note of document.notes) yield* inBlocks(note.blocks);
}

function* inBlocks(blocks: readonly AuthoredBlock[]): Generator<AuthoredTable> {
  for (const block of blocks) {
    switch (block.kind) {
      case 'table-source':
        yield block;
        break;
      case 'data-block':
        if (tableNames.has(block.name)) yield block;
        break;
      case 'list':
        for (const item of block.items) yield* inBlocks(item.blocks);
        break;
      case 'quote':
      case 'container':
        if (block.kind === 'container' && block.name === 'table-rows') yield block;
        yield* inBlocks(block.blocks);
        break;
      case 'definition-list':
        for (const entry of block.entries)
          for (const definition of entry.definitions) yield* inBlocks(definition);
        break;
      case 'heading':
      case 'paragraph':
      case 'code-block':
      case 'thematic-break':
      case 'image-figure':
        break;
    }
  }
}
