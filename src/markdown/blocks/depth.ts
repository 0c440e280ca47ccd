/** Keeps emphasis to a depth that every later phase can walk. */
import type { Token } from 'markdown-it';

/** No text that means something goes deeper; a line of thousands of stars does. */
const deepest = 40;

/** The tokens without emphasis inside emphasis beyond the {@link deepest} level; their text stays. */
export function withinDepth(tokens: readonly Token[]): readonly Token[] {
  if (tokens.length <= deepest) return tokens;
  const marks = /^(?:strong|em|s)_(open|close)$/;
  let depth = 0;
  return tokens.filter((token) => {
    const side = marks.exec(token.type)?.[1];
    if (side === 'open') return ++depth <= deepest;
    if (side === 'close') return depth-- <= deepest;
    return true;
  });
}
