/** The cover of a pack (look, section 2.4): council, title, date and place, particulars. */
import type { LayoutContext } from '../layout/context.js';
import type { TagNode } from '../layout/display.js';
import { drawLine, layoutInline, layoutText } from '../layout/inline/lines.js';
import type { PageBuilder } from '../layout/page.js';
import { tag } from '../layout/tags.js';
import type { Inline } from '../model/inline.js';
import { breaksInWords, hashtagInWords } from '../model/breaks.js';
import { membersInWords } from '../model/members.js';
import type { Meeting, Publication } from '../model/publication.js';
import type { FrontSheets } from './front.js';
import { noteInlines } from './notes.js';
import type { PackPlan } from './plan.js';
import { drawLines, drawRule, drawScotchRule, drawText, frontStyles, portrait, textStyles } from './sheet.js';
import { datesWords, dateWords, listWords, momentWords, timeWords } from './words.js';

/** A label with its value. */
export interface Row {
  readonly label: string;
  /** Paragraphs of the value. */
  readonly value: readonly (readonly Inline[])[];
}

/** Draws the cover of the pack. `pages` is its last number. */
export function drawCover(
  publication: Publication,
  plan: PackPlan,
  pages: number,
  parent: TagNode,
  sheets: FrontSheets,
  ctx: LayoutContext,
): void {
  const rows = particulars(publication, plan, pages);
  drawCoverSheet(publication, plan.meeting, 'Public document pack', rows, parent, sheets, ctx);
}

/** Draws a cover: council, what the document is, title, date and place, and rows of particulars. */
export function drawCoverSheet(
  publication: Publication,
  meeting: Meeting,
  what: string,
  rows: readonly Row[],
  parent: TagNode,
  sheets: FrontSheets,
  ctx: LayoutContext,
): void {
  const { council } = publication;
  const { left, right } = portrait;
  const page = sheets.next();
  const sect = tag('Sect', parent);
  drawText(council.name, { left }, 62, frontStyles.council, tag('P', sect), page, ctx);
  drawText(what, { right }, 62, frontStyles.smallGrey, tag('P', sect), page, ctx);
  drawScotchRule(page, 74);

  const title = layoutText(meeting.title, 440, frontStyles.coverTitle, ctx);
  let y = drawLines(title, left, 185.4, tag('H1', sect), page, ctx);
  const place = tag('P', sect);
  const when = layoutText(datesWords(meeting.dates, true), 475, frontStyles.coverPlace, ctx);
  y = drawLines(when, left, y + 42.2, place, page, ctx);
  const where = layoutText(`${timeWords(meeting.time)}, ${meeting.venue}`, 475, frontStyles.coverPlace, ctx);
  y = drawLines(where, left, y + 24, tag('P', sect), page, ctx);

  drawParticulars(rows, { page, y: Math.max(392, y + 60), bottom: 770 }, sect, sheets, ctx);
  if (council.properOfficer)
    drawText(council.properOfficer.title, { left }, 786.5, frontStyles.officer, tag('P', sect), page, ctx);
}

interface Cursor {
  page: PageBuilder;
  y: number;
  bottom: number;
}

const valueLeft = 190;
const rowLine = textStyles.facts.leading;

/**
 * Labels and values with hairlines; as a table for those who cannot see the columns.
 *
 * A row that does not fit goes on to another front page, and one that is longer than a page is divided.
 */
function drawParticulars(
  rows: readonly Row[],
  cursor: Cursor,
  parent: TagNode,
  sheets: FrontSheets,
  ctx: LayoutContext,
): void {
  if (rows.length === 0) return;
  const body = tag('TBody', tag('Table', parent));
  const turn = () => {
    cursor.page = sheets.next();
    cursor.y = portrait.top;
    cursor.bottom = portrait.bottom;
  };
  drawRule(cursor.page, cursor.y, 0.75);
  for (const row of rows) {
    const label = layoutText(row.label, valueLeft - portrait.left - 12, textStyles.factLabel, ctx);
    const value = row.value.map((part) =>
      layoutInline(part, portrait.right - valueLeft, textStyles.facts, ctx),
    );
    const count = Math.max(
      label.length,
      value.reduce((sum, lines) => sum + lines.length, 0),
    );
    if (cursor.y + count * rowLine + 8.5 > cursor.bottom) turn();
    const tr = tag('TR', body);
    const head = tag('TH', tr, { scope: 'Row' });
    drawLines(label, portrait.left, cursor.y + 15.3, head, cursor.page, ctx);
    const cell = tag('TD', tr);
    const end = cursor.y + label.length * rowLine;
    const started = cursor.page;
    for (const lines of value) {
      const node = tag('P', cell);
      for (const line of lines) {
        if (cursor.y + rowLine + 8.5 > cursor.bottom) turn();
        drawLine(line, valueLeft, cursor.y + 15.3, node, cursor.page, ctx);
        cursor.y += rowLine;
      }
    }
    if (cursor.page === started) cursor.y = Math.max(cursor.y, end);
    cursor.y += 8.5;
    drawRule(cursor.page, cursor.y, 0.5, 'rule');
  }
}

/** The rows of the cover. `pages` is the last number of the pack. */
export function particulars(publication: Publication, plan: PackPlan, pages: number): readonly Row[] {
  const { meeting } = plan;
  const rows: Row[] = [];
  const add = (label: string, line: string) => {
    if (line !== '') rows.push(plainRow(label, line));
  };
  add(
    'Members',
    membersInWords(meeting.members, (id) => publication.people.find((person) => person.id === id)) ?? '',
  );
  if (meeting.subject !== undefined) add('Subject', meeting.subject);
  add('Business', 'Members are invited to attend to consider the items listed overleaf.');
  add(
    'In this pack',
    pages === 0 ? 'No papers.' : `${pages} numbered pages. The agenda gives the page of each paper.`,
  );
  if (meeting.published !== undefined)
    add('Published', `${dateWords(meeting.published, { weekday: true })}.`);
  if (meeting.shortNotice)
    add(
      'Short notice',
      `The meeting was called at ${momentWords(meeting.shortNotice.convenedAt)}. ${meeting.shortNotice.reason}`,
    );
  add('Breaks', breaksInWords(plan.otherBreaks) ?? '');
  if (meeting.webcast !== undefined) add('Webcast', meeting.webcast);
  if (meeting.hashtag !== undefined) add('Hashtag', hashtagInWords(meeting.hashtag));
  for (const notice of meeting.notices) {
    const value = noteInlines(notice.text);
    if (value.length > 0) rows.push({ label: notice.title, value });
  }
  return [...rows, ...contactRows(publication, meeting)];
}

/** Whom to ask, and where the papers are on the web. */
export function contactRows(publication: Publication, meeting: Meeting): readonly Row[] {
  const { council } = publication;
  const { contact } = council;
  const people = meeting.contact.flatMap((id) => publication.people.find((person) => person.id === id) ?? []);
  const lines = [
    listWords(people.map((person) => person.name)),
    [contact.department ?? '', ...council.address].filter((part) => part !== '').join(', '),
    [people[0]?.telephone ?? contact.telephone ?? '', people[0]?.email ?? contact.email ?? '']
      .filter((part) => part !== '')
      .join(', '),
  ].filter((line) => line !== '');
  return [
    ...(lines.length === 0 ? [] : [plainRow('Ask for', ...lines)]),
    plainRow('Online', council.siteAddress.replace(/^https?:\/\//, '')),
  ];
}

/** A row of plain lines. */
export function plainRow(label: string, ...lines: readonly string[]): Row {
  return { label, value: lines.map((line): readonly Inline[] => [{ kind: 'text', text: line }]) };
}
