/** What may be written to a site: an allow-list, so that nothing gets out because nobody thought of it. */

const patterns: readonly RegExp[] = [
  // Pages.
  /^(?:[a-z0-9-]+\/)*index\.html$/,
  /^404\.html$/,
  // Packs, and open data beside the pages.
  /^meetings\/[a-z0-9-]+\/\d{4}-\d{2}-\d{2}\/(?:agenda|pack|large-print|supplement-\d{1,3})\.pdf$/,
  /^meetings\/[a-z0-9-]+\/\d{4}-\d{2}-\d{2}\/[0-9a-z]+\/(?:item|[a-z0-9-]+\/(?:paper|original))\.pdf$/,
  /^papers\/[a-z0-9-]+\/[a-z0-9-]+\/(?:paper|original)\.pdf$/,
  /^meetings\/[a-z0-9-]+\/\d{4}-\d{2}-\d{2}\/meeting\.(?:json|ics)$/,
  /^(?:meetings|papers)\/(?:[a-z0-9-]+\/)+tables\/[a-z0-9-]+(?:\.csv|(?:\.provenance)?\.json)$/,
  /^(?:manifest\.json|feed\.xml|calendar\.ics|sitemap\.xml)$/,
  // Furniture.
  /^assets\/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:css|woff2|svg)$/,
  /^assets\/fonts\/[A-Za-z0-9-]+\.(?:woff2|txt)$/,
  // Images beside the paper that shows them.
  /^(?:meetings|papers)\/(?:[A-Za-z0-9-]+\/)+[A-Za-z0-9._-]+\.(?:png|jpe?g|svg)$/i,
];

/** True for the kinds of file, in the places, that a public site is made of. */
export function isPublishable(path: string): boolean {
  return !path.includes('..') && patterns.some((p) => p.test(path));
}
