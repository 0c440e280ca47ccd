/** Places in the author's own files. */

/**
 * A stretch of one source file.
 *
 * `start` and `end` are offsets in UTF-16 code units of the decoded text of `file` (byte order mark left out), `end`
 * exclusive. Lines and columns are worked out only when a place is printed, see {@link lineAndColumn}.
 */
export interface Span {
  /** Path from the root of the council's folder, with `/` between names. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A span of no length at the beginning of a file: for faults of the file as a whole. */
export function fileSpan(file: string): Span {
  return { file, start: 0, end: 0 };
}

/** The smallest span that covers both, which lie in one file. */
export function cover(a: Span, b: Span): Span {
  return { file: a.file, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
