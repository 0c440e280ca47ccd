/** `{{ expression }}` in text: the inline rule. */
import type { StateInline } from 'markdown-it';
import { error } from '../../diagnostics/diagnostic.js';
import type { InlineEnv } from '../environment.js';
import { asTyped, contentSpan } from '../positions.js';

/** Characters that an expression may have: a bound, so that thousands of unclosed ones are read in good time. */
export const longestExpression = 2000;

/** Offset of the first `}}` outside quotes, from `from`, or -1. */
export function endOfExpression(text: string, from: number, max: number): number {
  let quoted = false;
  for (let i = from; i < Math.min(max, from + longestExpression); i++) {
    const c = text[i];
    if (c === '"') quoted = !quoted;
    else if (!quoted && c === '}' && text[i + 1] === '}' && i + 1 < max) return i;
  }
  return -1;
}

function lastClosing(env: InlineEnv, src: string): number {
  if (env.closing?.src !== src) env.closing = { src, last: src.lastIndexOf('}}') };
  return env.closing.last;
}

/** Takes `{{ ... }}`, up to the first `}}` outside quotes (format, section 5). */
export function expression(state: StateInline, silent: boolean): boolean {
  const { pos, src } = state;
  if (src[pos] !== '{' || src[pos + 1] !== '{') return false;
  const env = state.env as InlineEnv;
  // Nothing closes after the last `}}`, which a text of many openings need not look for each time.
  const end = pos > lastClosing(env, src) ? -1 : endOfExpression(src, pos + 2, state.posMax);
  if (end < 0) {
    if (!silent) {
      const line = src.indexOf('\n', pos);
      const stop = line < 0 ? state.posMax : Math.min(line, state.posMax);
      env.report(
        error(
          'expression-is-closed',
          contentSpan(env.map, pos, stop),
          `“${src.slice(pos, Math.min(stop, pos + 40))}” has no closing “}}”`,
          {
            hint: 'Close the expression with }}. Check that each double quote in it has its partner.',
          },
        ),
      );
    }
    return false;
  }
  if (!silent && src.slice(pos + 2, end).trim() === '') {
    // As text, so that nothing tries to work it out and complains again.
    state.pending += src.slice(pos, end + 2);
    env.report(
      error('expression-is-closed', contentSpan(env.map, pos, end + 2), '“{{ }}” holds nothing to work out', {
        hint: 'Write a reference or a formula between the braces: {{ revenue-resources[Total, 2019/20] }}.',
      }),
    );
  } else if (!silent) {
    const token = state.push('expression', '', 0);
    token.content = asTyped(env.map, src, pos + 2, end);
    token.meta = { start: pos, end: end + 2, sourceStart: pos + 2, sourceEnd: end };
  }
  state.pos = end + 2;
  return true;
}
