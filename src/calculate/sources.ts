/** What a formula reads: cells, by running it again, and values of data files, by their names in it. */
import type { DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import type { Span } from '../source/span.js';
import type { Engine } from './engine.js';
import { evaluateScalar } from './evaluate.js';
import type { Frame } from './frame.js';
import type { Cell, Formula } from './grid.js';
import { runFormula } from './settle.js';
import type { Expression } from './syntax.js';

/** A value that stands in no table. */
export interface DataLeaf {
  /** `council-tax.base`. */
  readonly name: string;
  /** As typed; how many entries for a list. */
  readonly text: string;
  /** Missing for particulars that the build fills in. */
  readonly span?: Span;
}

/** Figures that a formula read. */
export interface Sources {
  readonly cells: readonly Cell[];
  readonly data: readonly DataLeaf[];
}

/** The formula of a cell, if it has one. */
export function formulaOf(cell: Cell): Formula | undefined {
  const { input } = cell;
  return input.kind === 'formula' || input.kind === 'stated' ? input.formula : undefined;
}

/** A frame in which the formula of a cell is run again, silently. */
export function quietFrame(engine: Engine, cell: Cell, formula: Formula, reads?: Set<Cell>): Frame {
  return {
    engine: { ...engine, report: () => undefined },
    paper: cell.grid.paper,
    grid: cell.grid,
    cell,
    formula,
    addends: 0,
    excluded: 0,
    ...(reads === undefined ? {} : { reads }),
  };
}

/** The cells and the values of data files that the formula of a cell reads; empty cells, which count for nothing, are left out. */
export function sourcesOf(engine: Engine, cell: Cell): Sources {
  const formula = formulaOf(cell);
  return formula === undefined
    ? { cells: [], data: [] }
    : readBy(quietFrame(engine, cell, formula, new Set()));
}

/** What the formula of a frame that notes its reads comes to read when it is run. */
export function readBy(frame: Frame): Sources {
  const { formula } = frame;
  const reads = frame.reads ?? new Set<Cell>();
  runFormula(frame, (root) => evaluateScalar(frame, root));
  // A column added up in one of its own rows reads that row as well; it is no source of itself.
  if (frame.cell !== undefined) reads.delete(frame.cell);
  const leaves = formula.parsed.ok ? dataLeaves(frame, formula.parsed.root) : [];
  const cells = [...reads].filter((read) => read.input.kind !== 'empty');
  return { cells, data: [...new Map(leaves.map((leaf) => [leaf.name, leaf])).values()] };
}

function dataLeaves(frame: Frame, node: Expression): readonly DataLeaf[] {
  switch (node.kind) {
    case 'unary':
      return dataLeaves(frame, node.operand);
    case 'binary':
      return [...dataLeaves(frame, node.left), ...dataLeaves(frame, node.right)];
    case 'call':
      return node.args.flatMap((arg) => dataLeaves(frame, arg));
    case 'path': {
      const leaf = leafOf(frame, node.segments);
      return leaf === undefined ? [] : [leaf];
    }
    case 'literal':
    case 'text':
    case 'boolean':
    case 'date':
    case 'year':
    case 'direction':
    case 'a1':
    case 'reference':
      return [];
  }
}

/** Looks a name up in the order in which formulas do: particulars, tables, parts of particulars, data files. */
function leafOf({ paper, engine }: Frame, segments: readonly string[]): DataLeaf | undefined {
  const name = segments.join('.');
  const own = paper.values.get(name);
  if (typeof own === 'string') return { name, text: own };
  if (own !== undefined) return leafFrom(name, own);
  if (segments.length === 1 && engine.directory.tables(paper).has(name)) return undefined;
  for (let i = segments.length - 1; i > 0; i--) {
    const node = paper.values.get(segments.slice(0, i).join('.'));
    if (node === undefined || typeof node === 'string') continue;
    const inner = segments.slice(i).reduce<DataNode | undefined>(entry, node);
    if (inner !== undefined) return leafFrom(name, inner);
  }
  const found = engine.world.data.value(segments);
  return found === undefined ? undefined : leafFrom(name, found);
}

function leafFrom(name: string, node: DataNode): DataLeaf {
  switch (node.kind) {
    case 'scalar':
      return { name, text: node.text, span: node.span };
    case 'list':
      return {
        name,
        text: node.items.length === 1 ? '1 entry' : `${node.items.length} entries`,
        span: node.span,
      };
    case 'map': {
      const value = entry(node, 'value');
      return value === undefined
        ? { name, text: `${node.entries.length} values`, span: node.span }
        : leafFrom(name, value);
    }
  }
}
