/** Slips of the unit: thousands among millions, pounds under a heading of thousands, a heading that says another unit. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { warning } from '../../diagnostics/diagnostic.js';
import { Decimal, scale, zero } from '../decimal.js';
import type { Figure } from '../figure.js';
import { figureWithUnit, plainNumber } from '../format.js';
import type { Cell, Grid, GridColumn } from '../grid.js';
import { cellName } from '../grid.js';
import { parseUnit } from '../unit.js';
import type { Unit } from '../unit.js';

type Report = (diagnostic: Diagnostic) => void;

interface Typed {
  readonly cell: Cell;
  readonly figure: Figure;
  readonly size: Decimal;
}

/** Looks at the units of the typed figures of a table, column by column. */
export function unitSlips(grid: Grid, report: Report): void {
  for (const column of grid.columns) {
    if (!column.numeric) continue;
    const typed = typedFigures(grid, column);
    const stated = headingUnit(column);
    if (stated !== undefined && column.unit !== undefined && stated !== column.unit) {
      report(
        warning(
          'figure-is-in-unit',
          column.span,
          `the heading “${column.label}” says ${stated.name}, and the unit of the column is ${column.unit.name}`,
          {
            hint: `Correct one of them; with {unit=${stated.name}} in the heading the unit is printed by itself.`,
          },
        ),
      );
    }
    thousandfold(column, column.unit ?? stated, typed, report);
    poundsUnderThousands(column, typed, report);
    millionsUnderThousands(column, column.unit ?? stated, typed, report);
  }
}

function typedFigures(grid: Grid, column: GridColumn): readonly Typed[] {
  return grid.rows.flatMap((row) => {
    const cell = row.cells[column.index];
    if (row.kind !== 'data' || cell?.input.kind !== 'figure') return [];
    const { figure } = cell.input;
    const size = figure.amount.abs();
    return size.isZero() ? [] : [{ cell, figure, size }];
  });
}

/** The unit that a heading has as words: "2019/20 £m", "Net budget 000's £". */
function headingUnit(column: GridColumn): Unit | undefined {
  const text = column.path.join(' ');
  const after = /£\s?(m|million|bn|k|000(?:['’]?s)?)(?![\w\d])/i.exec(text)?.[1];
  const before = /(?<![\d,.])(000['’]?s)\s?£/i.exec(text)?.[1];
  return parseUnit(`£${after ?? before ?? ''}`.replace(/^£$/, ''));
}

function middle(sizes: readonly Decimal[]): Decimal {
  const sorted = [...sizes].sort((a, b) => a.cmp(b));
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? zero;
}

/** A typed figure about a thousand times the others of its column: £000 among £m. */
function thousandfold(
  column: GridColumn,
  unit: Unit | undefined,
  typed: readonly Typed[],
  report: Report,
): void {
  const bare = typed.filter(({ cell, figure }) => figure.unit === undefined && cell.unit === column.unit);
  if (bare.length < 4) return;
  const whole = ({ figure }: Typed): boolean => figure.decimals === 0;
  const fractions = bare.filter((t) => !whole(t));
  const median = middle(bare.map((t) => t.size));
  for (const one of bare) {
    // Without the sign of another precision, only a distance that no real spread of budgets reaches counts.
    const odd = whole(one) && fractions.length >= bare.length - 2;
    if (!one.size.gte(median.times(odd ? 200 : 20_000))) continue;
    report(
      warning(
        'figure-is-in-unit',
        one.cell.span,
        `${cellName(one.cell)} is ${one.size.div(median).toFixed(0)} times the middle figure of its column`,
        {
          hint: `Check that it is in ${unit?.name ?? 'the same unit as the others'}; write its own unit with it, as in £${one.size.toString()}k, if it is not.`,
        },
      ),
    );
  }
}

/** `£449,161` in a column of £000: read as pounds, and printed a thousandth of what was meant. */
function poundsUnderThousands(column: GridColumn, typed: readonly Typed[], report: Report): void {
  const { unit } = column;
  if (unit?.family !== 'money' || unit.power === 0) return;
  const signed = typed.filter(({ figure }) => figure.unit?.family === 'money' && figure.unit.power === 0);
  const bare = typed.filter(({ figure }) => figure.unit === undefined);
  const peer = middle(bare.map((t) => t.size));
  // As typed it is like its neighbours; as pounds it would be far from them.
  const slips = signed.filter(
    ({ size }) => bare.length === 0 || distance(size, peer).lt(distance(scale(size, -unit.power), peer)),
  );
  const [first] = slips;
  if (first === undefined) return;
  const sign = { symbol: unit.symbol, suffix: '' };
  const shown = figureWithUnit(first.figure.amount, { ...unit, ...sign }, first.figure.decimals, 'minus');
  const others = slips.length - 1;
  const more = others === 0 ? '' : `, like ${others} more ${others === 1 ? 'figure' : 'figures'} of it`;
  report(
    warning(
      'figure-is-in-unit',
      first.cell.span,
      `${cellName(first.cell)} is typed as ${shown}, and its column is in ${unit.name}${more}`,
      {
        hint: `With the sign it counts as pounds, and is printed as ${plainNumber(scale(first.figure.amount, -unit.power), Math.max(first.figure.decimals, 0), 'minus')}. Leave the ${unit.symbol} out, since the heading has it.`,
      },
    ),
  );
}

/** How far apart two sizes are, as the larger over the smaller. */
function distance(a: Decimal, b: Decimal): Decimal {
  return Decimal.max(a, b).div(Decimal.min(a, b));
}

/** Three decimals under a heading of thousands are millions: nobody types pounds as decimals of thousands. */
function millionsUnderThousands(
  column: GridColumn,
  unit: Unit | undefined,
  typed: readonly Typed[],
  report: Report,
): void {
  if (unit?.family !== 'money' || unit.power !== 3) return;
  const bare = typed.filter(({ figure }) => figure.unit === undefined);
  const small = bare.filter(({ figure, size }) => figure.decimals === 3 && size.lt(100));
  if (small.length < 4 || small.length < bare.length - 1) return;
  report(
    warning(
      'figure-is-in-unit',
      column.span,
      `the column “${column.label}” is in ${unit.name}, and its figures look like millions`,
      {
        hint: `Figures such as ${small[0]?.figure.amount.toFixed(3) ?? ''} are usual in £m; correct the unit, or the figures.`,
      },
    ),
  );
}
