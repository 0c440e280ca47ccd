/** Marks the first use of each abbreviation of the glossary in a document, so that readers can ask what it means. */
import type { Inline, TextInline } from '../model/inline.js';

export interface GlossaryTerm {
  readonly term: string;
  readonly expansion: string;
  /** Ids of the papers that the term is for; every paper when missing. */
  readonly papers?: readonly string[];
}

export interface Abbreviations {
  mark(text: TextInline): readonly Inline[];
}

/** A marker for one document: it remembers what it has already marked there. */
export function abbreviationsFor(terms: readonly GlossaryTerm[]): Abbreviations {
  const expansions = new Map(terms.map((t) => [t.term, t.expansion]));
  const used = new Set<string>();
  const pattern = wholeWords([...expansions.keys()]);
  return {
    mark(inline) {
      if (pattern === undefined || inline.text.search(pattern) < 0) return [inline];
      const parts: Inline[] = [];
      let from = 0;
      for (const match of inline.text.matchAll(pattern)) {
        const term = match[0];
        const expansion = expansions.get(term);
        if (expansion === undefined || used.has(term)) continue;
        used.add(term);
        if (match.index > from) parts.push({ kind: 'text', text: inline.text.slice(from, match.index) });
        parts.push({ kind: 'abbreviation', text: term, expansion });
        from = match.index + term.length;
      }
      if (from === 0) return [inline];
      if (from < inline.text.length) parts.push({ kind: 'text', text: inline.text.slice(from) });
      return parts;
    },
  };
}

function wholeWords(terms: readonly string[]): RegExp | undefined {
  if (terms.length === 0) return undefined;
  const longestFirst = [...terms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const escaped = longestFirst.map((t) => t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
