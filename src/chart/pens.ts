/** Small drawing steps that every type of chart uses: text, plates, base lines, the line of a target. */
import type { Colour, DrawOp, PathCommand, Stroke } from '../model/drawing.js';
import type { Sizes } from './look.js';
import { targetStroke } from './look.js';

/** A line of text at its baseline. */
export function textOp(
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  style: { readonly size: number; readonly weight?: 400 | 600; readonly colour?: Colour },
): DrawOp {
  return {
    kind: 'text',
    text,
    x,
    y,
    anchor,
    size: style.size,
    weight: style.weight ?? 400,
    colour: style.colour ?? 'ink',
  };
}

/** Lines of text under one another; `y` is the first baseline. */
export function linesOp(
  lines: readonly string[],
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  sizes: Sizes,
  style: { readonly weight?: 400 | 600; readonly colour?: Colour } = {},
): readonly DrawOp[] {
  return lines.map((line, i) => textOp(line, x, y + i * sizes.line, anchor, { size: sizes.text, ...style }));
}

/** A straight line. */
export function lineOp(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): DrawOp {
  return {
    kind: 'path',
    path: [
      ['M', x1, y1],
      ['L', x2, y2],
    ],
    stroke,
  };
}

/** A rectangle as a path. */
export function rectangle(x: number, y: number, width: number, height: number): readonly PathCommand[] {
  return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']];
}

/** A paper-coloured plate, so that a figure can be read on a pattern or a line. */
export function plateOp(x: number, y: number, width: number, height: number): DrawOp {
  return {
    kind: 'path',
    path: rectangle(x, y, width, height),
    fill: { kind: 'solid', colour: 'paper' },
  };
}

/** The line that bars stand on. */
export function baseLine(x1: number, y1: number, x2: number, y2: number, sizes: Sizes): DrawOp {
  return lineOp(x1, y1, x2, y2, { colour: 'ink', width: sizes.axis });
}

/** The dashed line of a target. */
export function targetLine(x1: number, y1: number, x2: number, y2: number, sizes: Sizes): DrawOp {
  return lineOp(x1, y1, x2, y2, targetStroke(sizes));
}
