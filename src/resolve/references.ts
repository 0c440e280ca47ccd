/** Resolves the targets of links: web addresses, places in this paper, other papers, agenda items. */
import type { Checked } from '../diagnostics/diagnostic.js';
import { error } from '../diagnostics/diagnostic.js';
import type { LinkTarget } from '../model/inline.js';
import type { PaperIndex, PaperPlace } from '../model/paper-index.js';
import { suggest } from '../source/nearest.js';
import type { Span } from '../source/span.js';
import type { Target } from './number.js';

/** A paper that references can point at. */
export interface ReferencePlace extends PaperPlace {
  readonly title: string;
  /** "Cabinet, 15 January 2019": printed after a reference that leaves the pack. */
  readonly meetingTitle: string | undefined;
  /** "Appendix B", where the paper is a lettered appendix of its item. */
  readonly appendixLabel: string | undefined;
  readonly targets: ReadonlyMap<string, Target>;
}

export interface Reference {
  readonly target: LinkTarget;
  /** Words for a reference that has none of its own. */
  readonly words: string | undefined;
}

export interface References {
  resolve(target: string, span: Span): Checked<Reference>;
}

/** Resolves references that stand in `from`; `items` has the numbers of the agenda items of its meeting. */
export function referencesFrom(
  from: ReferencePlace,
  index: PaperIndex<ReferencePlace>,
  items: ReadonlySet<string>,
): References {
  return { resolve: (target, span) => resolve(target, span, from, index, items) };
}

const scheme = /^[a-z][a-z0-9+.-]*:/i;

function resolve(
  written: string,
  span: Span,
  from: ReferencePlace,
  index: PaperIndex<ReferencePlace>,
  items: ReadonlySet<string>,
): Checked<Reference> {
  if (scheme.test(written) || written.startsWith('//')) {
    return { value: { target: { kind: 'web', href: written }, words: written }, diagnostics: [] };
  }
  const hash = written.indexOf('#');
  const path = hash < 0 ? written : written.slice(0, hash);
  const anchor = hash < 0 ? undefined : written.slice(hash + 1);
  const item = itemNumber(path);
  if (anchor === undefined && item !== undefined && from.meeting !== undefined && items.has(item)) {
    return {
      value: { target: { kind: 'item', meeting: from.meeting, item }, words: `item ${item}` },
      diagnostics: [],
    };
  }
  let place = from;
  if (path !== '') {
    const found = index.find(path, from);
    if (found.kind === 'none') {
      return missing(span, `there is no paper called “${path}”`, suggest(path, [...found.known, ...items]));
    }
    if (found.kind === 'several') {
      const choices = found.places.map((p) => p.address.replace(/^meetings\//, '')).join(', ');
      return {
        value: undefined,
        diagnostics: [
          error('reference-is-certain', span, `“${path}” could be any of ${found.places.length} papers`, {
            hint: `Write one of these instead: ${choices}.`,
          }),
        ],
      };
    }
    place = found.place;
  }
  if (anchor === undefined) {
    return {
      value: { target: { kind: 'paper', paper: place.address }, words: place.appendixLabel ?? place.title },
      diagnostics: [],
    };
  }
  const target = place.targets.get(anchor);
  if (target === undefined) {
    const where = path === '' ? 'this paper' : `“${place.title}”`;
    return missing(
      span,
      `nothing in ${where} has the id “${anchor}”`,
      suggest(anchor, [...place.targets.keys()]),
    );
  }
  const elsewhere = place.address === from.address ? '' : ` of ${place.title}`;
  return {
    value: {
      target: { kind: 'paper', paper: place.address, anchor: target.anchor },
      words: target.words === undefined ? undefined : `${target.words}${elsewhere}`,
    },
    diagnostics: [],
  };
}

/** `item-6`, `item 6` and `6` all name item 6. */
function itemNumber(path: string): string | undefined {
  return /^(?:item[- ])?(\d+[a-z]?)$/i.exec(path)?.[1]?.toLowerCase();
}

function missing(span: Span, message: string, suggestion: string | undefined): Checked<Reference> {
  return {
    value: undefined,
    diagnostics: [
      error('reference-resolves', span, message, {
        hint:
          suggestion ??
          'Check the spelling, or give the thing you mean an id, such as {#timetable} at the end of its caption.',
      }),
    ],
  };
}
