/** Decides where pages end: keeps what belongs together, and puts turned pages off until the page before is full. */
import type { PageBuilder } from '../page.js';
import type { PageFrame } from '../style.js';
import { gapBetween, stackHeight } from './box.js';
import type { Box, Frame } from './box.js';
import { makePages } from './pages.js';
import type { Open, PageOptions, Pages, Placed } from './pages.js';

/** A run of boxes for pages of one shape. */
export interface Section {
  readonly frame: PageFrame;
  readonly boxes: readonly Box[];
  /** True where its pages may wait until the page before them is full of what follows. */
  readonly floats?: boolean;
}

export interface Filled {
  readonly pages: readonly { readonly page: PageBuilder; readonly frame: PageFrame }[];
  readonly placed: readonly Placed[];
}

/** Fills pages. Every box is placed exactly once; one that is higher than the frame is placed at a page's top. */
export function fillPages(sections: readonly Section[], options: PageOptions): Filled {
  const pages = makePages(countFrames(sections), options);
  const filler: Filler = { pages, open: undefined, waiting: [] };
  for (const section of sections) {
    const first = section.boxes[0];
    if (first === undefined) continue;
    const { open, waiting } = filler;
    if (section.floats === true && open !== undefined && open.frame !== section.frame) {
      filler.waiting = [...waiting, section];
      continue;
    }
    // What follows sections that wait goes on below what stands before them.
    const goesOn = waiting.length > 0 && open !== undefined && open.frame === section.frame;
    fillSection(section, goesOn ? open : turn(filler, section.frame, first), filler);
  }
  if (filler.waiting.length > 0) flush(filler);
  while (filler.open !== undefined && pages.carries()) turn(filler, filler.open.frame, undefined);
  if (filler.open !== undefined) pages.end(filler.open);
  return { pages: pages.pages, placed: pages.placed };
}

/** A document while its pages are filled. */
interface Filler {
  readonly pages: Pages;
  open: Open | undefined;
  /** Sections that wait until the open page is full. */
  waiting: readonly Section[];
}

/** Ends the page, gives what waits its own pages, and begins the next. */
function turn(filler: Filler, frame: PageFrame, next: Box | undefined): Open {
  if (filler.waiting.length > 0) flush(filler);
  if (filler.open !== undefined) filler.pages.end(filler.open);
  const open = filler.pages.begin(frame, next);
  filler.open = open;
  return open;
}

/** Gives what waits its own pages; the last of them stays open. */
function flush(filler: Filler): void {
  const due = filler.waiting;
  filler.waiting = [];
  for (const section of due) fillSection(section, turn(filler, section.frame, section.boxes[0]), filler);
}

function fillSection(section: Section, first: Open, filler: Filler): void {
  const { boxes, frame } = section;
  const { pages } = filler;
  let at = first;
  for (let i = 0; i < boxes.length;) {
    const head = boxes[i];
    if (head === undefined) break;
    const kept = runFrom(boxes, i, (own) => own.keep);
    // Within a run that is divided already there is nothing left to hold together.
    const whole =
      boxes[i - 1]?.whole === true ? kept : runFrom(boxes, i, (own) => own.keep || own.whole === true);
    if (at.last !== undefined) {
      const barred = filler.waiting.length > 0 && whole.some((own) => own.afterFloats === true);
      const room = pages.fits(whole, at) || (!isMoved(whole, at) && pages.fits(kept, at));
      if (head.breakBefore === true || barred || !room) at = turn(filler, frame, head);
    }
    const clump = pages.fits(whole, at) ? whole : kept;
    i += clump.length;
    if (pages.fits(clump, at)) {
      putAll(clump, at, pages);
      continue;
    }
    // More is tied together than a page holds: the ties give way where the page is full.
    for (const own of clump) {
      if (at.last !== undefined && !pages.fits([own], at)) at = turn(filler, frame, own);
      pages.put(own, at, 0);
    }
  }
}

/** The boxes from an index up to the first that does not tie. */
function runFrom(boxes: readonly Box[], from: number, ties: (own: Box) => boolean): readonly Box[] {
  let stop = from;
  for (let own = boxes[stop]; stop < boxes.length - 1 && own !== undefined && ties(own); own = boxes[stop])
    stop++;
  return boxes.slice(from, stop + 1);
}

/** A run up to this part of a page goes to the next page whole, whatever it leaves empty. */
const alwaysMoved = 0.5;
/** A higher one goes there when it leaves no more than this part of the page empty. */
const leftEmpty = 0.25;

/** True for a run that is better moved to the next page than divided. */
function isMoved(run: readonly Box[], at: Open): boolean {
  const page = at.frame.bottom - at.frame.top;
  const height = stackHeight(run);
  if (height <= page * alwaysMoved) return true;
  return height <= page && at.frame.bottom - at.footHeight - at.y <= page * leftEmpty;
}

function putAll(clump: readonly Box[], at: Open, pages: Pages): void {
  let reserve = 0;
  clump.forEach((own, i) => (reserve += own.height + gapBetween(clump[i - 1], own)));
  clump.forEach((own, i) => {
    reserve -= own.height + gapBetween(clump[i - 1], own);
    pages.put(own, at, Math.max(0, reserve));
  });
}

function countFrames(sections: readonly Section[]): ReadonlyMap<Frame, number> {
  const counts = new Map<Frame, number>();
  for (const section of sections) {
    for (const own of section.boxes) {
      for (const frame of own.frames) counts.set(frame, (counts.get(frame) ?? 0) + 1);
    }
  }
  return counts;
}
