/** markdown-it's block loop, which also stamps where each block begins and ends, and reports nesting that is too deep. */
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { error } from '../../diagnostics/diagnostic.js';
import type { BlockEnv } from '../environment.js';
import { bodySpan } from '../positions.js';

/** Levels of tokens, about two for each list in a list. */
const deepest = 60;

/** Replaces the block loop of a parser. */
export function blockTokenize(md: MarkdownIt): void {
  md.block.tokenize = (state: StateBlock, startLine: number, endLine: number): void => {
    const rules = md.block.ruler.getRules('');
    let line = startLine;
    let hasEmptyLines = false;
    while (line < endLine) {
      state.line = line = state.skipEmptyLines(line);
      if (line >= endLine || (state.sCount[line] ?? 0) < state.blkIndent) break;
      if (state.level >= deepest) {
        tooDeep(state, line, endLine);
        break;
      }
      const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      const firstNew = state.tokens.length;
      const ok = rules.some((rule) => rule(state, line, endLine, false));
      if (!ok || state.line <= line) throw new Error('no block rule took the line');
      const opener = state.tokens[firstNew];
      if (opener !== undefined && opener.meta?.['start'] === undefined) {
        opener.meta = { ...opener.meta, start, end: endOf(state, line, state.line) };
      }
      state.tight = !hasEmptyLines;
      if (state.isEmpty(state.line - 1)) hasEmptyLines = true;
      line = state.line;
      if (line < endLine && state.isEmpty(line)) {
        hasEmptyLines = true;
        line++;
        state.line = line;
      }
    }
  };
}

/** Where the text of the last line before `next` that is not blank ends. */
export function endOf(state: StateBlock, first: number, next: number): number {
  let last = Math.min(next, state.lineMax) - 1;
  while (last > first && state.isEmpty(last)) last--;
  return state.skipSpacesBack(state.eMarks[last] ?? 0, state.bMarks[last] ?? 0);
}

/** Keeps the text of what is nested too deep as a paragraph, since markdown-it would leave it out. */
function tooDeep(state: StateBlock, line: number, endLine: number): void {
  const file = (state.env as BlockEnv).file();
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  file.report(
    error(
      'nesting-is-shallow',
      bodySpan(file.body, start, state.eMarks[line] ?? start),
      'lists and quotations lie too deep in one another here',
      {
        hint: 'Set the text further to the left: nobody can follow so many levels.',
      },
    ),
  );
  let last = line + 1;
  while (last < endLine && (state.isEmpty(last) || (state.sCount[last] ?? 0) >= state.blkIndent)) last++;
  const open = state.push('paragraph_open', 'p', 1);
  open.map = [line, last];
  open.meta = { start, end: endOf(state, line, last) };
  const inline = state.push('inline', '', 0);
  inline.map = [line, last];
  inline.content = state.getLines(line, last, state.blkIndent, false).trim();
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = last;
}
