/** One paper while it is calculated: its tables, what it read elsewhere, and the faults found in it. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { error } from '../diagnostics/diagnostic.js';
import type { AuthoredTable } from '../model/block.js';
import type { FormulaCache } from './cell-text.js';
import { checkGrid } from './grid-checks.js';
import type { Cell, Grid, GridRow } from './grid.js';
import { readAppraisal } from './read-appraisal.js';
import { readPipeTable } from './read-pipe.js';
import type { ReadContext } from './read-context.js';
import { readTableRows } from './read-table-rows.js';
import { readYamlTable } from './read-yaml.js';
import { tableBlocks } from './table-blocks.js';
import type { Reads } from './tracking.js';
import { noReads, trackedWorld } from './tracking.js';
import { blank } from './value.js';
import type { CalculationPaper, CalculationWorld } from './world.js';

/** What is known of one paper. */
export interface PaperState {
  readonly paper: CalculationPaper;
  /** Tables that are printed. */
  readonly grids: ReadonlyMap<AuthoredTable, Grid>;
  readonly byId: ReadonlyMap<string, Grid>;
  /** Faults of the reading of its tables. */
  readonly readingFaults: readonly Diagnostic[];
  /** What reading its tables took from data files: a change there means that they are read again. */
  readonly readingReads: Reads;
  /** Faults of its formulas, filled in as they are evaluated. */
  readonly faults: Diagnostic[];
  /** What its formulas took from data files. */
  readonly reads: Reads;
  /** Names of tables that formulas looked up, with the address of the paper found: undefined for none. */
  readonly lookups: Map<string, string | undefined>;
}

/** Reads the tables of a paper. */
export function readPaper(paper: CalculationPaper, world: CalculationWorld, cache: FormulaCache): PaperState {
  const readingFaults: Diagnostic[] = [];
  const readingReads = noReads();
  const grids = new Map<AuthoredTable, Grid>();
  const context: ReadContext = {
    paper,
    world: trackedWorld(world, readingReads),
    cache,
    report: (diagnostic) => readingFaults.push(diagnostic),
  };
  const byId = new Map<string, Grid>();
  for (const block of tableBlocks(paper.document)) {
    const grid = readTable(block, context);
    if (grid === undefined) continue;
    grids.set(block, grid);
    if (block.kind === 'data-block') checkHeadings(grid, context);
    checkGrid(grid, context);
    if (grid.id !== undefined && !byId.has(grid.id)) byId.set(grid.id, grid);
  }
  return { paper, grids, byId, readingFaults, readingReads, ...unevaluated() };
}

/** A formula typed as the label of a column in YAML would be printed as words. */
function checkHeadings({ columns }: Grid, context: ReadContext): void {
  for (const { path, span } of columns)
    for (const label of path)
      if (/^=\s*[\w[(]/.test(label))
        context.report(
          error('heading-is-words', span, `the heading “${label}” is a formula, and a heading is words`, {
            hint: 'A formula for a whole column stands after formula:, as in net: { label: Net, formula: "[@income] - [@costs]" }.',
          }),
        );
}

function readTable(block: AuthoredTable, context: ReadContext): Grid | undefined {
  switch (block.kind) {
    case 'table-source':
      return readPipeTable(block, context);
    case 'data-block':
      return block.name === 'appraisal' ? readAppraisal(block, context) : readYamlTable(block, context);
    case 'container':
      return readTableRows(block, context);
  }
}

function unevaluated(): Pick<PaperState, 'faults' | 'reads' | 'lookups'> {
  return { faults: [], reads: noReads(), lookups: new Map() };
}

/** The same paper with its tables as read and nothing evaluated; the old state stays as it was. */
export function afresh(state: PaperState): PaperState {
  const copies = new Map<Grid, Grid>();
  const copy = (grid: Grid): Grid => {
    let made = copies.get(grid);
    if (made === undefined) copies.set(grid, (made = copyGrid(grid)));
    return made;
  };
  return {
    ...state,
    grids: new Map([...state.grids].map(([block, grid]) => [block, copy(grid)])),
    byId: new Map([...state.byId].map(([id, grid]) => [id, copy(grid)])),
    ...unevaluated(),
  };
}

function copyGrid(old: Grid): Grid {
  const grid: Grid = { ...old, rows: [], columnCells: undefined };
  for (const row of old.rows) grid.rows.push(copyRow(row, grid));
  for (const row of old.rows) {
    for (const { origin, row: r, column } of row.cells) {
      const cell = grid.rows[r]?.cells[column];
      if (origin !== undefined && cell !== undefined)
        cell.origin = grid.rows[origin.row]?.cells[origin.column];
    }
  }
  return grid;
}

function copyRow(row: GridRow, grid: Grid): GridRow {
  return { ...row, cells: row.cells.map((cell) => copyCell(cell, grid)) };
}

/** Written out: a spread of so many fields costs more than the evaluation of the cell. */
function copyCell(cell: Cell, grid: Grid): Cell {
  return {
    grid,
    row: cell.row,
    column: cell.column,
    span: cell.span,
    inFile: cell.inFile,
    input: cell.input,
    content: cell.content,
    blocks: cell.blocks,
    series: cell.series,
    unit: cell.unit,
    decimals: cell.decimals,
    origin: undefined,
    rowSpan: cell.rowSpan,
    colSpan: cell.colSpan,
    reason: cell.reason,
    state: 'new',
    value: blank,
    result: undefined,
  };
}
