/** What a rule is: a check of the publication as authored, before anything is calculated. */
import type { RuleId } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type {
  AuthoredItem,
  AuthoredMeeting,
  AuthoredPaper,
  AuthoredPublication,
} from '../model/publication.js';

export interface Rule {
  readonly id: RuleId;
  readonly check: (publication: AuthoredPublication) => readonly Diagnostic[];
}

/** Items of a meeting, lettered ones after their container. */
export function allItems(meeting: AuthoredMeeting): readonly AuthoredItem[] {
  return meeting.items.flatMap((item) => [item, ...item.children]);
}

/** Every paper once, whether a meeting carries it or not. */
export function allPapers(publication: AuthoredPublication): readonly AuthoredPaper[] {
  const carried = publication.meetings.flatMap(allItems).flatMap((item) => item.papers);
  return [...new Set([...publication.sharedPapers, ...carried])];
}
