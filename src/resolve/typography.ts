/** Straight quotation marks become the ones that are printed. */

/** Before a mark that opens: the start, a space, an opening bracket or a dash. */
const opens = /[\s([{\u2013\u2014/]$/;

/**
 * Replaces `'` and `"` by curly marks, one character for one, so that places stay true. `before` is the character that
 * stands before the text, or an empty string at the start of a paragraph.
 */
export function curlyQuotes(text: string, before: string): string {
  if (!text.includes("'") && !text.includes('"')) return text;
  let out = '';
  for (const character of text) {
    const last = out === '' ? before : out;
    const opening =
      last === '' || opens.test(last) || (character === "'" ? last.endsWith('“') : last.endsWith('‘'));
    if (character === '"') out += opening ? '“' : '”';
    else if (character === "'") out += opening && !startsWithYear(text, out.length) ? '‘' : '’';
    else out += character;
  }
  return out;
}

/** An apostrophe before a shortened year, as in '90s, closes. */
function startsWithYear(text: string, at: number): boolean {
  return /^'\d\d/.test(text.slice(at));
}
