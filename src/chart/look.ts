/** The look of charts: paints, lines and marks of the series, and the sizes for screen and page (tokens, section 8). */
import type { Colour, Paint, Stroke } from '../model/drawing.js';
import type { ShapeStyle } from './shape-style.js';

/** Where a drawing is read: on the site, in CSS pixels, or in a pack, in points. */
export type Medium = 'screen' | 'page';

/** Sizes in the unit of the medium. */
export interface Sizes {
  readonly text: number;
  /** From one baseline to the next. */
  readonly line: number;
  /** Between a bar and its figure, a bar and its name. */
  readonly gap: number;
  /** Thickness of edges of patterned shapes. */
  readonly edge: number;
  /** Thickness of base lines. */
  readonly axis: number;
  /** Thickness of the line of a line chart. */
  readonly curve: number;
  /** Radius of a mark on a line. */
  readonly point: number;
  /** Height of the plot of upright bars and lines. */
  readonly plot: number;
  /** Widest upright bar. */
  readonly widestBar: number;
  /** Height of a level bar. */
  readonly levelBar: number;
}

/** Sizes of a medium. */
export function sizesOf(medium: Medium): Sizes {
  return medium === 'screen'
    ? {
        text: 15,
        line: 19,
        gap: 7,
        edge: 1.5,
        axis: 1,
        curve: 2,
        point: 4,
        plot: 204,
        widestBar: 76,
        levelBar: 18,
      }
    : {
        text: 10,
        line: 12.5,
        gap: 5,
        edge: 0.9,
        axis: 0.75,
        curve: 1.4,
        point: 2.8,
        plot: 140,
        widestBar: 48,
        levelBar: 11.5,
      };
}

/** More than four is a table. */
export const mostSeries = 4;

const paints: readonly { readonly fill: Paint; readonly edge?: Colour }[] = [
  { fill: { kind: 'solid', colour: 'accent' } },
  {
    fill: { kind: 'pattern', pattern: 'hatch', background: 'c2', foreground: 'c2-line' },
    edge: 'c2-line',
  },
  {
    fill: { kind: 'pattern', pattern: 'dots', background: 'c3', foreground: 'c3-line' },
    edge: 'c3-line',
  },
  {
    fill: { kind: 'pattern', pattern: 'lines', background: 'paper', foreground: 'c4-line' },
    edge: 'c4-line',
  },
];

/** The style of a series, counted from 0. A fifth begins again: `readChart` lets none come so far. */
export function seriesStyle(index: number, edge: number): ShapeStyle {
  const paint = paints[index % paints.length];
  if (!paint) throw new RangeError(`There is no series ${index}`);
  return { fill: paint.fill, ...(paint.edge ? { edge: { colour: paint.edge, width: edge } } : {}) };
}

/** What a movement that takes away is drawn with: an open outline. */
export function openStyle(edge: number): ShapeStyle {
  return { fill: { kind: 'solid', colour: 'paper' }, edge: { colour: 'ink', width: edge } };
}

/** Shapes of marks, so that lines differ without colour. */
export type PointShape = 'circle' | 'rect' | 'triangle' | 'rectRot';

/** Line and mark of a series of a line chart. */
export function curveStyle(
  index: number,
  sizes: Sizes,
): { readonly stroke: Stroke; readonly shape: PointShape } {
  const w = sizes.curve;
  const styles: readonly { readonly stroke: Stroke; readonly shape: PointShape }[] = [
    { stroke: { colour: 'ink', width: w }, shape: 'circle' },
    { stroke: { colour: 'c2-line', width: w, dash: [w * 5, w * 1.5] }, shape: 'rect' },
    { stroke: { colour: 'c3-line', width: w, dash: [w, w * 1.5] }, shape: 'triangle' },
    { stroke: { colour: 'c4-line', width: w, dash: [w * 5, w * 1.5, w, w * 1.5] }, shape: 'rectRot' },
  ];
  const style = styles[index % styles.length];
  if (!style) throw new RangeError(`There is no series ${index}`);
  return style;
}

/** The dashed line of a target. */
export function targetStroke(sizes: Sizes): Stroke {
  return {
    colour: 'accent',
    width: sizes.curve * 0.75,
    dash: [sizes.curve * 3, sizes.curve * 2],
  };
}
