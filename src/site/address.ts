/** Addresses on the site, and the relative links between them, so that a site opens from any base path or a disk. */
import type { PaperAddress } from '../model/inline.js';

/** A place on the site counted from its root: a page's folder with a slash at its end (`''` for home), or a file. */
export type SitePath = string;

export const homePath: SitePath = '';
export const committeesPath: SitePath = 'committees/';
export const papersPath: SitePath = 'papers/';
export const peoplePath: SitePath = 'people/';
export const dataPath: SitePath = 'data/';
export const accessibilityPath: SitePath = 'accessibility/';
/** The page that a server shows at every address without a page. */
export const notFoundPath: SitePath = '404.html';

export const committeePath = (id: string): SitePath => `committees/${id}/`;
export const meetingPath = (key: string): SitePath => `meetings/${key}/`;
export const itemPath = (meeting: string, item: string): SitePath => `meetings/${meeting}/${item}/`;
export const paperPath = (address: PaperAddress): SitePath => `${address}/`;

/**
 * The link from one page to a path of the site.
 *
 * Folders are linked by their `index.html`: a browser that reads from a disk does not look for it.
 */
export function relativeHref(from: SitePath, to: SitePath, anchor?: string): string {
  const hash = anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`;
  if (from === to && hash !== '') return hash;
  const file = to === '' || to.endsWith('/') ? `${to}index.html` : to;
  const start = from.split('/').slice(0, -1);
  const end = file.split('/');
  let common = 0;
  while (common < start.length && common < end.length - 1 && start[common] === end[common]) common++;
  const up = '../'.repeat(start.length - common);
  const path = up + end.slice(common).map(encodeURIComponent).join('/');
  return path + hash;
}

/** The link to a path of the site from any address at all; `base` begins and ends with a slash. */
export function rootedHref(base: string, to: SitePath): string {
  return `${base}${relativeHref('', to)}`;
}
