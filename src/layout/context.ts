/** What layout asks of the world around it: fonts, places in the same document, addresses, sizes of images. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LinkTarget } from '../model/inline.js';
import type { Fonts } from '../type/fonts.js';
import type { MeasuredTexts } from './inline/prepared.js';
import type { Style } from './style.js';
import type { PictureFacts } from './svg/print.js';

/** A place in the document that is being laid out. */
export interface Place {
  /** Index into the pages of the whole document, front pages counted. */
  readonly index: number;
  /** Points from the top of that page. */
  readonly y: number;
  /** The page as printed: "57". Missing for pages without a number. */
  readonly number?: string;
}

/** Size of an image, and what of it is not printed: of a PNG or JPEG that is nothing. */
export interface ImageSize extends Partial<Pick<PictureFacts, 'lost' | 'missing'>> {
  readonly width: number;
  readonly height: number;
  /** True where its colours are printing inks, so that no PDF/A may hold it. */
  readonly inks?: boolean;
}

/** Handed to every part of the layout. */
export interface LayoutContext {
  readonly fonts: Fonts;
  readonly style: Style;
  /**
   * Where the target of a link lies in this same document; undefined for one that lies elsewhere, and in a first round
   * of layout for one that is not placed yet.
   */
  placeOf(target: LinkTarget): Place | undefined;
  /** Absolute address of the target on the site or the web. */
  urlOf(target: LinkTarget): string;
  /** Size of an image in its own pixels; undefined when the file is missing or no picture that packs print. */
  imageSize(src: string): ImageSize | undefined;
  /** Takes a fault of the author's. */
  report(diagnostic: Diagnostic): void;
  /** Texts that were measured and may soon be laid out; nothing is remembered when missing. */
  readonly measured?: MeasuredTexts;
}
