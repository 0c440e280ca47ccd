/** Calculates every table and figure of all papers: the phase between reading and resolving. */
import type { Engine } from './engine.js';
import { demand } from './engine.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredBlock, AuthoredDocument, ContainerOf } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import type { CalculatedTable } from '../model/table.js';
import type { DataBlock, TableSource } from '../model/table-source.js';
import { runChecks } from './checks.js';
import type { FormulaCache } from './cell-text.js';
import { checkConsistency } from './consistency.js';
import { explainCell } from './explain.js';
import type { Explanation } from './explain.js';
import type { Grid } from './grid.js';
import { inlineFigure } from './inline-figure.js';
import type { FigureInline, PrintedFigure } from './inline-figure.js';
import { printTable } from './output.js';
import { linearParts } from './parts.js';
import type { ReadContext } from './read-context.js';
import { readTableRows } from './read-table-rows.js';
import { readPipeTable } from './read-pipe.js';
import { readYamlTable } from './read-yaml.js';
import { findTable } from './resolve.js';
import { settle } from './settle.js';
import type { TableDirectory } from './resolve.js';
import type { CalculationPaper, CalculationWorld } from './world.js';

export type { CalculationPaper, CalculationWorld, SheetRow } from './world.js';
export type { Explanation } from './explain.js';
export type { FigureInline, PrintedFigure } from './inline-figure.js';

/** All figures, settled. */
export interface Calculation {
  /** The calculated table of a block; undefined for data blocks that are not tables, and for tables that cannot be read. */
  table(paper: CalculationPaper, block: TableSource | DataBlock): CalculatedTable | undefined;
  /** A figure of running text. Its faults come with it, because the text that holds it may be read later. */
  figure(paper: CalculationPaper, inline: FigureInline): Checked<PrintedFigure>;
  /** The table that a reference names, `#t` or `draft-budget#t`, as seen from a paper. */
  find(paper: CalculationPaper, reference: string): CalculatedTable | undefined;
  /** How the figure of `paper#table[row, column]` comes about. */
  explain(reference: string, paper?: CalculationPaper): Checked<Explanation>;
  /** Addresses of papers whose figures a paper reads, directly. */
  dependencies(paper: CalculationPaper): ReadonlySet<string>;
  /** Addresses of all papers whose figures change when a paper's do, itself included. */
  dependents(address: string): ReadonlySet<string>;
}

/** Reads and calculates the tables of all papers. Faults of all kinds are collected; nothing throws. */
export function calculate(
  papers: readonly CalculationPaper[],
  world: CalculationWorld,
): { readonly calculation: Calculation; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const cache: FormulaCache = { parsed: new Map() };
  const grids = new Map<TableSource | DataBlock, Grid>();
  const longTables: Grid[] = [];
  const tables = new Map<CalculationPaper, Map<string, Grid>>();
  const byId = new Map<string, CalculationPaper[]>();
  for (const paper of papers) {
    const named = byId.get(paper.id);
    if (named === undefined) byId.set(paper.id, [paper]);
    else named.push(paper);
    const own = new Map<string, Grid>();
    tables.set(paper, own);
    for (const block of tableBlocks(paper.document)) {
      const context = { paper, world, cache, report };
      const grid = readTable(block, context);
      if (grid === undefined) continue;
      if (block.kind === 'container') longTables.push(grid);
      else grids.set(block, grid);
      if (grid.id !== undefined && !own.has(grid.id)) own.set(grid.id, grid);
    }
  }
  const none: ReadonlyMap<string, Grid> = new Map();
  const directory: TableDirectory = {
    papers,
    tables: (paper) => tables.get(paper) ?? none,
    byId: (id) => byId.get(id) ?? [],
  };
  const engine: Engine = {
    world,
    directory,
    report,
    running: [],
    depth: 0,
    dependencies: new Map(),
    warned: new Set(),
    sums: new WeakMap(),
    settle,
  };
  for (const grid of [...grids.values(), ...longTables]) {
    for (const row of grid.rows)
      for (const cell of row.cells) if (cell.origin === undefined) demand(engine, cell);
  }
  for (const grid of grids.values()) {
    runChecks(engine, grid);
    checkConsistency(grid, report);
  }
  const printed = new Map<Grid, CalculatedTable>();
  const print = (grid: Grid | undefined): CalculatedTable | undefined => {
    if (grid === undefined) return undefined;
    let table = printed.get(grid);
    if (table === undefined)
      printed.set(
        grid,
        (table = printTable(grid, world.style.negative, (cell) => linearParts(engine, cell))),
      );
    return table;
  };
  const calculation: Calculation = {
    table: (_, block) => print(grids.get(block)),
    figure: (paper, inline) => inlineFigure(engine, cache, paper, inline),
    find: (paper, reference) => {
      const result = findTable(reference, paper, directory);
      return 'found' in result ? print(result.found) : undefined;
    },
    explain: (reference, paper) => explainCell(engine, cache, reference, paper),
    dependencies: (paper) => engine.dependencies.get(paper.address) ?? new Set(),
    dependents: (address) => dependents(engine.dependencies, address),
  };
  return { calculation, diagnostics };
}

/** What formulas may refer to. */
type TableBlock = TableSource | DataBlock | ContainerOf<AuthoredInline, TableSource | DataBlock>;

function readTable(block: TableBlock, context: ReadContext): Grid | undefined {
  switch (block.kind) {
    case 'table-source':
      return readPipeTable(block, context);
    case 'data-block':
      return readYamlTable(block, context);
    case 'container':
      return readTableRows(block, context);
  }
}

/** Walks the readers of a paper, and their readers. */
function dependents(reads: ReadonlyMap<string, ReadonlySet<string>>, address: string): ReadonlySet<string> {
  const readers = new Map<string, string[]>();
  for (const [reader, read] of reads) {
    for (const one of read) {
      const list = readers.get(one);
      if (list === undefined) readers.set(one, [reader]);
      else list.push(reader);
    }
  }
  const found = new Set([address]);
  const queue = [address];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const reader of readers.get(next) ?? []) {
      if (found.has(reader)) continue;
      found.add(reader);
      queue.push(reader);
    }
  }
  return found;
}

/** Tables of a document in reading order, those inside lists, containers and notes too. */
function* tableBlocks(document: AuthoredDocument): Generator<TableBlock> {
  yield* inBlocks(document.blocks);
  for (const note of document.notes) yield* inBlocks(note.blocks);
}

function* inBlocks(blocks: readonly AuthoredBlock[]): Generator<TableBlock> {
  for (const block of blocks) {
    switch (block.kind) {
      case 'table-source':
        yield block;
        break;
      case 'data-block':
        if (block.name === 'table') yield block;
        break;
      case 'list':
        for (const item of block.items) yield* inBlocks(item.blocks);
        break;
      case 'quote':
      case 'container':
        if (block.kind === 'container' && block.name === 'table-rows') yield block;
        yield* inBlocks(block.blocks);
        break;
      case 'definition-list':
        for (const entry of block.entries)
          for (const definition of entry.definitions) yield* inBlocks(definition);
        break;
      case 'heading':
      case 'paragraph':
      case 'code-block':
      case 'thematic-break':
      case 'image-figure':
        break;
    }
  }
}
