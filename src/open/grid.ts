/** The cells of a table by place, through the spans that cover them, and their plain text. */
import type { Block } from '../model/block.js';
import { plainText } from '../model/inline.js';
import type { Cell, Table } from '../model/table.js';

/**
 * For each row, the cell that covers each column.
 *
 * A cell over several rows stands in each of them, so that every record is whole; over several columns it stands in the
 * first alone.
 */
export function cellGrid(table: Table): readonly (readonly (Cell | undefined)[])[] {
  const grid = table.rows.map(() => table.columns.map((): Cell | undefined => undefined));
  table.rows.forEach((row, r) => {
    for (const cell of row.cells) {
      for (let below = 0; below < Math.max(1, cell.rowSpan); below++) {
        const cells = grid[r + below];
        if (cells) cells[cell.column] = cell;
      }
    }
  });
  return grid;
}

/** Plain text of a cell; paragraphs and lists are joined by line feeds. */
export function cellText(cell: Cell): string {
  return cell.content.kind === 'inline'
    ? plainText(cell.content.content).trim()
    : cell.content.blocks.map(blockText).filter(Boolean).join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(block.content).trim();
    case 'list':
      return block.items.map((item) => item.blocks.map(blockText).join('\n')).join('\n');
    case 'quote':
    case 'container':
      return block.blocks.map(blockText).join('\n');
    case 'definition-list':
      return block.entries
        .map((entry) =>
          [
            entry.terms.map((term) => plainText(term)).join(', '),
            ...entry.definitions.map((blocks) => blocks.map(blockText).join('\n')),
          ].join('\n'),
        )
        .join('\n');
    case 'code-block':
      return block.text;
    case 'image-figure':
      return block.alt;
    case 'table':
    case 'chart':
      return plainText(block.caption);
    case 'thematic-break':
      return '';
  }
}
