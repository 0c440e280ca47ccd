/** The text of a paper from its top: numbers in the gutter, marks where pages of the pack begin, notes at the end. */
import type { Block, Document } from '../../model/block.js';
import type { PaperFacts } from '../../model/pack.js';
import { renderBlock, renderBlocks } from './block.js';
import { anchorOf, noteId, noteMarkId, type PageContext } from './context.js';
import { attributes, html, join, nothing, type Html } from './html.js';
import { renderInlines } from './inline.js';

type Marks = PaperFacts['marks'];

/** Blocks that belong to the numbered paragraph before them. */
const continuing: ReadonlySet<Block['kind']> = new Set([
  'paragraph',
  'list',
  'quote',
  'code-block',
  'definition-list',
]);

/** A stretch of the text: a numbered paragraph with what belongs to it, or one block. */
interface Stretch {
  readonly first: number;
  readonly blocks: readonly Block[];
}

function stretchesOf(blocks: readonly Block[]): readonly Stretch[] {
  const stretches: { first: number; blocks: Block[] }[] = [];
  blocks.forEach((block, index) => {
    const open = stretches.at(-1);
    const head = open?.blocks[0];
    const inside = head?.kind === 'paragraph' && head.number !== undefined;
    const own = block.kind === 'paragraph' && block.number !== undefined;
    if (open !== undefined && inside && !own && continuing.has(block.kind)) open.blocks.push(block);
    else stretches.push({ first: index, blocks: [block] });
  });
  return stretches;
}

/** "Page 7", where that page of the pack begins, and again where the text comes back to it after a table on a later one. */
function pageMarks(marks: Marks, index: number): readonly Html[] {
  return marks
    .filter((mark) => mark.block === index)
    .map((mark) => {
      const first = marks.find(({ page }) => page === mark.page) === mark;
      return html`<p${attributes({ class: 'pagemark', id: first ? `page-${String(mark.page)}` : undefined })}>Page ${mark.page}</p> `;
    });
}

/** The blocks of a paper in their order; those in `elsewhere` are printed at another place of the page. */
export function renderFlow(
  blocks: readonly Block[],
  marks: Marks,
  elsewhere: ReadonlySet<Block>,
  context: PageContext,
): Html {
  return join(
    stretchesOf(blocks).map(({ first, blocks: members }) => {
      const [head] = members;
      if (head === undefined || elsewhere.has(head)) return html`${pageMarks(marks, first)}`;
      if (head.kind !== 'paragraph' || head.number === undefined) {
        return html`${pageMarks(marks, first)}${renderBlock(head, context)} `;
      }
      const inner = members.map((block, offset) => {
        const before = offset === 0 ? [] : pageMarks(marks, first + offset);
        const content =
          block === head ? html`<p>${renderInlines(head.content, context)}</p>` : renderBlock(block, context);
        return html`${before}${content}`;
      });
      return html`${pageMarks(marks, first)}<div${attributes({ class: 'para', id: anchorOf(head, context), lang: head.lang })}>${numberLink(head.number, head.anchor)}<div class="para__body">${join(inner)}</div></div>
`;
    }),
  );
}

/** The number of a paragraph is a link to itself, to be copied. */
function numberLink(number: string, anchor: string | undefined): Html {
  if (anchor === undefined) return html`<span class="para__no">${number}</span>`;
  return html`<a class="para__no" href="#${anchor}" aria-label="Paragraph ${number}">${number}</a>`;
}

/** Footnotes, each with the ways back to its marks; rendered last, when every mark has been counted. */
export function renderNotes(document: Document, context: PageContext): Html {
  if (document.notes.length === 0) return nothing;
  const notes = document.notes.map((note) => {
    const marks = context.noteMarks.get(note.number) ?? 0;
    const back = Array.from({ length: marks }, (_, index) => {
      const words = marks === 1 ? 'Back' : `Back ${String(index + 1)}`;
      return html` <a
        class="notes__back"
        href="#${noteMarkId(note.number, index + 1)}"
        aria-label="${words} to the mark of note ${note.number}"
        >${words}</a
      >`;
    });
    return html`<li id="${noteId(note.number)}" value="${note.number}">
      ${renderBlocks(note.blocks, context)}${back.length > 0 && html`<p>${back}</p>`}
    </li> `;
  });
  return html`<section class="notes" aria-labelledby="notes_title">
    <h2 class="flush" id="notes_title">Notes</h2>
    <ol>
      ${join(notes)}
    </ol>
  </section>`;
}
