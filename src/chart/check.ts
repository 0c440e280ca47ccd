/** What must hold before data may be drawn as a type of chart: parts make a whole, a bridge closes. */
import { Decimal } from 'decimal.js';
import { error, warning, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { ChartData } from '../model/chart.js';
import type { CalculatedTable } from '../model/table.js';
import { cellAt } from './grid.js';
import { mostSeries } from './look.js';
import type { Choice } from './select.js';
import type { ChartSettings } from './settings.js';
import type { Span } from '../source/span.js';

/** The faults of the data for its type, at the settings that chose it. */
export function checkData(
  data: ChartData,
  table: CalculatedTable,
  choice: Choice,
  settings: ChartSettings,
): readonly Diagnostic[] {
  const at = settings.table?.span ?? table.span;
  if (data.series.every((series) => series.values.every((value) => value === undefined))) {
    return [
      error('chart-has-figures', at, 'the rows and columns of this chart hold no figure', {
        hint: 'Name rows and columns with figures, or take the chart out until there are some.',
      }),
    ];
  }
  switch (data.type) {
    case 'doughnut':
      return [...checkDoughnut(data, choice, settings, at), ...checkWhole(data, table, choice, settings, at)];
    case 'bridge':
      return checkBridge(data, table, choice, settings, at);
    case 'line':
      if (data.categories.length > 1) return [];
      return [
        warning('line-has-points', at, 'a line needs two points, and this chart has one', {
          hint: 'Use type: bar, or name more columns or rows.',
        }),
      ];
    case 'bar':
    case 'stacked-bar':
      return [];
  }
}

function checkDoughnut(
  data: ChartData,
  choice: Choice,
  settings: ChartSettings,
  at: Span,
): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const along = choice.series === 'rows' ? 'columns' : 'rows';
  const values = data.series[0]?.values ?? [];
  values.forEach((value, i) => {
    if (value === undefined || value >= 0) return;
    const typed = settings[along]?.find((name) => name.text === data.categories[i]);
    faults.push(
      error(
        'doughnut-parts-make-whole',
        typed?.span ?? at,
        `“${data.categories[i] ?? ''}” is ${data.series[0]?.labels[i] ?? ''}, and a ring cannot show a part below zero`,
        { hint: 'Use type: bar, which shows figures below zero.' },
      ),
    );
  });
  if (faults.length === 0 && values.every((value) => !value)) {
    faults.push(
      error('doughnut-parts-make-whole', at, 'all parts of this ring are zero', {
        hint: 'Use type: bar, or take the chart out until there are figures.',
      }),
    );
  }
  if (values.length > mostSeries) {
    faults.push(
      error(
        'chart-series-are-few',
        settings[along]?.at(mostSeries)?.span ?? at,
        `a doughnut shows four parts at most, and here are ${values.length}`,
        { hint: 'Use type: bar, or add small parts together in the table.' },
      ),
    );
  }
  return faults;
}

/** A total stands for the parts beside it, one part is no whole, and shares in per cent add up to 100. */
function checkWhole(
  data: ChartData,
  table: CalculatedTable,
  choice: Choice,
  settings: ChartSettings,
  at: Span,
): readonly Diagnostic[] {
  const id = 'doughnut-parts-make-whole';
  const values = data.series[0]?.values ?? [];
  if (values.length === 1)
    return [
      error(id, at, 'a ring of one part shows nothing', {
        hint: 'Name all parts of the whole, or say the figure in the text.',
      }),
    ];
  const isTotal = (index: number): boolean => ['total', 'subtotal'].includes(table.rows[index]?.kind ?? '');
  const totals = choice.series === 'rows' ? [] : choice.rows.filter((line) => isTotal(line.index));
  const [total] = totals;
  if (total !== undefined && totals.length < choice.rows.length) {
    const place = choice.rows.indexOf(total);
    const name = data.categories[place] ?? '';
    const typed = settings.rows?.[place];
    return [
      error(id, typed?.span ?? at, `“${name}” is a total, and a ring shows the parts that make one`, {
        hint: 'Leave it out, and name the rows that it adds up.',
      }),
    ];
  }
  const sum = values.reduce<number>((before, value) => before + (value ?? 0), 0);
  // Each share may be rounded by half of one per cent.
  if (choice.unit !== '%' || Math.abs(sum - 100) <= values.length / 2) return [];
  return [
    error(
      id,
      at,
      `the parts of this ring come to ${String(Math.round(sum * 10) / 10)}%, and a whole is 100%`,
      {
        hint: 'Name all parts of the whole, or use type: bar.',
      },
    ),
  ];
}

/**
 * The opening figure and the movements must add up to the closing one.
 *
 * Each printed figure may be out by half of its last digit: that much times their number is allowed.
 */
function checkBridge(
  data: ChartData,
  table: CalculatedTable,
  choice: Choice,
  settings: ChartSettings,
  at: Span,
): readonly Diagnostic[] {
  const along = choice.series === 'rows' ? 'columns' : 'rows';
  const span = settings[along]?.at(-1)?.span ?? at;
  const figures = choice[along].map((line) => {
    const other = choice[choice.series][0]?.index ?? -1;
    const cell = along === 'rows' ? cellAt(table, line.index, other) : cellAt(table, other, line.index);
    return cell?.value !== undefined && /^-?\d+(\.\d+)?$/.test(cell.value) ? cell.value : '0';
  });
  if (figures.length < 3) {
    return [
      error('bridge-closes', span, 'a bridge needs an opening figure, a movement and a closing figure', {
        hint: `Name them in this order under “${along}:”.`,
      }),
    ];
  }
  const closing = new Decimal(figures.at(-1) ?? 0);
  const sum = figures.slice(0, -1).reduce((total, figure) => total.plus(figure), new Decimal(0));
  const decimals = figures.reduce((most, figure) => Math.max(most, (figure.split('.')[1] ?? '').length), 0);
  const allowed = new Decimal(10).pow(-decimals).div(2).times(figures.length);
  const difference = closing.minus(sum);
  if (difference.abs().lte(allowed)) return [];
  const print = (value: Decimal): string => value.toFixed(decimals).replace('-', '\u2212');
  const last = data.categories.at(-1) ?? '';
  return [
    error(
      'bridge-closes',
      span,
      `the steps of this bridge add up to ${print(sum)}, but “${last}” is ${print(closing)}, a difference of ${print(difference)}`,
      {
        hint: 'Name the opening figure first, then every movement once, then the closing figure; leave out subtotals whose parts are named.',
      },
    ),
  ];
}
