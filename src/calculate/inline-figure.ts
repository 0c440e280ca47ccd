/** Figures in running text: `{{ expression as format }}` and `[£12.599m]{= expression}`. */
import type { Engine } from './engine.js';
import { evaluateScalar } from './evaluate.js';
import type { Frame } from './frame.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { error } from '../diagnostics/diagnostic.js';
import type { AuthoredInline } from '../model/inline.js';
import { compare } from './arithmetic.js';
import { cutAllowance, makeFormula } from './cell-text.js';
import { unitSlip } from './consistency/causes.js';
import type { FormulaCache } from './cell-text.js';
import { Decimal } from './decimal.js';
import { differenceInWords } from './difference.js';
import { cellDecimals } from './display.js';
import { numberOfWords, readFigure, readValue } from './figure.js';
import { naturalDecimals, plainNumber, textOf } from './format.js';
import type { Cell, Formula } from './grid.js';
import { compareStated, runFormula } from './settle.js';
import type { Expression, FormatRequest } from './syntax.js';
import { compatible, parseUnit } from './unit.js';
import { baseAmount, describe, number } from './value.js';
import type { NumberValue, Value } from './value.js';
import type { CalculationPaper } from './world.js';

/** A figure of running text. */
export interface PrintedFigure {
  readonly text: string;
  readonly spoken?: string;
  readonly formula: string;
}

export type FigureInline = Extract<AuthoredInline, { kind: 'expression' | 'checked' }>;

/** Calculates a figure of running text, or checks the one that was typed. */
export function inlineFigure(
  engine: Engine,
  cache: FormulaCache,
  paper: CalculationPaper,
  inline: FigureInline,
): Checked<PrintedFigure> {
  const diagnostics: Diagnostic[] = [];
  const local: Engine = { ...engine, report: (d) => diagnostics.push(d), running: [], depth: 0 };
  const base = inline.sourceSpan.start;
  const { body, tolerance } =
    inline.kind === 'checked' ? cutAllowance(inline.source) : { body: inline.source, tolerance: undefined };
  const formula = makeFormula(
    body,
    (s, e) => ({ file: inline.sourceSpan.file, start: base + s, end: base + e }),
    cache,
  );
  const reads = new Set<Cell>();
  const frame: Frame = { engine: local, paper, formula, addends: 0, excluded: 0, reads };
  const value = runFormula(frame, (root) => evaluateScalar(frame, root));
  const source = inline.source.trim();
  if (value.kind === 'error') {
    if (!value.reported) diagnostics.push(value.diagnostic);
    if (inline.kind === 'checked') return { value: { text: inline.stated, formula: source }, diagnostics };
    return { value: undefined, diagnostics };
  }
  const format: FormatRequest = formula.parsed.ok ? (formula.parsed.format ?? {}) : {};
  const misfit = misfitOf(format, value);
  if (misfit !== undefined)
    diagnostics.push(
      error('format-is-known', inline.sourceSpan, misfit, {
        hint: 'Leave out what follows “as”, or correct it.',
      }),
    );
  const unit = askedUnit(format, value, reads);
  if (
    unit !== undefined &&
    value.kind === 'number' &&
    value.unit !== undefined &&
    !compatible(value.unit, unit)
  ) {
    diagnostics.push(
      error(
        'units-agree',
        inline.sourceSpan,
        `a figure in ${value.unit.name} cannot be printed in ${unit.name}`,
        { hint: `Write “as ${value.unit.name}”, or leave the unit out.` },
      ),
    );
  }
  const decimals = format.decimals ?? ownDecimals(value, reads, format, isOfItsOwn(formula));
  const own = { ...(unit === undefined ? {} : { unit }), ...(decimals === undefined ? {} : { decimals }) };
  const negative = engine.world.style.negative;
  const printed = textOf(value, format, own, negative);
  if (inline.kind === 'expression')
    return { value: { ...withExclusion(printed, frame.excluded), formula: source }, diagnostics };
  checkStated(inline, value, printed.text, format, tolerance, diagnostics, negative);
  const spoken =
    printed.spoken !== undefined && value.kind === 'number' && /^[-−–(]/.test(inline.stated)
      ? { spoken: printed.spoken }
      : {};
  return { value: { text: inline.stated, ...spoken, formula: source }, diagnostics };
}

/** A total of which figures are still open says so, here as under a table (format, section 5). */
function withExclusion<T extends { readonly text: string; readonly spoken?: string }>(
  printed: T,
  excluded: number,
): T {
  if (excluded === 0) return printed;
  const words = ` (excluding ${excluded} ${excluded === 1 ? 'figure' : 'figures'} to be confirmed)`;
  return {
    ...printed,
    text: printed.text + words,
    ...(printed.spoken === undefined ? {} : { spoken: printed.spoken + words }),
  };
}

/** Why a format cannot print a value, if it cannot: a date as £m, a figure as a month. */
function misfitOf(format: FormatRequest, value: Value): string | undefined {
  if (value.kind === 'blank' || value.kind === 'word' || value.kind === 'error') return undefined;
  if (format.date !== undefined && value.kind !== 'date')
    return `the formula gives ${describe(value)}, and “as ${format.date}” prints dates`;
  const asked = Object.keys(format).find((name) => name !== 'date');
  if (asked === undefined || value.kind === 'number') return undefined;
  return `the formula gives ${describe(value)}, and “as” asks for the look of a figure`;
}

function askedUnit(format: FormatRequest, value: Value, reads: ReadonlySet<Cell>): NumberValue['unit'] {
  if (format.unit !== undefined) return parseUnit(format.unit);
  if (value.kind !== 'number') return undefined;
  const [only] = reads;
  return reads.size === 1 &&
    value.unit !== undefined &&
    only?.unit !== undefined &&
    compatible(only.unit, value.unit)
    ? only.unit
    : value.unit;
}

/** Whether a formula gives a count, years or a factor, whose digits are not those of the figures it reads. */
function isOfItsOwn({ parsed }: Formula): boolean {
  return parsed.ok && countsOnly(parsed.root);
}

const counting = new Set(
  'PAYBACK DISCOUNTFACTOR COUNT COUNTA COUNTBAND ROWS WORKINGDAYS CLEARDAYS'.split(' '),
);

function countsOnly(node: Expression): boolean {
  switch (node.kind) {
    case 'call':
      return counting.has(node.name);
    case 'unary':
      return countsOnly(node.operand);
    case 'binary':
      return [node.left, node.right].every((side) => side.kind === 'literal' || countsOnly(side));
    default:
      return false;
  }
}

/** Without a format, the table's own decimals: the most of the cells that were read. */
function ownDecimals(
  value: Value,
  reads: ReadonlySet<Cell>,
  format: FormatRequest,
  isOfItsOwn: boolean,
): number | undefined {
  if (value.kind !== 'number' || isOfItsOwn) return undefined;
  if (format.unit !== undefined && format.unit !== value.unit?.name) return undefined;
  let most: number | undefined;
  for (const cell of reads) {
    if (cell.unit?.family !== value.unit?.family) continue;
    const decimals = cellDecimals(cell);
    if (most === undefined || decimals > most) most = decimals;
  }
  if (most !== undefined) return most;
  return value.unit?.family === 'percent' ? naturalDecimals(value.amount, 1) : undefined;
}

function checkStated(
  inline: Extract<FigureInline, { kind: 'checked' }>,
  value: Value,
  printed: string,
  format: FormatRequest,
  tolerance: Decimal | undefined,
  diagnostics: Diagnostic[],
  negative: 'minus' | 'brackets',
): void {
  const typed = inline.stated.trim();
  const disagree = (message: string, hint = 'Correct the words, or the figures they follow from.'): void => {
    diagnostics.push(
      error('figure-agrees', inline.span, message, {
        hint,
        related: [{ span: inline.sourceSpan, message: `checked with ${inline.source.trim()}` }],
      }),
    );
  };
  const approximate = typed.startsWith('~');
  const figure = readFigure(approximate ? typed.slice(1) : typed);
  const inWords = numberOfWords(typed);
  if (value.kind === 'number' && (figure !== undefined || inWords !== undefined)) {
    const { unit } = value;
    const stated =
      figure === undefined ? number(new Decimal(inWords ?? 0)) : number(figure.amount, figure.unit);
    const computed: NumberValue = format.abs === true ? { ...value, amount: value.amount.abs() } : value;
    if (stated.unit !== undefined && unit !== undefined && !compatible(stated.unit, unit)) {
      disagree(`the text says ${typed}, and the figure is in ${unit.name}`);
      return;
    }
    if (stated.unit === undefined && (unit?.family === 'money' || unit?.family === 'percent')) {
      disagree(
        `the text says ${typed} without a unit, and the figure is in ${unit.name}`,
        `Write ${printed}.`,
      );
      return;
    }
    if (stated.unit?.family === 'money' && unit === undefined) {
      disagree(
        `the text says ${typed}, and the formula gives a plain number`,
        'Give the table or column it comes from a unit.',
      );
      return;
    }
    const decimals = figure?.decimals ?? 0;
    const ulp = new Decimal(10).pow(-decimals);
    const result = compareStated(stated, computed, decimals, tolerance ?? (approximate ? ulp : undefined));
    if (result.agreed) return;
    const difference = result.computed.minus(stated.amount);
    const shown =
      stated.unit === undefined
        ? plainNumber(result.computed, decimals, negative)
        : textOf(number(result.computed, stated.unit), { decimals }, {}, negative).text;
    const slip = unitSlip(
      baseAmount(stated),
      baseAmount({ ...computed, unit: computed.unit ?? stated.unit }),
    );
    disagree(
      `the text says ${typed}, but the figures give ${slip ? printed : shown}${slip ? '' : ` (${differenceInWords(difference, stated.unit, decimals, negative)})`}`,
      slip
        ? `One is a thousand or a million times the other: look for a missing “m” or “k”, or for the unit of the table.`
        : undefined,
    );
    return;
  }
  const same =
    value.kind !== 'number' &&
    (compare(readValue(typed), value) === 0 || typed.toLowerCase() === printed.toLowerCase());
  if (!same) disagree(`the text says ${typed}, but it should be ${printed}`);
}
