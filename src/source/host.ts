/** The outside world, as one small interface handed in, so that every phase is pure and can be tested without a disk. */

/** One entry of a folder. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** Where progress and remarks go; quiet where nobody watches. */
export interface Log {
  /** Says what is going on now; replaced by the next one on a terminal, silent elsewhere. */
  progress(message: string): void;
  /** A line that stays. */
  line(message: string): void;
}

/**
 * Files and log. Paths count from the root of the council's folder, with `/` between names.
 *
 * There is no clock: the only "now" of a build is `asAt` (format, section 10).
 */
export interface Host {
  /** The bytes of a file, or undefined when there is none or it cannot be read. */
  readFile(path: string): Uint8Array | undefined;
  /** Entries of a folder sorted by code unit, or undefined when there is no such folder. */
  list(folder: string): readonly Entry[] | undefined;
  readonly log: Log;
}

/** A host that can also write; only the last phase of a build is given one. */
export interface WritableHost extends Host {
  writeFile(path: string, bytes: Uint8Array | string): void;
  /**
   * Gives the file at `from` a second name, if this host has written these very bytes to it and it was not touched since. False where
   * that is not so, or not possible: then the file has to be written. Missing where files have one name only.
   */
  linkFile?(from: string, to: string, bytes: Uint8Array): boolean;
  /** Moves a finished folder into the place of an old one, as nearly at once as the system allows. */
  replaceFolder(from: string, to: string): void;
  removeFolder(folder: string): void;
}
