/** Pictures of PDF pages, drawn by pdf.js in the test browser, so that no other program is needed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { serveSite, siteOrigin } from './serve.js';

const require = createRequire(import.meta.url);

export interface PictureOptions {
  /** Pixels for each point; 2 is 144 dpi. */
  readonly scale?: number;
}

/** The page of a PDF, counted from 1, as a PNG. */
export async function pdfToPng(
  browser: Browser,
  bytes: Uint8Array,
  page: number,
  options: PictureOptions = {},
): Promise<Uint8Array> {
  const [picture] = await pdfToPngs(browser, bytes, [page], options);
  if (picture === undefined) throw new Error(`There is no page ${String(page)}`);
  return picture;
}

/** Several pages of one PDF; reading it once is most of the work. */
export async function pdfToPngs(
  browser: Browser,
  bytes: Uint8Array,
  pages: readonly number[],
  { scale = 2 }: PictureOptions = {},
): Promise<readonly Uint8Array[]> {
  const pictures = await inPdf<readonly string[]>(
    browser,
    bytes,
    `const pictures = [];
      for (const number of ${JSON.stringify(pages)}) {
        const page = await file.getPage(number);
        const viewport = page.getViewport({ scale: ${String(scale)} });
        const canvas = document.createElement('canvas');
        canvas.width = Math.ceil(viewport.width);
        canvas.height = Math.ceil(viewport.height);
        await page.render({ canvas, viewport, background: 'white' }).promise;
        pictures.push(canvas.toDataURL('image/png').split(',')[1]);
      }
      return pictures;`,
  );
  return pictures.map((picture) => Buffer.from(picture, 'base64'));
}

/** How many pages a PDF has. */
export async function pdfPageCount(browser: Browser, bytes: Uint8Array): Promise<number> {
  return inPdf<number>(browser, bytes, 'return file.numPages;');
}

/**
 * Runs a program in the browser, where `file` is the PDF as pdf.js read it.
 *
 * It is text, since it belongs to the browser, whose library the compiler does not know here.
 */
async function inPdf<T>(browser: Browser, bytes: Uint8Array, program: string): Promise<T> {
  const build = dirname(require.resolve('pdfjs-dist/build/pdf.mjs'));
  const context = await browser.newContext();
  try {
    await serveSite(context, (path) => {
      if (path === 'index.html') return '<!doctype html><title>pdf</title>';
      if (path === 'file.pdf') return bytes;
      return path === 'pdf.mjs' || path === 'pdf.worker.mjs' ? readFileSync(join(build, path)) : undefined;
    });
    const tab = await context.newPage();
    await tab.goto(`${siteOrigin}/`);
    return await tab.evaluate<T>(`(async () => {
      const pdfjs = await import('/pdf.mjs');
      pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
      const file = await pdfjs.getDocument({ url: '/file.pdf' }).promise;
      ${program}
    })()`);
  } finally {
    await context.close();
  }
}
