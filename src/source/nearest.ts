/** "Did you mean ...?": the known word nearest to a word that is not known. */

/**
 * The candidate nearest to `word`, or undefined when none is near enough to be worth suggesting.
 *
 * Capitals, spaces, hyphens and underscores do not count as differences; a slip of two neighbouring letters counts as one.
 * Of equally near candidates the first is taken.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word);
  let best: string | undefined;
  if (wanted.length < 2) return undefined;
  let least = Math.max(2, Math.floor(wanted.length / 3) + 1);
  for (const candidate of candidates) {
    const known = fold(candidate);
    const distance = known === wanted ? 0 : Math.max(1, edits(wanted, known));
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, known.length) / 3));
    if (distance < least && distance <= limit) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** The hint that goes with an unknown word: a suggestion, else the list of what is known when it is short. */
export function suggest(word: string, candidates: readonly string[]): string | undefined {
  const found = nearest(word, candidates);
  if (found !== undefined) return `Did you mean “${found}”?`;
  if (candidates.length === 0 || candidates.length > 12) return undefined;
  return `Use one of: ${candidates.join(', ')}.`;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '');
}

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
function edits(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
