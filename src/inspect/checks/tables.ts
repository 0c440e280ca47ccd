/** Tables as grids: spans, regular rows, and headers that each cell can be traced to (7.2 and 7.5). */
import { finding } from '../conditions.js';
import type { PdfFinding } from '../conditions.js';
import type { PdfFacts } from '../facts.js';
import { arrayOf, entryOf, nameOf, numberOf, textOf } from '../objects.js';
import { attributeOf, childElements, describeElement } from '../structure.js';
import type { StructElement } from '../structure.js';

/** Checks every table. */
export function checkTables({ tree }: PdfFacts): readonly PdfFinding[] {
  return (tree?.elements ?? []).filter((element) => element.type === 'Table').flatMap(checkTable);
}

interface Cell {
  readonly element: StructElement;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

function checkTable(table: StructElement): readonly PdfFinding[] {
  const findings: PdfFinding[] = [];
  const rows = rowsOf(table);
  const taken: (Cell | undefined)[][] = rows.map(() => []);
  const cells: Cell[] = [];
  for (const [row, tr] of rows.entries()) {
    let column = 0;
    for (const element of childElements(tr)) {
      while (taken[row]?.[column]) column++;
      const cell = {
        element,
        row,
        column,
        rowSpan: span(element, 'RowSpan'),
        colSpan: span(element, 'ColSpan'),
      };
      cells.push(cell);
      if (row + cell.rowSpan > rows.length) findings.push(finding('7.2-43', describeElement(element)));
      for (let r = row; r < Math.min(rows.length, row + cell.rowSpan); r++) {
        for (let c = column; c < column + cell.colSpan; c++) {
          const line = taken[r];
          if (!line) continue;
          if (line[c]) findings.push(finding('7.2-15', describeElement(element)));
          line[c] = cell;
        }
      }
      column += cell.colSpan;
    }
  }
  const width = Math.max(0, ...taken.map((line) => line.length));
  const ragged = taken.some(
    (line) => line.length !== width || Array.from(line).some((cell) => cell === undefined),
  );
  if (ragged) findings.push(finding('7.2-42', describeElement(table)));
  findings.push(...checkHeaders(cells, taken));
  return findings;
}

function rowsOf(table: StructElement): readonly StructElement[] {
  return childElements(table).flatMap((child) => {
    if (child.type === 'TR') return [child];
    return ['THead', 'TBody', 'TFoot'].includes(child.type)
      ? childElements(child).filter((row) => row.type === 'TR')
      : [];
  });
}

function span(element: StructElement, key: 'RowSpan' | 'ColSpan'): number {
  return Math.max(1, numberOf(attributeOf(element, 'Table', key)) ?? 1);
}

/** Each data cell has a header by Headers, or by Scope in its row or column (PDF 1.7, 14.8.4.3.4). */
function checkHeaders(
  cells: readonly Cell[],
  taken: readonly (readonly (Cell | undefined)[])[],
): readonly PdfFinding[] {
  const findings: PdfFinding[] = [];
  const ids = new Set(cells.flatMap((cell) => textOf(entryOf(cell.element.dict, 'ID')) ?? []));
  const hasHeaders = cells.some((cell) => cell.element.type === 'TH');
  for (const cell of cells) {
    const named = arrayOf(attributeOf(cell.element, 'Table', 'Headers')).map((value) => textOf(value) ?? '');
    if (named.some((id) => !ids.has(id))) findings.push(finding('7.5-2', describeElement(cell.element)));
    // An empty corner has nothing to be traced.
    if (!hasHeaders || cell.element.type !== 'TD' || named.length > 0 || cell.element.kids.length === 0)
      continue;
    if (!isScoped(cell, taken)) findings.push(finding('7.5-1', describeElement(cell.element)));
  }
  return findings;
}

function isScoped(cell: Cell, taken: readonly (readonly (Cell | undefined)[])[]): boolean {
  const scoped = (other: Cell | undefined, scope: 'Row' | 'Column') => {
    if (other?.element.type !== 'TH') return false;
    const own = nameOf(attributeOf(other.element, 'Table', 'Scope'));
    return own === scope || own === 'Both';
  };
  for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
    if (taken[row]?.some((other) => scoped(other, 'Row')) === true) return true;
  for (let column = cell.column; column < cell.column + cell.colSpan; column++)
    if (taken.some((line) => scoped(line[column], 'Column'))) return true;
  return false;
}
