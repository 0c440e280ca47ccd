/** Tables as JSON: columns with their units, rows with values, text and the formulas that made them. */
import { plainText } from '../model/inline.js';
import type { Table } from '../model/table.js';
import { cellGrid, cellText } from './grid.js';

/** Where a table comes from. */
export interface TableMeta {
  /** Title of the paper. */
  readonly paper: string;
  /** Address of the paper's page, from the root of the site. */
  readonly url: string;
  /** "Table 3", "Figure 1". */
  readonly label?: string;
  /** "Source: Table 5.", for what is drawn from another table. */
  readonly source?: string;
}

/** Writes a table as JSON, keys always in the same order. Values are text, so that no digit is lost: "1.10". */
export function tableJson(table: Table, meta: TableMeta): string {
  const grid = cellGrid(table);
  return json({
    paper: meta.paper,
    url: meta.url,
    label: meta.label,
    id: table.id,
    number: table.number,
    caption: plainText(table.caption),
    unit: table.unitLine,
    columns: table.columns.map(({ key, label, type, unit, decimals }) => ({
      key,
      label,
      type,
      unit,
      decimals,
    })),
    rows: table.rows.map((row, r) => ({
      id: row.id,
      kind: row.kind,
      cells: Object.fromEntries(
        table.columns.flatMap((column, c) => {
          const cell = grid[r]?.[c];
          if (cell === undefined) return [];
          const { value, formula, checked, reason } = cell;
          return [[column.key, { value, text: cellText(cell), formula, checked, reason }]];
        }),
      ),
    })),
    notes: table.footer.map((line) => plainText(line)),
  });
}

/** Two spaces of indent and a line feed at the end; what is undefined is left out. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
