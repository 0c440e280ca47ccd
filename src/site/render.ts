/** The whole site as files in memory: everything is computed first, then Eleventy prints it. */
import { Eleventy } from '@11ty/eleventy';
import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fontFiles, templatesFolder } from './assets.js';
import type { SiteInput } from './input.js';
import { tabledSite } from './plugin.js';

export { endOnClosedPipe } from './closed-pipe.js';

/** A folder that is named to Eleventy and never made: nothing is written. */
const nowhere = resolve(templatesFolder, '../_site');

/**
 * Pages, stylesheet and fonts by their path from the root of the site, sorted by path.
 *
 * Throws only for faults of our own templates.
 */
export async function renderSite(input: SiteInput): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const eleventy = new Eleventy(join(templatesFolder, 'pages'), nowhere, {
    // Else `.eleventy.js` of the current folder is loaded as well, and the plugin runs twice.
    configPath: '',
    source: 'script',
    quietMode: true,
    config: (config) => tabledSite(config, { input }),
  });
  eleventy.disableLogger();
  const pages = await eleventy.toJSON();
  const files = new Map<string, string | Uint8Array>();
  for (const page of pages) {
    if (page.outputPath === false) continue;
    files.set(relative(nowhere, resolve(page.outputPath)).split(sep).join('/'), page.content);
  }
  for (const font of fontFiles()) files.set(font.to, readFileSync(font.from));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
