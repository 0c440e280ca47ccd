/** Text within a paragraph as HTML. */
import { plainText, type Inline } from '../../model/inline.js';
import { hrefOf, imageHref, noteId, noteMarkId, type PageContext } from './context.js';
import { attributes, html, join, nothing, type Html, type Part } from './html.js';

/** Characters of "£1,234.567 million" and the like. */
const longestFigure = 18;

/** Inlines, one after another. */
export function renderInlines(content: readonly Inline[], context: PageContext): Html {
  return join(content.map((part) => renderInline(part, context)));
}

/**
 * What is printed with what is said: a minus sign, or a dash for no figure, is skipped by many screen readers.
 *
 * Only the words differ, so the print is hidden from assistive technology and the words from sight.
 */
export function printedAndSpoken(printed: Part, spoken: string | undefined): Html {
  if (spoken === undefined) return html`${printed}`;
  return html`<span aria-hidden="true">${printed}</span><span class="vh">${spoken}</span>`;
}

function renderInline(part: Inline, context: PageContext): Html {
  switch (part.kind) {
    case 'text':
      return html`${part.text}`;
    case 'strong':
      return html`<strong>${renderInlines(part.content, context)}</strong>`;
    case 'emphasis':
      return html`<em>${renderInlines(part.content, context)}</em>`;
    case 'strike':
      return html`<s>${renderInlines(part.content, context)}</s>`;
    case 'code':
      return html`<code>${part.text}</code>`;
    case 'span':
      return html`<span${attributes({ lang: part.lang })}>${renderInlines(part.content, context)}</span>`;
    case 'break':
      return html`<br />`;
    case 'image':
      return html`<img src="${imageHref(part.src, context)}" alt="${part.decorative ? '' : part.alt}" />`;
    case 'link':
      return renderLink(part, context);
    case 'figure':
      // Number and unit stay on one line; a calculated stretch of text breaks where it must.
      return printedAndSpoken(
        part.text.length > longestFigure ? part.text : html`<span class="nb">${part.text}</span>`,
        part.spoken,
      );
    case 'abbreviation':
      return html`<abbr title="${part.expansion}">${part.text}</abbr>`;
    case 'note-mark': {
      if (!context.anchored) return nothing;
      const occurrence = (context.noteMarks.get(part.number) ?? 0) + 1;
      context.noteMarks.set(part.number, occurrence);
      return html`<sup class="mark"
        ><a
          id="${noteMarkId(part.number, occurrence)}"
          href="#${noteId(part.number)}"
          aria-label="Note ${part.number}"
          >${part.number}</a
        ></sup
      >`;
    }
  }
}

function renderLink(part: Extract<Inline, { kind: 'link' }>, context: PageContext): Html {
  const href = hrefOf(part.target, context.page);
  // A bare address has no words of its own: a link must have a name.
  const words = plainText(part.content) === '' ? href : renderInlines(part.content, context);
  return html`<a${attributes({ href, title: part.title })}>${words}</a>`;
}

/** Inlines without links and marks of notes, for places that are links themselves. */
export function withoutLinks(content: readonly Inline[]): readonly Inline[] {
  return content.flatMap((part): readonly Inline[] => {
    switch (part.kind) {
      case 'link':
        return withoutLinks(part.content);
      case 'note-mark':
        return [];
      case 'strong':
      case 'emphasis':
      case 'strike':
      case 'span':
        return [{ ...part, content: withoutLinks(part.content) }];
      case 'text':
      case 'code':
      case 'break':
      case 'image':
      case 'figure':
      case 'abbreviation':
        return [part];
    }
  });
}
