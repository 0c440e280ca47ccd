/** The explanation under an item of the agenda: the author's note, then what the reader must know about its papers. */
import type { Inline } from '../model/inline.js';
import type { Item, Publication } from '../model/publication.js';
import { noteInlines } from './notes.js';
import type { PlannedItem } from './plan.js';
import { itemLabel, listWords, momentWords } from './words.js';

/** Paragraphs under the title, in order. */
export function agendaNotes(entry: PlannedItem, publication: Publication): readonly (readonly Inline[])[] {
  const { item } = entry;
  const notes: (readonly Inline[])[] = [...noteInlines(item.text)];
  const count = entry.bodies.length + entry.elsewhere.length;
  if (count > 1) notes.push(plain(`${count} papers`));
  for (const { paper, item: other } of entry.elsewhere) {
    const number = itemLabel(other.number, publication.council.style.itemNumbers);
    notes.push(plain(`${paper.title} is printed with item ${number}`));
  }
  const status = statusNote(item, entry);
  if (status) notes.push(status);
  if (item.urgency) notes.push(plain(`Urgent business: ${item.urgency.reason}`));
  if (item.decision !== undefined) notes.push(plain(`Decision: ${item.decision}`));
  for (const body of entry.bodies) {
    const { late, title } = body.paper;
    if (late)
      notes.push(
        plain(
          `${title}: added ${late.published.length > 10 ? 'at' : 'on'} ${momentWords(late.published)}. ${late.reason}`,
        ),
      );
  }
  if (item.exempt && item.part === 1) notes.push(plain('Part of this item is private: see Part II'));
  return notes;
}

function plain(text: string): readonly Inline[] {
  return [{ kind: 'text', text }];
}

/** "**To follow** by noon on 29 January 2019: the reason". */
function statusNote(item: Item, entry: PlannedItem): readonly Inline[] | undefined {
  const { status } = item;
  if (!status) return undefined;
  const reason = status.reason === undefined ? '' : `: ${status.reason}`;
  switch (status.state) {
    case 'to-follow': {
      const words = entry.state === 'to-follow' ? 'To follow' : 'More to follow';
      const due = status.due === undefined ? '' : ` by ${momentWords(status.due)}`;
      const owner = status.owner === undefined ? '' : `, from ${status.owner}`;
      return due + owner + reason === ''
        ? undefined
        : [
            { kind: 'strong', content: plain(words) },
            { kind: 'text', text: due + owner + reason },
          ];
    }
    case 'late':
    case 'withdrawn':
    case 'deferred':
      return reason === '' ? undefined : plain(capital(listWords([`${status.state}${reason}`])));
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
