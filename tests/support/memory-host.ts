/** A council's folder in memory, for tests: no disk, no log. */
import type { Entry, WritableHost } from '../../src/source/host.js';

/** A host over named files; what is written can be read back from `files`. */
export interface MemoryHost extends WritableHost {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Lines that stay in the log. */
  readonly lines: readonly string[];
}

/**
 * Makes a host from paths and contents. A path that ends in `/` is an empty folder; `unreadable` names files that are
 * listed and cannot be read.
 */
export function memoryHost(
  contents: Readonly<Record<string, string | Uint8Array>>,
  unreadable: readonly string[] = [],
): MemoryHost {
  const files = new Map<string, Uint8Array>();
  const folders = new Set<string>(['']);
  const lines: string[] = [];
  const addFolders = (path: string): void => {
    const parts = path.split('/').slice(0, -1);
    parts.forEach((_, i) => folders.add(parts.slice(0, i + 1).join('/')));
  };
  const put = (path: string, content: string | Uint8Array): void => {
    addFolders(path);
    if (!path.endsWith('/'))
      files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  };
  for (const [path, content] of Object.entries(contents)) put(path, content);
  const inside = (folder: string, path: string): boolean => folder === '' || path.startsWith(`${folder}/`);
  return {
    files,
    lines,
    readFile: (path) => (unreadable.includes(path) ? undefined : files.get(path)),
    list: (folder) => {
      if (!folders.has(folder)) return undefined;
      const entries = new Map<string, Entry>();
      const add = (path: string, kind: Entry['kind']): void => {
        if (path === folder || !inside(folder, path)) return;
        const rest = folder === '' ? path : path.slice(folder.length + 1);
        const name = rest.split('/')[0] ?? '';
        entries.set(name, { name, kind: rest.includes('/') ? 'folder' : kind });
      };
      for (const path of files.keys()) add(path, 'file');
      for (const path of folders) if (path !== '') add(path, 'folder');
      return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    writeFile: put,
    replaceFolder: (from, to) => {
      for (const path of [...files.keys()]) if (inside(to, path)) files.delete(path);
      for (const [path, content] of [...files]) {
        if (!inside(from, path)) continue;
        files.delete(path);
        put(to + path.slice(from.length), content);
      }
    },
    removeFolder: (folder) => {
      for (const path of [...files.keys()]) if (inside(folder, path)) files.delete(path);
      for (const path of [...folders]) if (path === folder || inside(folder, path)) folders.delete(path);
      folders.add('');
    },
    log: { progress: () => undefined, line: (message) => void lines.push(message) },
  };
}
