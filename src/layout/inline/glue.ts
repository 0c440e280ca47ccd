/** Says at which spaces a line must not end: within `£4.2 million`, `Section 151`, `30 January 2019`. */

const months = new Set(
  'january february march april may june july august september october november december'.split(' '),
);

/** What a number is counted in. */
const units = new Set('million billion thousand per pence fte pm am km miles kg tonnes m²'.split(' '));

/** Words that belong to the number or letter after them; some may be cut short by a full stop, some always are. */
const named = new Set(
  (
    'section sections subsection subsections paragraph paragraphs para paras table tables figure figures appendix ' +
    'appendices annex part parts item items page pages schedule schedules chapter chapters clause clauses regulation ' +
    'regulations article articles year years note notes option options objective objectives recommendation ' +
    'recommendations minute minutes rule rules stage stages phase phases ward wards quarter quarters councillor cllr mrs ' +
    'mr ms miss dr no para. paras. cllr. mrs. mr. ms. dr. no. s. ss. p. pp.'
  ).split(' '),
);

/**
 * True where no line may end after the space at `at`.
 *
 * `Part A` is glued, and `part of` is free: what follows such a word has to be a figure, a capital or a bracket.
 */
export function isGlued(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  const before = text.charCodeAt(at - 1);
  if (isDigit(before) && followsNumber(text, at)) return true;
  if (isDigit(next)) return isNamed(text, at) || isYear(text, at);
  if (next >= 65 && next <= 90) return isNamed(text, at);
  if (next === 40) return isWord(text.charCodeAt(at + 2)) && isNamed(text, at);
  // 12 per cent
  return next === 99 && wordAfter(text, at) === 'cent' && isPer(text, at);
}

/** 4.2 million, 3.5 FTE, 30 January. */
function followsNumber(text: string, at: number): boolean {
  const word = wordAfter(text, at);
  if (word === 'per') return wordAfter(text, at + 1 + word.length) === 'cent';
  if (units.has(word)) return true;
  if (!months.has(word)) return false;
  let start = at;
  while (start > 0 && isDigit(text.charCodeAt(start - 1))) start--;
  return at - start <= 2 && !isWord(text.charCodeAt(start - 1));
}

function isPer(text: string, at: number): boolean {
  return wordBefore(text, at) === 'per' && isDigit(text.charCodeAt(at - 5)) && text.charAt(at - 4) === ' ';
}

/** January 2019: a year has four figures. */
function isYear(text: string, at: number): boolean {
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  return end - at === 5 && !isWord(text.charCodeAt(end)) && months.has(wordBefore(text, at));
}

function isNamed(text: string, at: number): boolean {
  return named.has(wordBefore(text, at));
}

/** The letters right before an offset, with a full stop at their end, in small letters; empty within a longer word. */
function wordBefore(text: string, at: number): string {
  let start = text.charCodeAt(at - 1) === 46 ? at - 1 : at;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
  if (start > 0 && isWord(text.charCodeAt(start - 1))) return '';
  return text.slice(start, at).toLowerCase();
}

/** The letters right after the space at an offset, in small letters; empty where a longer word goes on. */
function wordAfter(text: string, at: number): string {
  let end = at + 1;
  while (isLetter(text.charCodeAt(end)) || text.charAt(end) === '²') end++;
  return isWord(text.charCodeAt(end)) ? '' : text.slice(at + 1, end).toLowerCase();
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isWord(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 95;
}
