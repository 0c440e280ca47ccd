/** Reads the Markdown of one file into blocks, inlines and notes, each with its place in the file as typed. */
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { error, warning } from '../diagnostics/diagnostic.js';
import type { AuthoredBlock, AuthoredDocument } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import type { Span } from '../source/span.js';
import type { SourceText } from '../source/text.js';
import { readBlocks } from './blocks/read-blocks.js';
import { readInlines } from './blocks/inline.js';
import type { BlockEnv, FileReading, MarkdownContext, Reading } from './environment.js';
import { blockTokens } from './parser.js';
import { bodyOf, type Body, type InlineMap } from './positions.js';

export type { MarkdownContext } from './environment.js';

/**
 * Reads the body of a file, which begins at `start`, after the front matter.
 *
 * Every span is an offset into the whole file's text as typed. Faults of the author are diagnostics; the value is
 * always there and holds all the text that could be read.
 */
export function readMarkdown(
  source: SourceText,
  start: number,
  context: MarkdownContext,
): Checked<AuthoredDocument> {
  const reading: Reading = { context, diagnostics: [], notes: [], includes: 0, headingLevel: 1 };
  const { blocks } = readFile(reading, source, start, [source.path], new Map(), (fault) =>
    reading.diagnostics.push(fault),
  );
  return { value: { blocks, notes: reading.notes }, diagnostics: reading.diagnostics };
}

function readFile(
  reading: Reading,
  source: SourceText,
  start: number,
  stack: readonly string[],
  parameters: FileReading['parameters'],
  report: (fault: Diagnostic) => void,
): { readonly blocks: readonly AuthoredBlock[]; readonly used: ReadonlySet<string> } {
  const body = bodyOf(source, start);
  const file = fileReading(reading, body, stack, parameters, report, new Map());
  const tokens = blockTokens(body.text, file.env);
  for (const token of tokens) {
    if (token.type !== 'footnote_reference_open') continue;
    const label = String(token.meta?.['label']);
    file.notes?.set(label, noteId(label, stack.length, reading));
  }
  const blocks = readBlocks(
    {
      tokens,
      file,
      index: 0,
      inTableRows: false,
      readIncluded: (included, bodyStart, parent, given, tell) =>
        readFile(reading, included, bodyStart, [...parent.stack, included.path], given, tell),
    },
    undefined,
  );
  for (const [label, id] of file.notes ?? []) {
    if (file.usedNotes.has(label)) continue;
    const span = reading.notes.find((n) => n.id === id)?.span;
    if (span === undefined) continue;
    report(
      warning('note-is-used', span, `no mark in the text leads to the note “[^${label}]”`, {
        hint: `Put [^${label}] where the note belongs, or take the note out.`,
      }),
    );
  }
  return { blocks, used: file.usedParameters };
}

/** The label itself in the paper's own file; in wording, which may come twice, one that no other note has. */
function noteId(label: string, depth: number, reading: Reading): string {
  return depth === 1 ? label : `${label}-in-wording-${reading.includes}`;
}

/** What reading one file carries along, from its body. */
export function fileReading(
  reading: Reading,
  body: Body,
  stack: readonly string[],
  parameters: FileReading['parameters'],
  report: (fault: Diagnostic) => void,
  notes: FileReading['notes'],
): FileReading {
  const env: BlockEnv = {
    file: () => file,
    closedAt: undefined,
    openContainers: 0,
    lastLists: new Map(),
    openLists: [],
  };
  const file: FileReading = {
    reading,
    body,
    stack,
    report,
    notes,
    usedNotes: new Set(),
    parameters,
    usedParameters: new Set(),
    env,
  };
  return file;
}

/**
 * Reads text of a YAML block or a caption as inline Markdown.
 *
 * `at` is the place of `text` in its file; where the two differ in length (escapes in quotes) every span is `at`
 * itself. Marks of notes are taken as they come, since the notes are the paper's.
 */
export function readInline(
  text: string,
  at: Span,
  context: MarkdownContext,
): Checked<readonly AuthoredInline[]> {
  const reading: Reading = { context, diagnostics: [], notes: [], includes: 0, headingLevel: 1 };
  const source: SourceText = { path: at.file, text };
  const content = text.replace(/\r/g, ' ');
  const map: InlineMap = {
    source,
    segments: [{ at: 0, file: 0 }],
    ...(at.end - at.start === text.length ? { shift: at.start } : { fixed: at }),
  };
  const file = fileReading(
    reading,
    bodyOf(source, 0),
    [at.file],
    new Map(),
    (f) => reading.diagnostics.push(f),
    undefined,
  );
  const { inlines } = readInlines(content, map, file);
  // The notes of a paper are those of its text: one in place would be lost here.
  for (const { span } of reading.notes) {
    reading.diagnostics.push(
      error('cell-holds-text', span, 'a note stands in place where it cannot be kept', {
        hint: 'Put a mark here, [^1], and the note into the text of the paper: [^1]: The text of the note.',
      }),
    );
  }
  return { value: inlines, diagnostics: reading.diagnostics };
}
