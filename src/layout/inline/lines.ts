/**
 * Lines of text: inlines in, lines of positioned pieces out, and lines put on a page.
 *
 * `layoutInline` breaks text into lines no wider than `width` (UAX #14, the fewest lines, an even ragged edge, no
 * hyphens; a word wider than the line is broken at characters). `drawLine` puts one of them on a page with its baseline
 * at `y`; call it in order, since elements within a line (links, spans) join the paragraph's element as their first
 * words are placed. The baseline of a line of leading `L` that begins at `top` is `top + baseline(style, ctx)`.
 *
 * `measureText` and `layoutText` do the same for plain strings.
 */
import type { Inline } from '../../model/inline.js';
import { baselineWithin } from '../style.js';
import type { TextStyle } from '../style.js';
import type { LayoutContext } from '../context.js';
import type { PageBuilder } from '../page.js';
import type { TagRef, TextItem } from '../display.js';
import { attach } from '../tags.js';
import { fontOf } from './atoms.js';
import type { Atom, FlatText, ImageAtom } from './atoms.js';
import { chooseLines } from './paragraph.js';
import { measured, taken } from './prepared.js';
import type { Prepared } from './prepared.js';
import { atomWidth, fittedSegments, shown } from './segments.js';
import type { Segment } from './segments.js';

/** A part of a line: a run of text or an image, `x` points from where the line begins. */
export interface Piece {
  readonly x: number;
  readonly width: number;
  readonly atom: Atom | ImageAtom;
  /** Text as painted; empty for images. */
  readonly text: string;
}

export interface Line {
  readonly pieces: readonly Piece[];
  /** Width of what shows: a space at the end is painted for readers of the text, and not counted. */
  readonly width: number;
  /** Height from line to line. More than the leading where an image needs it. */
  readonly height: number;
  /** From the top of the line to its baseline. */
  readonly baseline: number;
  /** Numbers of the notes marked on the line. */
  readonly notes: readonly number[];
}

/** Breaks inlines into lines. Empty content has no lines. */
export function layoutInline(
  content: readonly Inline[],
  width: number,
  style: TextStyle,
  ctx: LayoutContext,
): readonly Line[] {
  const prepared = taken(content, width, style, ctx);
  for (const fault of prepared.flat.faults) ctx.report(fault);
  return breakLines(prepared, width, style, ctx);
}

function breakLines(
  { flat, segments: natural, least, full }: Prepared,
  width: number,
  style: TextStyle,
  ctx: LayoutContext,
): readonly Line[] {
  const segments = least <= width ? natural : fittedSegments(natural, flat, width, ctx);
  const above = baseline(style, ctx);
  const lines: Line[] = [];
  let from = 0;
  const ends =
    full <= width && !segments.some((own) => own.required) ? oneLine(segments) : chooseLines(segments, width);
  for (const to of ends) {
    lines.push(makeLine(flat, segments, from, to, style, above, ctx));
    from = to;
  }
  return lines;
}

function oneLine(segments: readonly Segment[]): readonly number[] {
  return segments.length === 0 ? [] : [segments.length];
}

/** Breaks a plain string into lines. */
export function layoutText(
  text: string,
  width: number,
  style: TextStyle,
  ctx: LayoutContext,
): readonly Line[] {
  return layoutInline([{ kind: 'text', text }], width, style, ctx);
}

/** A string on one line with a space at its end, which keeps it apart from what follows in the same element. */
export function labelLine(text: string, style: TextStyle, ctx: LayoutContext): Line | undefined {
  const [line] = layoutText(text, unbounded, style, ctx);
  return line === undefined ? undefined : spaced(line);
}

/** The line with a space at its end that takes no room. */
export function spaced(line: Line): Line {
  const last = line.pieces.at(-1);
  if (last === undefined) return line;
  return { ...line, pieces: [...line.pieces.slice(0, -1), { ...last, text: `${last.text} ` }] };
}

/** Wider than any page: for text that stays on one line. */
const unbounded = 10_000;

/** Width of a plain string on one line, in points. */
export function measureText(text: string, style: TextStyle, ctx: LayoutContext): number {
  let width = 0;
  for (const run of ctx.fonts.runs(fontOf(style.family, style.weight === 600, false), text)) {
    width += ctx.fonts.width(run.font, run.text, style.size, style.figures);
    if (style.letterSpacing !== undefined)
      width += ctx.fonts.shape(run.font, run.text, style.figures).glyphs.length * style.letterSpacing;
  }
  return width;
}

/** Smallest width without a broken word, and width without any line ending but asked ones. */
export function measureInline(
  content: readonly Inline[],
  style: TextStyle,
  ctx: LayoutContext,
): { readonly least: number; readonly full: number } {
  return measured(content, style, ctx);
}

/** From the top of a line of this style to its baseline. */
export function baseline(style: TextStyle, ctx: LayoutContext): number {
  const font = fontOf(style.family, style.weight === 600, false);
  return baselineWithin(style, ctx.fonts.ascent(font), ctx.fonts.descent(font));
}

const none: readonly number[] = [];

function makeLine(
  flat: FlatText,
  segments: readonly Segment[],
  from: number,
  to: number,
  style: TextStyle,
  usualBaseline: number,
  ctx: LayoutContext,
): Line {
  const first = segments[from];
  const last = segments[to - 1];
  const start = first?.start ?? 0;
  const shownEnd = last?.end ?? start;
  // The space at a soft line end is painted, so that words of two lines stay apart for whoever reads the text.
  const softEnd = flat.text.charCodeAt(shownEnd) === 32 && to < segments.length;
  const end = shownEnd + (softEnd ? 1 : 0);
  const [only] = flat.atoms;
  if (only?.kind === 'text' && flat.atoms.length === 1) {
    const width = widthBySpaces(segments, from, to) ?? atomWidth(only, flat.text, start, shownEnd, ctx);
    const text = flat.text.slice(start, end);
    const piece: Piece = { x: 0, width, atom: only, text: only.silent ? shown(text) : text };
    const marked = only.note !== undefined && start === only.start ? [only.note] : none;
    return { pieces: [piece], width, height: style.leading, baseline: usualBaseline, notes: marked };
  }
  const atoms = overlapping(flat.atoms, start, end);
  const known = atoms.length === 1 ? widthBySpaces(segments, from, to) : undefined;
  const pieces: Piece[] = [];
  const notes: number[] = [];
  let x = 0;
  let height = style.leading;
  let above = usualBaseline;
  for (const atom of atoms) {
    const a = Math.max(start, atom.start);
    const b = Math.min(end, atom.end);
    const width = known ?? atomWidth(atom, flat.text, a, Math.min(b, shownEnd), ctx);
    const text = atom.kind === 'image' ? '' : shown(flat.text.slice(a, b));
    pieces.push({ x, width, atom, text });
    x += width;
    if (atom.kind === 'text' && atom.note !== undefined && a === atom.start) notes.push(atom.note);
    if (atom.kind === 'image' && atom.height > above) {
      height += atom.height - above;
      above = atom.height;
    }
  }
  return { pieces, width: x, height, baseline: above, notes };
}

/** Width of a line whose segments end at spaces: there nothing kerns, so it is the sum of theirs. */
function widthBySpaces(segments: readonly Segment[], from: number, to: number): number | undefined {
  let width = 0;
  for (let i = from; i < to; i++) {
    const segment = segments[i];
    if (segment === undefined) return undefined;
    width += segment.width;
    if (i === to - 1) break;
    if (segment.space === 0) return undefined;
    width += segment.space;
  }
  return width;
}

/** Atoms between two offsets. They are in order, so the first is found by halving. */
function overlapping(
  atoms: readonly (Atom | ImageAtom)[],
  start: number,
  end: number,
): readonly (Atom | ImageAtom)[] {
  let low = 0;
  let high = atoms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((atoms[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let stop = low;
  while (stop < atoms.length && (atoms[stop]?.start ?? 0) < end) stop++;
  return atoms.slice(low, stop);
}

/**
 * Puts a line on a page, its left end at `x` and its baseline at `y`.
 *
 * `tag` is the paragraph's element; `artifact` or `pagination` for text that is no content, which loses its links.
 */
export function drawLine(
  line: Line,
  x: number,
  y: number,
  tag: TagRef,
  page: PageBuilder,
  ctx: LayoutContext,
): void {
  for (const piece of line.pieces) {
    const { atom } = piece;
    const own = typeof tag === 'string' ? tag : attach(atom.tag, tag);
    if (atom.kind === 'image') {
      const top = y - atom.height;
      if (typeof own !== 'string' && own.type === 'Figure')
        own.bbox = { page: page.index, box: [x + piece.x, top, x + piece.x + atom.width, y] };
      page.items.push({
        kind: 'image',
        x: x + piece.x,
        y: top,
        width: atom.width,
        height: atom.height,
        src: atom.src,
        tag: atom.tag?.node.type === 'Figure' ? own : 'artifact',
      });
    } else if (piece.text !== '') {
      page.items.push(textItem(piece.text, atom, x + piece.x, y, own));
    }
  }
  if (typeof tag !== 'string') drawLinks(line, x, y, page, ctx);
}

/** Most text has nothing out of the ordinary, and its item says no more than it has to. */
function textItem(text: string, atom: Atom, x: number, y: number, tag: TagRef): TextItem {
  const { font, size, colour, figures, letterSpacing, rise, underline, strike } = atom;
  if (letterSpacing === 0 && rise === 0 && !underline && !strike)
    return { kind: 'text', x, y, text, font, size, colour, figures, tag };
  return {
    kind: 'text',
    x,
    y,
    text,
    font,
    size,
    colour,
    figures,
    ...(letterSpacing === 0 ? {} : { letterSpacing }),
    ...(rise === 0 ? {} : { rise }),
    ...(underline ? { underline } : {}),
    ...(strike ? { strike } : {}),
    tag,
  };
}

/** One active area for each link on the line, over all its pieces there. */
function drawLinks(line: Line, x: number, y: number, page: PageBuilder, ctx: LayoutContext): void {
  if (line.pieces.length === 1 && line.pieces[0]?.atom.link === undefined) return;
  for (let i = 0; i < line.pieces.length; i++) {
    const piece = line.pieces[i];
    const link = piece?.atom.link;
    if (piece === undefined || link === undefined) continue;
    let width = piece.width;
    while (line.pieces[i + 1]?.atom.link === link) {
      i++;
      width += line.pieces[i]?.width ?? 0;
    }
    const place = ctx.placeOf(link.target);
    page.items.push({
      kind: 'link',
      x: x + piece.x,
      y: y - line.baseline,
      width,
      height: line.height,
      target:
        place === undefined
          ? { kind: 'uri', uri: ctx.urlOf(link.target) }
          : { kind: 'page', page: place.index, y: place.y },
      contents: link.contents,
      tag: link.tag,
    });
  }
}
