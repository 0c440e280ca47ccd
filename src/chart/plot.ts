/** Runs chart.js once against a recorder: no animation, no events, no document. The only importer of chart.js. */
import {
  ArcElement,
  BarController,
  BarElement,
  BasicPlatform,
  CategoryScale,
  Chart,
  DoughnutController,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
  type ChartType,
} from 'chart.js';
import type { Colour } from '../model/drawing.js';
import type { Sizes } from './look.js';
import type { Recorder } from './recorder.js';
import { axisFigure, stepDecimals } from './words.js';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
);

/** Blank room around the plot. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Lowest and highest value that the plot shows. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A finished plot: where its parts are. */
export interface Plot {
  /** Place of a value along the value axis. */
  at(value: number): number;
  /** Middle of a category along the category axis. */
  category(index: number): number;
  /** Place of the bar or the point of a series in a category. */
  element(
    series: number,
    index: number,
  ): { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly area: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

/** The scale of values: exact bounds without an axis, or chart.js's own round ticks over them with one. */
export function valueScale(bounds: Bounds, axis: boolean, sizes: Sizes): Record<string, unknown> {
  const ink: Colour = 'ink-2';
  const hairline: Colour = 'rule';
  return {
    type: 'linear',
    display: axis,
    ...(axis
      ? { suggestedMin: bounds.low, suggestedMax: bounds.high }
      : { min: bounds.low, max: bounds.high }),
    border: { display: false },
    grid: { display: axis, color: hairline, lineWidth: sizes.axis, drawTicks: false },
    ticks: {
      // Where no axis is drawn nothing need be measured for it.
      display: axis,
      autoSkip: axis,
      color: ink,
      font: { size: sizes.text, family: 'sans', lineHeight: 1.2 },
      maxTicksLimit: 7,
      padding: sizes.gap,
      maxRotation: 0,
      callback: (value: number, _index: number, ticks: readonly { readonly value: number }[]) =>
        // chart.js's own figures follow the machine's locale.
        axisFigure(value, stepDecimals((ticks[1]?.value ?? 1) - (ticks[0]?.value ?? 0))),
    },
  };
}

/** The scale of categories; the names are drawn by the caller, who can wrap and thin them. */
export const categoryScale = {
  type: 'category',
  display: false,
  offset: true,
  ticks: { display: false, autoSkip: false },
};

/**
 * Draws a chart on the recorder, then hands its geometry to `finish`, which draws what stands on top.
 *
 * @throws whatever the recorder throws: faults of ours only.
 */
export function plot(
  recorder: Recorder,
  setup: {
    readonly type: ChartType;
    readonly labels: readonly string[];
    readonly datasets: readonly Readonly<Record<string, unknown>>[];
    readonly padding: Padding;
    readonly options: Readonly<Record<string, unknown>>;
    readonly axes?: { readonly category: string; readonly value: string };
  },
  finish: (plot: Plot) => void,
): void {
  const configuration = {
    type: setup.type,
    platform: BasicPlatform,
    data: { labels: setup.labels, datasets: setup.datasets },
    options: {
      ...setup.options,
      animation: false,
      responsive: false,
      maintainAspectRatio: false,
      devicePixelRatio: 1,
      events: [],
      layout: { padding: setup.padding },
    },
  };
  // The recorder is as much of a canvas as chart.js needs, and datasets are plain records here.
  const chart = new Chart(recorder.canvas, configuration as unknown as ChartConfiguration);
  try {
    finish(geometry(chart, setup.axes));
  } finally {
    chart.destroy();
  }
}

function geometry(
  chart: Chart,
  axes: { readonly category: string; readonly value: string } | undefined,
): Plot {
  const scale = (id: string | undefined, value: number): number =>
    (id === undefined ? undefined : chart.scales[id]?.getPixelForValue(value)) ?? Number.NaN;
  const { left, top, right, bottom } = chart.chartArea;
  return {
    at: (value) => scale(axes?.value, value),
    category: (index) => scale(axes?.category, index),
    element: (series, index) => {
      const element = chart.getDatasetMeta(series).data[index];
      if (!element) throw new RangeError(`A chart has no element ${series}, ${index}`);
      const { x, y, width, height } = element.getProps(['x', 'y', 'width', 'height'], true) as unknown as {
        x: number;
        y: number;
        width: number;
        height: number;
      };
      return { x, y, width, height };
    },
    area: { left, top, right, bottom },
  };
}
