/** The opening of a paper: eyebrow, title, recommendations, particulars, clearance (look, section 2.6). */
import type { Block } from '../model/block.js';
import { dateInWords } from '../model/dates.js';
import type { Inline } from '../model/inline.js';
import { plainText } from '../model/inline.js';
import type { BackgroundPaper } from '../model/paper.js';
import type { Paper } from '../model/publication.js';
import type { TagNode } from './display.js';
import type { Clearance } from './clearance.js';
import { clearanceBoxes } from './clearance.js';
import { factBoxes } from './facts.js';
import type { Fact } from './facts.js';
import { blocksBoxes } from './flow/blocks.js';
import { box, edged } from './flow/box.js';
import type { Box } from './flow/box.js';
import type { Build, Region } from './flow/build.js';
import { recommendationBoxes } from './flow/containers.js';
import { hangNotes, textBoxes } from './flow/text.js';
import { drawScotchRule, scotchHeight } from './shapes.js';

type Recommendations = Parameters<typeof recommendationBoxes>[0];

/** What of a text goes on its cover, and what stays. */
export interface DividedText {
  readonly recommendations: Recommendations | undefined;
  /** Anchor of the heading that the recommendations were taken from under. */
  readonly headingAnchor?: string;
  /** The rest, each block with its place among the blocks of the text. */
  readonly body: readonly { readonly block: Block; readonly index: number }[];
}

/**
 * Takes the first box of recommendations out of a text, wherever it stands, with a heading that has nothing else under
 * it: the cover gives it one.
 */
export function divideText(blocks: readonly Block[]): DividedText {
  const all = blocks.map((block, index) => ({ block, index }));
  const at = blocks.findIndex((block) => block.kind === 'container' && block.name === 'recommendations');
  const found = blocks[at];
  if (found?.kind !== 'container') return { recommendations: undefined, body: all };
  const before = blocks[at - 1];
  const after = blocks[at + 1];
  const alone =
    before?.kind === 'heading' &&
    (after === undefined || (after.kind === 'heading' && after.level <= before.level)) &&
    /recommend/i.test(plainText(before.content));
  const title = alone && found.title === undefined ? { title: before.content } : {};
  return {
    recommendations: { ...found, ...title },
    ...(alone && before.anchor !== undefined ? { headingAnchor: before.anchor } : {}),
    body: all.filter(({ index }) => index !== at && !(alone && index === at - 1)),
  };
}

/** Boxes of the opening. */
export function coverBoxes(
  paper: Paper,
  { recommendations, headingAnchor }: DividedText,
  region: Region,
  sect: TagNode,
  build: Build,
): readonly Box[] {
  const { text, scale, gap } = build.style;
  const { wideLeft: left, wideRight: right } = region;
  const edge: Region = { ...region, gutter: undefined, x: left, right };
  const eyebrow = textBoxes([{ kind: 'text', text: eyebrowOf(paper) }], 'P', text.eyebrow, edge, sect, build);
  const title = textBoxes([{ kind: 'text', text: paper.title }], 'H1', text.title, edge, sect, build);
  build.headingLevel = 1;
  const opening: readonly Box[] = [...eyebrow, ...edged(title, { before: 4.5 * scale })].map((own) => ({
    ...own,
    keep: true,
  }));
  const recommended =
    recommendations === undefined
      ? []
      : recommendationBoxes(recommendations, edge, sect, build, blocksBoxes, false);
  hangNotes(sect, build);
  const anchors = [headingAnchor, recommendations?.anchor].flatMap((anchor) =>
    anchor === undefined ? [] : [{ kind: 'anchor' as const, anchor }],
  );
  // The Scotch rule belongs to the recommendations: other papers have none (look, tokens, section 1).
  const asked =
    recommended.length === 0
      ? []
      : [
          scotchBox(edge, 16.5 * scale),
          ...edged(recommended, { before: 0, marks: [...anchors, ...(recommended[0]?.marks ?? [])] }),
        ];
  const facts = factBoxes(factsOf(paper), edge, sect, build);
  const boxes = [
    ...edged(opening, {}, { after: asked.length + facts.length === 0 ? gap.box : 0 }),
    ...asked,
    ...(asked.length === 0 ? edged(facts, { before: 13.3 * scale }) : facts),
  ];
  const desks = desksOf(paper);
  if (desks.length === 0) return boxes;
  const heading = textBoxes([{ kind: 'text', text: 'Clearance' }], 'H2', text.caption, edge, sect, build);
  return [
    ...boxes,
    ...edged(
      heading.map((own) => ({ ...own, keep: true })),
      { before: gap.box },
    ),
    ...clearanceBoxes(desks, edge, sect, build),
  ];
}

function scotchBox({ x, right }: Region, before: number): Box {
  return box(scotchHeight, (page, top) => drawScotchRule(page, x, right, top), { before, keep: true });
}

/** "Report to Cabinet, 15 January 2019". */
export function eyebrowOf(paper: Paper): string {
  const kind = paper.type.replaceAll('-', ' ');
  const words = paper.status === 'draft' ? `draft ${kind}` : kind;
  const named = words.charAt(0).toUpperCase() + words.slice(1);
  if (paper.meeting !== undefined) return `${named} to ${paper.meeting}`;
  return paper.date === undefined ? named : `${named}, ${dateInWords(paper.date)}`;
}

function factsOf(paper: Paper): readonly Fact[] {
  const facts: Fact[] = paper.particulars.map(({ label, value }) => plain(label, value));
  const has = (...labels: readonly string[]): boolean =>
    paper.particulars.some((own) => labels.includes(own.label));
  if (paper.authors.length > 0 && !has('Author', 'Authors'))
    facts.push(plain(paper.authors.length === 1 ? 'Author' : 'Authors', paper.authors.join('; ')));
  if (paper.owner !== undefined && !has('Owner')) facts.push(plain('Owner', paper.owner));
  if (paper.date !== undefined && !has('Date')) facts.push(plain('Date', dateInWords(paper.date)));
  if (paper.version !== undefined && !has('Version')) facts.push(plain('Version', paper.version));
  if (paper.late !== undefined)
    facts.push(
      plain(
        'Late paper',
        `Published ${dateInWords(paper.late.published.slice(0, 10))}. ${paper.late.reason}`,
      ),
    );
  const background = backgroundOf(paper.backgroundPapers);
  if (background.length > 0) facts.push({ label: 'Background papers', value: background });
  return facts;
}

function plain(label: string, text: string): Fact {
  return { label, value: [[{ kind: 'text', text }]] };
}

function backgroundOf(papers: Paper['backgroundPapers']): readonly (readonly Inline[])[] {
  if (papers === undefined) return [];
  if (papers === 'none' || papers.length === 0) return [[{ kind: 'text', text: 'None.' }]];
  return papers.map((each): readonly Inline[] => {
    const title: Inline =
      each.link === undefined
        ? { kind: 'text', text: each.title }
        : {
            kind: 'link',
            target: { kind: 'web', href: each.link },
            content: [{ kind: 'text', text: each.title }],
            withPage: false,
          };
    return [title, { kind: 'text', text: afterTitle(each) }];
  });
}

function afterTitle(each: BackgroundPaper): string {
  const place = [each.location, each.date === undefined ? undefined : dateInWords(each.date)]
    .filter((word) => word !== undefined)
    .map((word) => `, ${word}`)
    .join('');
  const paragraphs = each.paragraphs ?? [];
  const exempt =
    paragraphs.length === 0
      ? ''
      : `, exempt under paragraph${paragraphs.length === 1 ? '' : 's'} ${paragraphs.join(', ')}`;
  return `${place}. Part ${each.part === 1 ? 'I' : 'II'}${exempt}.`;
}

function desksOf(paper: Paper): readonly Clearance[] {
  const desks: Clearance[] = (paper.signOff ?? []).map((each) =>
    each.code === undefined
      ? { desk: each.desk, mark: 'none', word: 'Not needed' }
      : { desk: each.desk, mark: 'good', word: 'Cleared', reference: each.code },
  );
  if (paper.memberAgreed === undefined) return desks;
  return [
    ...desks,
    paper.memberAgreed
      ? { desk: 'Cabinet member', mark: 'good', word: 'Agreed' }
      : { desk: 'Cabinet member', mark: 'none', word: 'Not stated' },
  ];
}
