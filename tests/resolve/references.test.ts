/** What references become, in whole papers. */
import { describe, expect, it } from 'vitest';
import { compilePublication } from '../../src/compile.js';
import type { Block } from '../../src/model/block.js';
import type { Inline } from '../../src/model/inline.js';
import { plainText } from '../../src/model/inline.js';
import { memoryHost } from '../support/memory-host.js';

const council = `name: Borough of Example
address: [Town Hall]
contact: { email: a@example.org }
siteAddress: https://example.org
jurisdiction: england
timeZone: Europe/London
`;
const paper = (title: string, body: string): string => `---\ntype: document\ntitle: ${title}\n---\n\n${body}`;

/** Compiles papers by id and gives the links of the first, with the messages of all faults. */
function compiled(papers: Readonly<Record<string, string>>) {
  const files: Record<string, string> = {
    'data/council.yaml': council,
    'data/committees.yaml': '',
    'data/people.yaml': '',
  };
  for (const [id, text] of Object.entries(papers)) files[`content/papers/notes/${id}.md`] = text;
  const { value, diagnostics } = compilePublication(memoryHost(files), {});
  const [first] = value.publication.sharedPapers;
  return {
    links: linksOf(first?.text.blocks ?? []),
    messages: diagnostics.map((d) => d.message),
    diagnostics,
  };
}

function linksOf(blocks: readonly Block[]): readonly (readonly [string, unknown])[] {
  const inline = (part: Inline): readonly (readonly [string, unknown])[] =>
    part.kind === 'link'
      ? [[plainText(part.content), part.target] as const]
      : 'content' in part
        ? part.content.flatMap(inline)
        : [];
  return blocks.flatMap((b) => (b.kind === 'paragraph' ? b.content.flatMap(inline) : []));
}

const here = 'papers/notes/a';

describe('a reference', () => {
  it('takes the words of a table, a heading, and another paper', () => {
    const { links, messages } = compiled({
      a: paper(
        'A',
        '## Scope\n\n[](#t), [](#scope), [](b), [](b#far).\n\n| X | Y |\n|---|--:|\n| x | 1 |\n: Cap {#t}\n',
      ),
      b: paper('The other', '| X | Y |\n|---|--:|\n| x | 1 |\n: Cap {#far}\n'),
    });
    expect(messages).toEqual([]);
    expect(links).toEqual([
      ['Table 1', { kind: 'paper', paper: here, anchor: 't' }],
      ['Scope', { kind: 'paper', paper: here, anchor: 'scope' }],
      ['The other', { kind: 'paper', paper: 'papers/notes/b' }],
      ['Table 1 of The other', { kind: 'paper', paper: 'papers/notes/b', anchor: 'far' }],
    ]);
  });

  it('keeps the figure of a heading in its words', () => {
    const { links } = compiled({ a: paper('A', '## Gap of {{ 1 + 1 }} points {#gap}\n\nSee [](#gap).\n') });
    expect(links[0]?.[0]).toBe('Gap of 2 points');
  });

  it('leads to the web where it has a scheme or two slashes', () => {
    const { links } = compiled({
      a: paper('A', '[a](https://example.org) [b](//example.org/x) [c](mailto:a@example.org)\n'),
    });
    expect(links.map(([, target]) => target)).toEqual([
      { kind: 'web', href: 'https://example.org' },
      { kind: 'web', href: '//example.org/x' },
      { kind: 'web', href: 'mailto:a@example.org' },
    ]);
  });

  it('to nothing is reported with the nearest id', () => {
    const { diagnostics } = compiled({ a: paper('A', '## Scope\n\nSee [](#scop).\n') });
    expect(diagnostics.map((d) => [d.rule, d.hint])).toEqual([
      ['reference-resolves', 'Did you mean “scope”?'],
    ]);
  });

  it('to something without a number asks for words', () => {
    const { messages } = compiled({ a: paper('A', 'Text. {#para}\n\nSee [](#para).\n') });
    expect(messages).toEqual(['the reference to “#para” needs words of its own']);
  });
});
