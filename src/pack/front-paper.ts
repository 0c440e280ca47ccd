/** The cover, agenda and notice of a meeting as a paper: for copies in which they flow like all other text. */
import type { Block } from '../model/block.js';
import type { Inline } from '../model/inline.js';
import { plainText } from '../model/inline.js';
import type { Paper, Publication } from '../model/publication.js';
import { stateInWords } from '../model/item-state.js';
import { printedTitle } from './agenda-item.js';
import { agendaNotes } from './agenda-notes.js';
import { meetingWords } from './body.js';
import { particulars } from './cover.js';
import { noteInlines } from './notes.js';
import { reasons } from './notice.js';
import type { PackPlan, PlannedItem } from './plan.js';
import { itemLabel } from './words.js';

/** What the copy is called, and what it says of itself. */
export interface FrontPaperOptions {
  /** Last part of the address that its ids begin with. */
  readonly id: string;
  /** What this copy is, as the last of the particulars. */
  readonly about: string;
}

/** Makes the paper. Its links ask for pages, so the numbers are those of the copy. */
export function frontPaper(publication: Publication, plan: PackPlan, options: FrontPaperOptions): Paper {
  const { meeting } = plan;
  const { span, file } = meeting;
  const heading = (level: 2 | 3, text: string): Block => ({
    kind: 'heading',
    level,
    span,
    content: plain(text),
  });
  const paragraph = (content: readonly Inline[]): Block => ({ kind: 'paragraph', span, content });
  const { itemNumbers } = publication.council.style;
  const itemBlocks = (entry: PlannedItem): readonly Block[] => [
    paragraph([
      { kind: 'strong', content: plain(`${itemLabel(entry.item.number, itemNumbers)} `) },
      ...titleOf(entry),
    ]),
    ...agendaNotes(entry, publication).map(paragraph),
    ...(entry.bodies.length < 2
      ? []
      : entry.bodies.map(({ paper }) => paragraph([paperLink(paper.address, paper.title)]))),
  ];
  const agenda = plan.agenda.flatMap((entry): readonly Block[] => {
    switch (entry.kind) {
      case 'part':
        return [
          heading(3, entry.part === 1 ? 'Part I, in public' : 'Part II, which may be taken in private'),
        ];
      case 'session':
        return [heading(3, entry.session.label)];
      case 'break':
        return [paragraph(plain(entry.words))];
      case 'item':
        return itemBlocks(entry);
    }
  });
  const closed = plan.closed.flatMap((item) => [
    paragraph([
      {
        kind: 'strong',
        content: plain(
          `${itemLabel(item.number, itemNumbers)} ${item.openTitle ?? (item.part === 2 ? item.title : `Part of ${item.title}`)}`,
        ),
      },
    ]),
    ...reasons(publication, item).map(paragraph),
  ]);
  const rows = particulars(publication, plan, 0)
    .filter((row) => row.label !== 'In this pack')
    // Here the items follow on the same page.
    .map(({ label, value }) => ({
      label,
      value: value.map(plainText).join(' ').replace(' listed overleaf.', ' listed below.'),
    }));
  return {
    id: options.id,
    address: `meetings/${meeting.key}/${options.id}`,
    type: 'document',
    title: meetingWords(plan),
    status: 'final',
    authors: [],
    numbering: 'none',
    contents: false,
    particulars: [...rows, { label: 'This copy', value: options.about }],
    text: {
      blocks: [
        heading(2, 'Agenda'),
        ...noteInlines(meeting.text).map(paragraph),
        ...agenda,
        ...(closed.length === 0 ? [] : [heading(2, 'Items that may be taken in private'), ...closed]),
      ],
      notes: [],
    },
    span,
    file,
  };
}

function plain(text: string): readonly Inline[] {
  return [{ kind: 'text', text }];
}

function paperLink(paper: string, title: string): Inline {
  return { kind: 'link', target: { kind: 'paper', paper }, content: plain(title), withPage: true };
}

/** The title with its page, or with what stands in place of one. */
function titleOf(entry: PlannedItem): readonly Inline[] {
  const title = printedTitle(entry);
  const [only, ...more] = entry.bodies;
  if (only && more.length === 0) return [paperLink(only.paper.address, title)];
  const state = stateInWords(entry.state);
  return plain(state === undefined ? title : `${title}. ${state}.`);
}
