/** `[words]{lang="cy"}` and the checked figure `[£12.599m]{= expression}`: the inline rule. */
import type { StateInline } from 'markdown-it';
import { error } from '../../diagnostics/diagnostic.js';
import { closingBrace, readAttributes } from '../attributes.js';
import type { InlineEnv } from '../environment.js';
import { asTyped, contentSpan } from '../positions.js';
import { longestExpression } from './expression.js';

/** Takes a pair of square brackets with braces directly after it. */
export function bracketed(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== '[' || !src.includes(']{', pos)) return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, pos);
  if (labelEnd < 0 || src[labelEnd + 1] !== '{' || src[labelEnd + 2] === '{') return false;
  const open = labelEnd + 1;
  return /^\{\s*=/.test(src.slice(open, open + 8))
    ? checked(state, silent, labelEnd, open)
    : attributed(state, silent, labelEnd, open, posMax);
}

function checked(state: StateInline, silent: boolean, labelEnd: number, open: number): boolean {
  const { src, pos, posMax } = state;
  const env = state.env as InlineEnv;
  const sourceStart = src.indexOf('=', open) + 1;
  let quoted = false;
  let end = sourceStart;
  const limit = Math.min(posMax, sourceStart + longestExpression);
  for (; end < limit; end++) {
    if (src[end] === '"') quoted = !quoted;
    else if (!quoted && src[end] === '}') break;
  }
  if (end >= limit) {
    if (!silent) {
      env.report(
        error(
          'expression-is-closed',
          contentSpan(env.map, pos, sourceStart),
          `“${src.slice(pos, sourceStart)}” has no closing “}”`,
          {
            hint: 'Close the check with }. Check that each double quote in it has its partner.',
          },
        ),
      );
    }
    return false;
  }
  if (!silent) {
    const token = state.push('checked', '', 0);
    token.content = asTyped(env.map, src, pos + 1, labelEnd).trim();
    token.info = asTyped(env.map, src, sourceStart, end);
    token.meta = { start: pos, end: end + 1, sourceStart, sourceEnd: end };
    if (token.content === '' || token.info.trim() === '') {
      env.report(
        error(
          'check-is-whole',
          contentSpan(env.map, pos, end + 1),
          'a checked figure needs the figure and what it should equal',
          {
            hint: 'Write it as [£12.599m]{= cost-pressures[People, Total]}.',
          },
        ),
      );
    }
  }
  state.pos = end + 1;
  return true;
}

function attributed(
  state: StateInline,
  silent: boolean,
  labelEnd: number,
  open: number,
  posMax: number,
): boolean {
  const { src, pos } = state;
  const env = state.env as InlineEnv;
  const end = closingBrace(src, open);
  if (end < 0 || end > posMax) return false;
  const attributes = readAttributes(
    src,
    { start: open, end },
    'span',
    env.map,
    silent ? () => undefined : env.report,
  );
  if (attributes === undefined) return false;
  if (!silent) {
    state.pos = pos + 1;
    state.posMax = labelEnd;
    const token = state.push('span_open', 'span', 1);
    token.meta = { start: pos, end, attributes };
    state.md.inline.tokenize(state);
    state.push('span_close', 'span', -1);
  }
  state.pos = end;
  state.posMax = posMax;
  return true;
}
