/** Opens the attached PDFs of a publication, and says in an officer's words what is wrong with them or left out. */
import { createHash } from 'node:crypto';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { error, note, warning } from './diagnostics/diagnostic.js';
import type { AttachmentFact } from './model/attachment.js';
import type { PaperAddress } from './model/inline.js';
import type { Item, Paper, Publication } from './model/publication.js';
import type { Attachment } from './pack/attachment.js';
import type { PackTools } from './pack/packs.js';
import { chosenPages } from './pack/page-choice.js';
import type { AttachmentFault, AttachmentFacts, Extra } from './inspect/attachment.js';
import type { PdfFinding } from './inspect/check.js';
import { entry } from './source/data-node.js';
import type { Host } from './source/host.js';
import type { Span } from './source/span.js';
import type { Fonts } from './type/fonts.js';

/** All attachments that could be opened, by the address of their paper. */
export interface OpenedAttachments {
  readonly opened: ReadonlyMap<PaperAddress, Attachment>;
  /** The files as they were supplied, for the site: by path from its root. */
  readonly originals: ReadonlyMap<string, Uint8Array>;
  readonly facts: ReadonlyMap<PaperAddress, AttachmentFact>;
  readonly diagnostics: readonly Diagnostic[];
}

/** One attachment with how it is called in a message. */
interface Subject {
  readonly paper: Paper;
  /** "the PDF “3-settlement.pdf” of item 5b". */
  readonly words: string;
  /** Place of a key of its particulars. */
  at(key: string): Span;
  setting(key: string): string | undefined;
}

/** Opens every attachment; the library that reads them is loaded only when there is one. */
export async function openAttachments(
  host: Host,
  publication: Publication,
  loadFonts: () => Fonts,
): Promise<OpenedAttachments> {
  const opened = new Map<PaperAddress, Attachment>();
  const originals = new Map<string, Uint8Array>();
  const facts = new Map<PaperAddress, AttachmentFact>();
  const diagnostics: Diagnostic[] = [];
  for (const subject of subjectsOf(publication)) {
    const { paper } = subject;
    host.log.progress(`Reading ${paper.title}`);
    const bytes = host.readFile(pdfPath(paper));
    if (bytes === undefined) {
      // Particulars without a PDF beside them are reported where the folder is read.
      if (isListed(host, pdfPath(paper))) diagnostics.push(faultOf(subject, 'unreadable'));
      continue;
    }
    const made = await openOne(subject, bytes, publication, loadFonts());
    diagnostics.push(...made.diagnostics);
    if (made.attachment === undefined || made.facts === undefined) continue;
    opened.set(paper.address, made.attachment);
    const path = `${paper.address}/original.pdf`;
    originals.set(path, bytes);
    facts.set(paper.address, {
      original: { path, bytes: bytes.length, pages: made.facts.pages.length },
      tagged: made.attachment.pdf.tagged,
      hasText: made.facts.pages.some((page) => page.hasText),
    });
  }
  return { opened, originals, facts, diagnostics };
}

interface Opening {
  readonly attachment?: Attachment;
  readonly facts?: AttachmentFacts;
  readonly diagnostics: readonly Diagnostic[];
}

async function openOne(
  subject: Subject,
  bytes: Uint8Array,
  publication: Publication,
  fonts: Fonts,
): Promise<Opening> {
  const { paper } = subject;
  const sum = checksum(subject, bytes);
  const { readAttachment } = await import('./inspect/attachment.js');
  const reading = await readAttachment(bytes);
  if (reading.kind === 'fault')
    return { diagnostics: [...sum, faultOf(subject, reading.fault, reading.page)] };
  const { facts } = reading;
  const choice = choosePages(subject, facts.pages.length);
  let attachment: Attachment;
  let findings: readonly PdfFinding[];
  try {
    // Loaded only for a council that has an attachment: a check of any other needs no painter.
    const [{ openForeign }, { checkPdf }, { makePaper }] = await Promise.all([
      import('./pdf/import/open.js'),
      import('./inspect/check.js'),
      import('./pack/single.js'),
    ]);
    const pdf = await openForeign(bytes, facts.pages);
    attachment = { pdf, chosen: choice.pages, claims: { ua: true, a: true } };
    // Printed once by itself: what cannot be copied is found here, and the result is judged as it will be in the packs.
    const trial: PackTools = {
      fonts,
      attachment: (address) => (address === paper.address ? attachment : undefined),
      readImage: () => undefined,
      imageSize: () => undefined,
    };
    findings = await checkPdf(makePaper(publication, paper, trial).bytes);
  } catch {
    // The reader of strangers' files fails in many ways, and all mean that this file is not as it should be.
    return { diagnostics: [...sum, faultOf(subject, 'damaged')] };
  }
  const { tagged } = attachment.pdf;
  const ua = tagged && findings.length === 0;
  return {
    attachment: { ...attachment, claims: { ua, a: tagged && facts.claimsPdfA } },
    facts,
    diagnostics: [
      ...sum,
      ...choice.diagnostics,
      ...textFaults(subject, choice.pages, facts),
      ...tagFaults(subject, tagged),
      ...facts.extras.map((extra) => extraFault(subject, extra)),
      ...(ua ? [] : [claimNote(subject, tagged, findings)]),
    ],
  };
}

function pdfPath(paper: Paper): string {
  return paper.file.replace(/\.yaml$/, '');
}

function isListed(host: Host, path: string): boolean {
  const cut = path.lastIndexOf('/');
  return host.list(path.slice(0, cut))?.some((own) => own.name === path.slice(cut + 1)) ?? false;
}

/** Attachments in the order of the publication, each once. */
function subjectsOf(publication: Publication): readonly Subject[] {
  const found = new Map<PaperAddress, Subject>();
  const add = (paper: Paper, item: Item | undefined): void => {
    if (paper.type !== 'attachment' || found.has(paper.address)) return;
    const name = pdfPath(paper).slice(pdfPath(paper).lastIndexOf('/') + 1);
    const { settings } = paper;
    found.set(paper.address, {
      paper,
      words: `the PDF “${name}”${item === undefined ? '' : ` of item ${item.number}`}`,
      at: (key) => (settings && entry(settings, key)?.span) ?? paper.span,
      setting: (key) => {
        const node = settings && entry(settings, key);
        return node?.kind === 'scalar' ? node.text.trim() : undefined;
      },
    });
  };
  const visit = (item: Item): void => {
    for (const paper of item.papers) add(paper, item);
    item.children.forEach(visit);
  };
  for (const meeting of publication.meetings) meeting.items.forEach(visit);
  for (const paper of publication.sharedPapers) add(paper, undefined);
  return [...found.values()];
}

function checksum(subject: Subject, bytes: Uint8Array): readonly Diagnostic[] {
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

function choosePages(
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

function faultOf(subject: Subject, fault: AttachmentFault | 'unreadable', page?: number): Diagnostic {
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

function textFaults(
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

function tagFaults(subject: Subject, tagged: boolean): readonly Diagnostic[] {
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

function extraFault(subject: Subject, extra: Extra): Diagnostic {
  const [words, hint] = extraWords[extra];
  // What may hold things that were never meant for the public is worth a look; the rest is only worth knowing.
  const make = extra === 'forms' || extra === 'media' ? note : warning;
  return make('attachment-is-pages-only', subject.paper.span, `${subject.words} ${words}`, { hint });
}

function claimNote(subject: Subject, tagged: boolean, findings: readonly PdfFinding[]): Diagnostic {
  const broken = [...new Set(findings.map((finding) => finding.sentence))];
  const reason = tagged
    ? `its tags do not meet ${broken.length === 1 ? 'one condition' : `${broken.length} conditions`} of it`
    : 'it has no tags';
  const first = broken[0] === undefined || !tagged ? '' : ` The first is: ${broken[0]}`;
  const message = `packs with ${subject.words} do not say that they are PDF/UA, since ${reason}`;
  const hint = `All other pages of them are as accessible as ever.${first}`;
  return note('pack-conforms', subject.paper.span, message, { hint });
}
