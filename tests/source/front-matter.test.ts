import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/source/decode.js';
import { entry } from '../../src/source/data-node.js';
import { splitFrontMatter } from '../../src/source/front-matter.js';
import { nearest, suggest } from '../../src/source/nearest.js';

const split = (text: string, required = true) => splitFrontMatter({ path: 'a.md', text }, { required });
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((p) => (typeof p === 'string' ? [...new TextEncoder().encode(p)] : p)));

describe('front matter', () => {
  test.each(['\n', '\r\n'])('is split in place, with line ends %j', (eol) => {
    const text = ['---', 'title: Draft', '---', '', 'Text'].join(eol);
    const { value, diagnostics } = split(text);
    expect(diagnostics).toEqual([]);
    const title = entry(value.frontMatter, 'title');
    expect(text.slice(title!.span.start, title!.span.end)).toBe('Draft');
    expect(text.slice(value.bodyStart)).toBe(`${eol}Text`);
  });

  test('may be empty, and a rule below it is text', () => {
    const { value } = split('---\n---\na\n\n---\nb');
    expect(value.frontMatter).toMatchObject({ kind: 'map', entries: [] });
    expect(value.bodyStart).toBe(8);
  });

  test.each([
    ['---\ntitle: x\n', 'front-matter-is-closed'],
    ['\n---\ntitle: x\n---\n', 'front-matter-is-present'],
    ['—\ntitle: x\n---\n', 'front-matter-is-present'],
    ['# Title\n\n---\ntitle: x\n---\n', 'front-matter-is-present'],
    ['Only text', 'front-matter-is-present'],
    ['', 'front-matter-is-present'],
    ['---\ntitle:x\n---\n', 'yaml-reads'],
    ['---\n- title\n---\n', 'yaml-reads'],
  ])('%j is one fault', (text, rule) => {
    expect(split(text).diagnostics.map((d) => d.rule)).toEqual([rule]);
    expect(split(text).value.frontMatter).toBeUndefined();
  });

  test('may be missing from a file that is only included', () => {
    expect(split('Only text', false).diagnostics).toEqual([]);
    expect(split('\n---\na: b\n---\n', false).diagnostics).toHaveLength(1);
  });
});

describe('decoding', () => {
  test('takes off a byte order mark and keeps everything else', () => {
    expect(decodeText(bytes([0xef, 0xbb, 0xbf], 'ŵ £\r\n'), 'a.md')).toEqual({
      source: { path: 'a.md', text: 'ŵ £\r\n' },
      diagnostics: [],
    });
  });

  test('names the first byte of another encoding, and its place in the text', () => {
    const { source, diagnostics } = decodeText(bytes('£1\nthe ', [0x93], 'plan', [0x94]), 'a.md');
    expect(source.text).toBe('£1\nthe “plan”');
    expect(diagnostics).toMatchObject([{ rule: 'file-is-utf-8', span: { start: 7, end: 8 } }]);
    expect(diagnostics[0]!.message).toBe(
      'the byte 93 is not UTF-8 text: it stands for “ in older Windows programs',
    );
  });

  test.each([
    ['a zip', bytes('PK', [3, 4]), 'Word'],
    ['a PDF', bytes('%PDF-1.7'), 'PDF'],
    ['UTF-16 with a mark', bytes([0xff, 0xfe, 0x61, 0]), 'UTF-16'],
    ['UTF-16 without a mark', bytes([0x61, 0, 0x62, 0, 0x63, 0]), 'UTF-16'],
    ['a null character', bytes('abcdefghijkl', [0]), 'null'],
    ['a lone surrogate', bytes([0xed, 0xa0, 0x80]), 'UTF-8'],
    ['an overlong form', bytes([0xc0, 0xaf]), 'UTF-8'],
    ['a cut character', bytes('a', [0xe2, 0x82]), 'UTF-8'],
  ])('refuses %s', (_, content, words) => {
    expect(decodeText(content, 'a.md').diagnostics.map((d) => d.message)).toEqual([
      expect.stringContaining(words),
    ]);
  });
});

describe('characters that nobody sees', () => {
  test.each([
    ['Word\u000bbreak', 4, 'a line break of Word'],
    ['page\u000c', 4, 'a page break of Word'],
    ['bell\u0007', 4, 'U+0007'],
    ['a\u0085', 1, 'U+0085'],
    ['a\uffff', 1, 'U+FFFF'],
    ['one\rtwo\rthree', 3, 'the first Macs'],
    ['two\u0001 on one\u0002 line', 3, 'U+0001'],
  ])('are reported once a line: %j', (text, start, words) => {
    const { diagnostics } = decodeText(bytes(text), 'a.md');
    expect(diagnostics).toMatchObject([{ rule: 'text-is-visible', span: { start } }]);
    expect(diagnostics[0]?.message).toContain(words);
  });

  test('are not tabs, line ends, soft hyphens or non-breaking spaces', () => {
    expect(decodeText(bytes('a\tb\r\nc\nd\u00ad\u00a0e'), 'a.md').diagnostics).toEqual([]);
  });

  test.each([
    'venue:\u00a0Hall\ntime: 9',
    'a:\n\u00a0\u00a0- { id: c, b: d }\ne: [f]',
    'venue:\u200bHall\ntime: 9',
  ])('stand for spaces in settings, which is said: %j', (yaml) => {
    expect(split(`---\n${yaml}\n---\n`).diagnostics.map((d) => d.message)).toEqual([
      expect.stringContaining('a space of another kind'),
    ]);
  });
});

describe('suggestions', () => {
  test('find slips of the finger, capitals and hyphens', () => {
    expect(nearest('commitee', ['venue', 'committee'])).toBe('committee');
    expect(nearest('Cabinet Member', ['cabinetMember', 'cmtMember'])).toBe('cabinetMember');
    expect(nearest('tilte', ['title', 'tile'])).toBe('title');
  });

  test('do not guess wildly', () => {
    expect(nearest('xyz', ['title', 'venue'])).toBeUndefined();
    expect(suggest('xyz', ['draft', 'final'])).toBe('Use one of: draft, final.');
  });
});
