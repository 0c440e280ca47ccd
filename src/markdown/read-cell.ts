/** Reads the text of a cell in YAML as blocks: paragraphs, lists, quotations, pictures. */
import type { Token } from 'markdown-it';
import { error } from '../diagnostics/diagnostic.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredBlock } from '../model/block.js';
import type { DataScalar } from '../source/data-node.js';
import type { Span } from '../source/span.js';
import { tokenSpan } from './blocks/cursor.js';
import { readBlocks } from './blocks/read-blocks.js';
import type { FileReading, MarkdownContext, Reading } from './environment.js';
import { blockTokens } from './parser.js';
import { bodyOfCell } from './positions.js';
import { fileReading } from './read.js';

/** The YAML that holds a cell, as it stands in the author's file. */
export interface Surroundings {
  readonly text: string;
  readonly textSpan: Span;
}

/**
 * The blocks of a cell, with places of its file where it stands in `yaml`; else every place is the whole cell.
 *
 * Headings become bold paragraphs, since a cell is no part of the outline of its paper. Marks of notes are taken as
 * they come, since the notes are the paper's.
 */
export function readCell(
  cell: DataScalar,
  yaml: Surroundings,
  context: MarkdownContext,
): Checked<readonly AuthoredBlock[]> {
  const reading: Reading = { context, diagnostics: [], notes: [], includes: 0, headingLevel: 6 };
  const report = (fault: Diagnostic): void => {
    reading.diagnostics.push(fault);
  };
  const lines = typedLines(cell, yaml);
  const body = bodyOfCell(
    { path: cell.span.file, text: yaml.text },
    lines?.text ?? cell.text.replace(/\r\n?/g, '\n'),
    lines?.starts,
    yaml.textSpan.start,
    cell.span,
  );
  const file = fileReading(reading, body, [cell.span.file], new Map(), report, undefined);
  const tokens = textTokens(blockTokens(body.text, file.env), file);
  const blocks = readBlocks(
    {
      tokens,
      file,
      index: 0,
      inTableRows: true,
      readIncluded: () => ({ blocks: [], used: new Set() }),
    },
    undefined,
  );
  for (const note of reading.notes)
    report(refused(note.span, 'a note', 'text of the paper with [^1]: before it'));
  return { value: blocks.flatMap((block) => cellBlock(block, report)), diagnostics: reading.diagnostics };
}

/**
 * The lines of a cell as they were typed, indentation taken off, and where each begins; undefined where escapes hide it.
 *
 * YAML joins the lines after `>`, and so does Markdown those of a paragraph: read as typed, a blank line begins a
 * paragraph and a hyphen an item of a list, whichever sign the author chose.
 */
function typedLines(
  { text: read, span, textStart, pieces }: DataScalar,
  { text: yaml, textSpan }: Surroundings,
): { readonly text: string; readonly starts: readonly number[] } | undefined {
  if (span.file !== textSpan.file || span.start < textSpan.start || span.end > textSpan.end) return undefined;
  if (textStart !== undefined) return { text: read, starts: [textStart - textSpan.start] };
  if (pieces === undefined) return undefined;
  let text = '';
  const starts: number[] = [];
  let last: number | undefined;
  pieces.forEach(({ at, file }, i) => {
    const start = file - textSpan.start;
    const end = pieces[i + 1]?.at ?? read.length;
    const words = /^[^\r\n]*/.exec(yaml.slice(start, start + end - at))?.[0] ?? '';
    if (last !== undefined) {
      const breaks = yaml.slice(last, start).match(/\r\n?|\n/g)?.length ?? 1;
      text += '\n'.repeat(breaks);
      // The lines between are empty: no place in them is ever asked for.
      for (let n = 1; n < breaks; n++) starts.push(start);
    }
    starts.push(start);
    text += words;
    last = start + words.length;
  });
  return { text, starts };
}

/** Block tokens that a cell cannot hold, in an officer's words. */
const misplaced: Readonly<Record<string, string | undefined>> = {
  include: 'standing wording',
  pipe_table: 'a table',
};

/** The tokens without standing wording, notes and tables, which have no place in a cell. */
function textTokens(tokens: readonly Token[], file: FileReading): readonly Token[] {
  let inNote = 0;
  return tokens.filter((token) => {
    if (token.type === 'footnote_reference_close') {
      inNote--;
      return false;
    }
    if (token.type === 'footnote_reference_open') {
      if (inNote === 0) file.report(refused(tokenSpan(token, file), 'a note', 'text of the paper'));
      inNote++;
    }
    const what = inNote > 0 ? undefined : misplaced[token.type];
    if (what !== undefined) file.report(refused(tokenSpan(token, file), what, 'text of the paper'));
    return inNote === 0 && what === undefined;
  });
}

function refused(span: Span, what: string, where: string): Diagnostic {
  return error('cell-holds-text', span, `${what} stands in a cell of a table, which cannot hold it`, {
    hint: `Put it into the ${where}, and refer to it from the cell.`,
  });
}

/** A block as a cell can hold it; what it cannot hold is reported. */
function cellBlock(block: AuthoredBlock, report: (fault: Diagnostic) => void): readonly AuthoredBlock[] {
  const inner = (blocks: readonly AuthoredBlock[]): readonly AuthoredBlock[] =>
    blocks.flatMap((each) => cellBlock(each, report));
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'paragraph', content: [{ kind: 'strong', content: block.content }], span: block.span }];
    case 'list':
      return [{ ...block, items: block.items.map((item) => ({ ...item, blocks: inner(item.blocks) })) }];
    case 'quote':
      return [{ ...block, blocks: inner(block.blocks) }];
    case 'definition-list':
      return [
        {
          ...block,
          entries: block.entries.map((entry) => ({ ...entry, definitions: entry.definitions.map(inner) })),
        },
      ];
    case 'image-figure': {
      report(
        error(
          'cell-holds-text',
          block.span,
          `the picture “${block.src}” has a caption or an id, and stands in a cell`,
          {
            hint: 'A picture in a cell has no number: take the caption and the id out, or put it into the text of the paper.',
          },
        ),
      );
      const { src, alt, decorative, span } = block;
      return [{ kind: 'paragraph', content: [{ kind: 'image', src, alt, decorative, span }], span }];
    }
    case 'table-source':
      report(refused(block.span, 'a table', 'text of the paper'));
      return [];
    case 'data-block':
      report(refused(block.span, `a block “${block.name}”`, 'text of the paper'));
      return [];
    case 'container':
      report(refused(block.span, `a box “${block.name}”`, 'text of the paper'));
      return inner(block.blocks);
    case 'paragraph':
    case 'code-block':
    case 'thematic-break':
      return [block];
  }
}
