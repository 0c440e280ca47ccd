/** Looks at a PDF made elsewhere before it joins a pack: can it be read, how do its pages draw, what else does it hold. */
import { EncryptedPDFError, PDFArray, PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import {
  arrayOf,
  boolOf,
  dictOf,
  entryOf,
  nameOf,
  numberOf,
  openPdf,
  rawEntry,
  streamBytes,
} from './objects.js';
import type { PdfFile } from './objects.js';
import { readPageContent } from './page-content.js';
import type { FontBook, PageContent } from './page-content.js';

/** Why a file cannot be read. */
export type AttachmentFault = 'no-pdf' | 'encrypted' | 'damaged' | 'cut-short' | 'empty';

/** How a page draws: what has to be put right around its content. */
export interface PageDrawing {
  readonly restoresTooMany: number;
  readonly savesLeft: number;
  readonly marksPaired: boolean;
  /** The first number for marked content that the page does not use. */
  readonly freeMark: number;
  readonly hasText: boolean;
}

/** What a file holds beside its pages. */
export type Extra = 'forms' | 'scripts' | 'files' | 'comments' | 'media';

export interface AttachmentFacts {
  readonly pages: readonly PageDrawing[];
  readonly extras: readonly Extra[];
  /** It says itself that it is PDF/A of the level with tags. */
  readonly claimsPdfA: boolean;
}

export type AttachmentReading =
  | { readonly kind: 'read'; readonly facts: AttachmentFacts }
  | {
      readonly kind: 'fault';
      readonly fault: AttachmentFault;
      /** Where the fault was met, counted from 1. */
      readonly page?: number;
    };

/** Reads a file strictly. Never rejects: whatever is wrong with it is the answer. */
export async function readAttachment(bytes: Uint8Array): Promise<AttachmentReading> {
  if (bytes.length === 0) return fault('empty');
  if (!latin1(bytes.subarray(0, 1024)).includes('%PDF-')) return fault('no-pdf');
  // A file that was cut while it was copied or downloaded has lost its end.
  const ends = latin1(bytes.subarray(-1024)).includes('%%EOF');
  const broken = ends ? 'damaged' : 'cut-short';
  let file: PdfFile;
  try {
    file = await openPdf(bytes);
  } catch (cause) {
    return fault(cause instanceof EncryptedPDFError || saysEncrypted(bytes) ? 'encrypted' : broken);
  }
  try {
    if (file.pages.length === 0) return fault(statedPages(file) > 0 ? broken : 'empty');
    if (statedPages(file) > file.pages.length) return fault(broken, file.pages.length + 1);
    const pages: PageDrawing[] = [];
    const fonts: FontBook = new Map();
    for (const page of file.pages) {
      const contents = entryOf(page.dict, 'Contents');
      const lost = rawEntry(page.dict, 'Contents') !== undefined && contents === undefined;
      const parts = contents instanceof PDFArray ? arrayOf(contents) : lost ? [undefined] : [contents];
      if (lost || (contents !== undefined && parts.some((part) => !(part instanceof PDFStream))))
        return fault(broken, page.index + 1);
      if (!ends && losesObjects(file.context, page.dict)) return fault('cut-short', page.index + 1);
      let content: PageContent;
      try {
        content = readPageContent(page, fonts);
      } catch {
        return fault(broken, page.index + 1);
      }
      pages.push(drawingOf(content));
    }
    return { kind: 'read', facts: { pages, extras: extrasOf(file), claimsPdfA: claimsPdfA(file) } };
  } catch {
    return fault(broken);
  }
}

function fault(kind: AttachmentFault, page?: number): AttachmentReading {
  return page === undefined ? { kind: 'fault', fault: kind } : { kind: 'fault', fault: kind, page };
}

/** The keys of a file that may not be read lie in its trailer, which is never encrypted itself (PDF 1.7, 7.6.1). */
function saysEncrypted(bytes: Uint8Array): boolean {
  return /\/Encrypt(?:\s+\d+\s+\d+\s+R|\s*<<)/.test(Buffer.from(bytes).toString('latin1'));
}

function statedPages(file: PdfFile): number {
  return numberOf(entryOf(dictOf(entryOf(file.catalog, 'Pages')), 'Count')) ?? 0;
}

/** True where something that a page is made of is named and not in the file. */
function losesObjects(context: PDFContext, page: PDFDict): boolean {
  const seen = new Set<unknown>();
  const waiting: unknown[] = [entryOf(page, 'Contents'), entryOf(page, 'Resources')];
  for (let at = waiting.pop(); at !== undefined || waiting.length > 0; at = waiting.pop()) {
    if (at === undefined || seen.has(at)) continue;
    seen.add(at);
    const dict = at instanceof PDFDict ? at : at instanceof PDFStream ? at.dict : undefined;
    const values = at instanceof PDFArray ? at.asArray() : (dict?.entries().map(([, value]) => value) ?? []);
    for (const value of values) {
      const found = context.lookup(value);
      if (found === undefined) return true;
      if (found instanceof PDFDict && found.get(PDFName.of('Type')) === PDFName.of('Page')) continue;
      waiting.push(found);
    }
  }
  return false;
}

function drawingOf(content: PageContent): PageDrawing {
  const { net, lowest } = content.saves;
  return {
    restoresTooMany: -lowest,
    savesLeft: net,
    marksPaired: !content.faults.includes('unbalanced'),
    freeMark: Math.max(-1, ...content.mcids.filter(Number.isInteger)) + 1,
    hasText: [...content.used.values()].some((codes) => codes.size > 0),
  };
}

const comments: ReadonlySet<string> = new Set(['Text', 'Popup']);
const media: ReadonlySet<string> = new Set(['Sound', 'Movie', 'Screen', '3D', 'RichMedia']);

function extrasOf(file: PdfFile): readonly Extra[] {
  const found = new Set<Extra>();
  const { catalog } = file;
  const names = dictOf(entryOf(catalog, 'Names'));
  if (arrayOf(entryOf(dictOf(entryOf(catalog, 'AcroForm')), 'Fields')).length > 0) found.add('forms');
  if (entryOf(names, 'EmbeddedFiles') !== undefined || arrayOf(entryOf(catalog, 'AF')).length > 0)
    found.add('files');
  const opens = dictOf(entryOf(catalog, 'OpenAction'));
  if (entryOf(names, 'JavaScript') !== undefined || isScript(opens) || entryOf(catalog, 'AA') !== undefined)
    found.add('scripts');
  for (const page of file.pages) {
    if (entryOf(page.dict, 'AA') !== undefined) found.add('scripts');
    for (const value of arrayOf(entryOf(page.dict, 'Annots'))) {
      const annotation = dictOf(value);
      const kind = nameOf(entryOf(annotation, 'Subtype')) ?? '';
      if (kind === 'Widget') found.add('forms');
      if (kind === 'FileAttachment') found.add('files');
      if (comments.has(kind)) found.add('comments');
      if (media.has(kind)) found.add('media');
      if (isScript(dictOf(entryOf(annotation, 'A'))) || entryOf(annotation, 'AA') !== undefined)
        found.add('scripts');
    }
  }
  return [...found].sort();
}

/** JavaScript, or the start of a program. */
function isScript(action: PDFDict | undefined): boolean {
  const kind = nameOf(entryOf(action, 'S'));
  return kind === 'JavaScript' || kind === 'Launch';
}

function claimsPdfA({ catalog }: PdfFile): boolean {
  const packet = streamBytes(entryOf(catalog, 'Metadata'));
  const xmp = packet ? new TextDecoder().decode(packet) : '';
  const level = (name: string) =>
    new RegExp(`(?:<pdfaid:${name}>|pdfaid:${name}=["'])\\s*([^<"'\\s]*)`).exec(xmp)?.[1];
  const marked = boolOf(entryOf(dictOf(entryOf(catalog, 'MarkInfo')), 'Marked')) === true;
  return marked && ['1', '2'].includes(level('part') ?? '') && level('conformance')?.toUpperCase() === 'A';
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
