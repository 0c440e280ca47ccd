/** Builds in threads: the same site as without, remarks passed on, and faults that do not end the preview. Runs what `npm run compile` made. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as BuilderModule from '../../src/cli/dev/builder.js';
import type * as BuildModule from '../../src/build.js';
import type * as DiskModule from '../../src/source/disk-host.js';

/** A module as it was compiled: a thread is started from a file that Node itself can run. */
async function compiledModule<M>(path: string): Promise<M> {
  return (await import(pathToFileURL(join(import.meta.dirname, '../../dist', path)).href)) as M;
}

const { startBuilder } = await compiledModule<typeof BuilderModule>('cli/dev/builder.js');
const { buildSite } = await compiledModule<typeof BuildModule>('build.js');
const { diskHost } = await compiledModule<typeof DiskModule>('source/disk-host.js');

const council = join(import.meta.dirname, '../cases/_council');
const folder = mkdtempSync(join(tmpdir(), 'tabled-threads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quiet = { progress: () => undefined, line: () => undefined };

function siteOf(root: string): ReadonlyMap<string, string> {
  const site = join(root, '_site');
  const entries = readdirSync(site, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  return new Map(
    entries
      .map((e) => join(e.parentPath, e.name))
      .map((path) => [relative(site, path), readFileSync(path, 'base64')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function copyOf(name: string): string {
  const root = join(folder, name);
  mkdirSync(root);
  cpSync(council, root, { recursive: true });
  return root;
}

describe('the thread of the preview', () => {
  let root: string;
  let plain: string;
  beforeAll(() => {
    root = copyOf('thread');
    plain = copyOf('plain');
  });

  it('writes the site that a build without a thread writes, after an edit, too, and says how far it is', async () => {
    const said: string[] = [];
    const builder = startBuilder(root, { ...quiet, progress: (message) => void said.push(message) });
    try {
      const { files, diagnostics } = await builder.build({ draft: true });
      await buildSite(diskHost(plain, quiet), { draft: true });
      expect(siteOf(root)).toEqual(siteOf(plain));
      expect(files.length).toBe(siteOf(plain).size);
      expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
      expect(said).toContain('Rendering pages');

      for (const place of [root, plain]) {
        const paper = join(place, 'content/meetings/cabinet/2019-01-15/02-budget/1-draft-budget.md');
        writeFileSync(paper, `${readFileSync(paper, 'utf8')}\nOne more sentence.\n`);
      }
      await builder.build({ draft: true });
      await buildSite(diskHost(plain, quiet), { draft: true });
      expect(siteOf(root)).toEqual(siteOf(plain));
    } finally {
      await builder.close();
    }
  });

  it('hands faults of the content back with their places', async () => {
    const broken = copyOf('broken');
    writeFileSync(
      join(broken, 'content/meetings/cabinet/2019-01-15/meeting.md'),
      '---\ncommittee: nobody\n---\n',
    );
    const builder = startBuilder(broken, quiet);
    try {
      const threaded = await builder.build({ draft: false });
      expect(threaded.files).toEqual([]);
      expect(threaded.diagnostics.length).toBeGreaterThan(0);
      expect(threaded).toEqual(await buildSite(diskHost(broken, quiet), { draft: false }));
    } finally {
      await builder.close();
    }
  });

  it('fails the build when the thread cannot start, and tries again the next time', async () => {
    const missing = join(folder, 'later');
    const builder = startBuilder(missing, quiet);
    try {
      await expect(builder.build({ draft: true })).rejects.toThrow(/no folder/);
      cpSync(council, missing, { recursive: true });
      expect((await builder.build({ draft: true })).files.length).toBeGreaterThan(10);
    } finally {
      await builder.close();
    }
  });
});
