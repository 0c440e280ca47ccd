/** Draws arrow heads and other marks on the corners of a line (SVG 2, 13.7). */
import type { PathCommand } from '../../model/drawing.js';
import type { XmlElement } from '../../source/xml.js';
import { readLength } from './length.js';
import { cornersOf } from './markers.js';
import type { Corner } from './markers.js';
import { identity, multiply, rotation, translation } from './matrix.js';
import type { Matrix } from './matrix.js';
import type { PictureOp } from './picture.js';
import { drawChildren, svgName, valuesOf } from './scope.js';
import type { Drawing, Scope } from './scope.js';
import { rectangle, transformPath } from './shapes.js';
import { computeStyle, initialStyle } from './style.js';
import { fitView, readViewBox } from './view.js';

/** The marks on a path, in its coordinates. */
export function drawMarkers(
  path: readonly PathCommand[],
  element: XmlElement,
  scope: Scope,
  drawing: Drawing,
): readonly PictureOp[] {
  const { markers } = scope.style;
  if (markers.start === undefined && markers.mid === undefined && markers.end === undefined) return [];
  const corners = cornersOf(path);
  return corners.flatMap((corner, i) => {
    const ids = [
      ...(i === 0 ? [markers.start] : []),
      ...(i > 0 && i < corners.length - 1 ? [markers.mid] : []),
      ...(i === corners.length - 1 ? [markers.end] : []),
    ];
    return ids.flatMap((id) => {
      if (id === undefined || scope.open.includes(id)) return [];
      const marker = drawing.ids.get(id);
      if (marker === undefined || svgName(marker) !== 'marker') {
        drawing.lose(`the arrow head “#${id}”, which is not in it`, element);
        return [];
      }
      return drawMarker(marker, id, corner, i === 0, scope, drawing);
    });
  });
}

function drawMarker(
  marker: XmlElement,
  id: string,
  corner: Corner,
  first: boolean,
  scope: Scope,
  drawing: Drawing,
): readonly PictureOp[] {
  const values = valuesOf(marker, drawing);
  const own = values.get('markerUnits') === 'userSpaceOnUse' ? 1 : scope.style.strokeWidth;
  const base = { whole: 3, fontSize: scope.style.fontSize };
  const width = readLength(values.get('markerWidth'), base) ?? 3;
  const height = readLength(values.get('markerHeight'), base) ?? 3;
  if (!(width > 0 && height > 0 && own > 0)) return [];
  const box = readViewBox(values.get('viewBox'));
  const fitted =
    box === undefined ? undefined : fitView(box, 0, 0, width, height, values.get('preserveAspectRatio'));
  const inside = fitted?.matrix ?? identity;
  const view = box ?? { x: 0, y: 0, width, height };
  const words: Readonly<Record<string, string>> = {
    left: '0%',
    top: '0%',
    center: '50%',
    right: '100%',
    bottom: '100%',
  };
  const place = (key: string, from: number, whole: number): number => {
    const typed = values.get(key) ?? '0';
    const word = words[typed];
    const length = readLength(word ?? typed, { whole, fontSize: scope.style.fontSize }) ?? 0;
    return word === undefined && !typed.includes('%') ? length : from + length;
  };
  const [refX, refY] = [place('refX', view.x, view.width), place('refY', view.y, view.height)];
  const orient = values.get('orient') ?? '0';
  const angle = orient.startsWith('auto')
    ? corner.angle + (orient === 'auto-start-reverse' && first ? 180 : 0)
    : Number.parseFloat(orient) || 0;
  const [a, b, c, d] = inside;
  const shift: readonly [number, number] = [a * refX + c * refY, b * refX + d * refY];
  const placed = [
    translation(corner.x, corner.y),
    rotation(angle),
    [own, 0, 0, own, 0, 0] as Matrix,
    translation(-shift[0] - inside[4], -shift[1] - inside[5]),
  ].reduce(multiply, scope.matrix);
  // A marker takes nothing from the line but what it asks for by name.
  const style = computeStyle(initialStyle, values, base.whole, () => undefined);
  const context = { fill: scope.style.fill, stroke: scope.style.stroke };
  const inner: Scope = {
    matrix: multiply(placed, inside),
    style,
    viewport: { ...view, fontSize: style.fontSize },
    context,
    open: [...scope.open, id],
  };
  const ops = drawChildren(marker, inner, drawing);
  if (ops.length === 0 || values.get('overflow') === 'visible') return ops;
  return [{ kind: 'group', ops, clips: [{ path: transformPath(rectangle(0, 0, width, height), placed) }] }];
}
