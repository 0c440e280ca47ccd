/** How a view box is fitted into a rectangle (SVG 2, 8.6 and 8.7). */
import type { Matrix } from './matrix.js';
import { readNumbers } from './length.js';

export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Reads a `viewBox`; undefined where there is none, or one without an area. */
export function readViewBox(text: string | undefined): ViewBox | undefined {
  const values = readNumbers(text);
  if (values?.length !== 4) return undefined;
  const [x = 0, y = 0, width = 0, height = 0] = values;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

const shares: Readonly<Record<string, number>> = { min: 0, mid: 0.5, max: 1 };

/** The transformation from a view box to a rectangle, and whether what stands out must be cut off. */
export function fitView(
  box: ViewBox,
  x: number,
  y: number,
  width: number,
  height: number,
  preserve: string | undefined,
): { readonly matrix: Matrix; readonly cut: boolean } {
  const found = /^\s*(?:defer\s+)?(none|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?\s*$/.exec(
    preserve ?? '',
  );
  const [sx, sy] = [width / box.width, height / box.height];
  if (found?.[1] === 'none') return { matrix: [sx, 0, 0, sy, x - box.x * sx, y - box.y * sy], cut: false };
  const slice = found?.[4] === 'slice';
  const scale = slice ? Math.max(sx, sy) : Math.min(sx, sy);
  const share = (name: string | undefined): number => shares[(name ?? 'Mid').toLowerCase()] ?? 0.5;
  const dx = x + (width - box.width * scale) * share(found?.[2]) - box.x * scale;
  const dy = y + (height - box.height * scale) * share(found?.[3]) - box.y * scale;
  return { matrix: [scale, 0, 0, scale, dx, dy], cut: slice };
}
