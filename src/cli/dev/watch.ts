/** Watches folders, and calls once for a flurry of changes. */
import { readdirSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** How long it stays quiet after the last change, in milliseconds: editors save in several steps. */
const quiet = 120;

/**
 * Calls `changed` after changes below the folders; those that do not exist are left out. Gives the way to stop.
 *
 * Each folder is watched by itself: Node's own recursive watching on Linux loses a file once an editor has saved it by
 * renaming (Node 20). After a flurry all are watched anew, before the call, so that new folders count and nothing is lost.
 */
export function watchFolders(folders: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let watchers: readonly FSWatcher[] = [];
  const close = (): void => {
    for (const watcher of watchers) watcher.close();
  };
  const noticed = (_: unknown, name: string | null): void => {
    if (name !== null && isNoise(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      begin();
      changed();
    }, quiet);
  };
  const begin = (): void => {
    close();
    watchers = folders.flatMap(foldersBelow).flatMap((folder) => {
      const watcher = unlessGone(() => watch(folder, noticed));
      // A folder that is deleted is no reason to stop: the next build will say what is missing.
      watcher?.on('error', () => watcher.close());
      return watcher ?? [];
    });
  };
  begin();
  return () => {
    clearTimeout(timer);
    close();
  };
}

/** A folder and all folders below it. */
function foldersBelow(folder: string): readonly string[] {
  const entries = unlessGone(() => readdirSync(folder, { withFileTypes: true }));
  if (entries === undefined) return [];
  const below = entries.filter((e) => e.isDirectory() && !isNoise(e.name));
  return [folder, ...below.flatMap((e) => foldersBelow(join(folder, e.name)))];
}

/** The value of an action on the disk, or undefined where what it is about is not there. */
function unlessGone<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined;
    throw cause;
  }
}

/** Files that editors make for themselves. */
function isNoise(name: string): boolean {
  return /(^|[\\/])(\.[^\\/]*|~\$[^\\/]*|[^\\/]*~|[^\\/]*\.(swp|tmp))$/.test(name);
}

/**
 * Makes an action that never runs twice at once: a call during a run makes one more run after it.
 *
 * Gives a promise of the end of all runs that were asked for.
 */
export function oneAtATime(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let asked = 0;
  const loop = async (): Promise<void> => {
    for (let done = 0; done < asked;) {
      done = asked;
      await action();
    }
    running = undefined;
    asked = 0;
  };
  return () => {
    asked++;
    running ??= loop();
    return running;
  };
}
