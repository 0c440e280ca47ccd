import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DataScalar } from '../../src/source/data-node.js';
import { entry } from '../../src/source/data-node.js';
import { parseYaml } from '../../src/source/yaml.js';

/** The value of `a`, and the file it stands in, which begins with other text. */
function read(yaml: string): { readonly file: string; readonly scalar: DataScalar } {
  const file = `above\n${yaml}`;
  const node = entry(parseYaml(yaml, { file: 'a.md', start: 6, end: file.length }).value, 'a');
  if (node?.kind !== 'scalar') throw new Error('not a scalar');
  return { file, scalar: node };
}

/** What stands in the file where the pieces say that the text stands, line ends and folds aside. */
function traced({ file, scalar }: ReturnType<typeof read>): string {
  const pieces = scalar.pieces ?? [];
  return pieces
    .map(({ at, file: from }, i) => {
      const length = (pieces[i + 1]?.at ?? scalar.text.length) - at;
      return file.slice(from, from + length).replace(/[\r\n][^]*$/, '');
    })
    .join('\n');
}

test('a block scalar of lines is traced to the file, indentation taken off and deeper lines kept', () => {
  const it = read('a: |\r\n  one\r\n\r\n    two  \r\n  three\r\nb: 1\r\n');
  expect(it.scalar.text).toBe('one\n\n  two  \nthree\n');
  expect(traced(it)).toBe('one\n  two  \nthree');
});

test('a folded scalar has a piece for each line that was folded', () => {
  const it = read('a: >-\n  one\n  two\n\n  three\n    - x\n  four\n');
  expect(it.scalar.text).toBe('one two\nthree\n  - x\nfour');
  expect(traced(it)).toBe('one\ntwo\nthree\n  - x\nfour');
});

test('a sign for the indentation, blank lines first and text in quotes are traced too', () => {
  expect(traced(read('a: |2\n    x\n   y\n'))).toBe('  x\n y');
  expect(traced(read('a: >\n\n  a\n\n\n  b\n'))).toBe('a\na\nb');
  expect(traced(read('a: "one\n   two\n\n   three"\n'))).toBe('one\ntwo\nthree');
  expect(traced(read('a: one\n   two\n'))).toBe('one\ntwo');
});

test('text with escapes has no pieces, and text on one line none either', () => {
  expect(read('a: "one\\u00e9\n  two"\n').scalar.pieces).toBeUndefined();
  expect(read('a: "one"\n').scalar.pieces).toBeUndefined();
});

test('whatever the words, every piece of a block scalar says where its words stand', () => {
  const word = fc.constantFrom('a', 'b c', '- d', '  e', '{{ f }}', '“g”', '|', '#');
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('|', '>', '|-', '>+'),
      (words, sign) => {
        const lines = ['x', ...words];
        const it = read(`a: ${sign}\n${lines.map((l) => `  ${l}`).join('\n  \n')}\nb: 1\n`);
        const shown = traced(it).replace(/\s+/g, ' ').trim();
        expect(shown).toContain(lines.join(' ').replace(/\s+/g, ' ').trim());
      },
    ),
    { numRuns: 200 },
  );
});
