/** Links as annotations with words (7.18.5), a key in the parent tree and a direct destination. */
import type { DisplayDocument, LinkItem } from '../layout/display.js';
import type { PaintDocument } from './document.js';
import { ObjectNumber } from './internals.js';
import type { TaggedPage, TagWriter } from './tags.js';

/** Writes one annotation on a page. Throws for a page that is not there. */
export function writeLink(
  item: LinkItem,
  pageIndex: number,
  document: DisplayDocument,
  { pdf, places, tags }: { pdf: PaintDocument; places: readonly TaggedPage[]; tags: TagWriter },
): ObjectNumber {
  const bottom = (places[pageIndex]?.height ?? 0) - item.y - item.height;
  const id = pdf.reserve();
  const key = tags.attach(item.tag, pageIndex, id);
  const out = pdf.begin(id);
  // F 4: print.
  out.ascii('<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[');
  for (const value of [item.x, bottom, item.x + item.width, bottom + item.height]) {
    out.number(value);
    out.byte(0x20);
  }
  out.ascii(']/Contents');
  out.text(item.contents);
  const target = targetOf(item, pageIndex, document);
  switch (target.kind) {
    case 'uri':
      out.ascii('/A<</S/URI/URI');
      out.text(asciiUri(target.uri));
      out.ascii('>>');
      break;
    case 'page': {
      const place = places[target.page];
      if (!place)
        throw new Error(`the link "${item.contents}" leads to page ${target.page}, which is not there`);
      out.ascii('/Dest[');
      out.reference(place.ref.id);
      out.ascii('/XYZ 0 ');
      out.number(place.height - target.y);
      out.ascii(' null]');
      break;
    }
  }
  out.ascii('/StructParent ');
  out.integer(key);
  out.ascii('>>');
  pdf.close();
  return new ObjectNumber(id);
}

/** Where a link on a page leads within its own document, or on the web. */
export function targetOf(
  { target }: LinkItem,
  pageIndex: number,
  { part }: DisplayDocument,
): LinkItem['target'] {
  if (target.kind === 'uri' || !part || pageIndex < part.before) return target;
  const page = part.indexes.get(target.page);
  return page === undefined
    ? { kind: 'uri', uri: part.urlOfPage(target.page) }
    : { kind: 'page', page, y: target.y };
}

/** URI actions hold 7-bit text only (PDF 1.7, 12.6.4.7). */
function asciiUri(uri: string): string {
  return uri.replace(/[^\u0021-\u007e]+/g, (run) =>
    encodeURIComponent(run.replace(/\p{Surrogate}/gu, '\uFFFD')),
  );
}
