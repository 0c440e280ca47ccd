/** A paragraph as one line of plain words with its figures filled in, and the way back from its words to the author's file. */
import type { AuthoredBlock, AuthoredDocument } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import type { AuthoredPublication } from '../model/publication.js';
import type { Span } from '../source/span.js';
import { allItems, allPapers } from './rule.js';
import type { RuleText } from './rule.js';
import { childBlocks, inlinesOf } from './walk.js';

/** Plain words of a paragraph, heading, caption or cell. */
export interface FlatText {
  readonly text: string;
  /** Where a stretch of the words stands in the file; undefined where no part of it was typed by itself. */
  place(start: number, end: number): Span | undefined;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly span: Span | undefined;
}

/** What was made of a text before: several rules read the same words. */
const made = new WeakMap<RuleText, readonly FlatText[]>();

/** Every stretch of text of a document, in reading order, notes last. */
export function flatTexts(text: RuleText): readonly FlatText[] {
  const before = made.get(text);
  if (before !== undefined) return before;
  const found: FlatText[] = [];
  const inBlocks = (blocks: readonly AuthoredBlock[]): void => {
    for (const block of blocks) {
      for (const content of wordsIn(block, text))
        if (content.length > 0) found.push(flatten(content, text.figure));
      inBlocks(childBlocks(block));
    }
  };
  inBlocks(text.document.blocks);
  for (const note of text.document.notes) inBlocks(note.blocks);
  made.set(text, found);
  return found;
}

/** The runs of words of a block; those of a table in YAML are known once it is calculated. */
function wordsIn(block: AuthoredBlock, text: RuleText): readonly (readonly AuthoredInline[])[] {
  const table = block.kind === 'data-block' ? text.table?.(block) : undefined;
  if (table === undefined) return inlinesOf(block);
  return [table.caption, ...table.rows.flatMap((row) => row.cells.map((cell) => cell.content))];
}

/** Makes one line of inlines. Code, images and marks of notes leave a gap that no figure can reach over. */
export function flatten(content: readonly AuthoredInline[], figure: RuleText['figure']): FlatText {
  let text = '';
  eachPiece(content, figure, (words) => (text += words));
  // Where the words stand is asked of few texts, so it is worked out when it is.
  return { text, place: (start, end) => placeOf(piecesOf(content, figure), start, end) };
}

function piecesOf(content: readonly AuthoredInline[], figure: RuleText['figure']): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  eachPiece(content, figure, (words, span) => {
    const to = from + words.length;
    pieces.push({ from, to, span });
    from = to;
  });
  return pieces;
}

function eachPiece(
  content: readonly AuthoredInline[],
  figure: RuleText['figure'],
  add: (words: string, span: Span | undefined) => void,
): void {
  for (const inline of content) {
    switch (inline.kind) {
      case 'text':
        add(inline.text, inline.span);
        break;
      case 'checked':
        add(inline.stated, inline.span);
        break;
      case 'expression':
        add(figure(inline) ?? '…', inline.span);
        break;
      case 'strong':
      case 'emphasis':
      case 'span':
      case 'link':
        eachPiece(inline.content, figure, add);
        break;
      case 'note-mark':
        break;
      case 'strike':
      case 'code':
      case 'image':
      case 'citation':
      case 'break':
        add(' … ', undefined);
        break;
    }
  }
}

function placeOf(pieces: readonly Piece[], start: number, end: number): Span | undefined {
  const touched = pieces.filter((p) => p.from < end && p.to > start && p.span !== undefined);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first?.span === undefined || last?.span === undefined || first.span.file !== last.span.file)
    return first?.span;
  const from = isExact(first) ? first.span.start + Math.max(0, start - first.from) : first.span.start;
  const to = isExact(last) ? last.span.start + Math.min(end, last.to) - last.from : last.span.end;
  return { file: first.span.file, start: from, end: to };
}

/** Whether the words are as long in the file: no escapes, nothing filled in. */
function isExact({ from, to, span }: Piece): boolean {
  return span !== undefined && span.end - span.start === to - from;
}

/** All texts of a publication where nothing was calculated: a calculated figure is then unknown. */
export function uncalculatedTexts(publication: AuthoredPublication): readonly RuleText[] {
  const text = (title: string, document: AuthoredDocument): RuleText => ({
    title,
    document,
    figure: () => undefined,
  });
  return [
    ...publication.meetings.flatMap((meeting) => [
      text(meeting.title, meeting.text),
      ...allItems(meeting).map((item) => text(item.title, item.text)),
    ]),
    ...allPapers(publication).map((paper) => text(paper.title, paper.text)),
  ];
}
