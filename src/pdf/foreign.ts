/** A PDF made elsewhere, as layout and painter see it; what reads it is loaded only when a pack has one. */
import type { PdfDictionary, PdfKitDocument, PdfRef, PdfValue } from './internals.js';

/** A bookmark of the file. `y` counts from the top of the page as it is seen, in the file's own points. */
export interface ForeignBookmark {
  readonly title: string;
  /** Index of the page in the file. */
  readonly page: number;
  readonly y: number;
  readonly children: readonly ForeignBookmark[];
}

/** How a page draws, found out beforehand: what has to be put right around its content. */
export interface ForeignDrawing {
  /** How many more states are restored than were saved, at worst: each would lose our scale. */
  readonly restoresTooMany: number;
  /** States saved less those restored at the end of the page. */
  readonly savesLeft: number;
  /** Marked content begins and ends in pairs, so that the page can be enclosed in a tag. */
  readonly marksPaired: boolean;
  /** The first number for marked content that the page does not use itself. */
  readonly freeMark: number;
  /** True where the page shows text, and is not only a picture of it. */
  readonly hasText: boolean;
}

/** An opened file. */
export interface ForeignPdf {
  /** Sizes as seen, with the page's own rotation, crop and unit: in points. */
  readonly pages: readonly {
    readonly width: number;
    readonly height: number;
    readonly hasText: boolean;
  }[];
  readonly outline: readonly ForeignBookmark[];
  /** True where its content is tagged. */
  readonly tagged: boolean;
  /** Language of the whole file, where it says so. */
  readonly lang: string | undefined;
  /** Goes into the id of a document that holds pages of this file. */
  readonly digest: string;
  /** Begins to copy pages into a document that is being painted. */
  copyInto(pdf: PdfKitDocument, placements: readonly ForeignPlacement[], tags: ForeignTags): ForeignCopy;
}

/** Where a page goes: a box on one of our pages, `y` being its lower edge in PDF coordinates. */
export interface ForeignPlacement {
  /** Index in the file. */
  readonly source: number;
  /** Index and object of our page. */
  readonly page: number;
  readonly ref: PdfRef;
  /** Printed on our page. */
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Said of the page where it has no tags: what it is, or what it shows. */
  readonly words: string;
}

/** The structure tree of the document, as far as imported tags join it. */
export interface ForeignTags {
  /** Our element that everything hangs in. */
  readonly parent: PdfRef;
  /** Puts before the ids of imported elements, so that they stay unique. */
  readonly idPrefix: string;
  /** Hangs an element under the parent. */
  hang(element: PdfRef): void;
  /** A key of the parent tree for an object: an annotation, or the marks of a form. */
  key(elements: PdfRef | readonly (PdfRef | null)[]): number;
  /** The elements of the marks of one of our pages. */
  marks(page: number, elements: readonly (PdfRef | null)[]): void;
  /** Enters an id into the tree of ids. */
  id(id: string, element: PdfRef): void;
}

/** One copied page, ready to be joined with our head and foot. */
export interface CopiedPage {
  /** Operators before and after the streams of its content. */
  readonly before: string;
  readonly after: string;
  readonly contents: readonly PdfRef[];
  /** Each kind of resource as a dictionary of our own. */
  readonly resources: PdfDictionary;
  readonly group: PdfValue;
  readonly annotations: readonly PdfRef[];
}

/** Pages being copied; each object of the file is copied once for a document. */
export interface ForeignCopy {
  page(source: number): CopiedPage;
  /** Layers of the file that were copied, with those that are hidden. */
  readonly layers: () => { readonly all: readonly PdfRef[]; readonly hidden: readonly PdfRef[] };
  /** Writes tags and whatever else is pending. */
  finish(): void;
}
