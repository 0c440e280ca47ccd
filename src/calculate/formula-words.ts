/** A formula in words: "Baseline spending + Additional costs". */
import { evaluate } from './evaluate.js';
import type { Frame } from './frame.js';
import type { Cell, Grid } from './grid.js';
import { cellName } from './grid.js';
import { cellsOf, Stop } from './operand.js';
import { findColumns, findRows, findTable } from './resolve.js';
import { plainLeaf, say } from './say.js';
import type { Direction, Expression, ReferenceNode, Selector } from './syntax.js';

const directions: Readonly<Record<Direction, string>> = {
  ABOVE: 'the figures above',
  BELOW: 'the figures below',
  LEFT: 'the figures to the left',
  RIGHT: 'the figures to the right',
};

/** The formula with labels in place of references. */
export function formulaWords(frame: Frame, root: Expression): string {
  return say(root, {
    leaf: (node) => {
      if (node.kind === 'direction') return directions[node.direction];
      if (node.kind === 'reference') return referenceWords(frame, node);
      if (node.kind === 'a1') return a1Words(frame, node);
      return plainLeaf(node);
    },
    standsFor: (node) => (node.name === 'PREVIOUS' ? 'the same figure of the row before' : undefined),
    terms: () => undefined,
  });
}

function referenceWords(frame: Frame, node: ReferenceNode): string {
  const grid = gridOf(frame, node);
  const [first, second] = node.selectors;
  const where = grid === undefined || grid === frame.grid ? '' : tableWords(grid, frame);
  const from = where === '' ? '' : `, in ${where}`;
  if (first === undefined) return where === '' ? (node.table ?? '') : where;
  const column = selectorWords(second ?? first, grid, 'column');
  if (second === undefined)
    return node.thisRow
      ? `${column ?? ''}${from}`
      : `${column === undefined ? 'all figures' : `the column ${column}`}${from}`;
  const row = selectorWords(first, grid, 'row');
  if (first.kind === 'all') return `the column ${column ?? ''}`.trim() + from;
  if (second.kind === 'all') return `the row ${row ?? ''}`.trim() + from;
  return [row, column].filter((part) => part !== undefined).join(', ') + from;
}

function gridOf(frame: Frame, node: ReferenceNode): Grid | undefined {
  if (node.table === undefined) return frame.grid;
  const result = findTable(node.table, frame.paper, frame.engine.directory);
  return 'found' in result ? result.found : undefined;
}

function tableWords(grid: Grid, frame: Frame): string {
  const name =
    grid.number === undefined
      ? grid.id === undefined
        ? 'another table'
        : `the table “${grid.id}”`
      : `table ${grid.number}`;
  return grid.paper === frame.paper ? name : `${name} of “${grid.paper.id}”`;
}

/** The label that stands in the table, where the formula may have used an id. */
function selectorWords(
  selector: Selector,
  grid: Grid | undefined,
  axis: 'row' | 'column',
): string | undefined {
  if (selector.kind !== 'label') return undefined;
  const typed = selector.path.join(', ');
  if (grid === undefined) return typed;
  const [index] = axis === 'row' ? findRows(grid, selector.path) : findColumns(grid, selector.path);
  const label =
    index === undefined ? undefined : axis === 'row' ? grid.rows[index]?.label : grid.columns[index]?.label;
  if (label === undefined || label === '') return typed;
  return selector.path.length > 1 && axis === 'row' ? `${selector.path[0] ?? ''}, ${label}` : label;
}

function a1Words(frame: Frame, node: Extract<Expression, { kind: 'a1' }>): string {
  const operand = evaluateQuietly(frame, node);
  if (operand === undefined) return '';
  const [first] = operand;
  const last = operand.at(-1);
  if (first === undefined || last === undefined) return 'an empty cell';
  return first === last ? cellName(first) : `${cellName(first)} to ${cellName(last)}`;
}

function evaluateQuietly(frame: Frame, node: Expression): readonly Cell[] | undefined {
  const { depth } = frame.engine;
  try {
    const operand = evaluate(frame, node);
    return operand.kind === 'range' ? [...cellsOf(operand)] : undefined;
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown;
    frame.engine.depth = depth;
    return undefined;
  }
}
