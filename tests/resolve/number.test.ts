import { describe, expect, it } from 'vitest';
import type { AuthoredBlock } from '../../src/model/block.js';
import { slug } from '../../src/resolve/anchors.js';
import { numberDocument } from '../../src/resolve/number.js';
import { read } from './support.js';

function numbered(text: string, numbering: 'none' | 'headings' | 'paragraphs', numberFrom?: number) {
  return numberDocument(read(text), { numbering, ...(numberFrom === undefined ? {} : { numberFrom }) });
}
const numbersOf = (blocks: readonly AuthoredBlock[]) =>
  blocks.flatMap((b) => (b.kind === 'heading' || b.kind === 'paragraph' ? [b.number ?? '-'] : []));

describe('numbering', () => {
  it('numbers headings and the paragraphs under them, and leaves sub-headings alone', () => {
    const { document } = numbered(
      'Before.\n\n## One\n\nFirst.\n\nSecond.\n\n### Sub\n\nThird.\n\n## Two\n\nFourth.\n',
      'paragraphs',
    );
    expect(numbersOf(document.blocks)).toEqual(['-', '1', '1.1', '1.2', '-', '1.3', '2', '2.1']);
  });

  it('goes past nine to 1.10, which is a number and not a decimal', () => {
    const text = `## One\n\n${Array.from({ length: 10 }, (_, i) => `Paragraph ${i}.`).join('\n\n')}\n`;
    expect(numbersOf(numbered(text, 'paragraphs').document.blocks).at(-1)).toBe('1.10');
  });

  it('leaves out what is marked unnumbered, and what stands under an unnumbered heading', () => {
    const { document } = numbered(
      '## Aside {.unnumbered}\n\nFirst.\n\n## One\n\nSecond. {.unnumbered}\n\nThird.\n',
      'paragraphs',
    );
    expect(numbersOf(document.blocks)).toEqual(['-', '-', '1', '-', '1.1']);
  });

  it('numbers the paragraphs of a text without headings by themselves, from the number asked for', () => {
    expect(numbersOf(numbered('First.\n\nSecond.\n', 'paragraphs', 74).document.blocks)).toEqual([
      '74',
      '75',
    ]);
  });

  it('numbers headings to any depth', () => {
    const { document } = numbered('## A\n\n### B\n\n### C\n\n#### D\n\n## E\n\n### F\n', 'headings');
    expect(numbersOf(document.blocks)).toEqual(['1', '1.1', '1.2', '1.2.1', '2', '2.1']);
  });

  it('counts on through a landscape section and not inside a call-out', () => {
    const text = '## A\n\nOne.\n\n::: callout\nNot.\n:::\n\n::: landscape\nTwo.\n:::\n\nThree.\n';
    const { targets, document } = numbered(text, 'paragraphs');
    const inside = document.blocks.flatMap((b) => (b.kind === 'container' ? numbersOf(b.blocks) : []));
    expect(inside).toEqual(['-', '1.2']);
    expect(numbersOf(document.blocks)).toEqual(['1', '1.1', '1.3']);
    expect(targets.has('a')).toBe(true);
  });
});

describe('anchors', () => {
  it('are the numbers of paragraphs, so that a printed reference and an address agree', () => {
    const { targets } = numbered('## A\n\nText. {#rsg}\n', 'paragraphs');
    expect(targets.get('rsg')).toMatchObject({ anchor: 'p1-1', words: 'paragraph 1.1' });
  });

  it('made from a heading give way to an id typed further down', () => {
    const text = '### Risks\n\n| A | B |\n|---|--:|\n| x | 1 |\n: Log {#risks}\n';
    const result = numbered(text, 'none');
    expect(result.diagnostics).toEqual([]);
    expect(result.targets.get('risks')).toMatchObject({ kind: 'table', words: 'Table 1' });
  });

  it('never repeat', () => {
    const { document } = numbered('## Same\n\n## Same\n\n## Same\n', 'none');
    const anchors = document.blocks.map((b) => ('anchor' in b ? b.anchor : undefined));
    expect(anchors).toEqual(['same', 'same-2', 'same-3']);
  });

  it('typed twice are reported with both places', () => {
    const text = 'One. {#a}\n\nTwo. {#a}\n';
    const { diagnostics } = numbered(text, 'none');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.rule).toBe('id-is-unique');
    expect(diagnostics[0]?.related).toHaveLength(1);
  });

  it('are plain words for any heading', () => {
    expect(slug('The settlement for 2019/20: what’s new?')).toBe('the-settlement-for-2019-20-whats-new');
    expect(slug('Tŷ Ŵyn')).toBe('ty-wyn');
    expect(slug('…')).toBe('');
  });
});
