/** The agenda (look, section 2.5): sessions, item numbers, titles, notes and page ranges, with links to the papers. */
import type { LayoutContext } from '../layout/context.js';
import type { TagNode } from '../layout/display.js';
import { drawLine, layoutInline, layoutText, measureText } from '../layout/inline/lines.js';
import type { Line } from '../layout/inline/lines.js';
import { tag } from '../layout/tags.js';
import type { Session } from '../model/meeting.js';
import type { Publication } from '../model/publication.js';
import { drawItem, itemHeight, titleLeft } from './agenda-item.js';
import type { Cursor } from './agenda-item.js';
import type { FrontPlace, FrontSheets } from './front.js';
import { noteInlines } from './notes.js';
import type { Numbering } from './numbering.js';
import type { AgendaEntry, PackPlan } from './plan.js';
import { drawLines, drawRule, drawText, frontStyles, portrait, textStyles } from './sheet.js';
import { dateWords, timeSpanWords, timeWords } from './words.js';

/** Space above a session. */
const aboveSession = 12.5;
/** Space above a break. */
const aboveBreak = 4;
/** Least space between the label of a session and its time. */
const besideTime = 12;

/** Draws the agenda on as many pages as it needs; answers where each item stands. */
export function drawAgenda(
  publication: Publication,
  plan: PackPlan,
  numbering: Numbering,
  parent: TagNode,
  sheets: FrontSheets,
  ctx: LayoutContext,
): ReadonlyMap<string, FrontPlace> {
  const places = new Map<string, FrontPlace>();
  const sect = tag('Sect', parent);
  const cursor: Cursor = { page: sheets.next(), y: 105 };
  drawText('Agenda', { left: portrait.left }, 99.9, textStyles.title, tag('H1', sect), cursor.page, ctx);
  drawMeetingText(plan, sect, cursor, sheets, ctx);

  let toc: TagNode | undefined;
  for (const [index, entry] of plan.agenda.entries()) {
    makeRoom(cursor, keptHeight(plan.agenda, index, ctx, publication), sheets, ctx);
    switch (entry.kind) {
      case 'part':
        drawPart(entry.part, index === 0, sect, cursor, ctx);
        toc = undefined;
        break;
      case 'session':
        drawSession(entry.session, sect, cursor, ctx);
        toc = undefined;
        break;
      case 'break':
        drawBreak(entry.words, sect, cursor, ctx);
        toc = undefined;
        break;
      case 'item':
        toc ??= tag('TOC', sect);
        places.set(entry.item.number, { page: cursor.page.index, y: cursor.y });
        drawItem(
          entry,
          publication,
          numbering,
          toc,
          cursor,
          () => makeRoom(cursor, Infinity, sheets, ctx),
          ctx,
        );
        break;
    }
  }
  if (plan.closed.length === 0) drawNil(sect, cursor, sheets, ctx);
  return places;
}

/** The text of the meeting, between the title and the items. */
function drawMeetingText(
  plan: PackPlan,
  sect: TagNode,
  cursor: Cursor,
  sheets: FrontSheets,
  ctx: LayoutContext,
): void {
  for (const paragraph of noteInlines(plan.meeting.text)) {
    const node = tag('P', sect);
    cursor.y += 8.5;
    for (const line of layoutInline(paragraph, portrait.textRight - titleLeft, textStyles.body, ctx)) {
      makeRoom(cursor, line.height, sheets, ctx, false);
      drawLine(line, portrait.left, cursor.y + line.baseline, node, cursor.page, ctx);
      cursor.y += line.height;
    }
  }
  if (plan.meeting.text.blocks.length > 0) cursor.y += 8.5;
}

/** "Part I, in public", and the head of the column of pages. */
function drawPart(part: 1 | 2, first: boolean, sect: TagNode, cursor: Cursor, ctx: LayoutContext): void {
  if (!first) cursor.y += aboveSession;
  const y = cursor.y + 18;
  const words = part === 1 ? 'Part I, in public' : 'Part II, which may be taken in private';
  drawText(words, { left: portrait.left }, y, frontStyles.smallBold, tag('H2', sect), cursor.page, ctx);
  // The head of a column that each range repeats in words, so it is not read twice.
  if (first)
    drawText('Pages', { right: portrait.right }, y, frontStyles.smallGrey, 'artifact', cursor.page, ctx);
  drawRule(cursor.page, y + 7.7, 0.75);
  cursor.y = y + 7.7;
}

/** A break, in the column of the titles. The heading of the next session follows it. */
function drawBreak(words: string, sect: TagNode, cursor: Cursor, ctx: LayoutContext): void {
  const y = cursor.y + aboveBreak + 10.2;
  drawText(words, { left: titleLeft }, y, frontStyles.smallGrey, tag('P', sect), cursor.page, ctx);
  cursor.y = y + 3.8;
}

/** The label of a session, over as many lines as it needs beside its day and time. */
function sessionLines(session: Session, ctx: LayoutContext): readonly Line[] {
  const time = measureText(sessionWords(session), frontStyles.smallGrey, ctx);
  const width = portrait.right - portrait.left - time - besideTime;
  return layoutText(session.label, width, frontStyles.smallBold, ctx);
}

function drawSession(session: Session, sect: TagNode, cursor: Cursor, ctx: LayoutContext): void {
  const y = cursor.y + aboveSession + 10.2;
  const last = drawLines(sessionLines(session, ctx), portrait.left, y, tag('H3', sect), cursor.page, ctx);
  drawText(
    sessionWords(session),
    { right: portrait.right },
    y,
    frontStyles.smallGrey,
    tag('P', sect),
    cursor.page,
    ctx,
  );
  drawRule(cursor.page, last + 6.8, 0.75);
  cursor.y = last + 7.5;
}

/** "Wednesday 30 January, 9.30 to 11.00 am". */
export function sessionWords(session: Session): string {
  const day = dateWords(session.date, { weekday: true, year: false });
  if (session.start === undefined) return day;
  return `${day}, ${session.end === undefined ? timeWords(session.start) : timeSpanWords(session.start, session.end)}`;
}

/** Height of an entry with what must stay under it: a heading keeps the item that follows. */
function keptHeight(
  agenda: readonly AgendaEntry[],
  index: number,
  ctx: LayoutContext,
  publication: Publication,
): number {
  const entry = agenda[index];
  if (!entry) return 0;
  switch (entry.kind) {
    case 'item':
      return itemHeight(entry, publication, ctx);
    case 'session': {
      const more = sessionLines(entry.session, ctx).slice(1);
      const height = more.reduce((sum, line) => sum + line.height, 40);
      return height + keptHeight(agenda, index + 1, ctx, publication);
    }
    case 'break':
      return aboveBreak + 14 + keptHeight(agenda, index + 1, ctx, publication);
    case 'part':
      return 40 + keptHeight(agenda, index + 1, ctx, publication);
  }
}

/** Goes on to a new page when the height does not fit; the head of the column is repeated there as an artefact. */
function makeRoom(
  cursor: Cursor,
  height: number,
  sheets: FrontSheets,
  ctx: LayoutContext,
  head = true,
): void {
  if (cursor.y + height <= portrait.bottom) return;
  cursor.page = sheets.next();
  cursor.y = portrait.top;
  if (!head) return;
  drawText('Pages', { right: portrait.right }, 90, frontStyles.smallGrey, 'artifact', cursor.page, ctx);
  drawRule(cursor.page, 97.7, 0.75);
  cursor.y = 97.7;
}

/** Says that nothing is private, so that nobody looks for a notice. */
function drawNil(sect: TagNode, cursor: Cursor, sheets: FrontSheets, ctx: LayoutContext): void {
  makeRoom(cursor, aboveSession + 22, sheets, ctx, false);
  const node = tag('P', sect);
  const line = layoutText(
    'Part II, private business: nil. The whole meeting is in public.',
    475,
    frontStyles.smallGrey,
    ctx,
  );
  cursor.y = drawLines(line, portrait.left, cursor.y + aboveSession + 18, node, cursor.page, ctx) + 4;
}
