/** Lays a whole pack out again and again until every printed page reference is true. */
import type { LayoutContext, Place } from '../layout/context.js';
import type { DisplayPage, OutlineEntry, TagNode } from '../layout/display.js';
import { error } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LinkTarget } from '../model/inline.js';
import type { Publication } from '../model/publication.js';
import type { Span } from '../source/span.js';
import { dividedItems, hasDividers, makeDivider } from './divider.js';
import { layoutFront } from './front.js';
import type { FrontPages } from './front.js';
import { noDividers, numberPages } from './numbering.js';
import type { DividerSheets, NumberedBody, Numbering } from './numbering.js';
import { anchorKey, guessBook, noPlaces, placeBook } from './places.js';
import type { PackPlaces, PlaceBook } from './places.js';
import type { PackPlan, PlannedBody, PlannedItem } from './plan.js';

/** One body laid out at its place. Page indexes are those of the whole pack. */
export interface LaidBody {
  readonly pages: readonly DisplayPage[];
  /** Its `Part`. */
  readonly tag: TagNode;
  readonly outline: readonly OutlineEntry[];
  readonly anchors: ReadonlyMap<string, Place>;
  readonly marks: readonly { readonly page: number; readonly block: number }[];
}

/** Where a body begins. */
export interface BodyStart {
  /** Index of its first page in the whole pack. */
  readonly index: number;
  /** Number of its first page. */
  readonly number: number;
}

/**
 * Lays one body out. Handed in, so that the loop can be tried with bodies that never settle. `final` is said when the
 * places have come to rest: what is returned then is printed, of what is returned before only the places count.
 */
export type LayBody = (
  body: PlannedBody,
  item: PlannedItem,
  start: BodyStart,
  ctx: LayoutContext,
  final: boolean,
) => LaidBody;

/** A pack whose references agree with its pages. */
export interface SettledPack {
  readonly front: FrontPages;
  readonly numbering: Numbering;
  readonly bodies: readonly { readonly numbered: NumberedBody; readonly laid: LaidBody }[];
  /** How many times the papers were laid out. */
  readonly rounds: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** References settle in two or three rounds; more means that two places push each other to and fro. */
export const mostRounds = 6;

type ContextOf = (book: PlaceBook, report: (diagnostic: Diagnostic) => void) => LayoutContext;

/** Repeats the layout until each answer that it was given about places holds for the places it made. */
export function settlePack(
  publication: Publication,
  plan: PackPlan,
  layBody: LayBody,
  contextOf: ContextOf,
): SettledPack {
  const { key } = plan.meeting;
  const ignore = () => undefined;
  // The length of the front pages does not depend on the numbers printed there, so it is known beforehand.
  const guess = numberPages(plan, () => 2);
  let frontCount = layoutFront(publication, plan, guess, contextOf(placeBook(key, noPlaces), ignore)).pages
    .length;
  let places: PackPlaces | undefined;
  let dividers = noDividers;
  for (let round = 1; ; round++) {
    const diagnostics: Diagnostic[] = [];
    const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
    const book = places === undefined ? guessBook(plan) : placeBook(key, places);
    const ctx = contextOf(book, report);
    const laid = layBodies(plan, frontCount, dividers, layBody, ctx);
    const numbering = numberPages(plan, (body) => laid.get(body)?.pages.length ?? 0, dividers);
    // Once a pack was long it keeps its dividers: references must not push it to and fro across the limit.
    const wanted =
      dividers.size > 0 || !hasDividers(numbering)
        ? dividers
        : dividerSheets(publication, plan, numbering, contextOf(placeBook(key, noPlaces), ignore));
    const found = placesOf(numbering, laid, frontCount);
    const front = layoutFront(publication, plan, numbering, contextOf(placeBook(key, found), report));
    places = withAgenda(found, front);
    const moved = book.changedUnder(places);
    const settled = front.pages.length === frontCount && wanted.size === dividers.size;
    const steady = settled && moved === undefined;
    if (steady || round === mostRounds) {
      if (!steady) diagnostics.push(unsettled(publication, plan, moved));
      const bodies = numbering.bodies.map((numbered) => {
        const { body, item } = numbered;
        const start = laid.get(body)?.start;
        if (!start) throw new Error('a numbered body was not laid out');
        return { numbered, laid: layBody(body, item, start, ctx, true) };
      });
      return { front, numbering, bodies, rounds: round, diagnostics };
    }
    frontCount = front.pages.length;
    dividers = wanted;
  }
}

/** A body with the place that it was laid out for. */
interface StartedBody extends LaidBody {
  readonly start: BodyStart;
}

/** Lays the bodies out one after another; each begins where the one before ends. */
function layBodies(
  plan: PackPlan,
  frontCount: number,
  dividers: DividerSheets,
  layBody: LayBody,
  ctx: LayoutContext,
): ReadonlyMap<PlannedBody, StartedBody> {
  const laid = new Map<PlannedBody, StartedBody>();
  const divided = new Set<PlannedItem>();
  let number = 1;
  let before = frontCount;
  for (const { item, body } of plan.order) {
    if (!divided.has(item)) before += dividers.get(item) ?? 0;
    divided.add(item);
    const start = { index: before + number - 1, number };
    const own = layBody(body, item, start, ctx, false);
    laid.set(body, { ...own, start });
    number += own.pages.length + (plan.duplex ? own.pages.length % 2 : 0);
  }
  return laid;
}

function placesOf(
  numbering: Numbering,
  laid: ReadonlyMap<PlannedBody, StartedBody>,
  frontCount: number,
): PackPlaces {
  const papers = new Map<string, Place>();
  const anchors = new Map<string, Place>();
  const items = new Map<string, Place>();
  for (const { item, body, range, unnumbered } of numbering.bodies) {
    const { address } = body.paper;
    const { first } = range;
    const top: Place = { index: frontCount + unnumbered + first - 1, y: 0, number: String(first) };
    papers.set(address, top);
    if (!items.has(item.item.number)) items.set(item.item.number, top);
    for (const [anchor, place] of laid.get(body)?.anchors ?? [])
      anchors.set(anchorKey(address, anchor), place);
  }
  return { papers, anchors, items };
}

/** How many pages the divider of each item takes. */
function dividerSheets(
  publication: Publication,
  plan: PackPlan,
  numbering: Numbering,
  ctx: LayoutContext,
): DividerSheets {
  return new Map(
    dividedItems(plan).map((item) => [
      item,
      makeDivider(publication, plan, item, numbering, 0, ctx).pages.length,
    ]),
  );
}

/** Items without papers are found on their line of the agenda. */
function withAgenda(places: PackPlaces, front: FrontPages): PackPlaces {
  const items = new Map<string, Place>(
    [...front.items].map(([number, { page, y }]) => [number, { index: page, y }]),
  );
  for (const [number, place] of places.items) items.set(number, place);
  return { ...places, items };
}

function unsettled(publication: Publication, plan: PackPlan, target: LinkTarget | undefined): Diagnostic {
  const papers = [...plan.items.flatMap((item) => item.item.papers), ...publication.sharedPapers];
  const titleOf = (address: string) => papers.find((paper) => paper.address === address)?.title ?? address;
  return unsettledReference(plan.meeting.span, target, titleOf);
}

/** The fault of a reference whose page never comes to rest. */
export function unsettledReference(
  span: Span,
  target: LinkTarget | undefined,
  titleOf: (address: string) => string,
): Diagnostic {
  return error(
    'page-reference-settles',
    span,
    `the page number of a reference to ${targetWords(target, titleOf)} changes each time the pages are laid out`,
    {
      hint: 'Reword the paragraph that holds the reference, or begin a new page before it, so that the text no longer moves.',
    },
  );
}

function targetWords(target: LinkTarget | undefined, titleOf: (address: string) => string): string {
  if (target?.kind === 'item') return `item ${target.item}`;
  if (target?.kind !== 'paper') return 'the agenda';
  const title = titleOf(target.paper);
  return target.anchor === undefined ? `“${title}”` : `“#${target.anchor}” in “${title}”`;
}
