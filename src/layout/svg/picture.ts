/** A picture of an author's as vectors: what an SVG file draws, ready to be painted. */
import type { PathCommand } from '../../model/drawing.js';
import type { FontKey } from '../../type/fonts.js';
import type { Rgba } from './colour.js';
import type { Matrix } from './matrix.js';

/** In CSS pixels, y downwards, from the top left corner of the picture. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly ops: readonly PictureOp[];
  /** What the file has and this value has not. */
  readonly lost: readonly Lost[];
}

/** Something that packs do not print: "a filter", and the lines of the file that ask for it. */
export interface Lost {
  readonly what: string;
  readonly lines: readonly number[];
}

export type PictureOp = PicturePath | PictureText | PictureGroup;

export interface PicturePath {
  readonly kind: 'path';
  /** From the coordinates of `path` to those of the picture. */
  readonly matrix: Matrix;
  readonly path: readonly PathCommand[];
  readonly fill?: PicturePaint;
  readonly fillRule?: 'evenodd';
  readonly stroke?: PictureStroke;
}

/** Colours and gradients of a shape, gradients in its own coordinates. */
export type PicturePaint =
  | { readonly kind: 'solid'; readonly colour: Rgba }
  | {
      readonly kind: 'gradient';
      /** `linear`: x1, y1, x2, y2. `radial`: focus x, y and radius, then the outer circle's. */
      readonly shape: 'linear' | 'radial';
      readonly points: readonly number[];
      readonly matrix: Matrix;
      /** At least one, offsets from 0 to 1 and never falling. */
      readonly stops: readonly { readonly offset: number; readonly rgb: Rgba['rgb'] }[];
      readonly alpha: number;
    };

export interface PictureStroke {
  readonly colour: Rgba;
  readonly width: number;
  readonly cap: 0 | 1 | 2;
  readonly join: 0 | 1 | 2;
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
}

/** Runs of text that stand or move together: one anchor places them. */
export interface PictureText {
  readonly kind: 'text';
  readonly matrix: Matrix;
  /** Where the baseline begins, ends or has its middle, by `anchor`. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly runs: readonly PictureRun[];
  /** The width that the file wants the runs to have, by space between the letters. */
  readonly wanted?: number;
}

export interface PictureRun {
  readonly text: string;
  readonly font: FontKey;
  readonly size: number;
  readonly fill?: Rgba;
  readonly stroke?: PictureStroke;
  readonly letterSpacing: number;
  /** Moves this run and all after it. */
  readonly dx: number;
  readonly dy: number;
  /** Lifts this run alone. */
  readonly rise: number;
  readonly underline: boolean;
  readonly strike: boolean;
}

/** What is drawn together: cut to shapes, or let through as one. */
export interface PictureGroup {
  readonly kind: 'group';
  readonly ops: readonly PictureOp[];
  /** 1 unless said. */
  readonly opacity?: number;
  /** Cut by each in turn. */
  readonly clips: readonly PictureClip[];
}

export interface PictureClip {
  /** In the coordinates of the picture. Empty: nothing is left. */
  readonly path: readonly PathCommand[];
  readonly rule?: 'evenodd';
}

/** All texts of a picture, in order. */
export function pictureTexts(ops: readonly PictureOp[]): readonly PictureText[] {
  return ops.flatMap((op) => {
    switch (op.kind) {
      case 'path':
        return [];
      case 'text':
        return [op];
      case 'group':
        return pictureTexts(op.ops);
    }
  });
}
