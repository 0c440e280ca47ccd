/** Text made ready for lines of any width, and kept from measuring it to laying it out. */
import type { Inline } from '../../model/inline.js';
import type { LayoutContext } from '../context.js';
import type { TextStyle } from '../style.js';
import { flatten } from './atoms.js';
import type { FlatText } from './atoms.js';
import { naturalSegments } from './segments.js';
import type { Segment } from './segments.js';

/** A text with its segments, and how wide it is, in points. */
export interface Prepared {
  readonly flat: FlatText;
  readonly segments: readonly Segment[];
  /** Width of the widest segment: a narrower line breaks a word. */
  readonly least: number;
  /** Width of the text where no line ends but where it was asked to. */
  readonly full: number;
}

/** Makes content ready for lines of `width` points, which matters to images only. */
export function prepare(
  content: readonly Inline[],
  width: number,
  style: TextStyle,
  ctx: LayoutContext,
): Prepared {
  const flat = flatten(content, width, style, ctx);
  const segments = naturalSegments(flat, ctx);
  let least = 0;
  let full = 0;
  let length = 0;
  for (const part of segments) {
    if (part.width > least) least = part.width;
    if (length + part.width > full) full = length + part.width;
    length = part.required ? 0 : length + part.width + part.space;
  }
  return { flat, segments, least, full };
}

/** A text in one style, made ready. */
interface Entry {
  readonly style: TextStyle;
  readonly prepared: Prepared;
  /** True where it has no elements of its own, which can be laid out only once. */
  readonly plain: boolean;
}

/**
 * Texts that were measured and are not laid out yet, by their content: a cell is measured, perhaps in several sizes, before
 * the width of its column is known.
 */
export type MeasuredTexts = Map<readonly Inline[], Entry[]>;

/** Content as it was measured before, or made ready now and remembered, if the context remembers. */
export function measured(content: readonly Inline[], style: TextStyle, ctx: LayoutContext): Prepared {
  const known = ctx.measured?.get(content);
  if (known !== undefined)
    for (const entry of known) if (sameStyle(entry.style, style)) return entry.prepared;
  const prepared = prepare(content, Infinity, style, ctx);
  // The size of an image depends on the line that it stands in.
  if (ctx.measured === undefined || prepared.flat.atoms.some(({ kind }) => kind === 'image')) return prepared;
  const entry = { style, prepared, plain: isPlain(prepared.flat) };
  if (known === undefined) ctx.measured.set(content, [entry]);
  else known.push(entry);
  return prepared;
}

/** Content for lines of `width` points, as it was measured if it was. */
export function taken(
  content: readonly Inline[],
  width: number,
  style: TextStyle,
  ctx: LayoutContext,
): Prepared {
  const known = ctx.measured?.get(content);
  if (known !== undefined) {
    for (let i = 0; i < known.length; i++) {
      const entry = known[i];
      if (entry === undefined || !sameStyle(entry.style, style)) continue;
      if (!entry.plain) known.splice(i, 1);
      return entry.prepared;
    }
  }
  return prepare(content, width, style, ctx);
}

function isPlain({ atoms }: FlatText): boolean {
  for (const atom of atoms) {
    if (atom.kind === 'image' || atom.tag !== undefined || atom.link !== undefined || atom.note !== undefined)
      return false;
  }
  return true;
}

function sameStyle(a: TextStyle, b: TextStyle): boolean {
  return (
    a === b ||
    (a.size === b.size &&
      a.family === b.family &&
      a.weight === b.weight &&
      a.leading === b.leading &&
      a.colour === b.colour &&
      a.figures === b.figures &&
      a.letterSpacing === b.letterSpacing)
  );
}
