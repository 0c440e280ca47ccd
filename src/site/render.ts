/** The whole site as files in memory: everything is computed first, then Eleventy prints it. */
import { Eleventy } from '@11ty/eleventy';
import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { same } from '../model/same.js';
import { fontFiles, stylesheet, templatesFolder, templateTexts } from './assets.js';
import { chartPainter } from './html/chart-painter.js';
import type { SiteInput } from './input.js';
import { allPages, keepPage, sortPages } from './page-cache.js';
import { sitePages } from './pages.js';
import type { SitePages } from './pages.js';
import { tabledSite } from './plugin.js';
import { makeSiteCache } from './site-cache.js';
import type { KeptPage, SiteCache } from './site-cache.js';

export { endOnClosedPipe } from './closed-pipe.js';

/** A folder that is named to Eleventy and never made: nothing is written. */
const nowhere = resolve(templatesFolder, '../_site');

/**
 * Pages, stylesheet and fonts by their path from the root of the site, sorted by path.
 *
 * With the cache of a build before, Eleventy prints only what would not come out as before. Throws only for faults of our own
 * templates.
 */
export async function renderSite(
  input: SiteInput,
  cache: SiteCache = makeSiteCache(),
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const pages = sitePages(input, chartPainter(input.measure));
  const css = stylesheet();
  const common = { frame: { ...pages.frame }, templates: templateTexts() };
  const { kept, changed, files: wanted } = sortPages(pages, common, cache);
  const isCssKept = cache.rest?.stylesheet === css && same(cache.common, common);
  const printed =
    wanted.size === 0 && isCssKept ? new Map<string, string>() : await printPages(input, changed);
  const now = new Map<string, KeptPage>();
  for (const view of allPages(pages)) {
    const text = printed.get(view.file);
    const page = text === undefined ? kept.get(view.file) : keepPage(view, text);
    if (page === undefined) throw new Error(`the page ${view.file} was not printed`);
    now.set(view.file, page);
    printed.delete(view.file);
  }
  // What no page is: the stylesheet, which is printed with any of them.
  const rest = printed.size > 0 ? printed : (cache.rest?.files ?? printed);
  cache.common = common;
  cache.pages = now;
  cache.rest = { stylesheet: css, files: rest };
  const files = new Map<string, string | Uint8Array>([...now].map(([path, { text }]) => [path, text]));
  for (const [path, text] of rest) files.set(path, text);
  cache.fonts ??= new Map(fontFiles().map(({ from, to }) => [to, readFileSync(from)] as const));
  for (const [path, bytes] of cache.fonts) files.set(path, bytes);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Has Eleventy print some pages, and whatever else templates print. */
async function printPages(input: SiteInput, pages: SitePages): Promise<Map<string, string>> {
  const eleventy = new Eleventy(join(templatesFolder, 'pages'), nowhere, {
    // Else `.eleventy.js` of the current folder is loaded as well, and the plugin runs twice.
    configPath: '',
    source: 'script',
    quietMode: true,
    config: (config) => tabledSite(config, { input, pages }),
  });
  eleventy.disableLogger();
  const files = new Map<string, string>();
  for (const page of await eleventy.toJSON()) {
    if (page.outputPath === false) continue;
    files.set(relative(nowhere, resolve(page.outputPath)).split(sep).join('/'), page.content);
  }
  return files;
}
