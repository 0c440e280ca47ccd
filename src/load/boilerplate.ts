/** Standing wording: the version in force on a day (format, section 1). */
import { error } from '../diagnostics/diagnostic.js';
import type { IsoDate } from '../model/council.js';
import { boilerplateSchema } from '../model/schema/council.js';
import { readNode } from '../model/schema/read.js';
import { entry } from '../source/data-node.js';
import { fileSpan } from '../source/span.js';
import type { SourceText } from '../source/text.js';
import type { Files } from './files.js';

/** One version of a piece of standing wording. */
export interface Wording {
  readonly name: string;
  readonly title: string;
  readonly from: IsoDate;
  /** The last day on which it is in force. */
  readonly until: IsoDate | undefined;
  readonly source: SourceText;
  readonly bodyStart: number;
}

/** All standing wording, by name: the versions of each in order of their first days. */
export type Boilerplate = ReadonlyMap<string, readonly Wording[]>;

/**
 * Reads data/boilerplate/*.md.
 *
 * Versions of one wording are files of one name and a version: `webcast.md`, `webcast-v2.md`, `webcast.2018-05.md`.
 */
export function loadBoilerplate(files: Files): Boilerplate {
  const folder = 'data/boilerplate';
  const found = new Map<string, Wording[]>();
  for (const { name, kind } of files.list(folder) ?? []) {
    if (kind === 'folder' || !name.endsWith('.md')) continue;
    const path = `${folder}/${name}`;
    const file = files.markdown(path);
    if (file?.settings === undefined) continue;
    const read = readNode(boilerplateSchema, file.settings, {
      noun: 'standing text',
      at: { ...fileSpan(path), end: 3 },
    });
    files.report(...read.diagnostics);
    if (read.value === undefined) continue;
    const { title, from, until } = read.value;
    if (until !== undefined && until < from) {
      const span = entry(file.settings, 'until')?.span ?? fileSpan(path);
      files.report(
        error('dates-run-forward', span, `this wording ends on ${until}, before it begins on ${from}`, {
          hint: 'Check both dates.',
        }),
      );
    }
    const id = wordingName(name);
    const wording = {
      name: id,
      title: title ?? id,
      from,
      until,
      source: file.source,
      bodyStart: file.bodyStart,
    };
    found.set(id, [...(found.get(id) ?? []), wording]);
  }
  for (const versions of found.values())
    versions.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return found;
}

function wordingName(file: string): string {
  return file
    .replace(/\.md$/, '')
    .replace(/\.[^.]+$/, '')
    .replace(/-v\d+$/, '');
}

/** The version in force on a day: of several, the one that began last. */
export function wordingOn(boilerplate: Boilerplate, name: string, day: IsoDate): Wording | undefined {
  return boilerplate
    .get(name)
    ?.filter((w) => w.from <= day && (w.until === undefined || w.until >= day))
    .at(-1);
}
