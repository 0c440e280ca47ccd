/** The one way from the data of a chart to its drawing, for site and packs. */
import type { ChartData } from '../model/chart.js';
import type { Drawing } from '../model/drawing.js';
import type { TextMeasure } from '../model/measure.js';
import { drawBars } from './bars.js';
import { drawBridge } from './bridge.js';
import { drawDoughnut } from './doughnut.js';
import { drawLines } from './lines.js';
import type { Medium } from './look.js';

export type { Medium } from './look.js';

/** A drawn chart. */
export interface ChartDrawing extends Drawing {
  /** True where each figure is printed beside its mark, so that nothing has to be read off. */
  readonly labelled: boolean;
}

/**
 * Draws a chart at a width; the height follows from the content.
 *
 * On the site the unit is the CSS pixel (776 and 328 wide, text 15), in packs the point (text 10). A value that is
 * missing leaves a gap. The title, the unit line and the key are the renderer's; see `chartKey` for the key.
 */
export function drawChart(
  chart: ChartData,
  width: number,
  measure: TextMeasure,
  medium: Medium,
): ChartDrawing {
  const data = drawable(chart);
  const labelled = targetIsNamed(data);
  switch (data.type) {
    case 'bar':
    case 'stacked-bar': {
      const bars = drawBars(data, width, measure, medium);
      return { ...bars, labelled: labelled && bars.labelled };
    }
    case 'line':
      // A line has a figure at its end only.
      return { ...drawLines(data, width, measure, medium), labelled: false };
    case 'doughnut':
      return { ...drawDoughnut(data, width, measure, medium), labelled };
    case 'bridge':
      return { ...drawBridge(data, width, measure, medium), labelled };
  }
}

/** A target has its figure in its name or nowhere. */
function targetIsNamed(data: ChartData): boolean {
  return data.target === undefined || /\d/.test(data.target.label);
}

/**
 * The data at the fineness of a drawing: a thousand-millionth of the largest figure.
 *
 * Finer differences, and figures below that size, cannot be seen or printed, and make chart.js look for ticks without end (5e-324, or 1 beside 1 + 1e-16).
 */
function drawable(data: ChartData): ChartData {
  const figures = [...data.series.flatMap((series) => series.values), data.target?.value];
  const largest = figures.reduce<number>(
    (most, value) => (value !== undefined && Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
    0,
  );
  const settle = (value: number): number =>
    largest < 1e-9 ? 0 : (Math.round((value / largest) * 1e9) / 1e9) * largest;
  return {
    ...data,
    series: data.series.map((series) => ({
      ...series,
      values: series.values.map((value) =>
        value !== undefined && Number.isFinite(value) ? settle(value) : undefined,
      ),
    })),
    ...(data.target ? { target: { ...data.target, value: settle(data.target.value) } } : {}),
  };
}
