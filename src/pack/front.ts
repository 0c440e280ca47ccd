/** The front pages of a pack: cover, agenda and Part II notice, outside the run of page numbers. */
import type { LayoutContext } from '../layout/context.js';
import type { DisplayPage, OutlineEntry, TagNode } from '../layout/display.js';
import { drawFurniture } from '../layout/furniture.js';
import { beginPage, finishPage } from '../layout/page.js';
import type { PageBuilder } from '../layout/page.js';
import { tag } from '../layout/tags.js';
import { romanNumeral } from '../model/numerals.js';
import type { Publication } from '../model/publication.js';
import { drawAgenda } from './agenda.js';
import { drawBlank } from './blank.js';
import { meetingWords } from './body.js';
import { drawCover } from './cover.js';
import { drawNotice } from './notice.js';
import type { Numbering } from './numbering.js';
import type { PackPlan } from './plan.js';
import { portrait } from './sheet.js';

/** A place on the front pages, for bookmarks. */
export interface FrontPlace {
  readonly page: number;
  readonly y: number;
}

/** The front pages, laid out. */
export interface FrontPages {
  readonly pages: readonly DisplayPage[];
  readonly tag: TagNode;
  readonly outline: readonly OutlineEntry[];
  /** Where each item stands on the agenda, by item number. */
  readonly items: ReadonlyMap<string, FrontPlace>;
  /** Pages with something on them; the pack may have one more, so that page 1 is a right-hand page. */
  readonly filled: number;
}

/** Gives the next front page, with head and foot on all but the cover. */
export interface FrontSheets {
  next(note?: string): PageBuilder;
}

/** Lays the front pages out. */
export function layoutFront(
  publication: Publication,
  plan: PackPlan,
  numbering: Numbering,
  ctx: LayoutContext,
): FrontPages {
  const built: PageBuilder[] = [];
  const part = tag('Part', undefined, { title: 'Agenda' });
  const title = meetingWords(plan);
  const sheets: FrontSheets = {
    next(note) {
      const index = built.length;
      const page = beginPage(index, romanNumeral(index + 1), portrait);
      if (index > 0) {
        const words = { title, outer: 'Agenda', inner: publication.council.name, odd: index % 2 === 0 };
        drawFurniture(note === undefined ? words : { ...words, note }, portrait, page, quiet(ctx));
      }
      built.push(page);
      return page;
    },
  };
  drawCover(publication, plan, numbering.last, part, sheets, ctx);
  const agendaPage = built.length;
  const items = drawAgenda(publication, plan, numbering, part, sheets, ctx);
  const outline: OutlineEntry[] = [
    { title: 'Cover', page: 0, y: 0, children: [] },
    { title: 'Agenda', page: agendaPage, y: 60, children: [] },
  ];
  if (plan.closed.length > 0) {
    outline.push({ title: 'Part II: private business', page: built.length, y: 60, children: [] });
    drawNotice(publication, plan, part, sheets, ctx);
  }
  const filled = built.length;
  if (plan.duplex && numbering.last > 0 && filled % 2 === 1)
    drawBlank(sheets.next(), 'It lets the first paper start on a right-hand page.', part, ctx);
  return { pages: built.map(finishPage), tag: part, outline, items, filled };
}

/** Front pages have no number: the words in its place are small, and the note at the right is no warning. */
export function quiet(ctx: LayoutContext): LayoutContext {
  const { text } = ctx.style;
  return {
    ...ctx,
    style: { ...ctx.style, text: { ...text, pageNumber: text.headReference, headReference: text.head } },
  };
}
