/** Line charts: a value axis with hairlines, the last point of each line marked and labelled, a target as a dashed line. */
import type { ChartData } from '../model/chart.js';
import type { Drawing } from '../model/drawing.js';
import type { TextMeasure } from '../model/measure.js';
import { curveStyle, sizesOf, type Medium, type Sizes } from './look.js';
import { baseLine, linesOp, plateOp, targetLine, textOp } from './pens.js';
import { categoryScale, plot, valueScale, type Bounds, type Plot } from './plot.js';
import { Recorder } from './recorder.js';
import { widest, wordsFit, wrap } from './words.js';

/** Draws a line chart. */
export function drawLines(data: ChartData, width: number, measure: TextMeasure, medium: Medium): Drawing {
  const sizes = sizesOf(medium);
  const last = data.series.map((series) => lastFigure(series.values));
  const lastLabels = data.series.map((series, s) => series.labels[last[s] ?? -1] ?? '');
  const right = widest(lastLabels, sizes.text, 600, measure) + sizes.gap + sizes.point;
  // Room for one line of names, which the lowest figure of the axis may overhang. Further lines stand below what chart.js
  // lays out, since only then is it known how wide a place the value axis leaves them.
  const padding = { top: sizes.text * 0.75, right, bottom: sizes.line + sizes.gap, left: 0 };
  const height = padding.top + sizes.plot + padding.bottom;
  const recorder = new Recorder(width, height, measure);
  const scales = { x: categoryScale, y: valueScale(lineBounds(data), true, sizes) };
  let nameLines = 1;
  plot(
    recorder,
    {
      type: 'line',
      labels: data.categories,
      datasets: data.series.map((_, s) => dataset(data, s, last[s] ?? -1, sizes)),
      padding,
      options: { scales },
      axes: { category: 'x', value: 'y' },
    },
    (it) => {
      if (data.target) {
        const y = it.at(data.target.value);
        recorder.ops.push(targetLine(it.area.left, y, it.area.right, y, sizes));
      }
      recorder.ops.push(baseLine(it.area.left, it.area.bottom, it.area.right, it.area.bottom, sizes));
      labelLastPoints(recorder, it, lastLabels, last, sizes, measure);
      const names = axisNames(data.categories, it.area.right - it.area.left, sizes, measure);
      drawNames(recorder, it, names, width, sizes, measure);
      nameLines = names.lines.reduce(
        (most, lines, i) => (names.place(i) === undefined ? most : Math.max(most, lines.length)),
        1,
      );
    },
  );
  return {
    width,
    height: padding.top + sizes.plot + (nameLines * sizes.line + sizes.gap),
    ops: recorder.ops,
  };
}

function dataset(data: ChartData, s: number, last: number, sizes: Sizes): Readonly<Record<string, unknown>> {
  const values = data.series[s]?.values ?? [];
  const { stroke, shape } = curveStyle(s, sizes);
  return {
    data: data.categories.map((_, i) => values[i] ?? null),
    borderColor: stroke.colour,
    borderWidth: stroke.width,
    borderDash: stroke.dash ?? [],
    pointStyle: shape,
    pointBackgroundColor: stroke.colour,
    pointBorderColor: stroke.colour,
    pointBorderWidth: 0,
    // One line: its last point is marked. Several: every point, so that the shapes tell the lines apart. A point
    // without neighbours has no line and would vanish.
    pointRadius: data.categories.map((_, i) =>
      data.series.length > 1 || i === last || isAlone(values, i) ? sizes.point : 0,
    ),
    spanGaps: false,
    tension: 0,
    clip: false,
  };
}

function lastFigure(values: readonly (number | undefined)[]): number {
  return values.findLastIndex((value) => value !== undefined);
}

function isAlone(values: readonly (number | undefined)[], i: number): boolean {
  return values[i - 1] === undefined && values[i + 1] === undefined;
}

function lineBounds(data: ChartData): Bounds {
  const values = data.series.flatMap((series) => series.values.filter((value) => value !== undefined));
  if (data.target) values.push(data.target.value);
  const low = values.reduce((least, value) => Math.min(least, value), values[0] ?? 0);
  const high = values.reduce((most, value) => Math.max(most, value), values[0] ?? 0);
  if (low === high)
    return low === 0 ? { low: 0, high: 1 } : { low: Math.min(low, 0), high: Math.max(high, 0) };
  // Starts at zero unless the line would then lie flat in the upper third.
  if (low > 0 && low < high * 0.67) return { low: 0, high };
  if (high < 0 && high > low * 0.67) return { low, high: 0 };
  return { low, high };
}

/** Names along the category axis, and where each stands. */
interface AxisNames {
  readonly lines: readonly (readonly string[])[];
  /** How the name at an index is placed; undefined where it is left out. */
  place(index: number): 'slot' | 'start' | 'end' | undefined;
}

/** Wraps names in their slots where words fit, else keeps them on one line and thins them from the last. */
function axisNames(
  categories: readonly string[],
  plotWidth: number,
  sizes: Sizes,
  measure: TextMeasure,
): AxisNames {
  const count = Math.max(1, categories.length);
  const slot = plotWidth / count;
  const room = slot - sizes.gap;
  const wrapped = categories.map((name) => wrap(name, room, sizes.text, 400, measure));
  const fits = categories.every(
    (name, i) => wordsFit(name, room, sizes.text, 400, measure) && (wrapped[i]?.length ?? 0) <= 3,
  );
  if (fits) return { lines: wrapped, place: () => 'slot' };
  const wide = widest(categories, sizes.text, 400, measure);
  // Half a name more than its width, since the outer names are moved in from the edges.
  const step = Math.max(1, Math.ceil((wide * 1.5 + sizes.gap) / slot));
  if (step <= count / 2) {
    return {
      lines: categories.map((name) => [name]),
      place: (index) => ((count - 1 - index) % step === 0 ? 'slot' : undefined),
    };
  }
  // Too long even for every second slot: the first and the last, each in half of the plot.
  const half = plotWidth / Math.min(2, count) - sizes.gap;
  return {
    lines: categories.map((name) => wrap(name, half, sizes.text, 400, measure)),
    place: (index) => (index === count - 1 ? 'end' : index === 0 ? 'start' : undefined),
  };
}

function drawNames(
  recorder: Recorder,
  it: Plot,
  names: AxisNames,
  width: number,
  sizes: Sizes,
  measure: TextMeasure,
): void {
  const first = it.area.bottom + sizes.gap + sizes.text * 0.85;
  names.lines.forEach((lines, i) => {
    const place = names.place(i);
    if (place === undefined) return;
    if (place === 'slot') {
      const half = widest(lines, sizes.text, 400, measure) / 2;
      const x = Math.min(Math.max(it.category(i), half), width - half);
      recorder.ops.push(...linesOp(lines, x, first, 'middle', sizes));
    } else {
      const x = place === 'start' ? it.area.left : it.area.right;
      recorder.ops.push(...linesOp(lines, x, first, place, sizes));
    }
  });
}

/** Figures right of the last points, moved apart where lines end close together. */
function labelLastPoints(
  recorder: Recorder,
  it: Plot,
  labels: readonly string[],
  last: readonly number[],
  sizes: Sizes,
  measure: TextMeasure,
): void {
  const placed = labels
    .map((text, s) => ({ text, s, index: last[s] ?? -1 }))
    .filter(({ text, index }) => text !== '' && index >= 0)
    .map(({ text, s, index }) => ({ text, s, y: it.element(s, index).y }));
  for (const { text, s, y } of moveApart(placed, sizes.line, it.area.top, it.area.bottom)) {
    const x = it.element(s, last[s] ?? 0).x + sizes.point + sizes.gap / 2;
    const wide = measure.width(text, sizes.text, 600);
    // A line that ends early has its figure inside the plot, over hairlines.
    if (x < it.area.right) recorder.ops.push(plateOp(x - 1, y - sizes.text / 2, wide + 2, sizes.text));
    recorder.ops.push(
      textOp(text, x, y + sizes.text * 0.33, 'start', {
        size: sizes.text,
        weight: 600,
      }),
    );
  }
}

/** Moves things that share a column at least `pitch` apart, in their order, within top and bottom. */
export function moveApart<T extends { readonly y: number }>(
  things: readonly T[],
  pitch: number,
  top: number,
  bottom: number,
): readonly T[] {
  const sorted = things
    .map((thing, order) => ({ thing, order }))
    .sort((a, b) => a.thing.y - b.thing.y || a.order - b.order);
  const places: number[] = [];
  for (const { thing } of sorted) places.push(Math.max(thing.y, (places.at(-1) ?? top - pitch) + pitch));
  let limit = bottom;
  for (let i = places.length - 1; i >= 0; i--) {
    places[i] = Math.min(places[i] ?? bottom, limit);
    limit = (places[i] ?? bottom) - pitch;
  }
  return sorted.map(({ thing }, i) => ({ ...thing, y: places[i] ?? thing.y }));
}
