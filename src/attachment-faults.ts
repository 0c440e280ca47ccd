/** What is said of attached PDFs, in an officer's words: why one does not open, what it lacks, what is left out of it. */
import { createHash } from 'node:crypto';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { error, note, warning } from './diagnostics/diagnostic.js';
import type { AttachmentFault, AttachmentFacts, Extra } from './inspect/attachment.js';
import type { PdfFinding } from './inspect/check.js';
import type { Paper } from './model/publication.js';
import { chosenPages } from './pack/page-choice.js';
import type { Span } from './source/span.js';

/** One attachment with how it is called in a message. */
export interface Subject {
  readonly paper: Paper;
  /** "the PDF “3-settlement.pdf” of item 5b". */
  readonly words: string;
  /** Place of a key of its particulars. */
  at(key: string): Span;
  setting(key: string): string | undefined;
}

/** A fault where the file is not the one whose checksum its particulars state. */
export function checksum(subject: Subject, bytes: Uint8Array): readonly Diagnostic[] {
  const stated = subject.setting('sha256');
  if (stated === undefined) return [];
  const found = createHash('sha256').update(bytes).digest('hex');
  if (stated.toLowerCase() === found) return [];
  const hint = `Put the right file back. If the new one is right, write “sha256: ${found}”.`;
  const message = /^[0-9a-f]{64}$/i.test(stated)
    ? `${subject.words} is not the file that its particulars were written for`
    : `“${stated}” is not a SHA-256 checksum, which has 64 figures and letters from a to f`;
  return [error('attachment-agrees', subject.at('sha256'), message, { hint })];
}

/** The indexes of the pages that are printed, in order, and what is wrong with how they are named. */
export function choosePages(
  subject: Subject,
  count: number,
): { readonly pages: readonly number[]; readonly diagnostics: readonly Diagnostic[] } {
  const all = Array.from({ length: count }, (_, page) => page);
  const typed = subject.setting('pages');
  if (typed === undefined) return { pages: all, diagnostics: [] };
  const choice = chosenPages(typed, count);
  if (choice.kind === 'pages') return { pages: choice.pages, diagnostics: [] };
  const message =
    choice.kind === 'unclear'
      ? `“${choice.part}” does not say which pages of ${subject.words} are printed`
      : `${subject.words} has ${count === 1 ? 'one page' : `${count} pages`}, so there is no page ${choice.page}`;
  const hint = 'Write single pages and stretches with commas between them: 1-3, 7.';
  return { pages: all, diagnostics: [error('attachment-agrees', subject.at('pages'), message, { hint })] };
}

/** Why a file cannot be opened, and what to do about it. */
export function faultOf(subject: Subject, fault: AttachmentFault | 'unreadable', page?: number): Diagnostic {
  const again =
    'Ask for the file again, or open it and print it to a new PDF, and see that all pages are right.';
  const at = page === undefined ? '' : `: page ${page} cannot be read`;
  const [message, hint] = ((): readonly [string, string] => {
    switch (fault) {
      case 'unreadable':
        return [
          `${subject.words} cannot be opened`,
          'Close it in other programs, and see that you may read it.',
        ];
      case 'no-pdf':
        return [
          `${subject.words} is no PDF, whatever its name says`,
          'Open it with the program that made it, and save it as a PDF.',
        ];
      case 'encrypted':
        return [
          `${subject.words} is protected with a password or against copying`,
          'Ask whoever sent it for a copy without protection. Readers with assistive technology need one, too.',
        ];
      case 'empty':
        return [`${subject.words} is empty`, again];
      case 'cut-short':
        return [
          `${subject.words} ends too early${at}`,
          'Copy or download it again: it was cut off on its way.',
        ];
      case 'damaged':
        return [`${subject.words} is damaged${at}`, again];
    }
  })();
  return error('attachment-opens', subject.paper.span, message, { hint });
}

/** A warning where pages hold no text. */
export function textFaults(
  subject: Subject,
  chosen: readonly number[],
  { pages }: AttachmentFacts,
): readonly Diagnostic[] {
  const mute = chosen.filter((page) => pages[page]?.hasText === false);
  if (mute.length === 0) return [];
  const which =
    mute.length === chosen.length
      ? 'holds no text, only pictures of its pages, as a scan does'
      : `has ${mute.length === 1 ? 'a page' : `${mute.length} pages`} without text: ${mute
          .slice(0, 8)
          .map((page) => page + 1)
          .join(', ')}${mute.length > 8 ? ' …' : ''}`;
  const hint = 'Nobody can search it or have it read aloud. Ask for the document the PDF was made from.';
  return [warning('attachment-has-text', subject.paper.span, `${subject.words} ${which}`, { hint })];
}

/** A warning where the file has no tags. */
export function tagFaults(subject: Subject, tagged: boolean): readonly Diagnostic[] {
  if (tagged) return [];
  const stated = subject.setting('tagged') ?? '';
  const says = /^(?:yes|true)$/i.test(stated);
  const hint =
    'Ask its author for a tagged PDF, or put the text into a paper. Until then each of its pages is read aloud as one paragraph.';
  return [
    warning(
      'attachment-is-tagged',
      says ? subject.at('tagged') : subject.paper.span,
      says
        ? `${subject.words} has no tags, though its particulars say so`
        : `${subject.words} has no tags for assistive technology`,
      { hint },
    ),
  ];
}

const extraWords: Readonly<Record<Extra, readonly [string, string]>> = {
  forms: [
    'holds fields to fill in',
    'They are printed as they are filled in, and nobody can fill them in there.',
  ],
  scripts: ['holds scripts', 'They are left out of the packs; the original on the site still has them.'],
  files: [
    'holds other files',
    'They are left out of the packs; the original on the site still has them. Look whether they are for the public.',
  ],
  comments: [
    'holds comments',
    'They are left out of the packs; the original on the site still has them. Look whether they are for the public.',
  ],
  media: ['holds sound or film', 'It is left out of the packs; the original on the site still has it.'],
};

/** What the file holds beside its pages. */
export function extraFault(subject: Subject, extra: Extra): Diagnostic {
  const [words, hint] = extraWords[extra];
  // What may hold things that were never meant for the public is worth a look; the rest is only worth knowing.
  const make = extra === 'forms' || extra === 'media' ? note : warning;
  return make('attachment-is-pages-only', subject.paper.span, `${subject.words} ${words}`, { hint });
}

/** Says why packs with the file make no claim to PDF/UA. */
export function claimNote(subject: Subject, tagged: boolean, findings: readonly PdfFinding[]): Diagnostic {
  const broken = [...new Set(findings.map((finding) => finding.sentence))];
  const reason = tagged
    ? `its tags do not meet ${broken.length === 1 ? 'one condition' : `${broken.length} conditions`} of it`
    : 'it has no tags';
  const first = broken[0] === undefined || !tagged ? '' : ` The first is: ${broken[0]}`;
  const message = `packs with ${subject.words} do not say that they are PDF/UA, since ${reason}`;
  const hint = `All other pages of them are as accessible as ever.${first}`;
  return note('pack-conforms', subject.paper.span, message, { hint });
}
