/** A 2D drawing context that paints nothing: it keeps what is drawn on it as ops of a {@link Drawing}. */
import type { Colour, DrawOp, Paint, PathCommand, Stroke } from '../model/drawing.js';
import { colourNames } from '../model/drawing.js';
import type { TextMeasure } from '../model/measure.js';
import { arcCurves } from './arc.js';
import { anchorOf, baselineShift, readFont } from './canvas-text.js';

/** How a shape of a given style name is painted: its fill, and the edge that is drawn with it. */
export interface ShapeStyle {
  readonly fill: Paint;
  readonly edge?: Stroke;
}

/** The six numbers of a transformation: x' = a x + c y + e, y' = b x + d y + f. */
type Matrix = readonly [number, number, number, number, number, number];

/** What `save` keeps and `restore` brings back. */
interface State {
  readonly matrix: Matrix;
  readonly fillStyle: string;
  readonly strokeStyle: string;
  readonly lineWidth: number;
  readonly font: string;
  readonly textAlign: string;
  readonly textBaseline: string;
  readonly dash: readonly number[];
}

/**
 * The part of CanvasRenderingContext2D that chart.js uses, with three differences.
 *
 * Colours are names of the look, or names of styles handed to the constructor. Points are transformed when they join
 * the path, since PDF forbids a change of matrix inside one. Clipping is ignored: the scales enclose all data, so there
 * is nothing to cut off.
 */
export class Recorder {
  readonly ops: DrawOp[] = [];
  /** What chart.js is given as its canvas. */
  readonly canvas: {
    width: number;
    height: number;
    readonly style: Record<string, string>;
    getContext(): Recorder;
  };

  fillStyle = 'ink';
  strokeStyle = 'ink';
  lineWidth = 1;
  lineCap = 'butt';
  lineJoin = 'miter';
  miterLimit = 10;
  lineDashOffset = 0;
  font = '10px sans';
  textAlign = 'start';
  textBaseline = 'alphabetic';
  direction = 'ltr';
  globalAlpha = 1;
  globalCompositeOperation = 'source-over';

  private matrix: Matrix = [1, 0, 0, 1, 0, 0];
  private dash: readonly number[] = [];
  private readonly saved: State[] = [];
  private path: PathCommand[] = [];
  /** The pen in the untransformed space, and where the subpath began. */
  private pen: readonly [number, number] = [0, 0];
  private start: readonly [number, number] = [0, 0];

  constructor(
    width: number,
    height: number,
    private readonly measure: TextMeasure,
    private readonly styles: ReadonlyMap<string, ShapeStyle> = new Map(),
  ) {
    this.canvas = { width, height, style: {}, getContext: () => this };
  }

  save(): void {
    this.saved.push({
      matrix: this.matrix,
      fillStyle: this.fillStyle,
      strokeStyle: this.strokeStyle,
      lineWidth: this.lineWidth,
      font: this.font,
      textAlign: this.textAlign,
      textBaseline: this.textBaseline,
      dash: this.dash,
    });
  }

  restore(): void {
    const state = this.saved.pop();
    if (state) Object.assign(this, state);
  }

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

  fill(rule?: 'evenodd' | 'nonzero'): void {
    if (this.path.length === 0 || this.globalAlpha === 0) return;
    const style = this.styles.get(this.fillStyle) ?? solid(this.fillStyle);
    this.ops.push({
      kind: 'path',
      path: [...this.path],
      fill: style.fill,
      ...(style.edge ? { stroke: style.edge } : {}),
      ...(rule === 'evenodd' ? { fillRule: rule } : {}),
    });
  }

  stroke(): void {
    if (this.path.length === 0 || !(this.lineWidth > 0) || this.globalAlpha === 0) return;
    const scale = this.scaling();
    const dash = this.dash.map((part) => part * scale);
    this.ops.push({
      kind: 'path',
      path: [...this.path],
      stroke: {
        colour: colourOf(this.strokeStyle),
        width: this.lineWidth * scale,
        ...(dash.length > 0 ? { dash } : {}),
      },
    });
  }

  clip(): void {
    // Nothing lies outside, see the class.
  }

  clearRect(): void {
    // A fresh recording is clear.
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.apart(() => {
      this.rect(x, y, width, height);
      this.fill();
    });
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.apart(() => {
      this.rect(x, y, width, height);
      this.stroke();
    });
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = dash;
  }

  getLineDash(): readonly number[] {
    return this.dash;
  }

  measureText(text: string): {
    readonly width: number;
    readonly actualBoundingBoxLeft: number;
    readonly actualBoundingBoxRight: number;
    readonly actualBoundingBoxAscent: number;
    readonly actualBoundingBoxDescent: number;
  } {
    const { size, weight } = readFont(this.font);
    const width = this.measure.width(text, size, weight);
    return {
      width,
      actualBoundingBoxLeft: 0,
      actualBoundingBoxRight: width,
      actualBoundingBoxAscent: size * 0.75,
      actualBoundingBoxDescent: size * 0.2,
    };
  }

  fillText(text: string, x: number, y: number): void {
    if (text === '') return;
    const { size, weight } = readFont(this.font);
    const [left, top] = this.at(x, y + baselineShift(this.textBaseline) * size);
    const [a, b] = this.matrix;
    const rotate = (Math.atan2(b, a) * 180) / Math.PI;
    this.ops.push({
      kind: 'text',
      text,
      x: left,
      y: top,
      anchor: anchorOf(this.textAlign),
      size: size * this.scaling(),
      weight,
      colour: colourOf(this.fillStyle),
      ...(Math.abs(rotate) > 1e-9 ? { rotate } : {}),
    });
  }

  strokeText(): void {
    // Outlined text is for halos, which the look does not use.
  }

  /** The transformed point; a coordinate that is no number is a fault of ours. */
  private at(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.matrix;
    const point: [number, number] = [a * x + c * y + e, b * x + d * y + f];
    if (!Number.isFinite(point[0]) || !Number.isFinite(point[1])) {
      throw new RangeError(`A drawing has a point at ${x}, ${y}`);
    }
    return point;
  }

  private scaling(): number {
    const [a, b, c, d] = this.matrix;
    return Math.sqrt(Math.abs(a * d - b * c));
  }

  /** Draws without touching the path in hand, as canvas asks of `fillRect`. */
  private apart(draw: () => void): void {
    const kept = { path: this.path, pen: this.pen, start: this.start };
    this.path = [];
    draw();
    Object.assign(this, kept);
  }
}

function solid(name: string): ShapeStyle {
  return { fill: { kind: 'solid', colour: colourOf(name) } };
}

function colourOf(name: string): Colour {
  const colour = colourNames.find((known) => known === name);
  if (!colour) throw new RangeError(`A drawing uses the colour ${name}, which the look does not have`);
  return colour;
}
