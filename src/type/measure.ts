/** Measures text for drawings: the room `chart` reads no font file. */
import type { TextMeasure } from '../model/measure.js';
import type { Fonts } from './fonts.js';

/** A measure over the sans face with tabular figures. */
export function makeTextMeasure(fonts: Fonts): TextMeasure {
  return {
    width: (text, size, weight) => fonts.width(weight === 600 ? 'sans-bold' : 'sans', text, size, 'tabular'),
  };
}
