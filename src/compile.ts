/** Joins the phases from a council's folder to the settled publication. Nothing is written. */
import { calculate, recalculate } from './calculate/calculate.js';
import type { Calculation, CalculationWorld } from './calculate/calculate.js';
import type { Checked } from './diagnostics/diagnostic.js';
import { settle } from './diagnostics/settle.js';
import { citationPrefixes } from './load/data.js';
import { readFigures } from './load/figures.js';
import { findImage } from './load/find-image.js';
import { makeLoadCache } from './load/load-cache.js';
import type { LoadCache } from './load/load-cache.js';
import { pictureFaults } from './load/picture.js';
import { loadPublication } from './load/load-publication.js';
import type { LoadOptions } from './load/load-publication.js';
import { readInline, readMarkdown } from './markdown/read.js';
import { readCell } from './markdown/read-cell.js';
import type { Surroundings } from './markdown/read-cell.js';
import { isBankHoliday } from './model/bank-holidays.js';
import type { Council } from './model/council.js';
import { dataValue } from './model/data-files.js';
import type { DataFiles } from './model/data-files.js';
import type { Publication } from './model/publication.js';
import { keepValues, same } from './model/same.js';
import type { Kept } from './model/same.js';
import { makeResolveCache, numberPublication, resolvePublication } from './resolve/publication.js';
import type { ResolveCache, ResolveWorld } from './resolve/publication.js';
import { citations, glossaryTerms } from './resolve/registers.js';
import { ruleTexts } from './rule-texts.js';
import { checkPublication } from './rules/check.js';
import type { CheckCache } from './rules/check.js';
import type { DataScalar } from './source/data-node.js';
import type { Host } from './source/host.js';
import type { Span } from './source/span.js';
import type { SourceText } from './source/text.js';
import { parseYaml } from './source/yaml.js';

export type CompileOptions = LoadOptions;

/** What one compilation of a council's folder leaves for the next in the same process, never for two at once. */
export interface CompileCache {
  readonly load: LoadCache;
  resolve: ResolveCache;
  /** Texts as rules judge them, with the faults found. */
  readonly texts: { readonly kept: Kept; readonly faults: CheckCache };
  /** The calculation of before, with what it was made from. */
  before?: {
    readonly calculation: Calculation;
    readonly world: CalculationWorld;
    readonly data: DataFiles;
    readonly council: Council;
    readonly prefixes: ReadonlySet<string>;
  };
}

/** An empty cache. A compilation that is given one comes to the same as one without. */
export function makeCompileCache(): CompileCache {
  return {
    load: makeLoadCache(),
    resolve: makeResolveCache(),
    texts: { kept: keepValues(), faults: new WeakMap() },
  };
}

/** A settled publication with what is needed to show faults, prove figures and copy images. */
export interface Compiled {
  readonly publication: Publication;
  readonly calculation: Calculation;
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Images that the texts show: path on the site to path in the council's folder. */
  readonly images: ReadonlyMap<string, string>;
}

/**
 * Loads, numbers, calculates and resolves everything. The value is there even when there are errors, so that drafts can
 * show all that could be made; whether it may be published is for the caller to see from the diagnostics.
 */
export function compilePublication(
  host: Host,
  options: CompileOptions,
  cache: CompileCache = makeCompileCache(),
): Checked<Compiled> & { readonly value: Compiled } {
  const loaded = loadPublication(host, options, readMarkdown, cache.load);
  const { publication: authored, sources, data } = loaded.value;
  const prefixes = citationPrefixes(data);
  // They decide how words of tables and charts are read, which neither calculation nor resolving notes.
  if (cache.before !== undefined && !same(cache.before.prefixes, prefixes)) {
    delete cache.before;
    cache.resolve = makeResolveCache();
  }
  const context = { include: () => undefined, citationPrefixes: prefixes };
  const read = {
    parseYaml,
    readInline: (text: string, at: Span) => readInline(text, at, context),
    readBlocks: (cell: DataScalar, within: Surroundings) => readCell(cell, within, context),
  };

  host.log.progress('Calculating tables');
  const numbered = numberPublication(authored, cache.resolve);
  const { council } = authored;
  const papers = numbered.places.map((p) => p.paper);
  const { before } = cache;
  const sameWorld = before?.data === data && before.council === council;
  const world: CalculationWorld = sameWorld
    ? before.world
    : {
        ...read,
        data: {
          value: (path) => dataValue(data, path),
          names: () => [...data.registers.keys(), ...data.files.keys()],
        },
        style: council.style,
        isHoliday: (date) => isBankHoliday(date) || council.closedDays?.includes(date) === true,
        readTable: (source, at) => readFigures(data, source, at),
      };
  const { calculation, diagnostics: ofTables } =
    before === undefined ? calculate(papers, world) : recalculate(before.calculation, papers, world);
  cache.before = { calculation, world, data, council, prefixes };

  host.log.progress('Resolving references');
  const resolveWorld: ResolveWorld = {
    ...read,
    glossary: glossaryTerms(data),
    cite: citations(data),
    findImage: (src, file) => findImage(host, src, file),
    imageFaults: (path, span) => pictureFaults(host.readFile(path) ?? new Uint8Array(), path, span),
  };
  const resolved = resolvePublication(numbered, calculation, resolveWorld, cache.resolve);

  host.log.progress('Checking the text');
  const texts = ruleTexts(numbered.places, calculation, cache.texts.kept);
  cache.texts.kept.sweep();

  return {
    value: { publication: resolved.publication, calculation, sources, images: resolved.images },
    diagnostics: settle([
      ...loaded.diagnostics,
      ...numbered.diagnostics,
      ...ofTables,
      ...resolved.diagnostics,
      ...checkPublication(authored, texts, cache.texts.faults),
    ]),
  };
}
