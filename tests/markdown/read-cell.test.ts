import { expect, test } from 'vitest';
import type { AuthoredBlock } from '../../src/model/block.js';
import { plainText } from '../../src/model/inline.js';
import type { AuthoredInline } from '../../src/model/inline.js';
import { readCell } from '../../src/markdown/read-cell.js';
import { entry } from '../../src/source/data-node.js';
import { parseYaml } from '../../src/source/yaml.js';

const context = { include: () => undefined, citationPrefixes: new Set<string>() };

const within = (yaml: string) => ({ text: yaml, textSpan: { file: 'p.md', start: 9, end: 9 + yaml.length } });

/** The cell `a` of a stretch of YAML that stands in a file under other text. */
function read(yaml: string) {
  const text = `# Title\n\n${yaml}`;
  const node = entry(parseYaml(yaml, { file: 'p.md', start: 9, end: text.length }).value, 'a');
  if (node?.kind !== 'scalar') throw new Error('not a scalar');
  const { value, diagnostics } = readCell(node, within(yaml), context);
  return {
    blocks: value ?? [],
    faults: diagnostics.map((d) => [d.message, text.slice(d.span.start, d.span.end)]),
    text,
  };
}

/** All inlines that have a place. */
function placed(blocks: readonly AuthoredBlock[]): readonly AuthoredInline[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.content;
    if (block.kind === 'list') return block.items.flatMap((item) => placed(item.blocks));
    return [];
  });
}

test('a cell holds paragraphs and nested lists, each piece of text with its own place', () => {
  const { blocks, faults, text } = read(
    'a: |\n  First, **bold**,\n  over two lines.\n\n  - one\n    1. inner {{ x }}\n  - two [](#t)\nb: 1\n',
  );
  expect(faults).toEqual([]);
  expect(blocks.map((b) => b.kind)).toEqual(['paragraph', 'list']);
  const inlines = placed(blocks);
  for (const inline of inlines) {
    if (inline.kind === 'text' && inline.span !== undefined)
      expect(text.slice(inline.span.start, inline.span.end)).toBe(inline.text);
  }
  const figure = inlines.find((i) => i.kind === 'expression');
  expect(text.slice(figure?.sourceSpan.start, figure?.sourceSpan.end).trim()).toBe('x');
  const link = inlines.find((i) => i.kind === 'link');
  expect(text.slice(link?.targetSpan.start, link?.targetSpan.end)).toBe('#t');
});

test('a folded cell is one paragraph whose words keep their places across the folds', () => {
  const { blocks, text } = read('a: >\n  See {{ one }} and\n  then {{ two }} here.\n\n  Next.\nb: 1\n');
  expect(blocks.map((b) => (b.kind === 'paragraph' ? plainText(b.content) : b.kind))).toEqual([
    'See  and then  here.',
    'Next.',
  ]);
  const sources = placed(blocks).flatMap((i) => (i.kind === 'expression' ? [i] : []));
  expect(sources.map((i) => text.slice(i.sourceSpan.start, i.sourceSpan.end).trim())).toEqual(['one', 'two']);
});

test('a list after the sign that joins lines is a list all the same', () => {
  const { blocks, faults } = read('a: >-\n  Do:\n\n  - one\n    two\n  - three\nb: 1\n');
  expect(faults).toEqual([]);
  expect(blocks.map((b) => b.kind)).toEqual(['paragraph', 'list']);
  const words = placed(blocks).map((i) => plainText([i]).trim());
  expect(words.filter((word) => word !== '')).toEqual(['Do:', 'one', 'two', 'three']);
});

test('text in quotes over several lines keeps its paragraphs and places', () => {
  const { blocks, text } = read('a: "One {{ x }}\n\n  and {{ y }}"\nb: 1\n');
  expect(blocks).toHaveLength(2);
  const sources = placed(blocks).flatMap((i) => (i.kind === 'expression' ? [i] : []));
  expect(sources.map((i) => text.slice(i.sourceSpan.start, i.sourceSpan.end).trim())).toEqual(['x', 'y']);
});

test('headings are bold paragraphs, so that a cell is no part of the outline', () => {
  const { blocks, faults } = read('a: |\n  #### Progress\n  Done.\n');
  expect(faults).toEqual([]);
  expect(blocks[0]).toMatchObject({ kind: 'paragraph', content: [{ kind: 'strong' }] });
});

test('what a cell cannot hold is told at its own line, and the rest is still read', () => {
  const { blocks, faults } = read(
    'a: |\n  Before.\n\n  | x | y |\n  |---|---|\n  | 1 | 2 |\n\n  !include wording\n\n  [^n]: A note.\n\n  After.\n',
  );
  expect(faults.map(([message]) => message)).toEqual([
    'a table stands in a cell of a table, which cannot hold it',
    'standing wording stands in a cell of a table, which cannot hold it',
    'a note stands in a cell of a table, which cannot hold it',
  ]);
  expect(faults[0]?.[1]).toContain('| x | y |');
  expect(faults[1]?.[1]).toBe('!include wording');
  expect(placed(blocks).map((i) => plainText([i]))).toEqual(['Before.', 'After.']);
});

test('text with escapes is told at the whole cell', () => {
  const { faults } = read('a: "One\\n\\n![](x.png)"\n');
  expect(faults[0]?.[1]).toBe('"One\\n\\n![](x.png)"');
});

test('nothing that is typed in a cell makes the reader fail', () => {
  for (const odd of [
    '',
    '\t',
    '> ',
    '- ',
    '```table',
    ':::',
    '[^a',
    '{{',
    '|',
    '|-|',
    '1. ',
    '# ',
    ': x',
    '\0',
    '\u00a0',
  ])
    for (const sign of ['|', '>', '|-'])
      expect(() => read(`a: ${sign}\n  x\n  ${odd}\n\n  ${odd}\n`)).not.toThrow();
});
