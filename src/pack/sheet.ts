/** Lines of text, rules and the Scotch rule at given positions: what the front pages are drawn with. */
import type { LayoutContext } from '../layout/context.js';
import type { TagRef } from '../layout/display.js';
import { drawLine, layoutText } from '../layout/inline/lines.js';
import type { Line } from '../layout/inline/lines.js';
import type { PageBuilder } from '../layout/page.js';
import { makeStyle } from '../layout/style.js';
import type { TextStyle } from '../layout/style.js';

/** Sizes that only the front pages have (tokens, section 4). Front pages are not scaled: large print is set in pages. */
export const frontStyles = {
  council: style('serif', 600, 16, 20),
  coverTitle: { ...style('serif', 600, 40, 43), letterSpacing: -0.6 },
  coverPlace: style('serif', 400, 17, 24),
  officer: style('sans', 600, 11, 15),
  agendaNumber: { ...style('serif', 600, 12, 16), figures: 'tabular' },
  agendaTitle: style('sans', 600, 12, 16),
  agendaRange: { ...style('sans', 400, 11, 16), figures: 'tabular' },
  small: style('sans', 400, 10.5, 14),
  smallGrey: { ...style('sans', 400, 10.5, 14), colour: 'ink-2' },
  smallBold: style('sans', 600, 10.5, 14),
  sectionNumber: { ...style('sans', 600, 10.5, 14), figures: 'tabular' },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** The styles of running text at the size of the packs. */
export const textStyles = makeStyle().text;
/** The portrait page at the size of the packs. */
export const portrait = makeStyle().portrait;

function style(family: 'sans' | 'serif', weight: 400 | 600, size: number, leading: number): TextStyle {
  return { family, weight, size, leading, colour: 'ink', figures: 'proportional' };
}

/** Where a line stands: its left edge, or its right edge. */
export type Edge = { readonly left: number } | { readonly right: number };

/** Draws one line of plain text with its baseline at `y`, and answers its width. */
export function drawText(
  text: string,
  edge: Edge,
  y: number,
  textStyle: TextStyle,
  tag: TagRef,
  page: PageBuilder,
  ctx: LayoutContext,
): number {
  const [line] = layoutText(text, Number.MAX_SAFE_INTEGER, textStyle, ctx);
  if (!line) return 0;
  drawLine(line, 'left' in edge ? edge.left : edge.right - line.width, y, tag, page, ctx);
  return line.width;
}

/** Draws lines under one another, the first baseline at `y`; answers the baseline of the last one. */
export function drawLines(
  lines: readonly Line[],
  x: number,
  y: number,
  tag: TagRef,
  page: PageBuilder,
  ctx: LayoutContext,
): number {
  let at = y;
  for (const [index, line] of lines.entries()) {
    if (index > 0) at += line.height;
    drawLine(line, x, at, tag, page, ctx);
  }
  return at;
}

/** A horizontal rule, its top edge at `y`. */
export function drawRule(
  page: PageBuilder,
  y: number,
  thickness: number,
  colour: 'ink' | 'rule' | 'rule-2' = 'ink',
  tag: 'artifact' | 'pagination' = 'artifact',
  left: number = portrait.left,
  right: number = portrait.right,
): void {
  const middle = thickness / 2;
  page.items.push({
    kind: 'vector',
    x: left,
    y,
    ops: [
      {
        kind: 'path',
        path: [
          ['M', 0, middle],
          ['L', right - left, middle],
        ],
        stroke: { colour, width: thickness },
      },
    ],
    tag,
  });
}

/** The thick rule over the thin one; 7 pt high from `y`. */
export function drawScotchRule(page: PageBuilder, y: number): void {
  drawRule(page, y, 4);
  drawRule(page, y + 6.25, 0.75);
}
