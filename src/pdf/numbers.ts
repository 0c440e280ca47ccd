/** Numbers and colours as PDF operators want them. */
import { lightColours } from '../model/drawing.js';
import type { Colour } from '../model/drawing.js';

/** A number with at most three decimals, never in exponent form: a thousandth of a point is below any device. */
export function num(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`not a coordinate: ${String(value)}`);
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

const operandsOf = Object.fromEntries(
  Object.entries(lightColours).map(([colour, hex]) => {
    const part = (at: number) => num(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
    return [colour, `${part(1)} ${part(3)} ${part(5)}`];
  }),
) as Readonly<Record<Colour, string>>;

/** Red, green and blue of a colour of the look, as operands. */
export function rgb(colour: Colour): string {
  return operandsOf[colour];
}
