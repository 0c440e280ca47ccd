/** Rows of a table that come from a register: one for each entry that matches a query, with a line on how many did. */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { DataNode, DataScalar } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { suggest } from '../source/nearest.js';
import { fieldOf, knownFields, matches, readQuery } from './query.js';
import type { ReadContext } from './read-context.js';
import type { YamlColumn } from './yaml-columns.js';
import type { YamlRow } from './yaml-rows.js';

/** The rows, and the sentence under the table: "12 of 84 pledges." */
export interface CollectedRows {
  readonly rows: readonly YamlRow[];
  readonly coverage?: string;
}

/** Reads `collect: pledges where lead = Street Services`. Each column without a formula takes the field of its key, or of `field:`. */
export function readCollectedRows(
  source: DataScalar,
  columns: readonly YamlColumn[],
  context: ReadContext,
): CollectedRows {
  const fail = (span: DataNode['span'], message: string, hint?: string): CollectedRows => {
    context.report(error('collection-is-known', span, message, hint === undefined ? {} : { hint }));
    return { rows: [] };
  };
  const query = readQuery(source.text);
  if ('unclear' in query)
    return fail(
      source.span,
      `“${query.unclear}” is no condition`,
      'Write it as in pledges where lead = Street Services and status <> Complete.',
    );
  const found = context.world.data.value(query.register.split('.'));
  const list = found?.kind === 'list' ? found : entry(found, 'entries');
  if (list?.kind !== 'list')
    return fail(
      source.span,
      `“${query.register}” is not a register`,
      'Registers are the files in data/registers, named without .yaml.',
    );
  const known = knownFields(list.items);
  const isKnown = (field: string): boolean =>
    list.items.length === 0 || known.includes(field.split('.')[0] ?? '');
  const unknown = (field: string, span: DataNode['span']): CollectedRows =>
    fail(span, `no entry of “${query.register}” has “${field}”`, suggest(field, known));
  for (const { field } of query.conditions) if (!isKnown(field)) return unknown(field, source.span);
  const fields = columns.map((column) => column.field ?? column.key);
  for (const [c, column] of columns.entries()) {
    const made = column.formula ?? column.totalFormula;
    if (made === undefined && !isKnown(fields[c] ?? '')) return unknown(fields[c] ?? '', column.span);
  }
  const chosen = list.items.filter((item) => matches(item, query.conditions));
  if (chosen.length === 0)
    context.report(
      warning(
        'collection-is-known',
        source.span,
        `no entry of “${query.register}” matches, so the table is empty`,
        {
          hint: 'Check the words after where; case and spaces do not matter.',
        },
      ),
    );
  const noun = query.register.split('.').at(-1)?.replaceAll('-', ' ') ?? '';
  const all = list.items.length;
  return {
    rows: chosen.map((item) => collectedRow(item, columns, fields)),
    coverage: chosen.length === all ? `All ${all} ${noun}.` : `${chosen.length} of ${all} ${noun}.`,
  };
}

function collectedRow(item: DataNode, columns: readonly YamlColumn[], fields: readonly string[]): YamlRow {
  const cells = new Map<number, DataNode>();
  columns.forEach((column, c) => {
    const node = fieldOf(item, fields[c] ?? '');
    // A field of the entry in a column with a formula is a stated figure, and is checked.
    if (node !== undefined) cells.set(c, plainCell(node));
    else if (column.formula === undefined && column.totalFormula === undefined)
      cells.set(c, { kind: 'scalar', text: '', quoted: true, span: item.span });
  });
  const id = entry(item, 'id');
  return { kind: 'data', span: item.span, cells, ...(id?.kind === 'scalar' ? { key: id.text } : {}) };
}

/** Several values of a field stand in one cell, with commas between them. */
function plainCell(node: DataNode): DataNode {
  if (node.kind !== 'list') return node;
  const text = node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])).join(', ');
  return { kind: 'scalar', text, quoted: true, span: node.span };
}
