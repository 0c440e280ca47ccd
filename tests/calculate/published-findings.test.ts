/**
 * Figures of published papers, as input and the messages about them: one file for each finding under published/.
 *
 * A file begins with what was printed and what is right. Then come papers ("--- paper budget", or with a date and a type of
 * their own: "--- paper budget 2018-10-14 finance-monitoring period=Month 8"), whole files ("--- file content/..."), the messages in
 * the order of their places, each with what to do ("--- messages", empty where all is right), and the notes printed under tables
 * ("--- notes", may be left out). The list in published/README.md says which file carries which finding.
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
  /** Whole files of the council by path. */
  readonly files: readonly (readonly [string, string])[];
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
    files: named.flatMap(([name, body]) =>
      name.startsWith('file ') ? [[name.slice(5), body] as const] : [],
    ),
    messages: one('messages'),
    notes: one('notes'),
  };
}

/** Compiles the papers of a fixture as a whole council, and gives what is said about them. */
function found(
  papers: readonly (readonly [string, string])[],
  whole: readonly (readonly [string, string])[],
): {
  readonly messages: string;
  readonly notes: string;
} {
  const files = Object.fromEntries(
    papers.map(([name, body]) => {
      const [id = '', date = '2019-01-22', type = 'document', ...settings] = name.split(' ');
      const more = settings.join(' ').replace('=', ': ');
      return [
        `content/papers/published/${id}.md`,
        `---\ntype: ${type}\ntitle: ${id}\ndate: ${date}\nauthors: Ann\n${more}\n---\n\n${body}`,
      ];
    }),
  );
  const { value, diagnostics } = compilePublication(
    memoryHost({ ...council, ...files, ...Object.fromEntries(whole) }),
    {},
  );
  const where = (file: string): string =>
    papers.length + whole.length === 1 ? '' : `${file.replace(/^.*\//, '').replace(/\.md$/, '')}: `;
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
  const { about, papers, files, messages, notes } = parts(readFileSync(path, 'utf8'));
  const now = found(papers, files);
  if (update) {
    const part = (what: string): ((one: readonly [string, string]) => string) => {
      return ([name, text]) => `--- ${what} ${name}\n${text.trim()}\n\n`;
    };
    const body = [...papers.map(part('paper')), ...files.map(part('file'))].join('');
    const tail = now.notes === '' ? '' : `\n--- notes\n${now.notes}\n`;
    writeFileSync(path, `${about.trim()}\n\n${body}--- messages\n${now.messages}\n${tail}`);
    return;
  }
  expect(now).toEqual({ messages, notes });
});
