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
  /** True in a table written in YAML, whose settings are keys and stand on no caption line. */
  readonly yaml?: boolean;
}

/** Where a word is declared that may stand among figures. */
function addWord(bare: string, { yaml }: CellContext): string {
  const word = bare.slice(0, 30);
  return yaml === true
    ? `add the line words: ["${word.replace(/["\\]/g, '')}"] to the table`
    : `add it with words="${word}" on the caption line`;
}

/** A figure and the formula beside it: `~16.4 = SUM(ABOVE)`. Patterns of open ends would take a long text apart too often. */
function splitStated(
  text: string,
): { readonly tilde: boolean; readonly typed: string; readonly rest: string } | undefined {
  const sign = text.indexOf('=');
  if (sign < 0 || text[sign + 1] === '=') return undefined;
  const before = text.slice(0, sign).trim();
  const rest = text.slice(sign + 1).trimStart();
  if (before.includes('"') || rest === '') return undefined;
  const tilde = before.startsWith('~');
  return { tilde, typed: tilde ? before.slice(1).trimStart() : before, rest };
}

/** The text without the marks of notes at its end. */
export function withoutMarks(text: string): string {
  let rest = text.trimEnd();
  while (rest.endsWith(']')) {
    const open = rest.lastIndexOf('[');
    if (rest[open + 1] !== '^') break;
    rest = rest.slice(0, open).trimEnd();
  }
  return rest;
}

/** Reads `text`, the cell without emphasis and attributes. */
export function readCell(text: string, context: CellContext): Input {
  const { column } = context;
  const seen = withoutUnseen(text).trim();
  if (seen.startsWith('=')) return formulaAt(text, text.indexOf('=') + 1, context);
  const braces = /^\{\{(.*)\}\}$/su.exec(text);
  if (braces !== null && (column.numeric || hasWord(column))) return formulaAt(text.slice(0, -2), 2, context);
  if (seen === '') return { kind: 'empty' };
  if (column.numeric || hasWord(column)) {
    const read = readStated(text, context);
    if (read !== undefined) return read;
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

/** The beginning of a text that is too long for a message. */
function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 60).trimEnd()} …` : text;
}

/** Whether text without an equals sign is something that a formula would calculate: `SUM(ABOVE)`, `3 + 4`. */
function isFormula(text: string): boolean {
  if (text.length > 80) return false;
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
  const plusMinus = Math.max(text.lastIndexOf('±'), text.lastIndexOf('+/-'));
  const body = text.slice(0, plusMinus).trimEnd();
  const figure = text.slice(plusMinus + (text[plusMinus] === '±' ? 1 : 3)).trim();
  return plusMinus >= 0 && /^\d{0,40}\.?\d{1,40}$/.test(figure)
    ? { body, tolerance: new Decimal(figure) }
    : { body: text.trimEnd() };
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

function readStated(text: string, context: CellContext): Input | undefined {
  const split = splitStated(text);
  if (split === undefined) return undefined;
  const { tilde, typed, rest } = split;
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
    approximate: tilde,
    ...(tolerance === undefined ? {} : { tolerance }),
  };
}

function readNumeric(text: string, context: CellContext): Input {
  const bare = withoutMarks(text).trim();
  const figure = readFigure(bare.startsWith('~') ? bare.slice(1) : bare);
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
      `${context.name()} says “${shortened(bare)}”, and ${context.column.label === '' ? 'its column' : `the column “${context.column.label}”`} is for figures`,
      {
        hint: dash
          ? 'Leave the cell empty where there is no figure, or write 0.'
          : likely !== undefined || commaSlip.test(bare)
            ? whyNoFigure(bare, likely)
            : /[\d([]/.test(bare) && isFormula(bare)
              ? `If it is a formula, begin it with an equals sign: =${bare}.`
              : `${declared}; ${addWord(bare, context)} if it is meant, or correct the figure.`,
      },
    ),
  );
  return { kind: 'fault' };
}
