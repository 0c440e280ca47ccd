/** Paints an author's vector picture as a form on the unit square, so that it is placed like any other image. */
import type { Rgba } from '../layout/svg/colour.js';
import { isIdentity } from '../layout/svg/matrix.js';
import type { Matrix } from '../layout/svg/matrix.js';
import type {
  Picture,
  PictureClip,
  PictureGroup,
  PictureOp,
  PicturePaint,
  PicturePath,
  PictureRun,
  PictureStroke,
  PictureText,
} from '../layout/svg/picture.js';
import type { PathCommand } from '../model/drawing.js';
import type { Faces, PaintText } from './faces.js';
import type { PdfDictionary, PdfKitDocument, PdfRef } from './internals.js';

/** One content stream while it is written: a form, or a group within it. */
interface Stream {
  readonly pdf: PdfKitDocument;
  readonly faces: Faces;
  readonly picture: Picture;
  readonly fonts: PdfDictionary;
  readonly states: PdfDictionary;
  readonly shadings: PdfDictionary;
  readonly forms: PdfDictionary;
  /** How many states are saved: PDF/A allows 28 (ISO 19005-2, 6.1.13). */
  depth: number;
}

const deepest = 20;

/** A form XObject that fills the unit square. */
export function pictureForm(pdf: PdfKitDocument, picture: Picture, faces: Faces): PdfRef {
  const { width, height } = picture;
  const stream = open(pdf, picture, faces);
  // From pixels that run down to a square that runs up.
  const place: Matrix = [1 / width, 0, 0, -1 / height, 0, 1];
  const content = `${matrixOperator(place)}${paintAll(picture.ops, stream)}`;
  return close(stream, [0, 0, 1, 1], content, {});
}

function open(pdf: PdfKitDocument, picture: Picture, faces: Faces): Stream {
  return { pdf, faces, picture, fonts: {}, states: {}, shadings: {}, forms: {}, depth: 1 };
}

function close(stream: Stream, box: readonly number[], content: string, rest: PdfDictionary): PdfRef {
  const { fonts, states, shadings, forms } = stream;
  const resources: PdfDictionary = {};
  if (Object.keys(fonts).length > 0) resources['Font'] = fonts;
  if (Object.keys(states).length > 0) resources['ExtGState'] = states;
  if (Object.keys(shadings).length > 0) resources['Shading'] = shadings;
  if (Object.keys(forms).length > 0) resources['XObject'] = forms;
  const form = stream.pdf.ref({ Type: 'XObject', Subtype: 'Form', BBox: box, Resources: resources, ...rest });
  form.end(Buffer.from(content, 'latin1'));
  return form;
}

function paintAll(ops: readonly PictureOp[], stream: Stream): string {
  return ops
    .map((op) => {
      switch (op.kind) {
        case 'path':
          return paintPath(op, stream);
        case 'text':
          return paintText(op, stream);
        case 'group':
          return paintGroup(op, stream);
      }
    })
    .join('');
}

/** Cut where it stands; let through as one by way of a form of its own, since parts of it may overlap. */
function paintGroup(group: PictureGroup, stream: Stream): string {
  const cuts = group.clips.map(clipOperators).join('');
  const { opacity = 1 } = group;
  if (opacity === 0) return '';
  if (opacity === 1 && stream.depth < deepest) {
    stream.depth++;
    const inside = paintAll(group.ops, stream);
    stream.depth--;
    return `q\n${cuts}${inside}Q\n`;
  }
  const own = open(stream.pdf, stream.picture, stream.faces);
  const content = paintAll(group.ops, own);
  const { width, height } = stream.picture;
  const form = close(own, [0, 0, width, height].map(Math.ceil), content, {
    Group: { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' },
  });
  const name = `G${Object.keys(stream.forms).length + 1}`;
  stream.forms[name] = form;
  return `q\n${cuts}${alphaOperator(opacity, opacity, stream)}/${name} Do\nQ\n`;
}

function clipOperators({ path, rule }: PictureClip): string {
  // Without an area nothing is left to see.
  const shape = path.length === 0 ? '0 0 0 0 re\n' : pathOperators(path);
  return `${shape}${rule === 'evenodd' ? 'W*' : 'W'} n\n`;
}

function paintPath(op: PicturePath, stream: Stream): string {
  const { fill, stroke } = op;
  const star = op.fillRule === 'evenodd' ? '*' : '';
  const path = pathOperators(op.path);
  const begin = `q\n${isIdentity(op.matrix) ? '' : matrixOperator(op.matrix)}`;
  if (fill?.kind === 'gradient') {
    const under = `${begin}${path}W${star} n\n${gradientOperators(fill, stream)}Q\n`;
    return stroke ? `${under}${paintPath({ ...withoutFill(op), stroke }, stream)}` : under;
  }
  if (!fill && !stroke) return '';
  const finish = fill ? (stroke ? `B${star}` : `f${star}`) : 'S';
  const alpha = alphaOperator(fill?.colour.alpha ?? 1, stroke?.colour.alpha ?? 1, stream);
  return (
    `${begin}${alpha}${fill ? `${rgbOperands(fill.colour.rgb)} rg\n` : ''}` +
    `${stroke ? strokeOperators(stroke) : ''}${path}${finish}\nQ\n`
  );
}

function withoutFill({ kind, matrix, path }: PicturePath): PicturePath {
  return { kind, matrix, path };
}

function strokeOperators({ colour, width, cap, join, miterLimit, dash, dashOffset }: PictureStroke): string {
  return (
    `${rgbOperands(colour.rgb)} RG ${num(width)} w ${cap} J ${join} j ${num(miterLimit)} M ` +
    (dash.length === 0 ? '' : `[${dash.map(num).join(' ')}] ${num(phase(dash, dashOffset))} d `) +
    '\n'
  );
}

/** PDF forbids a dash phase below zero. */
function phase(dash: readonly number[], offset: number): number {
  const whole = dash.reduce((sum, part) => sum + part, 0);
  return ((offset % whole) + whole) % whole;
}

/** A shading painted over all that the clip leaves. */
function gradientOperators(paint: Extract<PicturePaint, { kind: 'gradient' }>, stream: Stream): string {
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

type Stops = Extract<PicturePaint, { kind: 'gradient' }>['stops'];

/** Straight runs from stop to stop, joined (PDF 1.7, 7.10.4); two stops at one place are a sharp edge. */
function stopsFunction(stops: Stops): PdfDictionary {
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

interface LaidRun {
  readonly run: PictureRun;
  readonly text: PaintText;
  /** Width in the units of the drawing, spacing included. */
  readonly width: number;
}

function paintText(op: PictureText, stream: Stream): string {
  const laid = op.runs.map((run): LaidRun => {
    const text = stream.faces.text(run.font, run.text, 'proportional');
    return { run, text, width: (text.width / 1000) * run.size + run.letterSpacing * text.glyphs };
  });
  const natural = laid.reduce((sum, { width }) => sum + width, 0);
  const glyphs = laid.reduce((sum, { text }) => sum + text.glyphs, 0);
  const extra = op.wanted === undefined || glyphs < 2 ? 0 : (op.wanted - natural) / (glyphs - 1);
  const moved = laid.reduce((sum, { run }) => sum + run.dx, 0);
  const whole = natural + moved + extra * Math.max(0, glyphs - 1);
  let x = op.x - (op.anchor === 'start' ? 0 : op.anchor === 'middle' ? whole / 2 : whole);
  let y = op.y;
  let out = '';
  for (const { run, text, width } of laid) {
    x += run.dx;
    y += run.dy;
    out += paintRun(
      run,
      text,
      x,
      y - run.rise,
      width + extra * text.glyphs,
      run.letterSpacing + extra,
      stream,
    );
    x += width + extra * text.glyphs;
  }
  if (out === '') return '';
  return `q\n${isIdentity(op.matrix) ? '' : matrixOperator(op.matrix)}${out}Q\n`;
}

function paintRun(
  run: PictureRun,
  text: PaintText,
  x: number,
  y: number,
  width: number,
  spacing: number,
  stream: Stream,
): string {
  const { fill, stroke, size } = run;
  if ((!fill && !stroke) || text.runs.length === 0 || size === 0) return '';
  for (const { font, ref } of text.runs) stream.fonts[font] = ref;
  const mode = fill ? (stroke ? 2 : 0) : 1;
  let out =
    `q ${alphaOperator(fill?.alpha ?? 1, stroke?.colour.alpha ?? 1, stream)}` +
    `${fill ? `${rgbOperands(fill.rgb)} rg ` : ''}${stroke ? strokeOperators(stroke) : ''}` +
    // Letters stand upright although the drawing's own axis runs down.
    `BT ${mode} Tr ${num(spacing)} Tc 1 0 0 -1 ${num(x)} ${num(y)} Tm `;
  for (const { font, operands } of text.runs) out += `/${font} ${num(size)} Tf [${operands}] TJ\n`;
  out += 'ET\n';
  if (fill) {
    const bar = (at: number): string => `${num(x)} ${num(at)} ${num(width)} ${num(size * 0.06)} re f\n`;
    if (run.underline) out += bar(y + size * 0.12);
    if (run.strike) out += bar(y - size * 0.28);
  }
  return `${out}Q\n`;
}

/** A graphics state for opacity, where there is any. */
function alphaOperator(fill: number, stroke: number, stream: Stream): string {
  if (fill === 1 && stroke === 1) return '';
  const name = `A${Math.round(fill * 1000)}-${Math.round(stroke * 1000)}`;
  stream.states[name] ??= {
    Type: 'ExtGState',
    ca: Math.round(fill * 1000) / 1000,
    CA: Math.round(stroke * 1000) / 1000,
  };
  return `/${name} gs\n`;
}

function matrixOperator(matrix: Matrix): string {
  return `${matrix.map(num).join(' ')} cm\n`;
}

function pathOperators(path: readonly PathCommand[]): string {
  let out = '';
  for (const command of path) {
    switch (command[0]) {
      case 'M':
        out += `${num(command[1])} ${num(command[2])} m\n`;
        break;
      case 'L':
        out += `${num(command[1])} ${num(command[2])} l\n`;
        break;
      case 'C':
        out += `${command
          .slice(1)
          .map((value) => num(value as number))
          .join(' ')} c\n`;
        break;
      case 'Z':
        out += 'h\n';
        break;
    }
  }
  return out;
}

function rgbOperands(rgb: Rgba['rgb']): string {
  return rgb.map(num).join(' ');
}

/** Farther out than this nothing is on any page, and readers differ on what they can hold. */
const farthest = 1e7;

/** Nine decimals, without exponents: drawings come in any size, and their own scale may be a thousandth. */
function num(value: number): string {
  if (Number.isNaN(value)) throw new Error('a picture has a coordinate that is no number');
  const held = Math.min(farthest, Math.max(-farthest, value));
  if (Number.isInteger(held)) return Object.is(held, -0) ? '0' : String(held);
  const digits = Math.abs(held) >= 10 ? 4 : Math.abs(held) >= 0.1 ? 6 : 9;
  const fixed = held.toFixed(digits).replace(/\.?0+$/, '');
  return fixed === '-0' || fixed === '' ? '0' : fixed;
}
