/** Bridge charts: an opening figure, what adds to it, what takes away, and the closing figure, as level bars. */
import type { ChartData } from '../model/chart.js';
import type { DrawOp, Drawing } from '../model/drawing.js';
import type { TextMeasure } from '../model/measure.js';
import { openStyle, seriesStyle, sizesOf, type Medium } from './look.js';
import { baseLine, lineOp, linesOp, plateOp, rectangle, targetLine, textOp } from './pens.js';
import { widest, wordsFit, wrap } from './words.js';

/** One row: from where to where its bar reaches. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly total: boolean;
}

/** The first and the last category are totals; those between are movements, a blank one being no movement. */
export function bridgeSteps(values: readonly (number | undefined)[]): readonly Step[] {
  let running = 0;
  return values.map((value, i) => {
    const total = i === 0 || i === values.length - 1;
    const from = total ? 0 : running;
    running = total ? (value ?? 0) : running + (value ?? 0);
    return { from, to: running, total };
  });
}

/** Draws the first series of the data as a bridge. */
export function drawBridge(data: ChartData, width: number, measure: TextMeasure, medium: Medium): Drawing {
  const sizes = sizesOf(medium);
  const labels = data.categories.map((_, i) => data.series[0]?.labels[i] ?? '');
  const steps = bridgeSteps(data.categories.map((_, i) => data.series[0]?.values[i]));
  const weight = (i: number): 400 | 600 => (steps[i]?.total ? 600 : 400);
  const column = Math.min(widest(data.categories, sizes.text, 600, measure), width * 0.44);
  const beside = data.categories.every(
    (name, i) =>
      wordsFit(name, column + 0.01, sizes.text, weight(i), measure) &&
      wrap(name, column + 0.01, sizes.text, weight(i), measure).length <= 2,
  );
  const names = data.categories.map((name, i) =>
    wrap(name, beside ? column + 0.01 : width, sizes.text, weight(i), measure),
  );
  const bar = sizes.levelBar;
  const between = sizes.gap;
  const left = (beside ? column + sizes.gap : 0) + sizes.edge;
  const right = width - widest(labels, sizes.text, 600, measure) - sizes.gap;
  const ends = steps.flatMap((step) => [step.from, step.to]);
  const low = ends.reduce((least, end) => Math.min(least, end), Math.min(0, data.target?.value ?? 0));
  const high = ends.reduce((most, end) => Math.max(most, end), Math.max(0, data.target?.value ?? 0));
  const range = high - low || 1;
  const at = (value: number): number => left + ((value - low) / range) * Math.max(right - left, 24);

  const bars: DrawOp[] = [];
  const texts: DrawOp[] = [];
  const joins: DrawOp[] = [];
  let y = 0;
  let previousBottom = 0;
  steps.forEach((step, i) => {
    const lines = names[i] ?? [];
    const nameHeight = lines.length * sizes.line;
    const row = beside ? Math.max(bar, nameHeight) : bar + nameHeight;
    const top = beside ? y + (row - bar) / 2 : y + nameHeight;
    const first = beside
      ? y + row / 2 - ((lines.length - 1) * sizes.line) / 2 + sizes.text * 0.33
      : y + sizes.text * 0.85;
    texts.push(...linesOp(lines, 0, first, 'start', sizes, { weight: weight(i) }));
    const [x1, x2] = [at(Math.min(step.from, step.to)), at(Math.max(step.from, step.to))];
    if (x2 > x1) {
      const style = step.total
        ? seriesStyle(0, sizes.edge)
        : step.to > step.from
          ? seriesStyle(1, sizes.edge)
          : openStyle(sizes.edge);
      bars.push({
        kind: 'path',
        path: rectangle(x1, top, x2 - x1, bar),
        fill: style.fill,
        ...(style.edge ? { stroke: style.edge } : {}),
      });
    }
    const label = labels[i] ?? '';
    if (label !== '') {
      const wide = measure.width(label, sizes.text, weight(i));
      const crossed = [at(0), ...(data.target ? [at(data.target.value)] : [])];
      if (crossed.some((x) => x > x2 && x < x2 + sizes.gap + wide)) {
        texts.push(plateOp(x2 + sizes.gap - 1, top + bar / 2 - sizes.text * 0.5, wide + 2, sizes.text));
      }
      texts.push(
        textOp(label, x2 + sizes.gap, top + bar / 2 + sizes.text * 0.33, 'start', {
          size: sizes.text,
          weight: weight(i),
        }),
      );
    }
    const before = steps[i - 1];
    if (before) {
      const x = at(before.to);
      joins.push(lineOp(x, previousBottom, x, top, { colour: 'ink', width: sizes.axis * 0.75 }));
    }
    previousBottom = top + bar;
    y += row + between;
  });
  const height = Math.max(y - between, bar) + sizes.edge * 2;
  const zero = at(0);
  return {
    width,
    height,
    ops: [
      ...(data.target ? [targetLine(at(data.target.value), 0, at(data.target.value), height, sizes)] : []),
      ...joins,
      ...bars,
      ...(beside ? [baseLine(zero, 0, zero, height, sizes)] : []),
      ...texts,
    ],
  };
}
