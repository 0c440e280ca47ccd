/** What is reported of an image that a pack cannot print. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/span.js';

/** A warning: its words in place of the picture are printed. */
export function unprintedImage(src: string, span: Span): Diagnostic {
  const name = src.slice(src.lastIndexOf('/') + 1);
  return /\.svg$/i.test(src)
    ? warning('image-is-readable', span, `SVG is shown on the site and not printed in packs: “${name}”`, {
        hint: 'Use PNG: save the picture as PNG and name that in the paper.',
      })
    : warning('image-is-readable', span, `The image "${src}" could not be read`, {
        hint: 'Check the name of the file, and that it is a PNG or JPEG picture.',
      });
}
