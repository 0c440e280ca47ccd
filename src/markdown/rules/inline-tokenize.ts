/** markdown-it's inline loop, which also stamps on each token where it stands, since tokens carry no places. */
import type { MarkdownIt, StateInline, Token } from 'markdown-it';

/** Place of a token in the inline content; `literal` when the content there is the token's own text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a token stands in the content it was read from. */
export function placeOf(token: Token | undefined): Place | undefined {
  const start = token?.meta?.['start'];
  const end = token?.meta?.['end'];
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : undefined;
}

function stamp(token: Token, start: number, end: number): void {
  if (token.meta?.['start'] === undefined) token.meta = { ...token.meta, start, end };
}

/** Every sign at which an inline rule of ours or of markdown-it may begin; what lies between two of them is text. */
const sign = /[\n\\`~*_[!<&{^@]/g;

/** True for content in which no inline rule can begin: all of it is text as typed. */
export function isPlain(content: string): boolean {
  return signFrom(content, 0) === content.length;
}

/** The first sign from an offset on, or the end of the content. */
function signFrom(content: string, from: number): number {
  sign.lastIndex = from;
  return sign.exec(content)?.index ?? content.length;
}

/** Replaces the inline loop of a parser. Links call it for their own words, so nested tokens are stamped as well. */
export function inlineTokenize(md: MarkdownIt): void {
  md.inline.tokenize = (state: StateInline): void => {
    const rules = md.inline.ruler.getRules('');
    const end = state.posMax;
    /** Where the text that is held back begins; there is none yet, since links push a token before their words. */
    let pendingStart: number | undefined;
    while (state.pos < end) {
      const start = state.pos;
      const pending = state.pending;
      // The rules need not be asked of every full stop and hyphen.
      const next = Math.min(signFrom(state.src, start), end);
      if (next > start) {
        state.pending += state.src.slice(start, next);
        state.pos = next;
        if (pending === '') pendingStart = start;
        continue;
      }
      const firstNew = state.tokens.length;
      const ok = state.level < md.options.maxNesting && isTaken(rules, state);
      if (!ok) state.pending += state.src.charAt(state.pos++);
      else if (state.pos <= start) throw new Error('an inline rule did not move on');
      if (state.tokens.length > firstNew) stampNew(state, firstNew, pending, pendingStart ?? start, start);
      if (pending === '' && state.pending !== '') pendingStart = start;
    }
    if (state.pending !== '') {
      const text = state.pending;
      const start = pendingStart ?? end;
      stamp(state.pushPending(), start, start + text.length);
    }
  };
}

/** Whether one of the rules takes what stands at the state's place; a loop, since this is asked at every sign. */
function isTaken(rules: readonly InlineRule[], state: StateInline): boolean {
  for (const rule of rules) if (rule(state, false)) return true;
  return false;
}

type InlineRule = (state: StateInline, silent: boolean) => boolean;

function stampNew(
  state: StateInline,
  firstNew: number,
  pending: string,
  pendingStart: number,
  start: number,
): void {
  let index = firstNew;
  const flushed = state.tokens[index];
  // The first push gives out the text held back; the newline rule takes spaces off its end before.
  if (
    pending !== '' &&
    flushed?.type === 'text' &&
    flushed.meta === null &&
    pending.startsWith(flushed.content)
  ) {
    if (flushed.content !== '' && isFlush(state, flushed, pending)) {
      stamp(flushed, pendingStart, pendingStart + flushed.content.length);
      index++;
    }
  }
  let at = start;
  for (; index < state.tokens.length; index++) {
    const token = state.tokens[index];
    if (token === undefined || placeOf(token) !== undefined) continue;
    if (token.type === 'text') {
      const found = state.src.startsWith(token.content, at) ? at : state.src.indexOf(token.content, at);
      const known = found >= 0 && found + token.content.length <= state.pos;
      if (known) {
        stamp(token, found, found + token.content.length);
        at = found + token.content.length;
      }
    } else stamp(token, start, state.pos);
  }
}

/** Text held back is given out whole, but for the spaces at its end. */
function isFlush(state: StateInline, token: Token, pending: string): boolean {
  return state.pending === '' && pending.slice(token.content.length).trim() === '';
}
