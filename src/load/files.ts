/** Text files of a council's folder, each read once, and the faults met while reading them. */
import { error } from '../diagnostics/diagnostic.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { DataNode } from '../source/data-node.js';
import { decodeText } from '../source/decode.js';
import { splitFrontMatter } from '../source/front-matter.js';
import type { FrontMatter } from '../source/front-matter.js';
import type { Entry, Host } from '../source/host.js';
import { fileSpan } from '../source/span.js';
import type { SourceText } from '../source/text.js';
import { parseYaml } from '../source/yaml.js';
import { sameBytes } from '../model/same.js';
import type { CachedFile, LoadCache } from './load-cache.js';
import { makeLoadCache } from './load-cache.js';
import { isIgnored } from './names.js';

/** A Markdown file with its settings. */
export interface MarkdownFile {
  readonly source: SourceText;
  readonly settings: DataNode | undefined;
  readonly bodyStart: number;
}

/** The files of a council while they are being read. */
export interface Files {
  /** Every text file read so far, by path. */
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly diagnostics: readonly Diagnostic[];
  /** What loadings before have left. */
  readonly cache: LoadCache;
  report(...diagnostics: readonly Diagnostic[]): void;
  /** Entries of a folder that are to be read; undefined where there is no such folder. */
  list(folder: string): readonly Entry[] | undefined;
  exists(path: string): boolean;
  /** The bytes of a file that is no text, or undefined when it cannot be read, which nobody reports. */
  bytes(path: string): Uint8Array | undefined;
  /** The text of a file, or undefined when it cannot be read, which has then been reported. */
  text(path: string): SourceText | undefined;
  /** A YAML file. */
  yaml(path: string): DataNode | undefined;
  markdown(path: string): MarkdownFile | undefined;
}

/** Begins reading. */
export function openFiles(host: Host, cache: LoadCache = makeLoadCache()): Files {
  const opened = new Map<string, CachedFile>();
  const sources = new Map<string, SourceText>();
  const faulty = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const report = (...found: readonly Diagnostic[]): void => void diagnostics.push(...found);

  const text = (path: string): SourceText | undefined => {
    if (faulty.has(path)) return undefined;
    const known = sources.get(path);
    if (known !== undefined) return known;
    const bytes = host.readFile(path);
    if (bytes === undefined) {
      faulty.add(path);
      report(
        error('file-is-readable', fileSpan(path), 'this file cannot be opened', {
          hint: 'Close it in other programs and see that you may read it; a shortcut to another folder is not followed.',
        }),
      );
      return undefined;
    }
    const file = cache.kept.take<CachedFile>(
      `file ${path}`,
      (before) => sameBytes(before.bytes, bytes),
      () => ({ bytes, decoded: decodeText(bytes, path) }),
    );
    opened.set(path, file);
    const { decoded } = file;
    sources.set(path, decoded.source);
    if (decoded.diagnostics.length === 0) return decoded.source;
    faulty.add(path);
    report(...decoded.diagnostics);
    return undefined;
  };

  const parsedFiles = new Map<string, DataNode | undefined>();
  const folders = new Map<string, readonly Entry[] | undefined>();
  const list = (folder: string): readonly Entry[] | undefined => {
    if (!folders.has(folder))
      folders.set(
        folder,
        host.list(folder)?.filter((e) => !isIgnored(e.name)),
      );
    return folders.get(folder);
  };

  return {
    sources,
    diagnostics,
    cache,
    report,
    list,
    text,
    bytes: (path) => host.readFile(path),
    exists: (path) => {
      const cut = path.lastIndexOf('/');
      const name = path.slice(cut + 1);
      return (
        list(cut === -1 ? '' : path.slice(0, cut))?.some((e) => e.name === name && e.kind === 'file') ?? false
      );
    },
    yaml: (path) => {
      if (parsedFiles.has(path)) return parsedFiles.get(path);
      const source = text(path);
      if (source === undefined) return undefined;
      const parse = (): Checked<DataNode> =>
        parseYaml(source.text, { file: path, start: 0, end: source.text.length });
      const file = opened.get(path);
      const parsed = file === undefined ? parse() : (file.yaml ??= parse());
      report(...parsed.diagnostics);
      parsedFiles.set(path, parsed.value);
      return parsed.value;
    },
    markdown: (path) => {
      const source = text(path);
      if (source === undefined) return undefined;
      const file = opened.get(path);
      const split = file === undefined ? splitFrontMatter(source) : (file.front ??= splitFrontMatter(source));
      report(...split.diagnostics);
      const { frontMatter, bodyStart }: FrontMatter = split.value;
      return { source, settings: frontMatter, bodyStart };
    },
  };
}
