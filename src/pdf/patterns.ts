/** The look's fills for charts in one colour: hatch, dots and lines as tiling patterns (PDF 1.7, 8.7.3). */
import type { Paint } from '../model/drawing.js';
import type { PdfKitDocument, PdfRef } from './internals.js';
import { num, rgb } from './numbers.js';

type PatternPaint = Extract<Paint, { kind: 'pattern' }>;

/** A pattern object and its resource name, the same on every page. */
export interface NamedPattern {
  readonly name: string;
  readonly ref: PdfRef;
}

/**
 * Side of the square that repeats, in points. Hatch lines stand 4 pt apart, so the diagonal of their tile is 8 pt;
 * dots and lines are the site's 6 px and 5 px at the size of print (tokens, section 8).
 */
const tiles: Readonly<Record<PatternPaint['pattern'], number>> = { hatch: 5.657, dots: 6.4, lines: 2.9 };

/** Resource name of a pattern. */
export function patternName({ pattern, background, foreground }: PatternPaint): string {
  return `${pattern}-${background}-${foreground}`;
}

/** Makes each pattern of a document once. */
export function patternBook(document: PdfKitDocument): (paint: PatternPaint) => NamedPattern {
  const made = new Map<string, NamedPattern>();
  return (paint) => {
    const name = patternName(paint);
    const known = made.get(name);
    if (known) return known;
    const tile = tiles[paint.pattern];
    const ref = document.ref({
      Type: 'Pattern',
      PatternType: 1,
      PaintType: 1,
      TilingType: 1,
      BBox: [0, 0, tile, tile],
      XStep: tile,
      YStep: tile,
      Resources: {},
    });
    ref.end(`${rgb(paint.background)} rg 0 0 ${tile} ${tile} re f\n${marks(paint, tile)}`);
    const named = { name, ref };
    made.set(name, named);
    return named;
  };
}

function marks(paint: PatternPaint, tile: number): string {
  switch (paint.pattern) {
    case 'hatch': {
      // The diagonal and its two neighbours, so that the corners of the tile join up.
      const far = num(tile + 2);
      return (
        `${rgb(paint.foreground)} RG 1.7 w -2 -2 m ${far} ${far} l ` +
        `-2 ${num(tile - 2)} m 2 ${far} l ${num(tile - 2)} -2 m ${far} 2 l S`
      );
    }
    case 'dots':
      // Two dots to a tile, set like bricks.
      return `${rgb(paint.foreground)} rg ${dot(tile / 4, tile / 4)}${dot((tile * 3) / 4, (tile * 3) / 4)}f`;
    case 'lines':
      return `${rgb(paint.foreground)} RG 0.85 w 0 ${num(tile / 2)} m ${num(tile)} ${num(tile / 2)} l S`;
  }
}

/** A circle of four cubics. */
function dot(x: number, y: number): string {
  const r = 0.9;
  const k = r * 0.5523;
  const p = (dx: number, dy: number) => `${num(x + dx)} ${num(y + dy)}`;
  return (
    `${p(r, 0)} m ${p(r, k)} ${p(k, r)} ${p(0, r)} c ${p(-k, r)} ${p(-r, k)} ${p(-r, 0)} c ` +
    `${p(-r, -k)} ${p(-k, -r)} ${p(0, -r)} c ${p(k, -r)} ${p(r, -k)} ${p(r, 0)} c h `
  );
}
