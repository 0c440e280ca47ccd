/** Path data as moves, lines and cubics, arcs and quadratics worked out (SVG 2, 9.3 and B.2). */
import type { PathCommand } from '../../model/drawing.js';

/** What could be read, and whether that was all: a path is drawn up to its first fault (SVG 2, 9.5.4). */
export interface PathData {
  readonly path: readonly PathCommand[];
  readonly whole: boolean;
}

/** How many numbers follow each letter. */
const counts: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};

const letter = /[\s,]*([mlhvcsqtaz])/iy;
const number = /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy;
const flag = /[\s,]*([01])/y;

interface Pen {
  x: number;
  y: number;
  startX: number;
  startY: number;
  /** The last control point, for curves that go on smoothly, and of which kind it is. */
  control: { readonly kind: 'c' | 'q'; readonly x: number; readonly y: number } | undefined;
}

/** Reads the `d` of a path. */
export function readPathData(text: string): PathData {
  const path: PathCommand[] = [];
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0, control: undefined };
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return undefined;
    at = pattern.lastIndex;
    return found[1];
  };
  let command: string | undefined;
  for (;;) {
    const next = take(letter);
    if (next === undefined) {
      const rest = text.slice(at).trim();
      // Numbers without a letter repeat the command before.
      if (rest === '' || command === undefined || command.toLowerCase() === 'z')
        return { path, whole: rest === '' };
    } else command = next;
    const kind = command.toLowerCase();
    if (path.length === 0 && kind !== 'm') return { path, whole: false };
    const values: number[] = [];
    for (let i = 0; i < (counts[kind] ?? 0); i++) {
      const found = take(kind === 'a' && (i === 3 || i === 4) ? flag : number);
      if (found === undefined) return { path, whole: false };
      values.push(Number(found));
    }
    if (values.some((value) => !Number.isFinite(value))) return { path, whole: false };
    step(command, values, pen, path);
    // Further pairs after a move are lines.
    if (command === 'm') command = 'l';
    if (command === 'M') command = 'L';
  }
}

function step(command: string, values: readonly number[], pen: Pen, path: PathCommand[]): void {
  const relative = command === command.toLowerCase();
  const [baseX, baseY] = relative ? [pen.x, pen.y] : [0, 0];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = values;
  const { control } = pen;
  pen.control = undefined;
  const lineTo = (x: number, y: number): void => {
    path.push(['L', x, y]);
    [pen.x, pen.y] = [x, y];
  };
  const curveTo = (x1: number, y1: number, x2: number, y2: number, x: number, y: number): void => {
    path.push(['C', x1, y1, x2, y2, x, y]);
    [pen.x, pen.y] = [x, y];
    pen.control = { kind: 'c', x: x2, y: y2 };
  };
  const quadraticTo = (qx: number, qy: number, x: number, y: number): void => {
    const third = (from: number, to: number): number => from + (2 / 3) * (to - from);
    curveTo(third(pen.x, qx), third(pen.y, qy), third(x, qx), third(y, qy), x, y);
    pen.control = { kind: 'q', x: qx, y: qy };
  };
  /** The control point turned about the pen, where the curve before was of the same kind. */
  const mirrored = (kind: 'c' | 'q'): readonly [number, number] =>
    control?.kind === kind ? [2 * pen.x - control.x, 2 * pen.y - control.y] : [pen.x, pen.y];
  switch (command.toLowerCase()) {
    case 'm':
      [pen.x, pen.y] = [baseX + a, baseY + b];
      [pen.startX, pen.startY] = [pen.x, pen.y];
      path.push(['M', pen.x, pen.y]);
      return;
    case 'l':
      lineTo(baseX + a, baseY + b);
      return;
    case 'h':
      lineTo(baseX + a, pen.y);
      return;
    case 'v':
      lineTo(pen.x, baseY + a);
      return;
    case 'c':
      curveTo(baseX + a, baseY + b, baseX + c, baseY + d, baseX + e, baseY + f);
      return;
    case 's':
      curveTo(...mirrored('c'), baseX + a, baseY + b, baseX + c, baseY + d);
      return;
    case 'q':
      quadraticTo(baseX + a, baseY + b, baseX + c, baseY + d);
      return;
    case 't':
      quadraticTo(...mirrored('q'), baseX + a, baseY + b);
      return;
    case 'a':
      for (const piece of arc(pen.x, pen.y, a, b, c, d === 1, e === 1, baseX + f, baseY + g))
        path.push(piece);
      [pen.x, pen.y] = [baseX + f, baseY + g];
      return;
    case 'z':
      path.push(['Z']);
      [pen.x, pen.y] = [pen.startX, pen.startY];
      return;
  }
}

/** An arc from point to point as cubics of a quarter turn at most (SVG 2, B.2.4 and B.2.5). */
export function arc(
  x1: number,
  y1: number,
  radiusX: number,
  radiusY: number,
  degrees: number,
  large: boolean,
  sweep: boolean,
  x2: number,
  y2: number,
): readonly PathCommand[] {
  if (x1 === x2 && y1 === y2) return [];
  let [rx, ry] = [Math.abs(radiusX), Math.abs(radiusY)];
  if (rx === 0 || ry === 0) return [['L', x2, y2]];
  const phi = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const [px, py] = [cos * dx + sin * dy, -sin * dx + cos * dy];
  const stretch = (px * px) / (rx * rx) + (py * py) / (ry * ry);
  if (stretch > 1) [rx, ry] = [rx * Math.sqrt(stretch), ry * Math.sqrt(stretch)];
  const below = rx * rx * py * py + ry * ry * px * px;
  const root = Math.sqrt(Math.max(0, (rx * rx * ry * ry - below) / below)) * (large === sweep ? -1 : 1);
  const [qx, qy] = [(root * rx * py) / ry, (-root * ry * px) / rx];
  const [cx, cy] = [cos * qx - sin * qy + (x1 + x2) / 2, sin * qx + cos * qy + (y1 + y2) / 2];
  const from = Math.atan2((py - qy) / ry, (px - qx) / rx);
  let turn = Math.atan2((-py - qy) / ry, (-px - qx) / rx) - from;
  if (sweep && turn < 0) turn += Math.PI * 2;
  if (!sweep && turn > 0) turn -= Math.PI * 2;
  const pieces = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const each = turn / pieces;
  const k = (4 / 3) * Math.tan(each / 4);
  const place = (u: number, v: number): readonly [number, number] => [
    cos * rx * u - sin * ry * v + cx,
    sin * rx * u + cos * ry * v + cy,
  ];
  return Array.from({ length: pieces }, (_, i): PathCommand => {
    const [t0, t1] = [from + i * each, from + (i + 1) * each];
    const first = place(Math.cos(t0) - k * Math.sin(t0), Math.sin(t0) + k * Math.cos(t0));
    const second = place(Math.cos(t1) + k * Math.sin(t1), Math.sin(t1) - k * Math.cos(t1));
    const end = i === pieces - 1 ? ([x2, y2] as const) : place(Math.cos(t1), Math.sin(t1));
    return ['C', ...first, ...second, ...end];
  });
}
