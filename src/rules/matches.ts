/** The matches of a pattern in a text. */

const none: readonly RegExpExecArray[] = [];

/**
 * All matches of a global pattern, in order.
 *
 * Most texts have none, and `matchAll` copies the pattern before it looks.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  return text.search(pattern) < 0 ? none : [...text.matchAll(pattern)];
}
