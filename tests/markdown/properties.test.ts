import fc from 'fast-check';
import { tests } from 'commonmark-spec';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/source/span.js';
import { readInline, readMarkdown, type MarkdownContext } from '../../src/markdown/read.js';
import { inlinesOf, plainText, runs, words } from './walk.js';

const context: MarkdownContext = {
  include: (name) =>
    name === 'w'
      ? { source: { path: 'w.md', text: 'Word {{ k }} of [^1]\n\n[^1]: note' }, bodyStart: 0 }
      : undefined,
  citationPrefixes: new Set(['pledge', 'risk-']),
};

/** Every place that is not what it says it is. */
function wrongPlaces(text: string, start: number): readonly string[] {
  const { value, diagnostics } = readMarkdown({ path: 'a.md', text }, start, context);
  const wrong: string[] = [];
  const must = (span: Span | undefined, want: string | undefined, what: string): void => {
    if (span?.file !== 'a.md') return;
    // CommonMark has U+FFFD for NUL, which no file that is read holds: it is refused when it is decoded.
    const got = text.slice(span.start, span.end).replaceAll('\0', '\ufffd');
    if (span.start < start || span.end > text.length || span.end < span.start)
      wrong.push(`${what} lies outside`);
    else if (want !== undefined && got !== want) wrong.push(`${what}: "${want}" has the place of "${got}"`);
  };
  const blocks = [...(value?.blocks ?? []), ...(value?.notes ?? []).flatMap((n) => n.blocks)];
  for (const inline of runs(blocks).flatMap(inlinesOf)) {
    switch (inline.kind) {
      case 'text':
      case 'code':
        must(inline.span, inline.text, inline.kind);
        break;
      case 'expression':
        must(inline.span, undefined, 'expression');
        if (text.slice(inline.span.start, inline.span.start + 2) !== '{{' && inline.span.file === 'a.md')
          wrong.push('{{');
        if (!/[\r\n|]/.test(text.slice(inline.span.start, inline.span.end))) {
          must(inline.sourceSpan, inline.source.length === 0 ? undefined : inline.source, 'source');
        }
        break;
      case 'checked':
        must(inline.span, undefined, 'checked');
        break;
      case 'citation':
        must(inline.span, undefined, 'citation');
        if (inline.span.file === 'a.md' && text[inline.span.start] !== '@') wrong.push('@');
        break;
      case 'link':
        must(inline.span, undefined, 'link');
        must(inline.targetSpan, undefined, 'target');
        break;
      case 'note-mark':
      case 'image':
        must(inline.span, undefined, inline.kind);
        break;
      default:
        break;
    }
  }
  for (const block of blocks) {
    must(block.span, undefined, block.kind);
    if (block.kind === 'data-block') must(block.textSpan, block.text, 'data');
    if (block.kind === 'table-source') {
      for (const cell of [...block.head, ...block.body].flatMap((r) => r.cells)) {
        if (cell.raw.includes('|') || cell.raw.includes('\uFFFD')) continue;
        must(cell.span, cell.raw, 'raw cell');
        must(cell.textSpan, cell.text, 'cell text');
      }
    }
  }
  for (const d of diagnostics) must(d.span, undefined, d.rule);
  return wrong;
}

const pieces = [
  'words',
  ' ',
  '  ',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '- ',
  '1. ',
  '(a) ',
  '(i) ',
  '> ',
  '## ',
  '### ',
  '#',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```',
  '\n```table\nid: x\n```\n',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](#id)',
  '](a.svg)',
  '{',
  '}',
  '{#id}',
  '{.total}',
  '{lang="cy"}',
  '{= x}',
  '{{ a }}',
  '{{',
  '}}',
  '"',
  '\n| a | b |\n|--:|---|\n',
  '| =A1*B2*2 | **x** |\n',
  '\n: Caption {#t unit=£m}\n',
  '\\|',
  '\\',
  '|',
  '\n::: callout t\n',
  '\n:::\n',
  ':::',
  '[^1]',
  '\n[^1]: note\n',
  '^[in place]',
  '\n!include w k="v"\n',
  '@pledge-84',
  '@risk-occ2{title}',
  '<b>',
  '<!--',
  '&amp;',
  '\0',
  '£1.2m',
  'ŵ',
  '😀',
  '\nTerm\n: Def\n',
  '    ',
  '===',
  '---',
  '<https://x.example>',
];
const anyMarkdown = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 40 })
  .map((p) => p.join(''));

describe('whatever is typed', () => {
  it('has its own text at every place', () => {
    fc.assert(
      fc.property(
        anyMarkdown,
        fc.constantFrom('', '---\ntitle: x\n---\n', '---\r\ntitle: x\r\n---\r\n'),
        (body, front) => {
          expect(wrongPlaces(front + body, front.length)).toEqual([]);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('means the same with either kind of line end', () => {
    fc.assert(
      fc.property(anyMarkdown, (body) => {
        const unix = body.replace(/\r\n?/g, '\n');
        const windows = unix.replace(/\n/g, '\r\n');
        const read = (text: string): readonly string[] =>
          runs(readMarkdown({ path: 'a.md', text }, 0, context).value?.blocks ?? []).map((r) =>
            words(r).replace(/ +/g, ' '),
          );
        expect(read(windows)).toEqual(read(unix));
      }),
      { numRuns: 300 },
    );
  });

  it('is read as inline text of a YAML block with its own text at every place', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const file = `caption: ${text}`;
        const { value } = readInline(text, { file: 'a.md', start: 9, end: file.length }, context);
        for (const inline of inlinesOf(value ?? [])) {
          if (inline.kind === 'text' && inline.span !== undefined) {
            expect(file.slice(inline.span.start, inline.span.end)).toBe(inline.text);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the examples of the CommonMark specification', () => {
  const plain = markdownIt({ html: false });
  it('are read without a throw, with every word kept', () => {
    expect(tests.length).toBeGreaterThan(600);
    const lost: string[] = [];
    for (const example of tests) {
      const text = example.markdown.replaceAll('→', '\t');
      expect(wrongPlaces(text, 0), `example ${example.number}`).toEqual([]);
      const ours = plainText(readMarkdown({ path: 'a.md', text }, 0, context).value?.blocks ?? []);
      const theirs = plain
        .render(text)
        .replace(/<img[^>]*alt="([^"]*)"[^>]*>/g, '$1')
        .replace(/<[^>]*>/g, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
      const letters = (s: string): string => s.replace(/[\s\u00a0]+/g, '');
      if (letters(ours) !== letters(theirs))
        lost.push(`${example.number}: ${letters(ours)} / ${letters(theirs)}`);
    }
    expect(lost).toEqual([]);
  });
});

describe('text made to hang or break a reader', () => {
  const many = 5000;
  const hostile: readonly (readonly [string, string])[] = [
    ['quotations in quotations', '>'.repeat(many) + ' deep'],
    ['lists in lists on one line', '- '.repeat(many) + 'deep'],
    [
      'lists in lists line by line',
      Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- deep${i}`).join('\n'),
    ],
    ['open brackets', '['.repeat(many) + 'deep'],
    ['brackets with braces', '[a]{'.repeat(many) + 'deep'],
    ['checks never closed', '[a]{= '.repeat(many) + 'deep'],
    ['expressions never closed', '{{ '.repeat(many) + 'deep'],
    ['stars', '*a **b '.repeat(many) + 'deep'],
    ['notes in notes', '^['.repeat(many) + 'deep'],
    ['containers in containers', '::: callout\n'.repeat(500) + 'deep\n' + ':::\n'.repeat(500)],
    ['braces', '{'.repeat(many) + 'deep ' + '}'.repeat(many)],
    ['tags never closed', '<a b="'.repeat(many) + 'deep'],
    ['pipes', `${'|'.repeat(many)}deep\n|---|\n${'|'.repeat(many)}`],
    ['backticks', Array.from({ length: 300 }, (_, i) => '`'.repeat(i)).join(' ') + 'deep'],
    ['letters in brackets', Array.from({ length: 1000 }, () => '(i) deep').join('\n\n')],
  ];
  it.each(hostile)('keeps the words: %s', (_name, text) => {
    const { value } = readMarkdown({ path: 'a.md', text }, 0, context);
    expect(plainText(value?.blocks ?? [])).toContain('deep');
  });

  it('stops at wording that multiplies', () => {
    const twice = (name: string): string => `!include ${name}\n\n!include ${name}\n`;
    const wording = Array.from(
      { length: 20 },
      (_, i) => [`w${i}`, i < 19 ? twice(`w${i + 1}`) : 'end'] as const,
    );
    const all = new Map<string, string>(wording);
    const { diagnostics } = readMarkdown({ path: 'a.md', text: twice('w0') }, 0, {
      citationPrefixes: new Set(),
      include: (name) => {
        const text = all.get(name);
        return text === undefined ? undefined : { source: { path: `${name}.md`, text }, bodyStart: 0 };
      },
    });
    expect(diagnostics.map((d) => d.rule)).toEqual(['include-ends']);
  });
});
