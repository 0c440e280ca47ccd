/** Text made ready for lines of any width, and kept between rounds of layout, which repeat until the page numbers settle. */
import type { Inline } from '../../model/inline.js';
import type { LayoutContext } from '../context.js';
import type { TextStyle } from '../style.js';
import { flatten } from './atoms.js';
import type { FlatText } from './atoms.js';
import type { Line } from './lines.js';
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

/** What is kept of one content in one style. */
export interface Entry {
  readonly style: TextStyle;
  readonly least: number;
  readonly full: number;
  readonly faults: FlatText['faults'];
  /** Until lines were made of it: a cell is measured first, and laid out after. */
  prepared: Prepared | undefined;
  readonly lines: { readonly width: number; readonly lines: readonly Line[] }[];
}

/**
 * What is kept of plain content, for as long as the fonts and the content live; undefined for other content.
 *
 * Content is plain without elements of its own: a link or a span needs a new structure element each time, and what a
 * link says may change with the page of its target.
 */
export function entryOf(content: readonly Inline[], style: TextStyle, ctx: LayoutContext): Entry | undefined {
  const known = ctx.fonts.kept.get(content) as Entry[] | undefined;
  if (known !== undefined) {
    for (const entry of known) if (sameStyle(entry.style, style)) return entry;
  } else if (!isPlain(content)) return undefined;
  const prepared = prepare(content, Infinity, style, ctx);
  const { least, full, flat } = prepared;
  const entry: Entry = { style, least, full, faults: flat.faults, prepared, lines: [] };
  if (known === undefined) ctx.fonts.kept.set(content, [entry]);
  else known.push(entry);
  return entry;
}

function isPlain(content: readonly Inline[]): boolean {
  for (const part of content) {
    switch (part.kind) {
      case 'text':
      case 'break':
        break;
      case 'figure':
        if (part.spoken !== undefined) return false;
        break;
      case 'strong':
      case 'emphasis':
      case 'strike':
        if (!isPlain(part.content)) return false;
        break;
      case 'code':
      case 'span':
      case 'image':
      case 'link':
      case 'note-mark':
      case 'abbreviation':
        return false;
    }
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
