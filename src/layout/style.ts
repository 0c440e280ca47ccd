/** Every size of the printed page in one value (look, sections 2.1 to 2.7; tokens, section 4). */
import type { Colour } from '../model/drawing.js';
import type { Figures } from '../type/fonts.js';

/** How a stretch of text is set. Lengths in points. */
export interface TextStyle {
  readonly family: 'sans' | 'serif';
  readonly weight: 400 | 600;
  readonly size: number;
  /** Distance of baselines. */
  readonly leading: number;
  readonly colour: Colour;
  readonly figures: Figures;
  readonly letterSpacing?: number;
}

/** A page and the frame its text stands in. */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
  /** Left edge: numbers, heads, feet. */
  readonly left: number;
  /** Where text begins. */
  readonly text: number;
  /** Right edge of tables, rules and heads. */
  readonly right: number;
  /** Right edge of running text. */
  readonly textRight: number;
  readonly top: number;
  readonly bottom: number;
  readonly headBaseline: number;
  readonly headRule: number;
  readonly footBaseline: number;
}

/** All text styles and distances. Large print is this value at another scale: no code asks which one it has. */
export interface Style {
  readonly scale: number;
  readonly portrait: PageFrame;
  readonly landscape: PageFrame;
  readonly text: Readonly<Record<TextStyleName, TextStyle>>;
  readonly gap: Readonly<Record<GapName, number>>;
  /** Paragraph numbers hang in the gutter, or stand on a line above the paragraph. */
  readonly numbers: 'beside' | 'above';
  readonly table: TableStyle;
}

export interface TableStyle {
  readonly above: number;
  readonly below: number;
  /** Distance of a column from the one to its left. */
  readonly between: number;
  readonly topRule: number;
  readonly headRule: number;
  readonly rowRule: number;
  readonly spannerRule: number;
  readonly spannerGap: number;
  readonly doubleGap: number;
}

const textStyles = {
  title: ['serif', 600, 24, 28, 'ink', 'proportional', -0.2],
  eyebrow: ['sans', 400, 10.5, 14, 'ink-2', 'proportional'],
  lead: ['serif', 400, 15, 21, 'ink', 'proportional'],
  section: ['serif', 600, 15, 20, 'ink', 'proportional'],
  sectionNumber: ['serif', 600, 15, 20, 'ink', 'tabular'],
  subheading: ['sans', 600, 12, 17, 'ink', 'proportional'],
  caption: ['sans', 600, 12, 16, 'ink', 'proportional'],
  body: ['sans', 400, 12, 17, 'ink', 'proportional'],
  minutes: ['sans', 400, 11.5, 15.5, 'ink', 'proportional'],
  paragraphNumber: ['sans', 600, 11, 17, 'ink-2', 'tabular'],
  listNumber: ['sans', 400, 12, 17, 'ink', 'tabular'],
  boxNumber: ['sans', 600, 12, 17, 'ink', 'tabular'],
  facts: ['sans', 400, 11, 15, 'ink', 'proportional'],
  factLabel: ['sans', 400, 11, 15, 'ink-2', 'proportional'],
  table: ['sans', 400, 10.5, 14, 'ink', 'tabular'],
  tableHead: ['sans', 400, 10.5, 14, 'ink-2', 'tabular'],
  wideTable: ['sans', 400, 10, 13, 'ink', 'tabular'],
  wideTableHead: ['sans', 400, 10, 13, 'ink-2', 'tabular'],
  unitLine: ['sans', 400, 10.5, 14, 'ink-2', 'proportional'],
  formula: ['sans', 400, 9.5, 12, 'ink-2', 'tabular'],
  source: ['sans', 400, 9.5, 13, 'ink-2', 'proportional'],
  note: ['sans', 400, 9.5, 13, 'ink', 'proportional'],
  head: ['sans', 400, 9.5, 12, 'ink-2', 'proportional'],
  headReference: ['sans', 600, 9.5, 12, 'ink', 'tabular'],
  pageNumber: ['sans', 600, 12, 16, 'ink', 'tabular'],
  keyFigure: ['serif', 600, 20, 24, 'ink', 'proportional', -0.3],
  keyLabel: ['sans', 400, 10.5, 13, 'ink-2', 'proportional'],
  code: ['sans', 400, 10.5, 14, 'ink', 'tabular'],
} as const satisfies Readonly<
  Record<string, readonly [TextStyle['family'], 400 | 600, number, number, Colour, Figures, number?]>
>;

export type TextStyleName = keyof typeof textStyles;

const gaps = {
  /** After a paragraph. */
  paragraph: 8.5,
  /** Above an item of a list. */
  item: 3,
  /** Above and below a section heading. */
  headingAbove: 20,
  headingBelow: 7,
  subheadingAbove: 14,
  subheadingBelow: 3,
  /** Around tables, figures and boxes. */
  figure: 11.5,
  /** Between a unit line and what it describes. */
  unitLine: 5,
  source: 5,
  boxAbove: 11,
  boxBelow: 13,
  boxSide: 14,
  /** From the box of recommendations to what follows. */
  box: 16,
  /** Number edge to text edge. */
  gutter: 44,
  /** Text of a bullet point from where its list begins, and the bullet's centre. */
  bullet: 14,
  bulletCentre: 3.7,
  bulletSize: 3.4,
  listNumber: 20,
  boxNumber: 30,
  quote: 14,
  note: 18,
  /** From the text to the first note, and to the rule between them. */
  noteAbove: 17,
  noteRule: 11,
  column: 24,
  keyColumn: 12,
  factLabel: 130,
  factRow: 8.5,
} as const satisfies Readonly<Record<string, number>>;

export type GapName = keyof typeof gaps;

/** The printed page at a scale: 1 for the packs, 4/3 for large print. */
export function makeStyle(scale = 1): Style {
  const large = scale > 1;
  const text = Object.fromEntries(
    Object.entries(textStyles).map(([name, [family, weight, size, leading, colour, figures, spacing]]) => [
      name,
      {
        family,
        weight,
        size: size * scale,
        leading: leading * scale,
        colour,
        figures,
        ...(spacing === undefined ? {} : { letterSpacing: spacing * scale }),
      } satisfies TextStyle,
    ]),
  ) as Record<TextStyleName, TextStyle>;
  const gap = Object.fromEntries(
    Object.entries(gaps).map(([name, value]) => [name, value * scale]),
  ) as Record<GapName, number>;
  return {
    scale,
    portrait: {
      width: 595.28,
      height: 841.89,
      left: 60,
      text: large ? 60 : 104,
      right: 535.28,
      textRight: large ? 535.28 : 527,
      top: 78,
      bottom: 764,
      headBaseline: 44,
      headRule: 54,
      footBaseline: 802.2,
    },
    landscape: {
      width: 841.89,
      height: 595.28,
      left: 54,
      text: large ? 54 : 98,
      right: 787.89,
      textRight: large ? 787.89 : 520,
      top: 74,
      bottom: 533,
      headBaseline: 44,
      headRule: 54,
      footBaseline: 557.3,
    },
    text,
    gap: { ...gap, gutter: large ? 0 : gaps.gutter },
    numbers: large ? 'above' : 'beside',
    table: {
      above: 3 * scale,
      below: 3.5 * scale,
      between: 11 * scale,
      topRule: 1.25,
      headRule: 0.75,
      rowRule: 0.4,
      spannerRule: 0.5,
      spannerGap: 1.5 * scale,
      doubleGap: 0.75,
    },
  };
}

/** Distance of the baseline from the top of a line, as CSS centres a face's own height within the leading. */
export function baselineWithin(
  style: { readonly size: number; readonly leading: number },
  ascent: number,
  descent: number,
): number {
  const above = (ascent * style.size) / 1000;
  const below = (descent * style.size) / 1000;
  return (style.leading - above - below) / 2 + above;
}
