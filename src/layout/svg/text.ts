/** Text of a drawing as runs that one anchor places (SVG 2, 11). */
import type { XmlElement, XmlNode } from '../../source/xml.js';
import type { FontKey } from '../../type/fonts.js';
import { resolveColour } from './gradient.js';
import { readLength, readLengths } from './length.js';
import type { PictureRun, PictureText } from './picture.js';
import { diagonalOf, svgName, valuesOf } from './scope.js';
import type { Drawing, Scope } from './scope.js';
import { strokeOf } from './stroke.js';
import { computeStyle } from './style.js';
import type { SvgStyle } from './style.js';

/** A character with what places it. */
interface Letter {
  readonly char: string;
  readonly style: SvgStyle;
  readonly element: XmlElement;
  readonly rise: number;
  x?: number;
  y?: number;
  dx?: number;
  dy?: number;
}

interface Collector {
  readonly letters: Letter[];
  readonly drawing: Drawing;
  readonly scope: Scope;
}

/** The texts of a `<text>`; `style` is the element's own. */
export function textOps(
  element: XmlElement,
  style: SvgStyle,
  scope: Scope,
  drawing: Drawing,
): readonly PictureText[] {
  const collector: Collector = { letters: [], drawing, scope };
  collect(element, style, 0, collector);
  const { letters } = collector;
  // A space at the end is not shown unless it is kept.
  while (letters.at(-1)?.char === ' ' && letters.at(-1)?.style.preserveSpace === false) letters.pop();
  const texts: PictureText[] = [];
  let from = 0;
  let [penX, penY] = [0, 0];
  for (let at = 1; at <= letters.length; at++) {
    if (at < letters.length && letters[at]?.x === undefined) continue;
    const chunk = letters.slice(from, at);
    const first = chunk[0];
    if (first !== undefined) {
      penX = first.x ?? penX;
      penY = first.y ?? penY;
      const { runs, down } = runsOf(chunk, penY, collector);
      texts.push({ kind: 'text', matrix: scope.matrix, x: penX, y: penY, anchor: first.style.anchor, runs });
      penY += down;
    }
    from = at;
  }
  const wanted = readLength(element.attributes.get('textLength'), {
    whole: scope.viewport.width,
    fontSize: style.fontSize,
  });
  const [only, ...more] = texts;
  const placed =
    only !== undefined && more.length === 0 && wanted !== undefined && wanted > 0
      ? [{ ...only, wanted }]
      : texts;
  const shown = placed.filter((text) => text.runs.some((run) => run.text.trim() !== ''));
  return /stroke/.test(valuesOf(element, drawing).get('paint-order') ?? '') ? shown.flatMap(haloed) : shown;
}

/** The outline under the letters, then the letters. */
function haloed(text: PictureText): readonly PictureText[] {
  if (!text.runs.some((run) => run.stroke !== undefined && run.fill !== undefined)) return [text];
  const only = (part: 'fill' | 'stroke'): PictureText => ({
    ...text,
    runs: text.runs.map((run) => {
      const { fill, stroke, ...rest } = run;
      if (part === 'fill') return { ...rest, ...(fill === undefined ? {} : { fill }) };
      return { ...rest, ...(stroke === undefined ? {} : { stroke }), underline: false, strike: false };
    }),
  });
  return [only('stroke'), only('fill')];
}

function collect(element: XmlElement, style: SvgStyle, rise: number, collector: Collector): void {
  const { letters } = collector;
  const from = letters.length;
  for (const child of element.children) collectNode(child, element, style, rise, collector);
  const { viewport } = collector.scope;
  const lists = {
    x: { whole: viewport.width, fontSize: style.fontSize },
    y: { whole: viewport.height, fontSize: style.fontSize },
    dx: { whole: viewport.width, fontSize: style.fontSize },
    dy: { whole: viewport.height, fontSize: style.fontSize },
  };
  // Elements further in have placed their letters already, and they go before.
  for (const key of ['x', 'y', 'dx', 'dy'] as const) {
    const values = readLengths(element.attributes.get(key), lists[key]) ?? [];
    values.forEach((value, i) => {
      const letter = letters[from + i];
      if (letter !== undefined) letter[key] ??= value;
    });
  }
  if (/[1-9]/.test(element.attributes.get('rotate') ?? ''))
    collector.drawing.lose('letters turned one by one (rotate)', element);
}

function collectNode(
  node: XmlNode,
  parent: XmlElement,
  style: SvgStyle,
  rise: number,
  collector: Collector,
): void {
  const { letters, drawing, scope } = collector;
  if (node.kind === 'text') {
    const { preserveSpace } = style;
    for (const char of node.text.replace(/[\t\n\r]/g, ' ')) {
      // Spaces run together, and none stands at the beginning.
      if (char === ' ' && !preserveSpace && (letters.at(-1)?.char ?? ' ') === ' ') continue;
      letters.push({ char, style, element: parent, rise });
    }
    return;
  }
  const name = svgName(node);
  if (name === undefined || name === 'title' || name === 'desc') return;
  if (name === 'textPath') drawing.lose('text along a line (<textPath>), which is printed straight', node);
  else if (name !== 'tspan' && name !== 'a') {
    drawing.lose(`<${name}> within text`, node);
    return;
  }
  const values = valuesOf(node, drawing);
  if (values.get('display') === 'none') return;
  const own = computeStyle(style, values, diagonalOf(scope.viewport), (words) => {
    drawing.lose(words, node);
  });
  collect(node, own, rise + shiftOf(values.get('baseline-shift'), own), collector);
}

function shiftOf(text: string | undefined, style: SvgStyle): number {
  if (text === 'super') return style.fontSize * 0.33;
  if (text === 'sub') return style.fontSize * -0.2;
  return readLength(text, { whole: style.fontSize, fontSize: style.fontSize }) ?? 0;
}

/** Neighbours of one style as runs; `down` is how far they have moved in all. */
function runsOf(
  letters: readonly Letter[],
  top: number,
  { scope, drawing }: Collector,
): { readonly runs: readonly PictureRun[]; readonly down: number } {
  const runs: PictureRun[] = [];
  let down = 0;
  let last: Letter | undefined;
  letters.forEach((letter, i) => {
    const dx = letter.dx ?? 0;
    // A new height without a new beginning goes on where the text has come to.
    const absolute = i > 0 && letter.y !== undefined ? letter.y - top - down : 0;
    const dy = (letter.dy ?? 0) + absolute;
    down += dy;
    const open = runs.at(-1);
    if (
      open !== undefined &&
      last?.style === letter.style &&
      last.rise === letter.rise &&
      dx === 0 &&
      dy === 0
    ) {
      runs[runs.length - 1] = { ...open, text: open.text + letter.char };
    } else runs.push({ ...runStyle(letter, scope, drawing), text: letter.char, dx, dy });
    last = letter;
  });
  return { runs, down };
}

function runStyle(
  { style, element, rise }: Letter,
  scope: Scope,
  drawing: Drawing,
): Omit<PictureRun, 'text' | 'dx' | 'dy'> {
  const fill = style.visible
    ? resolveColour(style.fill, style.fillOpacity, element, scope, drawing)
    : undefined;
  const stroke = style.visible ? strokeOf(style, element, scope, drawing) : undefined;
  return {
    font: faceOf(style),
    size: style.fontSize,
    ...(fill === undefined ? {} : { fill }),
    ...(stroke === undefined ? {} : { stroke }),
    letterSpacing: style.letterSpacing,
    rise: rise - shifts[style.baseline] * style.fontSize,
    underline: style.underline,
    strike: style.strike,
  };
}

/** How far below its baseline a text is placed by other lines, in type sizes of the packs' sans. */
const shifts: Readonly<Record<SvgStyle['baseline'], number>> = {
  alphabetic: 0,
  middle: 0.243,
  central: 0.35,
  hanging: 0.72,
  'text-top': 0.95,
  'text-bottom': -0.27,
};

/** The packs' face that comes nearest; there is no slanted serif. */
function faceOf({ serif, bold, italic }: SvgStyle): FontKey {
  if (serif) return bold ? 'serif-bold' : 'serif';
  if (bold) return italic ? 'sans-bold-italic' : 'sans-bold';
  return italic ? 'sans-italic' : 'sans';
}
