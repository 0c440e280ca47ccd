/** What the loader asks of the Markdown reader. */
import type { Checked } from '../diagnostics/diagnostic.js';
import type { AuthoredDocument } from '../model/block.js';
import type { SourceText } from '../source/text.js';

/** What the reader must know of the rest of the council's folder. */
export interface ReaderContext {
  /** The standing wording of that name, in the version that applies, with the offset at which its text begins. */
  readonly include: (name: string) => { readonly source: SourceText; readonly bodyStart: number } | undefined;
  /** First parts of the ids of the registers: `pledge`, `risk`. */
  readonly citationPrefixes: ReadonlySet<string>;
  readonly words?: readonly string[];
}

/** Reads the text of a Markdown file from an offset to its end. */
export type MarkdownReader = (
  source: SourceText,
  start: number,
  context: ReaderContext,
) => Checked<AuthoredDocument>;

/** A text that says nothing. */
export const emptyDocument: AuthoredDocument = { blocks: [], notes: [] };
