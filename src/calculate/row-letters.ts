/** Says under the labels of rows how they are made: "c = a + b", "b, from table 3". Derived from the formulas themselves. */
import type { Cell, Grid, GridRow } from './grid.js';
import { normalise } from './labels.js';
import { findColumns, findRows } from './resolve.js';
import type { Expression, ReferenceNode } from './syntax.js';

interface Term {
  readonly row: number;
  readonly minus: boolean;
}

/** What the formulas of a row say about it. */
type Making =
  | { readonly kind: 'sum'; readonly terms: readonly Term[] }
  /** Another row, one year earlier. */
  | { readonly kind: 'before'; readonly row: number }
  | { readonly kind: 'table'; readonly number: number };

/** The table that a reference of the grid's paper names, if it stands in the same paper. */
export type FindNumber = (table: string) => number | undefined;

/** The line under the label of each row that has one, by row. */
export function rowLetters(grid: Grid, numberOf: FindNumber): ReadonlyMap<number, string> {
  const makings = new Map<number, Making>();
  for (const row of grid.rows) {
    const making = makingOf(grid, row, numberOf);
    if (making !== undefined) makings.set(row.index, making);
  }
  const lettered = grid.letters === false ? new Set<number>() : takingPart(makings);
  const letters = new Map<number, string>();
  for (const row of grid.rows) {
    if (!lettered.has(row.index) || letters.size >= 26) continue;
    letters.set(row.index, String.fromCharCode(97 + letters.size));
  }
  const lines = new Map<number, string>();
  for (const row of grid.rows) {
    const line = row.formulaLabel ?? lineOf(letters.get(row.index), makings.get(row.index), letters);
    if (line !== undefined && line !== '') lines.set(row.index, line);
  }
  return lines;
}

/** Rows that are sums of named rows, and the rows they name. */
function takingPart(makings: ReadonlyMap<number, Making>): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const [row, making] of makings) {
    if (making.kind !== 'sum') continue;
    rows.add(row);
    for (const term of making.terms) rows.add(term.row);
  }
  return rows;
}

function lineOf(
  own: string | undefined,
  making: Making | undefined,
  letters: ReadonlyMap<number, string>,
): string | undefined {
  switch (making?.kind) {
    case undefined:
      return own;
    case 'table':
      return own === undefined ? `From table ${making.number}` : `${own}, from table ${making.number}`;
    case 'before': {
      const other = letters.get(making.row);
      return own === undefined || other === undefined ? own : `${own} = ${other} of the year before`;
    }
    case 'sum': {
      if (own === undefined) return undefined;
      const parts = making.terms.map(({ row, minus }, i) => {
        const sign = minus ? '\u2212' : '+';
        const letter = letters.get(row) ?? '';
        return i === 0 ? (minus ? `\u2212${letter}` : letter) : ` ${sign} ${letter}`;
      });
      return `${own} = ${parts.join('')}`;
    }
  }
}

/** What all formulas of a row agree on; nothing where they differ. */
function makingOf(grid: Grid, row: GridRow, numberOf: FindNumber): Making | undefined {
  let found: Making | undefined;
  let formulas = 0;
  let figures = 0;
  for (const cell of row.cells) {
    if (cell.origin !== undefined || cell.column < grid.labelColumns) continue;
    if (cell.input.kind === 'figure') figures++;
    if (cell.input.kind !== 'formula' && cell.input.kind !== 'stated') continue;
    const { parsed, within } = cell.input.formula;
    // Collected figures come from as many tables as there are rows.
    if (within !== undefined) return undefined;
    const making = parsed.ok ? makingOfCell(grid, cell, parsed.root, numberOf) : undefined;
    if (making === undefined || (found !== undefined && !alike(making, found))) return undefined;
    found = making;
    formulas++;
  }
  // A sum of rows has to hold for the whole row; a figure from another table may be one among typed ones.
  return found?.kind === 'sum' && figures > 0 ? undefined : formulas === 0 ? undefined : found;
}

function alike(a: Making, b: Making): boolean {
  switch (a.kind) {
    case 'table':
      return b.kind === 'table' && a.number === b.number;
    case 'before':
      return b.kind === 'before' && a.row === b.row;
    case 'sum':
      return (
        b.kind === 'sum' &&
        a.terms.length === b.terms.length &&
        a.terms.every((term, i) => term.row === b.terms[i]?.row && term.minus === b.terms[i].minus)
      );
  }
}

function makingOfCell(grid: Grid, cell: Cell, root: Expression, numberOf: FindNumber): Making | undefined {
  if (root.kind === 'reference') {
    if (root.table !== undefined && normalise(root.table) !== normalise(grid.id ?? '')) {
      const number = root.selectors.length === 0 ? undefined : numberOf(root.table);
      return number === undefined ? undefined : { kind: 'table', number };
    }
    const earlier = rowBefore(grid, cell, root);
    if (earlier !== undefined) return { kind: 'before', row: earlier };
  }
  const terms: Term[] = [];
  const complete = collect(grid, cell, root, false, terms);
  return complete && terms.length > 1 ? { kind: 'sum', terms } : undefined;
}

/** The row that a reference names, where its column is the one before and columns are years. */
function rowBefore(grid: Grid, cell: Cell, node: ReferenceNode): number | undefined {
  const [first, second] = node.selectors;
  if (first?.kind !== 'label' || second?.kind !== 'label') return undefined;
  const [row, moreRows] = findRows(grid, first.path);
  const [column, moreColumns] = findColumns(grid, second.path);
  if (row === undefined || moreRows !== undefined || moreColumns !== undefined) return undefined;
  const year = (c: number): number => Number(/\b(\d{4})\/\d{2}\b/.exec(grid.columns[c]?.label ?? '')?.[1]);
  return column !== undefined && year(column) + 1 === year(cell.column) ? row : undefined;
}

/** The rows that a sum adds and subtracts in the cell's own column; false for any other formula. */
function collect(grid: Grid, cell: Cell, node: Expression, minus: boolean, terms: Term[]): boolean {
  switch (node.kind) {
    case 'unary':
      return (
        node.operator !== '%' &&
        collect(grid, cell, node.operand, node.operator === '-' ? !minus : minus, terms)
      );
    case 'binary':
      return (
        (node.operator === '+' || node.operator === '-') &&
        collect(grid, cell, node.left, minus, terms) &&
        collect(grid, cell, node.right, node.operator === '-' ? !minus : minus, terms)
      );
    case 'call': {
      const subtracts = node.name === 'VARIANCE' || node.name === 'CHANGE';
      if (node.name !== 'SUM' && !subtracts) return false;
      return node.args.every((arg, i) =>
        collect(grid, cell, arg, subtracts && i > 0 ? !minus : minus, terms),
      );
    }
    case 'reference': {
      const row = rowOfOwnColumn(grid, cell, node);
      if (row === undefined || row === cell.row) return false;
      terms.push({ row, minus });
      return true;
    }
    default:
      return false;
  }
}

function rowOfOwnColumn(grid: Grid, cell: Cell, node: ReferenceNode): number | undefined {
  if (node.table !== undefined && normalise(node.table) !== normalise(grid.id ?? '')) return undefined;
  const [first, second] = node.selectors;
  if (first?.kind !== 'label' || second === undefined || second.kind === 'all') return undefined;
  if (second.kind === 'label') {
    const [column, more] = findColumns(grid, second.path);
    if (column !== cell.column || more !== undefined) return undefined;
  }
  const [row, more] = findRows(grid, first.path);
  return more === undefined ? row : undefined;
}
