/** The unit of vertical layout: something that is never cut, with the space and the ties around it. */
import type { PageBuilder } from '../page.js';

/** A box knows its place from left to right when it is made, and its place from top to bottom when it is drawn. */
export interface Box {
  readonly height: number;
  /** Least space to the box above; the larger of `before` and the other's `after` counts, and none at a page's top. */
  readonly before: number;
  readonly after: number;
  /** True where no page may end after this box. */
  readonly keep: boolean;
  /** True where a page ends after this box only if the run of such boxes is too high to move to the next page whole. */
  readonly whole?: boolean;
  /** Begins a new page. */
  readonly breakBefore?: boolean;
  /** Stands after what was put off to pages of its own: a new section, a table with a number. */
  readonly afterFloats?: boolean;
  /** Numbers of the notes that must stand at the foot of its page. */
  readonly notes: readonly number[];
  /** Tints and rules around it, the outermost first. */
  readonly frames: readonly Frame[];
  /** What is drawn again when a page begins with this box: the head of its table. */
  readonly head?: RepeatedHead;
  /** What is drawn below it when a page ends after it: the sums that its table carries forward. */
  readonly tail?: RepeatedHead;
  readonly marks: readonly Mark[];
  /** Draws it, its top edge at `top`. `continued` is true at the top of a page, or under a repeated head. */
  draw(page: PageBuilder, top: number, continued: boolean): void;
}

/** Something to remember about the place of a box. */
export type Mark =
  | { readonly kind: 'anchor'; readonly anchor: string }
  | { readonly kind: 'block'; readonly block: number }
  | { readonly kind: 'heading'; readonly title: string; readonly level: number };

export interface RepeatedHead {
  readonly height: number;
  draw(page: PageBuilder, top: number): void;
}

/** A tint or rules around a run of boxes, painted once for each page they stand on. */
export interface Frame {
  paint(page: PageBuilder, top: number, bottom: number, first: boolean, last: boolean): void;
}

type Draw = Box['draw'];

const none: readonly never[] = [];

/** Makes a box; what is not said is nothing. */
export function box(height: number, draw: Draw, rest?: Partial<Omit<Box, 'height' | 'draw'>>): Box {
  const bare = {
    height,
    draw,
    before: 0,
    after: 0,
    keep: false,
    notes: none,
    frames: none,
    marks: none,
  };
  return rest === undefined ? bare : { ...bare, ...rest };
}

/** A box of a line of text: there are more of these than of all others. */
export function lineBox(height: number, draw: Draw, notes: readonly number[], keep: boolean): Box {
  return { height, draw, before: 0, after: 0, keep, notes, frames: none, marks: none };
}

/** Empty space that belongs to a frame: its padding. */
export function space(height: number, rest: Partial<Omit<Box, 'height' | 'draw'>> = {}): Box {
  return box(height, () => undefined, rest);
}

/** Space between two boxes in one run. */
export function gapBetween(above: Box | undefined, below: Box): number {
  return above === undefined ? 0 : Math.max(above.after, below.before);
}

/** Height of boxes one under the other, without the space above the first. */
export function stackHeight(boxes: readonly Box[]): number {
  let height = 0;
  boxes.forEach((own, i) => (height += own.height + gapBetween(boxes[i - 1], own)));
  return height;
}

/** Draws boxes one under the other, with their frames. */
export function drawStack(boxes: readonly Box[], page: PageBuilder, top: number): void {
  if (boxes.every((own) => own.frames.length === 0)) {
    let y = top;
    for (let i = 0; i < boxes.length; i++) {
      const own = boxes[i];
      if (own === undefined) continue;
      y += gapBetween(boxes[i - 1], own);
      own.draw(page, y, i === 0);
      y += own.height;
    }
    return;
  }
  const open = new Map<Frame, { top: number; bottom: number }>();
  let y = top;
  boxes.forEach((own, i) => {
    y += gapBetween(boxes[i - 1], own);
    own.draw(page, y, i === 0);
    for (const frame of own.frames) {
      const known = open.get(frame);
      if (known === undefined) open.set(frame, { top: y, bottom: y + own.height });
      else known.bottom = y + own.height;
    }
    y += own.height;
  });
  for (const [frame, extent] of open) frame.paint(page, extent.top, extent.bottom, true, true);
}

/** Boxes one under the other as one that is never cut. */
export function together(boxes: readonly Box[], rest: Partial<Omit<Box, 'height' | 'draw'>> = {}): Box {
  return box(stackHeight(boxes), (page, top) => drawStack(boxes, page, top), {
    before: boxes[0]?.before ?? 0,
    after: boxes.at(-1)?.after ?? 0,
    notes: boxes.flatMap((own) => own.notes),
    marks: boxes.flatMap((own) => own.marks),
    ...rest,
  });
}

/** Stacks side by side as one box; `height` is that of the highest with whatever stands around it. */
export function besideEachOther(
  stacks: readonly Box[],
  height: number,
  down: number,
  rest: Partial<Omit<Box, 'height' | 'draw'>> = {},
  around?: Draw,
): Box {
  return box(
    height,
    (page, top, continued) => {
      around?.(page, top, continued);
      for (const stack of stacks) stack.draw(page, top + down, continued);
    },
    {
      notes: stacks.flatMap((stack) => stack.notes),
      marks: stacks.flatMap((stack) => stack.marks),
      ...rest,
    },
  );
}

/** Boxes that a frame stands around, tied to the space within its edges and kept on one page where they fit. */
export function padded(boxes: readonly Box[], above: number, below: number): readonly Box[] {
  const content = edged(boxes, { before: 0 }, { after: 0 });
  return unbroken([space(above, { keep: true }), ...edged(content, {}, { keep: true }), space(below)]);
}

/** The boxes with one more frame around them all. */
export function framed(boxes: readonly Box[], frame: Frame): readonly Box[] {
  return boxes.map((own) => ({ ...own, frames: [frame, ...own.frames] }));
}

/** The boxes as a run that moves to the next page rather than be divided, when it is not too high for that. */
export function unbroken(boxes: readonly Box[]): readonly Box[] {
  return boxes.map((own, i) => (i < boxes.length - 1 ? { ...own, whole: true } : own));
}

/** The boxes with a change to the first and the last. */
export function edged(boxes: readonly Box[], first: Partial<Box>, last: Partial<Box> = {}): readonly Box[] {
  const changed = [...boxes];
  const head = changed[0];
  if (head !== undefined) changed[0] = { ...head, ...first };
  const tail = changed.at(-1);
  if (tail !== undefined) changed[changed.length - 1] = { ...tail, ...last };
  return changed;
}
