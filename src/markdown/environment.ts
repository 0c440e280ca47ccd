/** What one reading carries along: context, faults, notes. markdown-it hands it to every rule as `env`. */
import type { Env } from 'markdown-it';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredBlock } from '../model/block.js';
import type { Span } from '../source/span.js';
import type { SourceText } from '../source/text.js';
import type { Body, InlineMap } from './positions.js';
import type { LastList, OpenList } from './rules/list.js';

/** What the reader must know of the rest of the council's folder. */
export interface MarkdownContext {
  /** The standing wording of that name, in the version that applies, with the offset at which its text begins. */
  readonly include: (name: string) => { readonly source: SourceText; readonly bodyStart: number } | undefined;
  /** First parts of the ids that `@id` may cite (`pledge`, `risk`, with or without the hyphen), and whole ids. */
  readonly citationPrefixes: ReadonlySet<string>;
  /** The house's words for numeric columns (`tbc`); reading leaves them as they are. */
  readonly words?: readonly string[];
}

/** A note of the text, collected while blocks are made. */
export interface Note {
  readonly id: string;
  readonly blocks: readonly AuthoredBlock[];
  readonly span: Span;
}

/** Shared by a file and everything it includes. */
export interface Reading {
  readonly context: MarkdownContext;
  readonly diagnostics: Diagnostic[];
  readonly notes: Note[];
  /** Number of includes so far: a bound on wording that includes wording that includes wording. */
  includes: number;
  /** Level of the last heading, for skipped levels. */
  headingLevel: number;
}

/** One file within a reading. */
export interface FileReading {
  readonly reading: Reading;
  readonly body: Body;
  /** Paths of the files that are being included, this one last. */
  readonly stack: readonly string[];
  readonly report: (fault: Diagnostic) => void;
  /** Ids of notes defined in this file by label, or undefined where marks are not checked (text of YAML blocks). */
  readonly notes: Map<string, string> | undefined;
  readonly usedNotes: Set<string>;
  /** Values that `!include name key="value"` gives for `{{ key }}`. */
  readonly parameters: ReadonlyMap<string, { readonly text: string; readonly span: Span }>;
  /** Those of them that the text has a place for. */
  readonly usedParameters: Set<string>;
  readonly env: BlockEnv;
}

/** `env` of block rules. */
export interface BlockEnv extends Env {
  readonly file: () => FileReading;
  /** Line of the closing `:::` that was just met, for the container that is open. */
  closedAt: number | undefined;
  openContainers: number;
  /** How the last numbered list of each level ended. */
  readonly lastLists: Map<number, LastList>;
  /** The lists that are being read, the innermost last, with the number that their next item would have. */
  readonly openLists: OpenList[];
  footnotes?: { refs?: Record<string, number> };
}

/** `env` of inline rules. */
export interface InlineEnv extends Env {
  readonly file: FileReading;
  readonly map: InlineMap;
  readonly report: (fault: Diagnostic) => void;
  /** Where the last `}}` of a content stands. */
  closing?: { readonly src: string; readonly last: number };
}
