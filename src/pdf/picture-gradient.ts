/** Gradients of an author's vector picture as axial and radial shadings. */
import type { PicturePaint } from '../layout/svg/picture.js';
import type { PdfDictionary } from './internals.js';
import { matrixOperator } from './picture-operators.js';
import { alphaOperator, type PictureStream } from './picture-stream.js';

type Gradient = Extract<PicturePaint, { kind: 'gradient' }>;

/** A shading painted over all that the clip leaves. */
export function gradientOperators(paint: Gradient, stream: PictureStream): string {
  const { pdf } = stream;
  const name = `S${Object.keys(stream.shadings).length + 1}`;
  const shading = pdf.ref({
    ShadingType: paint.shape === 'linear' ? 2 : 3,
    ColorSpace: 'DeviceRGB',
    Coords: paint.points,
    Function: stopsFunction(paint.stops),
    Extend: [true, true],
  });
  shading.end();
  stream.shadings[name] = shading;
  return `${alphaOperator(paint.alpha, 1, stream)}${matrixOperator(paint.matrix)}/${name} sh\n`;
}

/** Straight runs from stop to stop, joined (PDF 1.7, 7.10.4); two stops at one place are a sharp edge. */
function stopsFunction(stops: Gradient['stops']): PdfDictionary {
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) throw new Error('a gradient without stops');
  const all = [{ ...first, offset: 0 }, ...stops, { ...last, offset: 1 }];
  const runs: PdfDictionary[] = [];
  const bounds: number[] = [];
  let end = 0;
  all.slice(1).forEach((stop, i) => {
    const from = all[i];
    if (!from || !(stop.offset > from.offset)) return;
    if (runs.length > 0) bounds.push(end);
    runs.push({ FunctionType: 2, Domain: [0, 1], C0: from.rgb, C1: stop.rgb, N: 1 });
    end = stop.offset;
  });
  const [only, ...more] = runs;
  if (only && more.length === 0) return only;
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: runs,
    Bounds: bounds,
    Encode: runs.flatMap(() => [0, 1]),
  };
}
