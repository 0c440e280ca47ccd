/** Paints an author's vector picture as a form on the unit square, so that it is placed like any other image. */
import { isIdentity } from '../layout/svg/matrix.js';
import type { Matrix } from '../layout/svg/matrix.js';
import type { Picture, PictureGroup, PictureOp, PicturePath } from '../layout/svg/picture.js';
import type { Faces } from './faces.js';
import type { PdfKitDocument, PdfRef } from './internals.js';
import { gradientOperators } from './picture-gradient.js';
import {
  clipOperators,
  matrixOperator,
  pathOperators,
  rgbOperands,
  strokeOperators,
} from './picture-operators.js';
import { alphaOperator, closeStream, openStream, type PictureStream } from './picture-stream.js';
import { paintText } from './picture-text.js';

const deepest = 20;

/** A form XObject that fills the unit square. */
export function pictureForm(pdf: PdfKitDocument, picture: Picture, faces: Faces): PdfRef {
  const { width, height } = picture;
  const stream = openStream(pdf, picture, faces);
  // From pixels that run down to a square that runs up.
  const place: Matrix = [1 / width, 0, 0, -1 / height, 0, 1];
  const content = `${matrixOperator(place)}${paintAll(picture.ops, stream)}`;
  return closeStream(stream, [0, 0, 1, 1], content, {});
}

function paintAll(ops: readonly PictureOp[], stream: PictureStream): string {
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
function paintGroup(group: PictureGroup, stream: PictureStream): string {
  const cuts = group.clips.map(clipOperators).join('');
  const { opacity = 1 } = group;
  if (opacity === 0) return '';
  if (opacity === 1 && stream.depth < deepest) {
    stream.depth++;
    const inside = paintAll(group.ops, stream);
    stream.depth--;
    return `q\n${cuts}${inside}Q\n`;
  }
  const own = openStream(stream.pdf, stream.picture, stream.faces);
  const content = paintAll(group.ops, own);
  const { width, height } = stream.picture;
  const form = closeStream(own, [0, 0, width, height].map(Math.ceil), content, {
    Group: { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' },
  });
  const name = `G${Object.keys(stream.forms).length + 1}`;
  stream.forms[name] = form;
  return `q\n${cuts}${alphaOperator(opacity, opacity, stream)}/${name} Do\nQ\n`;
}

function paintPath(op: PicturePath, stream: PictureStream): string {
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
