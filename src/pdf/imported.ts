/** Joins pages of files made elsewhere with ours: below our head and foot, with resources kept apart. */
import type { DisplayPage, ImportedItem } from '../layout/display.js';
import type { CopiedPage, ForeignCopy, ForeignPdf, ForeignPlacement } from './foreign.js';
import { text } from './internals.js';
import type { PdfDictionary, PdfKitDocument, PdfKitPage, PdfRef } from './internals.js';
import { num } from './numbers.js';
import type { TagWriter } from './tags.js';

/** The imported pages of one document. */
export interface ImportedPages {
  /** By index of our page. */
  readonly pages: ReadonlyMap<number, CopiedPage>;
  readonly copies: readonly ForeignCopy[];
  /** Changes whenever an imported file does. */
  readonly digest: string;
  finish(): void;
}

/** Resources of what we paint on an imported page. */
export interface OwnResources {
  readonly fonts: PdfDictionary;
  readonly xobjects: PdfDictionary;
  readonly patterns: PdfDictionary;
}

export function emptyResources(): OwnResources {
  return { fonts: {}, xobjects: {}, patterns: {} };
}

/** Copies all imported pages of a document, each file in one go so that its links and tags find their pages. */
export function importPages(
  pdf: PdfKitDocument,
  pages: readonly DisplayPage[],
  places: readonly { readonly ref: PdfRef; readonly height: number }[],
  tags: TagWriter,
  read: (src: string) => ForeignPdf | undefined,
): ImportedPages {
  const files = new Map<string, { readonly index: number; readonly item: ImportedItem }[]>();
  for (const [index, page] of pages.entries()) {
    for (const item of page.items) {
      if (item.kind !== 'imported') continue;
      files.set(item.src, [...(files.get(item.src) ?? []), { index, item }]);
    }
  }
  const made = new Map<number, CopiedPage>();
  const copies: ForeignCopy[] = [];
  let digest = '';
  for (const [src, found] of files) {
    const file = read(src);
    const first = found[0];
    if (!file || !first) throw new Error(`the pages of ${src} were laid out, and the file is not there`);
    digest += file.digest;
    const placements = found.map(({ index, item }): ForeignPlacement => {
      const place = places[index];
      if (!place) throw new Error(`no page ${index}`);
      const { source, number, x, width, height, words } = item;
      const y = place.height - item.y - height;
      return { source, page: index, ref: place.ref, number, x, y, width, height, words };
    });
    const copy = file.copyInto(pdf, placements, tags.soil(first.item.tag, `${src}/`));
    copies.push(copy);
    for (const { index, item } of found) made.set(index, copy.page(item.source));
  }
  return { pages: made, copies, digest, finish: () => copies.forEach((copy) => copy.finish()) };
}

/** Puts an imported page under what we painted: their content, then ours as a form. */
export function joinPages(
  pdf: PdfKitDocument,
  sheet: PdfKitPage,
  page: DisplayPage,
  under: CopiedPage,
  own: OwnResources,
  stream: Uint8Array,
): void {
  const form = pdf.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, Number(num(page.width)), Number(num(page.height))],
    Resources: { Font: own.fonts, XObject: own.xobjects, Pattern: own.patterns },
  });
  form.end(stream);
  const before = pdf.ref();
  before.end(Buffer.from(under.before, 'latin1'));
  const xobjects = { ...(under.resources['XObject'] as PdfDictionary | undefined) };
  let name = 'Own';
  while (name in xobjects) name += 'n';
  xobjects[name] = form;
  const { data } = sheet.dictionary;
  data['Resources'] = { ...under.resources, XObject: xobjects };
  data['Contents'] = [before, ...under.contents, sheet.content];
  if (under.group !== null) data['Group'] = under.group;
  sheet.content.write(Buffer.from(`${under.after}/${name} Do\n`, 'latin1'));
  sheet.annotations.push(...under.annotations);
}

/** Layers that a file does not show must stay hidden, and a reader may still switch the others. */
export function writeLayers(pdf: PdfKitDocument, { copies }: ImportedPages): void {
  const layers = copies.map((copy) => copy.layers());
  const all = layers.flatMap((own) => own.all);
  if (all.length === 0) return;
  const hidden = layers.flatMap((own) => own.hidden);
  pdf._root.data['OCProperties'] = {
    OCGs: all,
    // PDF/A-2 wants a name, and no settings that change of themselves (ISO 19005-2, 6.9).
    D: { Name: text('Layers'), Order: all, ...(hidden.length > 0 ? { OFF: hidden } : {}) },
  };
}
