/** Settles a whole publication: every document numbered, calculated and resolved. */
import type { Calculation, CalculationPaper } from '../calculate/calculate.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AuthoredDocument, Document } from '../model/block.js';
import { plainText } from '../model/inline.js';
import type { AuthoredInline } from '../model/inline.js';
import { indexPapers } from '../model/paper-index.js';
import type { AuthoredItem, AuthoredPublication, Publication } from '../model/publication.js';
import { same } from '../model/same.js';
import type { DataBlock, TableSource } from '../model/table-source.js';
import type { GlossaryTerm } from './abbreviations.js';
import { resolveDocument, unknownFigure } from './document.js';
import type { ResolvedDocument } from './document.js';
import { listDocuments } from './documents.js';
import type { DocumentPlace } from './documents.js';
import { numberDocument } from './number.js';
import type { NumberedDocument, Target } from './number.js';
import { answeredAlike, noted, questionsOf } from './questions.js';
import type { Asked, ResolveWorld } from './questions.js';
import { referencesFrom } from './references.js';
import type { ReferencePlace } from './references.js';
import type { ResolveCache } from './resolve-cache.js';
import { makeResolveCache } from './resolve-cache.js';
import { meetingValues } from './values.js';
import { withDocuments } from './with-documents.js';

export type { ResolveWorld } from './questions.js';
export type { ResolveCache } from './resolve-cache.js';
export { makeResolveCache } from './resolve-cache.js';

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

/** Numbers every document; with the cache of a publication before, what has not changed is the same object. */
export function numberPublication(
  authored: AuthoredPublication,
  cache: ResolveCache = makeResolveCache(),
): NumberedPublication {
  const places = listDocuments(authored).map((place) => {
    const numbered = numberOnce(place, cache);
    const now = calculationPaper(place, numbered, authored);
    const paper = cache.kept.take<CalculationPaper>(
      `paper ${place.address}`,
      // The very document: tables are found by their blocks.
      (before) => before.document === now.document && same(before, now),
      () => now,
    );
    return { ...place, numbered, paper };
  });
  return { authored, places, diagnostics: places.flatMap((p) => p.numbered.diagnostics) };
}

function numberOnce(place: DocumentPlace, cache: ResolveCache): NumberedDocument {
  const { document, numbering, numberFrom } = place;
  const known = cache.numbered.get(document);
  if (known?.numbering === numbering && known.numberFrom === numberFrom) return known.numbered;
  const numbered = numberDocument(document, place);
  cache.numbered.set(document, { numbering, numberFrom, numbered });
  return numbered;
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

/** A document resolved before, with all that it was made from. */
interface Before {
  readonly numbered: NumberedDocument;
  readonly file: string;
  readonly terms: readonly GlossaryTerm[];
  readonly asked: readonly Asked[];
  readonly resolved: ResolvedDocument;
}

/**
 * Fills every document in, and puts the documents back into the publication.
 *
 * With the cache of a publication before, a document is resolved again only where it, or an answer to one of its questions, has
 * changed; the world must be that of before but for what those questions ask.
 */
export function resolvePublication(
  publication: NumberedPublication,
  calculation: Calculation,
  world: ResolveWorld,
  cache: ResolveCache = makeResolveCache(),
): Resolved {
  const diagnostics: Diagnostic[] = [];
  const images = new Map<string, string>();
  const references = publication.places.map((place) => referencePlace(place, calculation));
  const index = indexPapers(references.filter((_, i) => publication.places[i]?.isPaper === true));
  const documents = new Map<AuthoredDocument, Document>();
  publication.places.forEach((place, i) => {
    const from = references[i] ?? referencePlace(place, calculation);
    const { numbered, paper, file } = place;
    const answering = {
      place,
      paper,
      references: referencesFrom(from, index, agendaNumbers(place)),
      calculation,
      world,
      images,
    };
    const terms = world.glossary.filter((t) => t.papers === undefined || t.papers.includes(place.id));
    const { resolved } = cache.kept.take<Before>(
      `document ${place.address}`,
      (before) =>
        before.numbered === numbered &&
        before.file === file &&
        same(before.terms, terms) &&
        answeredAlike(before.asked, questionsOf(answering)),
      () => {
        const asked: Asked[] = [];
        const questions = noted(questionsOf(answering), asked);
        return { numbered, file, terms, asked, resolved: resolveDocument(numbered, questions, terms, world) };
      },
    );
    documents.set(place.document, resolved.document);
    for (const [path, found] of resolved.images) images.set(path, found);
    diagnostics.push(...resolved.diagnostics);
  });
  const settled = (document: AuthoredDocument): Document =>
    documents.get(document) ?? { blocks: [], notes: [] };
  const whole = withDocuments(publication.authored, settled, cache.kept);
  cache.kept.sweep();
  return { publication: whole, images, diagnostics };
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
    targets.set(
      id,
      content === undefined ? target : { ...known, words: wordsOf(content, place, calculation) },
    );
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
