/** A calculated table as a chart sees it: rows and columns by name, and the cell where they meet. */
import { plainText } from '../model/inline.js';
import type { CalculatedTable, Cell, Column } from '../model/table.js';
import type { AuthoredBlock } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import { suggest } from '../source/nearest.js';

export type SourceCell = Cell<AuthoredInline, AuthoredBlock>;

/** One row or column that a chart may name. */
export interface Line {
  /** Index into the rows or columns of the table. */
  readonly index: number;
  readonly label: string;
  /** Id of a row, key of a column: matches before a label. */
  readonly key?: string;
  /** Other ways to write it: through its group or its upper heading. */
  readonly paths: readonly string[];
}

/** How labels are compared: without case, spacing, emphasis, note marks, or kinds of dash and quotation mark. */
export function fold(label: string): string {
  return label
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/[*`]/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** What a name points at. */
export type Found =
  | { readonly kind: 'one'; readonly line: Line }
  | { readonly kind: 'none'; readonly hint: string | undefined }
  | { readonly kind: 'several'; readonly lines: readonly Line[] };

/** Looks a name up: keys first, then labels, then paths. */
export function findLine(name: string, lines: readonly Line[]): Found {
  const wanted = fold(name);
  const ways: readonly ((line: Line) => boolean)[] = [
    (line) => line.key !== undefined && fold(line.key) === wanted,
    (line) => fold(line.label) === wanted,
    (line) => line.paths.some((path) => fold(path) === wanted),
  ];
  for (const way of ways) {
    const found = lines.filter(way);
    const [first] = found;
    if (found.length > 1) return { kind: 'several', lines: found };
    if (first) return { kind: 'one', line: first };
  }
  const names = lines.flatMap((line) => [line.label, ...(line.key === undefined ? [] : [line.key])]);
  return { kind: 'none', hint: suggest(name, [...new Set(names)]) };
}

/** The rows that can carry figures: no group headings, no notes. */
export function rowLines(table: CalculatedTable): readonly Line[] {
  const lines: Line[] = [];
  let group: string | undefined;
  table.rows.forEach((row, index) => {
    const label = plainText(contentOf(labelCell(table, index)));
    if (row.kind === 'group') group = label;
    if (row.kind === 'group' || row.kind === 'note') return;
    lines.push({
      index,
      label,
      ...(row.id === undefined ? {} : { key: row.id }),
      paths: group === undefined ? [] : [`${group} > ${label}`],
    });
  });
  return lines;
}

/** All columns but the one of the row labels. */
export function columnLines(table: CalculatedTable): readonly Line[] {
  const labels = labelColumn(table);
  return table.columns.flatMap((column, index) => {
    if (index === labels) return [];
    const leaf = leafLabel(table, index);
    return [{ index, label: leaf ?? column.label, key: column.key, paths: pathsOf(column, leaf) }];
  });
}

function pathsOf(column: Column, leaf: string | undefined): readonly string[] {
  if (leaf === undefined || leaf === column.label) return [column.label];
  // "Forecast, 2019/20" may be typed as "Forecast > 2019/20".
  const upper = column.label.endsWith(`, ${leaf}`) ? column.label.slice(0, -leaf.length - 2) : undefined;
  return [column.label, ...(upper === undefined ? [] : [`${upper} > ${leaf}`])];
}

/** The words of the head cell that stands over one column alone. */
function leafLabel(table: CalculatedTable, column: number): string | undefined {
  for (const row of [...table.head].reverse()) {
    const cell = row.cells.find((head) => head.column === column && head.colSpan === 1);
    if (cell && cell.scope !== 'empty') return plainText(cell.content).replace(/\s+/g, ' ').trim();
  }
  return undefined;
}

/** Index of the column that names the rows. */
export function labelColumn(table: CalculatedTable): number {
  for (const row of table.rows) {
    const header = row.cells.find((cell) => cell.scope === 'row');
    if (header && row.kind === 'data') return header.column;
  }
  const first = table.columns.findIndex((column) => !column.numeric);
  return first < 0 ? 0 : first;
}

/** The cell that names a row. */
export function labelCell(table: CalculatedTable, row: number): SourceCell | undefined {
  const header = table.rows[row]?.cells.find((cell) => cell.scope === 'row');
  return header ?? cellAt(table, row, labelColumn(table)) ?? table.rows[row]?.cells[0];
}

/** The cell at a place, through the spans that cover it. */
export function cellAt(table: CalculatedTable, row: number, column: number): SourceCell | undefined {
  for (let above = row; above >= 0; above--) {
    const cell = table.rows[above]?.cells.find(
      (candidate) =>
        candidate.column <= column &&
        column < candidate.column + candidate.colSpan &&
        row < above + candidate.rowSpan,
    );
    if (cell) return cell;
  }
  return undefined;
}

/** The inlines of a cell; a cell of blocks gives none. */
export function contentOf(cell: SourceCell | undefined): readonly AuthoredInline[] {
  return cell?.content.kind === 'inline' ? cell.content.content : [];
}
