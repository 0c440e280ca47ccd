/** How shapes are painted: by the name of a style, or of a colour of the look. */
import { colourNames, type Colour, type Paint, type Stroke } from '../model/drawing.js';

/** How a shape of a given style name is painted: its fill, and the edge that is drawn with it. */
export interface ShapeStyle {
  readonly fill: Paint;
  readonly edge?: Stroke;
}

/** A shape filled with a colour of the look, without an edge. */
export function solid(name: string): ShapeStyle {
  return { fill: { kind: 'solid', colour: colourOf(name) } };
}

/** The colour of that name; a name that the look does not have is a fault of ours. */
export function colourOf(name: string): Colour {
  const colour = colourNames.find((known) => known === name);
  if (!colour) throw new RangeError(`A drawing uses the colour ${name}, which the look does not have`);
  return colour;
}
