/** Draws shapes: what fills them, their lines, and the arrow heads on these. */
import type { PathCommand } from '../../model/drawing.js';
import type { XmlElement } from '../../source/xml.js';
import { drawMarkers } from './draw-markers.js';
import { resolvePaint } from './gradient.js';
import { patternTiles } from './pattern.js';
import type { PictureClip, PictureOp, PicturePath } from './picture.js';
import { svgName } from './scope.js';
import type { Drawing, Scope } from './scope.js';
import { boundsOf, shapePath, transformPath } from './shapes.js';
import type { Bounds, ShapeName } from './shapes.js';
import { strokeOf } from './stroke.js';

/** What an element draws. */
export interface Content {
  readonly ops: readonly PictureOp[];
  /** Box of a shape, in its own coordinates; for groups it is not known. */
  readonly bounds?: Bounds | undefined;
}

/** Draws a shape; `values` are its attributes and properties. */
export function drawShape(
  shape: ShapeName,
  element: XmlElement,
  values: ReadonlyMap<string, string>,
  scope: Scope,
  drawing: Drawing,
): Content {
  const { style } = scope;
  const { path, whole } = shapePath(shape, (key) => values.get(key), {
    ...scope.viewport,
    fontSize: style.fontSize,
  });
  if (!whole) drawing.lose(`the end of a <${shape}> whose figures cannot be read`, element);
  const bounds = boundsOf(path);
  if (path.length === 0) return { ops: [] };
  const ops: PictureOp[] = [];
  const tiles =
    style.visible && shape !== 'line' ? patternFill(path, bounds, element, scope, drawing) : undefined;
  ops.push(...(tiles ?? []));
  const fill =
    shape === 'line' || !style.visible || tiles !== undefined
      ? undefined
      : resolvePaint(style.fill, style.fillOpacity, bounds, element, scope, drawing);
  const stroke = style.visible ? strokeOf(style, element, scope, drawing) : undefined;
  const base = { kind: 'path', matrix: scope.matrix, path } as const;
  const filled: PicturePath | undefined = fill && {
    ...base,
    fill,
    ...(style.fillRule === 'evenodd' ? { fillRule: 'evenodd' as const } : {}),
  };
  if (/^\s*stroke/.test(values.get('paint-order') ?? '')) {
    if (stroke) ops.push({ ...base, stroke });
    if (filled) ops.push(filled);
  } else if (filled) ops.push(stroke ? { ...filled, stroke } : filled);
  else if (stroke) ops.push({ ...base, stroke });
  const marked = shape === 'path' || shape === 'line' || shape === 'polyline' || shape === 'polygon';
  if (marked && style.visible) ops.push(...drawMarkers(path, element, scope, drawing));
  return { ops, bounds };
}

/** What fills a shape with a pattern: its tiles, cut to it; undefined for any other fill. */
function patternFill(
  path: readonly PathCommand[],
  bounds: Bounds | undefined,
  element: XmlElement,
  scope: Scope,
  drawing: Drawing,
): readonly PictureOp[] | undefined {
  const { fill, fillOpacity, fillRule } = scope.style;
  const id = fill.kind === 'reference' ? fill.id : undefined;
  const server = id === undefined ? undefined : drawing.ids.get(id);
  if (id === undefined || server === undefined || svgName(server) !== 'pattern') return undefined;
  if (bounds === undefined || scope.open.includes(id)) return [];
  const inner: Scope = { ...scope, open: [...scope.open, id] };
  const tiles = patternTiles(server, bounds, inner, drawing);
  if (tiles === undefined) {
    drawing.lose('a pattern of thousands of tiles (<pattern>)', element);
    return [];
  }
  const edge: PictureClip = {
    path: transformPath(path, scope.matrix),
    ...(fillRule === 'evenodd' ? { rule: 'evenodd' as const } : {}),
  };
  if (tiles.length === 0) return [];
  return [
    { kind: 'group', ops: tiles, clips: [edge], ...(fillOpacity === 1 ? {} : { opacity: fillOpacity }) },
  ];
}
