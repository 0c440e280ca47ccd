/** Calculates every table and figure of all papers: the phase between reading and resolving. */
import type { Engine } from './engine.js';
import { demand } from './engine.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredTable } from '../model/block.js';
import { indexPapers } from '../model/paper-index.js';
import type { TableProvenance } from '../model/provenance.js';
import type { CalculatedTable } from '../model/table.js';
import type { TableWords } from '../model/table-words.js';
import type { Span } from '../source/span.js';
import { whatIsKept } from './changes.js';
import { runChecks } from './checks.js';
import type { FormulaCache } from './cell-text.js';
import { withPapers } from './collect-papers.js';
import { checkCarried } from './carried.js';
import { checkConsistency } from './consistency.js';
import { checkCoverage } from './coverage.js';
import { dependents } from './dependents.js';
import { explainCell } from './explain.js';
import { textFigures } from './explain-text.js';
import type { TextFigure } from './explain-text.js';
import type { Explanation } from './explain.js';
import type { Grid } from './grid.js';
import { inlineFigure } from './inline-figure.js';
import type { FigureInline, PrintedFigure } from './inline-figure.js';
import { printTable } from './output.js';
import type { PaperState } from './paper-state.js';
import { afresh, readPaper } from './paper-state.js';
import { linearParts } from './parts.js';
import { tableProvenance } from './provenance.js';
import { findTable } from './resolve.js';
import type { TableDirectory } from './resolve.js';
import { markWords } from './ratings.js';
import { rowLetters } from './row-letters.js';
import { settle } from './settle.js';
import { tableWords } from './table-words.js';
import { trackedWorld } from './tracking.js';
import type { CalculationPaper, CalculationWorld } from './world.js';

export type { CalculationPaper, CalculationWorld, SheetRow } from './world.js';
export type { ExplainedTable, Explanation } from './explain.js';
export type { TextFigure } from './explain-text.js';
export type { FigureInline, PrintedFigure } from './inline-figure.js';

/** All figures, settled. */
export interface Calculation {
  /** The calculated table of a block; undefined for data blocks that are not tables, and for tables that cannot be read. */
  table(paper: CalculationPaper, block: AuthoredTable): CalculatedTable | undefined;
  /** The same table as rules of text see it. */
  words(paper: CalculationPaper, block: AuthoredTable): TableWords | undefined;
  /** A figure of running text. Its faults come with it, because the text that holds it may be read later. */
  figure(paper: CalculationPaper, inline: FigureInline): Checked<PrintedFigure>;
  /** The table that a reference names, `#t` or `draft-budget#t`, as seen from a paper. */
  find(paper: CalculationPaper, reference: string): CalculatedTable | undefined;
  /** How the figure of `paper#table[row, column]` comes about. */
  explain(reference: string, paper?: CalculationPaper): Checked<Explanation>;
  /** The calculated and checked figures in the text of all papers, which can be explained too. */
  textFigures(): readonly TextFigure[];
  /** How each figure of a printed table came about; undefined where no table of that paper has that span. */
  provenance(address: string, table: { readonly span: Span }): TableProvenance | undefined;
  /** Addresses of papers whose figures a paper reads, directly. */
  dependencies(paper: CalculationPaper): ReadonlySet<string>;
  /** Addresses of all papers whose figures change when a paper's do, itself included. */
  dependents(address: string): ReadonlySet<string>;
  /** Addresses of the papers that were evaluated to make this calculation; the others were kept from the one before. */
  readonly evaluated: ReadonlySet<string>;
  /** What {@link recalculate} goes on from. */
  readonly state: CalculationState;
}

/** A calculation with the faults found. */
export interface Calculated {
  readonly calculation: Calculation;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is kept of a calculation for the next one. */
export interface CalculationState {
  readonly world: CalculationWorld;
  readonly papers: ReadonlyMap<CalculationPaper, PaperState>;
  readonly dependencies: ReadonlyMap<string, ReadonlySet<string>>;
  readonly cache: FormulaCache;
  readonly printed: WeakMap<Grid, CalculatedTable>;
  readonly proofs: WeakMap<Grid, TableProvenance>;
}

/** Reads and calculates the tables of all papers. Faults of all kinds are collected; nothing throws. */
export function calculate(papers: readonly CalculationPaper[], world: CalculationWorld): Calculated {
  const cache: FormulaCache = { parsed: new Map() };
  const whole = withPapers(world, papers);
  const states = papers.map((paper) => readPaper(paper, whole, cache));
  return evaluate(states, new Set(papers), new Map(), {
    world,
    cache,
    printed: new WeakMap(),
    proofs: new WeakMap(),
  });
}

/**
 * Calculates again after a change. A paper that is the same object as before is unchanged: its tables are not read
 * again, and its formulas are evaluated only when they read, through whatever chain, something that changed: a paper,
 * a value of a data file, a file of figures. The result is that of {@link calculate}; `previous` stays as it was.
 */
export function recalculate(
  previous: Calculation,
  papers: readonly CalculationPaper[],
  world: CalculationWorld = previous.state.world,
): Calculated {
  const before = previous.state;
  const { read, stale } = whatIsKept(before, papers, world);
  const whole = withPapers(world, papers);
  const evaluated = new Set<CalculationPaper>();
  const states = papers.map((paper) => {
    const known = before.papers.get(paper);
    if (known !== undefined && !read.has(paper) && !stale.has(paper.address)) return known;
    evaluated.add(paper);
    return known === undefined || read.has(paper) ? readPaper(paper, whole, before.cache) : afresh(known);
  });
  const dependencies = new Map<string, Set<string>>();
  for (const paper of papers) {
    const kept = evaluated.has(paper) ? undefined : before.dependencies.get(paper.address);
    if (kept !== undefined) dependencies.set(paper.address, new Set(kept));
  }
  const { cache, printed } = before;
  // Figures of data files may be as before and stand elsewhere in them, which proofs say.
  const proofs = world === before.world ? before.proofs : new WeakMap<Grid, TableProvenance>();
  return evaluate(states, evaluated, dependencies, { world, cache, printed, proofs });
}

/** Evaluates the papers of `wanted`; the others have their values. */
function evaluate(
  states: readonly PaperState[],
  wanted: ReadonlySet<CalculationPaper>,
  dependencies: Map<string, Set<string>>,
  { world, cache, printed, proofs }: Pick<CalculationState, 'world' | 'cache' | 'printed' | 'proofs'>,
): Calculated {
  const byPaper = new Map(states.map((state) => [state.paper, state]));
  const directory = directoryOf(states, byPaper);
  const engine = engineOf(byPaper, directory, dependencies, withPapers(world, directory.papers));
  for (const { paper, readingReads } of states) {
    if (!wanted.has(paper)) continue;
    for (const collected of readingReads.papers.values()) noteCollected(dependencies, paper, collected);
  }
  for (const { paper, grids } of states) {
    if (!wanted.has(paper)) continue;
    for (const grid of grids.values())
      for (const row of grid.rows)
        for (const cell of row.cells) if (cell.origin === undefined) demand(engine, cell);
  }
  for (const { paper, grids, faults } of states) {
    if (!wanted.has(paper)) continue;
    for (const grid of grids.values()) {
      checkCoverage(grid, (diagnostic) => faults.push(diagnostic));
      runChecks(engine, grid);
      checkConsistency(grid, (diagnostic) => faults.push(diagnostic));
      checkCarried(grid, (diagnostic) => faults.push(diagnostic));
    }
  }
  engine.sums.clear();
  const marks = markWords(world);
  // Only tables of the same paper: "table 3" of another would mislead.
  const numberIn =
    (grid: Grid) =>
    (table: string): number | undefined => {
      const result = findTable(table, grid.paper, directory);
      return 'found' in result && result.found.paper === grid.paper ? result.found.number : undefined;
    };
  const print = (grid: Grid | undefined): CalculatedTable | undefined => {
    if (grid === undefined) return undefined;
    let table = printed.get(grid);
    if (table === undefined)
      printed.set(
        grid,
        (table = printTable(
          grid,
          world.style.negative,
          (cell) => linearParts(engine, cell),
          rowLetters(grid, numberIn(grid)),
          marks,
        )),
      );
    return table;
  };
  const calculation: Calculation = {
    table: (paper, block) => print(byPaper.get(paper)?.grids.get(block)),
    words: (paper, block) => {
      const grid = byPaper.get(paper)?.grids.get(block);
      return grid && tableWords(grid);
    },
    figure: (paper, inline) => inlineFigure(engine, cache, paper, inline),
    find: (paper, reference) => {
      const result = findTable(reference, paper, directory);
      return 'found' in result ? print(result.found) : undefined;
    },
    explain: (reference, paper) => explainCell(engine, cache, reference, paper),
    textFigures: () =>
      states.flatMap(({ paper, grids }) => textFigures(engine, cache, paper, grids.values())),
    provenance: (address, { span }) => {
      const grid = gridAt(states, address, span);
      if (grid === undefined) return undefined;
      let proof = proofs.get(grid);
      if (proof === undefined) proofs.set(grid, (proof = tableProvenance(engine, grid)));
      return proof;
    },
    dependencies: (paper) => engine.dependencies.get(paper.address) ?? new Set(),
    dependents: (address) => dependents(engine.dependencies, [address]),
    evaluated: new Set([...wanted].map((paper) => paper.address)),
    state: { world, papers: byPaper, dependencies, cache, printed, proofs },
  };
  const diagnostics = states.flatMap((state) => [...state.readingFaults, ...state.faults]);
  return { calculation, diagnostics };
}

/** The printed table that was written at a place: that of the paper, else the one of another that it draws a chart of. */
function gridAt(states: readonly PaperState[], address: string, span: Span): Grid | undefined {
  let elsewhere: Grid | undefined;
  for (const { paper, grids } of states) {
    for (const grid of grids.values()) {
      if (grid.span.file !== span.file || grid.span.start !== span.start) continue;
      if (paper.address === address) return grid;
      elsewhere ??= grid;
    }
  }
  return elsewhere;
}

function directoryOf(
  states: readonly PaperState[],
  byPaper: ReadonlyMap<CalculationPaper, PaperState>,
): TableDirectory {
  const none: ReadonlyMap<string, Grid> = new Map();
  const papers = states.map((state) => state.paper);
  return {
    papers,
    tables: (paper) => byPaper.get(paper)?.byId ?? none,
    index: indexPapers(papers),
  };
}

/** A paper that collects depends on all papers of the type: a change may make another one match. */
function noteCollected(
  dependencies: Map<string, Set<string>>,
  reader: CalculationPaper,
  papers: readonly CalculationPaper[],
): void {
  const others = papers.filter((paper) => paper !== reader);
  if (others.length === 0) return;
  const read = dependencies.get(reader.address) ?? new Set();
  for (const { address } of others) read.add(address);
  dependencies.set(reader.address, read);
}

function engineOf(
  byPaper: ReadonlyMap<CalculationPaper, PaperState>,
  directory: TableDirectory,
  dependencies: Map<string, Set<string>>,
  world: CalculationWorld,
): Engine {
  const worlds = new Map<CalculationPaper, CalculationWorld>();
  return {
    world,
    worldOf: (paper) => {
      let tracked = worlds.get(paper);
      if (tracked !== undefined) return tracked;
      const reads = byPaper.get(paper)?.reads;
      const noted = reads === undefined ? world : trackedWorld(world, reads);
      tracked = {
        ...noted,
        papersOf: (type) => {
          const papers = noted.papersOf?.(type) ?? [];
          noteCollected(dependencies, paper, papers);
          return papers;
        },
      };
      worlds.set(paper, tracked);
      return tracked;
    },
    directory,
    report: (diagnostic, paper) => byPaper.get(paper)?.faults.push(diagnostic),
    lookedUp: (from, reference, found) => byPaper.get(from)?.lookups.set(reference, found?.address),
    running: [],
    depth: 0,
    dependencies,
    warned: new Set(),
    sums: new Map(),
    settle,
  };
}
