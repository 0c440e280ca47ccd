/** `@pledge-84` and `@pledge-84{title}`: the inline rule. */
import type { StateInline } from 'markdown-it';
import type { InlineEnv } from '../environment.js';

const idPattern = /[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/y;
const fieldPattern = /\{\s*([A-Za-z][\w-]*)\s*\}/y;

/** True when an id, or its first words, are known to the registers. */
function isKnown(id: string, prefixes: ReadonlySet<string>): boolean {
  if (prefixes.has(id)) return true;
  for (let at = id.indexOf('-'); at > 0; at = id.indexOf('-', at + 1)) {
    if (prefixes.has(id.slice(0, at)) || prefixes.has(id.slice(0, at + 1))) return true;
  }
  return false;
}

/** Takes `@id` after a space, an opening bracket or the start of a line, where the id is a register's. */
export function citation(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '@' || state.linkLevel > 0) return false;
  const before = src[pos - 1];
  if (before !== undefined && !/[\s([{]/.test(before)) return false;
  idPattern.lastIndex = pos + 1;
  const id = idPattern.exec(src)?.[0];
  if (id === undefined || pos + 1 + id.length > state.posMax) return false;
  let end = pos + 1 + id.length;
  // A letter, an underscore or another sign of an address directly after: a handle, not an id.
  if (/[\p{L}\p{N}_@/]/u.test(src[end] ?? '')) return false;
  if (!isKnown(id, (state.env as InlineEnv).file.reading.context.citationPrefixes)) return false;
  fieldPattern.lastIndex = end;
  const field = fieldPattern.exec(src);
  if (field !== null && fieldPattern.lastIndex <= state.posMax) end = fieldPattern.lastIndex;
  if (!silent) {
    const token = state.push('citation', '', 0);
    token.content = id;
    token.info = field?.[1] ?? '';
    token.meta = { start: pos, end };
  }
  state.pos = end;
  return true;
}
