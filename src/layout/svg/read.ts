/** Reads an SVG file as a picture of vectors: what councils draw, and a list of what cannot be printed. */
import { readXml } from '../../source/xml.js';
import type { XmlElement } from '../../source/xml.js';
import { readSheet } from './css.js';
import type { StyleRule } from './css.js';
import { drawElement } from './elements.js';
import { readLength } from './length.js';
import { identity } from './matrix.js';
import type { Lost, Picture, PictureOp } from './picture.js';
import { diagonalOf, drawChildren, elementsOf, svgName, valuesOf } from './scope.js';
import type { Drawing } from './scope.js';
import { rectangle } from './shapes.js';
import { computeStyle, initialStyle, readShare } from './style.js';
import { fitView, readViewBox } from './view.js';

export type SvgResult =
  | { readonly kind: 'picture'; readonly picture: Picture }
  /** Words that follow "cannot be read: ", and the line. */
  | { readonly kind: 'fault'; readonly message: string; readonly line: number };

/** Most elements that are drawn; copies count each time. */
const mostElements = 50_000;

/** Sizes without a unit where a file gives none (CSS 2, 10.3.2). */
const defaultSize = { width: 300, height: 150 };

/** A larger side, in pixels, is a slip of a program and would leave nothing to see. */
const largest = 1_000_000;

/** Reads a file. Nothing outside it is looked at, and a file that multiplies itself is cut off and said to be. */
export function readSvg(bytes: Uint8Array): SvgResult {
  const read = readXml(textOf(bytes));
  if (read.kind === 'fault') return { kind: 'fault', message: read.fault.message, line: read.fault.line };
  const { root } = read;
  if (svgName(root) !== 'svg')
    return { kind: 'fault', message: `it begins with <${root.name}>`, line: root.line };

  const lost = new Map<string, Set<number>>();
  const lose = (what: string, { line }: XmlElement): void => {
    lost.set(what, (lost.get(what) ?? new Set()).add(line));
  };
  const drawing: Drawing = {
    ids: idsOf(root),
    rules: rulesOf(root, lose),
    left: mostElements,
    draw: (element, scope) => drawElement(element, scope, drawing),
    lose,
  };
  const picture = drawRoot(root, drawing);
  if (picture === undefined) return { kind: 'fault', message: 'it has no size', line: root.line };
  const list = [...lost].map(([what, lines]): Lost => ({ what, lines: [...lines].sort((a, b) => a - b) }));
  return { kind: 'picture', picture: { ...picture, lost: list } };
}

function drawRoot(root: XmlElement, drawing: Drawing): Omit<Picture, 'lost'> | undefined {
  const values = valuesOf(root, drawing);
  const box = readViewBox(values.get('viewBox'));
  const style = computeStyle(initialStyle, values, 0, (words) => {
    drawing.lose(words, root);
  });
  const base = { whole: Number.NaN, fontSize: style.fontSize };
  const side = (key: string): number | undefined => {
    const length = readLength(values.get(key), base);
    return length !== undefined && Number.isFinite(length) ? length : undefined;
  };
  const [typedWidth, typedHeight] = [side('width'), side('height')];
  const ratio = box === undefined ? undefined : box.width / box.height;
  const width =
    typedWidth ??
    (typedHeight !== undefined && ratio !== undefined
      ? typedHeight * ratio
      : (box?.width ?? defaultSize.width));
  const height = typedHeight ?? (ratio !== undefined ? width / ratio : defaultSize.height);
  if (!(width > 0 && height > 0 && width < largest && height < largest)) return undefined;
  const view = box ?? { x: 0, y: 0, width, height };
  const matrix =
    box === undefined
      ? identity
      : fitView(box, 0, 0, width, height, values.get('preserveAspectRatio')).matrix;
  const viewport = { width: view.width, height: view.height, fontSize: style.fontSize };
  const own = computeStyle(initialStyle, values, diagonalOf(viewport), () => undefined);
  const ops = drawChildren(root, { matrix, style: own, viewport, open: [] }, drawing);
  const opacity = readShare(values.get('opacity')) ?? 1;
  const whole: readonly PictureOp[] =
    opacity === 1
      ? ops
      : [{ kind: 'group', ops, opacity, clips: [{ path: rectangle(0, 0, width, height) }] }];
  return { width, height, ops: whole };
}

/** The text of a file, in the encoding that it names. */
function textOf(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const named = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/i.exec(head)?.[1]?.toLowerCase();
  const latin = named === 'iso-8859-1' || named === 'windows-1252' || named === 'us-ascii';
  return new TextDecoder(latin ? 'windows-1252' : 'utf-8').decode(bytes);
}

/** Elements by id; of two with one id the first counts, as in browsers. */
function idsOf(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const ids = new Map<string, XmlElement>();
  const walk = (element: XmlElement): void => {
    const id = element.attributes.get('id');
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    elementsOf(element).forEach(walk);
  };
  walk(root);
  return ids;
}

function rulesOf(root: XmlElement, lose: (what: string, element: XmlElement) => void): readonly StyleRule[] {
  const rules: StyleRule[] = [];
  const walk = (element: XmlElement): void => {
    if (svgName(element) === 'style') {
      const text = element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
      const sheet = readSheet(text, rules.length);
      rules.push(...sheet.rules);
      for (const what of sheet.unknown) lose(what, element);
    } else elementsOf(element).forEach(walk);
  };
  walk(root);
  return rules;
}
