/** Bar charts: upright where every name and figure has room, else level, one row of bars under another. */
import type { ChartData } from '../model/chart.js';
import type { DrawOp, Drawing } from '../model/drawing.js';
import type { TextMeasure } from '../model/measure.js';
import { seriesStyle, sizesOf, type Medium, type Sizes } from './look.js';
import {
  barBounds,
  eachFigure,
  figureRoom,
  figuresFitLevel,
  figuresFitUpright,
  labelWidth,
  weightOf,
  type Bars,
} from './bar-figures.js';
import { baseLine, linesOp, plateOp, targetLine, textOp } from './pens.js';
import { categoryScale, plot, valueScale, type Padding, type Plot } from './plot.js';
import { Recorder } from './recorder.js';
import type { ShapeStyle } from './shape-style.js';
import { widest, wordsFit, wrap } from './words.js';

/** Bars, and whether each figure is printed: a stacked bar without room for them has an axis instead. */
type BarDrawing = Drawing & { readonly labelled: boolean };

/** Draws a bar chart or a stacked bar chart. */
export function drawBars(data: ChartData, width: number, measure: TextMeasure, medium: Medium): BarDrawing {
  const stacked = data.type === 'stacked-bar';
  const bars: Bars = {
    data,
    width,
    sizes: sizesOf(medium),
    measure,
    bounds: barBounds(data, stacked),
    stacked,
    abreast: stacked ? 1 : Math.max(1, data.series.length),
  };
  const slot = width / Math.max(1, data.categories.length);
  const axis = stacked && !figuresFitUpright(bars, pitchOf(bars, slot) * 0.92);
  const room = axis ? slotBesideAxis(bars) : slot;
  return uprightFits(bars, room) ? upright(bars, room, axis) : level(bars);
}

function uprightFits(bars: Bars, slot: number): boolean {
  const { data, sizes, measure } = bars;
  const room = slot - sizes.gap;
  const names = data.categories.every(
    (name) =>
      wordsFit(name, room, sizes.text, 400, measure) &&
      wrap(name, room, sizes.text, 400, measure).length <= 3,
  );
  if (!names || slot < sizes.text * 2) return false;
  if (bars.stacked) return true;
  const forFigure = bars.abreast === 1 ? room : pitchOf(bars, slot) - sizes.gap / 2;
  return data.series.every((series, s) => series.labels.every((_, i) => labelWidth(bars, s, i) <= forFigure));
}

/** Width of a category once a value axis has taken its own: known only when chart.js has laid it out. */
function slotBesideAxis(bars: Bars): number {
  let wide = bars.width;
  const padding = { top: bars.sizes.text / 2, right: 0, bottom: 0, left: 0 };
  record(bars, bars.sizes.plot + padding.top, padding, true, { category: 'x', value: 'y' }, 0.5, (it) => {
    wide = it.area.right - it.area.left;
  });
  return wide / Math.max(1, bars.data.categories.length);
}

/** From one bar of a group to the next. */
function pitchOf(bars: Bars, slot: number): number {
  return Math.min(bars.sizes.widestBar * 1.1, (slot * 0.88) / bars.abreast);
}

function upright(bars: Bars, slot: number, axis: boolean): BarDrawing {
  const { data, sizes, measure, bounds } = bars;
  const pitch = pitchOf(bars, slot);
  const names = data.categories.map((name) => wrap(name, slot - sizes.gap, sizes.text, 400, measure));
  const nameLines = names.reduce((most, lines) => Math.max(most, lines.length), 0);
  const beyond = bars.stacked ? sizes.text / 2 : sizes.gap + sizes.text;
  const padding: Padding = {
    top: bounds.high > 0 ? beyond : 0,
    right: 0,
    left: 0,
    bottom: (bounds.low < 0 ? beyond : 0) + (nameLines > 0 ? sizes.gap + nameLines * sizes.line : sizes.gap),
  };
  const height = padding.top + sizes.plot + padding.bottom;
  return record(
    bars,
    height,
    padding,
    axis,
    { category: 'x', value: 'y' },
    (pitch * bars.abreast) / slot,
    (it, ops) => {
      const zero = it.at(0);
      const target = data.target ? it.at(data.target.value) : undefined;
      if (target !== undefined) ops.push(targetLine(it.area.left, target, it.area.right, target, sizes));
      eachFigure(bars, (text, value, s, i, wide) => {
        const bar = it.element(s, i);
        const weight = weightOf(bars, s);
        if (bars.stacked) {
          if (axis || value === 0 || value === undefined) return;
          ops.push(...figureOnBar(text, bar.x, bar.y + bar.height * Math.sign(value) * 0.5, wide, sizes));
          return;
        }
        const end = value === undefined ? zero : it.at(value);
        const y = (value ?? 0) < 0 ? end + sizes.gap + sizes.text * 0.72 : end - sizes.gap;
        const top = y - sizes.text * 0.8;
        if (target !== undefined && target > top - 2 && target < y + 3) {
          ops.push(plateOp(bar.x - wide / 2 - 2, top, wide + 4, sizes.text));
        }
        ops.push(textOp(text, bar.x, y, 'middle', { size: sizes.text, weight }));
      });
      ops.push(baseLine(it.area.left, zero, it.area.right, zero, sizes));
      const first = height - nameLines * sizes.line + sizes.text * 0.85;
      names.forEach((lines, i) => ops.push(...linesOp(lines, it.category(i), first, 'middle', sizes)));
    },
  );
}

function level(bars: Bars): BarDrawing {
  const { data, sizes, measure, width } = bars;
  const barPitch = sizes.levelBar + (bars.abreast > 1 ? 2 : 0);
  const group = barPitch * bars.abreast;
  const figures = figureRoom(bars);
  const column = Math.min(widest(data.categories, sizes.text, 400, measure), width * 0.42);
  const beside =
    width - column - figures.below - figures.above > width * 0.38 &&
    data.categories.every(
      (name) =>
        wordsFit(name, column + 0.01, sizes.text, 400, measure) &&
        wrap(name, column + 0.01, sizes.text, 400, measure).length <= 2,
    );
  const names = data.categories.map((name) =>
    wrap(name, beside ? column + 0.01 : width, sizes.text, 400, measure),
  );
  const nameHeight = names.reduce((most, lines) => Math.max(most, lines.length), 0) * sizes.line;
  const row = beside ? Math.max(group, nameHeight) + sizes.gap : group + nameHeight + sizes.gap * 1.5;
  const start = beside ? column + sizes.gap : 0;
  const left = bars.stacked ? start : start + figures.below;
  const right = bars.stacked ? sizes.gap : figures.above;
  const plotWidth = Math.max(width - left - right, 24);
  const inside = bars.stacked && figuresFitLevel(bars, plotWidth);
  const axis = bars.stacked && !inside;
  const overhang = beside ? 0 : nameHeight + sizes.gap - (row - group) / 2;
  const axisRoom = axis ? sizes.line + sizes.gap : 0;
  const padding: Padding = { top: Math.max(0, overhang), right, bottom: 0, left };
  const height = padding.top + row * data.categories.length + axisRoom;
  const share = group / row;
  return record(bars, height, padding, axis, { category: 'y', value: 'x' }, share, (it, ops) => {
    const zero = it.at(0);
    // Names above the bars would be crossed by a line through all rows: each row then has its own piece.
    const stretches = beside
      ? [[it.area.top, it.area.bottom] as const]
      : names.map((_, i) => [it.category(i) - group / 2 - 1, it.category(i) + group / 2 + 1] as const);
    if (data.target) {
      const target = it.at(data.target.value);
      for (const [top, bottom] of stretches) ops.push(targetLine(target, top, target, bottom, sizes));
    }
    eachFigure(bars, (text, value, s, i, wide) => {
      const bar = it.element(s, i);
      const weight = weightOf(bars, s);
      if (bars.stacked) {
        if (!inside || value === 0 || value === undefined) return;
        ops.push(...figureOnBar(text, bar.x - bar.width * Math.sign(value) * 0.5, bar.y, wide, sizes));
        return;
      }
      const end = value === undefined ? zero : it.at(value);
      const negative = (value ?? 0) < 0;
      const x = negative ? end - sizes.gap : end + sizes.gap;
      if (data.target) {
        ops.push(plateOp(negative ? x - wide - 1 : x - 1, bar.y - sizes.text * 0.5, wide + 2, sizes.text));
      }
      ops.push(
        textOp(text, x, bar.y + sizes.text * 0.33, negative ? 'end' : 'start', { size: sizes.text, weight }),
      );
    });
    for (const [top, bottom] of stretches) ops.push(baseLine(zero, top, zero, bottom, sizes));
    names.forEach((lines, i) => {
      const middle = it.category(i);
      const first = beside
        ? middle - ((lines.length - 1) * sizes.line) / 2 + sizes.text * 0.33
        : middle - group / 2 - sizes.gap * 0.6 - (lines.length - 1) * sizes.line;
      ops.push(...linesOp(lines, 0, first, 'start', sizes));
    });
  });
}

/** A figure in the middle of a segment, on a plate. */
function figureOnBar(text: string, x: number, y: number, wide: number, sizes: Sizes): readonly DrawOp[] {
  return [
    plateOp(x - wide / 2 - 3, y - sizes.text * 0.55, wide + 6, sizes.text * 1.1),
    textOp(text, x, y + sizes.text * 0.33, 'middle', { size: sizes.text }),
  ];
}

/** Styles by name, as the datasets of chart.js refer to them. */
function barStyles(bars: Bars): ReadonlyMap<string, ShapeStyle> {
  const styles = new Map<string, ShapeStyle>();
  for (let i = 0; i < Math.max(2, bars.data.series.length); i++) {
    styles.set(`series-${i}`, seriesStyle(i, bars.sizes.edge));
  }
  return styles;
}

function record(
  bars: Bars,
  height: number,
  padding: Padding,
  axis: boolean,
  axes: { readonly category: 'x' | 'y'; readonly value: 'x' | 'y' },
  share: number,
  finish: (it: Plot, ops: DrawOp[]) => void,
): BarDrawing {
  const { data, sizes, stacked } = bars;
  const recorder = new Recorder(bars.width, height, bars.measure, barStyles(bars));
  const alone = data.series.length === 1;
  plot(
    recorder,
    {
      type: 'bar',
      labels: data.categories,
      datasets: data.series.map((series, s) => ({
        label: series.label,
        // A bar of no height would leave its edge as a line.
        data: data.categories.map((_, i) => series.values[i] || null),
        // A negative bar takes the hatch where no other series has it. One name for all bars is settled once by chart.js.
        backgroundColor:
          alone && series.values.some((value) => (value ?? 0) < 0)
            ? data.categories.map((_, i) => ((series.values[i] ?? 0) < 0 ? 'series-1' : 'series-0'))
            : `series-${s}`,
        borderWidth: 0,
        inflateAmount: 0,
        clip: false,
        barPercentage: stacked ? 1 : 0.92,
        categoryPercentage: share * (stacked ? 0.92 : 1),
      })),
      padding,
      options: {
        indexAxis: axes.category,
        scales: {
          [axes.category]: { ...categoryScale, stacked },
          [axes.value]: { ...valueScale(bars.bounds, axis, sizes), stacked, beginAtZero: true },
        },
      },
      axes,
    },
    (it) => finish(it, recorder.ops),
  );
  return { width: bars.width, height, ops: recorder.ops, labelled: !axis };
}
