/** The contents of a paper: its headings and the parts that the page adds around its text. */
import { plainText } from '../../model/inline.js';
import type { Paper } from '../../model/publication.js';
import type { Leading } from './leading.js';

/** A line of the contents, and the anchor that it leads to. */
export interface TocEntry {
  readonly anchor: string;
  readonly number: string | undefined;
  readonly label: string;
}

/** Which parts the page adds around the text. */
export interface AddedParts {
  readonly leading: Leading | undefined;
  readonly particulars: boolean;
  readonly backgroundPapers: boolean;
  readonly clearance: boolean;
}

/** The contents in the order of the page. */
export function tocOf(
  paper: Paper,
  { leading, particulars, backgroundPapers, clearance }: AddedParts,
): readonly TocEntry[] {
  const entry = (anchor: string, label: string): TocEntry => ({ anchor, number: undefined, label });
  const headings = paper.text.blocks.flatMap((block): readonly TocEntry[] =>
    block.kind === 'heading' &&
    block.level === 2 &&
    block.anchor !== undefined &&
    leading?.blocks.includes(block) !== true
      ? [{ anchor: block.anchor, number: block.number, label: plainText(block.content) }]
      : [],
  );
  return [
    ...(leading === undefined ? [] : [entry(leading.anchor, leading.title)]),
    ...(particulars ? [entry('particulars_', 'Particulars')] : []),
    ...headings,
    ...(backgroundPapers ? [entry('background_', 'Background papers')] : []),
    ...(clearance ? [entry('clearance_', 'Clearance')] : []),
    ...(paper.text.notes.length > 0 ? [entry('notes_title', 'Notes')] : []),
  ];
}
