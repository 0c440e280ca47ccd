/** Transformations of the plane, and the lists of them that SVG writes. */

/** x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that does `inner` first. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [A, B, C, D, E, F] = inner;
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}

export function translation(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

export function rotation(degrees: number): Matrix {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, sin, -sin, cos, 0, 0];
}

export function transformPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The way back; undefined where a plane was pressed into a line. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const area = a * d - b * c;
  if (area === 0) return undefined;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

export function isIdentity(matrix: Matrix): boolean {
  return matrix.every((value, at) => value === identity[at]);
}

const call = /\s*,?\s*([a-zA-Z]+)\s*\(([^()]*)\)/y;
const unit = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(px|deg|rad|grad|turn)?$/i;
const angles: Readonly<Record<string, number>> = { rad: 180 / Math.PI, grad: 0.9, turn: 360 };

/** Reads `translate(10 20) rotate(45)`, as an attribute or in CSS; undefined where it cannot be read. */
export function readTransform(text: string): Matrix | undefined {
  let matrix = identity;
  const typed = text.trim();
  if (typed === '' || typed === 'none') return matrix;
  let at = 0;
  while (at < typed.length) {
    call.lastIndex = at;
    const found = call.exec(typed);
    if (!found) return undefined;
    const own = one(found[1] ?? '', readNumbers(found[2] ?? ''));
    if (own === undefined || own.some((value) => !Number.isFinite(value))) return undefined;
    matrix = multiply(matrix, own);
    at = call.lastIndex;
  }
  return matrix;
}

function readNumbers(text: string): readonly number[] {
  const parts = text.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:[a-z%]+)?/gi) ?? [];
  return parts.map((part) => {
    const found = unit.exec(part);
    return found ? Number(found[1]) * (angles[(found[2] ?? '').toLowerCase()] ?? 1) : Number.NaN;
  });
}

function one(name: string, values: readonly number[]): Matrix | undefined {
  const [a = Number.NaN, b, c, d, e, f] = values;
  switch (name) {
    case 'matrix':
      return [a, b, c, d, e, f].map((value) => value ?? Number.NaN) as unknown as Matrix;
    case 'translate':
      return translation(a, b ?? 0);
    case 'translateX':
      return translation(a, 0);
    case 'translateY':
      return translation(0, a);
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0];
    case 'scaleX':
      return [a, 0, 0, 1, 0, 0];
    case 'scaleY':
      return [1, 0, 0, a, 0, 0];
    case 'rotate':
      return b === undefined
        ? rotation(a)
        : multiply(multiply(translation(b, c ?? 0), rotation(a)), translation(-b, -(c ?? 0)));
    case 'skewX':
      return [1, 0, Math.tan((a * Math.PI) / 180), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan((a * Math.PI) / 180), 0, 1, 0, 0];
    default:
      return undefined;
  }
}
