/** Reads a Markdown text as a paper would be. */
import { readMarkdown } from '../../src/markdown/read.js';
import type { AuthoredDocument } from '../../src/model/block.js';

export function read(text: string): AuthoredDocument {
  const { value } = readMarkdown({ path: 'paper.md', text }, 0, {
    include: () => undefined,
    citationPrefixes: new Set(['pledge']),
  });
  return value ?? { blocks: [], notes: [] };
}
