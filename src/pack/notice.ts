/** The Part II notice (look, page 3): which items may be taken in private, and why. */
import type { LayoutContext } from '../layout/context.js';
import type { TagNode } from '../layout/display.js';
import { drawLine, layoutInline, layoutText } from '../layout/inline/lines.js';
import type { Line } from '../layout/inline/lines.js';
import type { PageBuilder } from '../layout/page.js';
import type { TextStyle } from '../layout/style.js';
import { tag } from '../layout/tags.js';
import { exemptDescription } from '../model/exemption.js';
import type { Inline } from '../model/inline.js';
import type { Item, Publication } from '../model/publication.js';
import type { FrontSheets } from './front.js';
import type { PackPlan } from './plan.js';
import { drawLines, drawRule, drawText, frontStyles, portrait, textStyles } from './sheet.js';
import { dateWords, itemLabel, listWords } from './words.js';

const columns = { item: portrait.left, what: 115, why: 265 } as const;
const measure = 423;
const reasonLine = 14;
const betweenReasons = 4;
/** Below the last line of a row. */
const rowPadding = 7;
/** A higher row goes on to the next page. */
const longRow = 220;
/** It begins on a page that has room for this much of it. */
const leastOfRow = 4 * reasonLine;

interface Cursor {
  page: PageBuilder;
  y: number;
}

/** Draws the notice on as many pages as its items need. */
export function drawNotice(
  publication: Publication,
  plan: PackPlan,
  parent: TagNode,
  sheets: FrontSheets,
  ctx: LayoutContext,
): void {
  const sect = tag('Sect', parent);
  const cursor: Cursor = { page: sheets.next('Part II'), y: 0 };
  drawText(
    'Part II: private business',
    { left: portrait.left },
    99.9,
    textStyles.title,
    tag('H1', sect),
    cursor.page,
    ctx,
  );
  const paragraph = (text: string, style: TextStyle, below: number) => {
    const lines = layoutText(text, measure, style, ctx);
    cursor.y =
      drawLines(lines, portrait.left, cursor.y, tag('P', sect), cursor.page, ctx) + style.leading + below;
  };
  cursor.y = 132;
  paragraph(
    'Some information may be discussed in private. The papers that hold it are not in this pack.',
    textStyles.lead,
    19,
  );
  paragraph(
    'Under section 100A(4) of the Local Government Act 1972 the committee may ask the press and public to leave for an item, ' +
      'or part of one, where exempt information would be disclosed. Schedule 12A of the Act lists the kinds of information ' +
      'that are exempt. For each kind the public interest in keeping it private must outweigh the interest in publishing it.',
    textStyles.body,
    25,
  );
  const heading = tag('H2', sect);
  drawText(
    'Items that may be taken in private',
    { left: portrait.left },
    cursor.y,
    textStyles.section,
    heading,
    cursor.page,
    ctx,
  );
  cursor.y += 13;
  drawItems(publication, plan.closed, sect, cursor, sheets, ctx);
  drawContact(publication, sect, cursor, sheets, ctx);
}

function drawItems(
  publication: Publication,
  items: readonly Item[],
  sect: TagNode,
  cursor: Cursor,
  sheets: FrontSheets,
  ctx: LayoutContext,
): void {
  const table = tag('Table', sect);
  const head = tag('TR', tag('THead', table));
  const words: readonly (readonly [string, number])[] = [
    ['Item', columns.item],
    ['What is private', columns.what],
    ['Why', columns.why],
  ];
  const drawHead = (first: boolean) => {
    drawRule(cursor.page, cursor.y, 0.75);
    for (const [word, left] of words) {
      const cell = first ? tag('TH', head, { scope: 'Column' }) : 'artifact';
      drawText(word, { left }, cursor.y + 13.2, frontStyles.smallGrey, cell, cursor.page, ctx);
    }
    cursor.y += 19.3;
    drawRule(cursor.page, cursor.y, 0.75);
  };
  drawHead(true);
  const body = tag('TBody', table);
  for (const item of items) {
    const row = rowLines(publication, item, ctx);
    const turn = () => {
      cursor.page = sheets.next('Part II');
      cursor.y = portrait.top;
      drawHead(false);
    };
    // A row stays whole unless it is so long that it would leave much of a page empty.
    const room = portrait.bottom - cursor.y;
    if (row.height > room && (row.height <= longRow || room < leastOfRow)) turn();
    const tr = tag('TR', body);
    const top = cursor.y + 13.2;
    const number = itemLabel(item.number, publication.council.style.itemNumbers);
    drawText(
      number,
      { left: columns.item },
      top,
      frontStyles.sectionNumber,
      tag('TH', tr, { scope: 'Row' }),
      cursor.page,
      ctx,
    );
    drawLines(row.what, columns.what, top, tag('TD', tr), cursor.page, ctx);
    const why = tag('TD', tr);
    const started = cursor.page;
    const least = cursor.y + row.height;
    for (const [index, lines] of row.why.entries()) {
      const node = tag('P', why);
      if (index > 0) cursor.y += betweenReasons;
      for (const line of lines) {
        if (cursor.y + reasonLine + rowPadding > portrait.bottom) {
          drawRule(cursor.page, cursor.y + rowPadding, 0.75);
          turn();
        }
        drawLine(line, columns.why, cursor.y + 13.2, node, cursor.page, ctx);
        cursor.y += reasonLine;
      }
    }
    cursor.y = cursor.page === started ? least : cursor.y + rowPadding;
    drawRule(cursor.page, cursor.y, 0.75);
  }
}

interface RowLines {
  readonly what: readonly Line[];
  readonly why: readonly (readonly Line[])[];
  readonly height: number;
}

function rowLines(publication: Publication, item: Item, ctx: LayoutContext): RowLines {
  const title =
    item.part === 2 ? (item.openTitle ?? item.title) : (item.openTitle ?? `Part of ${item.title}`);
  const what = layoutText(title, columns.why - columns.what - 11, frontStyles.smallBold, ctx);
  const why = reasons(publication, item).map((content) =>
    layoutInline(content, portrait.right - columns.why, frontStyles.small, ctx),
  );
  const left = what.length * reasonLine;
  const right = why.reduce((sum, lines) => sum + lines.length * reasonLine + betweenReasons, -betweenReasons);
  return { what, why, height: Math.max(left, right, reasonLine) + rowPadding };
}

/** "Paragraph 3." with its meaning, why the public interest favours keeping it private, and when that is looked at again. */
export function reasons(publication: Publication, item: Item): readonly (readonly Inline[])[] {
  const { exempt } = item;
  if (!exempt) return [[{ kind: 'text', text: 'No reason has been given yet.' }]];
  const named = (label: string, text: string): readonly Inline[] => [
    { kind: 'strong', content: [{ kind: 'text', text: `${label}.` }] },
    { kind: 'text', text: ` ${text}` },
  ];
  const numbers = exempt.paragraphs.map(String);
  const meanings = exempt.paragraphs.flatMap(
    (paragraph) => sentence(exemptDescription(publication.council.jurisdiction, paragraph)) ?? [],
  );
  const list: (readonly Inline[])[] = [];
  if (numbers.length > 0)
    list.push(
      named(`${numbers.length === 1 ? 'Paragraph' : 'Paragraphs'} ${listWords(numbers)}`, meanings.join(' ')),
    );
  list.push(named('Public interest', exempt.publicInterest));
  if (exempt.reviewOn !== undefined) list.push(named('Review', `${dateWords(exempt.reviewOn)}.`));
  return list;
}

/** The words of the Schedule as a sentence. */
function sentence(words: string | undefined): string | undefined {
  return words === undefined ? undefined : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Whom to tell that it should be public. */
function drawContact(
  publication: Publication,
  sect: TagNode,
  cursor: Cursor,
  sheets: FrontSheets,
  ctx: LayoutContext,
): void {
  const { department, telephone, email } = publication.council.contact;
  const ways = [department, telephone, email].filter((way) => way !== undefined);
  if (cursor.y + 90 > portrait.bottom) {
    cursor.page = sheets.next('Part II');
    cursor.y = portrait.top - 20;
  }
  const y = cursor.y + 42;
  const heading = tag('H2', sect);
  drawText(
    'If you think this should be public',
    { left: portrait.left },
    y,
    textStyles.section,
    heading,
    cursor.page,
    ctx,
  );
  const text =
    `Tell us before the meeting${ways.length === 0 ? '' : `: ${ways.join(', ')}`}. ` +
    'The committee will be told what you said before it decides.';
  const lines = layoutText(text, measure, textStyles.body, ctx);
  cursor.y = drawLines(lines, portrait.left, y + 25, tag('P', sect), cursor.page, ctx);
}
