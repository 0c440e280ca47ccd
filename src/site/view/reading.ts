/** How long a paper is: its words and the minutes it takes. */
import type { Block, Document } from '../../model/block.js';
import { plainText, type Inline } from '../../model/inline.js';
import { counted } from '../../model/words.js';

/** Words a minute that adults read of plain prose, a cautious figure. */
const wordsPerMinute = 200;

const countIn = (content: readonly Inline[]): number =>
  plainText(content).match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;

function wordsOf(blocks: readonly Block[]): number {
  return blocks.reduce((count, block) => count + wordsOfBlock(block), 0);
}

function wordsOfBlock(block: Block): number {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return countIn(block.content);
    case 'list':
      return block.items.reduce((count, item) => count + wordsOf(item.blocks), 0);
    case 'quote':
      return wordsOf(block.blocks);
    case 'container':
      return countIn(block.title ?? []) + wordsOf(block.blocks);
    case 'definition-list':
      return block.entries.reduce(
        (count, entry) =>
          count +
          entry.terms.reduce((sum, term) => sum + countIn(term), 0) +
          entry.definitions.reduce((sum, definition) => sum + wordsOf(definition), 0),
        0,
      );
    case 'image-figure':
      return countIn(block.caption ?? []);
    case 'chart':
      return countIn(block.caption);
    case 'table':
      return (
        countIn(block.caption) +
        block.rows
          .flatMap((row) => row.cells)
          .reduce(
            (count, { content }) =>
              count + (content.kind === 'inline' ? countIn(content.content) : wordsOf(content.blocks)),
            0,
          )
      );
    case 'code-block':
    case 'thematic-break':
      return 0;
  }
}

/** Words of documents that were counted before: a document that has not changed is the same object in the next build. */
const counts = new WeakMap<Document, number>();

function wordsOfDocument({ blocks, notes }: Document): number {
  return wordsOf(blocks) + notes.reduce((count, note) => count + wordsOf(note.blocks), 0);
}

/** "3,699 words, about 19 minutes"; undefined for a paper without words of its own. */
export function readingTime(document: Document): string | undefined {
  const words = counts.get(document) ?? wordsOfDocument(document);
  counts.set(document, words);
  if (words === 0) return undefined;
  const minutes = Math.max(1, Math.round(words / wordsPerMinute));
  return `${withCommas(words)} ${words === 1 ? 'word' : 'words'}, about ${counted(minutes, 'minute')}`;
}

/** "3,699". */
export function withCommas(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
