/** Attributes directly after an image or a link, `![alt](flow.svg){#flow}`: the inline rule. */
import type { StateInline } from 'markdown-it';
import { closingBrace, readAttributes } from '../attributes.js';
import type { InlineEnv } from '../environment.js';
import { placeOf } from './inline-tokenize.js';

/** Takes braces that touch the image or link before them. */
export function trailingAttributes(state: StateInline, silent: boolean): boolean {
  if (silent || state.src[state.pos] !== '{' || state.pending !== '') return false;
  const before = state.tokens.at(-1);
  if (before?.type !== 'image' && before?.type !== 'link_close') return false;
  if (placeOf(before)?.end !== state.pos) return false;
  const end = closingBrace(state.src, state.pos);
  if (end < 0 || end > state.posMax) return false;
  const env = state.env as InlineEnv;
  const place = before.type === 'image' ? 'image' : 'link';
  const attributes = readAttributes(state.src, { start: state.pos, end }, place, env.map, env.report);
  if (attributes === undefined) return false;
  const token = state.push('attributes', '', 0);
  token.meta = { start: state.pos, end, attributes };
  state.pos = end;
  return true;
}
