/** Lists, fancy ones included: the block rule. Indentation works as in markdown-it's own rule (CommonMark 0.31, 5.2). */
import type { StateBlock, Token } from 'markdown-it';
import { warning } from '../../diagnostics/diagnostic.js';
import type { ListMarker } from '../../model/block.js';
import type { BlockEnv } from '../environment.js';
import { bodySpan } from '../positions.js';
import { endOf } from './block-tokenize.js';
import {
  markerText,
  numberIn,
  stylesOf,
  typedMarker,
  type Delimiter,
  type OrderedStyle,
  type TypedMarker,
} from './list-marker.js';

/** What a list token carries. */
export interface ListMeta {
  marker: ListMarker;
  start: number;
  tight: boolean;
}

/** The meta of a list token of this rule. */
export function listMetaOf(token: Token): ListMeta | undefined {
  return token.meta?.['list'] as ListMeta | undefined;
}

/** A list that is being read. */
export interface OpenList {
  readonly meta: ListMeta;
  count: number;
}

/** How the last list of a level ended, so that `(i)` after `(h)` goes on with letters. */
export interface LastList {
  readonly style: OrderedStyle;
  readonly delimiter: Delimiter;
  readonly last: number;
}

function markerAt(state: StateBlock, line: number): TypedMarker | undefined {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const max = state.eMarks[line] ?? start;
  return typedMarker(state.src.slice(start, Math.min(max, start + 24)));
}

/** Takes a list. Only a bullet or the number 1 with words after it ends a paragraph, as in CommonMark. */
export function list(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const indent = state.sCount[startLine] ?? 0;
  if (indent - state.blkIndent >= 4) return false;
  if (state.listIndent >= 0 && indent - state.listIndent >= 4 && indent < state.blkIndent) return false;
  const marker = markerAt(state, startLine);
  if (marker === undefined) return false;
  if (silent && state.parentType === 'paragraph' && indent >= state.blkIndent) {
    if (marker.kind === 'ordered' && (marker.label !== '1' || marker.delimiter === 'parens')) return false;
    const after = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0) + marker.length;
    if (state.skipSpaces(after) >= (state.eMarks[startLine] ?? 0)) return false;
  }
  if (marker.kind === 'ordered' && isInitial(state, startLine, endLine, marker)) return false;
  if (silent) return true;
  takeList(state, startLine, endLine, marker);
  return true;
}

/** "B. Russell": a capital with a full stop and one space is a name, unless the next letter follows further down. */
function isInitial(
  state: StateBlock,
  line: number,
  endLine: number,
  marker: TypedMarker & { kind: 'ordered' },
): boolean {
  if (marker.delimiter !== 'period' || !/^[A-Z]$/.test(marker.label)) return false;
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0) + marker.length;
  if (start >= (state.eMarks[line] ?? 0) || /^(?: {2}|\t)/.test(state.src.slice(start, start + 2)))
    return false;
  if (isNextItem((state.env as BlockEnv).openLists.at(-1), marker)) return false;
  const next = stylesOf(marker.label).map((style) =>
    markerText(style, 'period', (numberIn(style, marker.label) ?? 0) + 1),
  );
  for (let at = line + 1; at < Math.min(endLine, line + 40); at++) {
    if (state.sCount[at] !== state.sCount[line] || state.isEmpty(at)) continue;
    const from = (state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0);
    if (next.some((text) => state.src.startsWith(`${text} `, from))) return false;
  }
  return true;
}

/** True when a marker is just the one that the open list expects. */
function isNextItem(open: OpenList | undefined, marker: TypedMarker & { kind: 'ordered' }): boolean {
  if (open === undefined || open.meta.marker.style === 'bullet') return false;
  const { style, delimiter } = open.meta.marker;
  return delimiter === marker.delimiter && numberIn(style, marker.label) === open.meta.start + open.count;
}

function takeList(state: StateBlock, startLine: number, endLine: number, first: TypedMarker): void {
  const env = state.env as BlockEnv;
  const lasts = env.lastLists;
  const open = state.push('list_open', 'ul', 1);
  const listLevel = state.level;
  const meta = startOf(first, lasts.get(listLevel));
  open.meta = { list: meta };
  open.map = [startLine, 0];
  const oldParentType = state.parentType;
  state.parentType = 'list';
  const terminators = state.md.block.ruler.getRules('list');
  let marker = first;
  let line = startLine;
  const openList: OpenList = { meta, count: 0 };
  env.openLists.push(openList);
  let emptyEnd = false;
  for (;;) {
    for (const level of lasts.keys()) if (level > listLevel) lasts.delete(level);
    openList.count++;
    const tight = takeItem(state, line, endLine, marker);
    checkNumber(state, line, marker, meta, openList.count - 1);
    if (!tight || emptyEnd) meta.tight = false;
    emptyEnd = state.line - line > 1 && state.isEmpty(state.line - 1);
    line = state.line;
    if (line >= endLine) break;
    const indent = state.sCount[line] ?? 0;
    if (indent < state.blkIndent || indent - state.blkIndent >= 4) break;
    const at = line;
    if (terminators.some((rule) => rule(state, at, endLine, true))) break;
    const next = markerAt(state, line);
    if (next === undefined || !goesOn(meta, first, next, openList.count)) break;
    marker = next;
  }
  env.openLists.pop();
  state.push('list_close', 'ul', -1);
  open.map[1] = line;
  state.line = line;
  state.parentType = oldParentType;
  if (meta.marker.style === 'bullet') lasts.delete(listLevel);
  else {
    lasts.set(listLevel, {
      style: meta.marker.style,
      delimiter: meta.marker.delimiter,
      last: meta.start + openList.count - 1,
    });
  }
}

function startOf(first: TypedMarker, last: LastList | undefined): ListMeta {
  if (first.kind === 'bullet') return { marker: { style: 'bullet' }, start: 1, tight: true };
  const styles = stylesOf(first.label);
  const resumed = styles.find(
    (s) =>
      last?.style === s && last.delimiter === first.delimiter && numberIn(s, first.label) === last.last + 1,
  );
  const style = resumed ?? styles[0] ?? 'decimal';
  return {
    marker: { style, delimiter: first.delimiter },
    start: numberIn(style, first.label) ?? 1,
    tight: true,
  };
}

/** True when the next marker belongs to the list; the second item may settle whether `i` or `v` was a letter. */
function goesOn(meta: ListMeta, first: TypedMarker, next: TypedMarker, count: number): boolean {
  if (first.kind === 'bullet' || next.kind === 'bullet') {
    return first.kind === 'bullet' && next.kind === 'bullet' && first.sign === next.sign;
  }
  if (meta.marker.style === 'bullet' || meta.marker.delimiter !== next.delimiter) return false;
  const { delimiter } = meta.marker;
  if (count === 1 && numberIn(meta.marker.style, next.label) !== meta.start + 1) {
    for (const style of stylesOf(first.label)) {
      const start = numberIn(style, first.label) ?? 1;
      if (numberIn(style, next.label) !== start + 1) continue;
      meta.marker = { style, delimiter };
      meta.start = start;
      return true;
    }
  }
  return numberIn(meta.marker.style, next.label) !== undefined;
}

/** Reads one item and leaves `state.line` after it; true when no blank line stands between its blocks. */
function takeItem(state: StateBlock, line: number, endLine: number, marker: TypedMarker): boolean {
  const bMark = state.bMarks[line] ?? 0;
  const oldTShift = state.tShift[line] ?? 0;
  const oldSCount = state.sCount[line] ?? 0;
  const max = state.eMarks[line] ?? 0;
  const start = bMark + oldTShift;
  const initial = oldSCount + marker.length;
  let offset = initial;
  let pos = start + marker.length;
  for (; pos < max; pos++) {
    const c = state.src[pos];
    if (c === '\t') offset += 4 - ((offset + (state.bsCount[line] ?? 0)) % 4);
    else if (c === ' ') offset++;
    else break;
  }
  let gap = pos >= max ? 1 : offset - initial;
  if (gap > 4) gap = 1;

  const open = state.push('list_item_open', 'li', 1);
  open.map = [line, 0];
  const oldTight = state.tight;
  const oldListIndent = state.listIndent;
  state.listIndent = state.blkIndent;
  state.blkIndent = initial + gap;
  state.tight = true;
  state.tShift[line] = pos - bMark;
  state.sCount[line] = offset;
  if (pos >= max && state.isEmpty(line + 1)) state.line = Math.min(state.line + 2, endLine);
  else state.md.block.tokenize(state, line, endLine);
  const tight = state.tight;
  state.blkIndent = state.listIndent;
  state.listIndent = oldListIndent;
  state.tShift[line] = oldTShift;
  state.sCount[line] = oldSCount;
  state.tight = oldTight;
  state.push('list_item_close', 'li', -1);
  open.map[1] = state.line;
  open.meta = { start, end: Math.max(start + marker.length, endOf(state, line, state.line)) };
  return tight;
}

/** The first number counts; the others should follow it, or all be the same, as CommonMark writers do it. */
function checkNumber(
  state: StateBlock,
  line: number,
  marker: TypedMarker,
  meta: ListMeta,
  index: number,
): void {
  if (marker.kind === 'bullet' || meta.marker.style === 'bullet') return;
  const { style, delimiter } = meta.marker;
  const value = numberIn(style, marker.label);
  const printed = meta.start + index;
  if (value === undefined || value === printed || value === meta.start) return;
  const file = (state.env as BlockEnv).file();
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const typed = state.src.slice(start, start + marker.length);
  file.report(
    warning(
      'list-numbers-follow',
      bodySpan(file.body, start, start + marker.length),
      `the item typed as “${typed}” is printed as “${markerText(style, delimiter, printed)}”`,
      { hint: 'Only the first number of a list counts. Put a paragraph between two lists to begin anew.' },
    ),
  );
}
