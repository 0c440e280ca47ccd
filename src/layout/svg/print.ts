/** What is said of a vector picture that a pack prints in part or not at all. */
import { error, note, warning } from '../../diagnostics/diagnostic.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { listInWords } from '../../model/words.js';
import type { Span } from '../../source/span.js';
import type { Fonts } from '../../type/fonts.js';
import { pictureTexts } from './picture.js';
import type { Lost, Picture } from './picture.js';
import { readSvg } from './read.js';

/** What layout needs to know of a picture: its size in CSS pixels, and what of it is not printed. */
export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  readonly lost: readonly Lost[];
  /** Characters that the packs' fonts lack. */
  readonly missing: readonly string[];
}

/** The picture in a file, read once for a set of fonts; undefined for one that cannot be read. */
export function pictureOf(bytes: Uint8Array, fonts: Fonts): Picture | undefined {
  const known = fonts.kept.get(bytes) as ReturnType<typeof readSvg> | undefined;
  const result = known ?? readSvg(bytes);
  if (known === undefined) fonts.kept.set(bytes, result);
  return result.kind === 'picture' ? result.picture : undefined;
}

/** Size of a picture, and what of it is not printed. */
export function pictureFacts(bytes: Uint8Array, fonts: Fonts): PictureFacts | undefined {
  const picture = pictureOf(bytes, fonts);
  if (picture === undefined) return undefined;
  const missing = pictureTexts(picture.ops).flatMap(({ runs }) =>
    runs.flatMap((run) => fonts.missing(run.font, run.text)),
  );
  return { width: picture.width, height: picture.height, lost: picture.lost, missing: [...new Set(missing)] };
}

/** True for bytes that hold an SVG drawing and no raster picture. */
export function isSvg(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x89 || bytes[0] === 0xff) return false;
  return /<(?:svg:)?svg[\s>]/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 65_536)));
}

/** Most lines that a message names. */
const mostLines = 3;

/** Warnings for what packs leave out of a picture, which the site may show, and an error for letters without a shape. */
export function lostParts(
  src: string,
  facts: Partial<PictureFacts> & { readonly inks?: boolean },
  span: Span,
): readonly Diagnostic[] {
  const name = src.slice(src.lastIndexOf('/') + 1);
  const parts = (facts.lost ?? []).map(({ what, lines }) =>
    warning(
      'picture-prints-whole',
      span,
      `packs do not print ${what}, which “${name}” has in ${linesInWords(lines)}`,
      {
        hint: 'Draw it in another way, or save the picture as PNG, which is printed as it looks.',
      },
    ),
  );
  const letters = (facts.missing ?? []).map((char) =>
    error(
      'character-is-printable',
      span,
      `the picture “${name}” has the character “${char}”, which the fonts of the packs lack`,
      {
        hint: 'Write a word instead, or save the picture as PNG.',
      },
    ),
  );
  const inks =
    facts.inks === true
      ? [
          note(
            'pack-conforms',
            span,
            `packs with the picture “${name}” do not say that they are PDF/A, since its colours are those of printing inks (CMYK)`,
            { hint: 'Save it with the colours of screens (RGB).' },
          ),
        ]
      : [];
  return [...parts, ...letters, ...inks];
}

/** "line 12", "lines 12, 15 and 20", "lines 12, 15, 20 and 4 more". */
function linesInWords(lines: readonly number[]): string {
  if (lines.length === 1) return `line ${lines[0] ?? 0}`;
  const shown = lines.slice(0, mostLines).map(String);
  const more = lines.length - shown.length;
  return `lines ${more > 0 ? `${shown.join(', ')} and ${more} more` : listInWords(shown)}`;
}
