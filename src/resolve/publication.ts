/** Settles a whole publication: every document numbered, calculated and resolved. */
import type { Calculation, CalculationPaper } from '../calculate/calculate.js';
import { error } from '../diagnostics/diagnostic.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { readChart } from '../chart/read.js';
import type { AuthoredDocument, Document } from '../model/block.js';
import { plainText } from '../model/inline.js';
import type { AuthoredInline } from '../model/inline.js';
import { indexPapers } from '../model/paper-index.js';
import type {
  AuthoredItem,
  AuthoredPaper,
  AuthoredPublication,
  Item,
  Paper,
  Publication,
} from '../model/publication.js';
import type { DataBlock, TableSource } from '../model/table-source.js';
import type { DataNode } from '../source/data-node.js';
import type { Span } from '../source/span.js';
import { abbreviationsFor } from './abbreviations.js';
import type { GlossaryTerm } from './abbreviations.js';
import type { BlockContext } from './blocks.js';
import { resolveBlocks } from './blocks.js';
import { listDocuments } from './documents.js';
import type { DocumentPlace } from './documents.js';
import { publishedImage } from './image-name.js';
import { countNotes } from './notes.js';
import { numberDocument } from './number.js';
import type { NumberedDocument, Target } from './number.js';
import { referencesFrom } from './references.js';
import type { ReferencePlace, References } from './references.js';
import { curlyQuotes } from './typography.js';
import { meetingValues } from './values.js';

/** What settling needs beside the publication itself. */
export interface ResolveWorld {
  readonly glossary: readonly GlossaryTerm[];
  /** The printed form of a register entry, or a field of it. */
  cite(id: string, field: string | undefined, span: Span): Checked<string>;
  /** The path of the image that a text in `file` names, or undefined when there is no such file. */
  findImage(src: string, file: string): string | undefined;
  /** Why the image at that path may not be published, reported where a text shows it. */
  imageFaults(path: string, span: Span): readonly Diagnostic[];
  parseYaml(text: string, at: Span): Checked<DataNode>;
  readInline(text: string, at: Span): Checked<readonly AuthoredInline[]>;
}

/** A publication whose documents have numbers and anchors, ready to be calculated. */
export interface NumberedPublication {
  readonly authored: AuthoredPublication;
  readonly places: readonly NumberedPlace[];
  readonly diagnostics: readonly Diagnostic[];
}

interface NumberedPlace extends DocumentPlace {
  readonly numbered: NumberedDocument;
  /** The document as the calculation knows it. */
  readonly paper: CalculationPaper;
}

export function numberPublication(authored: AuthoredPublication): NumberedPublication {
  const places = listDocuments(authored).map((place) => {
    const numbered = numberDocument(place.document, place);
    return { ...place, numbered, paper: calculationPaper(place, numbered, authored) };
  });
  return { authored, places, diagnostics: places.flatMap((p) => p.numbered.diagnostics) };
}

function calculationPaper(
  place: DocumentPlace,
  numbered: NumberedDocument,
  authored: AuthoredPublication,
): CalculationPaper {
  const tableNumbers = new Map<TableSource | DataBlock, number>();
  for (const [block, { number }] of numbered.data) {
    const isChart = block.kind === 'data-block' && block.name === 'chart';
    if (number !== undefined && !isChart) tableNumbers.set(block, number);
  }
  return {
    address: place.address,
    id: place.id,
    ...(place.item === undefined ? {} : { item: place.item }),
    ...(place.meeting === undefined ? {} : { meeting: place.meeting }),
    ...(place.kind === undefined ? {} : { kind: place.kind }),
    ...(place.type === undefined ? {} : { type: place.type }),
    ...(place.settings === undefined ? {} : { settings: place.settings }),
    document: numbered.document,
    values: place.of === undefined ? new Map() : meetingValues(place.of, authored),
    tableNumbers,
  };
}

/** Fills every document in, and puts the documents back into the publication. */
export function resolvePublication(
  publication: NumberedPublication,
  calculation: Calculation,
  world: ResolveWorld,
): Resolved {
  const diagnostics: Diagnostic[] = [];
  const images = new Map<string, string>();
  const references = new Map(publication.places.map((p) => [p, referencePlace(p, calculation)] as const));
  const index = indexPapers([...references].flatMap(([p, reference]) => (p.isPaper ? [reference] : [])));
  const documents = new Map<AuthoredDocument, Document>();
  for (const place of publication.places) {
    documents.set(
      place.document,
      resolveDocument(
        place,
        referencesFrom(
          references.get(place) ?? referencePlace(place, calculation),
          index,
          agendaNumbers(place),
        ),
        calculation,
        world,
        images,
        (d) => diagnostics.push(d),
      ),
    );
  }
  const settled = (document: AuthoredDocument): Document =>
    documents.get(document) ?? { blocks: [], notes: [] };
  return { publication: withDocuments(publication.authored, settled), images, diagnostics };
}

/** A settled publication. */
export interface Resolved {
  readonly publication: Publication;
  /** Images that the texts show: path on the site to path in the council's folder. */
  readonly images: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

function referencePlace(place: NumberedPlace, calculation: Calculation): ReferencePlace {
  const targets = new Map<string, Target>();
  for (const [id, target] of place.numbered.targets) {
    const { content, ...known } = target;
    const words = content === undefined ? known.words : wordsOf(content, place, calculation);
    targets.set(id, { ...known, words });
  }
  return {
    ...place,
    meetingTitle: place.meetingTitle,
    appendixLabel: place.appendixLabel,
    targets,
  };
}

/** The words of a heading with its figures; faults of the figures are told where the heading is resolved. */
function wordsOf(content: readonly AuthoredInline[], place: NumberedPlace, calculation: Calculation): string {
  const words = content.map((part) => {
    if (part.kind === 'expression' || part.kind === 'checked') {
      return (calculation.figure(place.paper, part).value ?? unknownFigure(part)).text;
    }
    return 'content' in part ? wordsOf(part.content, place, calculation) : plainText([part]);
  });
  return words.join('').trim();
}

function agendaNumbers(place: DocumentPlace): ReadonlySet<string> {
  const numbers = (items: readonly AuthoredItem[]): readonly string[] =>
    items.flatMap((i) => [i.number, ...numbers(i.children)]);
  return new Set(numbers(place.of?.items ?? []));
}

function resolveDocument(
  place: NumberedPlace,
  references: References,
  calculation: Calculation,
  world: ResolveWorld,
  images: Map<string, string>,
  report: (diagnostic: Diagnostic) => void,
): Document {
  const take = <T>(checked: Checked<T>): T | undefined => {
    checked.diagnostics.forEach(report);
    return checked.value;
  };
  const notes = countNotes();
  const context: BlockContext = {
    figure: (inline) => take(calculation.figure(place.paper, inline)) ?? unknownFigure(inline),
    references,
    citation: (inline) => take(world.cite(inline.id, inline.field, inline.span)),
    abbreviations: abbreviationsFor(
      world.glossary.filter((t) => t.papers === undefined || t.papers.includes(place.id)),
    ),
    noteNumber: (id) => notes.number(id),
    place: (block) => place.numbered.data.get(block) ?? { number: undefined, anchor: undefined },
    table: (block) => calculation.table(place.paper, block),
    chart: (block) =>
      take(
        readChart(block, {
          parseYaml: (text, at) => world.parseYaml(text, at),
          readInline: (text, at) => world.readInline(text, at),
          find: (reference) => calculation.find(place.paper, reference),
        }),
      ),
    image: (src, span) => {
      const found = world.findImage(src, place.file);
      if (found !== undefined) {
        const published = publishedImage(place.address.replace(/#.*/, ''), found, images);
        const faults = world.imageFaults(found, span);
        faults.forEach(report);
        if (faults.length === 0) images.set(published, found);
        return published;
      }
      report(
        error('image-exists', span, `There is no image "${src}"`, {
          hint: /\.(png|jpe?g|svg)$/i.test(src)
            ? `Save it beside ${place.file}, or correct the name; capital letters count.`
            : 'Save the picture as PNG or JPEG beside the paper, with a name that ends in .png or .jpg.',
        }),
      );
      return src;
    },
    report,
  };
  const { blocks, notes: bodies } = place.numbered.document;
  const printed = resolveBlocks(blocks, context);
  // A note may have marks of its own notes, so the list can grow while it is walked.
  const printedNotes: Document['notes'][number][] = [];
  for (let i = 0; i < notes.ids().length; i++) {
    const id = notes.ids()[i];
    const body = bodies.find((n) => n.id === id);
    if (id === undefined || body === undefined) continue;
    printedNotes.push({ id, number: i + 1, blocks: resolveBlocks(body.blocks, context) });
  }
  return { blocks: printed, notes: printedNotes };
}

/** Stands where a figure could not be made; its fault is reported, so it is seen in drafts only. */
function unknownFigure(inline: Extract<AuthoredInline, { kind: 'expression' | 'checked' }>): {
  readonly text: string;
  readonly formula: string;
} {
  return { text: inline.kind === 'checked' ? inline.stated : '?', formula: inline.source };
}

function withDocuments(
  authored: AuthoredPublication,
  settled: (document: AuthoredDocument) => Document,
): Publication {
  const paper = (p: AuthoredPaper): Paper => ({
    ...p,
    title: printed(p.title),
    particulars: p.particulars.map((row) => ({ ...row, value: printed(row.value) })),
    text: settled(p.text),
  });
  const item = (i: AuthoredItem): Item => ({
    ...i,
    title: printed(i.title),
    text: settled(i.text),
    papers: i.papers.map(paper),
    children: i.children.map(item),
  });
  return {
    ...authored,
    meetings: authored.meetings.map((m) => ({
      ...m,
      title: printed(m.title),
      text: settled(m.text),
      notices: m.notices.map((n) => ({ ...n, text: settled(n.text) })),
      items: m.items.map(item),
    })),
    sharedPapers: authored.sharedPapers.map(paper),
  };
}

/** Words of the front matter as printed. */
function printed(words: string): string {
  return curlyQuotes(words, '');
}
