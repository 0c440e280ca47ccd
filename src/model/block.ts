/** The block tree of a paper: one tree that the site and the packs both render. */
import type { Span } from '../source/span.js';
import type { AuthoredInline, Inline } from './inline.js';
import type { Chart } from './chart.js';
import type { Table } from './table.js';
import type { Attributes, DataBlock, TableSource } from './table-source.js';

/** Blocks over the inlines `I` and the data blocks `D` of a stage. */
export type BlockOf<I, D> =
  | HeadingOf<I>
  | ParagraphOf<I>
  | ListOf<I, D>
  | QuoteOf<I, D>
  | CodeBlock
  | ThematicBreak
  | DefinitionListOf<I, D>
  | ContainerOf<I, D>
  | ImageFigureOf<I>
  | D;

/** As read from Markdown. */
export type AuthoredBlock = BlockOf<AuthoredInline, TableSource | DataBlock>;

/** As printed: numbered, calculated, resolved. */
export type Block = BlockOf<Inline, Table | Chart>;

interface Common {
  readonly span: Span;
  /** `{#id}` as typed. */
  readonly id?: string;
  /** The anchor in page and pack, unique within the paper; filled in when the paper is numbered. */
  readonly anchor?: string;
  readonly lang?: string;
  /** `{.unnumbered}`, `{.page-break}` and the like: the known classes only. */
  readonly classes?: readonly string[];
}

export interface HeadingOf<I> extends Common {
  readonly kind: 'heading';
  /** 2 to 6: the title of the paper is its only heading of level 1. */
  readonly level: 2 | 3 | 4 | 5 | 6;
  readonly content: readonly I[];
  /** "2", where the paper numbers its headings. */
  readonly number?: string;
}

export interface ParagraphOf<I> extends Common {
  readonly kind: 'paragraph';
  readonly content: readonly I[];
  /** "2.4", where the paper numbers its paragraphs. */
  readonly number?: string;
}

/** How the items of a list are marked. */
export type ListMarker =
  | { readonly style: 'bullet' }
  | {
      readonly style: 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';
      /** What stands around the number: `1.`, `1)`, `(1)`. */
      readonly delimiter: 'period' | 'paren' | 'parens';
    };

export interface ListOf<I, D> extends Common {
  readonly kind: 'list';
  readonly marker: ListMarker;
  /** Number of the first item; 1 for bullets. */
  readonly start: number;
  /** True when no blank line stands between the items. */
  readonly tight: boolean;
  readonly items: readonly { readonly blocks: readonly BlockOf<I, D>[]; readonly span: Span }[];
}

export interface QuoteOf<I, D> extends Common {
  readonly kind: 'quote';
  readonly blocks: readonly BlockOf<I, D>[];
}

export interface CodeBlock extends Common {
  readonly kind: 'code-block';
  readonly text: string;
  readonly language?: string;
}

export interface ThematicBreak extends Common {
  readonly kind: 'thematic-break';
}

export interface DefinitionListOf<I, D> extends Common {
  readonly kind: 'definition-list';
  readonly entries: readonly {
    readonly terms: readonly (readonly I[])[];
    readonly definitions: readonly (readonly BlockOf<I, D>[])[];
  }[];
}

/** Names that may open a `:::` container. */
export const containerNames = [
  'recommendations',
  'callout',
  'case-study',
  'quote',
  'landscape',
  'columns',
  'column',
  'key-facts',
  'decision',
  'resolved',
  'table-rows',
] as const;
export type ContainerName = (typeof containerNames)[number];

export interface ContainerOf<I, D> extends Common {
  readonly kind: 'container';
  readonly name: ContainerName;
  /** Words after the name on the opening line. */
  readonly title?: readonly I[];
  /** 1 for "Table 1": of a `table-rows` container with a title. */
  readonly number?: number;
  /** `{hint=... layout=landscape}` of a `table-rows` container. */
  readonly attributes?: Attributes;
  readonly blocks: readonly BlockOf<I, D>[];
}

/** What becomes a table: a pipe table, YAML, or a `table-rows` container, whose headings are rows. */
export type AuthoredTable = TableSource | DataBlock | ContainerOf<AuthoredInline, TableSource | DataBlock>;

/** An image that stands by itself and has a caption or an id: a numbered figure. */
export interface ImageFigureOf<I> extends Common {
  readonly kind: 'image-figure';
  readonly src: string;
  readonly alt: string;
  readonly decorative: boolean;
  readonly caption?: readonly I[];
  /** 1 for "Figure 1". */
  readonly number?: number;
}

/** Text and notes of one file, as read. */
export interface AuthoredDocument {
  readonly blocks: readonly AuthoredBlock[];
  readonly notes: readonly {
    readonly id: string;
    readonly blocks: readonly AuthoredBlock[];
    readonly span: Span;
  }[];
}

/** Text and notes, ready to print; notes are in the order of their first marks, so note 1 is `notes[0]`. */
export interface Document {
  readonly blocks: readonly Block[];
  readonly notes: readonly {
    readonly id: string;
    readonly number: number;
    readonly blocks: readonly Block[];
  }[];
}
