/** The one Eleventy plugin: pages as data, Nunjucks with our filters, assets. */
import type { EleventyConfig } from '@11ty/eleventy';
import { fontFiles, stylesheet } from './assets.js';
import { nunjucksEnvironment } from './environment.js';
import { chartPainter } from './html/chart-painter.js';
import type { SiteInput } from './input.js';
import { sitePages } from './pages.js';
import type { SitePages } from './pages.js';
import { readSymbols, withSymbols } from './sprite.js';

export { templatesFolder } from './assets.js';
export { endOnClosedPipe } from './closed-pipe.js';

export interface TabledOptions {
  /** What the site is made from; the plugin reads no content itself. */
  readonly input: SiteInput;
  /** The pages to print; all of them, unless said. */
  readonly pages?: SitePages;
}

/** Adds everything that the templates of this package need. */
export function tabledSite(config: EleventyConfig, options: TabledOptions): void {
  const { input } = options;
  // The package may itself lie in a `node_modules` folder, and its output in a folder that git ignores.
  config.setUseGitIgnore(false);
  config.ignores.clear();
  config.setTemplateFormats(['njk']);
  config.setQuietMode(true);
  const pages = options.pages ?? sitePages(input, chartPainter(input.measure));
  config.addGlobalData('site', pages);
  config.addGlobalData('stylesheet', stylesheet());
  config.setLibrary('njk', nunjucksEnvironment(pages.frame.base));
  const symbols = readSymbols();
  config.addTransform('symbols', (content) => withSymbols(content, symbols));
  config.addPassthroughCopy(Object.fromEntries(fontFiles().map(({ from, to }) => [from, to])));
}
