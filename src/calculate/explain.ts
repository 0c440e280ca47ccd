/** Explains a figure: the formula it comes from, the cells that formula read, and so on down to typed figures. */
import type { Engine } from './engine.js';
import { evaluate, evaluateScalar } from './evaluate.js';
import type { Frame } from './frame.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/span.js';
import { makeFormula } from './cell-text.js';
import type { FormulaCache } from './cell-text.js';
import { cellDecimals } from './display.js';
import type { Cell } from './grid.js';
import { cellName } from './grid.js';
import { cellsOf } from './operand.js';
import { showValue } from './output.js';
import { runFormula } from './settle.js';
import { blank } from './value.js';
import type { CalculationPaper } from './world.js';

/** One figure of the tree that explains another. */
export interface Explanation {
  /** "Total, 2019/20". */
  readonly name: string;
  /** As printed. */
  readonly text: string;
  readonly formula?: string;
  readonly span: Span;
  /** `draft-budget#revenue-resources`. */
  readonly table?: string;
  readonly parts: readonly Explanation[];
}

/** The tree behind the cell that `reference` names, as seen from `paper`. */
export function explainCell(
  engine: Engine,
  cache: FormulaCache,
  reference: string,
  paper: CalculationPaper | undefined,
): Checked<Explanation> {
  const from = paper ?? engine.directory.papers[0];
  if (from === undefined) return { value: undefined, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const formula = makeFormula(reference, (start, end) => ({ file: '', start, end }), cache);
  const frame: Frame = {
    engine: { ...engine, report: (d) => diagnostics.push(d) },
    paper: from,
    formula,
    addends: 0,
    excluded: 0,
  };
  let found: Cell | undefined;
  const value = runFormula(frame, (root) => {
    const operand = evaluate(frame, root);
    if (operand.kind === 'range') [found] = cellsOf(operand);
    return blank;
  });
  if (value.kind === 'error') diagnostics.push(value.diagnostic);
  return { value: found === undefined ? undefined : explain(engine, found, new Set()), diagnostics };
}

function explain(engine: Engine, cell: Cell, above: ReadonlySet<Cell>): Explanation {
  const { input, grid } = cell;
  const formula = input.kind === 'formula' || input.kind === 'stated' ? input.formula : undefined;
  const reads = new Set<Cell>();
  if (formula !== undefined && !above.has(cell) && above.size < 20) {
    const frame: Frame = {
      engine: { ...engine, report: () => undefined },
      paper: grid.paper,
      grid,
      cell,
      formula,
      addends: 0,
      excluded: 0,
      reads,
    };
    runFormula(frame, (root) => evaluateScalar(frame, root));
  }
  const below = new Set([...above, cell]);
  return {
    name: cellName(cell),
    text: showValue(cell, cellDecimals(cell), engine.world.style.negative).text,
    ...(formula === undefined ? {} : { formula: formula.text }),
    span: cell.span,
    ...(grid.id === undefined ? {} : { table: `${grid.paper.id}#${grid.id}` }),
    parts: [...reads].map((part) => explain(engine, part, below)),
  };
}
