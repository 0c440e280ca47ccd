import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMarkdown, type MarkdownContext } from '../../src/markdown/read.js';
import { dump } from './walk.js';

/** Standing wording that the fixtures include. */
const wording: Readonly<Record<string, string>> = {
  welcome: 'Welcome to {{ place }}.\n',
  faulty: '## Heading\n\n[nowhere]()\n',
  circle: '!include circle\n',
  noted: 'Wording[^1].\n\n[^1]: A note of the wording.\n',
};

const context: MarkdownContext = {
  include: (name) => {
    const text = wording[name];
    return text === undefined ? undefined : { source: { path: `${name}.md`, text }, bodyStart: 0 };
  },
  citationPrefixes: new Set(['pledge', 'risk']),
};

const folder = new URL('fixtures/', import.meta.url);

/** Examples of a file: a title, then between lines of just a full stop the input and what comes of it. */
function examples(
  text: string,
): readonly { readonly title: string; readonly input: string; readonly expected: string }[] {
  return [...text.matchAll(/^([^\n]+)\n\.\n([^]*?)^\.\n([^]*?)^\.$/gm)].map((m) => ({
    title: (m[1] ?? '').trim(),
    input: m[2] ?? '',
    expected: (m[3] ?? '').trimEnd(),
  }));
}

const files = readdirSync(folder).sort();
it('has fixtures', () => expect(files.length).toBeGreaterThan(5));

describe.each(files)('%s', (name) => {
  const found = examples(readFileSync(new URL(name, folder), 'utf8'));
  it('has examples', () => expect(found.length).toBeGreaterThan(0));
  it.each(found)('$title', ({ input, expected }) => {
    const { value, diagnostics } = readMarkdown({ path: 'paper.md', text: input }, 0, context);
    const textOf = (file: string): string =>
      file === 'paper.md' ? input : (wording[file.slice(0, -3)] ?? '');
    expect(dump(value ?? { blocks: [], notes: [] }, diagnostics, textOf)).toBe(expected);
  });
});
