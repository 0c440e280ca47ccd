/** Recorded drawings as PDF operators: paths, strokes, tiling patterns and text in the fonts of the pack. */
import type { DrawOp, Paint, PathCommand, Stroke } from '../model/drawing.js';
import type { VectorItem } from '../layout/display.js';
import type { Faces, PaintText } from './faces.js';
import { num, rgb } from './numbers.js';

/** Where a drawing finds the resources of its page. */
export interface Resources {
  readonly faces: Faces;
  /** Names a font of a run on this page. */
  useText(text: PaintText): void;
  /** Resource name of a tiling pattern. */
  pattern(paint: Extract<Paint, { kind: 'pattern' }>): string;
}

/**
 * Operators for a drawing.
 *
 * Points are turned over and scaled here and not by `cm`, so that line widths and patterns keep their true size.
 */
export function vectorOperators(item: VectorItem, pageHeight: number, resources: Resources): string {
  const scale = item.scale ?? 1;
  const x = (value: number) => num(item.x + value * scale);
  const y = (value: number) => num(pageHeight - item.y - value * scale);
  let out = '';
  for (const op of item.ops) {
    switch (op.kind) {
      case 'path':
        out += paintPath(op, x, y, scale, resources);
        break;
      case 'text':
        out += paintLabel(op, item, pageHeight, scale, resources);
        break;
    }
  }
  return out;
}

type Place = (value: number) => string;

function paintPath(
  op: Extract<DrawOp, { kind: 'path' }>,
  x: Place,
  y: Place,
  scale: number,
  resources: Resources,
): string {
  if (op.path.length === 0 || (!op.fill && !op.stroke)) return '';
  const star = op.fillRule === 'evenodd' ? '*' : '';
  const finish = op.fill ? (op.stroke ? `B${star}` : `f${star}`) : 'S';
  return (
    'q\n' +
    (op.fill ? fillColour(op.fill, resources) : '') +
    (op.stroke ? strokeState(op.stroke, scale) : '') +
    pathOperators(op.path, x, y) +
    `${finish}\nQ\n`
  );
}

/** A pattern paints its own background, so one fill is enough. */
function fillColour(fill: Paint, resources: Resources): string {
  switch (fill.kind) {
    case 'solid':
      return `${rgb(fill.colour)} rg\n`;
    case 'pattern':
      return `/Pattern cs /${resources.pattern(fill)} scn\n`;
  }
}

function strokeState(stroke: Stroke, scale: number): string {
  const dash =
    stroke.dash && stroke.dash.length > 0 ? `[${stroke.dash.map((d) => num(d * scale)).join(' ')}] 0 d ` : '';
  return `${rgb(stroke.colour)} RG ${num(stroke.width * scale)} w ${dash}\n`;
}

function pathOperators(path: readonly PathCommand[], x: Place, y: Place): string {
  let out = '';
  for (const command of path) {
    switch (command[0]) {
      case 'M':
        out += `${x(command[1])} ${y(command[2])} m\n`;
        break;
      case 'L':
        out += `${x(command[1])} ${y(command[2])} l\n`;
        break;
      case 'C':
        out += `${x(command[1])} ${y(command[2])} ${x(command[3])} ${y(command[4])} ${x(command[5])} ${y(command[6])} c\n`;
        break;
      case 'Z':
        out += 'h\n';
        break;
    }
  }
  return out;
}

function paintLabel(
  op: Extract<DrawOp, { kind: 'text' }>,
  item: VectorItem,
  pageHeight: number,
  scale: number,
  resources: Resources,
): string {
  const text = resources.faces.text(op.weight === 600 ? 'sans-bold' : 'sans', op.text, 'tabular');
  if (text.runs.length === 0) return '';
  resources.useText(text);
  const size = op.size * scale;
  const width = (text.width / 1000) * size;
  const back = op.anchor === 'start' ? 0 : op.anchor === 'middle' ? width / 2 : width;
  // A clockwise turn on the page is a negative angle in PDF, whose y goes upwards.
  const angle = (-(op.rotate ?? 0) * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const x = item.x + op.x * scale - back * cos;
  const y = pageHeight - item.y - op.y * scale - back * sin;
  const matrix = [cos, sin, -sin, cos, x, y].map(num).join(' ');
  return `q BT ${rgb(op.colour)} rg 0 Tc ${matrix} Tm ${showText(text, size)}ET Q\n`;
}

/** Shows runs one after another from where the text matrix stands. */
export function showText(text: PaintText, size: number): string {
  let out = '';
  for (const run of text.runs) out += `/${run.font} ${num(size)} Tf [${run.operands}] TJ\n`;
  return out;
}
