/** A closed paper in the public tree gets into no file of the site, not even into a draft. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../src/build.js';
import { textInTagOrder } from '../../src/inspect/text.js';
import { memoryHost } from '../support/memory-host.js';
import { meetingKey, root } from './demonstration.js';

const canary = 'Kestrel Holdings offers 2.75 million';
const folder = `content/meetings/${meetingKey}/07-lease`;

/** The demonstration council in memory, with more files. */
function council(more: Readonly<Record<string, string>>) {
  const contents: Record<string, string | Uint8Array> = {};
  for (const top of ['content', 'data']) {
    for (const e of readdirSync(join(root, top), { recursive: true, withFileTypes: true })) {
      const path = join(e.parentPath, e.name);
      if (e.isFile()) contents[path.slice(root.length)] = readFileSync(path);
    }
  }
  return memoryHost({ ...contents, ...more });
}

const paper = (front: string): string =>
  `---\ntype: document\ntitle: Terms of the lease\nauthors: [Estates]\n${front}---\n\n${canary}.\n`;
const stub = `---
title: Lease of the depot
part: 2
exempt:
  paragraphs: [3]
  publicInterest: Publishing the offer while it is being negotiated would weaken the position of the council and cost residents money, which outweighs knowing it now.
openTitle: Lease of a property
---
`;

const trees: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['a paper in a closed item', { [`${folder}/item.md`]: stub, [`${folder}/1-terms.md`]: paper('') }],
  [
    'a paper that says it is part 2',
    {
      [`${folder}/item.md`]: '---\ntitle: Lease of the depot\n---\n',
      [`${folder}/1-terms.md`]: paper('classification: exempt\n'),
    },
  ],
  [
    'a closed paper under papers/',
    { 'content/papers/leases/terms.md': paper('classification: official-sensitive\n') },
  ],
  [
    'the titles below a closed item',
    {
      [`${folder}/item.md`]: stub,
      [`${folder}/07a-offer.md`]: `---\ntitle: ${canary}\n---\n\n${canary}.\n`,
    },
  ],
  [
    'the titles below an item that cannot be read',
    {
      [`${folder}/item.md`]: stub.replace('part: 2', 'part: two'),
      [`${folder}/07a-offer.md`]: `---\ntitle: ${canary}\n---\n`,
    },
  ],
  [
    'the note of a closed item',
    {
      [`content/meetings/${meetingKey}/07-lease.md`]: stub.replace('part: 2', 'part: two') + `\n${canary}.\n`,
    },
  ],
];

async function search(files: ReadonlyMap<string, Uint8Array>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [path, bytes] of files) {
    if (!path.startsWith('_site/')) continue;
    const text = path.endsWith('.pdf')
      ? await textInTagOrder(bytes)
      : new TextDecoder('latin1').decode(bytes);
    if (text.includes('Kestrel')) found.push(path);
  }
  return found;
}

describe('a closed paper in the public tree', () => {
  it.each(trees)('stops the build: %s', async (_, more) => {
    const host = council(more);
    const { diagnostics, files } = await buildSite(host, { draft: false });
    expect(files).toEqual([]);
    expect(diagnostics.filter((d) => d.severity === 'error')).not.toEqual([]);
  });

  it.each(trees)('gets into no file of a draft: %s', async (_, more) => {
    const host = council(more);
    const { files } = await buildSite(host, { draft: true });
    expect(files.length).toBeGreaterThan(50);
    expect(await search(host.files)).toEqual([]);
  });

  it('would be found by this test if it got out', async () => {
    const host = council({ 'content/papers/leases/terms.md': paper('') });
    await buildSite(host, { draft: true });
    expect((await search(host.files)).length).toBeGreaterThan(0);
  });
});
