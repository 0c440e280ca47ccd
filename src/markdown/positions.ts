/** The way from a place in what markdown-it reads back to the author's file. */
import { lineStarts, type SourceText } from '../source/text.js';
import type { Span } from '../source/span.js';

/** The body of one file as markdown-it sees it, with the way back to the file as typed. */
export interface Body {
  readonly source: SourceText;
  /** Line ends are `\n` and NUL is U+FFFD; lines are those of the file from the body's first line on. */
  readonly text: string;
  /** Offset in `text` at which each line begins. */
  readonly lineStarts: readonly number[];
  /** Offset in the file at which each of these lines begins. */
  readonly fileStarts: readonly number[];
  /** Set where the text has no places of its own: every span is this. */
  readonly fixed?: Span;
  /** Added to every offset of a span: where `source` is a part of the file that begins there. */
  readonly shift?: number;
}

/** A piece of inline content that lies unbroken in the file. */
export interface Segment {
  /** Offset in the content. */
  readonly at: number;
  /** Offset in the file. */
  readonly file: number;
}

/** Where a stretch of inline content lies in the file: ascending segments, the first at 0. */
export interface InlineMap {
  readonly source: SourceText;
  readonly segments: readonly Segment[];
  /** Set where the content has no places of its own (text with escapes, out of quotes in YAML): every span is this. */
  readonly fixed?: Span;
  /** Added to every offset of a span: where `source` is a part of the file that begins there. */
  readonly shift?: number;
}

/** Prepares the body that begins at `start`, an offset in the file. */
export function bodyOf(source: SourceText, start: number): Body {
  const typed = source.text.slice(start);
  const text = typed.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
  const starts = lineStarts(text);
  return {
    source,
    text,
    lineStarts: starts,
    fileStarts: (text === typed ? starts : lineStarts(typed)).map((at) => at + start),
  };
}

/**
 * The body of a cell in YAML, whose lines begin at `fileStarts` of `source`, a part of its file that begins at `shift`.
 * Without those every span is `at`.
 */
export function bodyOfCell(
  source: SourceText,
  text: string,
  fileStarts: readonly number[] | undefined,
  shift: number,
  at: Span,
): Body {
  const plain = text.replaceAll('\0', '\uFFFD');
  const starts = lineStarts(plain);
  return {
    source,
    text: plain,
    lineStarts: starts,
    fileStarts: fileStarts ?? starts,
    ...(fileStarts === undefined ? { fixed: at } : { shift }),
  };
}

/** The line, counted from 0, of an offset in a list of line starts. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset in the file of an offset in the body's text. */
export function toFile(body: Body, offset: number): number {
  const line = lineOf(body.lineStarts, offset);
  return (body.fileStarts[line] ?? 0) + offset - (body.lineStarts[line] ?? 0);
}

/** The span in the file of a stretch of the body's text. */
export function bodySpan(body: Body, start: number, end: number): Span {
  if (body.fixed !== undefined) return body.fixed;
  const shift = body.shift ?? 0;
  return {
    file: body.source.path,
    start: toFile(body, start) + shift,
    end: toFile(body, Math.max(start, end)) + shift,
  };
}

/** The text of a line of the body without its line end. */
export function lineText(body: Body, line: number): string {
  const start = body.lineStarts[line];
  if (start === undefined) return '';
  const next = body.lineStarts[line + 1];
  return body.text.slice(start, next === undefined ? body.text.length : next - 1);
}

/**
 * Maps the content of a paragraph, heading or term, which begins in `firstLine`, to the file.
 *
 * markdown-it only ever takes something off the front of each line (indentation, `> `, list markers), and white space
 * off the end of the whole, so each line of the content is the end of its line in the file.
 */
export function mapLines(body: Body, content: string, firstLine: number): InlineMap {
  if (body.fixed !== undefined) return mapAt(body, 0);
  if (!content.includes('\n')) {
    const column = columnOf(lineText(body, firstLine), content);
    return mapOf(body, [{ at: 0, file: (body.fileStarts[firstLine] ?? 0) + column }]);
  }
  const segments: Segment[] = [];
  let at = 0;
  content.split('\n').forEach((piece, index) => {
    const line = firstLine + index;
    const column = columnOf(lineText(body, line), piece);
    segments.push({ at, file: (body.fileStarts[line] ?? 0) + column });
    at += piece.length + 1;
  });
  return mapOf(body, segments);
}

function mapOf({ source, shift }: Body, segments: readonly Segment[]): InlineMap {
  return shift === undefined ? { source, segments } : { source, segments, shift };
}

function columnOf(line: string, piece: string): number {
  if (line.endsWith(piece)) return line.length - piece.length;
  const bare = line.trimEnd();
  if (bare.endsWith(piece)) return bare.length - piece.length;
  // A tab of which markdown-it took only a part stands in the content as spaces; what follows it is unchanged.
  const rest = piece.trimStart();
  for (const whole of [line, bare]) {
    if (whole.endsWith(rest)) return whole.length - rest.length - (piece.length - rest.length);
  }
  return Math.max(0, line.lastIndexOf(rest));
}

/** Maps a stretch of the body that lies in one line. */
export function mapAt(body: Body, start: number): InlineMap {
  if (body.fixed !== undefined)
    return { source: body.source, segments: [{ at: 0, file: 0 }], fixed: body.fixed };
  return mapOf(body, [{ at: 0, file: toFile(body, start) }]);
}

/** The map of a part of mapped content: `from` is an offset in the content. */
export function mapFrom(map: InlineMap, from: number): InlineMap {
  if (from === 0) return map;
  const first = fileOffset(map, from);
  const rest = map.segments.filter((s) => s.at > from).map((s) => ({ at: s.at - from, file: s.file }));
  return { ...map, segments: [{ at: 0, file: first }, ...rest] };
}

function segmentIndex(map: InlineMap, offset: number): number {
  let low = 0;
  let high = map.segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map.segments[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset in the source of the character at `offset` of the content. */
function fileOffset(map: InlineMap, offset: number): number {
  const segment = map.segments[segmentIndex(map, offset)] ?? { at: 0, file: 0 };
  return segment.file + offset - segment.at;
}

/** The span in the file of a stretch of the content, which ends with its last character. */
export function contentSpan(map: InlineMap, start: number, end: number): Span {
  if (map.fixed !== undefined) return map.fixed;
  const { from, to } = fileStretch(map, start, end);
  const shift = map.shift ?? 0;
  return { file: map.source.path, start: from + shift, end: to + shift };
}

/** What the author typed for a stretch of the content, or undefined where its place is not known. */
export function typedText(map: InlineMap, start: number, end: number): string | undefined {
  if (map.fixed !== undefined) return undefined;
  const { from, to } = fileStretch(map, start, end);
  return map.source.text.slice(from, to);
}

function fileStretch(
  map: InlineMap,
  start: number,
  end: number,
): { readonly from: number; readonly to: number } {
  const from = fileOffset(map, start);
  const to = end > start ? fileOffset(map, end - 1) + 1 : from;
  return { from, to: Math.max(from, to) };
}

/** Cuts a stretch of content where it does not lie unbroken in the file. */
export function unbroken(map: InlineMap, start: number, end: number): readonly (readonly [number, number])[] {
  if (map.segments.length === 1) return [[start, end]];
  const cuts: number[] = [];
  for (let i = segmentIndex(map, start) + 1; i < map.segments.length; i++) {
    const at = map.segments[i]?.at ?? end;
    if (at >= end) break;
    cuts.push(at);
  }
  const edges = [start, ...cuts, end];
  return edges.slice(1).map((edge, i) => [edges[i] ?? start, edge] as const);
}

/** Text as typed over several lines, with what markdown-it took off replaced by spaces: as long as its span. */
export function asTyped(map: InlineMap, content: string, start: number, end: number): string {
  let text = '';
  let last: number | undefined;
  for (const [from, to] of unbroken(map, start, end)) {
    const file = fileOffset(map, from);
    const gap = last === undefined ? 0 : file - last;
    // A backslash before `|` is left out, so that a formula is read as it is meant.
    if (gap > 0 && !isEscapedBar(map, content, from, gap)) text += ' '.repeat(gap);
    text += content.slice(from, to).replace(/\n/g, ' ');
    last = file + (to - from);
  }
  return text;
}

function isEscapedBar(map: InlineMap, content: string, from: number, gap: number): boolean {
  const file = fileOffset(map, from);
  return gap === 1 && content[from] === '|' && map.source.text[file - 1] === '\\';
}
