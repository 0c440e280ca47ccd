/** Pratt parser of the expression language, with Excel's precedence: `-2^2` is 4, `2^3^2` is 64, `%` binds closest. */
import { Decimal } from './decimal.js';
import { splitFormat } from './format-request.js';
import { lex } from './lexer.js';
import type { Token } from './lexer.js';
import { binding } from './syntax.js';
import type { A1, At, BinaryOperator, Expression, Parsed, SyntaxFault } from './syntax.js';
import { parseUnit } from './unit.js';
import type { NumberValue } from './value.js';

const prefixBinding = 7;
const deepest = 150;

class Fault extends Error {
  constructor(readonly fault: SyntaxFault) {
    super(fault.message);
  }
}

interface State {
  readonly text: string;
  readonly tokens: readonly Token[];
  next: number;
  depth: number;
}

/** Parses `text`: the formula without its `=`, or what stands between `{{` and `}}`. Never throws. */
export function parse(text: string): Parsed {
  const { body, format, fault } = splitFormat(text);
  if (fault !== undefined) return { ok: false, fault };
  if (body.trim() === '') {
    return {
      ok: false,
      fault: {
        message: 'there is no formula after the equals sign',
        hint: 'Write a formula, as in =SUM(ABOVE), or \\= for an equals sign.',
        at: { start: 0, end: text.length },
      },
    };
  }
  const lexed = lex(body);
  if (!lexed.ok) return lexed;
  const comma = thousandsComma(body, lexed.tokens);
  if (comma !== undefined) return { ok: false, fault: comma };
  const state: State = { text: body, tokens: lexed.tokens, next: 0, depth: 0 };
  try {
    const root = expression(state, 0);
    const rest = peek(state);
    if (rest.kind !== 'end') throw unexpected(state, rest);
    return format === undefined ? { ok: true, root } : { ok: true, root, format };
  } catch (thrown) {
    if (thrown instanceof Fault) return { ok: false, fault: thrown.fault };
    throw thrown;
  }
}

/** A comma between figures that could divide thousands, `1,250`: among the parts of a function it would make two numbers of one. */
function thousandsComma(text: string, tokens: readonly Token[]): SyntaxFault | undefined {
  for (const [i, comma] of tokens.entries()) {
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    if (!isSymbol(comma, ',') || before?.kind !== 'number' || after?.kind !== 'number') continue;
    const close = before.at.end === comma.at.start && comma.at.end === after.at.start;
    if (!close || !/^\d{1,3}$/.test(before.digits) || !/^\d{3}(?:\.\d+)?$/.test(after.digits)) continue;
    const typed = text.slice(before.at.start, after.at.end);
    return {
      message: 'a number in a formula has a comma',
      hint: `Leave out the thousands comma: ${typed.replace(',', '')}, not ${typed}. A comma between two numbers has a space after it.`,
      at: { start: before.at.start, end: after.at.end },
    };
  }
  return undefined;
}

function peek(state: State): Token {
  const token = state.tokens[Math.min(state.next, state.tokens.length - 1)];
  if (token === undefined) throw new Error('a formula without an end token');
  return token;
}

function take(state: State): Token {
  const token = peek(state);
  state.next++;
  return token;
}

function isSymbol(token: Token, text: string): boolean {
  return token.kind === 'symbol' && token.text === text;
}

function expression(state: State, least: number): Expression {
  if (++state.depth > deepest)
    throw new Fault({
      message: 'this formula is nested too deeply',
      hint: 'Put parts of it into cells of their own.',
      at: peek(state).at,
    });
  let left = prefix(state);
  for (;;) {
    const token = peek(state);
    if (token.kind !== 'symbol') break;
    if (token.text === '%') {
      take(state);
      left = { kind: 'unary', operator: '%', operand: left, at: { start: left.at.start, end: token.at.end } };
      continue;
    }
    const power = binding[token.text];
    if (power === undefined || power <= least) break;
    take(state);
    const right = expression(state, power);
    left = {
      kind: 'binary',
      operator: token.text as BinaryOperator,
      left,
      right,
      at: { start: left.at.start, end: right.at.end },
    };
  }
  state.depth--;
  return left;
}

function prefix(state: State): Expression {
  const token = take(state);
  switch (token.kind) {
    case 'number':
      return {
        kind: 'literal',
        value: literal(token.digits, token.unit),
        text: state.text.slice(token.at.start, token.at.end),
        at: token.at,
      };
    case 'text':
      return { kind: 'text', text: token.text, at: token.at };
    case 'date':
      return { kind: 'date', day: token.day, at: token.at };
    case 'year':
      return { kind: 'year', start: token.start, at: token.at };
    case 'brackets':
      return { kind: 'reference', thisRow: token.thisRow, selectors: token.selectors, at: token.at };
    case 'address':
      return reference(state, token.text, token.at);
    case 'name':
      return name(state, token.text, token.at);
    case 'end':
    case 'symbol':
      break;
  }
  const sign = isSymbol(token, '-') ? '-' : isSymbol(token, '+') ? '+' : undefined;
  if (sign !== undefined) {
    const operand = expression(state, prefixBinding);
    return { kind: 'unary', operator: sign, operand, at: { start: token.at.start, end: operand.at.end } };
  }
  if (isSymbol(token, '(')) {
    const inner = expression(state, 0);
    const close = take(state);
    if (!isSymbol(close, ')')) throw close.kind === 'end' ? unclosed(token.at) : unexpected(state, close);
    return inner;
  }
  throw unexpected(state, token);
}

function literal(digits: string, unitText: string): NumberValue {
  const unit = parseUnit(unitText);
  const amount = new Decimal(digits);
  return unit === undefined ? { kind: 'number', amount, literal: true } : { kind: 'number', amount, unit };
}

function name(state: State, text: string, at: At): Expression {
  const upper = text.toUpperCase();
  const following = peek(state);
  if (isSymbol(following, '(')) return call(state, upper, at);
  if (following.kind === 'brackets' && following.at.start === at.end) return reference(state, text, at);
  if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'boolean', value: upper === 'TRUE', at };
  if (upper === 'ABOVE' || upper === 'BELOW' || upper === 'LEFT' || upper === 'RIGHT') {
    return { kind: 'direction', direction: upper, at };
  }
  const from = cellName(text);
  if (from !== undefined) {
    const to = state.tokens[state.next + 1];
    if (isSymbol(following, ':') && to?.kind === 'name') {
      const last = cellName(to.text);
      if (last !== undefined) {
        state.next += 2;
        return { kind: 'a1', from, to: last, at: { start: at.start, end: to.at.end } };
      }
    }
    return { kind: 'a1', from, at };
  }
  return { kind: 'path', segments: text.split('.'), at };
}

function reference(state: State, table: string, tableAt: At): Expression {
  const following = peek(state);
  if (following.kind === 'brackets' && following.at.start === tableAt.end) {
    take(state);
    const at = { start: tableAt.start, end: following.at.end };
    return {
      kind: 'reference',
      table,
      tableAt,
      thisRow: following.thisRow,
      selectors: following.selectors,
      at,
    };
  }
  return { kind: 'reference', table, tableAt, thisRow: false, selectors: [], at: tableAt };
}

function call(state: State, upper: string, nameAt: At): Expression {
  const open = take(state);
  const args: Expression[] = [];
  if (isSymbol(peek(state), ')'))
    return { kind: 'call', name: upper, nameAt, args, at: { start: nameAt.start, end: take(state).at.end } };
  for (;;) {
    args.push(expression(state, 0));
    const token = take(state);
    if (isSymbol(token, ')'))
      return { kind: 'call', name: upper, nameAt, args, at: { start: nameAt.start, end: token.at.end } };
    if (token.kind === 'end') throw unclosed(open.at);
    if (!isSymbol(token, ',')) throw unexpected(state, token);
  }
}

/** `$B$2` as column 1, row 1. */
function cellName(text: string): A1 | undefined {
  const match = /^\$?([A-Z]{1,2})\$?([1-9]\d{0,5})$/.exec(text);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) - 1 };
}

function unclosed(at: At): Fault {
  return new Fault({
    message: 'a bracket is opened and never closed',
    hint: 'Put ) where the bracket ends.',
    at,
  });
}

function unexpected(state: State, token: Token): Fault {
  if (token.kind === 'end')
    return new Fault({
      message: 'the formula stops in the middle',
      hint: 'Something is missing at the end.',
      at: { start: Math.max(0, state.text.trimEnd().length - 1), end: state.text.length },
    });
  const shown = state.text.slice(token.at.start, token.at.end);
  if (isSymbol(token, ')'))
    return new Fault({
      message: 'a bracket is closed and was never opened, or nothing stands before it',
      hint: 'Count the brackets: each ( has its ), with something between them.',
      at: token.at,
    });
  return new Fault({
    message: `“${shown}” is not expected here`,
    hint: isSymbol(token, ';')
      ? 'Divide the parts of a function with commas, as in MAX(1, 2).'
      : token.kind === 'brackets' &&
          /[\w-]\s+$/.test(state.text.slice(Math.max(0, token.at.start - 20), token.at.start))
        ? 'Leave out the space before the square bracket: costs[Total, 2019/20].'
        : 'Something between the parts of the formula is missing, perhaps + or a comma.',
    at: token.at,
  });
}
