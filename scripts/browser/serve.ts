/** Shows the files of a site to a page of the test browser, without a server or a port. */
import type { BrowserContext } from 'playwright-core';

/** Files by their path from the root of the site. */
export type ReadSite = (path: string) => string | Uint8Array | undefined;

/** Where the browser finds the site. */
export const siteOrigin = 'http://site.test';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  mjs: 'text/javascript',
};

/** The path of an address of the site: folders are their `index.html`. */
export function sitePath(address: string): string {
  const path = decodeURIComponent(new URL(address).pathname).slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Answers every request of a context from `read`; `elsewhere` collects requests to other hosts, which are refused. */
export async function serveSite(
  context: BrowserContext,
  read: ReadSite,
  elsewhere: string[] = [],
): Promise<void> {
  await context.route('**/*', async (route) => {
    const address = route.request().url();
    if (!address.startsWith(`${siteOrigin}/`)) {
      elsewhere.push(address);
      return route.abort();
    }
    const path = sitePath(address);
    const body = read(path);
    if (body === undefined) return route.fulfill({ status: 404, body: 'not found' });
    const contentType = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    return route.fulfill({ contentType, body: typeof body === 'string' ? body : Buffer.from(body) });
  });
}
