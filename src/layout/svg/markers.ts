/** Arrow heads and other marks on the corners of a line (SVG 2, 13.7). */
import type { PathCommand } from '../../model/drawing.js';

/** A corner of a path: where it is, and which way the line runs there, in degrees. */
export interface Corner {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** The corners of a path in order, the first and the last included. */
export function cornersOf(path: readonly PathCommand[]): readonly Corner[] {
  const points: { x: number; y: number; into?: number; out?: number }[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let begin: (typeof points)[number] | undefined;
  const segment = (outX: number, outY: number, inX: number, inY: number, toX: number, toY: number): void => {
    const from = points.at(-1);
    const out = direction(outX, outY);
    if (from !== undefined && out !== undefined) from.out = out;
    const into = direction(inX, inY);
    points.push({ x: toX, y: toY, ...(into === undefined ? {} : { into }) });
    [x, y] = [toX, toY];
  };
  for (const command of path) {
    switch (command[0]) {
      case 'M':
        [x, y] = [command[1], command[2]];
        [startX, startY] = [x, y];
        begin = { x, y };
        points.push(begin);
        break;
      case 'L': {
        const [dx, dy] = [command[1] - x, command[2] - y];
        segment(dx, dy, dx, dy, command[1], command[2]);
        break;
      }
      case 'C': {
        const [, x1, y1, x2, y2, toX, toY] = command;
        const out = firstDirection([x1 - x, y1 - y], [x2 - x, y2 - y], [toX - x, toY - y]);
        const into = firstDirection([toX - x2, toY - y2], [toX - x1, toY - y1], [toX - x, toY - y]);
        segment(...out, ...into, toX, toY);
        break;
      }
      case 'Z': {
        const [dx, dy] = [startX - x, startY - y];
        segment(dx, dy, dx, dy, startX, startY);
        const end = points.at(-1);
        // The two ends of a closed line are one corner.
        if (end !== undefined && begin !== undefined) {
          if (begin.out !== undefined) end.out = begin.out;
          if (end.into !== undefined) begin.into = end.into;
        }
        break;
      }
    }
  }
  return points.map((point) => ({ x: point.x, y: point.y, angle: between(point.into, point.out) }));
}

function direction(dx: number, dy: number): number | undefined {
  return dx === 0 && dy === 0 ? undefined : (Math.atan2(dy, dx) * 180) / Math.PI;
}

type Vector = readonly [number, number];

function firstDirection(...vectors: readonly [Vector, Vector, Vector]): Vector {
  return vectors.find(([dx, dy]) => dx !== 0 || dy !== 0) ?? [0, 0];
}

/** The direction half way between that of the line before and that of the line after. */
function between(into: number | undefined, out: number | undefined): number {
  if (into === undefined || out === undefined) return into ?? out ?? 0;
  const turn = ((out - into + 540) % 360) - 180;
  return into + turn / 2;
}
