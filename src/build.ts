/** Makes the site and the packs: everything in memory first, then into place all at once. */
import { openAttachments } from './attachments.js';
import { compilePublication, makeCompileCache } from './compile.js';
import type { CompileCache, Compiled, CompileOptions } from './compile.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { placeFinder, printText } from './diagnostics/print.js';
import { hasErrors, settle } from './diagnostics/settle.js';
import { holidaysKnown } from './model/bank-holidays.js';
import type { FileFact } from './model/pack.js';
import type { Publication } from './model/publication.js';
import { keepValues, sameBytes } from './model/same.js';
import type { Kept } from './model/same.js';
import { clearDaysBetween, clearDaysWanted } from './model/working-days.js';
import { openData } from './open/open-data.js';
import type { Origins } from './open/open-data.js';
import { sitemap } from './open/feed.js';
import { manifest } from './open/manifest.js';
import type { Checksums } from './open/manifest.js';
import { makePrintCache, printAll } from './print.js';
import type { PrintCache, PrintInput } from './print.js';
import { printSideBySide, threadsFor } from './print-threads.js';
import { isPublishable } from './publishable.js';
import type { NoticeGiven, SiteInput } from './site/input.js';
import { makeSiteCache } from './site/site-cache.js';
import type { SiteCache } from './site/site-cache.js';
import { diskHost } from './source/disk-host.js';
import type { Host, WritableHost } from './source/host.js';
import type { Fonts } from './type/fonts.js';
import { loadFonts } from './type/load.js';
import { makeTextMeasure } from './type/measure.js';

export interface BuildOptions extends CompileOptions {
  /** Publishes in spite of errors, for the author's eyes. */
  readonly draft: boolean;
  /** How many threads may print at once; one, unless said. The site is the same. */
  readonly threads?: number;
}

/** What one build leaves for the next in the same process: content as read, figures, faces with their shaped words, laid-out papers, painted files. */
export interface BuildCache {
  readonly compile: CompileCache;
  readonly fonts: Fonts;
  readonly files: Kept;
  readonly attachments: Kept;
  readonly print: PrintCache;
  readonly site: SiteCache;
  /** Data of tables. */
  readonly data: Kept;
  /** Text files as bytes, and the checksums of files. */
  readonly texts: Kept;
  readonly checksums: Checksums;
}

/** An empty cache. A build that is given one writes the same bytes as a build without. */
export function makeBuildCache(): BuildCache {
  return {
    compile: makeCompileCache(),
    fonts: loadFonts(),
    files: keepValues(),
    attachments: keepValues(),
    print: makePrintCache(),
    site: makeSiteCache(),
    data: keepValues(),
    texts: keepValues(),
    checksums: new WeakMap(),
  };
}

/** What a build made. */
export interface Built {
  readonly diagnostics: readonly Diagnostic[];
  /** The files of the site; none when there are errors and this is no draft. */
  readonly files: readonly FileFact[];
}

const site = '_site';
/** Beside the site, so that putting it in place is one rename on one disk. */
const fresh = '_site.new';

/**
 * Builds the site of the council's folder into `_site`.
 *
 * With errors in the content nothing is written, and the last good site stays, unless `draft` is set.
 */
export async function buildSite(
  host: WritableHost,
  options: BuildOptions,
  cache?: BuildCache,
): Promise<Built> {
  const compiled = compilePublication(host, options, cache?.compile);
  if (hasErrors(compiled.diagnostics) && !options.draft)
    return { diagnostics: compiled.diagnostics, files: [] };
  const made = await makeFiles(host, compiled.value, cache, options.threads);
  const diagnostics = settle([...compiled.diagnostics, ...made.diagnostics]);
  if (hasErrors(diagnostics) && !options.draft) return { diagnostics, files: [] };

  host.log.progress('Writing the site');
  host.removeFolder(fresh);
  for (const [path, bytes] of made.files) {
    const linked = cache !== undefined && host.linkFile?.(`${site}/${path}`, `${fresh}/${path}`, bytes);
    if (linked !== true) host.writeFile(`${fresh}/${path}`, bytes);
  }
  host.replaceFolder(fresh, site);
  return { diagnostics, files: [...made.files].map(([path, bytes]) => fact(path, bytes)) };
}

/**
 * Every fault that a build would report. Papers are laid out, since some faults show only then (a character that no face
 * has, a table too wide for its page); nothing is written.
 */
export async function checkSite(
  host: Host,
  options: CompileOptions & Pick<BuildOptions, 'threads'>,
): Promise<readonly Diagnostic[]> {
  const compiled = compilePublication(host, options);
  const made = await makeInput(host, compiled.value, undefined, options.threads);
  return settle([...compiled.diagnostics, ...made.diagnostics]);
}

interface MadeFiles {
  /** By path from the root of the site, sorted by code unit. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every file of the site. Packs come before pages, which print page ranges and sizes. */
export async function makeFiles(
  host: Host,
  compiled: Compiled,
  cache?: BuildCache,
  threads = 1,
): Promise<MadeFiles> {
  const { files, input, diagnostics } = await makeInput(host, compiled, cache, threads);
  const add = adder(files, cache?.texts);
  host.log.progress('Rendering pages');
  // Eleventy is loaded where pages are made, and not for a check.
  const { renderSite } = await import('./site/render.js');
  const pages = await renderSite(input, cache?.site);
  for (const [path, text] of pages) add(path, text);
  add(
    'sitemap.xml',
    sitemap([...pages.keys()].filter(isPage).map(pageAddress), compiled.publication.council.siteAddress),
  );
  add('manifest.json', manifest(files, cache?.checksums));
  cache?.texts.sweep();
  return { files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))), diagnostics };
}

/**
 * What the pages of a council's folder are made from, for `.eleventy.js`. Packs and open data are made in memory, so
 * that the pages are those of `tabled build`.
 *
 * Throws, with all faults printed, when the content has errors.
 */
export async function compileForSite(root: string): Promise<SiteInput> {
  const quiet = { progress: () => undefined, line: () => undefined };
  const host = diskHost(root, quiet);
  const { value, diagnostics } = compilePublication(host, {});
  const stopOnErrors = (faults: readonly Diagnostic[]): void => {
    if (hasErrors(faults)) throw new Error(`The content has errors.\n\n${printText(faults, value.sources)}`);
  };
  stopOnErrors(diagnostics);
  const made = await makeInput(host, value);
  stopOnErrors(settle([...diagnostics, ...made.diagnostics]));
  return made.input;
}

/** Everything that comes before the pages: images, packs and open data, and what the pages say of them. */
async function makeInput(
  host: Host,
  compiled: Compiled,
  cache?: BuildCache,
  threads = 1,
): Promise<{
  readonly files: Map<string, Uint8Array>;
  readonly input: SiteInput;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { publication } = compiled;
  const files = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  const add = adder(files, cache?.texts);

  const kept = cache?.files ?? keepValues();
  const images = kept.reuse('images', imagesOf(host, compiled, kept));
  for (const [path, bytes] of images) add(path, bytes);

  const fonts = cache?.fonts ?? loadFonts();
  const attachments = await openAttachments(host, publication, () => fonts, cache?.attachments);
  diagnostics.push(...attachments.diagnostics);
  for (const [path, bytes] of attachments.originals) add(path, bytes);

  const printing: PrintInput = {
    publication,
    fonts,
    images,
    attachments: kept.reuse('attachments', attachments.opened),
  };
  // With a cache there is little to print, and what threads print could not be kept.
  const helpers = cache === undefined ? threadsFor(publication.meetings, threads) : 0;
  const made = helpers > 0 ? await printSideBySide(printing, host.log, helpers) : undefined;
  const printed = printAll(printing, host.log, cache?.print, made);
  const { packs, sharedPdfs } = printed;
  diagnostics.push(...printed.diagnostics);
  for (const [path, bytes] of printed.files) add(path, bytes);

  host.log.progress('Writing open data');
  const origins: Origins = {
    provenance: (paper, table) => compiled.calculation.provenance(paper, table),
    place: placeFinder(compiled.sources),
    source: (file) => compiled.sources.get(file),
  };
  for (const [path, text] of openData(publication, packs, origins, cache?.data)) add(path, text);

  const input: SiteInput = {
    publication,
    packs,
    sharedPdfs,
    attachments: attachments.facts,
    files: [...files].map(([path, bytes]) => fact(path, bytes)),
    notices: noticesOf(publication),
    provenance: origins.provenance,
    measure: makeTextMeasure(fonts),
  };
  kept.sweep();
  return { files, input, diagnostics };
}

/** The images that texts show, by their path on the site. */
function imagesOf(host: Host, { images }: Compiled, kept: Kept): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const [path, source] of images) {
    const bytes = host.readFile(source);
    if (bytes === undefined) continue;
    const known = kept.take<Uint8Array>(
      `image ${source}`,
      (before) => sameBytes(before, bytes),
      () => bytes,
    );
    found.set(path, known);
  }
  return found;
}

/** The notice given of each meeting that has been published, counted as the rule `meeting-published-in-time` counts. */
function noticesOf({ meetings, council }: Publication): ReadonlyMap<string, NoticeGiven> {
  const required = clearDaysWanted[council.jurisdiction];
  return new Map(
    meetings.flatMap(({ key, published, dates }) => {
      const [first] = dates;
      if (published === undefined || first === undefined || !holidaysKnown(first)) return [];
      const clearDays = clearDaysBetween(published.slice(0, 10), first, council.closedDays);
      return [[key, { clearDays, required }] as const];
    }),
  );
}

/** Adds to the files of a site, and nothing that a site may not hold. */
function adder(
  files: Map<string, Uint8Array>,
  texts: Kept = keepValues(),
): (path: string, bytes: Uint8Array | string) => void {
  const encoder = new TextEncoder();
  const encode = (path: string, text: string): Uint8Array =>
    texts.take<EncodedText>(
      path,
      (before) => before.text === text,
      () => ({ text, bytes: encoder.encode(text) }),
    ).bytes;
  return (path, bytes) => {
    if (!isPublishable(path)) throw new Error(`${path} is no kind of file that a site may hold`);
    files.set(path, typeof bytes === 'string' ? encode(path, bytes) : bytes);
  };
}

interface EncodedText {
  readonly text: string;
  readonly bytes: Uint8Array;
}

function isPage(path: string): boolean {
  return path.endsWith('index.html');
}

function pageAddress(path: string): string {
  return path.slice(0, -'index.html'.length);
}

function fact(path: string, bytes: Uint8Array): FileFact {
  return { path, bytes: bytes.length };
}
