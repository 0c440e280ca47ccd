/** Words to hear in place of a printed figure, given to the figure alone: marks of notes and links beside it stay. */
import { plainText } from './inline.js';
import type { Inline } from './inline.js';

/**
 * The content of a cell with `spoken` on its figure.
 *
 * Print in several pieces (a sign in bold, a unit that is an abbreviation) becomes one piece, since it is heard as one.
 */
export function withSpoken(content: readonly Inline[], spoken: string | undefined): readonly Inline[] {
  if (spoken === undefined) return content;
  const text = plainText(content);
  let given = false;
  const walk = (parts: readonly Inline[]): readonly Inline[] =>
    parts.flatMap((part): readonly Inline[] => {
      switch (part.kind) {
        case 'note-mark':
          return [part];
        case 'strong':
        case 'emphasis':
        case 'strike':
        case 'span':
        case 'link': {
          const inner = walk(part.content);
          return inner.length === 0 ? [] : [{ ...part, content: inner }];
        }
        case 'text':
        case 'code':
        case 'break':
        case 'image':
        case 'figure':
        case 'abbreviation':
          if (given) return [];
          given = true;
          return [{ kind: 'figure', text, spoken, formula: part.kind === 'figure' ? part.formula : '' }];
      }
    });
  return walk(content);
}
