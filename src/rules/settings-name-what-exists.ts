/** Settings of papers that name another paper or a meeting name one that exists. */
import { warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredPaper, AuthoredPublication } from '../model/publication.js';
import { entry } from '../source/data-node.js';
import { suggest } from '../source/nearest.js';
import { allItems, allPapers } from './rule.js';
import type { Rule } from './rule.js';

const id = 'settings-name-what-exists';

/** Settings whose value is an id, an address, or words. */
const references = ['minutesOf', 'updates', 'supersedes'] as const;

/** What can only be meant as an id or an address: words in small letters with hyphens, or parts with strokes. */
const meant = /^([a-z0-9]+(-[a-z0-9]+)+|[a-z0-9-]+(\/[a-z0-9-]+)+)$/;

export const rule: Rule = {
  id,
  check: (publication) => {
    const known = knownNames(publication);
    return allPapers(publication).flatMap((paper) => checkPaper(paper, known));
  },
};

/** Ids and addresses of all papers, keys of all meetings, and ids of committees. */
function knownNames({ meetings, sharedPapers, committees }: AuthoredPublication): ReadonlySet<string> {
  const names = new Set<string>(committees.map((committee) => committee.id));
  const add = (paper: AuthoredPaper): void => {
    names.add(paper.id);
    names.add(paper.address);
    names.add(paper.address.replace(/^(papers|meetings)\//, ''));
  };
  sharedPapers.forEach(add);
  for (const meeting of meetings) {
    names.add(meeting.key);
    for (const item of allItems(meeting)) {
      names.add(`${meeting.key}/${item.number}`);
      for (const paper of item.papers) {
        add(paper);
        names.add(`${item.number}/${paper.id}`);
      }
    }
  }
  return names;
}

function checkPaper(paper: AuthoredPaper, known: ReadonlySet<string>): readonly Diagnostic[] {
  return references.flatMap((key) => {
    const value = entry(paper.settings, key);
    const text = value?.kind === 'scalar' ? value.text.trim() : '';
    if (value === undefined || !meant.test(text) || known.has(text)) return [];
    const hint = suggest(text, [...known]) ?? 'Name a paper or a meeting of this site, or say it in words.';
    const message = `“${key}” names “${text}”, and there is no such paper or meeting`;
    return [warning(id, value.span, message, { hint })];
  });
}
