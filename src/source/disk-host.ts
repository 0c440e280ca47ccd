/** The host over a real folder: reads nothing outside its root, and never leaves a half-written file. */
import { randomUUID } from 'node:crypto';
import {
  existsSync,
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
import { knownFiles } from './known-files.js';

/**
 * A host for the folder `root`. Links that lead outside it are treated as files that cannot be read, so that a
 * council's folder never publishes what is not in it.
 *
 * A folder that was replaced is removed when `later` does what it is given: at once, unless said.
 *
 * Throws when `root` is not a folder.
 */
export function diskHost(
  root: string,
  log: Log,
  later: (work: () => void) => void = (work) => work(),
): WritableHost {
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
  const known = knownFiles();
  /** Folders made since any was moved or removed. */
  const made = new Set<string>();
  const makeFolder = (full: string): void => {
    // Another program may have removed it meanwhile.
    if (made.has(full) && existsSync(full)) return;
    mkdirSync(full, { recursive: true });
    made.add(full);
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
    linkFile: (from, to, bytes) => {
      // Whatever lies there now, only a file that this host has written is linked.
      const [source, full] = [absolute(from), absolute(to)];
      makeFolder(dirname(full));
      return known.link(source, full, bytes);
    },
    writeFile: (path, bytes) => {
      const full = absolute(path);
      makeFolder(dirname(full));
      // Through a file beside it, so that whoever reads meanwhile sees the old or the new file, never half of one.
      const temporary = `${full}.${randomUUID()}.tmp`;
      try {
        writeFileSync(temporary, bytes);
        renameSync(temporary, full);
        if (typeof bytes !== 'string') known.wrote(full, bytes);
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
      made.clear();
      known.sweep();
      later(() => rmSync(aside, { recursive: true, force: true }));
    },
    removeFolder: (folder) => {
      const full = absolute(folder);
      if (full === base) throw new Error('The root folder itself is never removed.');
      made.clear();
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
