/** Repeated patterns as fills: the tile is drawn as often as the shape needs it, and cut to the shape (SVG 2, 14.3). */
import type { XmlElement } from '../../source/xml.js';
import { readLength } from './length.js';
import { identity, inverse, multiply, readTransform, transformPoint, translation } from './matrix.js';
import type { Matrix } from './matrix.js';
import type { PictureOp } from './picture.js';
import { chainOf, drawChildren, elementsOf, valuesOf } from './scope.js';
import type { Drawing, Scope } from './scope.js';
import { rectangle, transformPath } from './shapes.js';
import type { Bounds } from './shapes.js';
import { computeStyle, initialStyle } from './style.js';
import { fitView, readViewBox } from './view.js';

/** More tiles than this are a texture, which a picture of dots shows better. */
const mostTiles = 2500;

/** A tile in the coordinates of its pattern. */
interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The tiles of a `<pattern>` that reach into `bounds`, in the coordinates of the picture; undefined for more than can be
 * drawn.
 */
export function patternTiles(
  pattern: XmlElement,
  bounds: Bounds,
  scope: Scope,
  drawing: Drawing,
): readonly PictureOp[] | undefined {
  const chain = chainOf(pattern, drawing);
  const get = (key: string): string | undefined =>
    chain.find((each) => each.attributes.has(key))?.attributes.get(key);
  const holder = chain.find((each) => elementsOf(each).length > 0);
  const tile = tileOf(get, bounds, scope);
  const transform = readTransform(get('patternTransform') ?? '') ?? identity;
  const back = inverse(transform);
  if (holder === undefined || tile === undefined || back === undefined) return [];
  const [columns, rows] = reach(bounds, back, tile);
  if ((columns[1] - columns[0]) * (rows[1] - rows[0]) > mostTiles) return undefined;

  const style = computeStyle(initialStyle, valuesOf(holder, drawing), 0, () => undefined);
  const inside = contentMatrix(get, tile, bounds);
  const base = multiply(scope.matrix, transform);
  const ops: PictureOp[] = [];
  for (let row = rows[0]; row < rows[1]; row++) {
    for (let column = columns[0]; column < columns[1]; column++) {
      const place = multiply(base, translation(column * tile.width, row * tile.height));
      const own = drawChildren(holder, { ...scope, style, matrix: multiply(place, inside) }, drawing);
      const edge = transformPath(rectangle(tile.x, tile.y, tile.width, tile.height), place);
      if (own.length > 0) ops.push({ kind: 'group', ops: own, clips: [{ path: edge }] });
    }
  }
  return ops;
}

type Get = (key: string) => string | undefined;

function tileOf(get: Get, bounds: Bounds, { viewport, style }: Scope): Tile | undefined {
  const own = get('patternUnits') === 'userSpaceOnUse';
  const [wide, high] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
  const read = (key: string, whole: number): number =>
    readLength(get(key), { whole, fontSize: style.fontSize }) ?? 0;
  const tile = own
    ? {
        x: read('x', viewport.width),
        y: read('y', viewport.height),
        width: read('width', viewport.width),
        height: read('height', viewport.height),
      }
    : {
        x: bounds.left + read('x', 1) * wide,
        y: bounds.top + read('y', 1) * high,
        width: read('width', 1) * wide,
        height: read('height', 1) * high,
      };
  return tile.width > 0 && tile.height > 0 ? tile : undefined;
}

/** From the coordinates of the pattern's children to those of its tiles. */
function contentMatrix(get: Get, tile: Tile, bounds: Bounds): Matrix {
  const box = readViewBox(get('viewBox'));
  if (box !== undefined)
    return fitView(box, tile.x, tile.y, tile.width, tile.height, get('preserveAspectRatio')).matrix;
  // The corner of the tile is where its contents begin, in either unit.
  if (get('patternContentUnits') !== 'objectBoundingBox') return translation(tile.x, tile.y);
  return [bounds.right - bounds.left, 0, 0, bounds.bottom - bounds.top, tile.x, tile.y];
}

/** From which to which tile a shape reaches, the last excluded. */
function reach(
  { left, top, right, bottom }: Bounds,
  back: Matrix,
  tile: Tile,
): readonly [readonly [number, number], readonly [number, number]] {
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([x = 0, y = 0]) => transformPoint(back, x, y));
  const range = (values: readonly number[], from: number, size: number): readonly [number, number] => [
    Math.floor((Math.min(...values) - from) / size),
    Math.ceil((Math.max(...values) - from) / size),
  ];
  return [
    range(
      corners.map(([x]) => x),
      tile.x,
      tile.width,
    ),
    range(
      corners.map(([, y]) => y),
      tile.y,
      tile.height,
    ),
  ];
}
