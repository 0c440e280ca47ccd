/** The faces of the packs (look, tokens, section 2). */

export const fontKeys = [
  'sans',
  'sans-italic',
  'sans-bold',
  'sans-bold-italic',
  'serif',
  'serif-bold',
] as const;
/** `bold` is weight 600. */
export type FontKey = (typeof fontKeys)[number];
