/** The site by plain `npx eleventy` is the site that `tabled build` renders. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileForSite } from '#tabled/build.js';
import { renderSite } from '#tabled/site/render.js';
import { root } from '../build/demonstration.js';

let out = '';
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'tabled-eleventy-'));
});
afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

async function eleventy(council: string): Promise<{ readonly code: number | null; readonly said: string }> {
  const command = join(root, 'node_modules/@11ty/eleventy/cmd.cjs');
  const child = spawn(process.execPath, [command, `--output=${out}`], {
    cwd: root,
    env: { ...process.env, TABLED_ROOT: council },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, said };
}

describe('plain eleventy', () => {
  it('writes the very pages of a build, the clear days and the data of tables included', async () => {
    const [run, pages] = await Promise.all([eleventy(root), compileForSite(root).then(renderSite)]);
    expect(run).toMatchObject({ code: 0 });
    const html = [...pages].filter(([path]) => path.endsWith('.html'));
    expect(html.length).toBeGreaterThan(10);
    for (const [path, content] of html) expect(readFileSync(join(out, path), 'utf8'), path).toBe(content);
    const meeting = pages.get('meetings/budget-select-committee/2019-01-30/index.html');
    expect(meeting).toContain('Five clear working days fall before the meeting');
  });

  it('says what is wrong with the content, and writes no pages', async () => {
    const council = mkdtempSync(join(tmpdir(), 'tabled-council-'));
    rmSync(out, { recursive: true, force: true });
    try {
      writeFileSync(join(council, 'README.md'), 'No papers yet.\n');
      await expect(compileForSite(council)).rejects.toThrow(/The content has errors[\s\S]+council\.yaml/);
      expect(existsSync(join(out, 'index.html'))).toBe(false);
      const { code, said } = await eleventy(council);
      expect(code).not.toBe(0);
      expect(said).toContain('The content has errors');
      expect(existsSync(join(out, 'index.html'))).toBe(false);
    } finally {
      rmSync(council, { recursive: true, force: true });
    }
  });
});
