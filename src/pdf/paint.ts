/** Paints a laid-out document as a tagged PDF: PDF/UA-1 and PDF/A-2a at once, the same bytes for the same input. */
import { createHash } from 'node:crypto';
import type { DisplayDocument, DisplayItem, DisplayPage, LinkItem, TextItem } from '../layout/display.js';
import { isSvg, pictureOf } from '../layout/svg/print.js';
import type { Fonts } from '../type/fonts.js';
import { openDocument } from './document.js';
import { pageContent } from './content.js';
import { documentFaces } from './faces.js';
import type { Faces, PaintText } from './faces.js';
import type { ForeignPdf } from './foreign.js';
import { emptyResources, importPages, joinPages, writeLayers } from './imported.js';
import type { ImportedPages } from './imported.js';
import { documentImages } from './images.js';
import type { Images } from './images.js';
import { text } from './internals.js';
import type { PdfDictionary, PdfKitDocument, PdfKitPage, PdfRef } from './internals.js';
import { labelRanges } from './labels.js';
import { bothClaims, xmpPacket } from './metadata.js';
import type { Claims } from './metadata.js';
import { num, rgb } from './numbers.js';
import { writeOutline } from './outline.js';
import { patternBook } from './patterns.js';
import { pictureForm } from './picture.js';
import { tagWriter } from './tags.js';
import type { TagWriter } from './tags.js';
import { showText, vectorOperators } from './vector.js';

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

interface Place {
  readonly ref: PdfRef;
  readonly height: number;
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
    imported: importPages(pdf, document.pages, places, tags, options.readForeign ?? (() => undefined)),
  };
  hash.update(painter.imported.digest);
  for (const [index, page] of document.pages.entries()) hash.update(paintPage(page, index, painter));

  painter.imported.finish();
  writeLayers(pdf, painter.imported);
  tags.finish();
  writeOutline(pdf, document.outline, places);
  const labels = pdf.ref({ Nums: labelRanges(document.pages.map((page) => page.label)) });
  labels.end();
  pdf._root.data.PageLabels = labels;
  // PDFKit's own id is made from the clock and the title; ours is made from what is on the pages.
  pdf._id = new Uint8Array(hash.digest().subarray(0, 16));
  pdf.end();
  const bytes = pdf.read();
  if (!bytes) throw new Error('PDFKit finished without bytes');
  return new Uint8Array(bytes);
}

interface Painter {
  readonly pdf: PdfKitDocument;
  readonly tags: TagWriter;
  readonly places: readonly Place[];
  readonly faces: Faces;
  readonly images: Images;
  readonly patterns: ReturnType<typeof patternBook>;
  readonly imported: ImportedPages;
}

/** Paints one page and answers its content stream. */
function paintPage(page: DisplayPage, index: number, painter: Painter): Buffer {
  const sheet = pageAt(painter.pdf, index);
  const under = painter.imported.pages.get(index);
  // On an imported page ours is a form with resources of its own: names of fonts would meet those of the file.
  const target = under ? emptyResources() : sheet;
  const content = pageContent(index, painter.tags);
  const useText = (run: PaintText) => {
    for (const { font, ref } of run.runs) target.fonts[font] = ref;
  };
  const resources = {
    faces: painter.faces,
    useText,
    pattern: (fill: Parameters<typeof painter.patterns>[0]) => {
      const { name, ref } = painter.patterns(fill);
      target.patterns[name] = ref;
      return name;
    },
  };
  const add = (item: DisplayItem): void => {
    switch (item.kind) {
      case 'text': {
        const run = painter.faces.text(item.font, item.text, item.figures);
        useText(run);
        content.add(item.tag, textOperators(item, run, page.height));
        return;
      }
      case 'vector':
        content.add(item.tag, vectorOperators(item, page.height, resources));
        return;
      case 'image': {
        const image = painter.images(item.src);
        if (!image) return;
        target.xobjects[image.name] = image.ref;
        const place = `${num(item.width)} 0 0 ${num(item.height)} ${num(item.x)} ${num(page.height - item.y - item.height)}`;
        content.add(item.tag, `q ${place} cm ${image.turn}/${image.name} Do Q\n`);
        return;
      }
      case 'imported':
        return;
      case 'link':
        addLink(item, index, page.height, painter);
        return;
    }
  };
  for (const item of page.items) add(item);
  const stream = Buffer.from(content.finish(), 'latin1');
  sheet.dictionary.data.Tabs = 'S';
  sheet.dictionary.data.UserUnit = undefined;
  // Takes the place of the transformation that PDFKit put there when it made the page.
  sheet.content.buffer = [];
  sheet.content.data.Length = undefined;
  if (under) joinPages(painter.pdf, sheet, page, under, target, stream);
  else sheet.content.write(stream);
  return stream;
}

function textOperators(item: TextItem, run: PaintText, pageHeight: number): string {
  if (run.runs.length === 0) return '';
  const y = pageHeight - item.y + (item.rise ?? 0);
  const spacing = item.letterSpacing ?? 0;
  const tracking = spacing === 0 ? '' : `${num(spacing)} Tc `;
  let out = `BT ${rgb(item.colour)} rg ${tracking}1 0 0 1 ${num(item.x)} ${num(y)} Tm ${showText(run, item.size)}`;
  // Spacing outlives ET, so it is put back at once.
  out += spacing === 0 ? 'ET\n' : '0 Tc ET\n';
  const width = (run.width / 1000) * item.size + spacing * run.glyphs;
  const bar = (at: number) => `${num(item.x)} ${num(at)} ${num(width)} ${num(item.size * 0.05)} re f\n`;
  if (item.underline) out += bar(y - item.size * 0.14);
  if (item.strike) out += bar(y + item.size * 0.25);
  return out;
}

/** One annotation with words (7.18.5), a key in the parent tree and a direct destination. */
function addLink(item: LinkItem, pageIndex: number, pageHeight: number, painter: Painter): void {
  const { pdf, places } = painter;
  const bottom = pageHeight - item.y - item.height;
  const data: PdfDictionary = {
    Type: 'Annot',
    Subtype: 'Link',
    // Print.
    F: 4,
    Border: [0, 0, 0],
    Rect: [item.x, bottom, item.x + item.width, bottom + item.height].map((v) => Number(num(v))),
    Contents: text(item.contents),
  };
  switch (item.target.kind) {
    case 'uri':
      data.A = { S: 'URI', URI: text(asciiUri(item.target.uri)) };
      break;
    case 'page': {
      const place = places[item.target.page];
      if (!place)
        throw new Error(`the link "${item.contents}" leads to page ${item.target.page}, which is not there`);
      data.Dest = [place.ref, 'XYZ', 0, Number(num(place.height - item.target.y)), null];
      break;
    }
  }
  const annotation = pdf.ref(data);
  data.StructParent = painter.tags.attach(item.tag, pageIndex, annotation);
  annotation.end();
  pageAt(pdf, pageIndex).annotations.push(annotation);
}

/** URI actions hold 7-bit text only (PDF 1.7, 12.6.4.7). */
function asciiUri(uri: string): string {
  return uri.replace(/[^\u0021-\u007e]+/g, (run) =>
    encodeURIComponent(run.replace(/\p{Surrogate}/gu, '\uFFFD')),
  );
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
