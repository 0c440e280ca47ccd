/** Page numbers: page 1 is the first page of the first paper, and every paper begins on an odd page (format, section 9). */
import type { PageRange } from '../model/pack.js';
import type { PackPlan, PlannedBody, PlannedItem } from './plan.js';

/** A body with its length and its place. */
export interface NumberedBody {
  readonly item: PlannedItem;
  readonly body: PlannedBody;
  /** Pages of text. */
  readonly pages: number;
  /** True where a blank page follows, counted in the range. */
  readonly blank: boolean;
  readonly range: PageRange;
  /** Unnumbered pages that stand in the pack before it, not counting the front: those of dividers. */
  readonly unnumbered: number;
  /** How many of them stand directly before it. */
  readonly divider: number;
}

/** Bodies in the order of the pack, with their ranges. */
export interface Numbering {
  readonly bodies: readonly NumberedBody[];
  /**
   * By item number; items without pages have none, nor have containers without papers of their own. More than one where
   * papers were added after the pack was out.
   */
  readonly items: ReadonlyMap<string, readonly PageRange[]>;
  /** By address. */
  readonly papers: ReadonlyMap<string, PageRange>;
  /** The last number used; 0 for a pack without papers. */
  readonly last: number;
}

/** Pages of the divider of each item that has one. */
export type DividerSheets = ReadonlyMap<PlannedItem, number>;
export const noDividers: DividerSheets = new Map();

/**
 * Numbers the pages of a pack, given the length of each body.
 *
 * A body without pages is a fault of ours: every paper has at least its title.
 */
export function numberPages(
  plan: PackPlan,
  lengthOf: (body: PlannedBody) => number,
  dividers: DividerSheets = noDividers,
): Numbering {
  const bodies: NumberedBody[] = [];
  const runs = new Map<string, PageRange[]>();
  const papers = new Map<string, PageRange>();
  let last = 0;
  let unnumbered = 0;
  for (const { item, body } of plan.order) {
    const pages = lengthOf(body);
    if (pages < 1) throw new Error(`the paper ${body.paper.address} was laid out without a page`);
    const blank = plan.duplex && pages % 2 === 1;
    const range = { first: last + 1, last: last + pages + (blank ? 1 : 0) };
    const divider = runs.has(item.item.number) ? 0 : (dividers.get(item) ?? 0);
    unnumbered += divider;
    bodies.push({ item, body, pages, blank, range, unnumbered, divider });
    papers.set(body.paper.address, range);
    last = range.last;
    const own = runs.get(item.item.number) ?? [];
    runs.set(item.item.number, own);
    const before = own[own.length - 1];
    if (before?.last === range.first - 1) own[own.length - 1] = { first: before.first, last: range.last };
    else own.push(range);
  }
  return { bodies, items: runs, papers, last };
}
