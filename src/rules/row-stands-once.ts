/** A row of a table stands there once, by its reference and by its words, and no row is part of another one. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { CellWords, RowWords, TableWords } from '../model/table-words.js';
import type { Span } from '../source/span.js';
import type { Rule } from './rule.js';
import { tablesOf } from './tables-of.js';

const id = 'row-stands-once';

export const rule: Rule = {
  id,
  check: (_, texts) => texts.flatMap((text) => tablesOf(text).flatMap(checkTable)),
};

/** Columns of references, each of which means one thing. */
const references =
  /^(?:id|ref(?:erence)?|no|number|code|pledge|(?:risk|action|pledge|indicator|kpi|item|project)\s+(?:id|ref(?:erence)?|no|number|code))\.?$/i;

function checkTable(table: TableWords): readonly Diagnostic[] {
  const { labels } = table;
  const overlaps = labels.some((own) => own.some((label) => /\s(?:and|&)\s/i.test(label)));
  if (!overlaps && new Set(labels.map(([first = '']) => normal(first))).size === labels.length) return [];
  const rows = table.rows.filter((row) => row.kind === 'data' && row.label !== '');
  return [...repeated(rows, table), ...overlapping(rows, table)];
}

function repeated(rows: readonly RowWords[], table: TableWords): readonly Diagnostic[] {
  const heading = table.columns[0]?.label ?? '';
  const byReference = references.test(heading);
  const alike = new Map<string, RowWords[]>();
  // Rows with the same label first: the others need no look at their figures.
  for (const rowsOfLabel of byLabel(rows, byReference)) {
    if (rowsOfLabel.length < 2) continue;
    for (const row of rowsOfLabel) {
      if (!byReference && !row.cells.slice(1).some(hasAmount)) continue;
      const key = byReference
        ? normal(row.cells[0]?.text ?? '')
        : [row.group ?? '', ...row.cells.map((c) => c.text)].map(normal).join('\n');
      const known = alike.get(key);
      if (known === undefined) alike.set(key, [row]);
      else known.push(row);
    }
  }
  return [...alike.values()].flatMap(([first, second, ...more]) => {
    if (first === undefined || second === undefined) return [];
    const count = more.length === 0 ? 'two' : String(more.length + 2);
    const message = byReference
      ? `“${first.cells[0]?.text ?? ''}” stands in ${count} rows of this table, under “${heading}”`
      : `the row “${first.label}” stands ${more.length === 0 ? 'twice' : `${count} times`} in this table, with the same figures`;
    return [
      warning(id, labelSpan(second), message, {
        related: [{ span: labelSpan(first), message: 'the first of them' }],
        hint: byReference
          ? 'Give each row a reference of its own, or put what belongs to one reference into one row.'
          : 'Take one of them out, or say in the labels how they differ: it may be counted twice.',
      }),
    ];
  });
}

function byLabel(rows: readonly RowWords[], byReference: boolean): readonly (readonly RowWords[])[] {
  const named = new Map<string, RowWords[]>();
  for (const row of rows) {
    // A reference that spans several rows stands in the first of them.
    const label = normal(byReference ? (row.cells[0]?.text ?? '') : row.label);
    const known = named.get(label);
    if (label === '') continue;
    if (known === undefined) named.set(label, [row]);
    else known.push(row);
  }
  return [...named.values()];
}

/** Whether a cell has a figure that is not zero. */
function hasAmount({ amount, text }: CellWords): boolean {
  return amount !== undefined && /[1-9]/.test(text);
}

function labelSpan(row: RowWords): Span {
  return row.cells[0]?.span ?? row.span;
}

/** "Community and bed based" beside "Bed based": the same money may stand in both. */
function overlapping(rows: readonly RowWords[], table: TableWords): readonly Diagnostic[] {
  return rows.flatMap((row) => {
    const parts = row.label.split(/\s+(?:and|&)\s+/i);
    if (parts.length !== 2) return [];
    const other = rows.find(
      (one) =>
        one !== row &&
        one.group === row.group &&
        parts.some((part) => normal(part) === normal(one.label)) &&
        bothHaveFigures(row, one, table),
    );
    if (other === undefined) return [];
    return [
      warning(
        id,
        row.cells[0]?.span ?? row.span,
        `“${row.label}” names what “${other.label}” has a row of its own for`,
        {
          related: [{ span: other.cells[0]?.span ?? other.span, message: `the row “${other.label}”` }],
          hint: 'Say in the label what the row holds without the other, so that nothing seems to be counted twice.',
        },
      ),
    ];
  });
}

function bothHaveFigures(a: RowWords, b: RowWords, table: TableWords): boolean {
  return table.columns.some(
    ({ numeric }, c) => numeric && a.cells[c]?.amount !== undefined && b.cells[c]?.amount !== undefined,
  );
}

function normal(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
