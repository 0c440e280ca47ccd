/** Watches folders, and calls once for a flurry of changes. */
import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';

/** How long it stays quiet after the last change, in milliseconds: editors save in several steps. */
const quiet = 120;

/** Calls `changed` after changes in the folders; those that do not exist are left out. Gives the way to stop. */
export function watchFolders(folders: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers: FSWatcher[] = [];
  for (const folder of folders) {
    try {
      const watcher = watch(folder, { recursive: true }, (_, name) => {
        if (name !== null && isNoise(name)) return;
        clearTimeout(timer);
        timer = setTimeout(changed, quiet);
      });
      // A folder that is deleted is no reason to stop: the next build will say what is missing.
      watcher.on('error', () => watcher.close());
      watchers.push(watcher);
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause)) throw cause;
    }
  }
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
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
