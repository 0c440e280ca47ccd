/** How each figure of a table came about, for the files and the words beside the table. */
import type {
  FigureOrigin,
  FigureProvenance,
  FigureSource,
  FormulaProvenance,
  TableProvenance,
} from '../model/provenance.js';
import { cellDecimals } from './display.js';
import type { Engine } from './engine.js';
import type { Cell, Grid } from './grid.js';
import { cellName } from './grid.js';
import { showValue } from './output.js';
import { formulaOf, quietFrame, sourcesOf } from './sources.js';
import { amountIn } from './value.js';
import { formulaWords } from './formula-words.js';
import { formulaWorkings } from './workings.js';

/** Figures listed for one formula; a running total over a long column reads all of it. */
const mostSources = 100;

/** The figures of a grid whose cells have their values; words and empty cells without formulas are left out. */
export function tableProvenance(engine: Engine, grid: Grid): TableProvenance {
  const figures: FigureProvenance[] = [];
  for (const row of grid.rows) {
    if (row.kind === 'group' || row.kind === 'note') continue;
    for (const cell of row.cells) {
      if (cell.origin !== undefined || !isFigure(cell)) continue;
      figures.push(provenanceOf(engine, cell));
    }
  }
  return { figures };
}

function isFigure(cell: Cell): boolean {
  switch (cell.input.kind) {
    case 'formula':
    case 'stated':
    case 'figure':
      return true;
    case 'value':
      return cell.value.kind === 'number';
    case 'empty':
    case 'text':
    case 'word':
    case 'fault':
      return false;
  }
}

function provenanceOf(engine: Engine, cell: Cell): FigureProvenance {
  const { grid, input } = cell;
  const { cells, data } = sourcesOf(engine, cell);
  const sources: readonly FigureSource[] = [
    ...cells.slice(0, mostSources).map((read) => cellSource(engine, read)),
    ...data.map(({ name, text, span }) => ({ name, text, ...(span === undefined ? {} : { place: span }) })),
  ];
  const formula = formulaProvenance(engine, cell, cells);
  const reason = cell.reason ?? cell.result?.explained;
  return {
    row: cell.row,
    column: cell.column,
    rowLabel: grid.rows[cell.row]?.label ?? '',
    columnLabel: grid.columns[cell.column]?.label ?? '',
    text: textOfCell(engine, cell),
    origin: originOf(cell),
    place: cell.span,
    ...(cell.inFile === undefined ? {} : { inFile: cell.inFile }),
    ...(formula === undefined ? {} : { formula }),
    ...(input.kind === 'stated' ? { stated: input.typed } : {}),
    ...(reason === undefined ? {} : { reason }),
    from: sources,
    ...(cells.length > mostSources ? { more: cells.length - mostSources } : {}),
  };
}

/** How the figure of a cell came to be. */
export function originOf(cell: Cell): FigureOrigin {
  if (cell.input.kind === 'formula') return 'calculated';
  if (cell.input.kind !== 'stated') return 'typed';
  return cell.result?.agreed === true ? 'checked' : 'differs';
}

/** A cell as printed. */
export function textOfCell(engine: Engine, cell: Cell): string {
  return showValue(cell, cellDecimals(cell), engine.world.style.negative).text;
}

/** What the formula of a cell gives, as it would be printed. */
export function resultText(engine: Engine, cell: Cell): string {
  const computed = cell.result?.computed ?? cell.value;
  return showValue({ ...cell, value: computed }, cellDecimals(cell), engine.world.style.negative).text;
}

/** `draft-budget#revenue-resources`; undefined for a table without an id. */
export function tableAddress(grid: Grid): string | undefined {
  return grid.id === undefined ? undefined : `${grid.paper.id}#${grid.id}`;
}

function isRounded(cell: Cell): boolean {
  const { value } = cell;
  return (
    value.kind === 'number' && amountIn(value, cell.unit ?? value.unit).decimalPlaces() > cellDecimals(cell)
  );
}

function cellSource(engine: Engine, cell: Cell): FigureSource {
  const table = tableAddress(cell.grid);
  return {
    name: cellName(cell),
    text: textOfCell(engine, cell),
    ...(table === undefined ? {} : { table }),
    ...(cell.inFile === undefined ? {} : { inFile: cell.inFile }),
    place: cell.span,
  };
}

function formulaProvenance(
  engine: Engine,
  cell: Cell,
  reads: readonly Cell[],
): FormulaProvenance | undefined {
  const formula = formulaOf(cell);
  if (formula === undefined) return undefined;
  const { parsed, text } = formula;
  const frame = quietFrame(engine, cell, formula);
  const workings = parsed.ok
    ? formulaWorkings(frame, parsed.root, cell, engine.world.style.negative)
    : undefined;
  return {
    text,
    words: parsed.ok ? formulaWords(frame, parsed.root) : text,
    ...(workings === undefined ? {} : { workings }),
    result: resultText(engine, cell),
    ...(reads.some(isRounded) ? { rounded: true as const } : {}),
    place: formula.place(0, text.length),
  };
}
