/** Fills pages with boxes: keeps what belongs together, repeats heads of tables, puts notes at the foot. */
import { beginPage } from '../page.js';
import type { PageBuilder } from '../page.js';
import type { PageFrame } from '../style.js';
import { gapBetween } from './box.js';
import type { Box, Frame, Mark } from './box.js';

/** A run of boxes for pages of one shape. */
export interface Section {
  readonly frame: PageFrame;
  readonly boxes: readonly Box[];
}

/** Where something came to stand. */
export interface Placed {
  readonly mark: Mark;
  /** Index of the page in the whole document. */
  readonly page: number;
  readonly y: number;
}

export interface Filled {
  readonly pages: readonly { readonly page: PageBuilder; readonly frame: PageFrame }[];
  readonly placed: readonly Placed[];
}

export interface FillOptions {
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

/** At least this many lines of a note stand on the page of its mark. */
const leastOfNote = 3;

interface Open {
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

/** Fills pages. Every box is placed exactly once; one that is higher than the frame is placed at a page's top. */
export function fillPages(sections: readonly Section[], options: FillOptions): Filled {
  const pages: { page: PageBuilder; frame: PageFrame }[] = [];
  const placed: Placed[] = [];
  const seen = new Set<number>();
  /** Rest of notes that did not fit on the page of their mark. */
  let carried: Box[] = [];
  const left = countFrames(sections);
  const begun = new Set<Frame>();
  let open: Open | undefined;

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

  /** Begins a page on which `next` will stand, under notes that ran over no more than half of it. */
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

  /** Puts a box on the page, and of its notes what leaves `reserve` points to the boxes that must follow. */
  const put = (own: Box, at: Open, reserve: number): void => {
    const atTop = at.last === undefined;
    let top = at.y + gapBetween(at.last, own);
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
    const notes = newNotes([own]);
    for (const number of own.notes) seen.add(number);
    at.y = top + own.height;
    at.last = own;
    for (const note of notes.flat()) {
      const fits = at.y + reserve + at.footHeight + noteHeight([note], at) <= at.frame.bottom + tolerance;
      if (carried.length === 0 && fits) addToFoot(note, at);
      else carried.push(note);
    }
  };

  const putAll = (clump: readonly Box[], at: Open): void => {
    let reserve = 0;
    clump.forEach((own, i) => (reserve += own.height + gapBetween(clump[i - 1], own)));
    clump.forEach((own, i) => {
      reserve -= own.height + gapBetween(clump[i - 1], own);
      put(own, at, Math.max(0, reserve));
    });
  };

  for (const section of sections) {
    if (section.boxes.length === 0) continue;
    if (open !== undefined) end(open);
    open = begin(section.frame, section.boxes[0]);
    for (let i = 0; i < section.boxes.length;) {
      let stop = i;
      while (stop < section.boxes.length - 1 && section.boxes[stop]?.keep === true) stop++;
      const clump = section.boxes.slice(i, stop + 1);
      i = stop + 1;
      const first = clump[0];
      if (first === undefined) break;
      if (open.last !== undefined && (first.breakBefore === true || !fits(clump, open, leastNotes))) {
        end(open);
        open = begin(section.frame, first);
      }
      if (fits(clump, open, leastNotes)) putAll(clump, open);
      else {
        // More is tied together than a page holds: the ties give way where the page is full.
        for (const own of clump) {
          if (open.last !== undefined && !fits([own], open, leastNotes)) {
            end(open);
            open = begin(section.frame, own);
          }
          put(own, open, 0);
        }
      }
    }
  }
  while (open !== undefined && carried.length > 0) {
    end(open);
    open = begin(open.frame, undefined);
  }
  if (open !== undefined) end(open);
  return { pages, placed };
}

/** Slack for sums of lengths, in points. */
const tolerance = 0.01;

function fits(
  clump: readonly Box[],
  at: Open,
  leastNotes: (boxes: readonly Box[], at: Open) => number,
): boolean {
  let height = at.last === undefined ? (clump[0]?.head?.height ?? 0) : 0;
  clump.forEach((own, i) => (height += own.height + gapBetween(clump[i - 1] ?? at.last, own)));
  return at.y + height + at.footHeight + leastNotes(clump, at) <= at.frame.bottom + tolerance;
}

function countFrames(sections: readonly Section[]): Map<Frame, number> {
  const counts = new Map<Frame, number>();
  for (const section of sections) {
    for (const own of section.boxes) {
      for (const frame of own.frames) counts.set(frame, (counts.get(frame) ?? 0) + 1);
    }
  }
  return counts;
}
