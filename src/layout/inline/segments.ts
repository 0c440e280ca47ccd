/** Divides a text where lines may end (UAX #14), and measures the stretches between. */
import type { LayoutContext } from '../context.js';
import type { Atom, FlatText, ImageAtom } from './atoms.js';
import { isGlued } from './glue.js';
import { eachOpportunity } from './opportunities.js';

/** A stretch that stays on one line. */
export interface Segment {
  readonly start: number;
  /** End of what shows. */
  readonly end: number;
  /** Width of what shows, in points. */
  readonly width: number;
  /** Width of the space after it, if its line goes on. */
  readonly space: number;
  /** True where the line ends here whatever its length. */
  readonly required: boolean;
}

/** Slack of rounding: a column as wide as its longest word holds that word. In points. */
const tolerance = 1e-6;

/** Characters that steer line breaking and show nothing. */
const silent = /[\u200b-\u200d\u2060-\u2064]/;
const allSilent = /[\u200b-\u200d\u2060-\u2064]/g;

/** The characters of a stretch that are painted. */
export function shown(text: string): string {
  return silent.test(text) ? text.replace(allSilent, '') : text;
}

type Measure = (from: number, to: number) => number;

/** The segments of a text as it is, however wide they are. */
export function naturalSegments(flat: FlatText, ctx: LayoutContext): readonly Segment[] {
  const { text, closed } = flat;
  if (text === '') return [];
  const measure = measurer(flat, ctx);
  const segments: Segment[] = [];
  let start = 0;
  eachOpportunity(text, (at, required) => {
    const last = at >= text.length;
    if (!last && !required) {
      if (closed.size > 0 && closed.has(at)) return;
      if (text.charCodeAt(at - 1) === 32 && isGlued(text, at - 1)) return;
    }
    segments.push(segmentOf(text, start, at, required, measure));
    start = at;
  });
  return segments;
}

/**
 * Segments for lines of `width` points: those that are wider are cut, first at spaces where a line ends only if it has
 * to, then before the character that no longer fits. None of the answer is wider, but for single characters.
 */
export function fittedSegments(
  natural: readonly Segment[],
  flat: FlatText,
  width: number,
  ctx: LayoutContext,
): readonly Segment[] {
  const room = width + tolerance;
  if (natural.every((own) => own.width <= room)) return natural;
  const { text } = flat;
  const measure = measurer(flat, ctx);
  const segments: Segment[] = [];
  natural.forEach((own, i) => {
    if (own.width <= room) {
      segments.push(own);
      return;
    }
    const to = natural[i + 1]?.start ?? text.length;
    for (const [a, b] of stretches(own.start, to, gluedPlaces(flat, own.start, to))) {
      const required = b === to && own.required;
      const piece = segmentOf(text, a, b, required, measure);
      if (piece.width <= room) segments.push(piece);
      else
        for (const [c, d] of byCharacters(text, a, b, room, measure))
          segments.push(segmentOf(text, c, d, required && d === b, measure));
    }
  });
  return segments;
}

function segmentOf(text: string, start: number, to: number, required: boolean, measure: Measure): Segment {
  let end = to;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  const width = measure(start, end);
  const space = end < to && text.charCodeAt(end) === 32 ? measure(end, end + 1) : 0;
  return { start, end, width, space, required };
}

/** Where a line may end within a segment that is too wide: after its glued spaces. */
function gluedPlaces({ text, closed }: FlatText, from: number, to: number): readonly number[] {
  const places: number[] = [];
  eachOpportunity(text.slice(from, to), (at) => {
    if (from + at < to && !closed.has(from + at)) places.push(from + at);
  });
  return places;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10;
}

function stretches(
  from: number,
  to: number,
  cuts: readonly number[],
): readonly (readonly [number, number])[] {
  const edges = [from, ...cuts, to];
  return edges.slice(1).map((edge, i) => [edges[i] ?? from, edge]);
}

/** Cuts a word that is wider than the line before the character that no longer fits; marks stay with their letter. */
function byCharacters(
  text: string,
  from: number,
  to: number,
  width: number,
  measure: Measure,
): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let start = from;
  let end = from;
  while (end < to) {
    let next = end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
    while (next < to && isJoined(text.charCodeAt(next))) next++;
    if (end > start && !isSpace(text.charCodeAt(end)) && measure(start, next) > width) {
      parts.push([start, end]);
      start = end;
    }
    end = next;
  }
  parts.push([start, to]);
  return parts;
}

function isJoined(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || code === 0x200d || code === 0x2060;
}

/** Measures stretches of the text, which are asked for from left to right, mostly. */
function measurer(flat: FlatText, ctx: LayoutContext): Measure {
  const { atoms, text } = flat;
  const [only] = atoms;
  if (only !== undefined && atoms.length === 1) return (from, to) => atomWidth(only, text, from, to, ctx);
  let at = 0;
  return (from, to) => {
    while (at > 0 && (atoms[at]?.start ?? 0) > from) at--;
    while (at < atoms.length - 1 && (atoms[at]?.end ?? 0) <= from) at++;
    let width = 0;
    for (let i = at; i < atoms.length; i++) {
      const atom = atoms[i];
      if (atom === undefined || atom.start >= to) break;
      width += atomWidth(atom, text, Math.max(from, atom.start), Math.min(to, atom.end), ctx);
    }
    return width;
  };
}

/** Width of a part of an atom as it will be painted. */
export function atomWidth(
  atom: Atom | ImageAtom,
  text: string,
  from: number,
  to: number,
  ctx: LayoutContext,
): number {
  if (to <= from) return 0;
  if (atom.kind === 'image') return atom.width;
  if (!atom.silent && atom.letterSpacing === 0)
    return ctx.fonts.width(atom.font, text, atom.size, atom.figures, from, to);
  const printed = shown(text.slice(from, to));
  const width = ctx.fonts.width(atom.font, printed, atom.size, atom.figures);
  if (atom.letterSpacing === 0) return width;
  return width + ctx.fonts.shape(atom.font, printed, atom.figures).glyphs.length * atom.letterSpacing;
}
