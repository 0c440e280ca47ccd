/**
 * Figures of published papers, as input and the messages about them: one file for each finding under published/.
 *
 * A file begins with what was printed and what is right. Then come papers ("--- paper budget"), the messages in the order of
 * their places, each with what to do ("--- messages", empty where all is right), and the notes printed under tables ("--- notes", may be left out).
 * UPDATE=1 writes messages and notes anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compilePublication } from '../../src/compile.js';
import { dataBlocks } from '../../src/model/data-blocks.js';
import { plainText } from '../../src/model/inline.js';
import { memoryHost } from '../support/memory-host.js';

const folder = join(import.meta.dirname, 'published');
const update = process.env['UPDATE'] === '1' && (process.env['CI'] ?? '') === '';

const council = {
  'data/council.yaml':
    'name: Westbridge\naddress: Guildhall\ncontact: {}\nsiteAddress: https://example.org\njurisdiction: england\nasAt: 2019-01-23T09:00\n',
  'data/people.yaml': '- { id: ann, name: Ann, kind: officer }\n',
  'data/committees.yaml': '- { id: cabinet, name: Cabinet, kind: executive }\n',
};

/** The parts of a fixture: its opening words, its papers by id, and what is expected. */
function parts(text: string): {
  readonly about: string;
  readonly papers: readonly (readonly [string, string])[];
  readonly messages: string;
  readonly notes: string;
} {
  const [about = '', ...sections] = text.split(/^--- /m);
  const named = sections.map((section): readonly [string, string] => {
    const end = section.indexOf('\n');
    return [section.slice(0, end).trim(), section.slice(end + 1)];
  });
  const one = (name: string): string => named.find(([n]) => n === name)?.[1].trim() ?? '';
  return {
    about,
    papers: named.flatMap(([name, body]) =>
      name.startsWith('paper ') ? [[name.slice(6), body] as const] : [],
    ),
    messages: one('messages'),
    notes: one('notes'),
  };
}

/** Compiles the papers of a fixture as a whole council, and gives what is said about them. */
function found(papers: readonly (readonly [string, string])[]): {
  readonly messages: string;
  readonly notes: string;
} {
  const files = Object.fromEntries(
    papers.map(([id, body]) => [
      `content/papers/published/${id}.md`,
      `---\ntype: document\ntitle: ${id}\ndate: 2019-01-22\nauthors: Ann\n---\n\n${body}`,
    ]),
  );
  const { value, diagnostics } = compilePublication(memoryHost({ ...council, ...files }), {});
  const where = (file: string): string =>
    papers.length === 1 ? '' : `${file.replace(/^.*\//, '').replace(/\.md$/, '')}: `;
  const notes = value.publication.sharedPapers.flatMap((paper) =>
    dataBlocks(paper.text.blocks).flatMap((block) =>
      block.kind === 'table' ? block.footer.map((line) => `${block.id ?? 'table'}: ${plainText(line)}`) : [],
    ),
  );
  return {
    messages: diagnostics
      .map((d) => `${d.severity}: ${where(d.span.file)}${d.message}\n  To do: ${d.hint ?? ''}`)
      .join('\n'),
    notes: notes.join('\n'),
  };
}

const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.txt'))
  .sort();

test('there is a file for each finding', () => {
  expect(names.length).toBeGreaterThan(30);
});

test.each(names)('%s', (name) => {
  const path = join(folder, name);
  const { about, papers, messages, notes } = parts(readFileSync(path, 'utf8'));
  const now = found(papers);
  if (update) {
    const body = papers.map(([id, text]) => `--- paper ${id}\n${text.trim()}\n\n`).join('');
    const tail = now.notes === '' ? '' : `\n--- notes\n${now.notes}\n`;
    writeFileSync(path, `${about.trim()}\n\n${body}--- messages\n${now.messages}\n${tail}`);
    return;
  }
  expect(now).toEqual({ messages, notes });
});
