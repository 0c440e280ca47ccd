/** Divides a table that is too wide for any page into tables of some of its columns, the first column in each. */
import type { Cell, HeadCell, Table } from '../../model/table.js';
import type { Need } from './columns.js';

/** A part of a table, with the needs of its columns. */
export interface TablePart {
  readonly table: Table;
  readonly needs: readonly Need[];
}

/**
 * Parts that fit into `room`, as few as a first fit gives. Each has the first column, by which its rows are known, and at least
 * one more. A cell over columns of two parts stands in both.
 */
export function splitColumns(
  table: Table,
  needs: readonly Need[],
  room: number,
  between: number,
): readonly TablePart[] {
  const key = needs[0]?.least ?? 0;
  const groups: number[][] = [];
  let width = key;
  for (let column = 1; column < needs.length; column++) {
    const own = (needs[column]?.least ?? 0) + between;
    const group = groups.at(-1);
    if (group === undefined || width + own > room) {
      groups.push([column]);
      width = key + own;
    } else {
      group.push(column);
      width += own;
    }
  }
  if (groups.length === 0) return [{ table, needs }];
  return groups.map((group, i) => {
    const columns = [0, ...group];
    return {
      table: columnsOf(table, columns, i === groups.length - 1),
      needs: columns.map((column) => needs[column] ?? { least: 0, full: 0 }),
    };
  });
}

function columnsOf(table: Table, columns: readonly number[], last: boolean): Table {
  return {
    ...table,
    columns: columns.flatMap((column) => table.columns[column] ?? []),
    head: table.head.map((row) => ({
      cells: row.cells.flatMap((cell) => clip<HeadCell>(cell, columns)),
    })),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.flatMap((cell) => clip<Cell>(cell, columns)),
    })),
    // What is said under a table is said once, under its last part.
    footer: last ? table.footer : [],
  };
}

/** The part of a cell over the wanted columns; these are the first and a run of others, so a cell may fall in two. */
function clip<C extends { readonly column: number; readonly colSpan: number }>(
  cell: C,
  columns: readonly number[],
): readonly C[] {
  const inside = columns.flatMap((column, i) =>
    column >= cell.column && column < cell.column + cell.colSpan ? [i] : [],
  );
  const first = inside[0];
  if (first === undefined) return [];
  return [{ ...cell, column: first, colSpan: inside.length }];
}
