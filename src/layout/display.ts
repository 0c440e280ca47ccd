/**
 * What layout hands to paint: pages of positioned items, and the tag tree that says what each item is.
 *
 * Pure data in points from the top left corner; `y` of text is its baseline. Nothing here knows about PDF operators.
 */
import type { Colour, DrawOp } from '../model/drawing.js';
import type { FontKey } from '../type/fonts.js';

/** A laid-out document: a pack, an agenda or one paper. */
export interface DisplayDocument {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  readonly author: string;
  readonly subject?: string;
  /** ISO date-time that stands as creation and change date: of the meeting, never of the build. */
  readonly date: string;
  readonly pages: readonly DisplayPage[];
  /** The root `Document` element. */
  readonly tags: TagNode;
  readonly outline: readonly OutlineEntry[];
  /** Where links to pages lead, when the pages are a part of another document, whose indexes its links name. */
  readonly part?: DocumentPart;
}

/** Pages cut out of another document. */
export interface DocumentPart {
  /** How many pages stand before them; what those link to is named by its index in the part. */
  readonly before: number;
  /** Indexes of the whole to those of the part. */
  readonly indexes: ReadonlyMap<number, number>;
  /** Address of a page that stays behind, by its index in the whole. */
  urlOfPage(index: number): string;
}

export interface DisplayPage {
  readonly width: number;
  readonly height: number;
  /** Page label: `i`, `ii`, then `1` ... */
  readonly label: string;
  /** In reading order; artefacts anywhere. Painted once, for whatever page and document the very same list comes with. */
  readonly items: readonly DisplayItem[];
  /** Head and foot, painted over the items; those of a page that keeps them among its items are found by their tag. */
  readonly furniture?: readonly DisplayItem[];
}

export type DisplayItem = TextItem | VectorItem | LinkItem | ImageItem | ImportedItem;

/** A run of text in one font. The painter shapes it with the same shaper that measured it. */
export interface TextItem {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly font: FontKey;
  readonly size: number;
  readonly colour: Colour;
  /** Proportional figures in running text, tabular ones in tables, ranges and paragraph numbers. */
  readonly figures: 'proportional' | 'tabular';
  readonly letterSpacing?: number;
  readonly rise?: number;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly tag: TagRef;
}

/** Lines, rectangles, symbols, charts. */
export interface VectorItem {
  readonly kind: 'vector';
  readonly x: number;
  readonly y: number;
  readonly ops: readonly DrawOp[];
  /** Scale of the drawing's own units; 1 unless said. */
  readonly scale?: number;
  readonly tag: TagRef;
}

/** An active area. One for each line that a link runs over, all with one `Link` element. */
export interface LinkItem {
  readonly kind: 'link';
  readonly x: number;
  /** Top edge. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly target:
    | { readonly kind: 'uri'; readonly uri: string }
    | { readonly kind: 'page'; readonly page: number; readonly y: number };
  /** Words for a reader of annotations (PDF/UA-1, 7.18.5). */
  readonly contents: string;
  readonly tag: TagNode;
}

/** A raster image (PNG or JPEG). */
export interface ImageItem {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly src: string;
  readonly tag: TagRef;
}

/**
 * A page of a PDF made elsewhere, which lies below everything else on its page and brings its own tags and links.
 *
 * What else is painted on that page must be artefacts: heads and feet.
 */
export interface ImportedItem {
  readonly kind: 'imported';
  /** Names the file to the painter. */
  readonly src: string;
  /** Index of the page in the file. */
  readonly source: number;
  /** Printed on our page. */
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Said of a page without tags: what it is. */
  readonly words: string;
  /** The element that its tags hang in; all pages of one file share it. */
  readonly tag: TagNode;
}

/** The element an item belongs to; `artifact` for heads, feet, rules and repeated headers. */
export type TagRef = TagNode | 'artifact' | 'pagination';

/** Structure types that layout uses (PDF 1.7, 14.8.4). */
export type TagType =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'Link'
  | 'Note'
  | 'Reference'
  | 'TOC'
  | 'TOCI'
  | 'BlockQuote'
  | 'Span'
  | 'Code'
  | 'Quote';

/**
 * One structure element. Identity counts: items point at their node.
 *
 * Order of kids in the file: `children` in this order; the element's own content goes in before the first child whose
 * own content has not begun yet. So a paragraph `text link text` is painted in that order and comes out in that order,
 * and an empty cell keeps its place.
 */
export interface TagNode {
  readonly type: TagType;
  readonly children: TagNode[];
  readonly lang?: string;
  readonly title?: string;
  /** Alternative text of figures. */
  readonly alt?: string;
  /** Text to read instead of the glyphs: "minus 1.544". */
  readonly actualText?: string;
  /** Expansion of an abbreviation. */
  readonly expansion?: string;
  readonly scope?: 'Row' | 'Column' | 'Both';
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** For `Note` and cells named by `headers`: unique in the document. */
  readonly id?: string;
  readonly headers?: readonly string[];
  /** List numbering of an `L`. */
  readonly listNumbering?:
    'None' | 'Disc' | 'Decimal' | 'LowerAlpha' | 'UpperAlpha' | 'LowerRoman' | 'UpperRoman';
  /** Of a figure, in page coordinates from the top left: [left, top, right, bottom], with its page in the whole document. */
  bbox?: { readonly page: number; readonly box: readonly [number, number, number, number] };
}

export interface OutlineEntry {
  readonly title: string;
  /** Index into `pages`. */
  readonly page: number;
  readonly y: number;
  readonly children: readonly OutlineEntry[];
}
