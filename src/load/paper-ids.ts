/** Papers of one meeting have different ids. */
import { error } from '../diagnostics/diagnostic.js';
import type { AuthoredItem, AuthoredPaper } from '../model/publication.js';
import type { Shared } from './shared.js';

/** Reports papers of a meeting's own folders that share an id. */
export function checkPaperIds(shared: Shared, items: readonly AuthoredItem[]): void {
  const all = items.flatMap((item) => [item, ...item.children]).flatMap((item) => item.papers);
  checkUnique(
    shared,
    all.filter((paper) => paper.address.startsWith('meetings/')),
    'of this meeting',
  );
}

/** Reports papers that share an id; `where` ends the sentence. */
export function checkUnique(shared: Shared, papers: readonly AuthoredPaper[], where: string): void {
  const first = new Map<string, AuthoredPaper>();
  for (const paper of papers) {
    const earlier = first.get(paper.id);
    if (earlier === undefined) {
      first.set(paper.id, paper);
      continue;
    }
    shared.files.report(
      error('paper-id-is-unique', paper.span, `two papers ${where} have the id “${paper.id}”`, {
        related: [{ span: earlier.span, message: 'also this paper' }],
        hint: 'Give one of them an “id:” of its own in its settings.',
      }),
    );
  }
}
