/** Files on the disk that are known to hold what was written to them, so that a file that stays can be given a second name. */
import { linkSync, lstatSync } from 'node:fs';
import type { Stats } from 'node:fs';

/** Remembers what was written, by the file itself and not by its name: a folder may have been moved. */
export interface KnownFiles {
  /** After `bytes` were written to the file. */
  readonly wrote: (path: string, bytes: Uint8Array) => void;
  /** Gives the file a second name if it still holds these very bytes. False: it does not, or the system does not allow it. */
  readonly link: (from: string, to: string, bytes: Uint8Array) => boolean;
  /** Forgets files that were neither written nor linked since the last call. */
  readonly sweep: () => void;
}

interface Known {
  readonly size: number;
  readonly changed: number;
  readonly bytes: Uint8Array;
}

/** Knows no file. */
export function knownFiles(): KnownFiles {
  let before = new Map<number, Known>();
  let now = new Map<number, Known>();
  const look = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });
  return {
    wrote(path, bytes) {
      const found = look(path);
      if (found) now.set(found.ino, { size: found.size, changed: found.mtimeMs, bytes });
    },
    link(from, to, bytes) {
      const found = look(from);
      const known = found && (now.get(found.ino) ?? before.get(found.ino));
      if (known?.bytes !== bytes || found?.size !== known.size || found.mtimeMs !== known.changed)
        return false;
      try {
        linkSync(from, to);
      } catch {
        // Some file systems give a file one name only.
        return false;
      }
      now.set(found.ino, known);
      return true;
    },
    sweep() {
      before = now;
      now = new Map();
    },
  };
}
