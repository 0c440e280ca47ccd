/** The key of a chart: which paint or line stands for what. */
import type { ChartData } from '../model/chart.js';
import type { DrawOp, Drawing } from '../model/drawing.js';
import { curveStyle, openStyle, seriesStyle, sizesOf, type PointShape } from './look.js';
import { lineOp, rectangle, targetLine } from './pens.js';
import type { ShapeStyle } from './shape-style.js';
import { circle } from './sparkline.js';
import type { PathCommand } from '../model/drawing.js';

export interface KeyEntry {
  readonly label: string;
  /** 24 by 16 units, drawn at 24 by 16 CSS pixels on the site; a pack scales it. */
  readonly swatch: Drawing;
}

const width = 24;
const height = 16;
const sizes = sizesOf('screen');

/** Entries in the order of the series; none for a lone series, nor for a doughnut, whose parts are named beside it. */
export function chartKey(data: ChartData): readonly KeyEntry[] {
  const entries: KeyEntry[] = [];
  const several = data.series.length > 1 || data.target !== undefined;
  switch (data.type) {
    case 'bar':
    case 'stacked-bar':
      if (several)
        data.series.forEach((series, i) => entries.push(box(series.label, seriesStyle(i, sizes.edge))));
      break;
    case 'line':
      if (several) data.series.forEach((series, i) => entries.push(curve(series.label, i)));
      break;
    case 'doughnut':
      return [];
    case 'bridge': {
      const movements = (data.series[0]?.values ?? []).slice(1, -1);
      entries.push(box('Opening and closing figures', seriesStyle(0, sizes.edge)));
      if (movements.some((value) => (value ?? 0) > 0)) entries.push(box('Adds', seriesStyle(1, sizes.edge)));
      if (movements.some((value) => (value ?? 0) < 0)) entries.push(box('Takes away', openStyle(sizes.edge)));
      break;
    }
  }
  if (data.target) {
    entries.push({
      label: data.target.label,
      swatch: { width, height, ops: [targetLine(0, height / 2, width, height / 2, sizes)] },
    });
  }
  return entries;
}

function box(label: string, style: ShapeStyle): KeyEntry {
  return {
    label,
    swatch: {
      width,
      height,
      ops: [
        {
          kind: 'path',
          path: style.edge ? rectangle(1, 1, width - 2, height - 2) : rectangle(0, 0, width, height),
          fill: style.fill,
          ...(style.edge ? { stroke: style.edge } : {}),
        },
      ],
    },
  };
}

function curve(label: string, index: number): KeyEntry {
  const { stroke, shape } = curveStyle(index, sizes);
  const ops: readonly DrawOp[] = [
    lineOp(0, height / 2, width, height / 2, stroke),
    {
      kind: 'path',
      path: mark(shape, width / 2, height / 2, sizes.point),
      fill: { kind: 'solid', colour: stroke.colour },
    },
  ];
  return { label, swatch: { width, height, ops } };
}

/** The marks as chart.js draws them at a radius. */
function mark(shape: PointShape, x: number, y: number, r: number): readonly PathCommand[] {
  const half = r * Math.SQRT1_2;
  switch (shape) {
    case 'circle':
      return circle(x, y, r);
    case 'rect':
      return rectangle(x - half, y - half, 2 * half, 2 * half);
    case 'triangle': {
      const sin60 = Math.sqrt(3) / 2;
      return [['M', x, y - r], ['L', x + sin60 * r, y + r / 2], ['L', x - sin60 * r, y + r / 2], ['Z']];
    }
    case 'rectRot':
      return [['M', x, y - r], ['L', x + r, y], ['L', x, y + r], ['L', x - r, y], ['Z']];
  }
}
