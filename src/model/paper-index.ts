/** Finds papers by reference, from near to far (format, section 1). */
import type { PaperAddress } from './inline.js';

/** Where a paper stands, as far as references need to know. */
export interface PaperPlace {
  readonly address: PaperAddress;
  readonly id: string;
  /** `budget-select-committee/2019-01-30`; missing for papers under `papers/`. */
  readonly meeting?: string;
  /** `5b`. */
  readonly item?: string;
  /** Folder under `papers/`: `business-cases`. */
  readonly kind?: string;
}

export type Found<P> =
  | { readonly kind: 'found'; readonly place: P }
  | { readonly kind: 'none'; readonly known: readonly string[] }
  | { readonly kind: 'several'; readonly places: readonly P[] };

export interface PaperIndex<P extends PaperPlace> {
  /**
   * Looks a reference to a paper up, without its `#...`: `draft-budget`, `5b/draft-budget`,
   * `cabinet/2019-01-15/5b/draft-budget`, `papers/business-plans/finance`. The item may be left out,
   * `cabinet/2019-01-15/draft-budget`, and so may `papers/`: `business-plans/finance`, or the kind: `papers/finance`.
   * A bare id is looked for in the item of `from`, its meeting, the papers of its kind, `papers/`, then the whole site,
   * where it must be the only one.
   */
  find(reference: string, from: PaperPlace | undefined): Found<P>;
}

/** Indexes papers once, so that every look-up costs the same. */
export function indexPapers<P extends PaperPlace>(places: readonly P[]): PaperIndex<P> {
  const byPath = new Map<string, P[]>();
  const add = (path: string, place: P): void => {
    const known = byPath.get(path);
    if (known === undefined) byPath.set(path, [place]);
    else known.push(place);
  };
  for (const place of places) {
    add(place.id, place);
    if (place.meeting === undefined) {
      add(`papers/${place.id}`, place);
      if (place.kind !== undefined) {
        add(`papers/${place.kind}/${place.id}`, place);
        add(`${place.kind}/${place.id}`, place);
      }
    } else {
      add(`${place.meeting}/${place.id}`, place);
      add(`${place.meeting}/${place.item ?? ''}/${place.id}`, place);
    }
  }
  const pick = (path: string): Found<P> | undefined => {
    const found = byPath.get(path);
    const [only] = found ?? [];
    if (found === undefined || only === undefined) return undefined;
    return found.length === 1 ? { kind: 'found', place: only } : { kind: 'several', places: found };
  };
  return {
    find(reference, from) {
      const parts = reference.split('/').length;
      const tries: string[] = [];
      if (parts === 1) {
        if (from?.meeting !== undefined) {
          tries.push(`${from.meeting}/${from.item ?? ''}/${reference}`, `${from.meeting}/${reference}`);
        }
        if (from !== undefined && from.meeting === undefined && from.kind !== undefined)
          tries.push(`papers/${from.kind}/${reference}`);
        tries.push(`papers/${reference}`, reference);
      } else {
        if (parts === 2 && from?.meeting !== undefined) tries.push(`${from.meeting}/${reference}`);
        tries.push(reference);
      }
      for (const path of tries) {
        const found = pick(path);
        if (found !== undefined) return found;
      }
      return { kind: 'none', known: [...byPath.keys()] };
    },
  };
}
