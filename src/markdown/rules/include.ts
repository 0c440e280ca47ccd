/** `!include name key="value"` on a line of its own: the block rule. */
import type { StateBlock } from 'markdown-it';

/** Takes one line that begins with `!include`. */
export function include(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const max = state.eMarks[startLine] ?? start;
  if (!state.src.startsWith('!include', start)) return false;
  const next = state.src[start + 8];
  if (start + 8 < max && next !== ' ' && next !== '\t') return false;
  if (silent) return true;
  const end = state.skipSpacesBack(max, start);
  const token = state.push('include', '', 0);
  token.map = [startLine, startLine + 1];
  token.content = state.src.slice(start, end);
  token.meta = { start, end };
  state.line = startLine + 1;
  return true;
}
