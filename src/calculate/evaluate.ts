/** Evaluates the syntax tree of a formula. */
import { warning } from '../diagnostics/diagnostic.js';
import type { DataNode } from '../source/data-node.js';
import { entry } from '../source/data-node.js';
import { OperationFault, operate, toNumber } from './arithmetic.js';
import { callFunction } from './call.js';
import { scale } from './decimal.js';
import { readValue } from './figure.js';
import type { Frame } from './frame.js';
import { guarded, scalar, stopWith } from './frame.js';
import { cellName } from './grid.js';
import { didYouMean, nearestLabels } from './labels.js';
import type { Operand } from './operand.js';
import { Stop } from './operand.js';
import { cellsOfA1, cellsOfDirection } from './position.js';
import { cellsOfReference } from './reference.js';
import { findSchedule } from './schedules.js';
import type { At, Expression } from './syntax.js';
import { percent } from './unit.js';
import type { NumberValue, Value } from './value.js';

/** Evaluates an expression to one value. */
export function evaluateScalar(frame: Frame, node: Expression): Value {
  return scalar(frame, node, evaluate(frame, node));
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
      return guarded(
        frame,
        node.at,
        () => operate(node.operator, left, right),
        () => (node.operator === '/' ? dividesBy(frame, node.right, right) : undefined),
      );
    }
    case 'call':
      return callFunction(frame, node, evaluate);
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

function unary(operator: '-' | '+' | '%', value: NumberValue): Value {
  switch (operator) {
    case '+':
      return value;
    case '-':
      return { ...value, amount: value.amount.isZero() ? value.amount.abs() : value.amount.negated() };
    case '%':
      // As in Excel, a second sign takes a hundredth again.
      if (value.unit === percent) return { ...value, amount: scale(value.amount, -2) };
      if (value.unit !== undefined)
        throw new OperationFault(
          'units-agree',
          `the sign % stands after a figure in ${value.unit.name}`,
          'It belongs after a plain number, as in 12%; to make a percentage of two figures, write PERCENT(part, whole).',
        );
      return { kind: 'number', amount: value.amount, unit: percent, literal: true };
  }
}

/** "divides by [@Visits], which is empty": what a formula divides by, where that is zero. */
function dividesBy(frame: Frame, divisor: Expression, value: Value): string {
  const typed = frame.formula.text.slice(divisor.at.start, divisor.at.end);
  const what =
    divisor.kind === 'literal' ? 'zero' : `${typed}, which is ${value.kind === 'blank' ? 'empty' : '0'}`;
  return frame.cell === undefined ? `this divides by ${what}` : `${cellName(frame.cell)} divides by ${what}`;
}

function warnA1(frame: Frame, at: At): void {
  if (frame.grid === undefined || frame.formula.positional === true || frame.engine.warned.has(frame.formula))
    return;
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
    frame.paper,
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
  const found = frame.engine.worldOf(frame.paper).data.value(segments);
  if (found !== undefined) return fromNode(frame, found, at);
  const typed = segments.join('.');
  if (findSchedule(typed) !== undefined) return { kind: 'text', text: typed };
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
  const hint = nameHint(frame, segments);
  return stopWith(
    frame,
    at,
    'name-exists',
    `“${typed}” is not a table, a list or a value of a data file`,
    hint,
  );
}

/** What a name may have been meant as: within what is known of it, or among all names. */
function nameHint(frame: Frame, segments: readonly string[]): string | undefined {
  const { data } = frame.engine.worldOf(frame.paper);
  for (let i = segments.length - 1; i > 0; i--) {
    const keys = keysOf(data.value(segments.slice(0, i)));
    if (keys.length === 0) continue;
    const shown = keys.slice(0, 8).map((key) => `“${key}”`);
    return (
      didYouMean(segments[i] ?? '', keys) ??
      `“${segments.slice(0, i).join('.')}” has ${shown.join(', ')}${keys.length > 8 ? ' …' : ''}.`
    );
  }
  const own = [...frame.paper.values.keys(), ...frame.engine.directory.tables(frame.paper).keys()];
  const near = didYouMean(segments.join('.'), own);
  if (near !== undefined) return near;
  const [first = '', ...rest] = segments;
  const file = nearestLabels(first, data.names?.() ?? [])[0];
  return file === undefined ? undefined : `Did you mean “${[file, ...rest].join('.')}”?`;
}

/** Keys of a map, or ids of the records of a list. */
function keysOf(node: DataNode | undefined): readonly string[] {
  if (node?.kind === 'map') return node.entries.map((e) => e.key);
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) => {
    const id = entry(item, 'id');
    return id?.kind === 'scalar' ? [id.text] : [];
  });
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
      return { kind: 'map', node };
    }
  }
}
