/** What columns may hold, and how languages are named. */
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/markdown/read.js';
import { isLanguageTag } from '../../src/model/language.js';

function faults(text: string): readonly string[] {
  const source = { path: 'a.md', text };
  const context = { include: () => undefined, citationPrefixes: new Set<string>() };
  return readMarkdown(source, 0, context).diagnostics.map((d) => `${d.rule}: ${d.message}`);
}
const column = '::: column\nWords.\n:::\n';

describe('a block of columns', () => {
  test('takes two or three columns', () => {
    expect(faults(`::: columns\n${column.repeat(2)}:::\n`)).toEqual([]);
    expect(faults(`::: columns\n${column.repeat(3)}:::\n`)).toEqual([]);
  });

  test.each([
    [0, 'There are 0 columns in this block, and two or three are wanted'],
    [1, 'There is one column in this block, and two or three are wanted'],
    [4, 'There are 4 columns in this block, and two or three are wanted'],
  ])('does not take %i', (count, message) => {
    expect(faults(`::: columns\n${column.repeat(count)}:::\n`)).toEqual([`columns-hold-columns: ${message}`]);
  });

  test('has no text between its columns', () => {
    expect(faults(`::: columns\n${column}\nLost words.\n\n${column}:::\n`)).toEqual([
      'columns-hold-columns: this stands between columns, and in none of them',
    ]);
  });
});

describe('the code of a language', () => {
  test.each(['cy', 'en-GB', 'zh-Hant-TW', 'de-1996', 'sgn', 'es-419'])('may be %s', (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
    expect(faults(`Say [bore da]{lang="${tag}"}.\n`)).toEqual([]);
  });

  test.each(['Welsh', 'e', 'en_GB', 'en-', 'cymraeg', 'cy GB'])('is not %s', (tag) => {
    expect(isLanguageTag(tag)).toBe(false);
    expect(faults(`Say [bore da]{lang="${tag}"}.\n`)).toEqual([
      `language-is-known: “${tag}” is not the code of a language`,
    ]);
  });
});
