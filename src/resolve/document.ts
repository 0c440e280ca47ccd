/** Resolves one document: its figures, references, notes, tables and charts as they are printed. */
import { error } from '../diagnostics/diagnostic.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { Document } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import { suggest } from '../source/nearest.js';
import type { Span } from '../source/span.js';
import { abbreviationsFor } from './abbreviations.js';
import type { GlossaryTerm } from './abbreviations.js';
import type { BlockContext } from './blocks.js';
import { resolveBlocks } from './blocks.js';
import { countNotes } from './notes.js';
import type { NumberedDocument } from './number.js';
import { chartOf } from './questions.js';
import type { Questions, ResolveWorld } from './questions.js';

/** A document as printed, with the faults met and the images shown. */
export interface ResolvedDocument {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
  /** Path on the site to path in the council's folder. */
  readonly images: ReadonlyMap<string, string>;
}

/** Resolves a numbered document with the answers to its questions; `terms` are the abbreviations that it may use. */
export function resolveDocument(
  numbered: NumberedDocument,
  questions: Questions,
  terms: readonly GlossaryTerm[],
  world: Pick<ResolveWorld, 'parseYaml' | 'readInline'>,
): ResolvedDocument {
  const diagnostics: Diagnostic[] = [];
  const images = new Map<string, string>();
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const take = <T>(checked: Checked<T>): T | undefined => {
    checked.diagnostics.forEach(report);
    return checked.value;
  };
  const notes = countNotes();
  const known = new Set(numbered.document.notes.map((note) => note.id));
  const context: BlockContext = {
    figure: (inline) => take(questions.figure(inline)) ?? unknownFigure(inline),
    references: { resolve: (target, span) => questions.reference(target, span) },
    citation: (inline) => take(questions.citation(inline)),
    abbreviations: abbreviationsFor(terms),
    noteNumber: (id, span) => {
      // A note in place that could not be kept was told where it was read.
      if (!known.has(id) && !id.startsWith('note-at-')) report(missingNote(id, span, known));
      return notes.number(id);
    },
    place: (block) => numbered.data.get(block) ?? { number: undefined, anchor: undefined },
    table: (block) => questions.table(block),
    chart: (block) => take(chartOf(block, questions, world)),
    image: (src, span) => {
      const { shown, faults } = questions.image(src, span);
      faults.forEach(report);
      if (shown.found !== undefined) images.set(shown.src, shown.found);
      return shown.src;
    },
    report,
  };
  const { blocks, notes: bodies } = numbered.document;
  const printed = resolveBlocks(blocks, context);
  // A note may have marks of its own notes, so the list can grow while it is walked.
  const printedNotes: Document['notes'][number][] = [];
  for (let i = 0; i < notes.ids().length; i++) {
    const id = notes.ids()[i];
    const body = bodies.find((n) => n.id === id);
    if (id === undefined || body === undefined) continue;
    printedNotes.push({ id, number: i + 1, blocks: resolveBlocks(body.blocks, context) });
  }
  return { document: { blocks: printed, notes: printedNotes }, diagnostics, images };
}

/** Stands where a figure could not be made; its fault is reported, so it is seen in drafts only. */
export function unknownFigure(inline: Extract<AuthoredInline, { kind: 'expression' | 'checked' }>): {
  readonly text: string;
  readonly formula: string;
} {
  return { text: inline.kind === 'checked' ? inline.stated : '?', formula: inline.source };
}

/** A mark in a table in YAML, which is read without the notes of its paper. */
function missingNote(id: string, span: Span, known: ReadonlySet<string>): Diagnostic {
  return error('note-is-defined', span, `no note is given for the mark “[^${id}]”`, {
    hint:
      suggest(id, [...known]) ??
      `Write the note in the text of the paper, on a line of its own: [^${id}]: The text of the note.`,
  });
}
