/** Decides how the figures of a table are shown: their decimals, and where a unit must stand beside them. */
import type { Cell, Formula, Grid } from './grid.js';
import type { Unit } from './unit.js';

/** Decimals that a formula rounds to outright: `ROUND([@D] * 6 / 9, 2)`. */
function roundedTo({ parsed }: Formula): number | undefined {
  if (!parsed.ok || parsed.root.kind !== 'call' || parsed.root.name !== 'ROUND') return undefined;
  const places = parsed.root.args[1];
  if (places?.kind !== 'literal' || places.value.unit !== undefined || !places.value.amount.isInteger())
    return undefined;
  const wanted = places.value.amount.toNumber();
  return wanted >= 0 && wanted <= 6 ? wanted : undefined;
}

/** Decimals typed into a cell, if it holds a figure, or asked for by its formula. */
function typedDecimals(cell: Cell): number | undefined {
  if (cell.input.kind === 'figure') return cell.input.figure.decimals;
  if (cell.input.kind === 'stated' && 'decimals' in cell.input.stated) return cell.input.stated.decimals;
  return cell.input.kind === 'formula' ? roundedTo(cell.input.formula) : undefined;
}

/** Decimals of a figure that was taken from a table: as shown there, else as many as it has, up to three. */
function takenDecimals(cell: Cell): number | undefined {
  const source = cell.result?.source;
  if (source === undefined || cell.value.kind !== 'number') return undefined;
  if (source.unit === cell.unit) return cellDecimals(source);
  return Math.min(cell.value.amount.decimalPlaces(), 3);
}

function usualDecimals(unit: Unit | undefined): number | undefined {
  return unit?.family === 'percent' ? 1 : undefined;
}

/**
 * A memo table by grid, which goes with it. What was typed never changes, and figures taken of other tables are kept only
 * once all cells are settled, so it cannot show; a grid that is evaluated again is a new one.
 */
const made = new WeakMap<Grid, readonly number[]>();

/** Decimals of each column: as asked for, else the most that were typed there, else in the table. */
export function columnDecimals(grid: Grid): readonly number[] {
  const known = made.get(grid);
  if (known !== undefined) return known;
  // Two tables can take figures of each other: the one that is asked again says what it knows without them.
  if (grid.collected !== undefined) made.set(grid, []);
  const typed = grid.columns.map((column) => {
    let most: number | undefined;
    for (const row of grid.rows) {
      const cell = row.cells[column.index];
      const own =
        cell === undefined || cell.unit !== column.unit
          ? undefined
          : (typedDecimals(cell) ?? takenDecimals(cell));
      if (own !== undefined && (most === undefined || own > most)) most = own;
    }
    return most;
  });
  const inUnit = (unit: Unit | undefined): number | undefined => {
    let most: number | undefined;
    for (const column of grid.columns) {
      const own = typed[column.index];
      if (column.unit === unit && own !== undefined && (most === undefined || own > most)) most = own;
    }
    return most;
  };
  const decimals = grid.columns.map(
    (column) =>
      column.decimals ?? typed[column.index] ?? inUnit(column.unit) ?? usualDecimals(column.unit) ?? 0,
  );
  const settled = grid.rows.every(({ cells }) => cells.every((cell) => cell.state === 'done'));
  if (grid.collected === undefined || settled) made.set(grid, decimals);
  else made.delete(grid);
  return decimals;
}

/** Decimals of one cell: its column's, unless its unit is another. */
export function cellDecimals(cell: Cell): number {
  const ofRow = cell.grid.rows[cell.row]?.decimals;
  if (ofRow !== undefined) return ofRow;
  const column = cell.grid.columns[cell.column];
  if (column !== undefined && cell.unit === column.unit) return columnDecimals(cell.grid)[cell.column] ?? 0;
  return typedDecimals(cell) ?? usualDecimals(cell.unit) ?? columnDecimals(cell.grid)[cell.column] ?? 0;
}

/** Whether the unit is printed with the figure: where neither the line under the caption nor the head has said it. */
export function printsUnit(cell: Cell): boolean {
  const { unit, grid } = cell;
  if (unit === undefined || unit === grid.unit) return false;
  const column = grid.columns[cell.column];
  return unit.family === 'percent' || column === undefined || column.unit !== unit;
}
