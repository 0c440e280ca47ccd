/**
 * The site by plain `npx eleventy`: the same pages as `tabled build` makes, without the packs beside them.
 *
 * The plugin reads no content. What it prints is compiled first, by the same phases as a build.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';

const compiled = (path) => new URL(`./dist/${path}`, import.meta.url);

if (!existsSync(fileURLToPath(compiled('site/plugin.js')))) {
  throw new Error('There is no dist/site/plugin.js: run npm run compile first.');
}

const { endOnClosedPipe, tabledSite } = await import(compiled('site/plugin.js').href);
const { compileForSite } = await import(compiled('build.js').href);

export default async function configure(config) {
  endOnClosedPipe();
  const input = await compileForSite(process.env.TABLED_ROOT ?? process.cwd());
  config.addPlugin(tabledSite, { input });
}

export const config = {
  dir: { input: 'templates/pages', output: '_site' },
  templateFormats: ['njk'],
  markdownTemplateEngine: false,
};
