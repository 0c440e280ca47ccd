/** A 2D drawing context that paints nothing: it keeps what is drawn on it as ops of a {@link Drawing}. */
import type { DrawOp } from '../model/drawing.js';
import type { TextMeasure } from '../model/measure.js';
import { anchorOf, baselineShift, readFont } from './canvas-text.js';
import { CurrentPath, type Matrix } from './current-path.js';
import { colourOf, solid, type ShapeStyle } from './shape-style.js';

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
 * the path, see {@link CurrentPath}. Clipping is ignored: the scales enclose all data, so there is nothing to cut off.
 */
export class Recorder extends CurrentPath {
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

  private dash: readonly number[] = [];
  private readonly saved: State[] = [];

  constructor(
    width: number,
    height: number,
    private readonly measure: TextMeasure,
    private readonly styles: ReadonlyMap<string, ShapeStyle> = new Map(),
  ) {
    super();
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
}
