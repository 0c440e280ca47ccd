/** The demonstration council of this repository, as it is or with a text of it altered. */
import { fileURLToPath } from 'node:url';
import { compilePublication } from '../../src/compile.js';
import type { Compiled } from '../../src/compile.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Paper } from '../../src/model/publication.js';
import { dataBlocks } from '../../src/model/data-blocks.js';
import type { Table } from '../../src/model/table.js';
import { diskHost } from '../../src/source/disk-host.js';
import type { WritableHost } from '../../src/source/host.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const meetingKey = 'budget-select-committee/2019-01-30';
export const draftBudget = `content/meetings/${meetingKey}/05-budget/05b-draft-budget/1-draft-budget.md`;

const quiet = { progress: () => undefined, line: () => undefined };

/** The council's folder, with one replacement in one file. Throws when the text to replace is not there exactly once. */
export function demonstration(alter?: {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}): WritableHost {
  const host = diskHost(root, quiet);
  if (alter === undefined) return host;
  return {
    ...host,
    readFile: (path) => {
      const bytes = host.readFile(path);
      if (path !== alter.file || bytes === undefined) return bytes;
      const text = new TextDecoder().decode(bytes);
      if (text.split(alter.from).length !== 2) throw new Error(`"${alter.from}" is not once in ${path}`);
      return new TextEncoder().encode(text.replace(alter.from, () => alter.to));
    },
  };
}

/** Compiles the demonstration council. */
export function compiled(alter?: Parameters<typeof demonstration>[0]): {
  readonly value: Compiled;
  readonly diagnostics: readonly Diagnostic[];
} {
  return compilePublication(demonstration(alter), {});
}

/** A paper by the end of its address. */
export function paperOf({ publication }: Compiled, ending: string): Paper {
  const items = publication.meetings.flatMap((m) => m.items).flatMap((i) => [i, ...i.children]);
  const papers = [...items.flatMap((i) => i.papers), ...publication.sharedPapers];
  const found = papers.find((p) => p.address.endsWith(ending));
  if (found === undefined) throw new Error(`no paper ${ending}`);
  return found;
}

/** A table of a paper by its id. */
export function tableOf(paper: Paper, id: string): Table {
  const found = dataBlocks(paper.text.blocks).find((b) => b.id === id);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found;
}

/** Rows of a table as values for CSV, the first column as its words. */
export function valuesOf(table: Table): readonly (readonly string[])[] {
  return table.rows.map((row) => row.cells.map((cell) => cell.value ?? ''));
}
