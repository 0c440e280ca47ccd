/** Pages as they are seen: crop, rotation and unit, and the way from their points to ours. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { asNumber, inherited, numbers } from './objects.js';

/** A box by its lower left and upper right corners. */
export type Box = readonly [number, number, number, number];

/** The visible part of a page and how it is turned. */
export interface Sheet {
  readonly box: Box;
  readonly turn: 0 | 90 | 180 | 270;
  /** Points of its unit. */
  readonly unit: number;
  /** As seen, in points. */
  readonly width: number;
  readonly height: number;
}

/** `a b c d e f` of PDF: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

const a4: Box = [0, 0, 595.28, 841.89];

/** Reads the boxes of a page; a page whose boxes make no sense is taken for A4. */
export function sheetOf(page: PDFDict): Sheet {
  const media = boxOf(page, 'MediaBox') ?? a4;
  const crop = boxOf(page, 'CropBox');
  const both = crop ? intersection(media, crop) : undefined;
  const box = both ?? media;
  const degrees = asNumber(inherited(page, 'Rotate')) ?? 0;
  const turned = (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
  const turn = turned === 90 || turned === 180 || turned === 270 ? turned : 0;
  const stated = asNumber(inherited(page, 'UserUnit')) ?? 1;
  const unit = stated > 0 && stated <= 1000 ? stated : 1;
  const across = (box[2] - box[0]) * unit;
  const down = (box[3] - box[1]) * unit;
  return turn === 90 || turn === 270
    ? { box, turn, unit, width: down, height: across }
    : { box, turn, unit, width: across, height: down };
}

function boxOf(page: PDFDict, key: string): Box | undefined {
  const found = numbers(page.context, inherited(page, key), 4);
  if (!found) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = found;
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return isSheet(box) ? box : undefined;
}

/** Between a stamp and a hall: anything else is an error of the file. */
function isSheet(box: Box): boolean {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  return width >= 3 && height >= 3 && box.every((value) => Math.abs(value) <= 200_000);
}

function intersection(a: Box, b: Box): Box | undefined {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return isSheet(box) ? box : undefined;
}

/** From the space of the page to ours: the seen page fills a box with the lower left corner `x`, `y`. */
export function placeSheet(sheet: Sheet, x: number, y: number, width: number): Matrix {
  const [left, bottom, right, top] = sheet.box;
  const s = (width / sheet.width) * sheet.unit;
  switch (sheet.turn) {
    case 0:
      return [s, 0, 0, s, x - s * left, y - s * bottom];
    case 90:
      return [0, -s, s, 0, x - s * bottom, y + s * right];
    case 180:
      return [-s, 0, 0, -s, x + s * right, y + s * top];
    case 270:
      return [0, s, -s, 0, x + s * top, y - s * left];
  }
}

/** A point in another space. */
export function move([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The upright box around a box in another space. */
export function moveBox(matrix: Matrix, [left, bottom, right, top]: Box): Box {
  const corners = [
    move(matrix, left, bottom),
    move(matrix, right, bottom),
    move(matrix, left, top),
    move(matrix, right, top),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Operand list of `cm`; six decimals, since a scale is multiplied by hundreds of points. */
export function matrixOperands(matrix: Matrix): string {
  return matrix.map(fine).join(' ');
}

/** A number with six decimals at most, never in exponent form. */
export function fine(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a coordinate: ${String(value)}`);
  const fixed = value.toFixed(6);
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '').replace(/^-0$/, '0') : fixed;
}
