/** YAML as read: text and places, no coercion. Numbers keep the digits typed (`1.10` is not `1.1`). */
import type { TextPiece } from './scalar-lines.js';
import type { Span } from './span.js';

export type DataNode = DataScalar | DataMap | DataList;

export interface DataScalar {
  readonly kind: 'scalar';
  /** The value as text; empty for an empty value. */
  readonly text: string;
  /** True when the author put it in quotes or in a block scalar. */
  readonly quoted: boolean;
  /** The value in the author's file, quotes included. */
  readonly span: Span;
  /** Where `text` begins in the file, for a plain or quoted scalar on one line without escapes. */
  readonly textStart?: number;
  /** Where the pieces of a text over several lines begin; missing where escapes make the text differ from the file. */
  readonly pieces?: readonly TextPiece[];
}

export interface DataMap {
  readonly kind: 'map';
  readonly entries: readonly DataEntry[];
  readonly span: Span;
}

export interface DataEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: DataNode;
}

export interface DataList {
  readonly kind: 'list';
  readonly items: readonly DataNode[];
  readonly span: Span;
}

/** The value of a key of a map, or undefined. */
export function entry(node: DataNode | undefined, key: string): DataNode | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.find((e) => e.key === key)?.value;
}
