/** A formula with figures: "183.883 + 13.207". */
import { isoDate } from './calendar.js';
import { cellDecimals } from './display.js';
import { evaluate, evaluateScalar } from './evaluate.js';
import type { NegativeStyle } from './format.js';
import { figureWithUnit, textOf } from './format.js';
import type { Frame } from './frame.js';
import type { Cell } from './grid.js';
import { cellsOf, Stop } from './operand.js';
import { showValue } from './output.js';
import { plainLeaf, say, shortened } from './say.js';
import type { Expression } from './syntax.js';
import type { Value } from './value.js';
import { amountIn } from './value.js';

/** The formula with figures in place of references; undefined where it has a fault. */
export function formulaWorkings(
  frame: Frame,
  root: Expression,
  own: Cell,
  negative: NegativeStyle,
): string | undefined {
  const { depth } = frame.engine;
  const cellsIn = (node: Expression): readonly Cell[] => {
    const operand = evaluate(frame, node);
    return operand.kind === 'range' ? [...cellsOf(operand)].filter((cell) => cell !== own) : [];
  };
  try {
    return say(root, {
      leaf: (node) => {
        if (node.kind !== 'direction' && node.kind !== 'reference' && node.kind !== 'a1') {
          return node.kind === 'path' ? pathText(frame, node, negative) : plainLeaf(node);
        }
        const texts = cellsIn(node).map((cell) => figureFor(cell, own, negative));
        return shortened(texts, ', ');
      },
      standsFor: (node) =>
        node.name === 'PREVIOUS' ? valueText(evaluateScalar(frame, node), own, negative) : undefined,
      terms: (node) =>
        node.kind === 'direction' || node.kind === 'reference' || node.kind === 'a1'
          ? cellsIn(node)
              .filter((cell) => cell.value.kind === 'number')
              .map((cell) => figureFor(cell, own, negative))
          : undefined,
    });
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown;
    frame.engine.depth = depth;
    return undefined;
  }
}

/** A figure of a cell, with its unit where that is not the one of the cell that is made from it. */
function figureFor(cell: Cell, own: Cell, negative: NegativeStyle): string {
  const { value } = cell;
  const unit = cell.unit ?? (value.kind === 'number' ? value.unit : undefined);
  if (value.kind !== 'number' || unit === undefined || unit === own.unit)
    return showValue(cell, cellDecimals(cell), negative).text;
  return figureWithUnit(amountIn(value, unit), unit, cellDecimals(cell), negative);
}

/** A value that no cell holds, in the unit and with the decimals of the cell that is made from it. */
function valueText(value: Value, own: Cell, negative: NegativeStyle): string {
  return showValue({ ...own, value }, cellDecimals(own), negative).text;
}

function pathText(frame: Frame, node: Expression, negative: NegativeStyle): string {
  const operand = evaluate(frame, node);
  switch (operand.kind) {
    case 'number':
    case 'year':
    case 'text':
    case 'boolean':
    case 'blank':
    case 'word':
    case 'error':
      return textOf(operand, {}, {}, negative).text;
    case 'date':
      return isoDate(operand.day);
    default:
      // A list, a table: its name says more than its figures would.
      return plainLeaf(node);
  }
}
