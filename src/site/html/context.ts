/** What the block tree needs to know of the page it is printed on. */
import type { Block } from '../../model/block.js';
import type { Chart } from '../../model/chart.js';
import type { LinkTarget } from '../../model/inline.js';
import type { FileFact } from '../../model/pack.js';
import type { TableProvenance } from '../../model/provenance.js';
import type { Table } from '../../model/table.js';
import { itemPath, paperPath, relativeHref, type SitePath } from '../address.js';
import type { Html } from './html.js';

/** A drawing at one width, and its key; see `chart.ts`. */
export type ChartPainter = (chart: Chart, names: ChartNames) => Html;

/** Ids of the words that name and describe a drawing. */
export interface ChartNames {
  readonly id: string;
  readonly titleId: string;
  readonly descId: string;
}

/**
 * The page on which blocks are printed.
 *
 * One is made for each page, since it counts the marks of notes: a note that is cited twice has two ways back.
 */
export interface PageContext {
  readonly page: SitePath;
  /** Folder whose `tables/` hold the data of the page's tables. */
  readonly folder: SitePath;
  readonly file: (path: SitePath) => FileFact | undefined;
  readonly paintChart: ChartPainter;
  /** How the figures of a table came about, on the page of its own paper. */
  readonly provenance?: (table: Table) => TableProvenance | undefined;
  /** Blocks inside another block; handed in, since tables hold blocks and blocks hold tables. */
  readonly renderBlocks: (blocks: readonly Block[], context: PageContext) => Html;
  /** False where a text of another file is a guest on the page: its ids and notes are unique only in its own. */
  readonly anchored: boolean;
  /** How often each note was cited so far, by its number. */
  readonly noteMarks: Map<number, number>;
}

/** The address a link leads to, seen from the page. */
export function hrefOf(target: LinkTarget, page: SitePath): string {
  switch (target.kind) {
    case 'web':
      return target.href;
    case 'paper':
      return relativeHref(page, paperPath(target.paper), target.anchor);
    case 'item':
      return relativeHref(page, itemPath(target.meeting, target.item));
    case 'page': {
      const [path = '', anchor] = target.url.replace(/^\//, '').split('#');
      return relativeHref(page, path, anchor);
    }
  }
}

/** An image from its path on the site; one that is not there is shown as typed, which only a draft can do. */
export function imageHref(src: string, context: PageContext): string {
  return context.file(src) === undefined ? src : relativeHref(context.page, src);
}

/** The id of a block on this page. */
export function anchorOf(block: { readonly anchor?: string }, context: PageContext): string | undefined {
  return context.anchored ? block.anchor : undefined;
}

/** Ids of a note and of its marks; underscores keep them apart from the ids of authors, which are kebab-case. */
export const noteId = (number: number): string => `note_${String(number)}`;
export const noteMarkId = (number: number, occurrence: number): string =>
  occurrence === 1 ? `note_${String(number)}_mark` : `note_${String(number)}_mark_${String(occurrence)}`;
