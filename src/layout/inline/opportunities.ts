/** Finds where lines may end (UAX #14), and does without the full algorithm where its answer is plain. */
import LineBreaker from 'linebreak';

/** Letters and figures of ASCII. */
const word = 1;
/** Marks beside which no line ends without a space. */
const mark = 2;
/** An opening bracket: no line ends after it. */
const open = 3;
const quote = 4;

/** What a character is to the short way, by its code; 0 for what takes the algorithm. */
const kinds = new Uint8Array(0x2020);
for (const [kind, characters] of [
  [word, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'],
  [mark, '.,;:'],
  [open, '('],
  [quote, '\'"\u2018\u2019\u201c\u201d'],
] as const) {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind;
}

/**
 * Calls `visit` for each place where a line may end, in order, the end of the text last.
 *
 * A line may always end after a space between two words, and what comes before such a space has no bearing on what comes
 * after it. So the text is cut there, and only stretches that hold more than words and plain marks are put to the
 * algorithm; in the tests the answer is compared with that of the algorithm for the whole.
 */
export function eachOpportunity(text: string, visit: (at: number, required: boolean) => void): void {
  const { length } = text;
  let start = 0;
  let plain = true;
  let before = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32) {
      const kind = kinds[code] ?? 0;
      // A bracket within a word is for the algorithm to judge.
      if (kind === 0 || (kind === open && i > start)) plain = false;
      before = kind;
      continue;
    }
    const after = i + 1 < length ? (kinds[text.charCodeAt(i + 1)] ?? 0) : 0;
    const divides =
      before === word || before === mark
        ? after === word || after === open || after === quote
        : before === quote && after === word;
    if (!divides) {
      plain = false;
      before = 0;
      continue;
    }
    if (plain) visit(i + 1, false);
    else consult(text, start, i + 1, visit);
    start = i + 1;
    plain = true;
    before = 0;
  }
  if (start >= length) return;
  if (plain) visit(length, false);
  else consult(text, start, length, visit);
}

function consult(
  text: string,
  from: number,
  to: number,
  visit: (at: number, required: boolean) => void,
): void {
  const breaker = new LineBreaker(from === 0 && to === text.length ? text : text.slice(from, to));
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak())
    visit(from + next.position, next.required && text.charCodeAt(from + next.position - 1) === 10);
}
