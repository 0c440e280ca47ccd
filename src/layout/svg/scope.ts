/** What the readers of a drawing share: its ids and style sheets, what is lost, and how much may still be drawn. */
import type { XmlElement } from '../../source/xml.js';
import { cascade, readDeclarations } from './css.js';
import type { StyleRule } from './css.js';
import type { Matrix } from './matrix.js';
import type { PictureOp } from './picture.js';
import type { Viewport } from './shapes.js';
import type { PaintValue, SvgStyle } from './style.js';

/** One file while it is read. */
export interface Drawing {
  readonly ids: ReadonlyMap<string, XmlElement>;
  readonly rules: readonly StyleRule[];
  /** Elements that may still be drawn: copies of copies would multiply a small file without end. */
  left: number;
  /** The ops of an element and all within it. A function here, since groups hold shapes and shapes hold groups. */
  draw(element: XmlElement, scope: Scope): readonly PictureOp[];
  /** Takes something that is not printed. */
  lose(what: string, element: XmlElement): void;
}

/** Where an element stands. */
export interface Scope {
  /** From its coordinates to those of the picture. */
  readonly matrix: Matrix;
  readonly style: SvgStyle;
  readonly viewport: Viewport;
  /** What `context-fill` and `context-stroke` stand for, in a marker. */
  readonly context?: { readonly fill: PaintValue; readonly stroke: PaintValue };
  /** What is being drawn by reference: nothing may hold itself. */
  readonly open: readonly string[];
}

const svgSpace = 'http://www.w3.org/2000/svg';

/** The name of an element of SVG without its prefix; undefined for elements of other vocabularies, which draw nothing. */
export function svgName(element: XmlElement): string | undefined {
  const [first = '', second] = element.name.split(':');
  const space = element.attributes.get('xmlns');
  if (second === undefined) return space === undefined || space === svgSpace ? first : undefined;
  // Programs that use a prefix for SVG itself call it so.
  return first === 'svg' ? second : undefined;
}

/** The id that a `href` names within the file; undefined for none and for other files. */
export function hrefId(element: XmlElement): string | undefined {
  const href = element.attributes.get('href') ?? element.attributes.get('xlink:href');
  return href?.startsWith('#') === true ? href.slice(1) : undefined;
}

/** All properties and attributes of an element: its attributes, what style sheets say, its own `style`. */
export function valuesOf(element: XmlElement, drawing: Drawing): ReadonlyMap<string, string> {
  const { attributes } = element;
  const style = attributes.get('style');
  if (style === undefined && drawing.rules.length === 0) return attributes;
  const styled = {
    element: svgName(element) ?? element.name,
    id: attributes.get('id'),
    classes: (attributes.get('class') ?? '').split(/\s+/),
  };
  return cascade(styled, attributes, drawing.rules, style === undefined ? [] : readDeclarations(style));
}

/** The elements among the children. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => (child.kind === 'element' ? [child] : []));
}

/** A gradient or pattern and those that it takes what it lacks from, the nearest first. */
export function chainOf(first: XmlElement, drawing: Drawing): readonly XmlElement[] {
  const chain: XmlElement[] = [];
  for (let next: XmlElement | undefined = first; next !== undefined && !chain.includes(next);) {
    chain.push(next);
    const id = hrefId(next);
    next = id === undefined ? undefined : drawing.ids.get(id);
  }
  return chain;
}

/** The ops of the children, in order. */
export function drawChildren(element: XmlElement, scope: Scope, drawing: Drawing): readonly PictureOp[] {
  return elementsOf(element).flatMap((child) => drawing.draw(child, scope));
}

/** What percentages of neither width nor height are parts of (SVG 2, 8.9). */
export function diagonalOf(viewport: Viewport): number {
  return Math.hypot(viewport.width, viewport.height) / Math.SQRT2;
}
