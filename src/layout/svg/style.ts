/** The computed style of an element of a drawing: what it inherits, and what its own declarations change. */
import { black, readColour } from './colour.js';
import type { Rgba } from './colour.js';
import { readLength, readLengths } from './length.js';

/** What `fill` and `stroke` may be. */
export type PaintValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'colour'; readonly colour: Rgba }
  | { readonly kind: 'reference'; readonly id: string; readonly fallback: PaintValue }
  | { readonly kind: 'context'; readonly of: 'fill' | 'stroke' };

/** Inherited properties, in the units of the element. */
export interface SvgStyle {
  readonly colour: Rgba;
  readonly fill: PaintValue;
  readonly stroke: PaintValue;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  readonly strokeWidth: number;
  readonly cap: 0 | 1 | 2;
  readonly join: 0 | 1 | 2;
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly clipRule: 'nonzero' | 'evenodd';
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly serif: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly baseline: 'alphabetic' | 'middle' | 'central' | 'hanging' | 'text-top' | 'text-bottom';
  readonly letterSpacing: number;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly visible: boolean;
  readonly preserveSpace: boolean;
  readonly markers: Readonly<Record<'start' | 'mid' | 'end', string | undefined>>;
}

const solidBlack: PaintValue = { kind: 'colour', colour: black };

export const initialStyle: SvgStyle = {
  colour: black,
  fill: solidBlack,
  stroke: { kind: 'none' },
  fillOpacity: 1,
  strokeOpacity: 1,
  strokeWidth: 1,
  cap: 0,
  join: 0,
  miterLimit: 4,
  dash: [],
  dashOffset: 0,
  fillRule: 'nonzero',
  clipRule: 'nonzero',
  fontSize: 16,
  bold: false,
  italic: false,
  serif: false,
  anchor: 'start',
  baseline: 'alphabetic',
  letterSpacing: 0,
  underline: false,
  strike: false,
  visible: true,
  preserveSpace: false,
  markers: { start: undefined, mid: undefined, end: undefined },
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const caps: Readonly<Record<string, 0 | 1 | 2>> = { butt: 0, round: 1, square: 2 };
const joins: Readonly<Record<string, 0 | 1 | 2>> = { miter: 0, 'miter-clip': 0, arcs: 0, round: 1, bevel: 2 };
const anchors = ['start', 'middle', 'end'] as const;
const baselines: Readonly<Record<string, SvgStyle['baseline']>> = {
  auto: 'alphabetic',
  alphabetic: 'alphabetic',
  baseline: 'alphabetic',
  middle: 'middle',
  central: 'central',
  hanging: 'hanging',
  mathematical: 'middle',
  'text-before-edge': 'text-top',
  'before-edge': 'text-top',
  'text-top': 'text-top',
  'text-after-edge': 'text-bottom',
  'after-edge': 'text-bottom',
  'text-bottom': 'text-bottom',
  ideographic: 'text-bottom',
};
const sizes: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};

/** The style of an element. `unread` takes values that could not be read, as typed. */
export function computeStyle(
  parent: SvgStyle,
  values: ReadonlyMap<string, string>,
  diagonal: number,
  unread: (words: string) => void,
): SvgStyle {
  const own: Mutable<SvgStyle> = { ...parent };
  const get = (property: string): string | undefined => {
    const value = values.get(property)?.trim();
    return value === 'inherit' || value === 'unset' ? undefined : value;
  };
  applyFont(own, parent, get);
  const base = { whole: diagonal, fontSize: own.fontSize };
  const colour = get('color');
  if (colour !== undefined) own.colour = readColour(colour) ?? own.colour;
  for (const property of ['fill', 'stroke'] as const) {
    const value = get(property);
    if (value === undefined) continue;
    const paint = readPaint(value, own.colour);
    if (paint === undefined) unread(`the colour “${value}”`);
    else own[property] = paint;
  }
  own.fillOpacity = readShare(get('fill-opacity')) ?? own.fillOpacity;
  own.strokeOpacity = readShare(get('stroke-opacity')) ?? own.strokeOpacity;
  own.strokeWidth = readLength(get('stroke-width'), base) ?? own.strokeWidth;
  own.cap = caps[get('stroke-linecap') ?? ''] ?? own.cap;
  own.join = joins[get('stroke-linejoin') ?? ''] ?? own.join;
  own.miterLimit = Math.max(1, readLength(get('stroke-miterlimit'), base) ?? own.miterLimit);
  const dash = get('stroke-dasharray');
  if (dash !== undefined) own.dash = readDash(dash, base);
  own.dashOffset = readLength(get('stroke-dashoffset'), base) ?? own.dashOffset;
  own.fillRule = ruleOf(get('fill-rule')) ?? own.fillRule;
  own.clipRule = ruleOf(get('clip-rule')) ?? own.clipRule;
  applyText(own, get, base);
  const visibility = get('visibility');
  if (visibility !== undefined) own.visible = visibility === 'visible';
  const all = get('marker');
  own.markers = {
    start: markerOf(get('marker-start') ?? all, own.markers.start),
    mid: markerOf(get('marker-mid') ?? all, own.markers.mid),
    end: markerOf(get('marker-end') ?? all, own.markers.end),
  };
  return own;
}

type Get = (property: string) => string | undefined;

function applyFont(own: Mutable<SvgStyle>, parent: SvgStyle, get: Get): void {
  const short = get('font');
  if (short !== undefined) applyShorthand(own, parent, short);
  const size = get('font-size');
  if (size !== undefined) own.fontSize = fontSize(size, parent) ?? own.fontSize;
  const weight = get('font-weight');
  if (weight !== undefined) own.bold = isBold(weight, parent);
  const style = get('font-style');
  if (style !== undefined) own.italic = /^(italic|oblique)/i.test(style);
  const family = get('font-family');
  if (family !== undefined) own.serif = isSerif(family);
}

/** `italic bold 12px/1.2 Arial`: the size parts what comes before from the family. */
function applyShorthand(own: Mutable<SvgStyle>, parent: SvgStyle, text: string): void {
  const found = /^(.*?)\s*(\d*\.?\d+[a-z%]*|(?:xx?-)?(?:small|large)|medium)(?:\s*\/\s*\S+)?\s+(.+)$/i.exec(
    text,
  );
  if (!found) return;
  own.italic = /italic|oblique/i.test(found[1] ?? '');
  own.bold = (found[1] ?? '').split(/\s+/).some((word) => isBold(word, { ...parent, bold: false }));
  own.fontSize = fontSize(found[2] ?? '', parent) ?? own.fontSize;
  own.serif = isSerif(found[3] ?? '');
}

function fontSize(text: string, parent: SvgStyle): number | undefined {
  const named = sizes[text.toLowerCase()];
  if (named !== undefined) return named;
  if (text === 'smaller') return parent.fontSize / 1.2;
  if (text === 'larger') return parent.fontSize * 1.2;
  const size = readLength(text, { whole: parent.fontSize, fontSize: parent.fontSize });
  return size !== undefined && size >= 0 ? size : undefined;
}

function isBold(text: string, parent: SvgStyle): boolean {
  if (text === 'bolder') return true;
  if (text === 'lighter') return false;
  if (text === 'normal') return false;
  return text === 'bold' || (/^\d+$/.test(text) ? Number(text) >= 550 : parent.bold);
}

/** Only whether letters have serifs is kept of a family: the packs have their own faces. */
function isSerif(family: string): boolean {
  const first = family.split(',')[0]?.replace(/["']/g, '').trim().toLowerCase() ?? '';
  if (/sans/.test(first)) return false;
  return /serif|times|georgia|cambria|garamond|palatino|book|baskerville|roman|charter|minion|caslon|didot|constantia/.test(
    first,
  );
}

function applyText(
  own: Mutable<SvgStyle>,
  get: Get,
  base: { readonly whole: number; readonly fontSize: number },
): void {
  own.anchor = anchors.find((anchor) => anchor === get('text-anchor')) ?? own.anchor;
  own.baseline =
    baselines[get('dominant-baseline') ?? ''] ?? baselines[get('alignment-baseline') ?? ''] ?? own.baseline;
  const spacing = get('letter-spacing');
  if (spacing !== undefined) own.letterSpacing = spacing === 'normal' ? 0 : (readLength(spacing, base) ?? 0);
  const decoration = get('text-decoration') ?? get('text-decoration-line');
  if (decoration !== undefined) {
    own.underline = /underline/.test(decoration);
    own.strike = /line-through/.test(decoration);
  }
  const space = get('xml:space') ?? get('white-space');
  if (space !== undefined) own.preserveSpace = /^(preserve|pre|pre-wrap|break-spaces)$/.test(space);
}

/** Reads a paint; `current` is what `currentcolor` stands for. */
export function readPaint(text: string, current: Rgba): PaintValue | undefined {
  const typed = text.trim();
  if (typed === 'none') return { kind: 'none' };
  if (/^currentcolor$/i.test(typed)) return { kind: 'colour', colour: current };
  if (typed === 'context-fill') return { kind: 'context', of: 'fill' };
  if (typed === 'context-stroke') return { kind: 'context', of: 'stroke' };
  const reference = /^url\(\s*["']?#([^"')]+)["']?\s*\)\s*(.*)$/.exec(typed);
  if (reference) {
    const after = reference[2] ?? '';
    const fallback = after === '' ? undefined : readPaint(after, current);
    return { kind: 'reference', id: (reference[1] ?? '').trim(), fallback: fallback ?? { kind: 'none' } };
  }
  const colour = readColour(typed);
  return colour && { kind: 'colour', colour };
}

/** A number or percentage from 0 to 1. */
export function readShare(text: string | undefined): number | undefined {
  const value = readLength(text, { whole: 1, fontSize: 0 });
  return value === undefined ? undefined : Math.min(1, Math.max(0, value));
}

/** The id that `url(#id)` names. */
export function referenceId(text: string | undefined): string | undefined {
  return /^\s*url\(\s*["']?#([^"')]+)["']?\s*\)/.exec(text ?? '')?.[1]?.trim();
}

function readDash(
  text: string,
  base: { readonly whole: number; readonly fontSize: number },
): readonly number[] {
  const lengths = readLengths(text, base);
  // A list with a negative length, or of nothing but zeros, is a whole line.
  if (lengths === undefined || lengths.some((part) => part < 0) || lengths.every((part) => part === 0))
    return [];
  return lengths.length % 2 === 1 ? [...lengths, ...lengths] : lengths;
}

function ruleOf(text: string | undefined): 'nonzero' | 'evenodd' | undefined {
  return text === 'nonzero' || text === 'evenodd' ? text : undefined;
}

function markerOf(text: string | undefined, inherited: string | undefined): string | undefined {
  if (text === undefined) return inherited;
  return referenceId(text);
}
