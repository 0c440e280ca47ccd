/** The words of an author's vector picture in the fonts of the pack. */
import { isIdentity } from '../layout/svg/matrix.js';
import type { PictureRun, PictureText } from '../layout/svg/picture.js';
import type { PaintText } from './faces.js';
import { matrixOperator, num, rgbOperands, strokeOperators } from './picture-operators.js';
import { alphaOperator, type PictureStream } from './picture-stream.js';

interface LaidRun {
  readonly run: PictureRun;
  readonly text: PaintText;
  /** Width in the units of the drawing, spacing included. */
  readonly width: number;
}

/** Paints the runs of a text one after another, stretched to the width that it asks for; empty where nothing is seen. */
export function paintText(op: PictureText, stream: PictureStream): string {
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
  stream: PictureStream,
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
