/** Pages while they are filled: boxes placed from the top, their notes from the foot, notes that run over carried on. */
import { beginPage } from '../page.js';
import type { PageBuilder } from '../page.js';
import type { PageFrame } from '../style.js';
import { gapBetween } from './box.js';
import type { Box, Frame, Mark } from './box.js';

/** Where something came to stand. */
export interface Placed {
  readonly mark: Mark;
  /** Index of the page in the whole document. */
  readonly page: number;
  readonly y: number;
}

/** What pages are told from outside. */
export interface PageOptions {
  /** Index of the first page in the whole document. */
  readonly firstIndex: number;
  /** Label of a page by its place in this run, from 0. */
  label(page: number): string;
  /** The boxes of a note. */
  note(number: number): readonly Box[];
  /** Space above the notes, with its rule. */
  readonly noteAbove: number;
  drawNoteRule(page: PageBuilder, y: number, frame: PageFrame): void;
}

/** The page that is being filled. */
export interface Open {
  readonly page: PageBuilder;
  readonly frame: PageFrame;
  y: number;
  /** Last box placed; undefined at the top. */
  last: Box | undefined;
  readonly extents: Map<Frame, { top: number; bottom: number }>;
  /** Boxes of notes for this page's foot. */
  readonly foot: Box[];
  footHeight: number;
}

/** A run of pages. Every page begun is ended once, before the next begins. */
export interface Pages {
  readonly pages: readonly { readonly page: PageBuilder; readonly frame: PageFrame }[];
  readonly placed: readonly Placed[];
  /** Begins a page on which `next` will stand, under notes that ran over no more than half of it. */
  begin(frame: PageFrame, next: Box | undefined): Open;
  /** Paints frames and notes of a page. */
  end(at: Open): void;
  /** True when boxes and what their notes need at least have room below what is placed. */
  fits(boxes: readonly Box[], at: Open): boolean;
  /** Puts a box on the page, and of its notes what leaves `reserve` points to the boxes that must follow. */
  put(own: Box, at: Open, reserve: number): void;
  /** True while notes that ran over wait for a page. */
  carries(): boolean;
}

/** At least this many lines of a note stand on the page of its mark. */
const leastOfNote = 3;

/** Pages for boxes whose frames stand around so many boxes each: a frame is closed under its last one. */
export function makePages(counts: ReadonlyMap<Frame, number>, options: PageOptions): Pages {
  const pages: { page: PageBuilder; frame: PageFrame }[] = [];
  const placed: Placed[] = [];
  const seen = new Set<number>();
  /** Rest of notes that did not fit on the page of their mark. */
  let carried: Box[] = [];
  const left = new Map(counts);
  const begun = new Set<Frame>();

  const noteHeight = (notes: readonly Box[], at: Open): number => {
    if (notes.length === 0) return 0;
    let height = at.foot.length === 0 ? options.noteAbove : 0;
    notes.forEach((own, i) => (height += own.height + gapBetween(notes[i - 1] ?? at.foot.at(-1), own)));
    return height;
  };

  const addToFoot = (note: Box, at: Open): void => {
    at.footHeight += noteHeight([note], at);
    at.foot.push(note);
  };

  const end = (at: Open): void => {
    const tail = at.last?.tail;
    // A row that needs the whole page leaves no room for it.
    if (tail !== undefined && at.y + tail.height + at.footHeight <= at.frame.bottom + tolerance)
      tail.draw(at.page, at.y);
    for (const [frame, extent] of at.extents) {
      frame.paint(at.page, extent.top, extent.bottom, !begun.has(frame), left.get(frame) === 0);
      begun.add(frame);
    }
    if (at.foot.length === 0) return;
    let y = at.frame.bottom - at.footHeight;
    options.drawNoteRule(at.page, y, at.frame);
    y += options.noteAbove;
    at.foot.forEach((own, i) => {
      y += gapBetween(at.foot[i - 1], own);
      own.draw(at.page, y, false);
      y += own.height;
    });
  };

  const fresh = (frame: PageFrame): Open => {
    const index = options.firstIndex + pages.length;
    const page = beginPage(index, options.label(pages.length), frame);
    pages.push({ page, frame });
    return { page, frame, y: frame.top, last: undefined, extents: new Map(), foot: [], footHeight: 0 };
  };

  /** Puts notes that ran over at the foot, as far as `room` goes. */
  const footCarried = (at: Open, room: number): void => {
    for (let next = carried[0]; next !== undefined; next = carried[0]) {
      if (at.footHeight + noteHeight([next], at) > room) return;
      addToFoot(next, at);
      carried = carried.slice(1);
    }
  };

  const begin = (frame: PageFrame, next: Box | undefined): Open => {
    const height = frame.bottom - frame.top;
    for (;;) {
      const at = fresh(frame);
      const room = next === undefined ? height : height - next.height - (next.head?.height ?? 0);
      footCarried(at, next === undefined ? room : Math.min(room, height / 2));
      if (carried.length === 0 || at.foot.length > 0) return at;
      // Not a line of them fits beside what comes next: this page is theirs alone.
      footCarried(at, height);
      const [whole, ...rest] = carried;
      if (at.foot.length === 0 && whole !== undefined) {
        addToFoot(whole, at);
        carried = rest;
      }
      end(at);
    }
  };

  /** The new notes of some boxes, in order of their marks. */
  const newNotes = (boxes: readonly Box[]): readonly (readonly Box[])[] => {
    if (boxes.every((own) => own.notes.length === 0)) return [];
    const numbers = [...new Set(boxes.flatMap((own) => own.notes))].filter((number) => !seen.has(number));
    return numbers.map((number) => options.note(number));
  };

  /** What the notes of some boxes need at the very least; long ones may run over. */
  const leastNotes = (boxes: readonly Box[], at: Open): number => {
    const notes = newNotes(boxes);
    if (notes.length === 0) return 0;
    if (carried.length > 0) return 0;
    const wanted = notes.flatMap((lines, i) =>
      i < notes.length - 1 || lines.length <= leastOfNote + 1 ? lines : lines.slice(0, leastOfNote),
    );
    return noteHeight(wanted, at);
  };

  const put = (own: Box, at: Open, reserve: number): void => {
    const atTop = at.last === undefined;
    let top = at.y + (own.height > 0 ? gapBetween(at.last, own) : 0);
    if (atTop && own.head !== undefined) {
      own.head.draw(at.page, top);
      top += own.head.height;
    }
    own.draw(at.page, top, atTop);
    for (const mark of own.marks) placed.push({ mark, page: at.page.index, y: top });
    for (const frame of own.frames) {
      const extent = at.extents.get(frame);
      if (extent === undefined) at.extents.set(frame, { top, bottom: top + own.height });
      else extent.bottom = top + own.height;
      left.set(frame, (left.get(frame) ?? 1) - 1);
    }
    const notes = own.notes.length === 0 ? [] : newNotes([own]);
    for (const number of own.notes) seen.add(number);
    // A box of no height is a mark only: the space around it is that of its neighbours.
    if (own.height > 0) {
      at.y = top + own.height;
      at.last = own;
    }
    for (const note of notes.length === 0 ? [] : notes.flat()) {
      const below = reserve + (own.tail?.height ?? 0);
      const fits = at.y + below + at.footHeight + noteHeight([note], at) <= at.frame.bottom + tolerance;
      if (carried.length === 0 && fits) addToFoot(note, at);
      else carried.push(note);
    }
  };

  const fits = (boxes: readonly Box[], at: Open): boolean => {
    const height = heightOn(boxes, at) + (boxes.at(-1)?.tail?.height ?? 0);
    return at.y + height + at.footHeight + leastNotes(boxes, at) <= at.frame.bottom + tolerance;
  };

  return { pages, placed, begin, end, fits, put, carries: () => carried.length > 0 };
}

/** Slack for sums of lengths, in points. */
const tolerance = 0.01;

/** Height of boxes below what is placed, the space above them and a repeated head counted. */
export function heightOn(boxes: readonly Box[], at: Open): number {
  let height = at.last === undefined ? (boxes[0]?.head?.height ?? 0) : 0;
  boxes.forEach((own, i) => (height += own.height + gapBetween(boxes[i - 1] ?? at.last, own)));
  return height;
}
