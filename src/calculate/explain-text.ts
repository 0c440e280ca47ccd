/** Explains figures of running text, `{{ ... }}` and `[£12.599m]{= ...}`: what they read, down to typed figures and data files. */
import type { AuthoredInline } from '../model/inline.js';
import type { Span } from '../source/span.js';
import { cutAllowance, makeFormula } from './cell-text.js';
import type { FormulaCache } from './cell-text.js';
import type { Engine } from './engine.js';
import { explainSources } from './explain.js';
import type { Explanation } from './explain.js';
import type { Grid } from './grid.js';
import { inlineFigure } from './inline-figure.js';
import type { FigureInline } from './inline-figure.js';
import { readBy } from './sources.js';
import type { CalculationPaper } from './world.js';

/** A figure of running text that can be explained. */
export interface TextFigure {
  readonly paper: CalculationPaper;
  /** From the first brace or bracket to the last. */
  readonly span: Span;
  explain(): Explanation;
}

/** All figures of the text of a paper, in the order of the text; `grids` are its tables, whose words may hold some too. */
export function textFigures(
  engine: Engine,
  cache: FormulaCache,
  paper: CalculationPaper,
  grids: Iterable<Grid>,
): readonly TextFigure[] {
  const found = new Map<string, FigureInline>();
  const note = (inline: FigureInline): void => {
    found.set(`${inline.span.file}:${inline.span.start}`, inline);
  };
  figuresIn(paper.document, note);
  for (const { caption, notes, headRows, rows } of grids) {
    figuresIn([caption, notes, headRows], note);
    for (const { cells } of rows) for (const { content } of cells) figuresIn(content, note);
  }
  return [...found.values()]
    .sort((a, b) =>
      a.span.file < b.span.file ? -1 : a.span.file > b.span.file ? 1 : a.span.start - b.span.start,
    )
    .map((inline) => ({
      paper,
      span: inline.span,
      explain: () => explainInline(engine, cache, paper, inline),
    }));
}

/** Looks through plain data, so that no kind of block that words can stand in is forgotten. */
function figuresIn(value: unknown, note: (inline: FigureInline) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) figuresIn(item, note);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (isFigure(value)) note(value);
  else for (const part of Object.values(value)) figuresIn(part, note);
}

function isFigure(value: object): value is FigureInline {
  const { kind } = value as Partial<AuthoredInline>;
  return (kind === 'expression' || kind === 'checked') && 'sourceSpan' in value;
}

function explainInline(
  engine: Engine,
  cache: FormulaCache,
  paper: CalculationPaper,
  inline: FigureInline,
): Explanation {
  const quiet: Engine = {
    ...engine,
    report: () => undefined,
    dependencies: new Map(),
    running: [],
    depth: 0,
  };
  const { value, diagnostics } = inlineFigure(quiet, cache, paper, inline);
  const { body } = inline.kind === 'checked' ? cutAllowance(inline.source) : { body: inline.source };
  const formula = makeFormula(body, () => inline.sourceSpan, cache);
  const plain: FigureInline = {
    kind: 'expression',
    source: body,
    sourceSpan: inline.sourceSpan,
    span: inline.span,
  };
  const computed =
    inline.kind === 'checked' ? inlineFigure(quiet, cache, paper, plain).value?.text : undefined;
  const differs = diagnostics.some(({ severity }) => severity === 'error');
  return explainSources(
    quiet,
    {
      name: `in the text of “${paper.id}”`,
      text: value?.text ?? '#error',
      origin: inline.kind === 'expression' ? 'calculated' : differs ? 'differs' : 'checked',
      formula: inline.source.trim(),
      formulaSpan: inline.sourceSpan,
      ...(computed === undefined ? {} : { computed }),
      span: inline.span,
    },
    readBy({ engine: quiet, paper, formula, addends: 0, excluded: 0, reads: new Set() }),
  );
}
