/** Draws windows with coordinates of their own: nested drawings, symbols, and whatever is drawn by reference. */
import type { XmlElement } from '../../source/xml.js';
import { readLength } from './length.js';
import { multiply, translation } from './matrix.js';
import type { PictureClip, PictureOp } from './picture.js';
import { diagonalOf, drawChildren, hrefId, svgName, valuesOf } from './scope.js';
import type { Drawing, Scope } from './scope.js';
import { rectangle, transformPath } from './shapes.js';
import { computeStyle } from './style.js';
import type { SvgStyle } from './style.js';
import { fitView, readViewBox } from './view.js';

type Values = ReadonlyMap<string, string>;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Width and height of a window; `otherwise` where they are not given. */
export function windowSize(values: Values, scope: Scope, otherwise: string): Size {
  const { fontSize } = scope.style;
  const { viewport } = scope;
  const typed = (key: string): string => {
    const value = values.get(key) ?? otherwise;
    return value === 'auto' ? otherwise : value;
  };
  return {
    width: readLength(typed('width'), { whole: viewport.width, fontSize }) ?? viewport.width,
    height: readLength(typed('height'), { whole: viewport.height, fontSize }) ?? viewport.height,
  };
}

/** A nested `svg`, or a `symbol` that is used: a window of its own. */
export function drawViewport(
  element: XmlElement,
  values: Values,
  { width, height }: Size,
  scope: Scope,
  drawing: Drawing,
): readonly PictureOp[] {
  if (!(width > 0 && height > 0)) return [];
  const { fontSize } = scope.style;
  const x = readLength(values.get('x'), { whole: scope.viewport.width, fontSize }) ?? 0;
  const y = readLength(values.get('y'), { whole: scope.viewport.height, fontSize }) ?? 0;
  const box = readViewBox(values.get('viewBox'));
  const matrix =
    box === undefined
      ? translation(x, y)
      : fitView(box, x, y, width, height, values.get('preserveAspectRatio')).matrix;
  const view = box ?? { width, height };
  const inner: Scope = {
    ...scope,
    matrix: multiply(scope.matrix, matrix),
    viewport: { width: view.width, height: view.height, fontSize },
  };
  const ops = drawChildren(element, inner, drawing);
  const overflow = values.get('overflow');
  if (ops.length === 0 || overflow === 'visible' || overflow === 'auto') return ops;
  const window: PictureClip = { path: transformPath(rectangle(x, y, width, height), scope.matrix) };
  return [{ kind: 'group', ops, clips: [window] }];
}

/** What a `use` names, drawn in its place. */
export function drawUse(
  element: XmlElement,
  values: Values,
  scope: Scope,
  drawing: Drawing,
): readonly PictureOp[] {
  const id = hrefId(element);
  const target = id === undefined ? undefined : drawing.ids.get(id);
  if (id === undefined || target === undefined) {
    drawing.lose(
      id === undefined ? 'a part of another file (<use>)' : `the part “#${id}”, which is not in it`,
      element,
    );
    return [];
  }
  if (scope.open.includes(id)) {
    drawing.lose(`the part “#${id}”, which holds itself`, element);
    return [];
  }
  const { fontSize } = scope.style;
  const x = readLength(values.get('x'), { whole: scope.viewport.width, fontSize }) ?? 0;
  const y = readLength(values.get('y'), { whole: scope.viewport.height, fontSize }) ?? 0;
  const inner: Scope = {
    ...scope,
    matrix: multiply(scope.matrix, translation(x, y)),
    open: [...scope.open, id],
  };
  const name = svgName(target);
  if (name !== 'symbol' && name !== 'svg') return drawing.draw(target, inner);
  if (drawing.left-- <= 0) return [];
  const own = valuesOf(target, drawing);
  const style: SvgStyle = computeStyle(scope.style, own, diagonalOf(scope.viewport), () => undefined);
  const typed: Values = new Map([
    ...own,
    ...[...values].filter(([key]) => key === 'width' || key === 'height'),
  ]);
  const window = windowSize(typed, scope, '100%');
  return drawViewport(target, own, window, { ...inner, style }, drawing);
}
