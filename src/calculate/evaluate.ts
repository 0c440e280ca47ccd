/** Evaluates cells on demand and once each; a circle is shown whole, a fault is reported where it arose. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { error, warning } from '../diagnostics/diagnostic.js';
import type { RuleId } from '../diagnostics/catalogue.js';
import type { DataNode } from '../source/data-node.js';
import type { Span } from '../source/span.js';
import { add, OperationFault, operate, toNumber } from './arithmetic.js';
import { callFunction } from './call.js';
import { readValue } from './figure.js';
import type { Cell, Formula, Grid } from './grid.js';
import { cellName } from './grid.js';
import { didYouMean } from './labels.js';
import type { Operand, Range } from './operand.js';
import { cellsOf, Stop } from './operand.js';
import { cellsOfA1, cellsOfDirection, cellsOfReference } from './reference.js';
import type { TableDirectory } from './resolve.js';
import { settle } from './settle.js';
import type { At, Expression } from './syntax.js';
import { compatible, percent } from './unit.js';
import type { NumberValue, Value } from './value.js';
import { amountIn, blank, number } from './value.js';
import type { CalculationPaper, CalculationWorld } from './world.js';

/** The state of one calculation. Identity counts: cells are filled in as they are asked for. */
export interface Engine {
  readonly world: CalculationWorld;
  readonly directory: TableDirectory;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Cells being evaluated, outermost first. */
  readonly running: Cell[];
  depth: number;
  /** Which papers read figures of which: by address of the reader. */
  readonly dependencies: Map<string, Set<string>>;
  /** A1 references are warned about once for each formula. */
  readonly warned: Set<Formula>;
  /** Running totals of columns, so that a sum of all rows above costs one addition. */
  readonly sums: WeakMap<readonly Cell[], Map<number, RunningSum>>;
}

export interface RunningSum {
  readonly to: number;
  readonly total: NumberValue | undefined;
  readonly count: number;
  readonly excluded: number;
}

/** One formula being evaluated. */
export interface Frame {
  readonly engine: Engine;
  readonly paper: CalculationPaper;
  readonly grid?: Grid;
  readonly cell?: Cell;
  readonly formula: Formula;
  /** Figures read: each may carry half a unit of rounding. */
  addends: number;
  /** Figures to be confirmed that functions left out. */
  excluded: number;
  /** Cells read, for the tree that explains a figure; only kept when asked for. */
  readonly reads?: Set<Cell>;
}

/** Deeper than this, the outermost evaluation starts again from the cell that is needed first. */
const deepest = 1200;

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
      finish(
        engine,
        cell,
        cell.column < cell.grid.labelColumns ? { kind: 'text', text: input.text } : readValue(input.text),
      );
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
  const { value, result } = settle(engine, cell, input);
  engine.running.pop();
  cell.result = result;
  finish(cell, value);
  return value;
}

/** Reports a circle once, with each cell of it and its place. */
function circle(engine: Engine, cells: readonly Cell[]): Value {
  const [first] = cells;
  if (first === undefined) throw new Error('a circle without cells');
  const shown = cells.length > 8 ? [...cells.slice(0, 7).map(cellName), '…'] : cells.map(cellName);
  const message =
    cells.length === 1
      ? `${cellName(first)} depends on itself`
      : `${cellName(first)} depends on itself: ${[...shown, cellName(first)].join(' → ')}`;
  const diagnostic = error('formula-is-acyclic', first.span, message, {
    related: cells
      .slice(0, 20)
      .map((cell) => ({ span: cell.span, message: `${cellName(cell)} is part of the circle` })),
    hint: 'Change one of the formulas so that it does not count itself; [*, column] leaves totals out, ABOVE takes only what stands above.',
  });
  engine.report(diagnostic);
  return { kind: 'error', diagnostic, reported: true };
}

/** Ends the formula with an error at a stretch of it. */
export function stopWith(
  frame: Frame,
  at: At,
  rule: RuleId,
  message: string,
  hint?: string,
  related?: readonly { readonly span: Span; readonly message: string }[],
): never {
  const extra = { ...(hint === undefined ? {} : { hint }), ...(related === undefined ? {} : { related }) };
  throw new Stop({
    kind: 'error',
    diagnostic: error(rule, frame.formula.place(at.start, at.end), message, extra),
    reported: false,
  });
}

/** Reads a cell for a formula; an error in it ends the formula, silently, since the cell has reported it. */
export function readCellValue(frame: Frame, cell: Cell): Value {
  const value = force(frame.engine, cell);
  frame.reads?.add(cell);
  if (cell.grid.paper !== frame.paper) {
    const { dependencies } = frame.engine;
    let read = dependencies.get(frame.paper.address);
    if (read === undefined) dependencies.set(frame.paper.address, (read = new Set()));
    read.add(cell.grid.paper.address);
  }
  if (value.kind === 'number') frame.addends++;
  if (value.kind === 'error') throw new Stop(value.reported ? value : { ...value, reported: true });
  return value;
}

/** Evaluates an expression to one value. */
export function evaluateScalar(frame: Frame, node: Expression): Value {
  return scalar(frame, node, evaluate(frame, node));
}

/** Takes the one value out of an operand, or ends with an error. */
export function scalar(frame: Frame, node: Expression, operand: Operand): Value {
  switch (operand.kind) {
    case 'range': {
      const cells = [...cellsOf(operand)];
      const [only] = cells;
      if (only !== undefined && cells.length === 1) return readCellValue(frame, only);
      const typed = frame.formula.text.slice(node.at.start, node.at.end);
      const label = /^\[([^@,\]]+)\]$/.exec(typed)?.[1];
      return stopWith(
        frame,
        node.at,
        'reference-is-one-cell',
        `${typed} is ${cells.length === 0 ? 'empty' : `${cells.length} cells`}, and one figure is needed here`,
        label === undefined
          ? 'Name a row and a column, or add the cells up with SUM.'
          : `Write [@${label}] for the cell of this row, or SUM([${label}]) for the whole column.`,
      );
    }
    case 'table':
      return stopWith(
        frame,
        node.at,
        'reference-is-one-cell',
        `“${operand.grid.id ?? ''}” is a whole table, and one figure is needed here`,
        `Name a row and a column: ${operand.grid.id ?? ''}[row, column].`,
      );
    case 'list':
      return stopWith(
        frame,
        node.at,
        'reference-is-one-cell',
        'this is a list, and one value is needed here',
        'ROWS counts its entries.',
      );
    case 'error':
      throw new Stop(operand);
    default:
      return operand;
  }
}

/** Evaluates an expression. Errors and spreading words end it by {@link Stop}. */
export function evaluate(frame: Frame, node: Expression): Operand {
  const { engine } = frame;
  engine.depth++;
  const operand = evaluateNode(frame, node);
  engine.depth--;
  return operand;
}

function evaluateNode(frame: Frame, node: Expression): Operand {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'text':
    case 'boolean':
    case 'date':
    case 'year':
      return node;
    case 'unary': {
      const value = evaluateScalar(frame, node.operand);
      if (value.kind === 'word') throw new Stop(value);
      return guarded(frame, node.at, () => unary(node.operator, toNumber(value)));
    }
    case 'binary': {
      const left = evaluateScalar(frame, node.left);
      const right = evaluateScalar(frame, node.right);
      return guarded(frame, node.at, () => operate(node.operator, left, right));
    }
    case 'call':
      return callFunction(frame, node);
    case 'direction':
      return cellsOfDirection(frame, node.direction, node.at);
    case 'a1':
      warnA1(frame, node.at);
      return cellsOfA1(frame, node);
    case 'reference':
      return cellsOfReference(frame, node);
    case 'path':
      return readPath(frame, node.segments, node.at);
  }
}

/** Turns a fault of an operation into an error at its place in the formula. */
export function guarded<T>(frame: Frame, at: At, run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof OperationFault)
      return stopWith(frame, at, thrown.rule, thrown.message, thrown.hint);
    throw thrown;
  }
}

function unary(operator: '-' | '+' | '%', value: NumberValue): Value {
  switch (operator) {
    case '+':
      return value;
    case '-':
      return { ...value, amount: value.amount.isZero() ? value.amount.abs() : value.amount.negated() };
    case '%':
      if (value.unit !== undefined)
        throw new OperationFault('units-agree', `% follows a figure in ${value.unit.name}`);
      return { kind: 'number', amount: value.amount, unit: percent, literal: true };
  }
}

function warnA1(frame: Frame, at: At): void {
  if (frame.engine.warned.has(frame.formula)) return;
  frame.engine.warned.add(frame.formula);
  const typed = frame.formula.text.slice(at.start, at.end);
  frame.engine.report(
    warning(
      'reference-is-by-label',
      frame.formula.place(at.start, at.end),
      `${typed} names a cell by its position`,
      {
        hint: 'An inserted row moves what it means; name the row and the column instead, as in [Total, 2019/20].',
      },
    ),
  );
}

/** `finance.savings2018.people`, `meeting.venue`, or the bare id of a table. */
function readPath(frame: Frame, segments: readonly string[], at: At): Operand {
  const own = frame.paper.values.get(segments.join('.'));
  if (own !== undefined) return typeof own === 'string' ? readValue(own) : fromNode(frame, own, at);
  if (segments.length === 1) {
    const table = frame.engine.directory.tables(frame.paper).get(segments[0] ?? '');
    if (table !== undefined) return { kind: 'table', grid: table };
  }
  for (let i = segments.length - 1; i > 0; i--) {
    const node = frame.paper.values.get(segments.slice(0, i).join('.'));
    if (node === undefined || typeof node === 'string') continue;
    const inner = descend(node, segments.slice(i));
    if (inner !== undefined) return fromNode(frame, inner, at);
  }
  const found = frame.engine.world.data.value(segments);
  if (found !== undefined) return fromNode(frame, found, at);
  const typed = segments.join('.');
  const { grid } = frame;
  if (grid !== undefined && segments.length === 1) {
    const labels = grid.columns.flatMap((c) => [c.key ?? '', c.path.at(-1) ?? '']).filter((l) => l !== '');
    const near = didYouMean(typed, labels);
    return stopWith(
      frame,
      at,
      'name-exists',
      `“${typed}” is not a table, a list or a value of a data file`,
      near === undefined
        ? typed.includes('-')
          ? 'A minus between two names needs a space on each side.'
          : 'Write labels in square brackets, as in [Total, 2019/20].'
        : `${near} Labels stand in square brackets: [@${typed}].`,
    );
  }
  const parent = segments.length > 1 ? frame.engine.world.data.value(segments.slice(0, -1)) : undefined;
  const keys =
    parent?.kind === 'map'
      ? parent.entries.map((e) => e.key)
      : [...frame.paper.values.keys(), ...frame.engine.directory.tables(frame.paper).keys()];
  const hint = didYouMean(parent?.kind === 'map' ? (segments.at(-1) ?? '') : typed, keys);
  return stopWith(
    frame,
    at,
    'name-exists',
    `“${typed}” is not a table, a list or a value of a data file`,
    hint,
  );
}

function descend(node: DataNode, path: readonly string[]): DataNode | undefined {
  let current: DataNode | undefined = node;
  for (const segment of path)
    current = current?.kind === 'map' ? current.entries.find((e) => e.key === segment)?.value : undefined;
  return current;
}

function fromNode(frame: Frame, node: DataNode, at: At): Operand {
  switch (node.kind) {
    case 'scalar':
      frame.addends++;
      return readValue(node.text);
    case 'list':
      return { kind: 'list', items: node.items };
    case 'map': {
      const value = node.entries.find((e) => e.key === 'value')?.value;
      if (value !== undefined) return fromNode(frame, value, at);
      return stopWith(
        frame,
        at,
        'name-exists',
        `“${frame.formula.text.slice(at.start, at.end)}” holds several values`,
        `Add one of ${node.entries
          .slice(0, 6)
          .map((e) => e.key)
          .join(', ')} after a full stop.`,
      );
    }
  }
}

/** Brings a value into the unit of its cell; money never becomes posts. */
export function intoUnit(frame: Frame, value: Value, cell: Cell, at: At): Value {
  const { unit } = cell;
  if (value.kind !== 'number' || unit === undefined || value.unit === unit) return value;
  if (value.unit !== undefined && !compatible(value.unit, unit)) {
    return stopWith(
      frame,
      at,
      'units-agree',
      `${cellName(cell)} is in ${unit.name}, and the formula gives a figure in ${value.unit.name}`,
      'Check the formula, or give the row or column the right unit with {unit=...}.',
    );
  }
  return number(amountIn(value, unit), unit);
}

/** Adds figures of a range, keeping running totals of long columns. */
export function sumRange(frame: Frame, range: Range): { readonly total: NumberValue | undefined } {
  const { sums } = frame.engine;
  let known = sums.get(range.cells);
  if (known === undefined) sums.set(range.cells, (known = new Map<number, RunningSum>()));
  const cached = known.get(range.from);
  let { to, total, count, excluded } =
    cached === undefined || cached.to > range.to
      ? { to: range.from, total: undefined, count: 0, excluded: 0 }
      : cached;
  const before = { addends: frame.addends, excluded: frame.excluded };
  for (const cell of cellsOf({ ...range, from: to })) {
    const value = readCellValue(frame, cell);
    if (value.kind === 'word') excluded++;
    if (value.kind !== 'number') continue;
    count++;
    total = total === undefined ? number(value.amount, value.unit) : add(total, value);
  }
  to = range.to;
  known.set(range.from, { to, total, count, excluded });
  frame.addends = before.addends + count;
  frame.excluded = before.excluded + excluded;
  return { total };
}
