/** Tables and data blocks as authors write them, before anything is calculated. */
import type { Span } from '../source/span.js';
import type { AuthoredInline } from './inline.js';

/** `{#id .class key=value}` as typed; only known keys get this far. */
export interface Attributes {
  readonly id?: string;
  readonly idSpan?: Span;
  readonly classes: readonly string[];
  readonly values: Readonly<Record<string, AttributeValue>>;
  readonly span: Span;
}

export interface AttributeValue {
  readonly text: string;
  readonly span: Span;
}

/** A pipe table with its caption line (format, section 4). */
export interface TableSource {
  readonly kind: 'table-source';
  readonly span: Span;
  /** Missing for a table without a caption line: such a table has no number and no id. */
  readonly caption?: readonly AuthoredInline[];
  readonly attributes?: Attributes;
  readonly align: readonly ('left' | 'right' | 'centre' | undefined)[];
  /** One or more header rows. */
  readonly head: readonly SourceRow[];
  readonly body: readonly SourceRow[];
}

export interface SourceRow {
  readonly span: Span;
  readonly cells: readonly SourceCell[];
}

/** One cell of a pipe table. */
export interface SourceCell {
  /** The cell as typed, trimmed, `\|` already turned into `|`, attributes and outer emphasis still there. */
  readonly raw: string;
  /** Place of `raw` in the author's file. */
  readonly span: Span;
  /** The text without outer emphasis and attributes: what a formula or a figure is read from. */
  readonly text: string;
  /** Place of `text`. A `\|` inside makes the file one character longer than `text` for each. */
  readonly textSpan: Span;
  /** True when emphasis (`**...**`) encloses the whole cell. */
  readonly strong: boolean;
  readonly attributes?: Attributes;
  /** The cell as Markdown; empty when it begins with `=` and so is a formula, or is `^` or `<`. */
  readonly content: readonly AuthoredInline[];
}

/** A fenced block whose text is YAML: ` ```table `, ` ```chart `, ` ```appraisal ` ... (format, sections 6 and 7). */
export interface DataBlock {
  readonly kind: 'data-block';
  readonly name: string;
  readonly span: Span;
  /** The YAML between the fences, as one stretch of the author's file. */
  readonly text: string;
  readonly textSpan: Span;
}
