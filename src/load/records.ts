/** Reads a list of records one by one, so that a fault in one leaves the others standing. */
import type { z } from 'zod';
import { error } from '../diagnostics/diagnostic.js';
import { readNode } from '../model/schema/read.js';
import { entry } from '../source/data-node.js';
import type { DataNode } from '../source/data-node.js';
import { fileSpan } from '../source/span.js';
import type { Span } from '../source/span.js';
import type { Files } from './files.js';

/** A record with the node it was read from. */
export interface ReadRecord<T> {
  readonly value: T;
  readonly node: DataNode;
}

/** What the records of a file are. */
export interface RecordFile<T> {
  readonly path: string;
  /** "person", as in "a person has no setting “nmae”". */
  readonly noun: string;
  readonly schema: z.ZodType<T>;
  /** What stands for a record with faults, so that references to its id give no faults of their own. */
  readonly partly?: (text: (key: string) => string | undefined) => T | undefined;
}

/** The records of a list; faults are reported to the files. */
export function readRecords<T>(files: Files, file: RecordFile<T>, list: DataNode): readonly ReadRecord<T>[] {
  const { noun, path, schema, partly } = file;
  if (list.kind !== 'list') {
    const hint = 'Begin each record with a hyphen and a space: “- id: …”.';
    const typed = list.kind === 'map' ? 'a group of settings' : 'a single value';
    files.report(
      error('value-fits', list.span, `${path} is ${typed}, and a list of records is wanted`, { hint }),
    );
    return [];
  }
  return list.items.flatMap((node) => {
    const read = readNode(schema, node, { noun, at: beginning(node) });
    files.report(...read.diagnostics);
    const value =
      read.value ??
      partly?.((key) => {
        const typed = entry(node, key);
        return typed?.kind === 'scalar' && typed.text.trim() !== '' ? typed.text.trim() : undefined;
      });
    return value === undefined ? [] : [{ value, node }];
  });
}

/** Where a record begins, so that marks do not run over many lines. */
function beginning(node: DataNode): Span {
  return (node.kind === 'map' ? node.entries[0]?.keySpan : undefined) ?? node.span;
}

/** A YAML file of data/ that holds a list; undefined where there is none. A file with nothing but remarks is an empty list. */
export function listFile(files: Files, path: string): DataNode | undefined {
  if (!files.exists(path)) return undefined;
  const node = files.yaml(path);
  if (node?.kind === 'map' && node.entries.length === 0) return { kind: 'list', items: [], span: node.span };
  if (node?.kind === 'scalar' && node.text === '') return { kind: 'list', items: [], span: fileSpan(path) };
  return node;
}
