/** Drawings as SVG for the site: real text, and colours that follow the reader's scheme. */
import type { Colour, DrawOp, Drawing, Paint, PathCommand, Stroke } from '../model/drawing.js';
import { lightColours } from '../model/drawing.js';

type Pattern = Extract<Paint, { readonly kind: 'pattern' }>;

/** Ids and class of the element; the ids of patterns begin with `id`, which is unique in the page. */
export interface SvgOptions {
  readonly id: string;
  readonly className: string;
  /** Id of the element that names the drawing. */
  readonly titleId: string;
  /** Id of the element that describes it. */
  readonly descId: string;
}

/**
 * Writes a drawing as an image with a name and a description.
 *
 * The name and the description are elements of the page: naming both in `aria-labelledby` would double the speech.
 */
export function toSvg(drawing: Drawing, options: SvgOptions): string {
  const role = `role="img" aria-labelledby="${escape(options.titleId)}" aria-describedby="${escape(options.descId)}"`;
  return svgElement(drawing, options, role);
}

/** Writes a drawing that repeats what words beside it say: swatches of a key, sparklines. Hidden from screen readers. */
export function toDecorativeSvg(drawing: Drawing, options: Pick<SvgOptions, 'id' | 'className'>): string {
  return svgElement(drawing, options, 'aria-hidden="true" focusable="false"');
}

function svgElement(
  drawing: Drawing,
  options: Pick<SvgOptions, 'id' | 'className'>,
  attributes: string,
): string {
  const patterns = new Map<string, string>();
  const fillOf = (paint: Paint): string => {
    if (paint.kind === 'solid') return colour(paint.colour);
    const id = `${options.id}-${paint.pattern}-${paint.background}-${paint.foreground}`;
    if (!patterns.has(id)) patterns.set(id, patternElement(id, paint));
    return `url(#${escape(id)})`;
  };
  const body = drawing.ops.map((op) => opElement(op, fillOf)).join('');
  const defs = patterns.size > 0 ? `<defs>${[...patterns.values()].join('')}</defs>` : '';
  const box = `0 0 ${number(drawing.width)} ${number(drawing.height)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="${escape(options.className)}" viewBox="${box}" ${attributes}>${defs}${body}</svg>`;
}

function opElement(op: DrawOp, fillOf: (paint: Paint) => string): string {
  if (op.kind === 'text') {
    const turn =
      op.rotate === undefined
        ? ''
        : ` transform="rotate(${number(op.rotate)} ${number(op.x)} ${number(op.y)})"`;
    const anchor = op.anchor === 'start' ? '' : ` text-anchor="${op.anchor}"`;
    const weight = op.weight === 400 ? '' : ` font-weight="${op.weight}"`;
    return `<text x="${number(op.x)}" y="${number(op.y)}"${anchor} font-size="${number(op.size)}"${weight} fill="${colour(op.colour)}"${turn}>${escape(op.text)}</text>`;
  }
  const fill = op.fill ? fillOf(op.fill) : 'none';
  const rule = op.fillRule ? ` fill-rule="${op.fillRule}"` : '';
  return `<path d="${pathData(op.path)}" fill="${fill}"${rule}${op.stroke ? strokeAttributes(op.stroke) : ''}/>`;
}

function strokeAttributes(stroke: Stroke): string {
  const dash = stroke.dash ? ` stroke-dasharray="${stroke.dash.map(number).join(' ')}"` : '';
  return ` stroke="${colour(stroke.colour)}" stroke-width="${number(stroke.width)}"${dash}`;
}

/** Path data as a reader of the page's source would write it: `M0 10L20 10Z`. */
function pathData(path: readonly PathCommand[]): string {
  return path
    .map((command) => {
      const [letter, ...points] = command;
      return letter + points.map(number).join(' ');
    })
    .join('');
}

/** The patterns of the look (tokens, section 8), in CSS pixels. */
function patternElement(id: string, { pattern, background, foreground }: Pattern): string {
  const [back, front] = [colour(background), colour(foreground)];
  const open = (size: number, turn = ''): string =>
    `<pattern id="${escape(id)}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"${turn}><rect width="${size}" height="${size}" fill="${back}"/>`;
  switch (pattern) {
    case 'hatch':
      return `${open(7, ' patternTransform="rotate(45)"')}<path d="M3.5 0L3.5 7" stroke="${front}" stroke-width="3"/></pattern>`;
    case 'dots':
      return `${open(6)}<circle cx="3" cy="3" r="1.5" fill="${front}"/></pattern>`;
    case 'lines':
      return `${open(5)}<path d="M0 2.5L5 2.5" stroke="${front}" stroke-width="1.5"/></pattern>`;
  }
}

/** A colour of the look as a CSS variable, with its light value where the style sheet is missing. */
function colour(name: Colour): string {
  return `var(--${name}, ${lightColours[name]})`;
}

/** Two decimals at most, never an exponent, never `-0`. */
function number(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? '0' : String(rounded);
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
