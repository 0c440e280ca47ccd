/** `npm run audit`: visits every page of `_site` with axe in both schemes, and checks every link. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Browser } from 'playwright-core';
import { axeFaults, sidewaysScroll } from './browser/audit-page.js';
import { deadLinks } from './browser/check-links.js';
import { launchChromium } from './browser/chromium.js';
import { serveSite, siteOrigin } from './browser/serve.js';

const root = join(process.env['TABLED_ROOT'] ?? process.cwd(), '_site');

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The path of the site's address, from the canonical link of the home page. */
function basePath(): string {
  const home = readFileSync(join(root, 'index.html'), 'utf8');
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(home)?.[1];
  return canonical === undefined ? '/' : new URL(canonical).pathname;
}

async function faultsOf(browser: Browser, path: string, base: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    reducedMotion: 'reduce',
  });
  try {
    const prefix = base.slice(1);
    const read = (file: string): Uint8Array | undefined => {
      const full = join(root, file.startsWith(prefix) ? file.slice(prefix.length) : file);
      return existsSync(full) ? readFileSync(full) : undefined;
    };
    const elsewhere: string[] = [];
    await serveSite(context, read, elsewhere);
    const page = await context.newPage();
    await page.goto(`${siteOrigin}/${path}`);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
      const found = await axeFaults(page);
      faults.push(...found.map((fault) => `${String(width)} px: ${fault}`));
      const scroll = await sidewaysScroll(page);
      if (scroll > 0) faults.push(`${String(width)} px: the page scrolls sideways by ${String(scroll)} px`);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await axeFaults(page, ['color-contrast']);
      faults.push(...dark.map((fault) => `${String(width)} px, dark: ${fault}`));
    }
    faults.push(...elsewhere.map((address) => `asks another host: ${address}`));
  } finally {
    await context.close();
  }
  return faults;
}

async function main(): Promise<number> {
  if (!existsSync(join(root, 'index.html'))) {
    process.stderr.write('There is no _site: run npm run build first.\n');
    return 2;
  }
  const files = filesUnder(root);
  const pages = files.filter((path) => path.endsWith('.html'));
  const base = basePath();
  const page = (path: string): string => readFileSync(join(root, path), 'utf8');
  let faults = 0;
  for (const link of deadLinks({ paths: new Set(files), page, base })) {
    process.stdout.write(`${link.page}: ${link.href}: ${link.why}\n`);
    faults++;
  }
  const browser = await launchChromium();
  try {
    for (const path of pages) {
      for (const fault of await faultsOf(browser, path, base)) {
        process.stdout.write(`${path}: ${fault}\n`);
        faults++;
      }
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`${String(pages.length)} pages, ${String(faults)} faults.\n`);
  return faults === 0 ? 0 : 1;
}

process.exitCode = await main();
