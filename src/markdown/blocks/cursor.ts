/** What the readers of blocks share: the tokens of one file, and how their places and attributes are taken. */
import type { Token } from 'markdown-it';
import type { Attributes } from '../../model/table-source.js';
import type { Span } from '../../source/span.js';
import { readAttributes, trailingBraces, type AttributePlace } from '../attributes.js';
import type { FileReading } from '../environment.js';
import { bodySpan, type InlineMap } from '../positions.js';
import type { ReadIncluded } from './include.js';

/** Tokens of one file with the place that has been read up to. */
export interface Cursor {
  readonly tokens: readonly Token[];
  readonly file: FileReading;
  readonly readIncluded: ReadIncluded;
  /** The token after the one that was read last. */
  index: number;
  /** True within a `table-rows` container, where a heading is a row. */
  inTableRows: boolean;
}

/** The span of a block whose opening token is given. */
export function tokenSpan(token: Token, file: FileReading): Span {
  const start = Number(token.meta?.['start'] ?? 0);
  return bodySpan(file.body, start, Number(token.meta?.['end'] ?? start));
}

/** The inline token that follows an opening token, whose closing token is passed over. */
export function takeInline(cursor: Cursor): Token {
  const inline = cursor.tokens[cursor.index];
  if (inline?.type !== 'inline') throw new Error('an opening token without its inline token');
  cursor.index += 2;
  return inline;
}

/** Content without the attributes at its end. */
export function withoutAttributes(
  content: string,
  map: InlineMap,
  place: AttributePlace,
  file: FileReading,
): { readonly words: string; readonly attributes?: Attributes } {
  const braces = trailingBraces(content);
  const attributes = braces && readAttributes(content, braces, place, map, file.report);
  if (braces === undefined || attributes === undefined) return { words: content };
  return { words: content.slice(0, braces.start).trimEnd(), attributes };
}
