/** Cites entries of registers, and reads the glossary. */
import { error } from '../diagnostics/diagnostic.js';
import type { Checked } from '../diagnostics/diagnostic.js';
import type { DataFiles } from '../model/data-files.js';
import { entry } from '../source/data-node.js';
import type { DataNode } from '../source/data-node.js';
import { suggest } from '../source/nearest.js';
import type { Span } from '../source/span.js';
import type { GlossaryTerm } from './abbreviations.js';

/** Fields that print an entry when the citation names none, the first that the entry has. */
const printed = ['label', 'name', 'title'] as const;

/** A look-up over all registers: `@pledge-84` prints its label, `@pledge-84{title}` that field (format, section 3). */
export function citations(
  data: DataFiles,
): (id: string, field: string | undefined, span: Span) => Checked<string> {
  const entries = new Map<string, DataNode>();
  for (const { node } of data.registers.values()) {
    for (const record of node.kind === 'list' ? node.items : []) {
      const id = text(entry(record, 'id'));
      if (id !== undefined && !entries.has(id)) entries.set(id, record);
    }
  }
  return (id, field, span) => {
    const record = entries.get(id);
    if (record === undefined) {
      return fault(span, `no register has an entry “${id}”`, suggest(id, [...entries.keys()]));
    }
    if (field === undefined) {
      const value = printed.map((f) => text(entry(record, f))).find((v) => v !== undefined);
      return { value: value ?? id, diagnostics: [] };
    }
    const value = text(entry(record, field));
    if (value !== undefined) return { value, diagnostics: [] };
    const fields = record.kind === 'map' ? record.entries.map((e) => e.key) : [];
    return fault(span, `the entry “${id}” has no “${field}”`, suggest(field, fields));
  };
}

function fault(span: Span, message: string, suggestion: string | undefined): Checked<string> {
  const hint = suggestion ?? 'Check the spelling against the files in data/registers/.';
  return { value: undefined, diagnostics: [error('citation-resolves', span, message, { hint })] };
}

/** Terms of data/glossary.yaml: a list of records with `term` (or `id`), `expansion` (or `means`), `aliases` and `papers`. */
export function glossaryTerms(data: DataFiles): readonly GlossaryTerm[] {
  const node = data.files.get('glossary')?.node;
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((record) => {
    const term = text(entry(record, 'term')) ?? text(entry(record, 'id'));
    const expansion = text(entry(record, 'expansion')) ?? text(entry(record, 'means'));
    if (term === undefined || expansion === undefined) return [];
    const papers = texts(entry(record, 'papers'));
    const limits = papers.length === 0 ? {} : { papers };
    return [term, ...texts(entry(record, 'aliases'))].map((t) => ({ term: t, expansion, ...limits }));
  });
}

function text(node: DataNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.text !== '' ? node.text : undefined;
}

function texts(node: DataNode | undefined): readonly string[] {
  if (node?.kind === 'list') return node.items.flatMap((n) => text(n) ?? []);
  return (
    text(node)
      ?.split(',')
      .map((t) => t.trim()) ?? []
  );
}
