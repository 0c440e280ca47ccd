/** Vector drawings: recorded once, painted as SVG on the site and as operators in the packs. */

/** A drawing in its own units (points in a pack, CSS pixels on the site), y downwards. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly ops: readonly DrawOp[];
}

export type DrawOp =
  | {
      readonly kind: 'path';
      readonly path: readonly PathCommand[];
      readonly fill?: Paint;
      readonly stroke?: Stroke;
      /** Nonzero unless said otherwise. */
      readonly fillRule?: 'evenodd';
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Where the baseline begins, ends or has its middle, by `anchor`. */
      readonly x: number;
      readonly y: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly size: number;
      readonly weight: 400 | 600;
      readonly colour: Colour;
      /** Degrees, clockwise. */
      readonly rotate?: number;
    };

export type PathCommand =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

/** Names of the look's colours, so that the site can follow the dark scheme. */
export const colourNames = [
  'ink',
  'ink-2',
  'rule',
  'rule-2',
  'paper',
  'stone',
  'accent',
  'c2',
  'c2-line',
  'c3',
  'c3-line',
  'c4-line',
  'green',
  'amber',
  'red',
  'grey',
  'blue',
] as const;
export type Colour = (typeof colourNames)[number];

/** The light values of the look's tokens, as used in the packs. */
export const lightColours: Readonly<Record<Colour, string>> = {
  ink: '#14222b',
  'ink-2': '#43525c',
  rule: '#b9c2c6',
  'rule-2': '#6b7a83',
  paper: '#ffffff',
  stone: '#f2f3ef',
  accent: '#0a4d64',
  c2: '#f4d9a6',
  'c2-line': '#7a4b00',
  c3: '#cfe3d6',
  'c3-line': '#1b5438',
  'c4-line': '#593a78',
  green: '#1b5438',
  amber: '#6d4500',
  red: '#8f1f1a',
  grey: '#4b5961',
  blue: '#0a4d64',
};

export type Paint =
  | { readonly kind: 'solid'; readonly colour: Colour }
  | {
      /** `hatch`: lines at 45 degrees; `dots`; `lines`: level lines (look, tokens, section 8). */
      readonly kind: 'pattern';
      readonly pattern: 'hatch' | 'dots' | 'lines';
      readonly background: Colour;
      readonly foreground: Colour;
    };

export interface Stroke {
  readonly colour: Colour;
  readonly width: number;
  readonly dash?: readonly number[];
}
