/** What the preview server answers to a path: a file of the site, or where to look instead. */
import type { Host } from '../../source/host.js';

export type Answer =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly type: string }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'missing' };

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
};

/** Finds the file of a path of the address, as a web server for plain files would. */
export function findFile(host: Host, site: string, path: string): Answer {
  const parts = decode(path)
    ?.split('/')
    .filter((part) => part !== '');
  if (parts === undefined || parts.some((part) => part === '..' || part === '.' || /[\\\0]/.test(part)))
    return { kind: 'missing' };
  const file = [site, ...parts].join('/');
  const isFolder = path.endsWith('/');
  const bytes = host.readFile(isFolder ? `${file}/index.html` : file);
  if (bytes !== undefined) {
    const ending = isFolder ? 'html' : (/\.([a-z0-9]+)$/i.exec(file)?.[1] ?? '').toLowerCase();
    return { kind: 'file', bytes, type: types[ending] ?? 'application/octet-stream' };
  }
  if (!isFolder && host.list(file)?.some((e) => e.name === 'index.html') === true) {
    // Never two slashes at the start, which would lead to another site.
    return { kind: 'moved', to: `/${parts.map(encodeURIComponent).join('/')}/` };
  }
  return { kind: 'missing' };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
