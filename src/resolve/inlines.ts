/** Turns authored text into printed text: figures filled in, references given words and targets, notes numbered. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { error } from '../diagnostics/diagnostic.js';
import { plainText } from '../model/inline.js';
import type { AuthoredInline, Inline, TextInline } from '../model/inline.js';
import type { Span } from '../source/span.js';
import type { Abbreviations } from './abbreviations.js';
import type { References } from './references.js';
import { curlyQuotes } from './typography.js';

/** What the text of one document is resolved against. */
export interface InlineContext {
  /** The figure of an expression or of a checked figure. */
  figure(inline: Extract<AuthoredInline, { kind: 'expression' | 'checked' }>): {
    readonly text: string;
    readonly spoken?: string;
    readonly formula: string;
  };
  readonly references: References;
  /** The text of a cited register entry, or undefined with the fault reported. */
  citation(inline: Extract<AuthoredInline, { kind: 'citation' }>): string | undefined;
  readonly abbreviations: Abbreviations;
  /** Path of an image on the site; reports one that is not there. */
  image(src: string, span: Span): string;
  /** Number of a note, in the order of first marks; reports a mark without a note. */
  noteNumber(id: string, span: Span): number;
  report(diagnostic: Diagnostic): void;
}

/** Resolves a run of text. `plain` leaves abbreviations alone: in headings, links and captions. */
export function resolveInlines(
  content: readonly AuthoredInline[],
  context: InlineContext,
  plain = false,
): readonly Inline[] {
  const [only] = content;
  // Most cells are a few words to which nothing is done: they are printed as they were read, and kept once.
  if (content.length === 1 && only?.kind === 'text') {
    const resolved = resolveText(only, '', context, plain);
    return resolved.length === 1 && resolved[0] === only ? (content as readonly TextInline[]) : resolved;
  }
  const out: Inline[] = [];
  let before = '';
  for (const inline of content) {
    if (inline.kind === 'text') {
      out.push(...resolveText(inline, before, context, plain));
      before = inline.text.slice(-1) || before;
    } else {
      out.push(...resolveInline(inline, context, plain));
      before = plainText([inline]).slice(-1) || before;
    }
  }
  return out;
}

function resolveText(
  inline: TextInline,
  before: string,
  context: InlineContext,
  plain: boolean,
): readonly Inline[] {
  const text = curlyQuotes(inline.text, before);
  const typed = text === inline.text ? inline : { ...inline, text };
  return plain ? [typed] : context.abbreviations.mark(typed);
}

function resolveInline(
  inline: Exclude<AuthoredInline, TextInline>,
  context: InlineContext,
  plain: boolean,
): readonly Inline[] {
  switch (inline.kind) {
    case 'code':
    case 'break':
      return [inline];
    case 'image':
      return [{ ...inline, src: context.image(inline.src, inline.span) }];
    case 'strong':
    case 'emphasis':
    case 'strike':
      return [{ kind: inline.kind, content: resolveInlines(inline.content, context, plain) }];
    case 'span': {
      const content = resolveInlines(inline.content, context, plain);
      // A fact is for the rules; in print its words are like all others.
      return inline.lang === undefined ? content : [{ kind: 'span', lang: inline.lang, content }];
    }
    case 'expression':
    case 'checked': {
      const { text, spoken, formula } = context.figure(inline);
      return [{ kind: 'figure', text, formula, ...(spoken === undefined ? {} : { spoken }) }];
    }
    case 'note-mark':
      return [{ kind: 'note-mark', note: inline.note, number: context.noteNumber(inline.note, inline.span) }];
    case 'citation': {
      const text = context.citation(inline);
      return [{ kind: 'text', text: text ?? `@${inline.id}`, span: inline.span }];
    }
    case 'link':
      return resolveLink(inline, context);
  }
}

function resolveLink(
  link: Extract<AuthoredInline, { kind: 'link' }>,
  context: InlineContext,
): readonly Inline[] {
  const content = resolveInlines(link.content, context, true);
  const resolution = context.references.resolve(link.target, link.targetSpan);
  for (const d of resolution.diagnostics) context.report(d);
  const reference = resolution.value;
  if (reference === undefined) {
    return content.length > 0 ? content : [{ kind: 'text', text: link.target, span: link.span }];
  }
  if (content.length === 0 && reference.words === undefined) {
    context.report(
      error('reference-has-words', link.span, `the reference to “${link.target}” needs words of its own`, {
        hint: 'Write the words between the square brackets: [the timetable](#timetable).',
      }),
    );
  }
  const words = reference.words ?? link.target;
  return [
    {
      kind: 'link',
      target: reference.target,
      ...(link.title === undefined ? {} : { title: link.title }),
      content: content.length > 0 ? content : [{ kind: 'text', text: words }],
      withPage: content.length === 0,
    },
  ];
}
