/** Doughnut charts: up to four parts of a whole, each named with its figure beside the ring. */
import type { ChartData } from '../model/chart.js';
import type { Drawing } from '../model/drawing.js';
import type { TextMeasure } from '../model/measure.js';
import { mostSeries, seriesStyle, sizesOf, type Medium } from './look.js';
import { linesOp } from './pens.js';
import { plot } from './plot.js';
import { Recorder } from './recorder.js';
import { widest, wrap } from './words.js';

/** Draws the first series of the data as parts of a ring. */
export function drawDoughnut(data: ChartData, width: number, measure: TextMeasure, medium: Medium): Drawing {
  const sizes = sizesOf(medium);
  const series = data.series[0];
  const ring = Math.min(width * 0.42, sizes.text * 12);
  const swatch = { width: sizes.text * 1.4, height: sizes.text * 0.9 };
  const nameX = ring + sizes.gap * 4 + swatch.width + sizes.gap;
  const figures = data.categories.map((_, i) => series?.labels[i] ?? '');
  const figureWidth = widest(figures, sizes.text, 600, measure);
  const room = Math.max(width - nameX - figureWidth - sizes.gap * 2, sizes.text * 3);
  const names = data.categories.map((name) => wrap(name, room, sizes.text, 400, measure));
  const nameWidth = Math.min(widest(names.flat(), sizes.text, 400, measure), room);
  const keyHeight = names.reduce((sum, lines) => sum + Math.max(1, lines.length) * sizes.line + sizes.gap, 0);
  const height = Math.max(ring + sizes.edge * 2, keyHeight);
  const styles = new Map(data.categories.map((_, i) => [`part-${i}`, edged(i)] as const));
  const recorder = new Recorder(width, height, measure, styles);
  const edge = sizes.edge;
  plot(
    recorder,
    {
      type: 'doughnut',
      labels: data.categories,
      datasets: [
        {
          // A part below zero has no angle; `readChart` refuses it at its place.
          data: data.categories.map((_, i) => Math.max(0, series?.values[i] ?? 0)),
          backgroundColor: data.categories.map((_, i) => `part-${i}`),
          borderWidth: 0,
        },
      ],
      padding: {
        left: edge,
        right: width - ring + edge,
        top: (height - ring) / 2 + edge,
        bottom: (height - ring) / 2 + edge,
      },
      options: { cutout: '58%' },
    },
    () => undefined,
  );
  let y = (height - keyHeight) / 2 + sizes.gap / 2;
  names.forEach((lines, i) => {
    const baseline = y + sizes.text;
    recorder.fillStyle = `part-${i}`;
    recorder.fillRect(ring + sizes.gap * 4, baseline - swatch.height + 1, swatch.width, swatch.height);
    recorder.ops.push(...linesOp(lines, nameX, baseline, 'start', sizes));
    recorder.ops.push(
      ...linesOp(
        [figures[i] ?? ''],
        nameX + nameWidth + sizes.gap * 2 + figureWidth,
        baseline,
        'end',
        sizes,
        {
          weight: 600,
        },
      ),
    );
    y += Math.max(1, lines.length) * sizes.line + sizes.gap;
  });
  return { width, height, ops: recorder.ops };

  function edged(i: number): ReturnType<typeof seriesStyle> {
    const style = seriesStyle(i % mostSeries, sizes.edge);
    return style.edge ? style : { ...style, edge: { colour: 'accent', width: sizes.edge } };
  }
}
