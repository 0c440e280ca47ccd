/** What a document asks of the rest of the publication while it is resolved; noted, so that a later build can ask again. */
import type { Calculation, CalculationPaper, FigureInline, PrintedFigure } from '../calculate/calculate.js';
import { readChart } from '../chart/read.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { error } from '../diagnostics/diagnostic.js';
import type { CalculatedChart } from '../model/chart.js';
import type { AuthoredInline } from '../model/inline.js';
import { same } from '../model/same.js';
import type { AuthoredTable } from '../model/block.js';
import type { CalculatedTable } from '../model/table.js';
import type { DataBlock } from '../model/table-source.js';
import type { DataNode } from '../source/data-node.js';
import type { Span } from '../source/span.js';
import type { GlossaryTerm } from './abbreviations.js';
import type { DocumentPlace } from './documents.js';
import { publishedImage } from './image-name.js';
import type { Reference, References } from './references.js';

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

/** An image as a text shows it. */
export interface ShownImage {
  /** Its path on the site; what was typed where there is none. */
  readonly src: string;
  /** Its path in the council's folder, where it may be published. */
  readonly found: string | undefined;
}

/** The questions of one document. */
export interface Questions {
  readonly figure: (inline: FigureInline) => Checked<PrintedFigure>;
  readonly reference: (target: string, span: Span) => Checked<Reference>;
  readonly citation: (inline: Extract<AuthoredInline, { kind: 'citation' }>) => Checked<string>;
  readonly table: (block: AuthoredTable) => CalculatedTable | undefined;
  /** The table that a chart is drawn from. */
  readonly tableOf: (reference: string) => CalculatedTable | undefined;
  readonly image: (
    src: string,
    span: Span,
  ) => { readonly shown: ShownImage; readonly faults: readonly Diagnostic[] };
}

/** What answers. */
export interface Answering {
  readonly place: DocumentPlace;
  readonly paper: CalculationPaper;
  readonly references: References;
  readonly calculation: Calculation;
  readonly world: ResolveWorld;
  /** Images that the texts before show, by their path on the site. */
  readonly images: ReadonlyMap<string, string>;
}

/** The questions of a document, answered by the publication as it is now. */
export function questionsOf(answering: Answering): Questions {
  const { place, paper, references, calculation, world } = answering;
  const own = new Map<string, string>();
  return {
    figure: (inline) => calculation.figure(paper, inline),
    reference: (target, span) => references.resolve(target, span),
    citation: ({ id, field, span }) => world.cite(id, field, span),
    table: (block) => calculation.table(paper, block),
    tableOf: (reference) => calculation.find(paper, reference),
    image: (src, span) => {
      const found = world.findImage(src, place.file);
      if (found === undefined) {
        const hint = /\.(png|jpe?g|svg)$/i.test(src)
          ? `Save it beside ${place.file}, or correct the name; capital letters count.`
          : 'Save the picture as PNG or JPEG beside the paper, with a name that ends in .png or .jpg.';
        const fault = error('image-exists', span, `there is no image “${src}”`, { hint });
        return { shown: { src, found }, faults: [fault] };
      }
      const taken = own.size === 0 ? answering.images : new Map([...answering.images, ...own]);
      const published = publishedImage(place.address.replace(/#.*/, ''), found, taken);
      const faults = world.imageFaults(found, span);
      if (faults.length > 0) return { shown: { src: published, found: undefined }, faults };
      own.set(published, found);
      return { shown: { src: published, found }, faults };
    },
  };
}

/** The chart of a block, drawn from the table that it asks for. */
export function chartOf(
  block: DataBlock,
  questions: Questions,
  { parseYaml, readInline }: Pick<ResolveWorld, 'parseYaml' | 'readInline'>,
): Checked<CalculatedChart> {
  return readChart(block, {
    parseYaml: (text, at) => parseYaml(text, at),
    readInline: (text, at) => readInline(text, at),
    find: (reference) => questions.tableOf(reference),
  });
}

/** One question with its answer. */
export type Asked = {
  readonly [K in keyof Questions]: {
    readonly kind: K;
    readonly args: Parameters<Questions[K]>;
    readonly answer: ReturnType<Questions[K]>;
  };
}[keyof Questions];

/** The same questions, which are noted with their answers in `asked`. */
export function noted(questions: Questions, asked: Asked[]): Questions {
  return {
    figure: (...args) => {
      const answer = questions.figure(...args);
      asked.push({ kind: 'figure', args, answer });
      return answer;
    },
    reference: (...args) => {
      const answer = questions.reference(...args);
      asked.push({ kind: 'reference', args, answer });
      return answer;
    },
    citation: (...args) => {
      const answer = questions.citation(...args);
      asked.push({ kind: 'citation', args, answer });
      return answer;
    },
    table: (...args) => {
      const answer = questions.table(...args);
      asked.push({ kind: 'table', args, answer });
      return answer;
    },
    tableOf: (...args) => {
      const answer = questions.tableOf(...args);
      asked.push({ kind: 'tableOf', args, answer });
      return answer;
    },
    image: (...args) => {
      const answer = questions.image(...args);
      asked.push({ kind: 'image', args, answer });
      return answer;
    },
  };
}

/** Whether all questions have the answers of before; they are asked in the order of before. */
export function answeredAlike(asked: readonly Asked[], questions: Questions): boolean {
  return asked.every((one) => same(ask(one, questions), one.answer));
}

function ask(one: Asked, questions: Questions): unknown {
  switch (one.kind) {
    case 'figure':
      return questions.figure(...one.args);
    case 'reference':
      return questions.reference(...one.args);
    case 'citation':
      return questions.citation(...one.args);
    case 'table':
      return questions.table(...one.args);
    case 'tableOf':
      return questions.tableOf(...one.args);
    case 'image':
      return questions.image(...one.args);
  }
}
