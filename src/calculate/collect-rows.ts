/** Rows of a table that come from a register or from papers: one for each that matches a query, with a line on how many did. */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { DataNode, DataScalar } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { suggest } from '../source/nearest.js';
import type { Span } from '../source/span.js';
import { collectionHint, findCollection } from './collect-papers.js';
import type { Collectable } from './collect-papers.js';
import type { Formula, Grid } from './grid.js';
import { fieldOf, knownFields, matches, placeInQuery, readQuery } from './query.js';
import type { ReadContext } from './read-context.js';
import type { YamlColumn } from './yaml-columns.js';
import type { YamlRow } from './yaml-rows.js';

/** The rows, and the sentence under the table: "12 of 84 pledges." */
export interface CollectedRows {
  readonly rows: readonly YamlRow[];
  readonly coverage?: string;
  /** Columns that take cells of papers: how many papers have them is known once they are calculated. */
  readonly collected?: NonNullable<Grid['collected']>;
}

/**
 * Reads `collect: pledges where lead = Street Services`, or `collect: plan-update where directorate = Place`. Each column
 * without a formula takes the field of its key, or of `field:`, or the cell of the paper's own table that `from:` names.
 * `of` is what the line under the table calls them.
 */
export function readCollectedRows(
  source: DataScalar,
  columns: readonly YamlColumn[],
  of: string | undefined,
  context: ReadContext,
): CollectedRows {
  const fail = (span: Span, message: string, hint?: string): CollectedRows => {
    context.report(error('collection-is-known', span, message, hint === undefined ? {} : { hint }));
    return { rows: [] };
  };
  const query = readQuery(source.text);
  if ('unclear' in query)
    return fail(
      placeInQuery(source, query.unclear, true),
      `“${query.unclear}” is no condition`,
      'Write it as in pledges where lead = Street Services and status <> Complete.',
    );
  const { register: name, conditions } = query;
  const collection = findCollection(name, context.world);
  if (collection === undefined)
    return fail(
      placeInQuery(source, name, false),
      `“${name}” is neither a register nor a type of paper`,
      collectionHint(name, context.world),
    );
  const ofPapers = collection.kind === 'papers';
  if (!ofPapers && refuseFrom(columns, context)) return { rows: [] };
  const nodes = collection.entries.map(({ node }) => node);
  const known = knownFields(nodes);
  const isKnown = (field: string): boolean => nodes.length === 0 || known.includes(field.split('.')[0] ?? '');
  const what = ofPapers ? `no paper of the type “${name}”` : `no entry of “${name}”`;
  const unknown = (field: string, span: Span): CollectedRows =>
    fail(span, `${what} has “${field}”`, suggest(field, known));
  for (const { field } of conditions)
    if (!isKnown(field)) return unknown(field, placeInQuery(source, field, true));
  const fields = columns.map((column) => column.field ?? column.key);
  for (const [c, column] of columns.entries()) {
    const made = column.formula ?? column.totalFormula ?? column.from;
    if (made === undefined && !isKnown(fields[c] ?? '')) return unknown(fields[c] ?? '', column.span);
  }
  const taken = new Map<number, Formula>();
  for (const [c, { from, key, formula, field, span }] of columns.entries()) {
    if (from === undefined) continue;
    if (formula !== undefined || field !== undefined)
      return fail(
        span,
        `the column “${key}” has from: and ${formula === undefined ? 'field:' : 'formula:'}, and takes one of them`,
        'Leave out the one that is not meant; totals of the column have totalFormula:.',
      );
    const fault = faultOfFrom(from);
    if (fault !== undefined)
      return fail(from.place(0, from.text.length), `from: of “${key}” ${fault}`, fromHint);
    taken.set(c, from);
  }
  const chosen = collection.entries.filter(({ node }) => matches(node, conditions));
  if (chosen.length === 0)
    context.report(
      warning('collection-is-known', source.span, `${what} matches, so the table is empty`, {
        hint: 'Check the words after where; case and spaces do not matter.',
      }),
    );
  const plain = name.split('.').at(-1)?.replaceAll('-', ' ') ?? '';
  const noun = of ?? (ofPapers ? plural(plain) : plain);
  const all = nodes.length;
  const coverage =
    chosen.length === all && all > 1 ? `All ${all} ${noun}.` : `${chosen.length} of ${all} ${noun}.`;
  return {
    rows: chosen.map((one) => collectedRow(one, columns, fields, chosen)),
    // All of them is said by the line on their figures.
    ...(taken.size > 0 && chosen.length === all ? {} : { coverage }),
    ...(taken.size === 0 ? {} : { collected: { noun, columns: taken } }),
  };
}

const fromHint = 'Write the table, the row and the column in quotes, as in from: "#budget[Total, Net]".';

/** Reports columns with `from:` where no papers are collected; true where there is one. */
export function refuseFrom(columns: readonly YamlColumn[], context: ReadContext): boolean {
  const refused = columns.flatMap(({ from }) => (from === undefined ? [] : [from]));
  for (const from of refused)
    context.report(
      error(
        'collection-is-known',
        from.place(0, from.text.length),
        'from: takes a cell of each paper that is collected, and here are no papers',
        {
          hint: 'Write collect: with a type of paper, such as plan-update; entries of a register have field:.',
        },
      ),
    );
  return refused.length > 0;
}

/** Why a text names no cell of a table of a collected paper, if it does not. */
export function faultOfFrom({ parsed }: Pick<Formula, 'parsed'>): string | undefined {
  if (!parsed.ok) return `cannot be read: ${parsed.fault.message}`;
  const { root } = parsed;
  if (root.kind !== 'reference') return 'is no cell of a table';
  if (root.table === undefined) return 'does not name the table';
  const labels = root.selectors.filter((selector) => selector.kind === 'label');
  return labels.length === 2 && !root.thisRow ? undefined : 'is not one cell of a table';
}

function plural(noun: string): string {
  if (/(?:s|minutes)$/.test(noun)) return noun;
  return /y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function collectedRow(
  { node: item, paper }: Collectable,
  columns: readonly YamlColumn[],
  fields: readonly string[],
  chosen: readonly Collectable[],
): YamlRow {
  const cells = new Map<number, DataNode>();
  const taken = new Map<number, Formula>();
  columns.forEach((column, c) => {
    if (column.from !== undefined && paper !== undefined) {
      taken.set(c, { ...column.from, within: paper });
      return;
    }
    const node = fieldOf(item, fields[c] ?? '');
    // A field of the entry in a column with a formula is a stated figure, and is checked.
    if (node !== undefined) cells.set(c, plainCell(node));
    else if (column.formula === undefined && column.totalFormula === undefined)
      cells.set(c, { kind: 'scalar', text: '', quoted: true, span: item.span });
  });
  const row: YamlRow = { kind: 'data', span: item.span, cells, ...(taken.size === 0 ? {} : { taken }) };
  if (paper !== undefined) {
    // Papers of two meetings may have the same id: then neither names its row.
    const alone = chosen.every((other) => other.paper === paper || other.paper?.id !== paper.id);
    return alone ? { ...row, key: paper.id } : row;
  }
  const id = entry(item, 'id');
  return id?.kind === 'scalar' ? { ...row, key: id.text } : row;
}

/** Several values of a field stand in one cell, with commas between them. */
function plainCell(node: DataNode): DataNode {
  if (node.kind !== 'list') return node;
  const text = node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])).join(', ');
  return { kind: 'scalar', text, quoted: true, span: node.span };
}
