/** Every table of a text that could be read, in reading order. */
import type { AuthoredBlock } from '../model/block.js';
import type { TableWords } from '../model/table-words.js';
import type { RuleText } from './rule.js';
import { childBlocks } from './walk.js';

export function tablesOf(text: RuleText): readonly TableWords[] {
  const found: TableWords[] = [];
  const inBlocks = (blocks: readonly AuthoredBlock[]): void => {
    for (const block of blocks) {
      if (block.kind === 'table-source' || block.kind === 'data-block') {
        const table = text.table?.(block);
        if (table !== undefined) found.push(table);
      } else inBlocks(childBlocks(block));
    }
  };
  inBlocks(text.document.blocks);
  for (const note of text.document.notes) inBlocks(note.blocks);
  return found;
}
