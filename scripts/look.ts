/** `npm run look`: pictures of the main pages and of pages of the packs in `look-out/`, for a person to look at. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from './browser/chromium.js';
import { pdfPageCount, pdfToPngs } from './browser/pdf-to-png.js';
import { serveSite, siteOrigin } from './browser/serve.js';

const root = join(process.env['TABLED_ROOT'] ?? process.cwd(), '_site');
const out = join(process.cwd(), 'look-out');

/** Taller pages are shown in parts: the browser cannot hold a picture of a long paper. */
const tallest = 4000;
/** Pages of each pack that are shown, from its first. */
const shownOfPack = 24;

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** A file name that says what the picture shows. */
const nameOf = (path: string): string => path.replace(/\/?index\.html$/, '').replace(/[/.]/g, '-') || 'home';

async function pictureOf(
  browser: Browser,
  path: string,
  width: number,
  scheme: 'light' | 'dark',
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  try {
    await serveSite(context, (file) => {
      const full = join(root, file);
      return existsSync(full) ? readFileSync(full) : undefined;
    });
    const page = await context.newPage();
    await page.goto(`${siteOrigin}/${path}`);
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    for (let y = 0, part = 1; y < height; y += tallest, part++) {
      const suffix = height > tallest ? `-${String(part)}` : '';
      await page.setViewportSize({ width, height: Math.min(tallest, height - y) });
      await page.evaluate(`scrollTo(0, ${String(y)})`);
      await page.screenshot({
        path: join(
          out,
          `site-${nameOf(path)}-${String(width)}${scheme === 'dark' ? '-dark' : ''}${suffix}.png`,
        ),
      });
    }
  } finally {
    await context.close();
  }
}

/** The pages worth looking at: one of each kind, and every meeting and paper. */
function shown(files: readonly string[]): readonly string[] {
  const item = /^meetings\/[^/]+\/[^/]+\/[^/]+\/index\.html$/;
  return files.filter((path) => path.endsWith('.html') && !item.test(path));
}

async function main(): Promise<number> {
  if (!existsSync(join(root, 'index.html'))) {
    process.stderr.write('There is no _site: run npm run build first.\n');
    return 2;
  }
  // Names on the command line choose pages and packs by a part of their path.
  const wanted = process.argv.slice(2);
  const isWanted = (path: string): boolean =>
    wanted.length === 0 || wanted.some((part) => path.includes(part));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const files = filesUnder(root);
  const browser = await launchChromium();
  try {
    for (const path of shown(files).filter(isWanted)) {
      await pictureOf(browser, path, 1280, 'light');
      await pictureOf(browser, path, 360, 'light');
      await pictureOf(browser, path, 1280, 'dark');
    }
    for (const path of files.filter((file) => file.endsWith('pack.pdf')).filter(isWanted)) {
      const bytes = readFileSync(join(root, path));
      const count = Math.min(shownOfPack, await pdfPageCount(browser, bytes));
      const numbers = Array.from({ length: count }, (_, index) => index + 1);
      const pictures = await pdfToPngs(browser, bytes, numbers, { scale: 1.5 });
      pictures.forEach((picture, index) => {
        const page = String(index + 1).padStart(3, '0');
        writeFileSync(join(out, `pdf-${nameOf(path)}-${page}.png`), picture);
      });
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`The pictures are in ${relative(process.cwd(), out)}/.\n`);
  return 0;
}

process.exitCode = await main();
