/** Finds the tables and charts of a text, wherever they stand. */
import type { Block } from './block.js';
import type { Chart } from './chart.js';
import type { Table } from './table.js';

/** Tables and charts in reading order, those inside lists, quotes, containers and cells too. */
export function dataBlocks(blocks: readonly Block[]): readonly (Table | Chart)[] {
  return blocks.flatMap((block): readonly (Table | Chart)[] => {
    switch (block.kind) {
      case 'table':
        return [block, ...inCells(block)];
      case 'chart':
        return [block];
      case 'container':
      case 'quote':
        return dataBlocks(block.blocks);
      case 'list':
        return block.items.flatMap((item) => dataBlocks(item.blocks));
      case 'definition-list':
        return block.entries.flatMap((entry) => entry.definitions.flatMap(dataBlocks));
      case 'heading':
      case 'paragraph':
      case 'code-block':
      case 'thematic-break':
      case 'image-figure':
        return [];
    }
  });
}

function inCells(table: Table): readonly (Table | Chart)[] {
  const found: (Table | Chart)[] = [];
  for (const { cells } of table.rows)
    for (const { content } of cells) if (content.kind === 'blocks') found.push(...dataBlocks(content.blocks));
  return found;
}

/** Name of the files of a table or chart, `tables/<name>.csv`; none for a table that nothing can refer to. */
export function dataName(block: Table | Chart): string | undefined {
  return block.id ?? block.anchor;
}
