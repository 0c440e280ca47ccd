import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { watchFolders } from '../../src/cli/dev/watch.js';

test('notices edits, new folders, and edits after a file was saved by renaming', async () => {
  const root = mkdtempSync(join(tmpdir(), 'tabled-watch-'));
  let noticed: () => void = () => undefined;
  const stop = watchFolders([root, join(root, 'none')], () => noticed());
  /** Resolves at the call after an action; a change that is missed ends in the time limit of the test. */
  const after = (action: () => void) =>
    new Promise<void>((resolve) => {
      noticed = resolve;
      action();
    });
  const file = join(root, 'a/b/c.md');
  try {
    await after(() => mkdirSync(join(root, 'a/b'), { recursive: true }));
    await after(() => writeFileSync(file, '1'));
    await after(() => writeFileSync(file, '2'));
    await after(() => {
      writeFileSync(`${file}.new`, '3');
      renameSync(`${file}.new`, file);
    });
    await after(() => writeFileSync(file, '4'));
    await after(() => rmSync(join(root, 'a'), { recursive: true }));
    await after(() => mkdirSync(join(root, 'a')));
  } finally {
    stop();
    rmSync(root, { recursive: true, force: true });
  }
});
