/** Where links and bookmarks of a file lead: a page of it, by whichever of the ways there are to say so. */
import { PDFArray, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { PDFContext } from '@cantoo/pdf-lib';
import { asBytes, asDict, asName, asNumber, asText, entry, follow, members, raw } from './objects.js';
import type { Value } from './objects.js';
import { idText } from './tree.js';

/** A place in the file, in the points of its page. */
export interface ForeignPlace {
  /** The reference of the page. */
  readonly page: string;
  /** From the lower edge of the page's own space; missing where the whole page is meant. */
  readonly top: number | undefined;
  readonly left: number | undefined;
}

/** Finds places; names are looked up in the file's own lists. */
export interface Destinations {
  /** Of a `Dest` entry. */
  place(value: Value): ForeignPlace | undefined;
  /** Of a dictionary with a `Dest`, or an action `GoTo`. */
  of(dict: PDFDict): ForeignPlace | undefined;
}

/** Reads the names once, when they are first needed. */
export function destinations(context: PDFContext, catalog: PDFDict, pages: readonly string[]): Destinations {
  let names: ReadonlyMap<string, Value> | undefined;
  const named = (key: string): Value => {
    names ??= readNames(context, catalog);
    return names.get(key);
  };
  const place = (value: Value, again = true): ForeignPlace | undefined => {
    const found = follow(context, value);
    if (found instanceof PDFArray) return explicit(context, found, pages);
    if (found instanceof PDFDict) return place(entry(found, 'D'), again);
    if (!again) return undefined;
    if (found instanceof PDFName) return place(named(found.decodeText()), false);
    const bytes = asBytes(found);
    return bytes ? place(named(idText(bytes)), false) : undefined;
  };
  return {
    place: (value) => place(value),
    of: (dict) => {
      const direct = raw(dict, 'Dest');
      if (direct !== undefined) return place(direct);
      const action = asDict(entry(dict, 'A'));
      return action && asName(entry(action, 'S')) === 'GoTo' ? place(raw(action, 'D')) : undefined;
    },
  };
}

function explicit(context: PDFContext, array: PDFArray, pages: readonly string[]): ForeignPlace | undefined {
  const [target, kind, ...rest] = members(array);
  // Files of careless programs number the page instead of naming it.
  const page = target instanceof PDFRef ? target.toString() : pages[asNumber(follow(context, target)) ?? -1];
  if (page === undefined || !pages.includes(page)) return undefined;
  const value = (at: number) => asNumber(follow(context, rest[at]));
  switch (asName(follow(context, kind))) {
    case 'XYZ':
      return { page, left: value(0), top: value(1) };
    case 'FitH':
    case 'FitBH':
      return { page, left: undefined, top: value(0) };
    case 'FitR':
      return { page, left: value(0), top: value(3) };
    default:
      return { page, left: undefined, top: undefined };
  }
}

/** Names of the name tree by their bytes, and those of the old dictionary. */
function readNames(context: PDFContext, catalog: PDFDict): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  const seen = new Set<PDFDict>();
  const waiting = [asDict(entry(asDict(entry(catalog, 'Names')), 'Dests'))];
  for (let node = waiting.pop(); node || waiting.length > 0; node = waiting.pop()) {
    if (!node || seen.has(node)) continue;
    seen.add(node);
    const names = members(entry(node, 'Names'));
    for (let i = 0; i + 1 < names.length; i += 2) {
      const key = asBytes(follow(context, names[i]));
      if (key && !found.has(idText(key))) found.set(idText(key), names[i + 1]);
    }
    for (const kid of members(entry(node, 'Kids'))) waiting.push(asDict(follow(context, kid)));
  }
  for (const [key, value] of asDict(entry(catalog, 'Dests'))?.entries() ?? [])
    if (!found.has(key.decodeText())) found.set(key.decodeText(), value);
  return found;
}

/** One bookmark. */
export interface FileBookmark {
  readonly title: string;
  readonly place: ForeignPlace | undefined;
  readonly children: readonly FileBookmark[];
}

/** More would be no help to anyone, and a damaged file may have any number. */
const mostBookmarks = 2000;

/** The bookmarks of a file; lists that lead round in a circle end where they meet themselves. */
export function readBookmarks(catalog: PDFDict, places: Destinations): readonly FileBookmark[] {
  const seen = new Set<PDFDict>();
  const level = (first: PDFDict | undefined, depth: number): readonly FileBookmark[] => {
    const found: FileBookmark[] = [];
    for (let at = first; at && !seen.has(at) && seen.size < mostBookmarks; at = asDict(entry(at, 'Next'))) {
      seen.add(at);
      const title = asText(entry(at, 'Title'))?.replace(/\s+/g, ' ').trim() ?? '';
      const children = depth < 8 ? level(asDict(entry(at, 'First')), depth + 1) : [];
      if (title !== '') found.push({ title, place: places.of(at), children });
    }
    return found;
  };
  return level(asDict(entry(asDict(entry(catalog, 'Outlines')), 'First')), 0);
}
