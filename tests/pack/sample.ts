/** A small meeting with every state an item can be in, and bodies of a given length to print for it. */
import type { Place } from '#tabled/layout/context.js';
import type { TagNode } from '#tabled/layout/display.js';
import { drawLine, layoutText } from '#tabled/layout/inline/lines.js';
import { beginPage, finishPage } from '#tabled/layout/page.js';
import { makeStyle } from '#tabled/layout/style.js';
import { tag } from '#tabled/layout/tags.js';
import type { Document } from '#tabled/model/block.js';
import type { Item, Meeting, Paper, Publication } from '#tabled/model/publication.js';
import type { LayBody } from '#tabled/pack/settle.js';

const span = { file: 'content/meetings/budget/2019-01-30/meeting.md', start: 0, end: 0 };

/** A text of plain paragraphs. */
export function words(...paragraphs: readonly string[]): Document {
  return {
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', span, content: [{ kind: 'text', text }] })),
    notes: [],
  };
}

export const meetingKey = 'budget/2019-01-30';

/** A paper of the meeting. */
export function paperOf(item: string, id: string, rest: Partial<Paper> = {}): Paper {
  return {
    id,
    address: `meetings/${meetingKey}/${item}/${id}`,
    type: 'report',
    title: `Report on ${id}`,
    status: 'final',
    authors: ['Service Director for Finance'],
    numbering: 'none',
    contents: false,
    particulars: [],
    text: words('Text.'),
    span,
    file: span.file,
    ...rest,
  };
}

/** An item of the agenda. */
export function itemOf(number: string, title: string, rest: Partial<Item> = {}): Item {
  return {
    number,
    title,
    kind: 'business',
    part: 1,
    text: words(),
    papers: [],
    children: [],
    span,
    file: span.file,
    ...rest,
  };
}

/** A meeting around items. */
export function meetingOf(items: readonly Item[], rest: Partial<Meeting> = {}): Meeting {
  return {
    key: meetingKey,
    committee: 'budget',
    title: 'Select Committee Review: Budget',
    dates: ['2019-01-30', '2019-01-31'],
    time: '09:30',
    venue: 'Warspite Room, Council House',
    published: '2019-01-22T09:00',
    contact: [],
    members: [{ person: 'aspinall', role: 'chair' }, { person: 'ball' }],
    sessions: [
      { id: 's1', label: 'Session 1', date: '2019-01-30', start: '09:30', end: '11:00' },
      { id: 's2', label: 'Session 2', date: '2019-01-30', start: '11:15', end: '13:00' },
    ],
    status: 'published',
    duplex: true,
    text: words(),
    notices: [
      {
        id: 'filming',
        title: 'Filming',
        text: words(
          'The meeting is broadcast and kept online. If you come into the Warspite Room you may be filmed.',
        ),
      },
    ],
    items,
    span,
    file: span.file,
    ...rest,
  };
}

/** The meeting that most tests print. */
export function sampleMeeting(rest: Partial<Meeting> = {}): Meeting {
  const shared = paperOf('5a', 'review-plan', { title: 'Select Committee Review Plan' });
  return meetingOf(
    [
      itemOf('1', 'Apologies', {
        kind: 'standing',
        text: words('To receive apologies from members who cannot attend.'),
      }),
      itemOf('2', 'Declarations of interest', { kind: 'standing' }),
      itemOf('5', 'Budget', {
        kind: 'container',
        children: [
          itemOf('5a', 'Select Committee Review Plan', { papers: [shared] }),
          itemOf('5b', 'Draft Budget Report 2019/20', {
            session: 's1',
            papers: [paperOf('5b', 'draft-budget'), paperOf('5b', 'appendix-a'), paperOf('5b', 'appendix-b')],
          }),
          itemOf(
            '5c',
            'Customer and Corporate Services, the Chief Executive and a title that needs two lines',
            {
              session: 's2',
              papers: [paperOf('5c', 'business-plan')],
              exempt: {
                paragraphs: [3],
                publicInterest: 'Tenants gave the terms in confidence.',
                reviewOn: '2019-07-31',
              },
              openTitle: 'Commercial tenants and terms',
            },
          ),
        ],
      }),
      itemOf('6', 'Consultation responses', {
        status: { state: 'to-follow', due: '2019-01-29T12:00', owner: 'the Head of Legal' },
      }),
      itemOf('7', 'Recommendations'),
      itemOf('8', 'Withdrawn business', {
        status: { state: 'withdrawn', reason: 'the contract has ended' },
        papers: [paperOf('8', 'never-printed')],
      }),
    ],
    rest,
  );
}

/** A publication around meetings. */
export function publicationOf(...meetings: readonly Meeting[]): Publication {
  return {
    council: {
      name: 'Plymouth City Council',
      address: ['Ballard House', 'Plymouth PL1 3BJ'],
      contact: { department: 'Democratic support', telephone: '01752 305155' },
      siteAddress: 'https://www.plymouth.gov.uk/democracy',
      jurisdiction: 'england',
      timeZone: 'Europe/London',
      properOfficer: { name: 'A Person', title: 'Chief Executive' },
      style: { negative: 'minus', itemNumbers: 'plain', words: [] },
    },
    committees: [],
    people: [
      { id: 'aspinall', name: 'Mrs Aspinall', aliases: [], kind: 'councillor', span },
      { id: 'ball', name: 'Ball', aliases: [], kind: 'councillor', span },
    ],
    meetings,
    sharedPapers: [],
    asAt: '2019-01-23T09:00',
  };
}

/** Lays bodies out as bare pages: one heading, then a line on each page. */
export function bareBodies(lengthOf: (id: string) => number): LayBody {
  const style = makeStyle();
  return (body, _item, start, ctx) => {
    const { paper } = body;
    const part: TagNode = tag('Part', undefined, { title: paper.title });
    const h1 = tag('H1', part);
    const anchors = new Map<string, Place>();
    const pages = Array.from({ length: lengthOf(paper.id) }, (_, at) => {
      const number = String(start.number + at);
      const page = beginPage(start.index + at, number, style.portrait);
      const write = (text: string, y: number, node: TagNode) => {
        const [first] = layoutText(text, 400, style.text.body, ctx);
        if (first) drawLine(first, 104, y, node, page, ctx);
      };
      if (at === 0) write(paper.title, 119, h1);
      write(`Sheet ${at + 1} of ${paper.id}.`, 150, tag('P', part));
      anchors.set(`sheet-${at + 1}`, { index: page.index, y: 140, number });
      return finishPage(page);
    });
    return {
      pages,
      tag: part,
      outline: [{ title: `Inside ${paper.id}`, page: start.index, y: 140, children: [] }],
      anchors,
      marks: [{ page: start.index, block: 0 }],
    };
  };
}
