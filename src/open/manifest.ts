/** The list of all published files with their checksums, so that anybody can prove a copy. */
import { createHash } from 'node:crypto';
import { compare } from './feed.js';
import { json } from './table-json.js';

/** Checksums of files by their bytes, which nobody changes any more. */
export type Checksums = WeakMap<Uint8Array, string>;

/** Writes the manifest: path, size and SHA-256 of every file, in order of code units; a manifest does not list itself. */
export function manifest(
  files: ReadonlyMap<string, Uint8Array>,
  known: Checksums = new WeakMap(),
  self = 'manifest.json',
): string {
  const checksum = (bytes: Uint8Array): string => {
    const before = known.get(bytes);
    if (before !== undefined) return before;
    const sum = createHash('sha256').update(bytes).digest('hex');
    known.set(bytes, sum);
    return sum;
  };
  const paths = [...files.keys()].filter((path) => path !== self).sort(compare);
  return json({
    algorithm: 'SHA-256',
    files: paths.map((path) => {
      const bytes = files.get(path) ?? new Uint8Array();
      return { path, bytes: bytes.byteLength, sha256: checksum(bytes) };
    }),
  });
}
