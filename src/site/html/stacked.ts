/** Tables of text on narrow pages: which they are, and what their cells are called when they stand under each other. */
import { plainText } from '../../model/inline.js';
import type { Cell, Table } from '../../model/table.js';

/** Characters from which a cell is a text to be read and no entry to be looked up. */
const longText = 160;

/** With more columns than this a row is quicker to scan sideways than down. */
const mostFields = 6;

/**
 * Whether a narrow page prints each row as a block, its cells under each other after their headings: tables of text,
 * which nobody reads in a column of a few words or by scrolling each line sideways.
 */
export function isStacked(table: Table): boolean {
  const whole = (cell: Cell): boolean => cell.rowSpan === 1 && cell.colSpan === 1;
  const body = table.rows.filter(({ kind }) => kind === 'data');
  return (
    table.head.length === 1 &&
    table.columns.length <= mostFields &&
    body.every((row) => row.cells.every(whole)) &&
    body.some((row) =>
      row.cells.some(
        ({ content }) => content.kind === 'blocks' || plainText(content.content).length > longText,
      ),
    )
  );
}

/** Words over each column. */
function headLabels(table: Table): readonly string[] {
  const labels: string[] = [];
  for (const cell of table.head.at(-1)?.cells ?? []) {
    const words = plainText(cell.content).trim();
    labels[cell.column] = cell.hint === undefined || words === '' ? words : `${words} (${cell.hint})`;
  }
  return labels;
}

/** An empty cell has no place in a row that is printed as a block. */
export function isBare(cell: Cell): boolean {
  return (
    cell.sparkline === undefined &&
    (cell.content.kind === 'inline'
      ? plainText(cell.content.content).trim() === ''
      : cell.content.blocks.length === 0)
  );
}

/** How the cells of a table are named where they stand under each other. */
export interface Stack {
  /** Words over each column; none where the table is not stacked. */
  readonly labels: readonly string[];
  /**
   * The role that an element of a table has anyway. A style sheet that makes blocks of rows takes their meaning from
   * them in some browsers, unless it is said again.
   */
  readonly role: (role: TableRole) => TableRole | undefined;
}

type TableRole = 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell';

/** What a table prints for its stacked form. */
export function stackOf(table: Table): Stack {
  return isStacked(table)
    ? { labels: headLabels(table), role: (role) => role }
    : { labels: [], role: () => undefined };
}
