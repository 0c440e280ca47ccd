/** Pipe tables with their caption lines: the block rule. Cells stay raw, with their places, so that formulas survive. */
import type { StateBlock, Token } from 'markdown-it';
import { error } from '../../diagnostics/diagnostic.js';
import type { BlockEnv } from '../environment.js';
import { bodySpan } from '../positions.js';
import { typedMarker } from './list-marker.js';

/** A stretch of the body's text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface PipeRow extends Stretch {
  readonly cells: readonly Stretch[];
}

/** What the rule found; places are offsets in the body's text. */
export interface PipeTable {
  readonly head: PipeRow;
  readonly rows: readonly PipeRow[];
  readonly align: readonly ('left' | 'right' | 'centre' | undefined)[];
  /** The caption after `: `. */
  readonly caption?: Stretch;
}

/** The table of a token of this rule. */
export function pipeTableOf(token: Token): PipeTable | undefined {
  return token.meta?.['table'] as PipeTable | undefined;
}

/** Takes a table, and the caption directly under it or after one blank line (format, section 4). */
export function table(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (startLine + 2 > endLine) return false;
  if (isCode(state, startLine) || isCode(state, startLine + 1)) return false;
  if ((state.sCount[startLine + 1] ?? 0) < state.blkIndent) return false;
  const align = delimiterRow(lineOf(state, startLine + 1));
  if (align === undefined) return false;
  const head = rowOf(state, startLine);
  if (head === undefined) return false;
  if (head.cells.length !== align.length) {
    // A table at the beginning of a list item or a quotation is seen with its marker first.
    if (
      !silent &&
      typedMarker(lineOf(state, startLine)) === undefined &&
      !lineOf(state, startLine).startsWith('>')
    )
      reportWidth(state, startLine, head.cells.length, align.length);
    return false;
  }
  if (silent) return true;

  const oldParentType = state.parentType;
  state.parentType = 'table';
  const terminators = state.md.block.ruler.getRules('blockquote');
  const rows: PipeRow[] = [];
  let line = startLine + 2;
  for (; line < endLine; line++) {
    if ((state.sCount[line] ?? 0) < state.blkIndent || state.isEmpty(line) || isCode(state, line)) break;
    if (captionStart(state, line) !== undefined) break;
    const row = line;
    if (terminators.some((rule) => rule(state, row, endLine, true))) break;
    const cells = rowCells(state, line);
    rows.push(cells);
  }
  state.parentType = oldParentType;
  let captionLine = line;
  if (line < endLine && state.isEmpty(line)) captionLine = line + 1;
  const captionAt = captionLine < endLine ? captionStart(state, captionLine) : undefined;
  if (captionAt !== undefined) line = captionLine + 1;

  const token = state.push('pipe_table', 'table', 0);
  token.map = [startLine, line];
  const found: PipeTable = {
    head,
    rows,
    align,
    ...(captionAt === undefined
      ? {}
      : { caption: trimmed(state, captionAt, state.eMarks[captionLine] ?? captionAt) }),
  };
  token.meta = { table: found };
  state.line = line;
  return true;
}

function isCode(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent >= 4;
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** Alignments of a row of dashes, or undefined when it is not one. */
function delimiterRow(text: string): PipeTable['align'] | undefined {
  if (!/^[-:|][-:| \t]*$/.test(text) || !text.includes('-') || /^-[ \t]/.test(text)) return undefined;
  const cells = text
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());
  if (!cells.every((cell) => /^:?-+:?$/.test(cell))) return undefined;
  return cells.map((cell) => {
    const right = cell.endsWith(':');
    if (cell.startsWith(':')) return right ? 'centre' : 'left';
    return right ? 'right' : undefined;
  });
}

function rowOf(state: StateBlock, line: number): PipeRow | undefined {
  return lineOf(state, line).includes('|') ? rowCells(state, line) : undefined;
}

/** The cells of a line, split at each `|` without a backslash before it. */
function rowCells(state: StateBlock, line: number): PipeRow {
  const row = trimmed(state, (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line] ?? 0);
  const cells: Stretch[] = [];
  let from = row.start;
  if (state.src[from] === '|') from++;
  for (let at = from; at < row.end; at++) {
    if (state.src[at] !== '|' || state.src[at - 1] === '\\') continue;
    cells.push(trimmed(state, from, at));
    from = at + 1;
  }
  if (from < row.end) cells.push(trimmed(state, from, row.end));
  return { ...row, cells };
}

/** A stretch without the white space at its ends; an empty one stands one space after where it begins. */
function trimmed(state: StateBlock, start: number, end: number): Stretch {
  let from = start;
  let to = end;
  while (from < to && isSpace(state.src, from)) from++;
  while (to > from && isSpace(state.src, to - 1)) to--;
  if (from < to) return { start: from, end: to };
  const at = Math.min(start + 1, end);
  return { start: at, end: at };
}

/** White space, as a pattern's `\s` has it; what is plainly none is told without one. */
function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 32) return true;
  return (code < 32 || code > 126) && /\s/.test(text.charAt(at));
}

/** Where the words of a caption line begin, or undefined when the line is none. */
function captionStart(state: StateBlock, line: number): number | undefined {
  if (isCode(state, line) || (state.sCount[line] ?? 0) < state.blkIndent) return undefined;
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return /^:[ \t]+\S/.test(state.src.slice(start, state.eMarks[line])) ? start + 1 : undefined;
}

/** GFM reads such lines as text, so that a slip of one dash would lose the whole table without a word. */
function reportWidth(state: StateBlock, line: number, head: number, dashes: number): void {
  const file = (state.env as BlockEnv).file();
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  file.report(
    error(
      'table-head-matches',
      bodySpan(file.body, start, state.eMarks[line + 1] ?? start),
      `the heading row of this table has ${head} ${head === 1 ? 'cell' : 'cells'}, and the row of dashes has ${dashes}`,
      { hint: 'Give both rows the same number of cells; a | inside a cell is typed \\|.' },
    ),
  );
}
