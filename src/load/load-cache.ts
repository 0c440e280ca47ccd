/** What one loading of a council's folder leaves for the next: files as read, and the values made of them. */
import type { Checked } from '../diagnostics/diagnostic.js';
import type { AuthoredDocument } from '../model/block.js';
import type { Kept } from '../model/same.js';
import { keepValues } from '../model/same.js';
import type { DataList, DataNode } from '../source/data-node.js';
import type { Decoded } from '../source/decode.js';
import type { FrontMatter } from '../source/front-matter.js';
import type { SourceText } from '../source/text.js';

/**
 * Kept from loading to loading of one folder, never for two at once. A file whose bytes are those of before is read no second time,
 * and whatever says the same as before is the very object of before: so later phases see what has not changed.
 */
export interface LoadCache {
  /** Files by path, texts by the place that prints them, papers, items and meetings by file. */
  readonly kept: Kept;
  /** Comma-separated files as read. */
  readonly csv: WeakMap<SourceText, Checked<DataList>>;
}

/** One text file with all that was read from it. */
export interface CachedFile {
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
  yaml?: Checked<DataNode>;
  front?: Checked<FrontMatter> & { readonly value: FrontMatter };
}

/** A text as read, and what of the rest of the folder the reading has seen. */
export interface CachedText {
  readonly source: SourceText;
  readonly start: number;
  readonly prefixes: ReadonlySet<string>;
  readonly words: readonly string[];
  /** Standing wording that was asked for, with the answers. */
  readonly included: ReadonlyMap<string, Included | undefined>;
  readonly result: Checked<AuthoredDocument>;
}

/** Standing wording in the version that applies. */
export interface Included {
  readonly source: SourceText;
  readonly bodyStart: number;
}

/** Knows nothing yet. */
export function makeLoadCache(): LoadCache {
  return { kept: keepValues(), csv: new WeakMap() };
}
