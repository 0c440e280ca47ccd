import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, sidewaysScroll } from '../../scripts/browser/audit-page.js';
import type { SiteInput } from '../../src/site/input.js';
import { renderSite } from '../../src/site/render.js';
import { launchChromium, pdfToPng, serveSite, siteOrigin } from '../support/chromium.js';
import { input, report } from './fixture.js';

/** Two totals of table 1: short ones, and a sum that is wider than a phone. */
const provenance: SiteInput['provenance'] = (_, table) =>
  table.id !== 'revenue-resources'
    ? undefined
    : {
        figures: [1, 2].map((column) => {
          const workings = Array.from({ length: 12 }, (_, i) => `${String(i)},108.228`).join(' − ');
          const place = { file: 'content/a.md', start: 0, end: 0 };
          const formula = {
            text: 'SUM(ABOVE)',
            words: 'the sum of the figures above',
            workings,
            result: '182.152',
            place,
          };
          const columnLabel = `Column ${String(column)}`;
          return {
            row: 3,
            column,
            rowLabel: 'Total resources',
            columnLabel,
            text: '182.152',
            origin: 'checked',
            place,
            formula,
            from: [],
          };
        }),
      };

let browser: Browser;
let site: ReadonlyMap<string, string | Uint8Array>;

beforeAll(async () => {
  site = await renderSite({ ...input, provenance });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

/** One of each kind. */
const kinds = [
  '',
  'committees/',
  'committees/cabinet/',
  'meetings/cabinet/2019-01-15/',
  'meetings/cabinet/2019-01-15/5c/',
  `${report.address}/`,
  'papers/',
  'papers/business-plans/finance-plan/',
  'people/',
  'data/',
  'accessibility/',
  '404.html',
];

interface Opened {
  readonly page: Page;
  readonly elsewhere: readonly string[];
}

async function withPage<T>(
  path: string,
  options: { readonly width?: number },
  use: (opened: Opened) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  try {
    const elsewhere: string[] = [];
    await serveSite(context, (file) => site.get(file.replace(/^democracy\//, '')), elsewhere);
    const page = await context.newPage();
    await page.goto(`${siteOrigin}/${path}`);
    return await use({ page, elsewhere });
  } finally {
    await context.close();
  }
}

describe.each([360, 1280])('at %i px', (width) => {
  it.each(kinds)(
    '"%s" breaks no axe rule in light and dark, does not scroll sideways and asks no other host',
    async (path) => {
      await withPage(path, { width }, async ({ page, elsewhere }) => {
        expect(await axeFaults(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
        await page.emulateMedia({ colorScheme: 'dark' });
        // The scheme changes colours only.
        expect(await axeFaults(page, ['color-contrast'])).toEqual([]);
        expect(elsewhere).toEqual([]);
      });
    },
  );
});

describe('with a keyboard', () => {
  it('offers the skip link first, and it leads to the content', async () => {
    await withPage(`${report.address}/`, {}, async ({ page }) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to main content');
      expect(
        await page.evaluate('document.activeElement.getBoundingClientRect().top'),
      ).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('main_');
    });
  });

  it('reaches the region of a table, which has the name of the table', async () => {
    await withPage(`${report.address}/`, { width: 360 }, async ({ page }) => {
      const names = await page.evaluate<
        string[]
      >(`[...document.querySelectorAll('.scroll[tabindex="0"][role="region"]')].map((e) =>
        document.getElementById(e.getAttribute('aria-labelledby')).textContent)`);
      expect(names).toEqual(['Table 1: Revenue resources', 'Table 7: Revised budget position']);
    });
  });
});

describe('how figures are made', () => {
  it.each(['light', 'dark'] as const)(
    'opens with the keyboard and reads well on a phone, %s',
    async (colorScheme) => {
      await withPage(`${report.address}/`, { width: 360 }, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.focus('#revenue-resources_how > summary');
        await page.keyboard.press('Enter');
        const shown = await page.evaluate<number>(
          `document.querySelector('#revenue-resources_how_row-4').getBoundingClientRect().height`,
        );
        expect(shown).toBeGreaterThan(0);
        expect(await axeFaults(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
      });
    },
  );
});

describe('charts', () => {
  it.each([
    { width: 360, shown: 'narrow' },
    { width: 1280, shown: 'wide' },
  ])('show the $shown drawing at $width px', async ({ width, shown }) => {
    await withPage(`${report.address}/`, { width }, async ({ page }) => {
      const visible = await page.evaluate<string[]>(
        `[...document.querySelectorAll('svg[role="img"]')].filter((e) => e.getBoundingClientRect().width > 0).map((e) => e.getAttribute('class'))`,
      );
      expect(visible).toEqual([`chart--${shown}`]);
    });
  });
});

describe('fonts', () => {
  it('come from the site, the Welsh letters only where they are needed', async () => {
    await withPage(`${report.address}/`, {}, async ({ page }) => {
      const loaded = await page.evaluate<string[]>(`document.fonts.ready.then(() =>
        performance.getEntriesByType('resource').map((e) => e.name.split('/').pop()).filter((n) => n.endsWith('.woff2')).sort())`);
      expect(loaded).toContain('source-sans-3-latin-400-normal.woff2');
      expect(loaded).toContain('source-sans-3-latin-ext-400-normal.woff2');
    });
    await withPage('committees/', {}, async ({ page }) => {
      const loaded = await page.evaluate<string[]>(`document.fonts.ready.then(() =>
        performance.getEntriesByType('resource').map((e) => e.name.split('/').pop()).filter((n) => n.endsWith('.woff2')))`);
      expect(loaded.filter((name) => name.includes('latin-ext'))).toEqual([]);
    });
  });
});

describe('pictures of PDF pages', () => {
  it('have the size of the page at the scale asked for', async () => {
    const document = await PDFDocument.create();
    document.addPage([200, 100]);
    document.addPage([100, 300]);
    const png = await pdfToPng(browser, await document.save(), 2, { scale: 1.5 });
    const view = new DataView(png.buffer, png.byteOffset);
    expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([150, 450]);
  });
});
