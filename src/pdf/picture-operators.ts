/** The PDF operators of an author's vector picture: numbers, colours, matrices, paths, strokes and clips. */
import type { Rgba } from '../layout/svg/colour.js';
import type { Matrix } from '../layout/svg/matrix.js';
import type { PictureClip, PictureStroke } from '../layout/svg/picture.js';
import type { PathCommand } from '../model/drawing.js';

/** Changes the matrix from here on. */
export function matrixOperator(matrix: Matrix): string {
  return `${matrix.map(num).join(' ')} cm\n`;
}

/** Traces a path without painting it. */
export function pathOperators(path: readonly PathCommand[]): string {
  let out = '';
  for (const command of path) {
    switch (command[0]) {
      case 'M':
        out += `${num(command[1])} ${num(command[2])} m\n`;
        break;
      case 'L':
        out += `${num(command[1])} ${num(command[2])} l\n`;
        break;
      case 'C':
        out += `${command
          .slice(1)
          .map((value) => num(value as number))
          .join(' ')} c\n`;
        break;
      case 'Z':
        out += 'h\n';
        break;
    }
  }
  return out;
}

/** Cuts all that follows to a path. */
export function clipOperators({ path, rule }: PictureClip): string {
  // Without an area nothing is left to see.
  const shape = path.length === 0 ? '0 0 0 0 re\n' : pathOperators(path);
  return `${shape}${rule === 'evenodd' ? 'W*' : 'W'} n\n`;
}

/** Sets the colour, width, ends, corners and dashes of lines. */
export function strokeOperators({
  colour,
  width,
  cap,
  join,
  miterLimit,
  dash,
  dashOffset,
}: PictureStroke): string {
  return (
    `${rgbOperands(colour.rgb)} RG ${num(width)} w ${cap} J ${join} j ${num(miterLimit)} M ` +
    (dash.length === 0 ? '' : `[${dash.map(num).join(' ')}] ${num(phase(dash, dashOffset))} d `) +
    '\n'
  );
}

/** PDF forbids a dash phase below zero. */
function phase(dash: readonly number[], offset: number): number {
  const whole = dash.reduce((sum, part) => sum + part, 0);
  return ((offset % whole) + whole) % whole;
}

/** The operands of a colour, each from 0 to 1. */
export function rgbOperands(rgb: Rgba['rgb']): string {
  return rgb.map(num).join(' ');
}

/** Farther out than this nothing is on any page, and readers differ on what they can hold. */
const farthest = 1e7;

/** Nine decimals, without exponents: drawings come in any size, and their own scale may be a thousandth. */
export function num(value: number): string {
  if (Number.isNaN(value)) throw new Error('a picture has a coordinate that is no number');
  const held = Math.min(farthest, Math.max(-farthest, value));
  if (Number.isInteger(held)) return Object.is(held, -0) ? '0' : String(held);
  const digits = Math.abs(held) >= 10 ? 4 : Math.abs(held) >= 0.1 ? 6 : 9;
  const fixed = held.toFixed(digits).replace(/\.?0+$/, '');
  return fixed === '-0' || fixed === '' ? '0' : fixed;
}
