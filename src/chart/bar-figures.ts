/** What bars are drawn from: bounds of their values, and the room that their figures take. */
import type { ChartData } from '../model/chart.js';
import type { TextMeasure } from '../model/measure.js';
import type { Sizes } from './look.js';
import type { Bounds } from './plot.js';

/** What both directions need to know. */
export interface Bars {
  readonly data: ChartData;
  readonly width: number;
  readonly sizes: Sizes;
  readonly measure: TextMeasure;
  readonly bounds: Bounds;
  readonly stacked: boolean;
  /** Bars side by side in one category. */
  readonly abreast: number;
}

/** Bars start at zero; a chart of nothing but zeros still has a height. */
export function barBounds(data: ChartData, stacked: boolean): Bounds {
  let low = Math.min(0, data.target?.value ?? 0);
  let high = Math.max(0, data.target?.value ?? 0);
  data.categories.forEach((_, i) => {
    let [below, above] = [0, 0];
    for (const series of data.series) {
      const value = series.values[i] ?? 0;
      if (!stacked) [below, above] = [0, 0];
      if (value < 0) below += value;
      else above += value;
      low = Math.min(low, below);
      high = Math.max(high, above);
    }
  });
  return low === high ? { low: 0, high: 1 } : { low, high };
}

/** Figures of the first of several series are semi-bold, as the look has them. */
export function weightOf(bars: Bars, series: number): 400 | 600 {
  return series === 0 && bars.abreast > 1 ? 600 : 400;
}

/** Width of the figure of a bar. */
export function labelWidth(bars: Bars, series: number, index: number): number {
  const text = bars.data.series[series]?.labels[index] ?? '';
  return bars.measure.width(text, bars.sizes.text, weightOf(bars, series));
}

/** Room for figures beyond the ends of level bars. */
export function figureRoom(bars: Bars): { readonly below: number; readonly above: number } {
  let [below, above] = [0, 0];
  eachFigure(bars, (_text, value, _s, _i, wide) => {
    if ((value ?? 0) < 0) below = Math.max(below, wide + bars.sizes.gap);
    else above = Math.max(above, wide + bars.sizes.gap);
  });
  return { below, above };
}

/** True when each segment of upright stacks has room for its figure. */
export function figuresFitUpright(bars: Bars, barWidth: number): boolean {
  const range = bars.bounds.high - bars.bounds.low;
  let fit = true;
  eachFigure(bars, (_text, value, _s, _i, wide) => {
    if (!value) return;
    const tall = (Math.abs(value) / range) * bars.sizes.plot;
    if (tall < bars.sizes.line + 3 || wide + 8 > barWidth) fit = false;
  });
  return fit;
}

/** True when each segment of level stacks has room for its figure. */
export function figuresFitLevel(bars: Bars, plotWidth: number): boolean {
  const range = bars.bounds.high - bars.bounds.low;
  let fit = true;
  eachFigure(bars, (_text, value, _s, _i, wide) => {
    if (value && (Math.abs(value) / range) * plotWidth < wide + 10) fit = false;
  });
  return fit;
}

/** Calls back for each figure that is printed, with the width of its text. */
export function eachFigure(
  bars: Bars,
  visit: (text: string, value: number | undefined, series: number, index: number, wide: number) => void,
): void {
  bars.data.series.forEach((series, s) => {
    bars.data.categories.forEach((_, i) => {
      const text = series.labels[i] ?? '';
      if (text !== '') visit(text, series.values[i], s, i, labelWidth(bars, s, i));
    });
  });
}
