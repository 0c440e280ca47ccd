/** What the makers of boxes share: the context, the notes met so far, and the region they fill. */
import type { Block } from '../../model/block.js';
import type { PaperAddress } from '../../model/inline.js';
import type { TextMeasure } from '../../model/measure.js';
import type { LayoutContext } from '../context.js';
import type { TagNode } from '../display.js';
import type { Memory } from '../memory.js';
import type { PageFrame, TextStyle } from '../style.js';
import type { Box } from './box.js';

/** One text being turned into boxes. */
export interface Build extends LayoutContext {
  readonly measure: TextMeasure;
  /** Blocks of the notes by number. */
  readonly notes: ReadonlyMap<number, readonly Block[]>;
  /** The paper itself: links to it lead to places of this text. */
  readonly address: PaperAddress;
  /** Makes ids unique in the document: put before the number of a note. */
  readonly idPrefix: string;
  /** Boxes of the notes whose marks were met. */
  readonly noteBoxes: Map<number, readonly Box[]>;
  /** Elements of notes whose block is not finished yet: they follow it in the tree. */
  readonly pendingNotes: TagNode[];
  /** Makes the boxes of a note for the foot of the region's pages. */
  makeNote(number: number, region: Region, parent: TagNode): readonly Box[];
  /** Makes the boxes of blocks: what cells hold. A function here, since blocks hold tables and tables hold blocks. */
  makeBlocks(blocks: readonly Block[], region: Region, parent: TagNode): readonly Box[];
  /** What the rounds of layout before have left. */
  readonly memory: Memory;
  /** Level of the last heading's element. */
  headingLevel: number;
}

/** From where to where boxes reach. All x in points from the left edge of the page. */
export interface Region {
  readonly frame: PageFrame;
  /** Where hanging numbers begin; undefined where there is no gutter. */
  readonly gutter: number | undefined;
  /** Left and right edge of running text. */
  readonly x: number;
  readonly right: number;
  /** Edges of tables and figures that need the room. */
  readonly wideLeft: number;
  readonly wideRight: number;
  readonly text: TextStyle;
  /** How many lists of bullets stand around. */
  readonly depth: number;
  /** Recommendations and decisions have plain bold numbers. */
  readonly listLook: 'plain' | 'recommendations' | 'decisions';
  /** True in a cell, where notes wait for the end of the table and nothing turns the page. */
  readonly inTable: boolean;
}

/** The whole of a page's frame. */
export function pageRegion(frame: PageFrame, text: TextStyle, gutter: boolean): Region {
  return {
    frame,
    gutter: gutter ? frame.left : undefined,
    x: frame.text,
    right: frame.textRight,
    wideLeft: frame.left,
    wideRight: frame.right,
    text,
    depth: 0,
    listLook: 'plain',
    inTable: false,
  };
}

/** A region within another, `left` and `right` points further in, without a gutter. */
export function inset(region: Region, left: number, right: number): Region {
  return {
    ...region,
    gutter: undefined,
    x: region.x + left,
    right: region.right - right,
    wideLeft: region.x + left,
    wideRight: region.right - right,
  };
}
