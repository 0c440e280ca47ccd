import { describe, expect, it } from 'vitest';
import { readInline, readMarkdown, type MarkdownContext } from '../../src/markdown/read.js';

const context: MarkdownContext = { include: () => undefined, citationPrefixes: new Set(['pledge']) };

describe('places in the file as typed', () => {
  it('count from the beginning of the file, front matter and carriage returns included', () => {
    const front = '---\r\ntitle: x\r\n---\r\n';
    const text = `${front}\r\nOne\r\n\r\n> two\r\n> {{ a }}\r\n`;
    const [, quote] = readMarkdown({ path: 'a.md', text }, front.length, context).value?.blocks ?? [];
    const paragraph = quote?.kind === 'quote' ? quote.blocks[0] : undefined;
    const expression =
      paragraph?.kind === 'paragraph' ? paragraph.content.find((i) => i.kind === 'expression') : undefined;
    expect(expression?.span).toEqual({
      file: 'a.md',
      start: text.indexOf('{{'),
      end: text.indexOf('}}') + 2,
    });
  });

  it('give an expression over several lines a source as long as its place', () => {
    const text = '> {{ a[b,\r\n> c] }}\r\n';
    const [quote] = readMarkdown({ path: 'a.md', text }, 0, context).value?.blocks ?? [];
    const paragraph = quote?.kind === 'quote' ? quote.blocks[0] : undefined;
    const expression = paragraph?.kind === 'paragraph' ? paragraph.content[0] : undefined;
    if (expression?.kind !== 'expression') throw new Error('no expression');
    expect(expression.source).toHaveLength(expression.sourceSpan.end - expression.sourceSpan.start);
    expect(text[expression.sourceSpan.start + expression.source.indexOf('c')]).toBe('c');
  });

  it('are known of the words before a link, and of those after it', () => {
    const text = 'On Monday see [the *whole* report](a.md) of 3 May.';
    const [paragraph] = readMarkdown({ path: 'a.md', text }, 0, context).value?.blocks ?? [];
    const words = paragraph?.kind === 'paragraph' ? paragraph.content.filter((i) => i.kind === 'text') : [];
    expect(words.map((i) => [i.text, text.slice(i.span?.start, i.span?.end)])).toEqual([
      ['On Monday see ', 'On Monday see '],
      [' of 3 May.', ' of 3 May.'],
    ]);
  });

  it('lead from the text of a formula cell to the formula, emphasis left out', () => {
    const text = '| a |\n|--:|\n| **=B2*C2** |\n';
    const [table] = readMarkdown({ path: 'a.md', text }, 0, context).value?.blocks ?? [];
    const cell = table?.kind === 'table-source' ? table.body[0]?.cells[0] : undefined;
    expect(cell?.strong).toBe(true);
    expect(text.slice(cell?.textSpan.start, cell?.textSpan.end)).toBe('=B2*C2');
    expect(text.slice(cell?.span.start, cell?.span.end)).toBe('**=B2*C2**');
  });

  it('lead from the data of a block in a list to the data as typed', () => {
    const text = '- x\n  ```chart\n  table: a\n  ```\n';
    const [list] = readMarkdown({ path: 'a.md', text }, 0, context).value?.blocks ?? [];
    const block = list?.kind === 'list' ? list.items[0]?.blocks[1] : undefined;
    if (block?.kind !== 'data-block') throw new Error('no data block');
    expect(block.text).toBe('  table: a\n');
    expect(text.slice(block.textSpan.start, block.textSpan.end)).toBe(block.text);
  });
});

describe('text of YAML blocks', () => {
  it('has places in the file it was taken from', () => {
    const file = 'caption: Gap {{ a }} now';
    const { value } = readInline('Gap {{ a }} now', { file: 'x.md', start: 9, end: file.length }, context);
    const expression = value?.find((i) => i.kind === 'expression');
    expect(file.slice(expression?.sourceSpan.start, expression?.sourceSpan.end)).toBe(' a ');
  });

  it('has the place of the whole where quotes hid escapes, and no text claims a place', () => {
    const at = { file: 'x.md', start: 9, end: 30 };
    const { value } = readInline('Gap {{ a }}', at, context);
    expect(value).toEqual([
      { kind: 'text', text: 'Gap ' },
      { kind: 'expression', source: ' a ', sourceSpan: at, span: at },
    ]);
  });

  it("takes marks of notes as they come, since the notes are the paper's", () => {
    const { value, diagnostics } = readInline('x[^1]', { file: 'x.md', start: 0, end: 5 }, context);
    expect(value?.map((i) => i.kind)).toEqual(['text', 'note-mark']);
    expect(diagnostics).toEqual([]);
  });

  it('has no place for a note that is written where its mark stands', () => {
    const { diagnostics } = readInline('x^[why]', { file: 'x.md', start: 0, end: 7 }, context);
    expect(diagnostics).toMatchObject([{ rule: 'cell-holds-text', span: { start: 1, end: 7 } }]);
  });
});

describe('depth', () => {
  it('is bounded, and what lies deeper is kept as text and reported once', () => {
    const { value, diagnostics } = readMarkdown(
      { path: 'a.md', text: `${'>'.repeat(200)} deep` },
      0,
      context,
    );
    expect(diagnostics.map((d) => d.rule)).toEqual(['nesting-is-shallow']);
    expect(JSON.stringify(value)).toContain('deep');
  });
});

describe('a note that only a YAML block marks', () => {
  it('counts as used', () => {
    const text = '```table\nid: x\nrows: [["A[^1]", 1]]\n```\n\n[^1]: Note.\n';
    expect(readMarkdown({ path: 'a.md', text }, 0, context).diagnostics).toEqual([]);
  });
});

describe('an id', () => {
  const texts = (id: string): readonly string[] => [
    `## Heading {#${id}}\n`,
    `A paragraph. {#${id}}\n`,
    `| A | B |\n|---|---|\n| x | y |\n: Caption {#${id}}\n`,
    `| A {#${id}} | B |\n|---|---|\n| x | y |\n`,
    `| A | B |\n|---|---|\n| x {#${id}} | y |\n`,
    `::: callout {#${id}}\nText\n:::\n`,
    `![Alt](flow.svg){#${id} caption="C"}\n`,
    `A [span]{#${id}} of words.\n`,
  ];
  const found = (text: string) => readMarkdown({ path: 'a.md', text }, 0, context).diagnostics;

  it.each(['Weird_ID', 'Capital', 'a.b', 'a--b', 'a-', 'größe'])(
    'has small letters, figures and hyphens wherever it stands, and so is not %s',
    (id) => {
      for (const text of texts(id)) {
        const fault = found(text).find((d) => d.rule === 'id-is-plain');
        expect(fault?.message, text).toBe(`“${id}” cannot be an id`);
        expect(text.slice(fault?.span.start, fault?.span.end)).toBe(`#${id}`);
        expect(fault?.hint).toMatch(/^Ids are written in small letters, figures and hyphens: [a-z-]+\.$/);
      }
    },
  );

  it.each(['plain', '2019-budget', 'a-1'])('may be %s', (id) => {
    for (const text of texts(id)) expect(found(text).map((d) => d.rule)).not.toContain('id-is-plain');
  });
});
