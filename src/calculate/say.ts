/** Says a formula as a person would, whatever is said for its references. */
import { longDate, yearText } from './calendar.js';
import type { Expression } from './syntax.js';

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

export type CallNode = Extract<Expression, { kind: 'call' }>;

/** How references and other leaves of a formula are said. */
export interface Voice {
  /** One leaf. */
  readonly leaf: (node: Expression) => string;
  /** A call that is said by what it stands for; undefined for all others. */
  readonly standsFor: (node: CallNode) => string | undefined;
  /** The terms of a sum, or undefined where it is better called a sum. */
  readonly terms: (node: Expression) => readonly string[] | undefined;
}

/** A formula, its leaves said by a voice. */
export function say(node: Expression, voice: Voice): string {
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
    // Flows of an appraisal are said by what they are made of.
    case 'UNTILYEAR':
      return first;
    case 'FLOWS':
      return args.join(', ');
    case 'DISCOUNTFACTOR':
      if (args.length === 2) return `the discount factor of ${first} for year ${second}`;
      break;
    case 'COLLECT':
      if (args.length === 2) return `${unquoted(second)} of each ${unquoted(first)}`;
      break;
    case 'COUNT':
      return `how many figures are in ${args.join(', ')}`;
    case 'ROWS':
      return `how many entries ${first} has`;
    case 'IRR':
      return `the rate of return of ${first}`;
    case 'PAYBACK':
      return args.length === 1
        ? `the years until ${first} is paid back`
        : `the years until ${first}, discounted by ${second}, is paid back`;
    case 'NPSV':
      if (args.length > 1) return `the present value, discounted by ${first}, of ${args.slice(1).join(', ')}`;
      break;
  }
  return `${node.name}(${args.join(', ')})`;
}

function unquoted(text: string): string {
  return text.replace(/^“(.*)”$/s, '$1');
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

/** Texts one after the other; long lists show their first and their last. */
export function shortened(texts: readonly string[], between: string): string {
  if (texts.length === 0) return 'no figures';
  if (texts.length <= longestSum) return texts.join(between);
  return `${texts.slice(0, longestSum - 2).join(between)}${between}…${between}${texts.at(-1) ?? ''} (${texts.length} figures)`;
}

/** A leaf that refers to nothing. */
export function plainLeaf(node: Expression): string {
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
