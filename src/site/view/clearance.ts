/** The clearance of a paper: which desks have read it, and whether the member has agreed it. */
import type { SignOff } from '../../model/paper.js';
import type { Paper } from '../../model/publication.js';
import type { Mark } from '../../model/table.js';
import { plainDate } from '../../model/words.js';

/** A desk, or the member, with how far it has come. */
export interface Clearance {
  readonly label: string;
  readonly mark: Mark;
  readonly word: string;
  readonly text: string;
}

/** A row for each desk in the order of the paper, then one for the member; empty where the paper names neither. */
export function clearanceOf(paper: Paper): readonly Clearance[] {
  const rows = (paper.signOff ?? []).map((desk: SignOff): Clearance =>
    desk.code === undefined
      ? { label: desk.desk, mark: 'none', word: 'Not needed', text: 'for this report' }
      : {
          label: desk.desk,
          mark: 'good',
          word: 'Cleared',
          text: [
            desk.code,
            desk.by === undefined ? undefined : `by ${desk.by}`,
            desk.date === undefined ? undefined : plainDate(desk.date),
          ]
            .filter((part) => part !== undefined)
            .join(', '),
        },
  );
  if (paper.memberAgreed === undefined) return rows;
  const agreed: Clearance = paper.memberAgreed
    ? { label: 'Cabinet member has agreed the report', mark: 'good', word: 'Agreed', text: '' }
    : { label: 'Cabinet member has agreed the report', mark: 'none', word: 'Not stated', text: '' };
  return [...rows, agreed];
}
