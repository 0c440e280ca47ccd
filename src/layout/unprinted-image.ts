/** What is reported of an image that a pack cannot print. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/span.js';

/** A warning: its words in place of the picture are printed. */
export function unprintedImage(src: string, span: Span): Diagnostic {
  return warning('image-is-readable', span, `the image “${src}” could not be read`, {
    hint: 'Check the name of the file, and that it is a PNG, JPEG or SVG picture.',
  });
}
