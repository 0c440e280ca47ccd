/** The PDFs of a paper, and what readers are told about one that was made elsewhere. */
import { itemLabel } from '../../model/words.js';
import type { Paper } from '../../model/publication.js';
import { pdfWords, sentences, type Download, type StatusNote } from './agenda.js';
import { meetingDates } from './meeting.js';
import type { PlacedPaper, SiteIndex } from './site-index.js';

/** A shared paper by itself, then as each pack prints it. */
export function pdfsOf({ paper, carriers }: PlacedPaper, index: SiteIndex): readonly Download[] {
  const own = index.input.sharedPdfs?.get(paper.address);
  const alone = own === undefined ? [] : [{ path: own.path, words: pdfWords('this paper', own) }];
  const carried = carriers.flatMap(({ meeting, item, facts }) => {
    if (facts === undefined) return [];
    const label = itemLabel(item.number, index.input.publication.council.style.itemNumbers);
    const only = carriers.length === 1 && own === undefined;
    const place = only ? 'this paper' : `item ${label}, ${meetingDates(meeting)}`;
    return [{ path: facts.pdf.path, words: pdfWords(place, facts.pdf) }];
  });
  const original = index.input.attachments?.get(paper.address)?.original;
  const supplied =
    original === undefined
      ? []
      : [{ path: original.path, words: `Original file: ${pdfWords('the attachment', original)}` }];
  return [...alone, ...carried, ...supplied];
}

/** That the text is in a file made elsewhere, and who gives it in another form where that file shuts readers out. */
export function attachmentNote(paper: Paper, index: SiteIndex): readonly StatusNote[] {
  const attachment = index.input.attachments?.get(paper.address);
  if (attachment === undefined) return [];
  const { contact } = index.input.publication.council;
  const reach = contact.email ?? contact.telephone;
  const fault = !attachment.hasText
    ? 'It is a picture of its pages and cannot be searched or read aloud'
    : !attachment.tagged
      ? 'It is not tagged, so it may be read aloud in the wrong order'
      : undefined;
  const help =
    fault === undefined
      ? undefined
      : `For another format, ask ${contact.department ?? 'democratic support'}${reach === undefined ? '' : `: ${reach}`}`;
  const text = sentences('A PDF made elsewhere; its text is in the file only', fault, help);
  return [{ mark: 'none', word: 'Attachment', text }];
}
