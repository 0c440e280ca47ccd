/** Stylesheet and fonts of the site, from the package's own folders. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's `templates/`: two folders up from `src/site` and from `dist/site` alike. */
export const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));

const faces = [
  {
    package: '@fontsource/source-sans-3',
    name: 'source-sans-3',
    styles: ['400-normal', '400-italic', '600-normal'],
  },
  { package: '@fontsource/source-serif-4', name: 'source-serif-4', styles: ['400-normal', '600-normal'] },
] as const;
const scripts = ['latin', 'latin-ext'] as const;

/** A file of a package, and where it goes on the site. */
export interface FontFile {
  readonly from: string;
  readonly to: string;
}

/** Fonts that the stylesheet names, each split by script: a page without Welsh letters does not load them. */
export function fontFiles(): readonly FontFile[] {
  const require = createRequire(import.meta.url);
  return faces.flatMap((face) => {
    const folder = dirname(require.resolve(`${face.package}/package.json`));
    return face.styles.flatMap((style) =>
      scripts.map((script) => {
        const file = `${face.name}-${script}-${style}.woff2`;
        return { from: join(folder, 'files', file), to: `assets/fonts/${file}` };
      }),
    );
  });
}

/** All that templates print of themselves: whoever keeps pages must print them again when it changes. */
export function templateTexts(folder: string = templatesFolder): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return templateTexts(path);
      return /\.(njk|svg)$/.test(entry.name) ? `${path}\n${readFileSync(path, 'utf8')}\n` : '';
    })
    .join('');
}

/** The one stylesheet: the numbered parts of `css/` in their order, with the components before the last two. */
export function stylesheet(): string {
  const css = join(templatesFolder, 'css');
  const components = join(templatesFolder, 'components');
  const parts = readdirSync(css).sort();
  const last = parts.filter((name) => name >= '8');
  const first = parts.filter((name) => name < '8');
  const own = readdirSync(components)
    .sort()
    .map((name) => join(components, name, `${name}.css`));
  const read = (path: string): string => readFileSync(path, 'utf8');
  return [...first.map((name) => join(css, name)), ...own, ...last.map((name) => join(css, name))]
    .map(read)
    .join('\n');
}
