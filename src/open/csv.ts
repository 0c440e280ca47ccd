/** Tables as CSV for spreadsheets (RFC 4180), with values instead of print and nothing that runs as a formula. */
import type { Cell, Table } from '../model/table.js';
import { cellGrid, cellText } from './grid.js';

/**
 * Writes a table: one header row, then a record for each row, CRLF after each.
 *
 * A byte order mark goes first, since Excel reads a CSV file without one in the machine's old encoding and breaks £.
 */
export function tableCsv(table: Table): string {
  const header = table.columns.map((column) => textField(column.label));
  const records = cellGrid(table).map((cells) => table.columns.map((_, c) => field(cells[c])));
  return `\uFEFF${[header, ...records].map((record) => `${record.join(',')}\r\n`).join('')}`;
}

function field(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  // A small line whose figures stand in no other column is those figures.
  if (cell.sparkline !== undefined) return textField(cell.value ?? '');
  if (!cell.numeric) return textField(cellText(cell));
  if (cell.value === undefined) return '';
  // A figure may begin with a minus; anything else in a column of figures is a word like any other.
  return /^-?\d+(\.\d+)?$/.test(cell.value) ? cell.value : textField(cell.value);
}

/** Text that a spreadsheet would take for a formula gets an apostrophe (OWASP, CSV injection). */
function textField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
