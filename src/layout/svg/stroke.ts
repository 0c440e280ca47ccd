/** How a line of a drawing is painted. */
import type { XmlElement } from '../../source/xml.js';
import { resolveColour } from './gradient.js';
import type { PictureStroke } from './picture.js';
import type { Drawing, Scope } from './scope.js';
import type { SvgStyle } from './style.js';

/** The stroke of a style; undefined for none. */
export function strokeOf(
  style: SvgStyle,
  element: XmlElement,
  scope: Scope,
  drawing: Drawing,
): PictureStroke | undefined {
  if (!(style.strokeWidth > 0)) return undefined;
  const colour = resolveColour(style.stroke, style.strokeOpacity, element, scope, drawing);
  if (colour === undefined || colour.alpha === 0) return undefined;
  const { strokeWidth, cap, join, miterLimit, dash, dashOffset } = style;
  return { colour, width: strokeWidth, cap, join, miterLimit, dash, dashOffset };
}
