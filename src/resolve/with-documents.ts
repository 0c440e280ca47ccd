/** Puts resolved documents in the places of the authored ones. */
import type { AuthoredDocument, Document } from '../model/block.js';
import type {
  AuthoredItem,
  AuthoredMeeting,
  AuthoredPaper,
  AuthoredPublication,
  Item,
  Meeting,
  Paper,
  Publication,
} from '../model/publication.js';
import type { Kept } from '../model/same.js';
import { curlyQuotes } from './typography.js';

/** The publication as printed; what says the same as before is the same object as before. */
export function withDocuments(
  authored: AuthoredPublication,
  settled: (document: AuthoredDocument) => Document,
  kept: Kept,
): Publication {
  const paper = (p: AuthoredPaper): Paper =>
    kept.reuse<Paper>(`printed paper ${p.address}`, {
      ...p,
      title: printed(p.title),
      particulars: p.particulars.map((row) => ({ ...row, value: printed(row.value) })),
      text: settled(p.text),
    });
  const item = (i: AuthoredItem): Item =>
    kept.reuse<Item>(`printed item ${i.file}`, {
      ...i,
      title: printed(i.title),
      text: settled(i.text),
      papers: i.papers.map(paper),
      children: i.children.map(item),
    });
  const meeting = (m: AuthoredMeeting): Meeting =>
    kept.reuse<Meeting>(`printed meeting ${m.key}`, {
      ...m,
      title: printed(m.title),
      text: settled(m.text),
      notices: m.notices.map((n) => ({ ...n, text: settled(n.text) })),
      items: m.items.map(item),
    });
  return kept.reuse<Publication>('printed publication', {
    ...authored,
    meetings: authored.meetings.map(meeting),
    sharedPapers: authored.sharedPapers.map(paper),
  });
}

/** Words of the front matter as printed. */
function printed(words: string): string {
  return curlyQuotes(words, '');
}
