/** The host over a real folder: reads nothing outside its root, and never leaves a half-written file. */
import { randomUUID } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Entry, Log, WritableHost } from './host.js';

/**
 * A host for the folder `root`. Links that lead outside it are treated as files that cannot be read, so that a
 * council's folder never publishes what is not in it.
 *
 * Throws when `root` is not a folder.
 */
export function diskHost(root: string, log: Log): WritableHost {
  const base = quietly(() => realpathSync.native(root));
  if (base === undefined) throw new Error(`there is no folder ${root}`);
  if (!statSync(base).isDirectory()) throw new Error(`${root} is not a folder`);
  const absolute = (path: string): string => {
    const full = join(base, ...path.split('/'));
    if (full !== base && !full.startsWith(base + sep)) throw new Error(`${path} lies outside ${root}`);
    return full;
  };
  const inside = (full: string): boolean => {
    const real = quietly(() => realpathSync.native(full));
    return real !== undefined && (real === base || real.startsWith(base.endsWith(sep) ? base : base + sep));
  };
  return {
    log,
    readFile: (path) => {
      const full = absolute(path);
      return inside(full) ? quietly(() => readFileSync(full)) : undefined;
    },
    list: (folder) => {
      const full = absolute(folder);
      if (!inside(full)) return undefined;
      const entries = quietly(() => readdirSync(full, { withFileTypes: true }));
      return entries
        ?.map((e): Entry => {
          const linked =
            e.isSymbolicLink() && quietly(() => statSync(join(full, e.name)))?.isDirectory() === true;
          return { name: e.name, kind: e.isDirectory() || linked ? 'folder' : 'file' };
        })
        .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
    writeFile: (path, bytes) => {
      const full = absolute(path);
      mkdirSync(dirname(full), { recursive: true });
      // Through a file beside it, so that whoever reads meanwhile sees the old or the new file, never half of one.
      const temporary = `${full}.${randomUUID()}.tmp`;
      try {
        writeFileSync(temporary, bytes);
        renameSync(temporary, full);
      } catch (cause) {
        rmSync(temporary, { force: true });
        throw cause;
      }
    },
    replaceFolder: (from, to) => {
      const target = absolute(to);
      const aside = `${target}.${randomUUID()}.old`;
      const replaces = quietly(() => lstatSync(target)) !== undefined;
      if (replaces) renameSync(target, aside);
      try {
        renameSync(absolute(from), target);
      } catch (cause) {
        if (replaces) renameSync(aside, target);
        throw cause;
      }
      rmSync(aside, { recursive: true, force: true });
    },
    removeFolder: (folder) => {
      const full = absolute(folder);
      if (full === base) throw new Error('The root folder itself is never removed.');
      rmSync(full, { recursive: true, force: true });
    },
  };
}

/** The value of an action on the disk, or undefined where the system refuses it. */
function quietly<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined;
    throw cause;
  }
}
