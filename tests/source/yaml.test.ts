import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnyYaml, parseYaml } from '../../src/source/yaml.js';
import type { DataNode } from '../../src/source/data-node.js';
import { entry } from '../../src/source/data-node.js';

const at = (text: string, start = 0) => ({ file: 'a.yaml', start, end: start + text.length });
const parse = (text: string) => parseYaml(text, at(text));

/** Plain strings, lists and maps of a node. */
function plain(node: DataNode | undefined): unknown {
  if (node === undefined) return undefined;
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return Object.fromEntries(node.entries.map((e) => [e.key, plain(e.value)]));
  }
}

describe('values', () => {
  test('are text as typed: noughts, times, words and signs are kept', () => {
    const text = 'a: 1.10\nb: 09:30\nc: no\nd: -0\ne: 0x1F\nf: 0123\ng:\nh: ~';
    expect(plain(parse(text).value)).toEqual({
      a: '1.10',
      b: '09:30',
      c: 'no',
      d: '-0',
      e: '0x1F',
      f: '0123',
      g: '',
      h: '~',
    });
  });

  test('keep the place of their text in the file, counted from where the YAML begins', () => {
    const text = 'a: plain\r\nb: "in quotes"\r\nc: [x, \'y\']\r\n';
    const file = `----\n${text}`;
    const node = parseYaml(text, at(text, 5)).value;
    const spanned: string[] = [];
    const visit = (n: DataNode): void => {
      if (n.kind === 'scalar') {
        expect(file.slice(n.textStart, (n.textStart ?? 0) + n.text.length)).toBe(n.text);
        spanned.push(file.slice(n.span.start, n.span.end));
      } else if (n.kind === 'list') n.items.forEach(visit);
      else
        n.entries.forEach((e) => {
          expect(file.slice(e.keySpan.start, e.keySpan.end)).toBe(e.key);
          visit(e.value);
        });
    };
    visit(node!);
    expect(spanned).toEqual(['plain', '"in quotes"', 'x', "'y'"]);
  });

  test('with escapes or several lines have no place for their text', () => {
    const node =
      parse('a: "x\\ny"\nb: >\n  folded\n  text\nc: "it ""s"').value ??
      parse('a: "x\\ny"\nb: >\n  folded\n  text\n').value;
    for (const key of ['a', 'b']) {
      const value = entry(node, key);
      expect(value).toMatchObject({ kind: 'scalar', quoted: true });
      expect(value).not.toHaveProperty('textStart');
    }
  });

  test('of nothing at all are an empty map', () => {
    for (const text of ['', '\n', '# only a remark\n']) expect(plain(parse(text).value)).toEqual({});
  });

  test('named like parts of an object are only names', () => {
    const node = parse('__proto__: x\nconstructor: y').value;
    expect(entry(node, '__proto__')).toMatchObject({ text: 'x' });
    expect(entry(node, 'constructor')).toMatchObject({ text: 'y' });
  });
});

describe('faults', () => {
  test.each([
    ['title: @home', '@home', 'begins with @'],
    ['title: %x', '%x', 'begins with %'],
    ['title: *note', '*note', 'begins with *'],
    ['title: &a note', '&a', 'begins with &'],
    ['title: !x note', '!x ', 'begins with !'],
    ['title: {{ meeting.venue }}', '{{ meeting.venue }}', 'begins with a brace'],
    ['title: -', '-', 'lone hyphen'],
    ['title: - a point', '- a point', 'lone hyphen'],
    ['a: b\nvenue:Hall', ':H', 'no space after the colon'],
    ['title: Review: Budget', ':', 'has a colon inside'],
    ['items:\n  - Review: a: b', ':', 'has a colon inside'],
    ['dates: [2019-01-30, 2019-01-31\ntitle: x', '[', 'never closed'],
    ['a: {x: 1\n', '{', 'never closed'],
    ['a: x\ntitle: "Draft\nb: c', '"', 'never closed'],
    ["a: 'x'\ntitle: 'Draft\nb: c", "'", 'never closed'],
    ['a:\n\tb: c', '\t', 'tab'],
    ['title: "a" b', '"a" b', 'after the closing quotation mark'],
    ['title: a\nmore words', 'more words', 'not followed by a colon'],
    ['a: b\n---\nc: d', undefined, 'divides these settings'],
    ['title: "C:\\path"', undefined, 'backslash'],
  ])('%j are reported once, at the very characters', (text, slice, words) => {
    const { diagnostics } = parse(text);
    expect(diagnostics.map((d) => d.message)).toEqual([expect.stringContaining(words)]);
    const [first] = diagnostics;
    if (slice !== undefined) expect(text.slice(first!.span.start, first!.span.end)).toBe(slice);
    expect(first!.hint).toBeDefined();
    expect(first!.message).not.toMatch(/scalar|mapping|sequence|implicit/i);
  });

  test('in two lines are both reported', () => {
    expect(parse('a: @x\nb: @y').diagnostics).toHaveLength(2);
  });

  test('of a repeated key name both places and keep the first value', () => {
    const { value, diagnostics } = parse('a: 1\nb: 2\na: 3');
    expect(plain(value)).toEqual({ a: '1', b: '2' });
    expect(diagnostics).toMatchObject([
      { rule: 'key-is-unique', span: { start: 10 }, related: [{ span: { start: 0 } }] },
    ]);
  });

  test('that lose words unseen are warned of', () => {
    expect(parse('venue: Room #4').diagnostics).toMatchObject([
      { severity: 'warning', span: { start: 12, end: 14 } },
    ]);
    expect(parse('venue: Room  # the big one').diagnostics).toEqual([]);
  });

  test('of deep nesting are reported, not thrown', () => {
    expect(parse('['.repeat(20_000)).diagnostics.length).toBeGreaterThan(0);
  });

  test('of any text at all never throw and always lie inside the text', () => {
    const piece = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '\r\n',
      '- ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&',
      '*',
      '!',
      '#',
      '|',
      '>',
      '%',
      '\t',
      'key: value\n',
      '---',
      ',',
      '?',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        for (const d of parse(text).diagnostics) {
          expect(d.span.start).toBeGreaterThanOrEqual(0);
          expect(d.span.end).toBeGreaterThanOrEqual(d.span.start);
          expect(d.span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('settings of one line each', () => {
  const word = fc.constantFrom(
    ...[
      'a b',
      '1.10',
      '£4',
      'x:y',
      'é',
      '~',
      '-',
      '#',
      ' #',
      ':',
      ': ',
      '"',
      "'",
      '"q"',
      "'q'",
      '[',
      ']',
      ',',
      '{',
      '\\',
      '😀',
    ],
  );
  const value = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(''));
  const line = fc.oneof(
    value.map((text) => ` ${text}`),
    value.map((text) => ` "${text}" `),
    fc.array(value, { minLength: 1, maxLength: 3 }).map((items) => `  [${items.join(', ')}]`),
    fc
      .tuple(fc.constantFrom('', '  '), fc.array(value, { maxLength: 3 }))
      .map(([indent, items]) => items.map((item) => `\n${indent}- ${item}`).join('')),
  );
  const settings = fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '\n', '\n\n'))
    .map(([lines, end]) => lines.map((text, i) => `${'abcd'.charAt(i)}:${text}`).join('\n') + end);

  test('are read just as the parser of all YAML reads them', () => {
    fc.assert(
      fc.property(settings, fc.boolean(), (typed, windows) => {
        const text = windows ? typed.replaceAll('\n', '\r\n') : typed;
        expect(parseYaml(text, at(text, 5))).toEqual(parseAnyYaml(text, at(text, 5)));
      }),
      { numRuns: 400 },
    );
    const text = 'title: A b\nat: "09:30"\n\nrows: [a, b c]\nby:\n  - x\n  - y\n';
    expect(parseYaml(text, at(text))).toEqual(parseAnyYaml(text, at(text)));
    expect(plain(parseYaml(text, at(text)).value)).toEqual({
      title: 'A b',
      at: '09:30',
      rows: ['a', 'b c'],
      by: ['x', 'y'],
    });
  });
});
