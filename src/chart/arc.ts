/** Arcs as cubic curves, by the rules of canvas. */

type Point = readonly [number, number];
type Curve = readonly [number, number, number, number, number, number];

/** Where an arc of an ellipse begins, then its curves of a quarter turn at most: the error is below 0.03 % of the radius. */
export function arcCurves(
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  rotation: number,
  from: number,
  to: number,
  counterclockwise: boolean,
): readonly [Point, ...Curve[]] {
  const sweep = arcSweep(from, to, counterclockwise);
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  const turn = (ex: number, ey: number): Point => [ex * cos - ey * sin, ex * sin + ey * cos];
  const point = (t: number): Point => {
    const [dx, dy] = turn(radiusX * Math.cos(t), radiusY * Math.sin(t));
    return [x + dx, y + dy];
  };
  const tangent = (t: number): Point => turn(-radiusX * Math.sin(t), radiusY * Math.cos(t));
  const pieces = Math.max(0, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const step = pieces === 0 ? 0 : sweep / pieces;
  const k = (4 / 3) * Math.tan(step / 4);
  const curves = Array.from({ length: pieces }, (_, i): Curve => {
    const t0 = from + i * step;
    const t1 = t0 + step;
    const [p0, p1, d0, d1] = [point(t0), point(t1), tangent(t0), tangent(t1)];
    return [p0[0] + k * d0[0], p0[1] + k * d0[1], p1[0] - k * d1[0], p1[1] - k * d1[1], p1[0], p1[1]];
  });
  return [point(from), ...curves];
}

/** How far an arc turns, signed. */
function arcSweep(from: number, to: number, counterclockwise: boolean): number {
  const full = Math.PI * 2;
  const turn = counterclockwise ? from - to : to - from;
  const size = turn >= full ? full : ((turn % full) + full) % full;
  return counterclockwise ? -size : size;
}
