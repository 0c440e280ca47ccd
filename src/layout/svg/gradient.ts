/** What fills a shape: colours, and gradients fitted to it (SVG 2, 14). */
import type { XmlElement } from '../../source/xml.js';
import { readColour } from './colour.js';
import type { Rgba } from './colour.js';
import { readLength } from './length.js';
import { identity, multiply, readTransform } from './matrix.js';
import type { Matrix } from './matrix.js';
import type { PicturePaint } from './picture.js';
import { chainOf, diagonalOf, elementsOf, svgName, valuesOf } from './scope.js';
import type { Drawing, Scope } from './scope.js';
import type { Bounds } from './shapes.js';
import { readShare } from './style.js';
import type { PaintValue } from './style.js';

/** The paint of a shape with the box `bounds`; undefined for none. */
export function resolvePaint(
  value: PaintValue,
  opacity: number,
  bounds: Bounds | undefined,
  element: XmlElement,
  scope: Scope,
  drawing: Drawing,
): PicturePaint | undefined {
  switch (value.kind) {
    case 'none':
      return undefined;
    case 'context': {
      const { context } = scope;
      if (context === undefined) return undefined;
      const outer: Scope = {
        matrix: scope.matrix,
        style: scope.style,
        viewport: scope.viewport,
        open: scope.open,
      };
      return resolvePaint(context[value.of], opacity, bounds, element, outer, drawing);
    }
    case 'colour':
      return solid({ rgb: value.colour.rgb, alpha: value.colour.alpha * opacity });
    case 'reference': {
      const server = drawing.ids.get(value.id);
      const name = server && svgName(server);
      if (server !== undefined && (name === 'linearGradient' || name === 'radialGradient'))
        return gradientPaint(server, name, opacity, bounds, scope, drawing);
      if (server !== undefined && name === 'pattern')
        drawing.lose('a repeated pattern on a line or letters (<pattern>)', element);
      else if (value.fallback.kind === 'none')
        drawing.lose(`the fill “#${value.id}”, which is not in it`, element);
      return resolvePaint(value.fallback, opacity, bounds, element, scope, drawing);
    }
  }
}

/** One colour for what cannot be painted with a gradient: lines and letters. */
export function resolveColour(
  value: PaintValue,
  opacity: number,
  element: XmlElement,
  scope: Scope,
  drawing: Drawing,
): Rgba | undefined {
  const unit: Bounds = { left: 0, top: 0, right: 1, bottom: 1 };
  const paint = resolvePaint(value, opacity, unit, element, scope, drawing);
  if (paint?.kind !== 'gradient') return paint?.colour;
  drawing.lose('a gradient on a line or letters', element);
  const mean = (part: 0 | 1 | 2): number =>
    paint.stops.reduce((sum, { rgb }) => sum + rgb[part], 0) / paint.stops.length;
  return { rgb: [mean(0), mean(1), mean(2)], alpha: paint.alpha };
}

function solid(colour: Rgba): PicturePaint {
  return { kind: 'solid', colour };
}

interface Stop {
  readonly offset: number;
  readonly colour: Rgba;
}

function gradientPaint(
  element: XmlElement,
  name: 'linearGradient' | 'radialGradient',
  opacity: number,
  bounds: Bounds | undefined,
  scope: Scope,
  drawing: Drawing,
): PicturePaint | undefined {
  const chain = chainOf(element, drawing);
  const get = (key: string): string | undefined =>
    chain.find((each) => each.attributes.has(key))?.attributes.get(key);
  const holder = chain.find((each) => elementsOf(each).some((child) => svgName(child) === 'stop'));
  const stops = holder === undefined ? [] : stopsOf(holder, scope, drawing);
  const last = stops.at(-1);
  if (last === undefined) return undefined;
  const plain = solid({ rgb: last.colour.rgb, alpha: last.colour.alpha * opacity });
  if (stops.length === 1) return plain;
  if (get('spreadMethod') === 'reflect' || get('spreadMethod') === 'repeat')
    drawing.lose('a gradient that repeats (spreadMethod)', element);

  const own = get('gradientUnits') === 'userSpaceOnUse';
  if (!own && bounds === undefined) return undefined;
  const box = bounds ?? { left: 0, top: 0, right: 1, bottom: 1 };
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  // A box without an area cannot hold a gradient (SVG 2, 14.2.2.1).
  if (!own && !(width > 0 && height > 0)) return undefined;
  const { fontSize } = scope.style;
  const along = { whole: own ? scope.viewport.width : 1, fontSize };
  const down = { whole: own ? scope.viewport.height : 1, fontSize };
  const across = { whole: own ? diagonalOf(scope.viewport) : 1, fontSize };
  const x = (key: string, otherwise: string): number => readLength(get(key) ?? otherwise, along) ?? 0;
  const y = (key: string, otherwise: string): number => readLength(get(key) ?? otherwise, down) ?? 0;
  const r = (key: string, otherwise: string): number => readLength(get(key) ?? otherwise, across) ?? 0;
  const points =
    name === 'linearGradient'
      ? [x('x1', '0%'), y('y1', '0%'), x('x2', '100%'), y('y2', '0%')]
      : circles(
          x('cx', '50%'),
          y('cy', '50%'),
          r('r', '50%'),
          get('fx') && x('fx', ''),
          get('fy') && y('fy', ''),
          r('fr', '0%'),
        );
  if (isPoint(name, points)) return plain;
  const transform = readTransform(get('gradientTransform') ?? '') ?? identity;
  const matrix: Matrix = own ? transform : multiply([width, 0, 0, height, box.left, box.top], transform);
  const alphas = new Set(stops.map((stop) => stop.colour.alpha));
  if (alphas.size > 1) drawing.lose('a gradient that fades away (stop-opacity)', element);
  return {
    kind: 'gradient',
    shape: name === 'linearGradient' ? 'linear' : 'radial',
    points,
    matrix,
    stops: stops.map(({ offset, colour }) => ({
      offset,
      rgb: alphas.size > 1 ? onPaper(colour) : colour.rgb,
    })),
    alpha: (alphas.size > 1 ? 1 : last.colour.alpha) * opacity,
  };
}

/** Focus and outer circle. A focus outside the circle is moved onto it: PDF would draw a cone. */
function circles(
  cx: number,
  cy: number,
  r: number,
  fx: number | string | undefined,
  fy: number | string | undefined,
  fr: number,
): readonly number[] {
  let [focusX, focusY] = [typeof fx === 'number' ? fx : cx, typeof fy === 'number' ? fy : cy];
  const distance = Math.hypot(focusX - cx, focusY - cy);
  const most = r * 0.999;
  if (distance > most && distance > 0) {
    focusX = cx + ((focusX - cx) * most) / distance;
    focusY = cy + ((focusY - cy) * most) / distance;
  }
  return [focusX, focusY, Math.min(fr, r), cx, cy, r];
}

function isPoint(name: string, points: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = points;
  return name === 'linearGradient' ? a === c && b === d : !((points[5] ?? 0) > 0);
}

function stopsOf(holder: XmlElement, scope: Scope, drawing: Drawing): readonly Stop[] {
  let least = 0;
  return elementsOf(holder).flatMap((child) => {
    if (svgName(child) !== 'stop') return [];
    const values = valuesOf(child, drawing);
    const typed = values.get('stop-color') ?? 'black';
    const colour = /^currentcolor$/i.test(typed)
      ? (readColour(values.get('color') ?? '') ?? scope.style.colour)
      : readColour(typed);
    if (colour === undefined) drawing.lose(`the colour “${typed}”`, child);
    // An offset below that of the stop before counts as that (SVG 2, 14.2.4).
    least = Math.max(least, readShare(values.get('offset')) ?? 0);
    const { rgb, alpha } = colour ?? { rgb: [0, 0, 0], alpha: 1 };
    return [{ offset: least, colour: { rgb, alpha: alpha * (readShare(values.get('stop-opacity')) ?? 1) } }];
  });
}

/** The colour as it looks on white. */
function onPaper({ rgb, alpha }: Rgba): Rgba['rgb'] {
  const mix = (part: number): number => part * alpha + (1 - alpha);
  return [mix(rgb[0]), mix(rgb[1]), mix(rgb[2])];
}
