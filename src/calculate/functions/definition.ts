/** What a function of the expression language is made of. */
import type { RuleId } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Cell, Grid } from '../grid.js';
import type { Operand, Range } from '../operand.js';
import type { Unit } from '../unit.js';
import type { NumberValue, Value } from '../value.js';
import type { CalculationPaper, CalculationWorld } from '../world.js';

/** One call as a function sees it. Faults of arguments end the evaluation; no function handles errors but IFERROR. */
export interface Call {
  readonly name: string;
  readonly count: number;
  readonly world: CalculationWorld;
  /** The table and cell of the formula; missing in text. */
  readonly cell?: Cell;
  readonly grid?: Grid;
  /** The argument, evaluated on demand and once. */
  operand(i: number): Operand;
  /** The argument as one value. */
  value(i: number): Value;
  /** The argument as a number; blank is 0. A word such as `tbc` spreads. */
  number(i: number): NumberValue;
  /** The argument as text. */
  text(i: number): string;
  /** The argument as a whole number. */
  integer(i: number): number;
  /** All values of the arguments from `i` on, cell by cell; words that stand for no figure are counted and left out. */
  values(i: number, until?: number): Value[];
  /** The numbers among them, converted to the unit of the first that has one. */
  numbers(i: number, until?: number): { readonly numbers: readonly NumberValue[]; readonly unit?: Unit };
  /** Argument `i` as the author typed it. */
  typed(i: number): string;
  /** Ends the evaluation with a fault of argument `i` in its own words, under a rule of its own. */
  stop(rule: RuleId, i: number, message: string, hint: string): never;
  /** Warns of argument `i`, once at its place; the evaluation goes on. */
  warn(rule: RuleId, i: number, message: string, hint: string): void;
  /** Whether any formula of the tables of this paper matches. */
  paperHas(pattern: RegExp): boolean;
  /**
   * The cell that argument `i`, `#budget[Total, Net]`, names in each of the papers, figures that several take from one
   * place once.
   */
  cellsOfPapers(i: number, papers: readonly CalculationPaper[]): Operand;
  /** The value of a cell. */
  read(cell: Cell): Value;
  /** The sum of the figures of a range; running totals are kept, so that growing ranges cost one addition a row. */
  sum(range: Range): NumberValue | undefined;
  /** Ends with an error about argument `i`, or about the call as a whole. */
  fail(message: string, hint?: string, i?: number): never;
  /** Evaluates the argument and gives the error instead of ending. */
  attempt(i: number): { readonly operand: Operand } | { readonly error: Diagnostic };
}

export interface FunctionDefinition {
  /** Names of the arguments for messages; `?` ends an optional one, `...` one that repeats. */
  readonly args: readonly string[];
  run(call: Call): Operand;
}
