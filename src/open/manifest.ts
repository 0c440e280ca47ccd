/** The list of all published files with their checksums, so that anybody can prove a copy. */
import { createHash } from 'node:crypto';
import { compare } from './feed.js';
import { json } from './table-json.js';

/** Writes the manifest: path, size and SHA-256 of every file, in order of code units; a manifest does not list itself. */
export function manifest(files: ReadonlyMap<string, Uint8Array>, self = 'manifest.json'): string {
  const paths = [...files.keys()].filter((path) => path !== self).sort(compare);
  return json({
    algorithm: 'SHA-256',
    files: paths.map((path) => {
      const bytes = files.get(path) ?? new Uint8Array();
      return { path, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
    }),
  });
}
