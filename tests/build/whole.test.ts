/** The demonstration council from folder to files: nothing lost, nothing dead, the same bytes everywhere. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFiles } from '../../src/build.js';
import { checkPdf } from '../../src/inspect/check.js';
import type { Paper } from '../../src/model/publication.js';
import { lostFrom, packed, readAloud, textOf } from './reading.js';
import { compiled, demonstration, draftBudget, meetingKey, root } from './demonstration.js';

const value = compiled().value;
let files: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  files = (await makeFiles(demonstration(), value)).files;
});

const bytesOf = (path: string): Uint8Array => {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`no ${path}`);
  return bytes;
};

const itemsOf = value.publication.meetings.flatMap((m) => m.items).flatMap((i) => [i, ...i.children]);
const carried: readonly (readonly [string, Paper])[] = itemsOf.flatMap((i) =>
  i.papers.map((p) => [`meetings/${meetingKey}/${i.number}/${p.id}/paper.pdf`, p] as const),
);

describe('the packs', () => {
  it.each(carried.map(([path]) => path))(
    'have every text of the paper in reading order: %s',
    async (path) => {
      const paper = carried.find(([p]) => p === path)?.[1];
      const read = await readAloud(bytesOf(path));
      const texts = textOf(paper?.text.blocks ?? []);
      expect(lostFrom(read, texts)).toEqual([]);
      expect(texts.join('').length).toBeGreaterThan(300);
    },
  );

  it('have every note', async () => {
    for (const [path, paper] of carried) {
      const read = await readAloud(bytesOf(path));
      for (const note of paper.text.notes) {
        for (const text of textOf(note.blocks)) expect([text, read.includes(text)]).toEqual([text, true]);
      }
    }
  });

  it('pass the checks of PDF/UA', async () => {
    for (const [path, bytes] of files) {
      if (path.endsWith('.pdf')) expect([path, await checkPdf(bytes)]).toEqual([path, []]);
    }
  });
});

describe('the site', () => {
  it('has every text of every paper on its page', () => {
    for (const [, paper] of carried) {
      const page = new TextDecoder().decode(bytesOf(`${paper.address}/index.html`));
      const text = packed(
        page
          .replace(/<(script|style|svg)\b.*?<\/\1>/gs, '')
          .replace(/<[^>]+>/g, '')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&#39;/g, "'")
          .replace(/&amp;/g, '&'),
      );
      const lost = textOf(paper.text.blocks).filter((t) => !text.includes(t));
      expect([paper.address, lost]).toEqual([paper.address, []]);
    }
  });
});

describe('two builds', () => {
  it('in different folders, time zones and locales are the same bytes', () => {
    const folders = ['a', 'a much/longer path with spaces'].map((name) => {
      const folder = join(mkdtempSync(join(tmpdir(), 'tabled-')), name);
      for (const part of ['content', 'data'])
        cpSync(join(root, part), join(folder, part), { recursive: true });
      return folder;
    });
    const zones = [
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LC_ALL: 'C', LANG: 'C' },
    ];
    const built = folders.map((folder, i) => {
      execFileSync(process.execPath, [join(root, 'dist/program/main.js'), 'build'], {
        cwd: i === 0 ? folder : tmpdir(),
        env: { ...process.env, ...zones[i], TABLED_ROOT: folder, CI: 'true' },
        stdio: 'pipe',
      });
      return readSite(join(folder, '_site'));
    });
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    const [first, second] = built;
    expect([...(first?.keys() ?? [])]).toEqual([...(second?.keys() ?? [])]);
    for (const [path, bytes] of first ?? []) {
      expect([path, Buffer.compare(bytes, second?.get(path) ?? Buffer.alloc(0))]).toEqual([path, 0]);
    }
    expect(first?.size).toBeGreaterThan(50);
  });
});

describe('a build with an error', () => {
  it('publishes nothing, says where, and leaves the last good site as it was', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tabled-'));
    for (const part of ['content', 'data']) cpSync(join(root, part), join(folder, part), { recursive: true });
    const run = () =>
      spawnSync(process.execPath, [join(root, 'dist/program/main.js'), 'build'], {
        cwd: folder,
        env: { ...process.env, TABLED_ROOT: folder, CI: 'true' },
        encoding: 'utf8',
      });
    expect(run().status).toBe(0);
    const good = readSite(join(folder, '_site'));
    const file = join(folder, draftBudget);
    writeFileSync(file, readFileSync(file, 'utf8').replace('182.152 = SUM(ABOVE)', '182.125 = SUM(ABOVE)'));
    const failed = run();
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain(`${draftBudget}:`);
    expect(failed.stderr).toContain('182.125');
    expect(failed.stderr).toContain('182.152');
    expect(readSite(join(folder, '_site'))).toEqual(good);
    expect(readdirSync(folder).sort()).toEqual(['_site', 'content', 'data']);
    rmSync(folder, { recursive: true, force: true });
  });
});

function readSite(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort();
  return new Map(names.map((name) => [name.slice(folder.length + 1), readFileSync(name)]));
}
