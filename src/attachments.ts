/** Opens the attached PDFs of a publication. */
import {
  checksum,
  choosePages,
  claimNote,
  extraFault,
  faultOf,
  tagFaults,
  textFaults,
} from './attachment-faults.js';
import type { Subject } from './attachment-faults.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { AttachmentFact } from './model/attachment.js';
import type { PaperAddress } from './model/inline.js';
import type { Item, Paper, Publication } from './model/publication.js';
import { keepValues, sameBytes } from './model/same.js';
import type { Kept } from './model/same.js';
import type { Attachment } from './pack/attachment.js';
import type { PackTools } from './pack/packs.js';
import type { AttachmentFacts } from './inspect/attachment.js';
import type { PdfFinding } from './inspect/check.js';
import { entry } from './source/data-node.js';
import type { Host } from './source/host.js';
import type { Fonts } from './type/fonts.js';

/** All attachments that could be opened, by the address of their paper. */
export interface OpenedAttachments {
  readonly opened: ReadonlyMap<PaperAddress, Attachment>;
  /** The files as they were supplied, for the site: by path from its root. */
  readonly originals: ReadonlyMap<string, Uint8Array>;
  readonly facts: ReadonlyMap<PaperAddress, AttachmentFact>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Opens every attachment; the library that reads them is loaded only when there is one. What earlier calls with the same fonts have
 * left in `kept` is not opened again where it has not changed.
 */
export async function openAttachments(
  host: Host,
  publication: Publication,
  loadFonts: () => Fonts,
  kept: Kept = keepValues(),
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
    const { council, asAt } = publication;
    const from = [paper, subject.words, council, asAt];
    const known = kept.take<KnownAttachment>(
      `attachment ${paper.address}`,
      (before) => sameBytes(before.bytes, bytes) && before.from.every((part, i) => part === from[i]),
      () => ({
        bytes,
        from,
        opening: openOne(subject, bytes, { ...publication, meetings: [] }, loadFonts()),
      }),
    );
    const made = await known.opening;
    diagnostics.push(...made.diagnostics);
    if (made.attachment === undefined || made.facts === undefined) continue;
    opened.set(paper.address, made.attachment);
    const path = `${paper.address}/original.pdf`;
    originals.set(path, known.bytes);
    facts.set(paper.address, {
      original: { path, bytes: bytes.length, pages: made.facts.pages.length },
      tagged: made.attachment.pdf.tagged,
      hasText: made.facts.pages.some((page) => page.hasText),
    });
  }
  kept.sweep();
  return { opened, originals, facts, diagnostics };
}

/** An attachment opened before, with all that it was made from. */
interface KnownAttachment {
  readonly bytes: Uint8Array;
  readonly from: readonly unknown[];
  readonly opening: Promise<Opening>;
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
