/** The table behind a chart, made of the source table's own cells: a row for each category, a column for each series. */
import type { AuthoredBlock } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import type { CalculatedTable, Column, Row } from '../model/table.js';
import type { Span } from '../source/span.js';
import { cellAt, contentOf, labelCell, labelColumn, type SourceCell } from './grid.js';
import type { Choice } from './select.js';

/** Builds the table. Formulas stay behind: they speak of rows and columns that are not here. */
export function dataTable(
  table: CalculatedTable,
  choice: Choice,
  caption: readonly AuthoredInline[],
  unitLine: string | undefined,
  span: Span,
): CalculatedTable {
  const byRow = choice.series === 'rows';
  const categories = byRow ? choice.columns : choice.rows;
  const series = byRow ? choice.rows : choice.columns;
  const corner = byRow ? undefined : table.columns[labelColumn(table)];
  const cornerHead = corner ? headContent(table, labelColumn(table)) : [];
  const names = series.map((line) =>
    byRow ? contentOf(labelCell(table, line.index)) : headContent(table, line.index),
  );
  return {
    kind: 'table',
    span,
    caption,
    ...(unitLine === undefined ? {} : { unitLine }),
    columns: [
      { key: 'category', label: corner?.label ?? '', type: 'text', numeric: false },
      ...series.map((line, s): Column => {
        const source = byRow ? sharedColumn(table, choice) : table.columns[line.index];
        return {
          key: line.key ?? `series-${s + 1}`,
          label: line.label,
          type: source?.type ?? 'number',
          numeric: true,
          ...(source?.unit === undefined ? {} : { unit: source.unit }),
          ...(source?.decimals === undefined ? {} : { decimals: source.decimals }),
        };
      }),
    ],
    head: [
      {
        cells: [
          {
            content: cornerHead,
            column: 0,
            colSpan: 1,
            rowSpan: 1,
            scope: cornerHead.length > 0 ? 'col' : 'empty',
            numeric: false,
          },
          ...names.map((content, s) => ({
            content,
            column: s + 1,
            colSpan: 1,
            rowSpan: 1,
            scope: 'col' as const,
            numeric: true,
          })),
        ],
      },
    ],
    rows: categories.map((category): Row<AuthoredInline, AuthoredBlock> => {
      const name = byRow ? headContent(table, category.index) : contentOf(labelCell(table, category.index));
      return {
        kind: 'data',
        cells: [
          {
            column: 0,
            colSpan: 1,
            rowSpan: 1,
            scope: 'row',
            numeric: false,
            content: {
              kind: 'inline',
              content: name.length > 0 ? name : [{ kind: 'text', text: category.label }],
            },
          },
          ...series.map((line, s) =>
            moved(
              byRow ? cellAt(table, line.index, category.index) : cellAt(table, category.index, line.index),
              s + 1,
            ),
          ),
        ],
      };
    }),
    footer: [],
  };
}

/** The words over a column; its whole label where it stands under another heading. */
function headContent(table: CalculatedTable, column: number): readonly AuthoredInline[] {
  for (const row of [...table.head].reverse()) {
    const cell = row.cells.find((head) => head.column === column && head.colSpan === 1);
    if (cell && cell.scope !== 'empty') return cell.content;
  }
  const label = table.columns[column]?.label ?? '';
  return label === '' ? [] : [{ kind: 'text', text: label }];
}

/** What all chosen columns have in common, for series that run across them. */
function sharedColumn(table: CalculatedTable, choice: Choice): Partial<Column> | undefined {
  const columns = choice.columns.flatMap((line) => table.columns[line.index] ?? []);
  const [first] = columns;
  if (!first) return undefined;
  const same = <T>(pick: (column: Column) => T): T | undefined =>
    columns.every((column) => pick(column) === pick(first)) ? pick(first) : undefined;
  const [type, unit, decimals] = [same((c) => c.type), same((c) => c.unit), same((c) => c.decimals)];
  return {
    ...(type === undefined ? {} : { type }),
    ...(unit === undefined ? {} : { unit }),
    ...(decimals === undefined ? {} : { decimals }),
  };
}

function moved(cell: SourceCell | undefined, column: number): SourceCell {
  const place = { column, colSpan: 1, rowSpan: 1, numeric: true };
  if (!cell) {
    return {
      ...place,
      content: { kind: 'inline', content: [{ kind: 'text', text: '–' }] },
      spoken: 'no figure',
    };
  }
  return {
    ...place,
    content: cell.content,
    ...(cell.mark === undefined ? {} : { mark: cell.mark }),
    ...(cell.spoken === undefined ? {} : { spoken: cell.spoken }),
    ...(cell.value === undefined ? {} : { value: cell.value }),
    ...(cell.reason === undefined ? {} : { reason: cell.reason }),
  };
}
