/** Text within a paragraph: what authors write (`AuthoredInline`), and what renderers print (`Inline`). */
import type { Span } from '../source/span.js';

export interface TextInline {
  readonly kind: 'text';
  readonly text: string;
  readonly span?: Span;
}

/** `**strong**`, `*emphasis*`, `~~strike~~`. */
export interface MarkedInline<I> {
  readonly kind: 'strong' | 'emphasis' | 'strike';
  readonly content: readonly I[];
}

export interface CodeInline {
  readonly kind: 'code';
  readonly text: string;
  readonly span?: Span;
}

/** `[words]{lang="cy"}`. */
export interface SpanInline<I> {
  readonly kind: 'span';
  readonly lang?: string;
  /** `[£5.485m]{fact=savings-target}`: the words state a fact that other papers state too. Only authored text has it. */
  readonly fact?: StatedFact;
  readonly content: readonly I[];
}

/** A fact by the name that all papers give it. */
export interface StatedFact {
  readonly name: string;
  /** Why it differs here from what other papers say. */
  readonly because?: string;
  readonly span: Span;
}

/** A line break that the author asked for. */
export interface BreakInline {
  readonly kind: 'break';
}

export interface ImageInline {
  readonly kind: 'image';
  readonly src: string;
  readonly alt: string;
  readonly decorative: boolean;
  readonly span: Span;
}

/** What the Markdown reader makes; {@link Inline} comes of it once everything is calculated and resolved. */
export type AuthoredInline =
  | TextInline
  | MarkedInline<AuthoredInline>
  | CodeInline
  | SpanInline<AuthoredInline>
  | BreakInline
  | ImageInline
  | AuthoredOnly;

type AuthoredOnly =
  | {
      /** `[words](target "title")`, `<https://...>`, or `[](#id)`, whose words the build supplies. */
      readonly kind: 'link';
      readonly target: string;
      readonly targetSpan: Span;
      readonly title?: string;
      /** Empty for a reference that takes its words from what it points at. */
      readonly content: readonly AuthoredInline[];
      readonly span: Span;
    }
  | {
      /** `{{ expression as format }}`. */
      readonly kind: 'expression';
      readonly source: string;
      /** The text between the braces, in the author's file. */
      readonly sourceSpan: Span;
      readonly span: Span;
    }
  | {
      /** `[£12.599m]{= expression}`: a figure or number in words that the author typed and the build checks. */
      readonly kind: 'checked';
      readonly stated: string;
      readonly source: string;
      readonly sourceSpan: Span;
      readonly span: Span;
    }
  | { readonly kind: 'note-mark'; readonly note: string; readonly span: Span }
  | {
      /** `@pledge-84` or `@pledge-84{title}`; only a known register prefix makes one, see the format, section 3. */
      readonly kind: 'citation';
      readonly id: string;
      readonly field?: string;
      readonly span: Span;
    };

/** What site and packs print: every figure calculated, every reference resolved. */
export type Inline =
  TextInline | MarkedInline<Inline> | CodeInline | SpanInline<Inline> | BreakInline | ImageInline | FinalOnly;

type FinalOnly =
  | {
      readonly kind: 'link';
      readonly target: LinkTarget;
      readonly title?: string;
      readonly content: readonly Inline[];
      /** True where the packs add the page after the words: "Table 3, page 57". */
      readonly withPage: boolean;
    }
  | {
      /** A calculated or checked figure as printed: `£4.778m`. */
      readonly kind: 'figure';
      readonly text: string;
      /** What a screen reader should say when the print alone misleads it. */
      readonly spoken?: string;
      /** The expression as the author typed it, shown by tools that prove a figure. */
      readonly formula: string;
    }
  | { readonly kind: 'note-mark'; readonly note: string; readonly number: number }
  | { readonly kind: 'abbreviation'; readonly text: string; readonly expansion: string };

/** Where a link leads, settled once for site and packs. */
export type LinkTarget =
  | { readonly kind: 'web'; readonly href: string }
  | {
      /** A paper of this site, or a place in it. */
      readonly kind: 'paper';
      readonly paper: PaperAddress;
      readonly anchor?: string;
    }
  | { readonly kind: 'item'; readonly meeting: string; readonly item: string }
  | { readonly kind: 'page'; readonly url: string };

/** The permanent address of a paper: its folder on the site, `meetings/cabinet/2019-01-15/5b/draft-budget`. */
export type PaperAddress = string;

/** The plain text of inlines, without marks of notes. */
export function plainText(content: readonly (Inline | AuthoredInline)[]): string {
  let text = '';
  for (const part of content) {
    switch (part.kind) {
      case 'text':
      case 'code':
      case 'figure':
      case 'abbreviation':
        text += part.text;
        break;
      case 'checked':
        text += part.stated;
        break;
      case 'break':
        text += ' ';
        break;
      case 'image':
        text += part.alt;
        break;
      case 'strong':
      case 'emphasis':
      case 'strike':
      case 'span':
      case 'link':
        text += plainText(part.content);
        break;
      case 'citation':
        text += `@${part.id}`;
        break;
      case 'expression':
      case 'note-mark':
        break;
    }
  }
  return text;
}
