import { expect, it } from 'vitest';
import { readMarkdown } from '../../src/markdown/read.js';
import { plainText } from '../../src/model/inline.js';

it('reads thousands of stars on either side of a word without losing the word or the program', () => {
  const text = `${'*'.repeat(6000)}word${'*'.repeat(6000)}\n`;
  const { value } = readMarkdown({ path: 'a.md', text }, 0, {
    include: () => undefined,
    citationPrefixes: new Set(),
  });
  const [block] = value?.blocks ?? [];
  expect(block?.kind === 'paragraph' ? plainText(block.content) : undefined).toBe('word');
});

it('keeps emphasis that means something', () => {
  const { value } = readMarkdown({ path: 'a.md', text: 'a **b *c* d** e\n' }, 0, {
    include: () => undefined,
    citationPrefixes: new Set(),
  });
  const [block] = value?.blocks ?? [];
  const kinds = block?.kind === 'paragraph' ? block.content.map((i) => i.kind) : [];
  expect(kinds).toEqual(['text', 'strong', 'text']);
});
