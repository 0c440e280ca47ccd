/** A closed item names paragraphs that the Schedule has, and the public is asked to leave before it. */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { exemptDescription } from '../model/exemption.js';
import type { Council } from '../model/council.js';
import type { AuthoredMeeting, AuthoredPaper } from '../model/publication.js';
import { spanOf } from '../model/schema/read.js';
import { allItems, allPapers } from './rule.js';
import type { Rule } from './rule.js';

const id = 'exemption-is-known';

export const rule: Rule = {
  id,
  check: (publication) => {
    const { council, meetings } = publication;
    return [
      ...meetings.flatMap((meeting) => checkMeeting(council, meeting)),
      ...allPapers(publication).flatMap((paper) => checkBackground(council, paper)),
    ];
  },
};

/** Paragraphs of closed background papers. */
function checkBackground(council: Council, paper: AuthoredPaper): readonly Diagnostic[] {
  const listed = paper.backgroundPapers;
  if (listed === undefined || listed === 'none') return [];
  return listed.flatMap(({ title, paragraphs = [] }, i) =>
    paragraphs.flatMap((paragraph) => {
      if (exemptDescription(council.jurisdiction, paragraph) !== undefined) return [];
      const message = `the background paper “${title}” is exempt by paragraph ${paragraph}, which Schedule 12A does not have`;
      const span = spanOf(paper.settings, ['backgroundPapers', i, 'paragraphs'], paper.span);
      return [error(id, span, message, { hint: rangeHint(council), authority: 'LGA 1972, Schedule 12A' })];
    }),
  );
}

function rangeHint(council: Council): string {
  return `Name one of the paragraphs ${council.jurisdiction === 'england' ? '1 to 7' : '12 to 18'}.`;
}

function checkMeeting(council: Council, meeting: AuthoredMeeting): readonly Diagnostic[] {
  const items = allItems(meeting);
  const faults = items.flatMap((item) =>
    (item.exempt?.paragraphs ?? []).flatMap((paragraph) => {
      if (exemptDescription(council.jurisdiction, paragraph) !== undefined) return [];
      const message = `item ${item.number} is exempt by paragraph ${paragraph}, which Schedule 12A does not have`;
      return [
        error(id, item.span, message, {
          hint: rangeHint(council),
          authority: 'LGA 1972, Schedule 12A',
        }),
      ];
    }),
  );
  const closed = items.findIndex((item) => item.part === 2);
  const resolution = items.findIndex((item) => item.kind === 'exempt-resolution');
  const first = items[closed];
  if (first === undefined || (resolution !== -1 && resolution < closed)) return faults;
  const message = `no item before the closed item ${first.number} asks the public to leave`;
  const hint = 'Add an item of “kind: exempt-resolution” before it.';
  return [...faults, warning(id, first.span, message, { hint, authority: 'LGA 1972, s.100A(4)' })];
}
