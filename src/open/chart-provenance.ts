/** The provenance of a chart: that of the figures it draws, at their places in the table of the chart. */
import type { Chart } from '../model/chart.js';
import type { FigureProvenance, TableProvenance } from '../model/provenance.js';

/** How the figures of a chart came about, from the provenance of the table that it draws; empty where that is not known. */
export function chartProvenance(chart: Chart, source: TableProvenance | undefined): TableProvenance {
  const { drawn, data } = chart;
  if (drawn === undefined || source === undefined) return { figures: [] };
  const byRow = drawn.series === 'rows';
  const figures = source.figures.flatMap((figure): readonly FigureProvenance[] => {
    const row = drawn.rows.indexOf(figure.row);
    const column = drawn.columns.indexOf(figure.column);
    if (row < 0 || column < 0) return [];
    const [category, series] = byRow ? [column, row] : [row, column];
    return [
      {
        ...figure,
        // The first column of the table of a chart holds its categories.
        row: category,
        column: series + 1,
        rowLabel: data.categories[category] ?? figure.rowLabel,
        columnLabel: data.series[series]?.label ?? figure.columnLabel,
      },
    ];
  });
  return { figures: figures.sort((a, b) => a.row - b.row || a.column - b.column) };
}
