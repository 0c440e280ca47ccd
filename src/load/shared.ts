/** What the loading of every meeting and paper needs to know of the council. */
import { error } from '../diagnostics/diagnostic.js';
import type { Committee, Council, IsoDate, Person } from '../model/council.js';
import type { AuthoredDocument } from '../model/block.js';
import { entry } from '../source/data-node.js';
import type { DataNode } from '../source/data-node.js';
import { nearest, suggest } from '../source/nearest.js';
import type { Span } from '../source/span.js';
import type { SourceText } from '../source/text.js';
import type { Boilerplate } from './boilerplate.js';
import { wordingOn } from './boilerplate.js';
import { same } from '../model/same.js';
import type { Files } from './files.js';
import type { CachedText, Included } from './load-cache.js';
import { looksLikeId, printPerson } from './people.js';
import { emptyDocument } from './reader.js';
import type { MarkdownReader } from './reader.js';

/** The council and the tools of one loading. */
export interface Shared {
  readonly files: Files;
  readonly council: Council;
  readonly committees: ReadonlyMap<string, Committee>;
  readonly people: ReadonlyMap<string, Person>;
  /** Titles of the corporate plan's priorities by id; undefined where there is no such file. */
  readonly priorities: ReadonlyMap<string, string> | undefined;
  readonly boilerplate: Boilerplate;
  readonly citationPrefixes: ReadonlySet<string>;
  readonly read: MarkdownReader;
}

/** A text below the settings of a file, and where it is printed. */
export interface TextPlace {
  readonly source: SourceText;
  readonly start: number;
  /** The day that decides which standing wording it includes. */
  readonly day: IsoDate;
  /** The file whose text it is, and what else tells it from others of that file. */
  readonly name: string;
}

/** Reads a text, unless it was read before and nothing that it includes has changed. */
export function readText(shared: Shared, { source, start, day, name }: TextPlace): AuthoredDocument {
  const { files, boilerplate, citationPrefixes, council } = shared;
  const { words } = council.style;
  const find = (wording: string): Included | undefined => wordingOn(boilerplate, wording, day);
  const { result } = files.cache.kept.take<CachedText>(
    `text ${name}`,
    (before) =>
      before.source === source &&
      before.start === start &&
      same(before.prefixes, citationPrefixes) &&
      same(before.words, words) &&
      [...before.included].every(([wording, known]) => {
        const now = find(wording);
        return known?.source === now?.source && known?.bodyStart === now?.bodyStart;
      }),
    () => {
      const included = new Map<string, Included | undefined>();
      const include = (wording: string): Included | undefined => {
        const found = find(wording);
        included.set(wording, found);
        return found;
      };
      const read = shared.read(source, start, { include, citationPrefixes, words });
      return { source, start, prefixes: citationPrefixes, words, included, result: read };
    },
  );
  files.report(...result.diagnostics);
  return result.value ?? emptyDocument;
}

/** A person as printed: an id becomes the name or title in data/people.yaml, anything else stays as typed. */
export function personPrinter(shared: Shared, settings: DataNode): (value: string) => string {
  const reported = new Set<string>();
  return (value) => {
    const person = shared.people.get(value);
    if (person !== undefined) return printPerson(person);
    const near = nearest(value, shared.people.keys());
    // One small word, such as “officers”, is a word unless it is nearly an id.
    const meant = looksLikeId(value) && (value.includes('-') || near !== undefined);
    if (!meant || reported.has(value)) return value;
    reported.add(value);
    const span = findScalar(settings, value) ?? settings.span;
    const hint =
      suggest(value, [...shared.people.keys()]) ??
      'Add the person to data/people.yaml, or type the name or title in full.';
    shared.files.report(
      error('person-is-known', span, `“${value}” is not the id of a person in data/people.yaml`, { hint }),
    );
    return value;
  };
}

/** A priority of the corporate plan by its id. */
export function priorityPrinter(shared: Shared, settings: DataNode): (id: string) => string {
  return (id) => {
    const title = shared.priorities?.get(id);
    if (title !== undefined) return title;
    const span = findScalar(entry(settings, 'priorities') ?? settings, id) ?? settings.span;
    const hint = suggest(id, [...(shared.priorities?.keys() ?? [])]) ?? 'Add it to data/corporate-plan.yaml.';
    shared.files.report(
      error('priority-is-known', span, `“${id}” is not a priority of data/corporate-plan.yaml`, { hint }),
    );
    return id;
  };
}

/** The place of the first value that reads so. */
function findScalar(node: DataNode, text: string): Span | undefined {
  switch (node.kind) {
    case 'scalar':
      return node.text.trim() === text ? node.span : undefined;
    case 'list':
      return first(node.items.map((item) => findScalar(item, text)));
    case 'map':
      return first(node.entries.map((e) => findScalar(e.value, text)));
  }
}

function first<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find((v) => v !== undefined);
}
