/** What a rule is: a check of the publication as authored, with the words that the calculation gives its figures. */
import type { RuleId } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredDocument } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import type {
  AuthoredItem,
  AuthoredMeeting,
  AuthoredPaper,
  AuthoredPublication,
} from '../model/publication.js';
import type { DataBlock, TableSource } from '../model/table-source.js';
import type { TableWords } from '../model/table-words.js';

export interface Rule {
  readonly id: RuleId;
  readonly check: (publication: AuthoredPublication, texts: readonly RuleText[]) => readonly Diagnostic[];
}

/** A text of the publication: a paper, the note of an item, the front sheet of a meeting. */
export interface RuleText {
  readonly title: string;
  readonly document: AuthoredDocument;
  /** What a calculated figure is printed as; undefined where it is not known. */
  readonly figure: (inline: Extract<AuthoredInline, { kind: 'expression' }>) => string | undefined;
  /** The words of a table; undefined where it cannot be read, or nothing was calculated. */
  readonly table?: (block: TableSource | DataBlock) => TableWords | undefined;
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
