/** The shapes that a part of a drawing is cut to (masking: CSS Masking 1, 6). */
import type { PathCommand } from '../../model/drawing.js';
import type { XmlElement } from '../../source/xml.js';
import { identity, multiply, readTransform, translation } from './matrix.js';
import type { Matrix } from './matrix.js';
import { readLength } from './length.js';
import type { PictureClip } from './picture.js';
import { diagonalOf, elementsOf, hrefId, svgName, valuesOf } from './scope.js';
import type { Drawing, Scope } from './scope.js';
import { shapeNames, shapePath, transformPath } from './shapes.js';
import type { Bounds } from './shapes.js';
import { computeStyle, referenceId } from './style.js';

/** The cuts that a `<clipPath>` makes; `bounds` is the box of what is cut, in its own coordinates. */
export function clipsOf(
  id: string,
  bounds: Bounds | undefined,
  element: XmlElement,
  scope: Scope,
  drawing: Drawing,
): readonly PictureClip[] {
  const clip = drawing.ids.get(id);
  if (clip === undefined || svgName(clip) !== 'clipPath') {
    drawing.lose(`the cut “#${id}”, which is not in it`, element);
    return [];
  }
  if (scope.open.includes(`clip ${id}`)) return [];
  const values = valuesOf(clip, drawing);
  let matrix = multiply(scope.matrix, readTransform(values.get('transform') ?? '') ?? identity);
  if (values.get('clipPathUnits') === 'objectBoundingBox') {
    if (bounds === undefined) return [{ path: [] }];
    const { left, top, right, bottom } = bounds;
    matrix = multiply(matrix, [right - left, 0, 0, bottom - top, left, top]);
  }
  const inner: Scope = { ...scope, matrix, open: [...scope.open, `clip ${id}`] };
  const parts = elementsOf(clip).map((child) => partOf(child, inner, drawing));
  const even = parts.some((part) => part.evenodd);
  const own: PictureClip = {
    path: parts.flatMap((part) => part.path),
    ...(even ? { rule: 'evenodd' as const } : {}),
  };
  const again = referenceId(values.get('clip-path'));
  return again === undefined ? [own] : [own, ...clipsOf(again, bounds, element, inner, drawing)];
}

interface Part {
  readonly path: readonly PathCommand[];
  readonly evenodd: boolean;
}

const nothing: Part = { path: [], evenodd: false };

function partOf(element: XmlElement, scope: Scope, drawing: Drawing): Part {
  const name = svgName(element);
  if (name === undefined || name === 'title' || name === 'desc' || name === 'metadata') return nothing;
  const values = valuesOf(element, drawing);
  if (values.get('display') === 'none') return nothing;
  const style = computeStyle(scope.style, values, diagonalOf(scope.viewport), () => undefined);
  if (!style.visible) return nothing;
  const matrix: Matrix = multiply(scope.matrix, readTransform(values.get('transform') ?? '') ?? identity);
  const shape = shapeNames.find((each) => each === name);
  if (shape !== undefined) {
    const { path } = shapePath(shape, (key) => values.get(key), {
      ...scope.viewport,
      fontSize: style.fontSize,
    });
    return { path: transformPath(path, matrix), evenodd: style.clipRule === 'evenodd' };
  }
  const id = name === 'use' ? hrefId(element) : undefined;
  const target = id === undefined ? undefined : drawing.ids.get(id);
  if (target === undefined || id === undefined || scope.open.includes(id)) {
    drawing.lose(`<${name}> in a cut (<clipPath>)`, element);
    return nothing;
  }
  const length = (key: string): number =>
    readLength(values.get(key), { whole: scope.viewport.width, fontSize: style.fontSize }) ?? 0;
  const moved = multiply(matrix, translation(length('x'), length('y')));
  return partOf(target, { ...scope, matrix: moved, style, open: [...scope.open, id] }, drawing);
}
