/** Joins the phases from a council's folder to the settled publication. Nothing is written. */
import { calculate } from './calculate/calculate.js';
import type { Calculation, FigureInline } from './calculate/calculate.js';
import type { Checked } from './diagnostics/diagnostic.js';
import { settle } from './diagnostics/settle.js';
import { citationPrefixes } from './load/data.js';
import { readFigures } from './load/figures.js';
import { findImage } from './load/find-image.js';
import { pictureFaults } from './load/picture.js';
import { loadPublication } from './load/load-publication.js';
import type { LoadOptions } from './load/load-publication.js';
import { readInline } from './markdown/read.js';
import { isBankHoliday } from './model/bank-holidays.js';
import { dataValue } from './model/data-files.js';
import type { Publication } from './model/publication.js';
import type { DataBlock, TableSource } from './model/table-source.js';
import { numberPublication, resolvePublication } from './resolve/publication.js';
import { citations, glossaryTerms } from './resolve/registers.js';
import { checkPublication } from './rules/check.js';
import type { Host } from './source/host.js';
import type { Span } from './source/span.js';
import type { SourceText } from './source/text.js';
import { parseYaml } from './source/yaml.js';

export type CompileOptions = LoadOptions;

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
): Checked<Compiled> & { readonly value: Compiled } {
  const loaded = loadPublication(host, options);
  const { publication: authored, sources, data } = loaded.value;
  const context = { include: () => undefined, citationPrefixes: citationPrefixes(data) };
  const read = {
    parseYaml,
    readInline: (text: string, at: Span) => readInline(text, at, context),
  };

  host.log.progress('Calculating tables');
  const numbered = numberPublication(authored);
  const { calculation, diagnostics: ofTables } = calculate(
    numbered.places.map((p) => p.paper),
    {
      ...read,
      data: {
        value: (path) => dataValue(data, path),
        names: () => [...data.registers.keys(), ...data.files.keys()],
      },
      style: authored.council.style,
      isHoliday: (date) => isBankHoliday(date) || authored.council.closedDays?.includes(date) === true,
      readTable: (source, at) => readFigures(data, source, at),
    },
  );

  host.log.progress('Resolving references');
  const resolved = resolvePublication(numbered, calculation, {
    ...read,
    glossary: glossaryTerms(data),
    cite: citations(data),
    findImage: (src, file) => findImage(host, src, file),
    imageFaults: (path, span) => pictureFaults(host.readFile(path) ?? new Uint8Array(), path, span),
  });

  const texts = numbered.places.map(({ title, document, paper }) => ({
    title,
    document,
    figure: remembered((inline: FigureInline) => calculation.figure(paper, inline).value?.text),
    table: remembered((block: TableSource | DataBlock) => calculation.words(paper, block)),
  }));

  return {
    value: { publication: resolved.publication, calculation, sources, images: resolved.images },
    diagnostics: settle([
      ...loaded.diagnostics,
      ...numbered.diagnostics,
      ...ofTables,
      ...resolved.diagnostics,
      ...checkPublication(authored, texts),
    ]),
  };
}

/** A function that works out each answer once. */
function remembered<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = work(key);
    known.set(key, answer);
    return answer;
  };
}
