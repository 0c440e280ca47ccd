/** What every page has: its place, its titles, where it hangs in the site, and how links and blocks are printed on it. */
import type { PaperAddress } from '../../model/inline.js';
import type { FileFact } from '../../model/pack.js';
import type { TableProvenance } from '../../model/provenance.js';
import type { Table } from '../../model/table.js';
import type { SitePath } from '../address.js';
import { renderBlocks } from '../html/block.js';
import type { ChartPainter, PageContext } from '../html/context.js';
import type { SiteIndex } from './site-index.js';

export type NavKey = 'meetings' | 'committees' | 'papers' | 'people' | 'data' | 'accessibility';

export interface Crumb {
  readonly label: string;
  /** Missing for the page itself. */
  readonly path?: SitePath;
}

export interface PageView {
  readonly path: SitePath;
  /** File to write, from the root of the site. */
  readonly file: string;
  /** For the head of the document, the council's name not yet added. */
  readonly title: string;
  readonly heading: string;
  readonly nav: NavKey | undefined;
  readonly crumbs: readonly Crumb[];
  readonly lang: string;
  readonly context: PageContext;
  /** What printing the page has asked for so far. */
  readonly asked: PageQuestions;
}

/** What a page asked of the rest of the site while it was printed, with the answers. */
export interface PageQuestions {
  readonly files: Map<SitePath, FileFact | undefined>;
  readonly proofs: Map<Table, TableProvenance | undefined>;
}

/**
 * A prototype of its own.
 *
 * Eleventy copies plain objects deeply for every page that it makes; a view with this prototype is handed on as it is.
 */
const opaquePrototype: object = Object.create(Object.prototype) as object;

/** The same fields, in an object that Eleventy does not copy. */
export function opaque<T extends object>(fields: T): T {
  return Object.freeze(Object.assign(Object.create(opaquePrototype) as object, fields));
}

export interface PageFields {
  readonly path: SitePath;
  readonly title: string;
  readonly heading?: string;
  readonly nav: NavKey | undefined;
  readonly crumbs: readonly Crumb[];
  readonly lang?: string;
  /** The paper whose text the page is, for pages of papers. */
  readonly paper?: PaperAddress;
}

/** The common part of a page's view. */
export function pageView(fields: PageFields, index: SiteIndex, paintChart: ChartPainter): PageView {
  const { paper } = fields;
  const { provenance } = index.input;
  const asked: PageQuestions = { files: new Map(), proofs: new Map() };
  const isFile = fields.path !== '' && !fields.path.endsWith('/');
  return {
    path: fields.path,
    file: isFile ? fields.path : `${fields.path}index.html`,
    title: fields.title,
    heading: fields.heading ?? fields.title,
    nav: fields.nav,
    crumbs: fields.crumbs,
    lang: fields.lang ?? 'en-GB',
    asked,
    context: {
      page: fields.path,
      folder: fields.path,
      file: (path) => {
        const file = index.files.get(path);
        asked.files.set(path, file);
        return file;
      },
      paintChart,
      ...(paper === undefined || provenance === undefined
        ? {}
        : {
            provenance: (table) => {
              const proof = provenance(paper, table);
              asked.proofs.set(table, proof);
              return proof;
            },
          }),
      renderBlocks,
      anchored: true,
      noteMarks: new Map(),
    },
  };
}

/** A context for short texts of other files on the page: without ids and notes, which are unique only in their own file. */
export function guest(context: PageContext): PageContext {
  return { ...context, anchored: false };
}
