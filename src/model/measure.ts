/** Measures text for drawings with the fonts of the packs. Handed to the room `chart`, which reads no font. */
export interface TextMeasure {
  /** Advance width of a line of text in the sans face, in the unit of `size`, with tabular figures. */
  width(text: string, size: number, weight: 400 | 600): number;
}
