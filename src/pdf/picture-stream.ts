/** A content stream of an author's vector picture while it is written, with the resources that it names. */
import type { Picture } from '../layout/svg/picture.js';
import type { Faces } from './faces.js';
import type { PdfDictionary, PdfKitDocument, PdfRef } from './internals.js';

/** One content stream while it is written: a form, or a group within it. */
export interface PictureStream {
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

/** An empty stream, whose form will paint with one state saved. */
export function openStream(pdf: PdfKitDocument, picture: Picture, faces: Faces): PictureStream {
  return { pdf, faces, picture, fonts: {}, states: {}, shadings: {}, forms: {}, depth: 1 };
}

/** Ends the stream as a form XObject with that content; `rest` is added to its dictionary. */
export function closeStream(
  stream: PictureStream,
  box: readonly number[],
  content: string,
  rest: PdfDictionary,
): PdfRef {
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

/** A graphics state for opacity, where there is any. */
export function alphaOperator(fill: number, stroke: number, stream: PictureStream): string {
  if (fill === 1 && stroke === 1) return '';
  const name = `A${Math.round(fill * 1000)}-${Math.round(stroke * 1000)}`;
  stream.states[name] ??= {
    Type: 'ExtGState',
    ca: Math.round(fill * 1000) / 1000,
    CA: Math.round(stroke * 1000) / 1000,
  };
  return `/${name} gs\n`;
}
