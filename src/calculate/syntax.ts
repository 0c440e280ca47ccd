/** The syntax tree of expressions. Places are offsets within the text of the formula; {@link Formula} knows where that text lies. */
import type { RuleId } from '../diagnostics/catalogue.js';
import type { NumberValue } from './value.js';

/** A stretch of the formula's own text. */
export interface At {
  readonly start: number;
  readonly end: number;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';
export type Direction = 'ABOVE' | 'BELOW' | 'LEFT' | 'RIGHT';

/** One part of a bracketed reference. */
export type Selector =
  | { readonly kind: 'this'; readonly at: At }
  | { readonly kind: 'all'; readonly at: At }
  | { readonly kind: 'label'; readonly path: readonly string[]; readonly at: At };

export interface ReferenceNode {
  readonly kind: 'reference';
  /** `draft-budget#revenue-resources` or `revenue-resources` as typed; missing for the formula's own table. */
  readonly table?: string;
  readonly tableAt?: At;
  /** True for `[@Income]`. */
  readonly thisRow: boolean;
  readonly selectors: readonly Selector[];
  readonly at: At;
}

export type Expression =
  | { readonly kind: 'literal'; readonly value: NumberValue; readonly text: string; readonly at: At }
  | { readonly kind: 'text'; readonly text: string; readonly at: At }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly at: At }
  | { readonly kind: 'date'; readonly day: number; readonly at: At }
  | { readonly kind: 'year'; readonly start: number; readonly at: At }
  | {
      readonly kind: 'unary';
      readonly operator: '-' | '+' | '%';
      readonly operand: Expression;
      readonly at: At;
    }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: At;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly nameAt: At;
      readonly args: readonly Expression[];
      readonly at: At;
    }
  | { readonly kind: 'direction'; readonly direction: Direction; readonly at: At }
  | { readonly kind: 'a1'; readonly from: A1; readonly to?: A1; readonly at: At }
  | ReferenceNode
  /** `finance.savings2018.people`, or the bare id of a table or list. */
  | { readonly kind: 'path'; readonly segments: readonly string[]; readonly at: At };

/** A cell as Excel names it, both counted from 0. */
export interface A1 {
  readonly column: number;
  readonly row: number;
}

/** What follows `as`. */
export interface FormatRequest {
  readonly unit?: string;
  readonly decimals?: number;
  readonly signed?: boolean;
  readonly words?: boolean;
  readonly abs?: boolean;
  readonly date?: 'date' | 'month';
}

/** A fault of syntax. */
export interface SyntaxFault {
  /** `formula-is-complete` unless said. */
  readonly rule?: RuleId;
  readonly message: string;
  readonly hint?: string;
  readonly at: At;
}

/** What the parser makes: a tree, or the first fault. */
export type Parsed =
  | { readonly ok: true; readonly root: Expression; readonly format?: FormatRequest }
  | { readonly ok: false; readonly fault: SyntaxFault };

/** How tightly a binary operator binds; all group to the left, as in Excel. */
export const binding: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};
