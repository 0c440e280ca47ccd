/** Draws the elements of an SVG file: shapes, text, groups, and what is drawn by reference. */
import type { PathCommand } from '../../model/drawing.js';
import type { XmlElement } from '../../source/xml.js';
import { clipsOf } from './clip.js';
import { resolvePaint } from './gradient.js';
import { readLength } from './length.js';
import { cornersOf } from './markers.js';
import { identity, inverse, multiply, readTransform, rotation, translation } from './matrix.js';
import { patternTiles } from './pattern.js';
import type { Matrix } from './matrix.js';
import type { PictureClip, PictureOp, PicturePath } from './picture.js';
import { diagonalOf, elementsOf, hrefId, svgName, valuesOf } from './scope.js';
import type { Drawing, Scope } from './scope.js';
import { boundsOf, rectangle, shapeNames, shapePath, transformPath } from './shapes.js';
import type { Bounds, ShapeName } from './shapes.js';
import { strokeOf } from './stroke.js';
import { computeStyle, initialStyle, readShare, referenceId } from './style.js';
import type { SvgStyle } from './style.js';
import { textOps } from './text.js';
import { fitView, readViewBox } from './view.js';

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

interface Content {
  readonly ops: readonly PictureOp[];
  /** Box of a shape, in its own coordinates; for groups it is not known. */
  readonly bounds?: Bounds | undefined;
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
      return { ops: first === undefined ? [] : drawElement(first, scope, drawing) };
    }
    case 'svg':
      return { ops: drawViewport(element, values, size(values, scope, '100%'), scope, drawing) };
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

/** The ops of the children, in order. */
export function drawChildren(element: XmlElement, scope: Scope, drawing: Drawing): readonly PictureOp[] {
  return elementsOf(element).flatMap((child) => drawElement(child, scope, drawing));
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

function drawShape(
  shape: ShapeName,
  element: XmlElement,
  values: Values,
  scope: Scope,
  drawing: Drawing,
): Content {
  const { style } = scope;
  const { path, whole } = shapePath(shape, (key) => values.get(key), {
    ...scope.viewport,
    fontSize: style.fontSize,
  });
  if (!whole) drawing.lose(`the end of a <${shape}> whose figures cannot be read`, element);
  const bounds = boundsOf(path);
  if (path.length === 0) return { ops: [] };
  const ops: PictureOp[] = [];
  const tiles =
    style.visible && shape !== 'line' ? patternFill(path, bounds, element, scope, drawing) : undefined;
  ops.push(...(tiles ?? []));
  const fill =
    shape === 'line' || !style.visible || tiles !== undefined
      ? undefined
      : resolvePaint(style.fill, style.fillOpacity, bounds, element, scope, drawing);
  const stroke = style.visible ? strokeOf(style, element, scope, drawing) : undefined;
  const base = { kind: 'path', matrix: scope.matrix, path } as const;
  const filled: PicturePath | undefined = fill && {
    ...base,
    fill,
    ...(style.fillRule === 'evenodd' ? { fillRule: 'evenodd' as const } : {}),
  };
  if (/^\s*stroke/.test(values.get('paint-order') ?? '')) {
    if (stroke) ops.push({ ...base, stroke });
    if (filled) ops.push(filled);
  } else if (filled) ops.push(stroke ? { ...filled, stroke } : filled);
  else if (stroke) ops.push({ ...base, stroke });
  const marked = shape === 'path' || shape === 'line' || shape === 'polyline' || shape === 'polygon';
  if (marked && style.visible) ops.push(...drawMarkers(path, element, scope, drawing));
  return { ops, bounds };
}

/** What fills a shape with a pattern: its tiles, cut to it; undefined for any other fill. */
function patternFill(
  path: readonly PathCommand[],
  bounds: Bounds | undefined,
  element: XmlElement,
  scope: Scope,
  drawing: Drawing,
): readonly PictureOp[] | undefined {
  const { fill, fillOpacity, fillRule } = scope.style;
  const id = fill.kind === 'reference' ? fill.id : undefined;
  const server = id === undefined ? undefined : drawing.ids.get(id);
  if (id === undefined || server === undefined || svgName(server) !== 'pattern') return undefined;
  if (bounds === undefined || scope.open.includes(id)) return [];
  const inner: Scope = { ...scope, open: [...scope.open, id] };
  const tiles = patternTiles(server, bounds, inner, drawing, (holder, own) =>
    drawChildren(holder, own, drawing),
  );
  if (tiles === undefined) {
    drawing.lose('a pattern of thousands of tiles (<pattern>)', element);
    return [];
  }
  const edge: PictureClip = {
    path: transformPath(path, scope.matrix),
    ...(fillRule === 'evenodd' ? { rule: 'evenodd' as const } : {}),
  };
  if (tiles.length === 0) return [];
  return [
    { kind: 'group', ops: tiles, clips: [edge], ...(fillOpacity === 1 ? {} : { opacity: fillOpacity }) },
  ];
}

function drawMarkers(
  path: readonly PathCommand[],
  element: XmlElement,
  scope: Scope,
  drawing: Drawing,
): readonly PictureOp[] {
  const { markers } = scope.style;
  if (markers.start === undefined && markers.mid === undefined && markers.end === undefined) return [];
  const corners = cornersOf(path);
  return corners.flatMap((corner, i) => {
    const ids = [
      ...(i === 0 ? [markers.start] : []),
      ...(i > 0 && i < corners.length - 1 ? [markers.mid] : []),
      ...(i === corners.length - 1 ? [markers.end] : []),
    ];
    return ids.flatMap((id) => {
      if (id === undefined || scope.open.includes(id)) return [];
      const marker = drawing.ids.get(id);
      if (marker === undefined || svgName(marker) !== 'marker') {
        drawing.lose(`the arrow head “#${id}”, which is not in it`, element);
        return [];
      }
      return drawMarker(marker, id, corner, i === 0, scope, drawing);
    });
  });
}

function drawMarker(
  marker: XmlElement,
  id: string,
  corner: { readonly x: number; readonly y: number; readonly angle: number },
  first: boolean,
  scope: Scope,
  drawing: Drawing,
): readonly PictureOp[] {
  const values = valuesOf(marker, drawing);
  const own = values.get('markerUnits') === 'userSpaceOnUse' ? 1 : scope.style.strokeWidth;
  const base = { whole: 3, fontSize: scope.style.fontSize };
  const width = readLength(values.get('markerWidth'), base) ?? 3;
  const height = readLength(values.get('markerHeight'), base) ?? 3;
  if (!(width > 0 && height > 0 && own > 0)) return [];
  const box = readViewBox(values.get('viewBox'));
  const fitted =
    box === undefined ? undefined : fitView(box, 0, 0, width, height, values.get('preserveAspectRatio'));
  const inside = fitted?.matrix ?? identity;
  const view = box ?? { x: 0, y: 0, width, height };
  const words: Readonly<Record<string, string>> = {
    left: '0%',
    top: '0%',
    center: '50%',
    right: '100%',
    bottom: '100%',
  };
  const place = (key: string, from: number, whole: number): number => {
    const typed = values.get(key) ?? '0';
    const word = words[typed];
    const length = readLength(word ?? typed, { whole, fontSize: scope.style.fontSize }) ?? 0;
    return word === undefined && !typed.includes('%') ? length : from + length;
  };
  const [refX, refY] = [place('refX', view.x, view.width), place('refY', view.y, view.height)];
  const orient = values.get('orient') ?? '0';
  const angle = orient.startsWith('auto')
    ? corner.angle + (orient === 'auto-start-reverse' && first ? 180 : 0)
    : Number.parseFloat(orient) || 0;
  const [a, b, c, d] = inside;
  const shift: readonly [number, number] = [a * refX + c * refY, b * refX + d * refY];
  const placed = [
    translation(corner.x, corner.y),
    rotation(angle),
    [own, 0, 0, own, 0, 0] as Matrix,
    translation(-shift[0] - inside[4], -shift[1] - inside[5]),
  ].reduce(multiply, scope.matrix);
  // A marker takes nothing from the line but what it asks for by name.
  const style = computeStyle(initialStyle, values, base.whole, () => undefined);
  const context = { fill: scope.style.fill, stroke: scope.style.stroke };
  const inner: Scope = {
    matrix: multiply(placed, inside),
    style,
    viewport: { ...view, fontSize: style.fontSize },
    context,
    open: [...scope.open, id],
  };
  const ops = drawChildren(marker, inner, drawing);
  if (ops.length === 0 || values.get('overflow') === 'visible') return ops;
  return [{ kind: 'group', ops, clips: [{ path: transformPath(rectangle(0, 0, width, height), placed) }] }];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function size(values: Values, scope: Scope, otherwise: string): Size {
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
function drawViewport(
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

function drawUse(element: XmlElement, values: Values, scope: Scope, drawing: Drawing): readonly PictureOp[] {
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
  if (name !== 'symbol' && name !== 'svg') return drawElement(target, inner, drawing);
  if (drawing.left-- <= 0) return [];
  const own = valuesOf(target, drawing);
  const style: SvgStyle = computeStyle(scope.style, own, diagonalOf(scope.viewport), () => undefined);
  const typed: Values = new Map([
    ...own,
    ...[...values].filter(([key]) => key === 'width' || key === 'height'),
  ]);
  const window = size(typed, scope, '100%');
  return drawViewport(target, own, window, { ...inner, style }, drawing);
}
