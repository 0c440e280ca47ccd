/** Joins front pages, papers and blank pages into one display list with one tag tree and bookmarks by agenda. */
import type { LayoutContext } from '../layout/context.js';
import type { DisplayDocument, DisplayPage, OutlineEntry, TagNode } from '../layout/display.js';
import type { Publication } from '../model/publication.js';
import { blankPage } from './blank.js';
import { meetingWords } from './body.js';
import { makeDivider } from './divider.js';
import type { NumberedBody } from './numbering.js';
import type { PackPlan, PlannedItem } from './plan.js';
import type { LaidBody, SettledPack } from './settle.js';
import { itemLabel } from './words.js';

/** A body in the assembled pack. */
export interface PlacedBody {
  readonly numbered: NumberedBody;
  readonly laid: LaidBody;
  /** Index of its first page, and of the page after its last one, the blank included. */
  readonly from: number;
  readonly to: number;
}

/** The whole pack as a display list. */
export interface AssembledPack {
  readonly document: DisplayDocument;
  readonly frontCount: number;
  readonly bodies: readonly PlacedBody[];
}

/** Assembles a settled pack. */
export function assemblePack(
  publication: Publication,
  plan: PackPlan,
  settled: SettledPack,
  ctx: LayoutContext,
): AssembledPack {
  const { meeting } = plan;
  const { council } = publication;
  const frontCount = settled.front.pages.length;
  const pages: DisplayPage[] = [...settled.front.pages];
  const parts: TagNode[] = [settled.front.tag];
  const bodies: PlacedBody[] = [];
  for (const { numbered, laid } of settled.bodies) {
    if (numbered.divider > 0) {
      const { item } = numbered;
      const divider = makeDivider(publication, plan, item, settled.numbering, pages.length, ctx);
      pages.push(...divider.pages);
      parts.push(divider.tag);
    }
    const from = pages.length;
    if (from !== frontCount + numbered.unnumbered + numbered.range.first - 1)
      throw new Error('the pages of the pack are out of step');
    pages.push(...laid.pages);
    parts.push(laid.tag);
    if (numbered.blank) {
      const { last } = numbered.range;
      const words = {
        reference: itemLabel(numbered.item.item.number, council.style.itemNumbers),
        title: numbered.body.paper.title,
        outer: `Page ${last}`,
        inner: meetingWords(plan),
        odd: false,
      };
      pages.push(blankPage(pages.length, String(last), words, laid.tag, ctx));
    }
    bodies.push({ numbered, laid, from, to: pages.length });
  }
  const document: DisplayDocument = {
    title: `${meetingWords(plan)}: public document pack`,
    lang: 'en-GB',
    author: council.name,
    ...(meeting.subject === undefined ? {} : { subject: meeting.subject }),
    date: meeting.published ?? `${meeting.dates[0] ?? ''}T${meeting.time}`,
    pages,
    tags: { type: 'Document', children: parts },
    outline: packOutline(publication, plan, settled, bodies),
  };
  return { document, frontCount, bodies };
}

/** Session, item, paper, section. An item without pages leads to its line on the agenda. */
function packOutline(
  publication: Publication,
  plan: PackPlan,
  settled: SettledPack,
  bodies: readonly PlacedBody[],
): readonly OutlineEntry[] {
  const top: OutlineEntry[] = [...settled.front.outline];
  let into = top;
  for (const entry of plan.agenda) {
    switch (entry.kind) {
      case 'part':
        into = top;
        break;
      case 'break':
        break;
      case 'session': {
        const children: OutlineEntry[] = [];
        const first = plan.agenda.slice(plan.agenda.indexOf(entry) + 1).find((next) => next.kind === 'item');
        const place = first && itemPlace(first, settled, bodies);
        if (place) {
          top.push({ title: entry.session.label, ...place, children });
          into = children;
        }
        break;
      }
      case 'item': {
        const place = itemPlace(entry, settled, bodies);
        const number = itemLabel(entry.item.number, publication.council.style.itemNumbers);
        const title =
          entry.state === 'private' ? (entry.item.openTitle ?? entry.item.title) : entry.item.title;
        if (place)
          into.push({ title: `${number} ${title}`, ...place, children: itemBookmarks(entry, bodies) });
        break;
      }
    }
  }
  return top;
}

function itemPlace(
  entry: PlannedItem,
  settled: SettledPack,
  bodies: readonly PlacedBody[],
): { readonly page: number; readonly y: number } | undefined {
  const first = bodies.find((body) => body.numbered.item === entry);
  return first ? { page: first.from, y: 0 } : settled.front.items.get(entry.item.number);
}

/** One paper: its sections. Several: the papers with their sections. */
export function itemBookmarks(entry: PlannedItem, bodies: readonly PlacedBody[]): readonly OutlineEntry[] {
  const own = bodies.filter((body) => body.numbered.item === entry);
  if (own.length === 1) return own[0]?.laid.outline ?? [];
  return own.map((body) => ({
    title: body.numbered.body.paper.title,
    page: body.from,
    y: 0,
    children: body.laid.outline,
  }));
}
