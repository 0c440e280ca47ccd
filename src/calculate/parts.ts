/** The cells a formula adds up, where it does nothing but add and subtract. */
import type { Engine } from './engine.js';
import { evaluate } from './evaluate.js';
import type { Frame } from './frame.js';
import type { Cell } from './grid.js';
import { cellsOf, Stop } from './operand.js';
import type { Part } from './rounding.js';
import type { Expression } from './syntax.js';

/** The parts of a plain sum, or undefined for any other formula. */
export function linearParts(engine: Engine, cell: Cell): readonly Part[] | undefined {
  const { input } = cell;
  if (input.kind !== 'formula' && input.kind !== 'stated') return undefined;
  if (!input.formula.parsed.ok || !isPlainSum(input.formula.parsed.root)) return undefined;
  const frame: Frame = {
    engine,
    paper: cell.grid.paper,
    grid: cell.grid,
    cell,
    formula: input.formula,
    addends: 0,
    excluded: 0,
  };
  const parts: Part[] = [];
  const { depth } = engine;
  try {
    return collect(frame, input.formula.parsed.root, false, parts) ? parts : undefined;
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown;
    engine.depth = depth;
    return undefined;
  }
}

/** A memo table of a pure function of trees, which are never changed: it cannot show, and goes with them. */
const plainSums = new WeakMap<Expression, boolean>();

/** Whether a formula only adds and subtracts cells; worked out once for each different formula. */
function isPlainSum(root: Expression): boolean {
  let known = plainSums.get(root);
  if (known === undefined) plainSums.set(root, (known = adds(root)));
  return known;
}

function adds(node: Expression): boolean {
  switch (node.kind) {
    case 'unary':
      return node.operator !== '%' && adds(node.operand);
    case 'binary':
      return (node.operator === '+' || node.operator === '-') && adds(node.left) && adds(node.right);
    case 'call':
      return ['SUM', 'VARIANCE', 'CHANGE'].includes(node.name) && node.args.every(adds);
    case 'direction':
    case 'a1':
    case 'reference':
      return true;
    default:
      return false;
  }
}

function collect(frame: Frame, node: Expression, minus: boolean, parts: Part[]): boolean {
  switch (node.kind) {
    case 'unary':
      return (
        node.operator !== '%' && collect(frame, node.operand, node.operator === '-' ? !minus : minus, parts)
      );
    case 'binary':
      if (node.operator !== '+' && node.operator !== '-') return false;
      return (
        collect(frame, node.left, minus, parts) &&
        collect(frame, node.right, node.operator === '-' ? !minus : minus, parts)
      );
    case 'call':
      return (
        (node.name === 'SUM' || node.name === 'VARIANCE' || node.name === 'CHANGE') &&
        node.args.every((arg, i) => collect(frame, arg, i > 0 && node.name !== 'SUM' ? !minus : minus, parts))
      );
    case 'direction':
    case 'a1':
    case 'reference': {
      const operand = evaluate(frame, node);
      if (operand.kind !== 'range') return false;
      for (const cell of cellsOf(operand)) parts.push({ cell, minus });
      return true;
    }
    default:
      return false;
  }
}
