/** Rules, tints and symbols as items of a page, with the look's Scotch rule (section 2.4). */
import type { Colour, DrawOp } from '../model/drawing.js';
import type { Mark } from '../model/table.js';
import type { VectorItem } from './display.js';
import type { PageBuilder } from './page.js';
import { drawSymbol, symbolSquare } from './symbols.js';

/** A filled rectangle that is no content: a rule, a bullet, a tint. */
export function filledRectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Colour,
  tag: 'artifact' | 'pagination' = 'artifact',
): VectorItem {
  const op: DrawOp = {
    kind: 'path',
    path: [['M', 0, 0], ['L', width, 0], ['L', width, height], ['L', 0, height], ['Z']],
    fill: { kind: 'solid', colour },
  };
  return { kind: 'vector', x, y, ops: [op], tag };
}

/** A level rule whose upper edge is at `y`. */
export function drawRule(
  page: PageBuilder,
  x: number,
  right: number,
  y: number,
  weight: number,
  colour: Colour = 'ink',
  tag: 'artifact' | 'pagination' = 'artifact',
): void {
  page.items.push(filledRectangle(x, y, right - x, weight, colour, tag));
}

/** Height of a Scotch rule: 4 pt, a gap of 2.25, 0.75 pt. */
export const scotchHeight = 7;

/** A thick rule over a thin one, from `y` to `y + scotchHeight`. */
export function drawScotchRule(page: PageBuilder, x: number, right: number, y: number): void {
  drawRule(page, x, right, y, 4);
  drawRule(page, x, right, y + 6.25, 0.75);
}

/** A symbol in a square of `size`, its top left corner at `x`, `y`. The word beside it is its text, so it is none. */
export function drawMark(
  page: PageBuilder,
  mark: Mark,
  x: number,
  y: number,
  size: number,
  colour: Colour,
): void {
  page.items.push({
    kind: 'vector',
    x,
    y,
    ops: drawSymbol(mark, colour),
    scale: size / symbolSquare,
    tag: 'artifact',
  });
}
