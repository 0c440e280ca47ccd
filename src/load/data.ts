/** The other files of data/: registers, tables and whatever papers cite. */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { DataFile, DataFiles } from '../model/data-files.js';
import { entry } from '../source/data-node.js';
import type { DataNode } from '../source/data-node.js';
import { fileSpan } from '../source/span.js';
import { readCsv } from './csv.js';
import type { WorkbookFile } from '../model/workbook.js';
import type { Files } from './files.js';
import { readWorkbook } from './xlsx/workbook.js';

/** Reads data/*.yaml, data/registers/*.yaml and data/tables/*.csv, and finds data/tables/*.xlsx. Files that cannot be read are reported and left out. */
export function loadData(files: Files): DataFiles {
  const registers = yamlFolder(files, 'data/registers');
  for (const register of registers.values()) checkRegister(files, register);
  const tables = new Map<string, DataFile>();
  const workbooks = new Map<string, WorkbookFile>();
  for (const { name, kind } of files.list('data/tables') ?? []) {
    const path = `data/tables/${name}`;
    if (kind === 'folder') continue;
    if (/\.xlsx$/i.test(name)) workbooks.set(`tables/${name}`, workbookFile(files, path));
    if (!/\.csv$/i.test(name)) {
      if (!/\.xlsx$/i.test(name))
        files.report(
          warning('file-has-a-place', fileSpan(path), `nothing reads the file “${name}” in data/tables/`, {
            hint: 'Files of figures end in .xlsx or .csv: save it as one of these in Excel.',
          }),
        );
      continue;
    }
    const source = files.text(path);
    if (source === undefined) continue;
    const read = readCsv(source);
    files.report(...read.diagnostics);
    if (read.value !== undefined) tables.set(`tables/${name}`, { path, node: read.value });
  }
  return { files: yamlFolder(files, 'data'), registers, tables, workbooks };
}

/** Opened when the first table asks for it, and once. */
function workbookFile(files: Files, path: string): WorkbookFile {
  let opened: ReturnType<WorkbookFile['open']> | undefined;
  return {
    path,
    open: () => {
      const bytes = opened === undefined ? files.bytes(path) : undefined;
      opened ??=
        bytes === undefined
          ? { fault: 'cannot be opened', hint: 'Close it in other programs and see that you may read it.' }
          : readWorkbook(bytes);
      return opened;
    },
  };
}

/** First parts of the ids of all registers: what `@id` may begin with. */
export function citationPrefixes(data: DataFiles): ReadonlySet<string> {
  const prefixes = new Set<string>();
  for (const { node } of data.registers.values()) {
    for (const record of node.kind === 'list' ? node.items : []) {
      const id = entry(record, 'id');
      if (id?.kind === 'scalar' && id.text.includes('-'))
        prefixes.add(id.text.slice(0, id.text.indexOf('-')));
    }
  }
  return prefixes;
}

function yamlFolder(files: Files, folder: string): ReadonlyMap<string, DataFile> {
  const found = new Map<string, DataFile>();
  for (const { name, kind } of files.list(folder) ?? []) {
    if (kind === 'folder') continue;
    const path = `${folder}/${name}`;
    const stem = /^(.+)\.ya?ml$/.exec(name)?.[1];
    if (stem === undefined) {
      const hint =
        folder === 'data'
          ? 'Files here end in .yaml; figures belong in data/tables/, wording in data/boilerplate/.'
          : 'Registers end in .yaml.';
      files.report(
        warning('file-has-a-place', fileSpan(path), `nothing reads the file “${name}” in ${folder}/`, {
          hint,
        }),
      );
      continue;
    }
    // Read already, with a schema of their own; a fault in them is reported once.
    const node = files.yaml(path);
    if (node !== undefined) found.set(stem, { path, node });
  }
  return found;
}

function checkRegister(files: Files, register: DataFile): void {
  const { node, path } = register;
  if (node.kind !== 'list') {
    if (node.kind === 'map' && node.entries.length === 0) return;
    const hint = 'Begin each record with a hyphen and a space: “- id: pledge-84”.';
    files.report(
      error('value-fits', fileSpan(path), `the register ${path} is not a list of records`, { hint }),
    );
    return;
  }
  const first = new Map<string, DataNode>();
  for (const record of node.items) {
    const id = entry(record, 'id');
    if (id?.kind !== 'scalar' || id.text === '') {
      const span = record.kind === 'map' ? (record.entries[0]?.keySpan ?? record.span) : record.span;
      files.report(
        error('key-is-given', span, 'this record of a register has no “id”', {
          hint: 'Add “id:” and an id of its own.',
        }),
      );
      continue;
    }
    const earlier = first.get(id.text);
    if (earlier === undefined) {
      first.set(id.text, id);
      continue;
    }
    files.report(
      error('record-id-is-unique', id.span, `two records have the id “${id.text}”`, {
        related: [{ span: earlier.span, message: 'first used here' }],
        hint: 'Give one of them another id.',
      }),
    );
  }
}
