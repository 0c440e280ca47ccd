/** Queries over registers and papers: `pledges where lead = Street Services and status <> Complete`. */
import type { DataNode, DataScalar } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import type { Span } from '../source/span.js';
import { normalise } from './labels.js';

export interface Condition {
  readonly field: string;
  readonly equal: boolean;
  readonly value: string;
}

export interface Query {
  /** The name of a register, or a type of paper. */
  readonly register: string;
  readonly conditions: readonly Condition[];
}

/** Reads a query; gives the part that is no condition where there is one. */
export function readQuery(text: string): Query | { readonly unclear: string } {
  const [register = '', rest] = text
    .trim()
    .split(/\swhere\s/i)
    .map((part) => part.trim());
  const conditions: Condition[] = [];
  for (const part of rest === undefined ? [] : rest.split(/\sand\s/i)) {
    const match = /^([\w.-]+)\s*(=|<>)\s*"?(.*?)"?$/.exec(part.trim());
    if (match === null) return { unclear: part.trim() };
    conditions.push({ field: match[1] ?? '', equal: match[2] === '=', value: match[3] ?? '' });
  }
  return { register, conditions };
}

/** Where the words of a query stand in the file: those of the first condition that begins with `words`, or of its name. */
export function placeInQuery(source: DataScalar, words: string, isField: boolean): Span {
  const { text, textStart: start, span } = source;
  const after = isField ? text.search(/\swhere\s/i) : 0;
  const found = text.indexOf(words, Math.max(0, after));
  if (start === undefined || found < 0) return span;
  return { file: span.file, start: start + found, end: start + found + words.length };
}

/** The node of a field, through dots: `lead.name`. */
export function fieldOf(node: DataNode, field: string): DataNode | undefined {
  return field.split('.').reduce<DataNode | undefined>((at, key) => entry(at, key), node);
}

/** The texts of a field; a list holds several. */
export function fieldTexts(node: DataNode, field: string): readonly string[] {
  const found = fieldOf(node, field);
  if (found?.kind === 'scalar') return [found.text];
  return found?.kind === 'list'
    ? found.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))
    : [];
}

/** Whether an entry meets all conditions; a field with several values meets one when any of them does. */
export function matches(node: DataNode, conditions: readonly Condition[]): boolean {
  return conditions.every(
    ({ field, equal, value }) =>
      fieldTexts(node, field).some((text) => normalise(text) === normalise(value)) === equal,
  );
}

/** Fields that any of the entries has. */
export function knownFields(entries: readonly DataNode[]): readonly string[] {
  return [...new Set(entries.flatMap((item) => (item.kind === 'map' ? item.entries.map((e) => e.key) : [])))];
}
