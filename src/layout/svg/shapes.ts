/** Basic shapes as paths (SVG 2, 10), and the box around a path. */
import type { PathCommand } from '../../model/drawing.js';
import { readLength, readNumbers } from './length.js';
import type { LengthBase } from './length.js';
import type { Matrix } from './matrix.js';
import { transformPoint } from './matrix.js';
import { arc, readPathData } from './path-data.js';

export const shapeNames = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'] as const;
export type ShapeName = (typeof shapeNames)[number];

/** What percentages are parts of. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

/** The outline of a shape; `whole` is false where its data break off. */
export function shapePath(
  name: ShapeName,
  get: (attribute: string) => string | undefined,
  viewport: Viewport,
): { readonly path: readonly PathCommand[]; readonly whole: boolean } {
  const { fontSize, width, height } = viewport;
  const along: LengthBase = { whole: width, fontSize };
  const down: LengthBase = { whole: height, fontSize };
  const across: LengthBase = { whole: Math.hypot(width, height) / Math.SQRT2, fontSize };
  const x = (attribute: string): number | undefined => readLength(get(attribute), along);
  const y = (attribute: string): number | undefined => readLength(get(attribute), down);
  const whole = (path: readonly PathCommand[]) => ({ path, whole: true });
  switch (name) {
    case 'path':
      return readPathData(get('d') ?? '');
    case 'rect': {
      const [w, h] = [x('width') ?? 0, y('height') ?? 0];
      if (w <= 0 || h <= 0) return whole([]);
      const [rx, ry] = [x('rx'), y('ry')];
      return whole(rectangle(x('x') ?? 0, y('y') ?? 0, w, h, rx ?? ry ?? 0, ry ?? rx ?? 0));
    }
    case 'circle': {
      const r = readLength(get('r'), across) ?? 0;
      return whole(ellipse(x('cx') ?? 0, y('cy') ?? 0, r, r));
    }
    case 'ellipse': {
      const [rx, ry] = [x('rx'), y('ry')];
      return whole(ellipse(x('cx') ?? 0, y('cy') ?? 0, rx ?? ry ?? 0, ry ?? rx ?? 0));
    }
    case 'line':
      return whole([
        ['M', x('x1') ?? 0, y('y1') ?? 0],
        ['L', x('x2') ?? 0, y('y2') ?? 0],
      ]);
    case 'polyline':
    case 'polygon': {
      const typed = get('points');
      const values = readNumbers(typed) ?? [];
      const path: PathCommand[] = [];
      for (let i = 0; i + 1 < values.length; i += 2)
        path.push([i === 0 ? 'M' : 'L', values[i] ?? 0, values[i + 1] ?? 0]);
      if (name === 'polygon' && path.length > 0) path.push(['Z']);
      return { path, whole: values.length % 2 === 0 && (values.length > 0 || (typed ?? '').trim() === '') };
    }
  }
}

/** A rectangle with corners rounded by quarters of an ellipse. */
export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  radiusX = 0,
  radiusY = 0,
): readonly PathCommand[] {
  const [rx, ry] = [Math.min(radiusX, width / 2), Math.min(radiusY, height / 2)];
  const [right, bottom] = [x + width, y + height];
  if (!(rx > 0 && ry > 0))
    return [['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']];
  const corner = (x1: number, y1: number, x2: number, y2: number): readonly PathCommand[] =>
    arc(x1, y1, rx, ry, 0, false, true, x2, y2);
  return [
    ['M', x + rx, y],
    ['L', right - rx, y],
    ...corner(right - rx, y, right, y + ry),
    ['L', right, bottom - ry],
    ...corner(right, bottom - ry, right - rx, bottom),
    ['L', x + rx, bottom],
    ...corner(x + rx, bottom, x, bottom - ry),
    ['L', x, y + ry],
    ...corner(x, y + ry, x + rx, y),
    ['Z'],
  ];
}

function ellipse(cx: number, cy: number, rx: number, ry: number): readonly PathCommand[] {
  if (!(rx > 0 && ry > 0)) return [];
  return [
    ['M', cx + rx, cy],
    ...arc(cx + rx, cy, rx, ry, 0, false, true, cx - rx, cy),
    ...arc(cx - rx, cy, rx, ry, 0, false, true, cx + rx, cy),
    ['Z'],
  ];
}

/** A path in other coordinates. */
export function transformPath(path: readonly PathCommand[], matrix: Matrix): readonly PathCommand[] {
  const at = (x: number, y: number): readonly [number, number] => transformPoint(matrix, x, y);
  return path.map((command): PathCommand => {
    switch (command[0]) {
      case 'M':
      case 'L':
        return [command[0], ...at(command[1], command[2])];
      case 'C':
        return [
          'C',
          ...at(command[1], command[2]),
          ...at(command[3], command[4]),
          ...at(command[5], command[6]),
        ];
      case 'Z':
        return command;
    }
  });
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box around a path, without its stroke; undefined for an empty one. */
export function boundsOf(path: readonly PathCommand[]): Bounds | undefined {
  const xs: number[] = [];
  const ys: number[] = [];
  let [x, y] = [0, 0];
  for (const command of path) {
    if (command[0] === 'Z') continue;
    if (command[0] === 'C') {
      xs.push(...turnsOf(x, command[1], command[3], command[5]));
      ys.push(...turnsOf(y, command[2], command[4], command[6]));
      [x, y] = [command[5], command[6]];
    } else [x, y] = [command[1], command[2]];
    xs.push(x);
    ys.push(y);
  }
  if (xs.length === 0) return undefined;
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
  return { left: least(xs), top: least(ys), right: most(xs), bottom: most(ys) };
}

/** The values of a cubic where it turns back. */
function turnsOf(p0: number, p1: number, p2: number, p3: number): readonly number[] {
  const a = 3 * (p3 - 3 * p2 + 3 * p1 - p0);
  const b = 6 * (p2 - 2 * p1 + p0);
  const c = 3 * (p1 - p0);
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  const times = Math.abs(a) < 1e-12 ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)];
  return times
    .filter((t) => t > 0 && t < 1)
    .map((t) => (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t * t * p2 + t ** 3 * p3);
}
