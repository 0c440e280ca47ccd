/** The cover of a pack (look, section 2.4): council, title, date and place, particulars. */
import type { LayoutContext } from '../layout/context.js';
import type { TagNode } from '../layout/display.js';
import { layoutInline, layoutText } from '../layout/inline/lines.js';
import type { PageBuilder } from '../layout/page.js';
import { tag } from '../layout/tags.js';
import type { Inline } from '../model/inline.js';
import type { Meeting, Publication } from '../model/publication.js';
import { noteInlines } from './notes.js';
import { drawLines, drawRule, drawScotchRule, drawText, frontStyles, portrait, textStyles } from './sheet.js';
import { datesWords, dateWords, listWords, momentWords, timeWords } from './words.js';

interface Row {
  readonly label: string;
  /** Paragraphs of the value. */
  readonly value: readonly (readonly Inline[])[];
}

/** Draws the cover. `pages` is the last number of the pack. */
export function drawCover(
  publication: Publication,
  meeting: Meeting,
  pages: number,
  parent: TagNode,
  page: PageBuilder,
  ctx: LayoutContext,
): void {
  const { council } = publication;
  const { left, right } = portrait;
  const sect = tag('Sect', parent);
  drawText(council.name, { left }, 62, frontStyles.council, tag('P', sect), page, ctx);
  drawText('Public document pack', { right }, 62, frontStyles.smallGrey, tag('P', sect), page, ctx);
  drawScotchRule(page, 74);

  const title = layoutText(meeting.title, 440, frontStyles.coverTitle, ctx);
  let y = drawLines(title, left, 185.4, tag('H1', sect), page, ctx);
  const place = tag('P', sect);
  const when = layoutText(datesWords(meeting.dates, true), 475, frontStyles.coverPlace, ctx);
  y = drawLines(when, left, y + 42.2, place, page, ctx);
  const where = layoutText(`${timeWords(meeting.time)}, ${meeting.venue}`, 475, frontStyles.coverPlace, ctx);
  y = drawLines(where, left, y + 24, tag('P', sect), page, ctx);

  drawParticulars(particulars(publication, meeting, pages), Math.max(392, y + 60), sect, page, ctx);
  if (council.properOfficer)
    drawText(council.properOfficer.title, { left }, 786.5, frontStyles.officer, tag('P', sect), page, ctx);
}

/** Labels and values with hairlines; as a table for those who cannot see the columns. */
function drawParticulars(
  rows: readonly Row[],
  top: number,
  parent: TagNode,
  page: PageBuilder,
  ctx: LayoutContext,
): void {
  if (rows.length === 0) return;
  const body = tag('TBody', tag('Table', parent));
  drawRule(page, top, 0.75);
  let y = top;
  for (const row of rows) {
    const tr = tag('TR', body);
    drawText(
      row.label,
      { left: portrait.left },
      y + 15.3,
      textStyles.factLabel,
      tag('TH', tr, { scope: 'Row' }),
      page,
      ctx,
    );
    const cell = tag('TD', tr);
    let lines = 0;
    for (const part of row.value) {
      const set = layoutInline(part, portrait.right - 190, textStyles.facts, ctx);
      drawLines(set, 190, y + 15.3 + lines * 15, tag('P', cell), page, ctx);
      lines += set.length;
    }
    y += Math.max(1, lines) * 15 + 8.5;
    drawRule(page, y, 0.5, 'rule');
  }
}

function particulars(publication: Publication, meeting: Meeting, pages: number): readonly Row[] {
  const { council } = publication;
  const rows: Row[] = [];
  const add = (label: string, ...lines: readonly string[]) => {
    const value = lines.filter((line) => line !== '').map((line): Inline[] => [{ kind: 'text', text: line }]);
    if (value.length > 0) rows.push({ label, value });
  };
  add('Members', membersWords(publication, meeting));
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
  if (meeting.webcast !== undefined) add('Webcast', meeting.webcast);
  for (const notice of meeting.notices) {
    const value = noteInlines(notice.text);
    if (value.length > 0) rows.push({ label: notice.title, value });
  }
  const { contact } = council;
  const people = meeting.contact.flatMap((id) => publication.people.find((person) => person.id === id) ?? []);
  const department = contact.department ?? '';
  add(
    'Ask for',
    listWords(people.map((person) => person.name)),
    [department, ...council.address].filter((part) => part !== '').join(', '),
    [people[0]?.telephone ?? contact.telephone ?? '', people[0]?.email ?? contact.email ?? '']
      .filter((part) => part !== '')
      .join(', '),
  );
  add('Online', council.siteAddress.replace(/^https?:\/\//, ''));
  return rows;
}

/** "Councillors Mrs Aspinall (Chair), Ball and Morris." */
function membersWords(publication: Publication, meeting: Meeting): string {
  const names = meeting.members.map((member) => {
    const name = publication.people.find((person) => person.id === member.person)?.name ?? member.person;
    if (member.role === 'chair') return `${name} (Chair)`;
    if (member.role === 'vice-chair') return `${name} (Vice Chair)`;
    return name;
  });
  if (names.length === 0) return '';
  return `${names.length === 1 ? 'Councillor' : 'Councillors'} ${listWords(names)}.`;
}
