/** The words of long cells, for formulas and for rules that read text. */
import type { AuthoredBlock } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import { plainText } from '../model/inline.js';

/** All text of blocks as one run, a line break between paragraphs. */
export function plainBlocks(blocks: readonly AuthoredBlock[]): readonly AuthoredInline[] {
  const runs = blocks.flatMap(runsOf);
  return runs.flatMap((run, i): readonly AuthoredInline[] => (i === 0 ? run : [{ kind: 'break' }, ...run]));
}

function runsOf(block: AuthoredBlock): readonly (readonly AuthoredInline[])[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.content];
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(runsOf));
    case 'quote':
    case 'container':
      return block.blocks.flatMap(runsOf);
    case 'definition-list':
      return block.entries.flatMap((entry) => [
        ...entry.terms,
        ...entry.definitions.flatMap((each) => each.flatMap(runsOf)),
      ]);
    case 'code-block':
    case 'thematic-break':
    case 'image-figure':
    case 'table-source':
    case 'data-block':
      return [];
  }
}

/** The words of a cell's blocks, as far as a formula can compare them. */
export function wordsOfBlocks(blocks: readonly AuthoredBlock[]): string {
  return plainText(plainBlocks(blocks)).trim();
}
