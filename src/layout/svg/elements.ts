/** Draws the elements of an SVG file: each by its kind, cut and let through as a whole. */
import type { PathCommand } from '../../model/drawing.js';
import type { XmlElement } from '../../source/xml.js';
import { clipsOf } from './clip.js';
import { drawShape } from './draw-shape.js';
import type { Content } from './draw-shape.js';
import { drawUse, drawViewport, windowSize } from './draw-window.js';
import { readLength } from './length.js';
import { identity, inverse, multiply, readTransform, translation } from './matrix.js';
import type { Matrix } from './matrix.js';
import type { PictureOp } from './picture.js';
import { diagonalOf, drawChildren, elementsOf, svgName, valuesOf } from './scope.js';
import type { Drawing, Scope } from './scope.js';
import { boundsOf, shapeNames, transformPath } from './shapes.js';
import type { Bounds } from './shapes.js';
import { computeStyle, readShare, referenceId } from './style.js';
import { textOps } from './text.js';

/** Elements that draw nothing where they stand. */
const silent: ReadonlySet<string> = new Set(
  (
    'defs symbol clipPath mask marker linearGradient radialGradient pattern filter style title desc metadata view cursor ' +
    'color-profile font font-face'
  ).split(' '),
);

/** What packs cannot print, in words. */
const unprintable: Readonly<Record<string, string>> = {
  image: 'a picture within the picture (<image>)',
  foreignObject: 'a piece of a web page (<foreignObject>)',
  script: 'a program (<script>)',
  animate: 'movement (<animate>)',
  animateTransform: 'movement (<animateTransform>)',
  animateMotion: 'movement (<animateMotion>)',
  set: 'movement (<set>)',
};

type Values = ReadonlyMap<string, string>;

/** The ops of an element and all within it. */
export function drawElement(element: XmlElement, scope: Scope, drawing: Drawing): readonly PictureOp[] {
  const name = svgName(element);
  if (name === undefined || silent.has(name)) return [];
  if (drawing.left <= 0) {
    drawing.lose('more parts than can be drawn', element);
    return [];
  }
  drawing.left--;
  const values = valuesOf(element, drawing);
  if (values.get('display') === 'none') return [];
  const style = computeStyle(scope.style, values, diagonalOf(scope.viewport), (words) => {
    drawing.lose(words, element);
  });
  const inner: Scope = {
    ...scope,
    style,
    matrix: multiply(scope.matrix, ownTransform(element, values, scope, drawing)),
  };
  const { ops, bounds } = content(name, element, values, inner, drawing);
  return ops.length === 0 ? [] : together(ops, bounds, element, values, inner, drawing);
}

function content(name: string, element: XmlElement, values: Values, scope: Scope, drawing: Drawing): Content {
  const shape = shapeNames.find((each) => each === name);
  if (shape !== undefined) return drawShape(shape, element, values, scope, drawing);
  switch (name) {
    case 'g':
    case 'a':
      return { ops: drawChildren(element, scope, drawing) };
    case 'switch': {
      const first = elementsOf(element).find(
        (child) =>
          svgName(child) !== undefined &&
          svgName(child) !== 'foreignObject' &&
          (child.attributes.get('requiredExtensions') ?? '') === '' &&
          /^$|(^|,)\s*en\b/i.test(child.attributes.get('systemLanguage') ?? ''),
      );
      return { ops: first === undefined ? [] : drawing.draw(first, scope) };
    }
    case 'svg':
      return { ops: drawViewport(element, values, windowSize(values, scope, '100%'), scope, drawing) };
    case 'use':
      return { ops: drawUse(element, values, scope, drawing) };
    case 'text':
      if (/^(tb|vertical|sideways)/.test(values.get('writing-mode') ?? ''))
        drawing.lose('text from top to bottom (writing-mode)', element);
      return { ops: textOps(element, scope.style, scope, drawing) };
    default:
      drawing.lose(unprintable[name] ?? `<${name}>`, element);
      return { ops: [] };
  }
}

/** Cuts and opacity apply to an element as a whole; what has no like in print is lost. */
function together(
  ops: readonly PictureOp[],
  bounds: Bounds | undefined,
  element: XmlElement,
  values: Values,
  scope: Scope,
  drawing: Drawing,
): readonly PictureOp[] {
  const named = (property: string): string | undefined => {
    const value = values.get(property);
    return value === undefined || value === 'none' || value === 'normal' ? undefined : value;
  };
  if (named('filter') !== undefined) drawing.lose('a shadow, blur or other effect (filter)', element);
  if (named('mask') !== undefined) drawing.lose('a mask (mask)', element);
  if (named('mix-blend-mode') !== undefined) drawing.lose('mixing of colours (mix-blend-mode)', element);
  if (named('vector-effect') === 'non-scaling-stroke')
    drawing.lose('lines that stay thin (vector-effect)', element);
  const opacity = readShare(values.get('opacity')) ?? 1;
  const clip = named('clip-path');
  const id = referenceId(clip);
  if (clip !== undefined && id === undefined) drawing.lose(`a cut “${clip}” (clip-path)`, element);
  if (opacity === 1 && id === undefined) return ops;
  const clips =
    id === undefined ? [] : clipsOf(id, bounds ?? groupBounds(ops, scope.matrix), element, scope, drawing);
  if (opacity === 1 && clips.length === 0) return ops;
  return [{ kind: 'group', ops, clips, ...(opacity === 1 ? {} : { opacity }) }];
}

/** The box around paths in coordinates where `matrix` leads from; texts have no part in it. */
function groupBounds(ops: readonly PictureOp[], matrix: Matrix): Bounds | undefined {
  const back = inverse(matrix);
  const pathsOf = (list: readonly PictureOp[]): readonly PathCommand[] =>
    list.flatMap((op) => {
      if (op.kind === 'group') return pathsOf(op.ops);
      return op.kind === 'path' && back !== undefined
        ? transformPath(op.path, multiply(back, op.matrix))
        : [];
    });
  return boundsOf(pathsOf(ops));
}

function ownTransform(element: XmlElement, values: Values, scope: Scope, drawing: Drawing): Matrix {
  const typed = values.get('transform');
  if (typed === undefined) return identity;
  const matrix = readTransform(typed);
  if (matrix === undefined) {
    drawing.lose(`the transformation “${typed}”`, element);
    return identity;
  }
  const origin = values.get('transform-origin');
  if (origin === undefined) return matrix;
  const [x = '0', y = '50%'] = origin.trim().split(/\s+/);
  const words: Readonly<Record<string, string>> = {
    left: '0',
    top: '0',
    center: '50%',
    right: '100%',
    bottom: '100%',
  };
  const { fontSize } = scope.style;
  const left = readLength(words[x] ?? x, { whole: scope.viewport.width, fontSize }) ?? 0;
  const top = readLength(words[y] ?? y, { whole: scope.viewport.height, fontSize }) ?? 0;
  return multiply(multiply(translation(left, top), matrix), translation(-left, -top));
}
