/** Bookmarks with exact destinations and counts (PDF 1.7, 12.3.3); PDFKit's own get both wrong. */
import type { OutlineEntry } from '../layout/display.js';
import { text } from './internals.js';
import type { PdfDictionary, PdfKitDocument, PdfRef } from './internals.js';
import { num } from './numbers.js';

interface Place {
  readonly ref: PdfRef;
  readonly height: number;
}

/** Writes the bookmarks, the first level open and the others closed, and asks the reader to show them. */
export function writeOutline(
  document: PdfKitDocument,
  entries: readonly OutlineEntry[],
  pages: readonly Place[],
): void {
  if (entries.length === 0) return;
  const root = document.ref();
  root.data = { Type: 'Outlines', ...writeLevel(document, entries, root, pages), Count: entries.length };
  root.end();
  document._root.data.Outlines = root;
  document._root.data.PageMode = 'UseOutlines';
}

function writeLevel(
  document: PdfKitDocument,
  entries: readonly OutlineEntry[],
  parent: PdfRef,
  pages: readonly Place[],
): PdfDictionary {
  const refs = entries.map(() => document.ref());
  for (const [index, entry] of entries.entries()) {
    const ref = refs[index];
    const page = pages[entry.page];
    if (!ref || !page)
      throw new Error(`the bookmark "${entry.title}" points at page ${entry.page}, which is not there`);
    const data: PdfDictionary = {
      Title: text(entry.title),
      Parent: parent,
      Prev: refs[index - 1],
      Next: refs[index + 1],
      Dest: [page.ref, 'XYZ', 0, Number(num(page.height - entry.y)), null],
    };
    if (entry.children.length > 0) {
      Object.assign(data, writeLevel(document, entry.children, ref, pages));
      data.Count = -entry.children.length;
    }
    ref.data = data;
    ref.end();
  }
  return { First: refs[0], Last: refs[refs.length - 1] };
}
