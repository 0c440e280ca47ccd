/** Where everything lies in a pack, and which of these places the last layout asked for. */
import type { Place } from '../layout/context.js';
import type { LinkTarget } from '../model/inline.js';
import type { Council } from '../model/council.js';
import type { PackPlan } from './plan.js';

/** Places of one round of layout. */
export interface PackPlaces {
  /** By address. */
  readonly papers: ReadonlyMap<string, Place>;
  /** By address, `#` and anchor. */
  readonly anchors: ReadonlyMap<string, Place>;
  /** By item number: the first page of its papers, or its line on the agenda. */
  readonly items: ReadonlyMap<string, Place>;
}

export const noPlaces: PackPlaces = { papers: new Map(), anchors: new Map(), items: new Map() };

/** Key of a place within a paper. */
export function anchorKey(paper: string, anchor: string): string {
  return `${paper}#${anchor}`;
}

/** The place of a target in the pack of a meeting; undefined when it lies outside. */
export function findPlace(target: LinkTarget, meeting: string, places: PackPlaces): Place | undefined {
  switch (target.kind) {
    case 'paper':
      return target.anchor === undefined
        ? places.papers.get(target.paper)
        : places.anchors.get(anchorKey(target.paper, target.anchor));
    case 'item':
      return target.meeting === meeting ? places.items.get(target.item) : undefined;
    case 'web':
    case 'page':
      return undefined;
  }
}

/** Absolute address of a target. */
export function urlOfTarget(target: LinkTarget, council: Council): string {
  const site = council.siteAddress;
  switch (target.kind) {
    case 'web':
      return target.href;
    case 'page':
      return `${site}/${target.url.replace(/^\//, '')}`;
    case 'paper':
      return `${site}/${target.paper}/${target.anchor === undefined ? '' : `#${target.anchor}`}`;
    case 'item':
      return `${site}/meetings/${target.meeting}/${target.item}/`;
  }
}

/** Answers and remembers: what was asked while laying out, and what was said. */
export interface PlaceBook {
  placeOf(target: LinkTarget): Place | undefined;
  /** The first target whose place has changed under other places; undefined when every answer still holds. */
  changedUnder(places: PackPlaces): LinkTarget | undefined;
}

/** A book over the places of the round before. */
export function placeBook(meeting: string, places: PackPlaces): PlaceBook {
  const asked = new Map<string, { readonly target: LinkTarget; readonly answer: Place | undefined }>();
  return {
    placeOf(target) {
      const answer = findPlace(target, meeting, places);
      if (target.kind === 'paper' || target.kind === 'item')
        asked.set(JSON.stringify(target), { target, answer });
      return answer;
    },
    changedUnder(next) {
      for (const { target, answer } of asked.values())
        if (!samePlace(answer, findPlace(target, meeting, next))) return target;
      return undefined;
    },
  };
}

/** Pages of two figures are the most usual: lines that print them are as long as they will be. */
const guessed: Place = { index: 0, y: 0, number: '88' };

/** A book for the first round, when nothing is placed yet: what the pack holds lies on some page of it. */
export function guessBook(plan: PackPlan): PlaceBook {
  const papers = new Set(plan.order.map(({ body }) => body.paper.address));
  const items = new Set(plan.items.map(({ item }) => item.number));
  const meeting = plan.meeting.key;
  let first: LinkTarget | undefined;
  return {
    placeOf(target) {
      const inside =
        (target.kind === 'paper' && papers.has(target.paper)) ||
        (target.kind === 'item' && target.meeting === meeting && items.has(target.item));
      if (inside) first ??= target;
      return inside ? guessed : undefined;
    },
    changedUnder: () => first,
  };
}

function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  if (!a || !b) return a === b;
  return a.index === b.index && a.number === b.number && Math.abs(a.y - b.y) < 0.01;
}
