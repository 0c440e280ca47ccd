/** What goes into the pack of a meeting and in what order, before anything is laid out. */
import { breakInWords, placeBreaks } from '../model/breaks.js';
import type { Break, PlacedBreaks } from '../model/breaks.js';
import { isPrivate, itemState } from '../model/item-state.js';
import type { ItemState } from '../model/item-state.js';
import type { Session } from '../model/meeting.js';
import type { Item, Meeting, Paper } from '../model/publication.js';

/** Something with pages of its own. Papers made elsewhere will be another kind. */
export interface PlannedPaper {
  readonly kind: 'paper';
  readonly paper: Paper;
}
export type PlannedBody = PlannedPaper;

export interface PlannedItem {
  readonly kind: 'item';
  readonly item: Item;
  /** The container it is lettered under. */
  readonly within?: Item;
  readonly state: ItemState;
  /** What is printed here, in order: its own papers, but for those that an earlier item has printed. */
  readonly bodies: readonly PlannedBody[];
  /** Papers that an earlier item of this pack prints. */
  readonly elsewhere: readonly { readonly paper: Paper; readonly item: Item }[];
}

/** A body in its place in the pack. */
export interface PlannedPlace {
  readonly item: PlannedItem;
  readonly body: PlannedBody;
}

/** A line of the agenda. */
export type AgendaEntry =
  | { readonly kind: 'part'; readonly part: 1 | 2 }
  | { readonly kind: 'session'; readonly session: Session }
  /** Between two sessions: "Break, 11.00 to 11.15 am". */
  | { readonly kind: 'break'; readonly words: string }
  | PlannedItem;

/** The plan of a pack. */
export interface PackPlan {
  readonly meeting: Meeting;
  readonly agenda: readonly AgendaEntry[];
  /** The items of the agenda, in order. */
  readonly items: readonly PlannedItem[];
  /**
   * Bodies as they follow one another: by agenda, and after them those that were added when the pack was out, by the time
   * they were published. So a late paper changes no page number that anyone has cited.
   */
  readonly order: readonly PlannedPlace[];
  /** Items, or parts of one, that may be taken in private. Not empty: the pack has a Part II notice. */
  readonly closed: readonly Item[];
  /** Breaks that have no place between sessions, and stand with the particulars. */
  readonly otherBreaks: readonly Break[];
  /** Every paper begins on an odd page, and odd lengths are filled up. */
  readonly duplex: boolean;
}

/** Plans the public pack of a meeting. Withdrawn, deferred and closed items keep their line and bring no pages. */
export function planPack(meeting: Meeting): PackPlan {
  const items: PlannedItem[] = [];
  const printed = new Map<string, Item>();
  const plan = (item: Item, within: Item | undefined): void => {
    const bodies: PlannedBody[] = [];
    const elsewhere: { paper: Paper; item: Item }[] = [];
    if (bringsPages(item, within)) {
      for (const paper of item.papers) {
        const earlier = printed.get(paper.address);
        if (earlier) {
          elsewhere.push({ paper, item: earlier });
        } else {
          bodies.push({ kind: 'paper', paper });
          printed.set(paper.address, item);
        }
      }
    }
    const state = itemState(item, within);
    items.push({ kind: 'item', item, ...(within ? { within } : {}), state, bodies, elsewhere });
    for (const child of item.children) plan(child, item);
  };
  for (const item of meeting.items) plan(item, undefined);
  const breaks = placeBreaks(meeting.breaks ?? [], printedSessions(meeting, items));
  return {
    meeting,
    agenda: agendaOf(meeting, items, breaks),
    otherBreaks: breaks.others,
    items,
    order: printingOrder(items),
    closed: items.filter((planned) => isClosed(planned.item)).map((planned) => planned.item),
    duplex: meeting.duplex,
  };
}

function printingOrder(items: readonly PlannedItem[]): readonly PlannedPlace[] {
  const all = items.flatMap((item) => item.bodies.map((body): PlannedPlace => ({ item, body })));
  const published = ({ body }: PlannedPlace): string => body.paper.late?.published ?? '';
  const late = all.filter((place) => published(place) !== '');
  // Sorting keeps the order of the agenda among papers of the same moment.
  late.sort((a, b) => (published(a) < published(b) ? -1 : published(a) > published(b) ? 1 : 0));
  return [...all.filter((place) => published(place) === ''), ...late];
}

/** True for an item that says why it, or part of it, is private. */
function isClosed(item: Item): boolean {
  return item.part === 2 || item.exempt !== undefined;
}

function bringsPages(item: Item, within: Item | undefined): boolean {
  if (isPrivate(item, within)) return false;
  return item.status?.state !== 'withdrawn' && item.status?.state !== 'deferred';
}

/** The session that an item is taken in. */
function sessionOf(planned: PlannedItem): string | undefined {
  return planned.item.session ?? planned.within?.session;
}

/** The sessions that items name, in the order of the agenda. */
function printedSessions(meeting: Meeting, items: readonly PlannedItem[]): readonly Session[] {
  const ids = new Set(items.map(sessionOf));
  return [...ids].flatMap((id) => meeting.sessions.find((session) => session.id === id) ?? []);
}

/**
 * Sessions are named where they begin, after the breaks before them; parts where they change. The agenda begins with the
 * part of its first item.
 */
function agendaOf(
  meeting: Meeting,
  items: readonly PlannedItem[],
  { before }: PlacedBreaks,
): readonly AgendaEntry[] {
  const entries: AgendaEntry[] = [];
  let part: 1 | 2 | undefined;
  let session: string | undefined;
  for (const planned of items) {
    const own: 1 | 2 = planned.within?.part === 2 ? 2 : planned.item.part;
    if (own !== part) entries.push({ kind: 'part', part: own });
    part = own;
    const named = sessionOf(planned);
    if (named !== undefined && named !== session) {
      const found = meeting.sessions.find((candidate) => candidate.id === named);
      if (found) {
        for (const each of before.get(found.id) ?? [])
          entries.push({ kind: 'break', words: breakInWords(each) });
        entries.push({ kind: 'session', session: found });
      }
      session = named;
    }
    entries.push(planned);
  }
  return entries;
}
