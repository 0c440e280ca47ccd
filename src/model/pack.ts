/** What the site prints about the packs: page ranges, page marks, lengths and sizes. */
import type { IsoDate } from './council.js';
import type { PaperAddress } from './inline.js';

/** First and last page by pack number, the counted blank page included. */
export interface PageRange {
  readonly first: number;
  readonly last: number;
}

/** A finished file of the site. */
export interface FileFact {
  /** From the root of the site, without a leading slash. */
  readonly path: string;
  readonly bytes: number;
  /** Sheets with pages in them, front pages included; for PDFs only. */
  readonly pages?: number;
}

/** The packs of one meeting. */
export interface PackFacts {
  readonly meeting: string;
  readonly pack: FileFact;
  readonly agenda: FileFact;
  /** The same papers in 16 point, with page numbers of its own; a meeting without papers has none. */
  readonly largePrint?: FileFact;
  /** Papers added after the agenda, those of one day in one file; they are in the pack as well, after all others. */
  readonly supplements?: readonly SupplementFacts[];
  /** By item number (`5b`); an item without papers has none. A container's range is not given. */
  readonly items: ReadonlyMap<string, ItemFacts>;
  readonly papers: ReadonlyMap<PaperAddress, PaperFacts>;
}

export interface ItemFacts {
  readonly range: PageRange;
  /** Ranges of papers added later, which stand after all others. */
  readonly more?: readonly PageRange[];
  readonly pdf: FileFact;
}

export interface SupplementFacts {
  /** The day its papers were published. */
  readonly published: IsoDate;
  readonly range: PageRange;
  readonly pdf: FileFact;
}

export interface PaperFacts {
  readonly range: PageRange;
  readonly pdf: FileFact;
  /**
   * Where the page changes, in the order of the text: the index of the first top-level block on the other page. A page
   * has two marks where a table that waits for a later page stands between its blocks.
   */
  readonly marks: readonly { readonly page: number; readonly block: number }[];
}
