/** Small lines in tables: their figures, and the same in words for those who do not see the line. */
import type { Sparkline } from '../model/table.js';
import { cellDecimals } from './display.js';
import type { Figure } from './figure.js';
import type { NegativeStyle } from './format.js';
import { figureWithUnit, plainNumber, spokenFigure } from './format.js';
import type { Cell } from './grid.js';
import { printsUnit } from './display.js';
import type { Unit } from './unit.js';
import { compatible } from './unit.js';
import type { NumberValue, Value } from './value.js';
import { amountIn } from './value.js';

/** One figure of a line. */
interface Point {
  readonly value: NumberValue | undefined;
  /** As printed, or as said where the print alone misleads. */
  readonly text: string;
  /** The heading of its column. */
  readonly label?: string;
}

/** The line of a cell of a column of graphs, always with its words; undefined where it has no figure. */
export function sparklineOf(
  cell: Cell,
  negative: NegativeStyle,
): (Required<Pick<Sparkline, 'words'>> & Sparkline) | undefined {
  const graph = cell.grid.columns[cell.column]?.graph;
  if (graph === undefined) return undefined;
  const points =
    cell.series === undefined ? columnPoints(cell, graph.of, negative) : typedPoints(cell.series, negative);
  const first = points.find((point) => point.value !== undefined)?.value;
  if (first === undefined) return undefined;
  const target = targetPoint(cell, negative);
  const at = (point: Point | undefined): number | undefined => plotted(point?.value, first.unit);
  const level = at(target);
  return {
    values: points.map(at),
    ...(level === undefined ? {} : { target: level }),
    words: inWords(points, level === undefined ? undefined : target),
  };
}

/** Display precision is enough for a drawing: here figures become binary numbers. */
function plotted(value: NumberValue | undefined, unit: Unit | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (value.unit !== undefined && unit !== undefined && !compatible(value.unit, unit)) return undefined;
  return amountIn(value, unit).toNumber();
}

function columnPoints(cell: Cell, columns: readonly number[], negative: NegativeStyle): readonly Point[] {
  const { grid } = cell;
  return columns.map((c): Point => {
    const label = grid.columns[c]?.path.at(-1);
    return {
      ...cellPoint(grid.rows[cell.row]?.cells[c], negative),
      ...(label === undefined ? {} : { label }),
    };
  });
}

function cellPoint(cell: Cell | undefined, negative: NegativeStyle): Point {
  const value: Value | undefined = cell?.value;
  if (cell === undefined || value?.kind !== 'number') return { value: undefined, text: '' };
  const unit = cell.unit ?? value.unit;
  const withUnit = unit !== undefined && (printsUnit(cell) || cell.unit === undefined) ? unit : undefined;
  return { value, text: shown(value, unit, withUnit, cellDecimals(cell), negative) };
}

function typedPoints(series: readonly (Figure | undefined)[], negative: NegativeStyle): readonly Point[] {
  return series.map((figure): Point => {
    if (figure === undefined) return { value: undefined, text: '' };
    return figurePoint(figure, negative);
  });
}

function figurePoint({ amount, unit, decimals }: Figure, negative: NegativeStyle): Point {
  const value: NumberValue = { kind: 'number', amount, ...(unit === undefined ? {} : { unit }) };
  return { value, text: shown(value, unit, unit, decimals, negative) };
}

function shown(
  value: NumberValue,
  unit: Unit | undefined,
  printed: Unit | undefined,
  decimals: number,
  negative: NegativeStyle,
): string {
  const amount = amountIn(value, unit);
  return (
    spokenFigure(amount, decimals, printed) ??
    (printed === undefined
      ? plainNumber(amount, decimals, negative)
      : figureWithUnit(amount, printed, decimals, negative))
  );
}

function targetPoint(cell: Cell, negative: NegativeStyle): Point | undefined {
  const target = cell.grid.columns[cell.column]?.graph?.target;
  if (target === undefined) return undefined;
  if ('column' in target) return cellPoint(cell.grid.rows[cell.row]?.cells[target.column], negative);
  return figurePoint(target, negative);
}

/** "From 271 in Q4 to 303 in Q3; lowest 265, highest 303; target 383; 1 figure missing". */
function inWords(points: readonly Point[], target: Point | undefined): string {
  const known = points.flatMap((point) =>
    point.value === undefined ? [] : [{ ...point, value: point.value }],
  );
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return '';
  const named = ({ text, label }: Point): string => (label === undefined ? text : `${text} in ${label}`);
  const parts: string[] = [];
  const by = (point: { readonly value: NumberValue }) => amountIn(point.value, first.value.unit);
  const least = known.reduce((a, b) => (by(b).lessThan(by(a)) ? b : a));
  const most = known.reduce((a, b) => (by(b).greaterThan(by(a)) ? b : a));
  if (known.length === 1) parts.push(`Only ${named(first)}`);
  else if (least.text === most.text) parts.push(`${first.text} throughout`);
  else {
    parts.push(`From ${named(first)} to ${named(last)}`);
    const ends = [first.text, last.text];
    if (!ends.includes(least.text) || !ends.includes(most.text))
      parts.push(`lowest ${least.text}, highest ${most.text}`);
  }
  if (target !== undefined) parts.push(`target ${target.text}`);
  const missing = points.length - known.length;
  if (missing > 0) parts.push(`${missing} ${missing === 1 ? 'figure' : 'figures'} missing`);
  return parts.join('; ');
}
