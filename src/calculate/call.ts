/** Calls a function: checks its arguments and hands them over one by one, evaluated when they are wanted. */
import { warning } from '../diagnostics/diagnostic.js';
import { OperationFault, toNumber } from './arithmetic.js';
import { faultOfFrom } from './collect-rows.js';
import { cellsOfPapers } from './coverage.js';
import { guarded, readCellValue, scalar, stopWith, sumRange, whichCell } from './frame.js';
import type { Frame } from './frame.js';
import type { Call, FunctionDefinition } from './functions/definition.js';
import { functions } from './functions/index.js';
import { otherProgram } from './functions/other-programs.js';
import { didYouMean } from './labels.js';
import { cellsOf, rangeOf, Stop } from './operand.js';
import { parse } from './parser.js';
import type { Operand } from './operand.js';
import { readValue } from './figure.js';
import type { Expression } from './syntax.js';
import { asText } from './arithmetic.js';
import { describe } from './value.js';
import type { NumberValue, Value } from './value.js';

/** How an argument is evaluated. */
type Evaluate = (frame: Frame, node: Expression) => Operand;

type CallNode = Extract<Expression, { kind: 'call' }>;

/** Evaluates a call. */
export function callFunction(frame: Frame, node: CallNode, evaluate: Evaluate): Operand {
  const definition = Object.hasOwn(functions, node.name) ? functions[node.name] : undefined;
  if (definition === undefined) {
    return stopWith(
      frame,
      node.nameAt,
      'function-exists',
      `there is no function “${node.name}”`,
      otherProgram(node.name) ?? didYouMean(node.name, Object.keys(functions)),
    );
  }
  checkCount(frame, node, definition);
  const [only] = node.args;
  if (node.name === 'SUM' && only !== undefined && node.args.length === 1) {
    const operand = evaluate(frame, only);
    if (operand.kind === 'range' && operand.dataOnly) {
      const { total } = guarded(frame, node.at, () => sumRange(frame, operand));
      if (total !== undefined) return total;
    }
  }
  return guarded(frame, node.at, () => definition.run(makeCall(frame, node, definition, evaluate)));
}

function checkCount(frame: Frame, node: CallNode, definition: FunctionDefinition): void {
  const least = definition.args.filter((a) => !a.endsWith('?')).length;
  const most = definition.args.some((a) => a.endsWith('...')) ? Infinity : definition.args.length;
  const count = node.args.length;
  if (count >= least && count <= most) return;
  const names = definition.args
    .map((a) => (a.endsWith('?') ? `[${a.slice(0, -1)}]` : a.endsWith('...') ? `${a.slice(0, -3)}, …` : a))
    .join(', ');
  const wanted = least === most ? `${least}` : most === Infinity ? `${least} or more` : `${least} to ${most}`;
  stopWith(
    frame,
    node.at,
    'function-has-arguments',
    `${node.name} has ${count} ${count === 1 ? 'argument' : 'arguments'}, and takes ${wanted}`,
    `It is written ${node.name}(${names}).`,
  );
}

function argumentName(definition: FunctionDefinition, i: number): string {
  const name = definition.args[Math.min(i, definition.args.length - 1)] ?? '';
  return name.replace(/[?]$|\.{3}$/, '');
}

function makeCall(frame: Frame, node: CallNode, definition: FunctionDefinition, evaluate: Evaluate): Call {
  const made: (Operand | undefined)[] = [];
  const argument = (i: number): Expression => {
    const found = node.args[i];
    if (found === undefined) throw new Error(`${node.name} asks for argument ${i} of ${node.args.length}`);
    return found;
  };
  const fail = (message: string, hint?: string, i?: number): never => {
    const at = i === undefined ? node.at : argument(i).at;
    const about = i === undefined ? node.name : `“${argumentName(definition, i)}” of ${node.name}`;
    return stopWith(frame, at, 'function-has-arguments', `${about} ${message}${whichCell(frame)}`, hint);
  };
  const call: Call = {
    name: node.name,
    count: node.args.length,
    world: frame.engine.worldOf(frame.paper),
    ...(frame.cell === undefined ? {} : { cell: frame.cell }),
    ...(frame.grid === undefined ? {} : { grid: frame.grid }),
    operand: (i) => (made[i] ??= evaluate(frame, argument(i))),
    value: (i) => {
      const value = scalar(frame, argument(i), call.operand(i));
      made[i] = value;
      return value;
    },
    number: (i) => {
      const value = call.value(i);
      if (value.kind === 'word') throw new Stop(value);
      try {
        return toNumber(value);
      } catch (thrown) {
        if (thrown instanceof OperationFault)
          return fail(`is ${describe(value)}, and has to be a figure`, 'Name a cell that holds a figure.', i);
        throw thrown;
      }
    },
    integer: (i) => {
      const { amount } = call.number(i);
      return amount.isInteger()
        ? amount.toNumber()
        : fail('has to be a whole number', 'Write it without decimals, or round it with ROUND(…, 0).', i);
    },
    text: (i) => {
      const value = call.value(i);
      if (value.kind === 'word') throw new Stop(value);
      return asText(value);
    },
    values: (i, until = node.args.length) => {
      const values: Value[] = [];
      for (let n = i; n < until; n++) {
        const operand = call.operand(n);
        switch (operand.kind) {
          case 'map':
            return fail('holds several values', 'Name one of them.', n);
          case 'range':
            for (const cell of cellsOf(operand)) values.push(readCellValue(frame, cell));
            break;
          case 'list':
            for (const item of operand.items) if (item.kind === 'scalar') values.push(readValue(item.text));
            break;
          case 'values':
            values.push(...operand.values);
            break;
          case 'table':
            return fail('is a whole table', 'Name a column of it.', n);
          default:
            values.push(operand);
        }
      }
      return values;
    },
    numbers: (i, until) => {
      const numbers: NumberValue[] = [];
      for (const value of call.values(i, until)) {
        if (value.kind === 'number') numbers.push(value);
        else if (value.kind === 'word') frame.excluded++;
      }
      const unit = numbers.find((n) => n.unit !== undefined)?.unit;
      return unit === undefined ? { numbers } : { numbers, unit };
    },
    typed: (i) =>
      node.args[i] === undefined ? '' : frame.formula.text.slice(argument(i).at.start, argument(i).at.end),
    stop: (rule, i, message, hint) => stopWith(frame, argument(i).at, rule, message, hint),
    warn: (rule, i, message, hint) => {
      const { at } = argument(i);
      const about = `“${argumentName(definition, i)}” of ${node.name}`;
      frame.engine.report(
        warning(rule, frame.formula.place(at.start, at.end), `${about} ${message}`, { hint }),
        frame.paper,
      );
    },
    paperHas: (pattern) => {
      for (const grid of frame.engine.directory.tables(frame.paper).values())
        for (const { cells } of grid.rows)
          for (const { input } of cells)
            if ((input.kind === 'formula' || input.kind === 'stated') && pattern.test(input.formula.text))
              return true;
      const own = frame.grid?.rows.flatMap((row) => row.cells) ?? [];
      return (
        pattern.test(frame.formula.text) ||
        own.some(
          ({ input }) =>
            (input.kind === 'formula' || input.kind === 'stated') && pattern.test(input.formula.text),
        )
      );
    },
    cellsOfPapers: (i, papers) => {
      const { at } = argument(i);
      const text = call.text(i);
      const reference = { text, parsed: parse(text), place: () => frame.formula.place(at.start, at.end) };
      const wrong = faultOfFrom(reference);
      if (wrong !== undefined)
        return fail(
          `is “${text}”, which ${wrong}`,
          'Write the table, the row and the column, as in "#budget[Total, Net]".',
          i,
        );
      const { cells, fault } = cellsOfPapers(frame, papers, reference);
      if (fault !== undefined)
        return fail(`is “${text}”, which no paper has: ${fault.message}`, fault.hint, i);
      return rangeOf(cells);
    },
    read: (cell) => readCellValue(frame, cell),
    sum: (range) => sumRange(frame, range).total,
    fail,
    attempt: (i) => {
      const { depth } = frame.engine;
      try {
        const operand = call.operand(i);
        return { operand: operand.kind === 'range' ? scalar(frame, argument(i), operand) : operand };
      } catch (thrown) {
        if (!(thrown instanceof Stop)) throw thrown;
        frame.engine.depth = depth;
        if (thrown.value.kind !== 'error') return { operand: thrown.value };
        return { error: thrown.value.diagnostic };
      }
    },
  };
  return call;
}
