/** Reads the text of one cell: empty, a figure, a word, a formula, or a stated figure with the formula that checks it. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { error } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/span.js';
import { parseDate, parseYear } from './calendar.js';
import { likelyFigure } from './consistency/likely-figure.js';
import { Decimal } from './decimal.js';
import { readFigure } from './figure.js';
import type { Formula, GridColumn, Input } from './grid.js';
import { normalise, withoutUnseen } from './labels.js';
import { parse } from './parser.js';
import type { Parsed } from './syntax.js';

/** Parses each different formula text once: `SUM(ABOVE)` stands in thousands of cells. */
export interface FormulaCache {
  readonly parsed: Map<string, Parsed>;
}

/** Makes a formula of text that begins at `start` of the file; `place` maps offsets in the text to the file. */
export function makeFormula(
  text: string,
  place: (start: number, end: number) => Span,
  cache: FormulaCache,
): Formula {
  let parsed = cache.parsed.get(text);
  if (parsed === undefined) cache.parsed.set(text, (parsed = parse(text)));
  return { text, parsed, place };
}

/** What a cell's text is read with. */
export interface CellContext {
  readonly column: GridColumn;
  readonly words: ReadonlyMap<string, string>;
  readonly cache: FormulaCache;
  /** Text for messages: "Council Tax, 2019/20". */
  name(): string;
  readonly span: Span;
  place(start: number, end: number): Span;
  readonly report: (diagnostic: Diagnostic) => void;
  /** True where a formula stands elsewhere, so that the figure may carry `~` or `±`. */
  readonly allowance?: boolean;
}

const stated = /^(~?)\s*([^="]*?)\s*=(?!=)\s*(.+)$/su;
const allowance = /\s*(?:±|\+\/-)\s*(\d*\.?\d+)\s*$/u;

/** Reads `text`, the cell without emphasis and attributes. */
export function readCell(text: string, context: CellContext): Input {
  const { column } = context;
  const seen = withoutUnseen(text).trim();
  if (seen.startsWith('=')) return formulaAt(text, text.indexOf('=') + 1, context);
  const braces = /^\{\{(.*)\}\}$/su.exec(text);
  if (braces !== null && (column.numeric || hasWord(column))) return formulaAt(text.slice(0, -2), 2, context);
  if (seen === '') return { kind: 'empty' };
  if (column.numeric || hasWord(column)) {
    const split = stated.exec(text);
    if (split !== null) {
      const read = readStated(text, split, context);
      if (read !== undefined) return read;
    }
  }
  if (!column.numeric) return { kind: 'text', text };
  return readNumeric(context.allowance === true ? splitAllowance(text).figure : text, context);
}

/** A comma with one, two or more than three digits after it: `1,23`. */
const commaSlip = /^[^\w.,]*\d+(?:,\d{3})*,(?:\d{1,2}|\d{4,})(?!\d|,)/;

/** What a text that is nearly a figure may have been meant as, and what is wrong with it. */
function whyNoFigure(text: string, likely: string | undefined): string {
  const question = likely === undefined ? '' : `Is it ${likely}? `;
  if (commaSlip.test(text))
    return `${question}A comma divides thousands and has three digits after it, so one is missing or too many; a point stands before decimals.`;
  if (/[A-Za-z|/]|\d\s+[\d.,]/.test(text))
    return `${question}Text copied from a PDF or a scan often has letters for digits, or a gap in a figure.`;
  return `${question}Figures are written as in 1,234.5, and a minus stands before them.`;
}

/** Whether text without an equals sign is something that a formula would calculate: `SUM(ABOVE)`, `3 + 4`. */
function isFormula(text: string): boolean {
  const parsed = parse(text);
  return parsed.ok && (parsed.root.kind === 'binary' || parsed.root.kind === 'call');
}

/** A stated figure without its `~` and `± 0.002`, and what they allow. */
export function splitAllowance(text: string): {
  readonly figure: string;
  readonly approximate: boolean;
  readonly tolerance?: Decimal;
} {
  const { body, tolerance } = cutAllowance(text.trim());
  const approximate = body.startsWith('~');
  const figure = approximate ? body.slice(1).trim() : body;
  return tolerance === undefined ? { figure, approximate } : { figure, approximate, tolerance };
}

/** Cuts `± 0.002` off the end of a formula or a figure; the beginning stays as it is, so that places hold. */
export function cutAllowance(text: string): { readonly body: string; readonly tolerance?: Decimal } {
  const allowed = allowance.exec(text);
  return allowed === null
    ? { body: text.trimEnd() }
    : { body: text.slice(0, allowed.index).trimEnd(), tolerance: new Decimal(allowed[1] ?? '0') };
}

function hasWord(column: GridColumn): boolean {
  return column.type === 'trend' || column.type === 'rag' || column.type === 'status';
}

function formulaAt(text: string, from: number, context: CellContext): Input {
  const leading = from + (text.slice(from).length - text.slice(from).trimStart().length);
  const body = text.slice(leading).trimEnd();
  const formula = makeFormula(body, (s, e) => context.place(leading + s, leading + e), context.cache);
  refuseFormat(formula, context);
  return { kind: 'formula', formula };
}

/** `as £m 1dp` is for running text: a cell prints as its column says. */
function refuseFormat(formula: Formula, context: CellContext): void {
  const { parsed, text } = formula;
  if (!parsed.ok || parsed.format === undefined) return;
  context.report(
    error(
      'format-is-known',
      formula.place(parsed.root.at.end, text.length),
      `${context.name()} says “${text.slice(parsed.root.at.end).replace(/^[\s)]+/, '')}”, and a cell is printed as its column says`,
      {
        hint: 'Leave it out, and write unit= or decimals= on the caption line, after the heading or after the label of the row.',
      },
    ),
  );
}

function readStated(text: string, split: RegExpExecArray, context: CellContext): Input | undefined {
  const [, tilde = '', typed = '', rest = ''] = split;
  const figure = readFigure(typed);
  if (figure === undefined && !hasWord(context.column)) return undefined;
  const from = text.length - rest.length;
  const { body, tolerance } = cutAllowance(rest);
  const formula = makeFormula(body, (s, e) => context.place(from + s, from + e), context.cache);
  return {
    kind: 'stated',
    stated: figure ?? { word: typed },
    typed,
    formula,
    approximate: tilde !== '',
    ...(tolerance === undefined ? {} : { tolerance }),
  };
}

function readNumeric(text: string, context: CellContext): Input {
  const bare = text.replace(/(?:\[\^[^\]]*\])+\s*$/u, '').trim();
  const approximate = /^~\s*(.*)$/su.exec(bare);
  const figure = readFigure(approximate?.[1] ?? bare);
  if (figure !== undefined) return { kind: 'figure', figure };
  const word = context.words.get(normalise(bare));
  if (word !== undefined) return { kind: 'word', word };
  const day = parseDate(bare);
  if (day !== undefined) return { kind: 'value', value: { kind: 'date', day } };
  const year = parseYear(bare);
  if (typeof year === 'number') return { kind: 'value', value: { kind: 'year', start: year } };
  if (year === 'impossible') {
    context.report(
      error(
        'financial-year-exists',
        context.span,
        `${context.name()} says ${bare}, which is not a financial year`,
        {
          hint: 'A financial year ends in the year after it begins, as in 2019/20.',
        },
      ),
    );
    return { kind: 'fault' };
  }
  const words = [...context.words.values()];
  const declared =
    words.length === 0
      ? 'No words are declared for it'
      : `The words that may stand there are ${words.map((w) => `“${w}”`).join(', ')}`;
  const dash = /^[-–—−]+$/.test(bare);
  const likely = likelyFigure(bare);
  context.report(
    error(
      'cell-is-figure',
      context.span,
      `${context.name()} says “${bare}”, and ${context.column.label === '' ? 'its column' : `the column “${context.column.label}”`} is for figures`,
      {
        hint: dash
          ? 'Leave the cell empty where there is no figure, or write 0.'
          : likely !== undefined || commaSlip.test(bare)
            ? whyNoFigure(bare, likely)
            : isFormula(bare)
              ? `If it is a formula, begin it with an equals sign: =${bare}.`
              : `${declared}; add it with words="${bare.slice(0, 30)}" on the caption line if it is meant, or correct the figure.`,
      },
    ),
  );
  return { kind: 'fault' };
}
