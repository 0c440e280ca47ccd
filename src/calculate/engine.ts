/** Cells get their values on demand and once each; a circle is shown whole, and no chain is too long. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { error } from '../diagnostics/diagnostic.js';
import { readValue } from './figure.js';
import type { Cell, CellResult, Formula, Input } from './grid.js';
import { cellName } from './grid.js';
import type { TableDirectory } from './resolve.js';
import type { NumberValue, Value } from './value.js';
import { blank, number } from './value.js';
import type { CalculationPaper, CalculationWorld } from './world.js';

/** What holds a formula. */
export type FormulaInput = Extract<Input, { kind: 'formula' | 'stated' }>;

/** The state of one calculation. Identity counts: cells are filled in as they are asked for. */
export interface Engine {
  readonly world: CalculationWorld;
  /** The world as a paper sees it: what the paper asks of it is noted. */
  readonly worldOf: (paper: CalculationPaper) => CalculationWorld;
  readonly directory: TableDirectory;
  /** Reports a fault of a formula of `paper`. */
  readonly report: (diagnostic: Diagnostic, paper: CalculationPaper) => void;
  /** Notes that a formula of a paper named a table of another. */
  readonly lookedUp: (from: CalculationPaper, reference: string, found: CalculationPaper | undefined) => void;
  /** Cells being evaluated, outermost first. */
  readonly running: Cell[];
  depth: number;
  /** Runs the formula of a cell; handed in, since formulas read cells and cells run formulas. */
  readonly settle: (
    engine: Engine,
    cell: Cell,
    input: FormulaInput,
  ) => { readonly value: Value; readonly result: CellResult };
  /** Which papers read figures of which: by address of the reader. */
  readonly dependencies: Map<string, Set<string>>;
  /** A1 references are warned about once for each formula. */
  readonly warned: Set<Formula>;
  /** Running totals of columns, so that a sum of all rows above costs one addition. */
  readonly sums: Map<readonly Cell[], Map<number, RunningSum>>;
}

export interface RunningSum {
  readonly to: number;
  readonly total: NumberValue | undefined;
  readonly count: number;
  readonly excluded: number;
}

/** Deeper than this, the outermost evaluation starts again from the cell that is needed first. */
const deepest = 300;

class TooDeep extends Error {
  constructor(readonly cell: Cell) {
    super('too deep');
  }
}

/** Makes sure that a cell has its value, however long the chain of cells before it. */
export function demand(engine: Engine, cell: Cell): Value {
  const pending = [cell];
  const waiting = new Set(pending);
  for (let top = pending.at(-1); top !== undefined; top = pending.at(-1)) {
    try {
      engine.depth = 0;
      force(engine, top);
      pending.pop();
      waiting.delete(top);
    } catch (thrown) {
      if (!(thrown instanceof TooDeep)) throw thrown;
      for (const unfinished of engine.running) unfinished.state = 'new';
      engine.running.length = 0;
      if (waiting.has(thrown.cell)) finish(thrown.cell, circle(engine, [thrown.cell, top]));
      else {
        pending.push(thrown.cell);
        waiting.add(thrown.cell);
      }
    }
  }
  return cell.value;
}

function finish(cell: Cell, value: Value): void {
  cell.state = 'done';
  cell.value = value;
}

/** The value of a cell, evaluated now if it was not before. */
export function force(engine: Engine, cell: Cell): Value {
  if (cell.state === 'done') return cell.value;
  const { input } = cell;
  switch (input.kind) {
    case 'empty':
      finish(cell, blank);
      return cell.value;
    case 'text':
      finish(cell, isLabel(cell) ? { kind: 'text', text: input.text } : readValue(input.text));
      return cell.value;
    case 'figure':
      finish(cell, number(input.figure.amount, input.figure.unit ?? cell.unit));
      return cell.value;
    case 'word':
      finish(cell, { kind: 'word', word: input.word });
      return cell.value;
    case 'value':
      finish(cell, input.value);
      return cell.value;
    case 'fault':
      finish(cell, {
        kind: 'error',
        diagnostic: error('cell-is-figure', cell.span, `${cellName(cell)} is not a figure`),
        reported: true,
      });
      return cell.value;
    case 'formula':
    case 'stated':
      break;
  }
  if (cell.state === 'running') return circle(engine, engine.running.slice(engine.running.indexOf(cell)));
  if (engine.depth > deepest) throw new TooDeep(cell);
  cell.state = 'running';
  engine.running.push(cell);
  engine.depth++;
  const { value, result } = engine.settle(engine, cell, input);
  engine.depth--;
  engine.running.pop();
  cell.result = result;
  finish(cell, value);
  return value;
}

/** A label is words even where it looks like a figure; columns of dates and years stand among the labels, and are none. */
function isLabel({ grid, column }: Cell): boolean {
  const type = grid.columns[column]?.type;
  return column < grid.labelColumns && type !== 'date' && type !== 'year';
}

/** "people#costs[Recharge, 2019/20]": a cell of another table, as a formula would name it. */
function cellAddress(cell: Cell): string {
  return `${cell.grid.paper.id}#${cell.grid.id ?? 'table'}[${cellName(cell)}]`;
}

/** Reports a circle once, with each cell of it and its place. */
function circle(engine: Engine, cells: readonly Cell[]): Value {
  const [first] = cells;
  if (first === undefined) throw new Error('a circle without cells');
  const apart = cells.some((cell) => cell.grid !== first.grid);
  const name = apart ? cellAddress : cellName;
  const shown = cells.length > 8 ? [...cells.slice(0, 7).map(name), '…'] : cells.map(name);
  const message =
    cells.length === 1
      ? `${cellName(first)} depends on itself`
      : `${cellName(first)} depends on itself: ${[...shown, name(first)].join(' → ')}`;
  const diagnostic = error('formula-is-acyclic', first.span, message, {
    related: cells
      .slice(0, 20)
      .map((cell) => ({ span: cell.span, message: `${name(cell)} is part of the circle` })),
    hint: 'Change one of the formulas so that it does not count itself; [*, column] leaves totals out, ABOVE takes only what stands above.',
  });
  engine.report(diagnostic, first.grid.paper);
  return { kind: 'error', diagnostic, reported: true };
}
