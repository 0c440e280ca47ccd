/** Keeps the lines of plain content between rounds of layout, which repeat until the page numbers settle. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Inline } from '../../model/inline.js';
import type { LayoutContext } from '../context.js';
import type { TextStyle } from '../style.js';

interface Entry {
  readonly width: number;
  readonly style: TextStyle;
  readonly value: unknown;
}

/**
 * Works `make` out once for each content, width and style, for as long as the fonts live.
 *
 * Only content without elements of its own is kept: a link or a span needs a new structure element each time, and what
 * a link says may change with the page of its target. Content that was reported is not kept, so that each round reports.
 */
export function kept<T>(
  content: readonly Inline[],
  width: number,
  style: TextStyle,
  ctx: LayoutContext,
  make: (ctx: LayoutContext) => T,
): T {
  if (!isPlain(content)) return make(ctx);
  const known = ctx.fonts.kept.get(content) as Entry[] | undefined;
  if (known !== undefined) {
    for (const entry of known) {
      if (entry.width === width && sameStyle(entry.style, style)) return entry.value as T;
    }
  }
  const reported: Diagnostic[] = [];
  const value = make({
    ...ctx,
    report: (diagnostic) => {
      reported.push(diagnostic);
      ctx.report(diagnostic);
    },
  });
  if (reported.length > 0) return value;
  const entry: Entry = { width, style, value };
  if (known === undefined) ctx.fonts.kept.set(content, [entry]);
  else known.push(entry);
  return value;
}

function isPlain(content: readonly Inline[]): boolean {
  return content.every((part) => {
    switch (part.kind) {
      case 'text':
      case 'break':
        return true;
      case 'figure':
        return part.spoken === undefined;
      case 'strong':
      case 'emphasis':
      case 'strike':
        return isPlain(part.content);
      case 'code':
      case 'span':
      case 'image':
      case 'link':
      case 'note-mark':
      case 'abbreviation':
        return false;
    }
  });
}

function sameStyle(a: TextStyle, b: TextStyle): boolean {
  return (
    a === b ||
    (a.size === b.size &&
      a.family === b.family &&
      a.weight === b.weight &&
      a.leading === b.leading &&
      a.colour === b.colour &&
      a.figures === b.figures &&
      a.letterSpacing === b.letterSpacing)
  );
}
