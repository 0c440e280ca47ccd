/** The other files of data/: registers, tables and whatever papers cite. */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { DataFile, DataFiles } from '../model/data-files.js';
import { actSchema, prioritySchema, registerSchema, termSchema } from '../model/schema/registers.js';
import { sameBytes } from '../model/same.js';
import { entry } from '../source/data-node.js';
import type { DataNode } from '../source/data-node.js';
import { fileSpan } from '../source/span.js';
import { readCsv } from './csv.js';
import type { WorkbookFile } from '../model/workbook.js';
import type { Files } from './files.js';
import { listFile, readRecords } from './records.js';
import { readWorkbook } from './xlsx/workbook.js';

/** Reads data/*.yaml, data/registers/*.yaml and data/tables/*.csv, and finds data/tables/*.xlsx. Files that cannot be read are reported and left out. */
export function loadData(files: Files): DataFiles {
  const registers = yamlFolder(files, 'data/registers');
  for (const [name, register] of registers) checkRegister(files, name, register);
  checkCited(files);
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
    const read = files.cache.csv.get(source) ?? readCsv(source);
    files.cache.csv.set(source, read);
    files.report(...read.diagnostics);
    if (read.value !== undefined) tables.set(`tables/${name}`, { path, node: read.value });
  }
  return { files: yamlFolder(files, 'data'), registers, tables, workbooks };
}

/** A workbook with its bytes, once they are read. */
interface KnownWorkbook {
  readonly file: WorkbookFile;
  /** Missing while nobody has asked; nothing for a file that cannot be opened. */
  bytes?: { readonly found: Uint8Array | undefined };
}

/** Opened when the first table asks for it, and once for the same bytes. */
function workbookFile(files: Files, path: string): WorkbookFile {
  let now: KnownWorkbook['bytes'];
  return files.cache.kept.take<KnownWorkbook>(
    `workbook ${path}`,
    (before) => {
      now = { found: files.bytes(path) };
      if (before.bytes === undefined) return false;
      const known = before.bytes.found;
      return known === undefined || now.found === undefined
        ? known === now.found
        : sameBytes(known, now.found);
    },
    () => knownWorkbook(files, path, now),
  ).file;
}

function knownWorkbook(files: Files, path: string, bytes: KnownWorkbook['bytes']): KnownWorkbook {
  let opened: ReturnType<WorkbookFile['open']> | undefined;
  const known: KnownWorkbook = {
    ...(bytes === undefined ? {} : { bytes }),
    file: {
      path,
      open: () => {
        if (opened !== undefined) return opened;
        const { found } = (known.bytes ??= { found: files.bytes(path) });
        opened =
          found === undefined
            ? { fault: 'cannot be opened', hint: 'Close it in other programs and see that you may read it.' }
            : readWorkbook(found);
        return opened;
      },
    },
  };
  return known;
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

/** Checks the lists that papers cite by id, each record by itself. */
function checkCited(files: Files): void {
  const cited = [
    { path: 'data/glossary.yaml', noun: 'term of the glossary', schema: termSchema },
    { path: 'data/corporate-plan.yaml', noun: 'priority', schema: prioritySchema },
    { path: 'data/legislation.yaml', noun: 'act', schema: actSchema },
  ];
  for (const file of cited) {
    const node = listFile(files, file.path);
    const list = file.noun === 'priority' ? (entry(node, 'priorities') ?? node) : node;
    if (list === undefined) continue;
    readRecords<unknown>(files, file, list);
    checkIds(files, list);
  }
}

function checkRegister(files: Files, name: string, register: DataFile): void {
  const { node, path } = register;
  if (node.kind === 'map' && node.entries.length === 0) return;
  readRecords(files, { path, ...registerSchema(name) }, node);
  checkIds(files, node);
}

/** No two records of a list have one id. */
function checkIds(files: Files, list: DataNode): void {
  const first = new Map<string, DataNode>();
  for (const record of list.kind === 'list' ? list.items : []) {
    const id = entry(record, 'id');
    if (id?.kind !== 'scalar' || id.text === '') continue;
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
