/** Papers added after the agenda, those of one day in one file with a cover that says what they are and where they belong. */
import type { LayoutContext } from '../layout/context.js';
import type { DisplayPage, OutlineEntry, TagNode } from '../layout/display.js';
import { drawFurniture } from '../layout/furniture.js';
import { beginPage, finishPage } from '../layout/page.js';
import type { PageBuilder } from '../layout/page.js';
import { tag } from '../layout/tags.js';
import type { IsoDate } from '../model/council.js';
import type { Inline } from '../model/inline.js';
import { romanNumeral } from '../model/numerals.js';
import type { PageRange } from '../model/pack.js';
import type { Publication } from '../model/publication.js';
import type { PlacedBody } from './assemble.js';
import { drawBlank } from './blank.js';
import { meetingWords } from './body.js';
import { contactRows, drawCoverSheet, plainRow } from './cover.js';
import type { Row } from './cover.js';
import type { FrontSheets } from './front.js';
import { quiet } from './front.js';
import type { PlaceBook } from './places.js';
import type { PackPlan } from './plan.js';
import { portrait } from './sheet.js';
import { dateWords, itemLabel, momentWords, rangeWords } from './words.js';

/** A supplement before it is cut out of the pack. */
export interface PlannedSupplement {
  /** Counted from 1. */
  readonly number: number;
  /** The day its papers were published. */
  readonly published: IsoDate;
  readonly bodies: readonly PlacedBody[];
  readonly range: PageRange;
  readonly title: string;
}

/** The supplements of a pack, by the days of their papers. */
export function planSupplements(plan: PackPlan, bodies: readonly PlacedBody[]): readonly PlannedSupplement[] {
  const days = new Map<IsoDate, PlacedBody[]>();
  for (const body of bodies) {
    const day = body.numbered.body.paper.late?.published.slice(0, 10);
    if (day !== undefined) days.set(day, [...(days.get(day) ?? []), body]);
  }
  // The pack has them in the order of their days already.
  return [...days].map(([published, own], at) => {
    const first = own[0]?.numbered.range.first ?? 0;
    return {
      number: at + 1,
      published,
      bodies: own,
      range: { first, last: own.at(-1)?.numbered.range.last ?? first },
      title: `${meetingWords(plan)}: supplement ${at + 1}, published on ${dateWords(published)}`,
    };
  });
}

/** The cover of a supplement, and its back where paper is printed on both sides. */
export interface SupplementFront {
  readonly pages: readonly DisplayPage[];
  readonly tag: TagNode;
  readonly outline: readonly OutlineEntry[];
}

/** Lays the cover out; its links lead to the papers behind it. */
export function layoutSupplementFront(
  publication: Publication,
  plan: PackPlan,
  supplement: PlannedSupplement,
  contextOf: (book: PlaceBook) => LayoutContext,
): SupplementFront {
  // The numbers it prints are known, so a second round has the right places behind as many pages.
  const { pages } = layRound(publication, plan, supplement, 0, contextOf);
  return layRound(publication, plan, supplement, pages.length, contextOf);
}

function layRound(
  publication: Publication,
  plan: PackPlan,
  supplement: PlannedSupplement,
  count: number,
  contextOf: (book: PlaceBook) => LayoutContext,
): SupplementFront {
  const ctx = contextOf(placesBehind(supplement, count));
  const what = `Supplement ${supplement.number}`;
  const built: PageBuilder[] = [];
  const sheets: FrontSheets = {
    next() {
      const index = built.length;
      const page = beginPage(index, romanNumeral(index + 1), portrait);
      const words = { title: meetingWords(plan), outer: what, inner: publication.council.name };
      if (index > 0) drawFurniture({ ...words, odd: index % 2 === 0 }, portrait, page, quiet(ctx));
      built.push(page);
      return page;
    },
  };
  const part = tag('Part', undefined, { title: what });
  const rows = rowsOf(publication, plan, supplement);
  drawCoverSheet(publication, plan.meeting, `${what} to the public document pack`, rows, part, sheets, ctx);
  if (plan.duplex && built.length % 2 === 1)
    drawBlank(sheets.next(), 'It lets the first paper start on a right-hand page.', part, ctx);
  return {
    pages: built.map(finishPage),
    tag: part,
    outline: [{ title: 'Cover', page: 0, y: 0, children: [] }],
  };
}

/** Places of the papers in the supplement, behind its front pages. */
function placesBehind({ bodies }: PlannedSupplement, count: number): PlaceBook {
  const indexes = new Map<string, { readonly index: number; readonly number: string }>();
  let index = count;
  for (const { numbered, from, to } of bodies) {
    indexes.set(numbered.body.paper.address, { index, number: String(numbered.range.first) });
    index += to - from;
  }
  return {
    placeOf: (target) => {
      const place = target.kind === 'paper' ? indexes.get(target.paper) : undefined;
      return place && { ...place, y: 0 };
    },
    changedUnder: () => undefined,
  };
}

function rowsOf(publication: Publication, plan: PackPlan, supplement: PlannedSupplement): readonly Row[] {
  const { meeting } = plan;
  const { range, published, bodies } = supplement;
  const before = range.first - 1;
  const follow =
    before === 0
      ? 'The agenda was published without papers.'
      : `They follow page ${before}. No page that was published before has another number now.`;
  return [
    ...(meeting.subject === undefined ? [] : [plainRow('Subject', meeting.subject)]),
    plainRow('Published', `${dateWords(published, { weekday: true })}, after the agenda.`),
    plainRow(
      'Numbering',
      `${range.first === range.last ? 'Page' : 'Pages'} ${rangeWords(range)} of the pack. ${follow}`,
    ),
    ...bodies.map((body) => paperRow(publication, body)),
    ...contactRows(publication, meeting),
  ];
}

/** One paper: the item it belongs to, its title as a link, why and when it came. */
function paperRow(publication: Publication, { numbered }: PlacedBody): Row {
  const { paper } = numbered.body;
  const number = itemLabel(numbered.item.item.number, publication.council.style.itemNumbers);
  const title: Inline = {
    kind: 'link',
    target: { kind: 'paper', paper: paper.address },
    content: [{ kind: 'text', text: paper.title }],
    withPage: true,
  };
  const { late } = paper;
  const why: readonly Inline[] =
    late === undefined
      ? []
      : [
          {
            kind: 'text',
            text: `Published ${late.published.length > 10 ? 'at' : 'on'} ${momentWords(late.published)}. ${late.reason}`,
          },
        ];
  return {
    label: `Item ${number}`,
    value: [[title], ...(why.length === 0 ? [] : [why])],
  };
}
