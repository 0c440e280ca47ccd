/** Checks the links of a whole site: every page, file and anchor that a page points at is there. */
import { siteOrigin, sitePath } from './serve.js';

/** A page and the place it points at in vain. */
export interface DeadLink {
  readonly page: string;
  readonly href: string;
  readonly why: 'no such file' | 'no such anchor';
}

/** What the check reads: files by path from the root of the site; PDFs need only be there. */
export interface LinkedSite {
  readonly paths: ReadonlySet<string>;
  readonly page: (path: string) => string;
  /** Path of the site's address, where links may begin that start with a slash. */
  readonly base?: string;
}

const idPattern = /\sid="([^"]+)"/g;
const linkPattern = /\s(?:href|src)="([^"]*)"/g;

const decode = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Links of one page, and where they lead on the site; links to other hosts are left out. */
function linksOf(path: string, markup: string): readonly { readonly href: string; readonly url: URL }[] {
  return [...markup.matchAll(linkPattern)].flatMap((match) => {
    const href = decode(match[1] ?? '');
    const url = new URL(href, `${siteOrigin}/${path}`);
    return url.origin === siteOrigin ? [{ href, url }] : [];
  });
}

/** Every dead link of the site. */
export function deadLinks(site: LinkedSite): readonly DeadLink[] {
  const base = (site.base ?? '/').slice(1);
  const pages = [...site.paths].filter((path) => path.endsWith('.html'));
  const markup = new Map(pages.map((path) => [path, site.page(path)]));
  const anchors = new Map<string, ReadonlySet<string>>();
  const anchorsOf = (path: string): ReadonlySet<string> => {
    const known = anchors.get(path);
    if (known !== undefined) return known;
    const found = new Set(
      [...(markup.get(path) ?? '').matchAll(idPattern)].map((match) => decode(match[1] ?? '')),
    );
    anchors.set(path, found);
    return found;
  };
  return [...markup].flatMap(([page, content]) =>
    linksOf(page, content).flatMap(({ href, url }): readonly DeadLink[] => {
      const full = sitePath(url.href);
      const target = full.startsWith(base) ? full.slice(base.length) : full;
      if (!site.paths.has(target)) return [{ page, href, why: 'no such file' }];
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor === '' || !target.endsWith('.html') || anchorsOf(target).has(anchor)) return [];
      return [{ page, href, why: 'no such anchor' }];
    }),
  );
}
