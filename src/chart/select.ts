/** Which rows and columns of the table a chart draws, and which of them are its series. */
import { error, type Checked, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { CalculatedTable } from '../model/table.js';
import type { Span } from '../source/span.js';
import { cellAt, columnLines, findLine, rowLines, type Line } from './grid.js';
import { mostSeries } from './look.js';
import type { ChartSettings, Typed } from './settings.js';

/** The part of the table that is drawn, in the order asked for. */
export interface Choice {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly series: 'rows' | 'columns';
  /** Unit of the figures, where the columns say one. */
  readonly unit?: string;
}

/** Chooses rows and columns: those named, else all data rows and all columns of figures. */
export function choose(table: CalculatedTable, settings: ChartSettings, at: Span): Checked<Choice> {
  const diagnostics: Diagnostic[] = [];
  const allColumns = columnLines(table);
  const allRows = rowLines(table);
  const columns = settings.columns
    ? named(settings.columns, allColumns, 'column', diagnostics).filter(({ line, typed }) =>
        isNumeric(table, line, typed, diagnostics),
      )
    : allColumns.filter((line) => table.columns[line.index]?.numeric).map((line) => ({ line }));
  const rows = settings.rows
    ? named(settings.rows, allRows, 'row', diagnostics)
    : defaultRows(table, allRows, settings).map((line) => ({ line }));
  const found = { rows: rows.map(({ line }) => line), columns: columns.map(({ line }) => line) };
  if (found.rows.length === 0 || found.columns.length === 0) {
    if (diagnostics.length === 0) {
      diagnostics.push(
        error(
          'chart-has-figures',
          at,
          `the table has no ${found.rows.length === 0 ? 'rows' : 'columns'} of figures to draw`,
          {
            hint: 'Draw the chart from a table with figures, or name its rows and columns.',
          },
        ),
      );
    }
    return { value: undefined, diagnostics };
  }
  const series = settings.series ?? defaultSeries(found.rows.length, found.columns.length, settings);
  const units = new Set(found.columns.map((line) => table.columns[line.index]?.unit ?? ''));
  if (units.size > 1) {
    diagnostics.push(
      error(
        'chart-units-agree',
        settings.columns?.[0]?.span ?? at,
        `the columns of this chart are in different units: ${[...units].map((unit) => unit || 'none').join(', ')}`,
        {
          hint: 'Name columns of one unit under “columns:”, and make a second chart for the others.',
        },
      ),
    );
  }
  const [unit] = units;
  const value: Choice = limitSeries(
    { ...found, series, ...(unit ? { unit } : {}) },
    settings,
    at,
    diagnostics,
  );
  return { value, diagnostics };
}

interface Named {
  readonly line: Line;
  readonly typed?: Typed;
}

function named(
  names: readonly Typed[],
  lines: readonly Line[],
  noun: 'row' | 'column',
  diagnostics: Diagnostic[],
): readonly Named[] {
  const rule = noun === 'row' ? 'chart-row-is-found' : 'chart-column-is-found';
  return names.flatMap((typed) => {
    const found = findLine(typed.text, lines);
    switch (found.kind) {
      case 'one':
        return [{ line: found.line, typed }];
      case 'several': {
        const path = found.lines.flatMap((line) => line.paths).find((way) => way.includes(' > '));
        diagnostics.push(
          error(rule, typed.span, `the table has ${found.lines.length} ${noun}s called “${typed.text}”`, {
            hint: path
              ? `Say which one through its heading, as in “${path}”.`
              : `Give the ${noun} an id in the table, as in {#closing}, and use that here.`,
          }),
        );
        return [];
      }
      case 'none':
        diagnostics.push(
          error(rule, typed.span, `the table has no ${noun} called “${typed.text}”`, {
            hint: found.hint ?? `Copy the label of the ${noun} from the table, or use its id.`,
          }),
        );
        return [];
    }
  });
}

function isNumeric(
  table: CalculatedTable,
  line: Line,
  typed: Typed | undefined,
  diagnostics: Diagnostic[],
): boolean {
  if (table.columns[line.index]?.numeric) return true;
  if (typed) {
    diagnostics.push(
      error(
        'chart-column-is-numeric',
        typed.span,
        `the column “${typed.text}” holds words, and a chart needs figures`,
        {
          hint: 'Name a column of figures. In a pipe table such a column is right-aligned: its dashes end in a colon.',
        },
      ),
    );
  }
  return false;
}

/** All data rows; a bridge also closes with the last total. */
function defaultRows(
  table: CalculatedTable,
  lines: readonly Line[],
  settings: ChartSettings,
): readonly Line[] {
  const hasFigures = (line: Line): boolean =>
    table.columns.some((column, c) => column.numeric && cellAt(table, line.index, c)?.value !== undefined);
  const data = lines.filter((line) => table.rows[line.index]?.kind === 'data' && hasFigures(line));
  const last = lines.at(-1);
  const closes = settings.type === 'bridge' && last && table.rows[last.index]?.kind === 'total';
  return closes ? [...data, last] : data;
}

/**
 * One column alone is a series over the rows, one row alone a series over the columns. Otherwise rows are the series,
 * as a table of years usually has them, unless there are too many.
 */
function defaultSeries(rows: number, columns: number, settings: ChartSettings): 'rows' | 'columns' {
  if (columns === 1) return 'columns';
  if (rows === 1) return 'rows';
  if (settings.type === 'bridge' || settings.type === 'doughnut') return 'columns';
  return rows > mostSeries && columns <= mostSeries ? 'columns' : 'rows';
}

function limitSeries(choice: Choice, settings: ChartSettings, at: Span, diagnostics: Diagnostic[]): Choice {
  const alone = settings.type === 'bridge' || settings.type === 'doughnut';
  const most = alone ? 1 : mostSeries;
  const lines = choice[choice.series];
  if (lines.length <= most) return choice;
  const noun = choice.series === 'rows' ? 'row' : 'column';
  diagnostics.push(
    error(
      'chart-series-are-few',
      settings[choice.series]?.at(most)?.span ?? at,
      alone
        ? `a ${settings.type} chart shows one ${noun}, and here are ${lines.length}`
        : `a chart shows four ${noun}s at most, and here are ${lines.length}`,
      {
        hint: alone
          ? `Name one ${noun} under “${choice.series}:”.`
          : `Name up to four ${noun}s under “${choice.series}:”; more than four are easier to read in a table.`,
      },
    ),
  );
  return { ...choice, [choice.series]: lines.slice(0, most) };
}
