/** What one printing of the site leaves for the next. */
import type { PageQuestions } from './view/page-view.js';

/** Printed pages of one site. Serves one build after another, never two at once. */
export interface SiteCache {
  /** What every page was printed with: templates and frame. */
  common: unknown;
  pages: ReadonlyMap<string, KeptPage>;
  /** The other files, such as the stylesheet, with the text that decides about them. */
  fonts?: ReadonlyMap<string, Uint8Array>;
  rest?: { readonly stylesheet: string; readonly files: ReadonlyMap<string, string> };
}

/** One page as it was printed. */
export interface KeptPage {
  readonly view: unknown;
  readonly asked: PageQuestions;
  readonly text: string;
}

/** Knows no page yet. */
export function makeSiteCache(): SiteCache {
  return { common: undefined, pages: new Map() };
}
