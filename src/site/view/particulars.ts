/** The particulars of a paper: what its author states, and where and how long it is. */
import { plainDate, rangeInWords } from '../../model/words.js';
import { meetingDates, type Fact } from './meeting.js';
import { readingTime } from './reading.js';
import type { PlacedPaper } from './site-index.js';

/** The particulars in the order of the page; a label that the author typed is not added again. */
export function factsOf({ paper, carriers }: PlacedPaper): readonly Fact[] {
  const facts: Fact[] = [...paper.particulars];
  const has = (label: string): boolean => facts.some((fact) => fact.label === label);
  const add = (label: string, value: string | undefined): void => {
    if (value !== undefined && value !== '' && !has(label)) facts.push({ label, value });
  };
  add(
    paper.authors.length === 1 ? 'Author' : 'Authors',
    has('Author') ? undefined : paper.authors.join('; '),
  );
  add('Owner', paper.owner);
  add('Date', paper.date === undefined ? undefined : plainDate(paper.date));
  add('Version', paper.version);
  for (const { meeting, facts: place } of carriers) {
    const range = place === undefined ? undefined : rangeInWords(place.range);
    if (range === undefined) continue;
    facts.push(
      carriers.length === 1
        ? { label: 'In the pack', value: range }
        : { label: `In the pack of ${meetingDates(meeting)}`, value: range },
    );
  }
  add('Length', readingTime(paper.text));
  return facts;
}
