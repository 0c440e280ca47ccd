/** Explains a figure: the formula it comes from, the cells that formula read, and so on down to typed figures and data files. */
import type { Engine } from './engine.js';
import { evaluate } from './evaluate.js';
import type { Frame } from './frame.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { error } from '../diagnostics/diagnostic.js';
import { plainText } from '../model/inline.js';
import type { FigureOrigin } from '../model/provenance.js';
import type { Span } from '../source/span.js';
import { makeFormula } from './cell-text.js';
import type { FormulaCache } from './cell-text.js';
import type { Cell, Grid } from './grid.js';
import { cellName } from './grid.js';
import { inlineFigure } from './inline-figure.js';
import { cellsOf } from './operand.js';
import { originOf, resultText, tableAddress, textOfCell } from './provenance.js';
import { printLabel } from './print.js';
import { findColumns, findRows } from './resolve.js';
import { runFormula } from './settle.js';
import { formulaOf, sourcesOf } from './sources.js';
import type { DataLeaf, Sources } from './sources.js';
import { blank } from './value.js';
import type { CalculationPaper } from './world.js';

/** The table of an explained figure. */
export interface ExplainedTable {
  /** `draft-budget#revenue-resources`; missing where the table has no id. */
  readonly reference?: string;
  readonly number?: number;
  readonly caption: string;
  /** "£ million". */
  readonly unit?: string;
  /** The same as figures have it: "£m". */
  readonly unitName?: string;
}

/**
 * One figure of the tree that explains another. A figure that several others use is one object in all of them, so that
 * it can be shown once.
 */
export interface Explanation {
  /** "Total, 2019/20", or `council-tax.base` for a value of a data file. */
  readonly name: string;
  /** What explains it alone: `draft-budget#revenue-resources[Total, 2019/20]`; missing outside tables with ids. */
  readonly reference?: string;
  /** As printed. */
  readonly text: string;
  readonly origin: FigureOrigin | 'data';
  /** "£m"; missing where none is known. */
  readonly unit?: string;
  readonly formula?: string;
  readonly formulaSpan?: Span;
  /** What the formula gives, where the author typed the figure as well. */
  readonly computed?: string;
  readonly reason?: string;
  /** Missing for particulars that the build fills in, such as the venue of a meeting. */
  readonly span?: Span;
  /** "tables/people.xlsx, sheet Budget, cell C7", for a figure of a workbook; `span` is then where the file is named. */
  readonly inFile?: string;
  readonly table?: ExplainedTable;
  readonly parts: readonly Explanation[];
  /** True where it has parts that are left out, since the tree is too large. */
  readonly cut?: true;
}

/** Figures that one tree holds at most; nearer ones go before those further down. */
const mostFigures = 5000;

/** The tree behind the cell that `reference` names, as seen from `paper`; without one the reference must name its paper. */
export function explainCell(
  engine: Engine,
  cache: FormulaCache,
  reference: string,
  paper: CalculationPaper | undefined,
): Checked<Explanation> {
  const diagnostics: Diagnostic[] = [];
  const formula = makeFormula(reference, (start, end) => ({ file: '', start, end }), cache);
  const frame: Frame = {
    engine: { ...engine, report: (d) => diagnostics.push(d), dependencies: new Map() },
    paper: paper ?? holderOf(engine, reference) ?? nowhere,
    formula,
    addends: 0,
    excluded: 0,
  };
  let cells: readonly Cell[] | undefined;
  let table: Grid | undefined;
  const value = runFormula(frame, (root) => {
    const operand = evaluate(frame, root);
    if (operand.kind === 'range') cells = [...cellsOf(operand)];
    if (operand.kind === 'table') table = operand.grid;
    return blank;
  });
  if (value.kind === 'error') diagnostics.push(value.diagnostic);
  const [cell, second] = cells ?? [];
  if (cell !== undefined && second === undefined) return { value: explain(engine, cell), diagnostics };
  if (diagnostics.length === 0) diagnostics.push(notOne(reference, cells, table));
  return { value: undefined, diagnostics };
}

/** Where a reference is seen from that names its paper. */
const nowhere: CalculationPaper = {
  address: '',
  id: '',
  document: { blocks: [], notes: [] },
  values: new Map(),
  tableNumbers: new Map(),
};

/** The one paper that has the table of a reference which names no paper. */
function holderOf({ directory }: Engine, reference: string): CalculationPaper | undefined {
  const id = /^\s*#?([\w-]+)\s*(?:\[|$)/.exec(reference)?.[1];
  if (id === undefined) return undefined;
  const holders = directory.papers.filter((paper) => directory.tables(paper).has(id));
  return holders.length === 1 ? holders[0] : undefined;
}

function notOne(reference: string, cells: readonly Cell[] | undefined, table: Grid | undefined): Diagnostic {
  const span: Span = { file: '', start: 0, end: reference.length };
  const grid = table ?? cells?.[0]?.grid;
  const what =
    table !== undefined
      ? 'is a whole table'
      : cells === undefined
        ? 'names no cell'
        : cells.length === 0
          ? 'names an empty place'
          : `is ${cells.length} cells`;
  const rows = (grid?.rows ?? []).flatMap(({ kind, label }) =>
    kind === 'group' || kind === 'note' || label === '' ? [] : [label],
  );
  const columns = (grid?.columns ?? []).slice(grid?.labelColumns).map(({ label }) => label);
  const hint =
    grid === undefined
      ? 'Write the paper, the table, the row and the column: draft-budget#revenue-resources[Total, 2019/20].'
      : `Name a row and a column. The rows are ${listed(rows)}. The columns are ${listed(columns)}.`;
  return error(
    'reference-is-one-cell',
    span,
    `“${reference}” ${what}, and one figure is explained at a time`,
    {
      hint,
    },
  );
}

function listed(labels: readonly string[]): string {
  const shown = labels.slice(0, 12).map((label) => `“${label}”`);
  return shown.join(', ') + (labels.length > 12 ? ` and ${labels.length - 12} more` : '');
}

interface Node extends Explanation {
  readonly parts: Explanation[];
  cut?: true;
}

function explain(engine: Engine, root: Cell): Explanation {
  const tree = treeOf(engine);
  const top = tree.nodeOf(root);
  tree.grow();
  return top;
}

/** The tree below a figure that stands in no cell, from what its formula read. */
export function explainSources(
  engine: Engine,
  figure: Omit<Explanation, 'parts' | 'cut'>,
  { cells, data }: Sources,
): Explanation {
  const tree = treeOf(engine);
  const parts = [...cells.slice(0, mostFigures).map(tree.nodeOf), ...data.map(tree.leafOf)];
  tree.grow();
  return { ...figure, parts, ...(cells.length > mostFigures ? { cut: true as const } : {}) };
}

/** Builds trees by breadth, so that what is left out of a very large one is furthest from the figure. */
function treeOf(engine: Engine): {
  readonly nodeOf: (cell: Cell) => Node;
  readonly leafOf: (leaf: DataLeaf) => Explanation;
  readonly grow: () => void;
} {
  const nodes = new Map<Cell, Node>();
  const leaves = new Map<string, Explanation>();
  const queue: Cell[] = [];
  const nodeOf = (cell: Cell): Node => {
    let node = nodes.get(cell);
    if (node === undefined) {
      nodes.set(cell, (node = { ...describe(engine, cell), parts: [] }));
      queue.push(cell);
    }
    return node;
  };
  const leafOf = (leaf: DataLeaf): Explanation => {
    const known = leaves.get(leaf.name) ?? dataNode(leaf);
    leaves.set(leaf.name, known);
    return known;
  };
  const grow = (): void => {
    for (let next = 0; next < queue.length; next++) {
      const cell = queue[next];
      const node = cell === undefined ? undefined : nodes.get(cell);
      if (cell === undefined || node === undefined || formulaOf(cell) === undefined) continue;
      const { cells, data } = sourcesOf(engine, cell);
      if (nodes.size + cells.length > mostFigures) {
        node.cut = true;
        continue;
      }
      node.parts.push(...cells.map(nodeOf), ...data.map(leafOf));
    }
  };
  return { nodeOf, leafOf, grow };
}

function describe(engine: Engine, cell: Cell): Omit<Explanation, 'parts' | 'cut'> {
  const formula = formulaOf(cell);
  const unit = cell.unit ?? (cell.value.kind === 'number' ? cell.value.unit : undefined);
  const reason = cell.reason ?? cell.result?.explained;
  return {
    name: cellName(cell),
    ...referenceTo(cell),
    text: textOfCell(engine, cell),
    origin: originOf(cell),
    ...(unit === undefined ? {} : { unit: unit.name }),
    ...(formula === undefined
      ? {}
      : { formula: formula.text, formulaSpan: formula.place(0, formula.text.length) }),
    ...(cell.input.kind === 'stated' ? { computed: resultText(engine, cell) } : {}),
    ...(reason === undefined ? {} : { reason }),
    span: cell.span,
    ...(cell.inFile === undefined ? {} : { inFile: cell.inFile }),
    table: describeTable(engine, cell.grid),
  };
}

/** By ids where there are some, through the group or the upper heading where a label stands twice. */
function referenceTo(cell: Cell): { readonly reference?: string } {
  const { grid } = cell;
  const address = tableAddress(grid);
  const row = grid.rows[cell.row];
  const column = grid.columns[cell.column];
  if (address === undefined || row === undefined || column === undefined) return {};
  const pathOf = (path: readonly string[], isClear: boolean): string =>
    printLabel(isClear ? path.slice(-1) : path);
  const rowPath = row.group === undefined ? [row.label] : [row.group, row.label];
  const rowText = row.key ?? pathOf(rowPath, findRows(grid, [row.label]).length === 1);
  const last = column.path.at(-1) ?? column.label;
  const columnText = column.key ?? pathOf(column.path, findColumns(grid, [last]).length === 1);
  return { reference: `${address}[${rowText}, ${columnText}]` };
}

/** The words of a caption, with the figures that it holds. */
function captionText(engine: Engine, { caption, paper }: Grid): string {
  return caption
    .map((inline) =>
      inline.kind === 'expression'
        ? (inlineFigure(engine, { parsed: new Map() }, paper, inline).value?.text ?? '')
        : plainText([inline]),
    )
    .join('');
}

function describeTable(engine: Engine, grid: Grid): ExplainedTable {
  const reference = tableAddress(grid);
  return {
    ...(reference === undefined ? {} : { reference }),
    ...(grid.number === undefined ? {} : { number: grid.number }),
    caption: captionText(engine, grid),
    ...(grid.unit === undefined ? {} : { unit: grid.unit.words, unitName: grid.unit.name }),
  };
}

function dataNode({ name, text, span }: DataLeaf): Explanation {
  return { name, text, origin: 'data', ...(span === undefined ? {} : { span }), parts: [] };
}
