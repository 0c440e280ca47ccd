/** Divides a text where lines may end (UAX #14), and measures the stretches between. */
import LineBreaker from 'linebreak';
import type { LayoutContext } from '../context.js';
import type { Atom, FlatText, ImageAtom } from './atoms.js';
import { gluedSpaces } from './glue.js';

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

/** The segments of a text for lines of `width` points. None is wider, but for single characters. */
export function segment(flat: FlatText, width: number, ctx: LayoutContext): readonly Segment[] {
  const { text } = flat;
  if (text === '') return [];
  const measure = measurer(flat, ctx);
  const room = width + tolerance;
  const glued = gluedSpaces(text);
  const segments: Segment[] = [];
  const add = (from: number, to: number, required: boolean): void => {
    let end = to;
    while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
    const shownWidth = measure(from, end);
    const space = end < to && text.charCodeAt(end) === 32 ? measure(end, end + 1) : 0;
    segments.push({ start: from, end, width: shownWidth, space, required });
  };

  let start = 0;
  /** Places within the current segment where a line may end only if it has to. */
  let weak: number[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const at = next.position;
    const last = at >= text.length;
    const required = next.required && text.charCodeAt(at - 1) === 10;
    if (!last && !required && flat.closed.has(at)) continue;
    if (!last && !required && glued.has(at)) {
      weak.push(at);
      continue;
    }
    add(start, at, required);
    const whole = segments.at(-1);
    if (whole !== undefined && whole.width > room) {
      segments.pop();
      for (const [from, to] of stretches(start, at, weak)) {
        const part = to === at;
        add(from, to, part && required);
        const piece = segments.at(-1);
        if (piece !== undefined && piece.width > room) {
          segments.pop();
          for (const [a, b] of byCharacters(text, from, to, room, measure))
            add(a, b, part && required && b === to);
        }
      }
    }
    start = at;
    weak = [];
  }
  return segments;
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
  measure: (a: number, b: number) => number,
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
function measurer(flat: FlatText, ctx: LayoutContext): (from: number, to: number) => number {
  const { atoms, text } = flat;
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
  const printed = shown(text.slice(from, to));
  const width = ctx.fonts.width(atom.font, printed, atom.size, atom.figures);
  if (atom.letterSpacing === 0) return width;
  return width + ctx.fonts.shape(atom.font, printed, atom.figures).glyphs.length * atom.letterSpacing;
}
