/** Joins texts that the inline rules left in pieces. */
import type { AuthoredInline } from '../../model/inline.js';

/** Joins texts that touch in the file, and neighbours that have no place; no span comes to cover what is not its text. */
export function joinTexts(inlines: readonly AuthoredInline[]): readonly AuthoredInline[] {
  const out: AuthoredInline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text') {
      const text = last.text + inline.text;
      if (last.span === undefined && inline.span === undefined) {
        out[out.length - 1] = { kind: 'text', text };
        continue;
      }
      if (last.span !== undefined && inline.span !== undefined && last.span.end === inline.span.start) {
        out[out.length - 1] = { kind: 'text', text, span: { ...last.span, end: inline.span.end } };
        continue;
      }
    }
    out.push(inline);
  }
  return out;
}
