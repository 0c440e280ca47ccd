/** Recorded drawings as PDF operators: paths, strokes, tiling patterns and text in the fonts of the pack. */
import type { DrawOp, Paint, PathCommand, Stroke } from '../model/drawing.js';
import type { VectorItem } from '../layout/display.js';
import type { ContentStream } from './content.js';
import type { GlyphWriter } from './faces.js';
import { showText, textWidth } from './text.js';
import type { TextTools } from './text.js';

/** Where a drawing finds fonts and patterns. */
export interface DrawingTools extends TextTools {
  readonly glyphs: GlyphWriter;
  /** Resource name of a tiling pattern. */
  pattern(paint: Extract<Paint, { kind: 'pattern' }>): string;
}

/** True where a drawing leaves something on the page. */
export function isSeen({ ops }: VectorItem): boolean {
  return ops.some((op) =>
    op.kind === 'text' ? op.text !== '' : op.path.length > 0 && (op.fill ?? op.stroke) !== undefined,
  );
}

/** A drawing on its place, turned over. */
interface Place {
  /** Left edge and, from the foot of the page, top edge. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/**
 * Writes a drawing.
 *
 * Points are turned over and scaled here and not by `cm`, so that line widths and patterns keep their true size.
 */
export function drawVector(
  item: VectorItem,
  pageHeight: number,
  content: ContentStream,
  tools: DrawingTools,
): void {
  const place: Place = { x: item.x, y: pageHeight - item.y, scale: item.scale ?? 1 };
  for (const op of item.ops) {
    switch (op.kind) {
      case 'path':
        drawPath(op, place, content, tools);
        break;
      case 'text':
        drawLabel(op, place, content, tools);
        break;
    }
  }
}

function drawPath(
  op: Extract<DrawOp, { kind: 'path' }>,
  place: Place,
  content: ContentStream,
  tools: DrawingTools,
): void {
  const { path, fill, stroke } = op;
  if (path.length === 0 || (!fill && !stroke)) return;
  content.endText();
  if (stroke) content.strokeWith(scaled(stroke, place.scale));
  const star = op.fillRule === 'evenodd' ? '*' : '';
  const finish = fill ? (stroke ? `B${star}\n` : `f${star}\n`) : 'S\n';
  const { out } = content;
  if (fill?.kind === 'pattern') {
    // A pattern paints its own background, so one fill is enough; it takes a colour space of its own.
    out.ascii(`q\n/Pattern cs /${tools.pattern(fill)} scn\n`);
    tracePath(path, place, content);
    out.ascii(finish);
    out.ascii('Q\n');
    return;
  }
  if (fill) content.fillWith(fill.colour);
  tracePath(path, place, content);
  out.ascii(finish);
}

function scaled(stroke: Stroke, scale: number): Stroke {
  if (scale === 1) return stroke;
  const { colour, width, dash = [] } = stroke;
  return { colour, width: width * scale, dash: dash.map((length) => length * scale) };
}

function tracePath(path: readonly PathCommand[], { x, y, scale }: Place, content: ContentStream): void {
  const box = rectangleOf(path);
  if (box) {
    const [left, top, right, bottom] = box;
    // Both edges are rounded as points are, so that neighbours meet.
    const from = rounded(x + left * scale);
    const foot = rounded(y - bottom * scale);
    const width = rounded(x + right * scale) - from;
    content.operator('re', from, foot, width, rounded(y - top * scale) - foot);
    return;
  }
  for (const command of path) {
    switch (command[0]) {
      case 'M':
        content.operator('m', x + command[1] * scale, y - command[2] * scale);
        break;
      case 'L':
        content.operator('l', x + command[1] * scale, y - command[2] * scale);
        break;
      case 'C':
        content.operator(
          'c',
          x + command[1] * scale,
          y - command[2] * scale,
          x + command[3] * scale,
          y - command[4] * scale,
          x + command[5] * scale,
          y - command[6] * scale,
        );
        break;
      case 'Z':
        content.out.ascii('h\n');
        break;
    }
  }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Left, top, right and bottom of an upright rectangle drawn clockwise from its top left corner. */
function rectangleOf(path: readonly PathCommand[]): readonly [number, number, number, number] | undefined {
  const [a, b, c, d, e, more] = path;
  if (!a || !b || !c || !d || !e || more) return undefined;
  if (a[0] !== 'M' || b[0] !== 'L' || c[0] !== 'L' || d[0] !== 'L' || e[0] !== 'Z') return undefined;
  if (a[2] !== b[2] || b[1] !== c[1] || c[2] !== d[2] || d[1] !== a[1]) return undefined;
  return a[1] < b[1] && a[2] < c[2] ? [a[1], a[2], c[1], c[2]] : undefined;
}

function drawLabel(
  op: Extract<DrawOp, { kind: 'text' }>,
  place: Place,
  content: ContentStream,
  tools: DrawingTools,
): void {
  if (op.text === '') return;
  const font = op.weight === 600 ? 'sans-bold' : 'sans';
  const size = op.size * place.scale;
  const back =
    op.anchor === 'start'
      ? 0
      : textWidth(font, op.text, size, 'tabular', tools) * (op.anchor === 'end' ? 1 : 0.5);
  // A clockwise turn on the page is a negative angle in PDF, whose y goes upwards.
  const angle = (-(op.rotate ?? 0) * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const x = place.x + op.x * place.scale - back * cos;
  const y = place.y - op.y * place.scale - back * sin;
  content.fillWith(op.colour);
  const turned = op.rotate !== undefined && op.rotate !== 0;
  if (turned) content.endText();
  content.moveText(x, y);
  if (turned) content.operator('Tm', cos, sin, -sin, cos, x, y);
  content.spaceLetters(0);
  showText(font, op.text, size, 'tabular', content, tools);
  if (turned) content.endText();
}
