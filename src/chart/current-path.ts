/** The current path of a drawing context, as canvas calls it, and the transformation that its points go through. */
import type { PathCommand } from '../model/drawing.js';
import { arcCurves } from './arc.js';

/** The six numbers of a transformation: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/**
 * Traces one path after another; identity matters, since each point goes on from the last.
 *
 * Points are transformed when they join the path, since PDF forbids a change of matrix inside one.
 */
export class CurrentPath {
  protected matrix: Matrix = [1, 0, 0, 1, 0, 0];
  protected path: PathCommand[] = [];
  /** The pen in the untransformed space, and where the subpath began. */
  private pen: readonly [number, number] = [0, 0];
  private start: readonly [number, number] = [0, 0];

  transform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    const [A, B, C, D, E, F] = this.matrix;
    this.matrix = [
      A * a + C * b,
      B * a + D * b,
      A * c + C * d,
      B * c + D * d,
      A * e + C * f + E,
      B * e + D * f + F,
    ];
  }

  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }

  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }

  rotate(angle: number): void {
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    this.transform(cos, sin, -sin, cos, 0, 0);
  }

  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.matrix = [a, b, c, d, e, f];
  }

  resetTransform(): void {
    this.matrix = [1, 0, 0, 1, 0, 0];
  }

  beginPath(): void {
    this.path = [];
  }

  moveTo(x: number, y: number): void {
    this.path.push(['M', ...this.at(x, y)]);
    this.pen = this.start = [x, y];
  }

  lineTo(x: number, y: number): void {
    if (this.path.length === 0) {
      this.moveTo(x, y);
      return;
    }
    this.path.push(['L', ...this.at(x, y)]);
    this.pen = [x, y];
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    if (this.path.length === 0) this.moveTo(x1, y1);
    this.path.push(['C', ...this.at(x1, y1), ...this.at(x2, y2), ...this.at(x, y)]);
    this.pen = [x, y];
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    if (this.path.length === 0) this.moveTo(x1, y1);
    const [x0, y0] = this.pen;
    const third = (from: number, to: number): number => from + (2 / 3) * (to - from);
    this.bezierCurveTo(third(x0, x1), third(y0, y1), third(x, x1), third(y, y1), x, y);
  }

  closePath(): void {
    if (this.path.length === 0) return;
    this.path.push(['Z']);
    this.pen = this.start;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  arc(x: number, y: number, radius: number, from: number, to: number, counterclockwise = false): void {
    this.ellipse(x, y, radius, radius, 0, from, to, counterclockwise);
  }

  /** An arc of an ellipse as cubics of a quarter turn at most: the error is below 0.03 % of the radius. */
  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    from: number,
    to: number,
    counterclockwise = false,
  ): void {
    const [start, ...curves] = arcCurves(x, y, radiusX, radiusY, rotation, from, to, counterclockwise);
    this.lineTo(...start);
    for (const curve of curves) this.bezierCurveTo(...curve);
  }

  /** The transformed point; a coordinate that is no number is a fault of ours. */
  protected at(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.matrix;
    const point: [number, number] = [a * x + c * y + e, b * x + d * y + f];
    if (!Number.isFinite(point[0]) || !Number.isFinite(point[1])) {
      throw new RangeError(`A drawing has a point at ${x}, ${y}`);
    }
    return point;
  }

  /** By how much lengths grow, whatever the direction. */
  protected scaling(): number {
    const [a, b, c, d] = this.matrix;
    return Math.sqrt(Math.abs(a * d - b * c));
  }

  /** Draws without touching the current path, as canvas asks of `fillRect`. */
  protected apart(draw: () => void): void {
    const kept = { path: this.path, pen: this.pen, start: this.start };
    this.path = [];
    draw();
    Object.assign(this, kept);
  }
}
