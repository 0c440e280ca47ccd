/** Paints a laid-out document as a tagged PDF: PDF/UA-1 and PDF/A-2a at once, the same bytes for the same input. */
import { createHash } from 'node:crypto';
import type { DisplayDocument, DisplayPage } from '../layout/display.js';
import { isSvg, pictureOf } from '../layout/svg/print.js';
import type { Fonts } from '../type/fonts.js';
import { openDocument } from './document.js';
import type { PaintDocument } from './document.js';
import { documentFaces, faceName } from './faces.js';
import type { Faces } from './faces.js';
import type { ForeignPdf } from './foreign.js';
import { emptyResources, importPages, joinPages, writeLayers } from './imported.js';
import type { ImportedPages } from './imported.js';
import { documentImages } from './images.js';
import type { Images } from './images.js';
import { ObjectNumber } from './internals.js';
import type { PdfKitDocument, PdfKitPage, PdfRef } from './internals.js';
import { labelRanges } from './labels.js';
import { writeLink } from './links.js';
import { bothClaims, xmpPacket } from './metadata.js';
import type { Claims } from './metadata.js';
import { writeOutline } from './outline.js';
import { pagePainter } from './painted.js';
import type { PagePainter, PaintedItems } from './painted.js';
import { patternBook } from './patterns.js';
import { pictureForm } from './picture.js';
import { tagWriter } from './tags.js';
import type { TagWriter } from './tags.js';

/** How to paint. */
export interface PaintOptions {
  /** Bytes of an image by its `src`; undefined leaves it out, which layout has reported by then. */
  readonly readImage?: (src: string) => Uint8Array | undefined;
  /** Object streams, on unless said: half the size. Off for looking into a file with a text editor. */
  readonly objectStreams?: boolean;
  /** The file that imported pages name by their `src`. */
  readonly readForeign?: (src: string) => ForeignPdf | undefined;
  /** Which claims of conformance the document makes; both unless said, since all of it is ours. */
  readonly claims?: Claims;
}

/** The document as bytes of a finished PDF file. */
export function paint(document: DisplayDocument, fonts: Fonts, options: PaintOptions = {}): Uint8Array {
  const created = readDate(document.date);
  const { title, author, subject, lang } = document;
  const xmp = xmpPacket({ title, author, subject, lang, created, claims: options.claims ?? bothClaims });
  const objectStreams = options.objectStreams ?? true;
  const pdf = openDocument({ title, author, subject, lang, created, xmp, objectStreams });

  // All page objects exist before the first is painted, so that every destination names its page directly.
  for (const page of document.pages) pdf.addPage({ size: [page.width, page.height], margin: 0 });
  const places = document.pages.map((page, index) => ({
    ref: pageAt(pdf, index).dictionary,
    height: page.height,
  }));
  const tags = tagWriter(pdf, document.tags, places);
  const hash = createHash('sha256').update(xmp);
  const faces = documentFaces(pdf, fonts);
  const drawn = (bytes: Uint8Array): PdfRef | undefined => {
    const picture = isSvg(bytes) ? pictureOf(bytes, fonts) : undefined;
    return picture && pictureForm(pdf, picture, faces);
  };
  const painter: Painter = {
    pdf,
    tags,
    places,
    faces,
    images: documentImages(pdf, options.readImage ?? (() => undefined), drawn),
    patterns: patternBook(pdf),
    pages: pagePainter(fonts),
    imported: importPages(pdf, document.pages, places, tags, options.readForeign ?? (() => undefined)),
  };
  hash.update(painter.imported.digest);
  for (const [index, page] of document.pages.entries())
    for (const stream of paintPage(page, index, document, painter)) hash.update(stream);

  painter.imported.finish();
  writeLayers(pdf, painter.imported);
  tags.finish();
  writeOutline(pdf, document.outline, places);
  const labels = pdf.ref({ Nums: labelRanges(document.pages.map((page) => page.label)) });
  labels.end();
  pdf._root.data.PageLabels = labels;
  // PDFKit's own id is made from the clock and the title; ours is made from what is on the pages.
  pdf._id = new Uint8Array(hash.digest().subarray(0, 16));
  return pdf.finish();
}

interface Painter {
  readonly pdf: PaintDocument;
  readonly tags: TagWriter;
  readonly places: readonly { readonly ref: PdfRef; readonly height: number }[];
  readonly faces: Faces;
  readonly images: Images;
  readonly patterns: ReturnType<typeof patternBook>;
  readonly pages: PagePainter;
  readonly imported: ImportedPages;
}

/** Paints one page and answers its content streams. */
function paintPage(
  page: DisplayPage,
  index: number,
  document: DisplayDocument,
  painter: Painter,
): readonly Uint8Array[] {
  const { pdf } = painter;
  const sheet = pageAt(pdf, index);
  sheet.dictionary.data['Tabs'] = 'S';
  sheet.dictionary.data['UserUnit'] = undefined;
  // Takes the place of the transformation that PDFKit put there when it made the page.
  sheet.content.buffer = [];
  sheet.content.data['Length'] = undefined;
  const under = painter.imported.pages.get(index);
  if (under) {
    const painted = painter.pages.over(page, painter.images);
    // Resources of its own, as a form: names of fonts would meet those of the file.
    const target = emptyResources();
    enter(painted, index, document, target, painter);
    joinPages(pdf, sheet, page, under, target, painted.stream);
    return [painted.stream];
  }
  const { body, furniture } = painter.pages.page(page, painter.images);
  enter(body, index, document, sheet, painter);
  if (!furniture) {
    writeDeflated(sheet.content, body.stream);
    return [body.stream];
  }
  enter(furniture, index, document, sheet, painter);
  sheet.dictionary.data['Contents'] = [new ObjectNumber(pdf.deflated(body.stream)), sheet.content];
  writeDeflated(sheet.content, furniture.stream);
  return [body.stream, furniture.stream];
}

function writeDeflated(ref: PdfRef, stream: Uint8Array): void {
  ref.compress = false;
  ref.data['Filter'] = 'FlateDecode';
  ref.write(stream);
}

/** Brings to a page what a content stream on it needs, and enters its marks and links. */
function enter(
  painted: PaintedItems,
  index: number,
  document: DisplayDocument,
  target: Pick<PdfKitPage, 'fonts' | 'xobjects' | 'patterns'>,
  painter: Painter,
): void {
  const { faces, patterns, tags, pdf, places } = painter;
  faces.use(painted.faces);
  for (const { key } of painted.faces) target.fonts[faceName(key)] = faces.ref(key);
  for (const paint of painted.patterns) {
    const { name, ref } = patterns(paint);
    target.patterns[name] = ref;
  }
  for (const image of painted.images) target.xobjects[image.name] = image.ref;
  for (const own of painted.sequence) {
    if (!('kind' in own)) tags.mark(own, index);
    else pageAt(pdf, index).annotations.push(writeLink(own, index, document, { pdf, places, tags }));
  }
}

function pageAt(pdf: PdfKitDocument, index: number): PdfKitPage {
  const page = pdf._pageBuffer[index];
  if (!page) throw new Error(`no page ${index}`);
  return page;
}

/** `2019-01-30T10:00` as a moment; the digits are written as they stand, whatever the zone of the machine. */
function readDate(date: string): Date {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(date);
  if (!match) throw new Error(`not a date: ${date}`);
  const part = (index: number) => Number(match[index] ?? 0);
  return new Date(Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5), part(6)));
}
