/** How an item of an agenda stands: worked out once, for the site and for the packs. */
import type { ItemOf } from './meeting.js';

/** What an agenda says of an item in the column of pages. */
export type ItemState =
  /** Its papers are there. */
  | 'papers'
  /** They come later; nothing of it is there yet. */
  | 'to-follow'
  /** Announced as late, and not there yet. */
  | 'late'
  /** It is business without a paper. */
  | 'none'
  /** Standing business and containers, which are never asked for papers. */
  | 'silent'
  | 'withdrawn'
  | 'deferred'
  /** It may be taken in private, and its papers are public nowhere. */
  | 'private';

/** True for a closed item, and for an item within a closed one. */
export function isPrivate(item: ItemOf<unknown>, within?: ItemOf<unknown>): boolean {
  return item.part === 2 || within?.part === 2;
}

/** The state of an item; `within` is the container that it is lettered under. */
export function itemState(item: ItemOf<unknown>, within?: ItemOf<unknown>): ItemState {
  const state = item.status?.state;
  if (state === 'withdrawn' || state === 'deferred') return state;
  if (isPrivate(item, within)) return 'private';
  if (item.papers.length > 0) return 'papers';
  if (state !== undefined) return state;
  return item.kind === 'business' ? 'none' : 'silent';
}

/** What is printed in place of pages; undefined for an item that has some, or is never asked for any. */
export function stateInWords(state: ItemState): string | undefined {
  switch (state) {
    case 'papers':
    case 'silent':
      return undefined;
    case 'to-follow':
      return 'To follow';
    case 'late':
      return 'Late';
    case 'none':
      return 'No papers';
    case 'withdrawn':
      return 'Withdrawn';
    case 'deferred':
      return 'Deferred';
    case 'private':
      return 'Private';
  }
}
