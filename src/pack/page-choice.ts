/** Which pages of an attachment are printed: `1-3, 7`. */

export type PageChoice =
  /** Indexes from 0, ascending, each once. */
  | { readonly kind: 'pages'; readonly pages: readonly number[] }
  /** A part that is neither a page nor a stretch. */
  | { readonly kind: 'unclear'; readonly part: string }
  /** A page that the file does not have, as typed. */
  | { readonly kind: 'beyond'; readonly page: number };

/** Reads a choice for a file of `count` pages. `1–3`, `1 to 3` and `1-3` mean the same. */
export function chosenPages(typed: string, count: number): PageChoice {
  const pages = new Set<number>();
  for (const part of typed.split(/,| and /).map((one) => one.trim())) {
    const match = /^(\d{1,6})(?:\s*(?:[-–—]|to)\s*(\d{1,6}))?$/.exec(part);
    if (!match) return { kind: 'unclear', part: part === '' ? typed : part };
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first) return { kind: 'unclear', part };
    if (first < 1) return { kind: 'beyond', page: first };
    if (last > count) return { kind: 'beyond', page: last };
    for (let page = first; page <= last; page++) pages.add(page - 1);
  }
  return { kind: 'pages', pages: [...pages].sort((a, b) => a - b) };
}
