/** A formula as a person would say it: in words, "Baseline spending + Additional costs", and with figures, "183.883 + 13.207". */
import { isoDate, longDate, yearText } from './calendar.js';
import { cellDecimals } from './display.js';
import { evaluate, evaluateScalar } from './evaluate.js';
import type { NegativeStyle } from './format.js';
import { figureWithUnit, textOf } from './format.js';
import type { Frame } from './frame.js';
import type { Cell, Grid } from './grid.js';
import { cellName } from './grid.js';
import { cellsOf, Stop } from './operand.js';
import { showValue } from './output.js';
import { findColumns, findRows, findTable } from './resolve.js';
import type { Direction, Expression, ReferenceNode, Selector } from './syntax.js';
import type { Value } from './value.js';
import { amountIn } from './value.js';

/** Longer sums show their first figures and their last. */
const longestSum = 12;

const signs: Readonly<Record<string, string>> = {
  '-': '−',
  '*': '×',
  '/': '÷',
  '<>': '≠',
  '<=': '≤',
  '>=': '≥',
};
const rank: Readonly<Record<string, number>> = { '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 };

const directions: Readonly<Record<Direction, string>> = {
  ABOVE: 'the figures above',
  BELOW: 'the figures below',
  LEFT: 'the figures to the left',
  RIGHT: 'the figures to the right',
};

type CallNode = Extract<Expression, { kind: 'call' }>;

/** How references and other leaves of a formula are said. */
interface Voice {
  /** One leaf. */
  readonly leaf: (node: Expression) => string;
  /** A call that is said by what it stands for; undefined for all others. */
  readonly standsFor: (node: CallNode) => string | undefined;
  /** The terms of a sum, or undefined where it is better called a sum. */
  readonly terms: (node: Expression) => readonly string[] | undefined;
}

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

function say(node: Expression, voice: Voice): string {
  switch (node.kind) {
    case 'unary': {
      const inner = say(node.operand, voice);
      const whole = node.operand.kind === 'binary' ? `(${inner})` : inner;
      return node.operator === '%' ? `${whole}%` : `${signs[node.operator] ?? node.operator}${whole}`;
    }
    case 'binary': {
      const own = rank[node.operator] ?? 1;
      const side = (part: Expression, right: boolean): string => {
        const text = say(part, voice);
        if (right && text.startsWith('−')) return `(${text})`;
        // The words of a sum hold signs of their own.
        const other =
          part.kind === 'binary' ? (rank[part.operator] ?? 1) : isSum(part) && text.includes(' + ') ? 3 : 9;
        return other < own || (right && other === own && node.operator !== '+') ? `(${text})` : text;
      };
      return `${side(node.left, false)} ${signs[node.operator] ?? node.operator} ${side(node.right, true)}`;
    }
    case 'call':
      return sayCall(node, voice);
    default:
      return voice.leaf(node);
  }
}

function isSum(node: Expression): boolean {
  return node.kind === 'call' && node.name === 'SUM';
}

function sayCall(node: CallNode, voice: Voice): string {
  const stands = voice.standsFor(node);
  if (stands !== undefined) return stands;
  const args = node.args.map((arg) => say(arg, voice));
  const [first = '', second = ''] = args;
  switch (node.name) {
    case 'SUM': {
      const lists = node.args.map((arg, i) => voice.terms(arg) ?? [args[i] ?? '']);
      const terms = lists.flat();
      if (node.args.every((arg) => voice.terms(arg) === undefined) && node.args.length === 1)
        return `the sum of ${first}`;
      return terms.length === 0 ? 'no figures' : sumOf(terms);
    }
    case 'VARIANCE':
    case 'CHANGE':
      if (args.length === 2) return `${first} − ${second.startsWith('−') ? `(${second})` : second}`;
      break;
    case 'PERCENT':
      if (args.length === 2) return `${first} as a percentage of ${second}`;
      break;
    case 'AVERAGE':
      return `the average of ${args.join(', ')}`;
    case 'MIN':
      return `the smallest of ${args.join(', ')}`;
    case 'MAX':
      return `the largest of ${args.join(', ')}`;
    case 'ABS':
      return `the size of ${first}`;
    case 'DISCOUNTFACTOR':
      if (args.length === 2) return `the discount factor of ${first} for year ${second}`;
      break;
    case 'NPSV':
      if (args.length > 1) return `the present value, discounted by ${first}, of ${args.slice(1).join(', ')}`;
      break;
  }
  return `${node.name}(${args.join(', ')})`;
}

/** "1.5 + 2.0 − 0.5": a negative figure after the first is taken away. */
function sumOf(terms: readonly string[]): string {
  const signed = terms.map((term, i) => {
    if (i === 0) return term;
    return /^−[\d£€$.]/u.test(term) ? ` − ${term.slice(1)}` : ` + ${term}`;
  });
  if (terms.length <= longestSum) return signed.join('');
  return `${signed.slice(0, longestSum - 2).join('')} + … ${(signed.at(-1) ?? '').trim()} (${terms.length} figures)`;
}

function shortened(texts: readonly string[], between: string): string {
  if (texts.length === 0) return 'no figures';
  if (texts.length <= longestSum) return texts.join(between);
  return `${texts.slice(0, longestSum - 2).join(between)}${between}…${between}${texts.at(-1) ?? ''} (${texts.length} figures)`;
}

function plainLeaf(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return node.text;
    case 'text':
      return `“${node.text}”`;
    case 'boolean':
      return node.value ? 'yes' : 'no';
    case 'date':
      return longDate(node.day);
    case 'year':
      return yearText(node.start);
    case 'path':
      return node.segments.join('.');
    default:
      return '';
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
