/** Keeps printed pages from build to build: a page is printed again only when something that it prints has changed. */
import { same } from '../model/same.js';
import { opaque } from './view/page-view.js';
import type { PageQuestions, PageView } from './view/page-view.js';
import type { SitePages } from './pages.js';
import type { KeptPage, SiteCache } from './site-cache.js';

/** Which pages are as before, and which have to be printed. */
export interface Sorted {
  readonly kept: ReadonlyMap<string, KeptPage>;
  readonly changed: SitePages;
  /** Paths of the changed pages. */
  readonly files: ReadonlySet<string>;
}

/** Templates by the pages they print. */
const kinds = [
  'home',
  'committees',
  'committee',
  'meeting',
  'item',
  'paper',
  'papers',
  'people',
  'data',
  'accessibility',
  'notFound',
] as const satisfies readonly Exclude<keyof SitePages, 'frame'>[];

/** All pages in the order of their templates. */
export function allPages(pages: SitePages): readonly PageView[] {
  return kinds.flatMap((kind): readonly PageView[] => pages[kind]);
}

/** Sorts the pages of a site by whether they would come out as before; `common` is all that every page is printed with. */
export function sortPages(pages: SitePages, common: unknown, cache: SiteCache): Sorted {
  const kept = new Map<string, KeptPage>();
  const files = new Set<string>();
  const all = allPages(pages);
  const twice = new Set(all.map(({ file }) => file)).size < all.length;
  // Two pages of one address are a fault that only printing both shows.
  if (!twice && same(cache.common, common)) {
    for (const view of all) {
      const before = cache.pages.get(view.file);
      if (before === undefined || !same(before.view, printedOf(view))) continue;
      if (answersAlike(before.asked, view)) kept.set(view.file, before);
    }
  }
  for (const { file } of all) if (!kept.has(file)) files.add(file);
  const pick = <V extends PageView>(views: readonly V[]): readonly V[] =>
    views.filter(({ file }) => files.has(file));
  const changed: SitePages = opaque({
    frame: pages.frame,
    home: pick(pages.home),
    committees: pick(pages.committees),
    committee: pick(pages.committee),
    meeting: pick(pages.meeting),
    item: pick(pages.item),
    paper: pick(pages.paper),
    papers: pick(pages.papers),
    people: pick(pages.people),
    data: pick(pages.data),
    accessibility: pick(pages.accessibility),
    notFound: pick(pages.notFound),
  });
  return { kept, changed, files };
}

/** A page as printed, for the next build. */
export function keepPage(view: PageView, text: string): KeptPage {
  return { view: printedOf(view), asked: view.asked, text };
}

/** All that a page holds by itself: what it asks for is compared by the answers. */
function printedOf(view: PageView): unknown {
  return { ...view, context: undefined, asked: undefined };
}

/** Whether the context of the new view answers as that of the old one did. */
function answersAlike(asked: PageQuestions, view: PageView): boolean {
  for (const [path, file] of asked.files) if (!same(view.context.file(path), file)) return false;
  for (const [table, proof] of asked.proofs) if (!same(view.context.provenance?.(table), proof)) return false;
  return true;
}
