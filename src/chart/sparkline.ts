/** Small lines in tables of indicators: no axis, no words, since the figures stand beside them. */
import type { DrawOp, Drawing, PathCommand } from '../model/drawing.js';

/**
 * Draws a series of figures as a line with its last point marked.
 *
 * A gap in the figures is a gap in the line. `target` adds a dashed line, and the scale takes it in.
 */
export function sparkline(
  values: readonly (number | undefined)[],
  width: number,
  height: number,
  target?: number,
): Drawing {
  const known = values.filter((value) => value !== undefined);
  if (target !== undefined) known.push(target);
  const low = known.reduce((least, value) => Math.min(least, value), known[0] ?? 0);
  const high = known.reduce((most, value) => Math.max(most, value), known[0] ?? 0);
  const thick = height / 16;
  const radius = height * 0.095;
  const margin = radius + thick / 2;
  const step = values.length > 1 ? (width - 2 * margin) / (values.length - 1) : 0;
  const at = (value: number): number =>
    high === low ? height / 2 : height - margin - ((value - low) / (high - low)) * (height - 2 * margin);

  const ops: DrawOp[] = [];
  if (target !== undefined) {
    ops.push({
      kind: 'path',
      path: [
        ['M', 0, at(target)],
        ['L', width, at(target)],
      ],
      stroke: { colour: 'accent', width: thick * 0.7, dash: [thick * 1.7, thick * 1.7] },
    });
  }
  const line: PathCommand[] = [];
  let drawing = false;
  let last: { readonly x: number; readonly y: number } | undefined;
  values.forEach((value, i) => {
    if (value === undefined) {
      drawing = false;
      return;
    }
    last = { x: values.length > 1 ? margin + i * step : width / 2, y: at(value) };
    line.push([drawing ? 'L' : 'M', last.x, last.y]);
    // A figure between two gaps would have no line: a short dash stands for it.
    if (!drawing && values[i + 1] === undefined) line.push(['L', last.x + thick, last.y]);
    drawing = true;
  });
  if (line.length > 0) ops.push({ kind: 'path', path: line, stroke: { colour: 'ink', width: thick } });
  if (last)
    ops.push({ kind: 'path', path: circle(last.x, last.y, radius), fill: { kind: 'solid', colour: 'ink' } });
  return { width, height, ops };
}

/** A circle of four cubics; 0.5523 is 4/3 (sqrt 2 - 1). */
export function circle(x: number, y: number, r: number): readonly PathCommand[] {
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
