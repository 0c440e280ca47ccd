/** A closed item names paragraphs that the Schedule has, and the public is asked to leave before it. */
import { error, warning } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { exemptDescription } from '../model/exemption.js';
import type { Council } from '../model/council.js';
import type { AuthoredMeeting } from '../model/publication.js';
import { allItems } from './rule.js';
import type { Rule } from './rule.js';

const id = 'exemption-is-known';

export const rule: Rule = {
  id,
  check: ({ council, meetings }) => meetings.flatMap((meeting) => checkMeeting(council, meeting)),
};

function checkMeeting(council: Council, meeting: AuthoredMeeting): readonly Diagnostic[] {
  const items = allItems(meeting);
  const faults = items.flatMap((item) =>
    (item.exempt?.paragraphs ?? []).flatMap((paragraph) => {
      if (exemptDescription(council.jurisdiction, paragraph) !== undefined) return [];
      const range = council.jurisdiction === 'england' ? '1 to 7' : '12 to 18';
      const message = `item ${item.number} is exempt by paragraph ${paragraph}, which Schedule 12A does not have`;
      return [
        error(id, item.span, message, {
          hint: `Name one of the paragraphs ${range}.`,
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
