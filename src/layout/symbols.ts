/** Status and movement symbols as drawings (look, tokens, section 7), on a square of 16 units. */
import type { Colour, DrawOp, PathCommand, Stroke } from '../model/drawing.js';
import type { Mark } from '../model/table.js';

/** Side of the square that symbols are drawn on. */
export const symbolSquare = 16;

/** The colour of a symbol and of the word beside it. A movement takes its colour from whether it is good. */
export const markColours: Readonly<Record<Mark, Colour>> = {
  good: 'green',
  caution: 'amber',
  bad: 'red',
  done: 'green',
  none: 'grey',
  up: 'ink',
  down: 'ink',
  same: 'ink',
  'to-follow': 'ink',
  late: 'amber',
  updated: 'accent',
  exempt: 'ink',
};

/** The drawing of a symbol in a colour, in units of {@link symbolSquare}. */
export function drawSymbol(mark: Mark, colour: Colour): readonly DrawOp[] {
  const line: Stroke = { colour, width: 1.6 };
  const stroke = (path: readonly PathCommand[], over: Partial<Stroke> = {}): DrawOp => ({
    kind: 'path',
    path,
    stroke: { ...line, ...over },
  });
  const fill = (path: readonly PathCommand[], own: Colour = colour): DrawOp => ({
    kind: 'path',
    path,
    fill: { kind: 'solid', colour: own },
  });
  switch (mark) {
    case 'good':
      return [stroke(circle(8, 8, 6.5)), stroke(polyline([4.8, 8.2], [7, 10.5], [11.2, 5.8]))];
    case 'caution':
      return [
        stroke(polygon([8, 1.8], [15, 14.2], [1, 14.2])),
        fill(polygon([4.6, 8], [11.4, 8], [15, 14.2], [1, 14.2])),
      ];
    case 'bad':
      return [
        fill(polygon([8, 0.6], [15.4, 8], [8, 15.4], [0.6, 8])),
        stroke(polyline([5.6, 5.6], [10.4, 10.4]), { colour: 'paper', width: 1.8 }),
        stroke(polyline([10.4, 5.6], [5.6, 10.4]), { colour: 'paper', width: 1.8 }),
      ];
    case 'done':
      return [
        stroke(polygon([1.8, 1.8], [14.2, 1.8], [14.2, 14.2], [1.8, 14.2])),
        stroke(polyline([4.6, 8.2], [7, 10.6], [11.4, 5.6])),
      ];
    case 'none':
      return [stroke(circle(8, 8, 6.5), { dash: [2.2, 2.2] })];
    case 'up':
      return [stroke(polyline([8, 14], [8, 2.5])), stroke(polyline([3.4, 7], [8, 2.4], [12.6, 7]))];
    case 'down':
      return [stroke(polyline([8, 2], [8, 13.5])), stroke(polyline([3.4, 9], [8, 13.6], [12.6, 9]))];
    case 'same':
      return [stroke(polyline([2, 8], [13.5, 8])), stroke(polyline([9, 3.4], [13.6, 8], [9, 12.6]))];
    case 'to-follow':
      return [stroke(circle(8, 8, 6.5)), stroke(polyline([8, 4.2], [8, 8.2], [10.8, 9.8]))];
    case 'late':
      return [
        fill(circle(8, 8, 7.2)),
        stroke(polyline([8, 4.2], [8, 8.2], [10.8, 9.8]), { colour: 'paper' }),
      ];
    case 'updated':
      return [
        stroke([
          ['M', 13.6, 6],
          ['C', 12.7, 3.5, 10.5, 1.7, 8, 1.7],
          ['C', 4.5, 1.7, 1.7, 4.5, 1.7, 8],
          ['C', 1.7, 11.5, 4.5, 14.3, 8, 14.3],
          ['C', 10.9, 14.3, 13.3, 12.4, 14, 9.8],
        ]),
        stroke(polyline([14.2, 1.8], [14.2, 6.4], [9.6, 6.4])),
      ];
    case 'exempt':
      return [
        fill(polygon([2.6, 7], [13.4, 7], [13.4, 14.8], [2.6, 14.8])),
        stroke([
          ['M', 5, 7],
          ['L', 5, 4.6],
          ['C', 5, 0.6, 11, 0.6, 11, 4.6],
          ['L', 11, 7],
        ]),
      ];
  }
}

type Point = readonly [number, number];

function polyline(...points: readonly Point[]): readonly PathCommand[] {
  return points.map(([x, y], i) => [i === 0 ? 'M' : 'L', x, y]);
}

function polygon(...points: readonly Point[]): readonly PathCommand[] {
  return [...polyline(...points), ['Z']];
}

/** Four cubics; 0.5523 makes them follow the circle to within 0.03 %. */
function circle(x: number, y: number, r: number): readonly PathCommand[] {
  const k = r * 0.5523;
  return [
    ['M', x + r, y],
    ['C', x + r, y + k, x + k, y + r, x, y + r],
    ['C', x - k, y + r, x - r, y + k, x - r, y],
    ['C', x - r, y - k, x - k, y - r, x, y - r],
    ['C', x + k, y - r, x + r, y - k, x + r, y],
    ['Z'],
  ];
}
