/** Divides a table that is too wide for any page into tables of some of its columns, the first column in each. */
import type { CarriedSums } from '../../model/carried.js';
import type { Cell, HeadCell, Table } from '../../model/table.js';
import type { Need } from './columns.js';

/** A part of a table, with the needs of its columns. */
export interface TablePart {
  readonly table: Table;
  readonly needs: readonly Need[];
}

/**
 * Parts that fit into `room`, as few as there can be, about as full as each other, and if possible with no heading over
 * columns of two parts. Each has the first column, by which its rows are known, and at least one more. A cell over
 * columns of two parts stands in both.
 */
export function splitColumns(
  table: Table,
  needs: readonly Need[],
  room: number,
  between: number,
): readonly TablePart[] {
  const ends = chooseEnds(table, needs, room, between);
  if (ends.length === 0) return [{ table, needs }];
  return ends.map((end, i) => {
    const start = ends[i - 1] ?? 1;
    const columns = [0, ...Array.from({ length: end - start }, (_, at) => start + at)];
    return {
      table: columnsOf(table, columns, i === ends.length - 1),
      needs: columns.map((column) => needs[column] ?? { least: 0, full: 0, roomy: 0 }),
    };
  });
}

/** What it costs to divide the columns under one heading, in parts of a full page. */
const dividedHeading = 1;

/** Where each part ends, exclusive: the fewest parts, then the smallest sum of squares of what they would like. */
function chooseEnds(table: Table, needs: readonly Need[], room: number, between: number): readonly number[] {
  const count = needs.length;
  const key = needs[0]?.least ?? 0;
  const divides = new Set<number>();
  for (const row of table.head) {
    for (const cell of row.cells)
      for (let column = cell.column + 1; column < cell.column + cell.colSpan; column++) divides.add(column);
  }
  const best: { parts: number; cost: number; from: number }[] = [{ parts: 0, cost: 0, from: 0 }];
  best[1] = { parts: 0, cost: 0, from: 1 };
  for (let end = 2; end <= count; end++) {
    let least = key;
    let wanted = key;
    let found = { parts: Infinity, cost: Infinity, from: end - 1 };
    for (let start = end - 1; start >= 1; start--) {
      const need = needs[start] ?? { least: 0, full: 0 };
      least += need.least + between;
      wanted += Math.min(need.full, Math.max(need.least, room / 4)) + between;
      // One column that is wider than the page has a part of its own all the same.
      if (least > room && start < end - 1) break;
      const before = best[start];
      if (before === undefined) continue;
      const parts = before.parts + 1;
      const cost = before.cost + (wanted / room) ** 2 + (divides.has(start) ? dividedHeading : 0);
      if (parts < found.parts || (parts === found.parts && cost < found.cost))
        found = { parts, cost, from: start };
    }
    best[end] = found;
  }
  const ends: number[] = [];
  for (let end = count; end > 1; end = best[end]?.from ?? 1) ends.unshift(end);
  return ends;
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
    ...(table.carried === undefined ? {} : { carried: carriedIn(table.carried, columns) }),
    // What is said under a table is said once, under its last part.
    footer: last ? table.footer : [],
  };
}

/** The sums of the wanted columns. */
function carriedIn(carried: CarriedSums, columns: readonly number[]): CarriedSums {
  const kept = columns.flatMap((column, own) => {
    const at = carried.columns.indexOf(column);
    return at === -1 ? [] : [{ own, at }];
  });
  return {
    columns: kept.map(({ own }) => own),
    after: carried.after.map((sums) => kept.map(({ at }) => sums[at] ?? '')),
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
