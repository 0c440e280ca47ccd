/** Opens a PDF made elsewhere, strictly: a repaired file might lack pages that nobody would miss in time. */
import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { ForeignBookmark, ForeignDrawing, ForeignPdf } from '../foreign.js';
import { destinations, readBookmarks } from './destinations.js';
import type { FileBookmark, ForeignPlace } from './destinations.js';
import { move, placeSheet } from './geometry.js';
import { asText, entry } from './objects.js';
import { beginCopy } from './session.js';
import type { ForeignFile, ForeignPage } from './session.js';
import { readTree } from './tree.js';
import { sheetOf } from './geometry.js';

/** Opens a file whose pages draw as `drawings` say, one for each page. Rejects for a file that cannot be read. */
export async function openForeign(
  bytes: Uint8Array,
  drawings: readonly ForeignDrawing[],
): Promise<ForeignPdf> {
  const document = await PDFDocument.load(bytes, { throwOnInvalidObject: true, updateMetadata: false });
  const { context, catalog } = document;
  const pages = document.getPages().map((page, index): ForeignPage => {
    const drawing = drawings[index];
    if (!drawing) throw new Error('the file has more pages than were looked at');
    return { name: page.ref.toString(), dict: page.node, sheet: sheetOf(page.node), drawing };
  });
  const names = pages.map((page) => page.name);
  const places = destinations(context, catalog, names);
  const file: ForeignFile = { context, catalog, pages, tree: readTree(context, catalog), places };
  return {
    pages: pages.map(({ sheet, drawing }) => ({
      width: sheet.width,
      height: sheet.height,
      hasText: drawing.hasText,
    })),
    outline: bookmarks(readBookmarks(catalog, places), file),
    tagged: file.tree.length > 0,
    lang: language(asText(entry(catalog, 'Lang'))),
    digest: createHash('sha256').update(bytes).digest('hex'),
    copyInto: (pdf, placements, tags) => beginCopy(file, pdf, placements, tags),
  };
}

/** A bookmark without a page goes, and its children move up. */
function bookmarks(entries: readonly FileBookmark[], file: ForeignFile): readonly ForeignBookmark[] {
  return entries.flatMap(({ title, place, children }) => {
    const inner = bookmarks(children, file);
    const index = file.pages.findIndex((page) => page.name === place?.page);
    const page = file.pages[index];
    if (!place || !page) return inner;
    return [{ title, page: index, y: heightOf(place, page), children: inner }];
  });
}

function heightOf(place: ForeignPlace, { sheet }: ForeignPage): number {
  if (place.top === undefined) return 0;
  const matrix = placeSheet(sheet, 0, 0, sheet.width);
  const [, y] = move(matrix, place.left ?? sheet.box[0], place.top);
  return Math.min(sheet.height, Math.max(0, sheet.height - y));
}

function language(stated: string | undefined): string | undefined {
  const found = stated?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(found) ? found : undefined;
}
