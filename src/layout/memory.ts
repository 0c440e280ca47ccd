/** Keeps what was made of a paper's blocks from one round of layout to the next. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LinkTarget } from '../model/inline.js';
import type { LayoutContext } from './context.js';
import type { TagNode } from './display.js';
import type { Box } from './flow/box.js';
import type { Style } from './style.js';

/** A question that the words of a block depend on: what page a link's target is on. */
interface Asked {
  readonly target: LinkTarget;
  readonly answer: string | undefined;
}

/** A block of the top level as boxes, with the elements that it hangs in the tree. */
export interface Unit {
  readonly boxes: readonly Box[];
  /** Its elements; of a numbered paragraph the item of its list. */
  readonly nodes: readonly TagNode[];
  /** The body of a numbered paragraph's item, and how many elements of its own that holds. */
  readonly body?: { readonly node: TagNode; readonly own: number };
  /** Level of the last heading's element after it. */
  readonly headingLevel: number;
  readonly asked: readonly Asked[];
  readonly reported: readonly Diagnostic[];
}

/**
 * What one paper remembers from round to round within one document.
 *
 * Boxes and elements are used again as they are, so a layout is good only until the next one with the same memory: its
 * pages, anchors and marks stand, but its elements are those of the latest.
 */
export interface Memory {
  /** The questions go to the context of the round. */
  ctx: LayoutContext | undefined;
  /** The style asked for, and the paper's own that was made of it. */
  style: { readonly asked: Style; readonly own: Style } | undefined;
  /** By the place of the block in the text. */
  readonly units: (Unit | undefined)[];
  /** The latest layout, in a value by itself: layouts that are kept keep no boxes alive. */
  readonly owner: { latest: object | undefined };
  /** Takes down what is asked and reported while a unit is made. */
  record: { readonly asked: Asked[]; readonly reported: Diagnostic[] } | undefined;
}

/** A memory of nothing. */
export function newMemory(): Memory {
  return { ctx: undefined, style: undefined, units: [], owner: { latest: undefined }, record: undefined };
}

/** A context that asks the round's context and takes down what the words of a unit depend on. */
export function remembering(memory: Memory, ctx: LayoutContext): LayoutContext {
  memory.ctx = ctx;
  const current = (): LayoutContext => memory.ctx ?? ctx;
  return {
    fonts: ctx.fonts,
    style: ctx.style,
    placeOf(target) {
      const place = current().placeOf(target);
      memory.record?.asked.push({ target, answer: place?.number ?? noNumber(place) });
      return place;
    },
    measured: new Map(),
    urlOf: (target) => current().urlOf(target),
    imageSize: (src) => current().imageSize(src),
    report(diagnostic) {
      memory.record?.reported.push(diagnostic);
      current().report(diagnostic);
    },
  };
}

/** Tells a place without a number, on the front pages, from no place. */
function noNumber(place: object | undefined): string | undefined {
  return place === undefined ? undefined : '';
}

/** The unit of a block where each answer it was made with still holds; says again what it reported. */
export function rememberedUnit(memory: Memory, index: number): Unit | undefined {
  const unit = memory.units[index];
  const { ctx } = memory;
  if (unit === undefined || ctx === undefined) return undefined;
  for (const { target, answer } of unit.asked) {
    const place = ctx.placeOf(target);
    if ((place?.number ?? noNumber(place)) !== answer) return undefined;
  }
  for (const diagnostic of unit.reported) ctx.report(diagnostic);
  return unit;
}
