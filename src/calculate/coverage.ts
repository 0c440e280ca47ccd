/** Figures collected from papers: how many papers give them, which are counted once, and which none has. */
import { error } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredInline } from '../model/inline.js';
import type { Engine } from './engine.js';
import type { Frame } from './frame.js';
import type { Cell, Formula, Grid } from './grid.js';
import { cellName } from './grid.js';
import { cellsOf, Stop } from './operand.js';
import { cellsOfReference } from './reference.js';
import type { CalculationPaper } from './world.js';

/** Cells of a column that were taken from papers. */
function collectedCells(grid: Grid, column: number): readonly Cell[] {
  return grid.rows.flatMap(({ cells }) => {
    const cell = cells[column];
    return cell?.input.kind === 'formula' && cell.input.formula.within !== undefined ? [cell] : [];
  });
}

/** Whether a paper gives the figure; a blank cell and a word such as `tbc` are none. */
function isGiven(cell: Cell): boolean {
  return cell.result?.repeats !== undefined || !['blank', 'word', 'error'].includes(cell.value.kind);
}

/** "15 of 17 services give this figure.", by column where the columns differ, and figures that are counted once. */
export function coverageLines(grid: Grid): readonly (readonly AuthoredInline[])[] {
  const { collected } = grid;
  if (collected === undefined) return [];
  const counts = [...collected.columns.keys()].map((column) => {
    const cells = collectedCells(grid, column);
    const given = cells.filter(isGiven).length;
    const some = given === cells.length && given > 1 ? `All ${given}` : `${given} of ${cells.length}`;
    return { column, all: cells.length, text: `${some} ${collected.noun}` };
  });
  const [first] = counts;
  if (first === undefined || first.all === 0) return [];
  const alike = counts.every(({ text }) => text === first.text);
  const lines = alike
    ? [`${first.text} give ${counts.length === 1 ? 'this figure' : 'these figures'}.`]
    : counts.map(({ column, text }) => `${grid.columns[column]?.label ?? ''}: ${text} give this figure.`);
  for (const { column } of counts)
    for (const cell of collectedCells(grid, column)) {
      const first = cell.result?.repeats;
      if (first !== undefined)
        lines.push(
          `${cellName(cell)} is the figure of ${grid.rows[first]?.label ?? ''}, and is counted once.`,
        );
    }
  return lines.map((text) => [{ kind: 'text', text }]);
}

/** Reports a column whose figure no paper has: most likely a slip in `from:`. */
export function checkCoverage(grid: Grid, report: (diagnostic: Diagnostic) => void): void {
  for (const [column, from] of grid.collected?.columns ?? []) {
    const { text } = from;
    const cells = collectedCells(grid, column);
    const faults = cells.flatMap((cell) => cell.result?.missing ?? []);
    const [fault] = faults;
    if (fault === undefined || faults.length < cells.length) continue;
    report(
      error('collection-is-known', from.place(0, text.length), `no paper has “${text}”: ${fault.message}`, {
        hint: fault.hint ?? 'Check the id of the table, and the labels of its row and column.',
      }),
    );
  }
}

/** The first row above whose figure is that of the very same cell. */
export function repeatedRow(frame: Frame): number | undefined {
  const { cell, grid, formula } = frame;
  if (formula.within === undefined || cell === undefined || grid === undefined) return undefined;
  const own = originOf(frame, formula);
  if (own === undefined) return undefined;
  const above = collectedCells(grid, cell.column).find(
    ({ row, input }) => row < cell.row && input.kind === 'formula' && originOf(frame, input.formula) === own,
  );
  return above?.row;
}

/** The cell that a formula takes as it is, without its value; nothing where it is missing or more than one. */
export function takenCell(frame: Frame, formula: Formula): Cell | undefined {
  const found = namedCell(frame, formula);
  return 'cell' in found ? found.cell : undefined;
}

/**
 * The cell that `reference` names in each paper, each origin once: what COLLECT takes from tables of papers. `fault` is
 * why the first paper without it has none, where no paper has it.
 */
export function cellsOfPapers(
  frame: Frame,
  papers: readonly CalculationPaper[],
  reference: Formula,
): { readonly cells: readonly Cell[]; readonly fault?: Diagnostic } {
  const byOrigin = new Map<Cell, Cell>();
  let fault: Diagnostic | undefined;
  for (const within of papers) {
    const found = namedCell(frame, { ...reference, within });
    if (!('cell' in found)) fault ??= found.fault;
    else {
      const origin = originOf(frame, { ...reference, within }) ?? found.cell;
      if (!byOrigin.has(origin)) byOrigin.set(origin, found.cell);
    }
  }
  const cells = [...byOrigin.values()];
  return cells.length > 0 || fault === undefined ? { cells } : { cells, fault };
}

function namedCell(
  frame: Frame,
  formula: Formula,
): { readonly cell: Cell } | { readonly fault?: Diagnostic } {
  const { parsed } = formula;
  if (!parsed.ok || parsed.root.kind !== 'reference') return {};
  try {
    const operand = cellsOfReference({ ...frame, formula }, parsed.root);
    const [cell, second] = operand.kind === 'range' ? cellsOf(operand) : [];
    return cell === undefined || second !== undefined ? {} : { cell };
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown;
    return thrown.value.kind === 'error' ? { fault: thrown.value.diagnostic } : {};
  }
}

/** Origins that were found in one calculation; kept by its engine, and gone with it. */
const origins = new WeakMap<Engine, Map<Formula, Cell | undefined>>();

/** The cell where a collected figure was first written: papers that each take it from there have one figure between them. */
function originOf(frame: Frame, formula: Formula): Cell | undefined {
  const known = origins.get(frame.engine) ?? new Map<Formula, Cell | undefined>();
  origins.set(frame.engine, known);
  if (known.has(formula)) return known.get(formula);
  let origin = takenCell(frame, formula);
  const passed = new Set<Cell>();
  while (origin !== undefined && !passed.has(origin)) {
    passed.add(origin);
    const { input, grid } = origin;
    if (input.kind !== 'formula' && input.kind !== 'stated') break;
    const there: Frame = { ...frame, paper: grid.paper, grid, cell: origin, formula: input.formula };
    const next = takenCell(there, input.formula);
    if (next === undefined) break;
    origin = next;
  }
  known.set(formula, origin);
  return origin;
}
