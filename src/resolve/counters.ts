/** The numbers of headings, paragraphs, tables and figures, as they count on through a document. */
import type { AuthoredBlock, AuthoredDocument } from '../model/block.js';
import type { PaperOf } from '../model/paper.js';

/** How a paper is numbered, and its first number. */
export type Numbering = Pick<PaperOf<unknown>, 'numbering' | 'numberFrom'>;

/** Counts through one document; identity matters, since numbers count on. */
export class Counters {
  readonly #numbering: Numbering['numbering'];
  /** Whether paragraphs are numbered under headings, or by themselves. */
  readonly #underHeadings: boolean;
  #tables = 0;
  #figures = 0;
  /** Counters of headings of level 2, 3 ...; the first begins before `numberFrom`. */
  #headings: number[];
  #paragraphs = 0;
  /** False under an unnumbered heading of level 2 and, where headings are numbered, before the first of them. */
  #counting: boolean;

  constructor({ numbering, numberFrom = 1 }: Numbering, document: AuthoredDocument) {
    this.#numbering = numbering;
    this.#underHeadings = hasNumberedHeading(document.blocks);
    this.#headings = [numberFrom - 1];
    this.#counting = numbering === 'paragraphs' && !this.#underHeadings;
    if (this.#counting) this.#paragraphs = numberFrom - 1;
  }

  /** The number of the next table that is numbered. */
  table(): number {
    return ++this.#tables;
  }

  /** The number of the next figure. */
  figure(): number {
    return ++this.#figures;
  }

  /** "2", "2.1"; undefined where the heading has none. */
  heading(block: Extract<AuthoredBlock, { kind: 'heading' }>): string | undefined {
    const numbering = this.#numbering;
    if (numbering === 'none') return undefined;
    if (numbering === 'paragraphs') {
      if (block.level !== 2) return undefined;
      this.#paragraphs = 0;
      this.#counting = !isUnnumbered(block);
      if (!this.#counting) return undefined;
    } else if (isUnnumbered(block)) {
      return undefined;
    }
    const depth = block.level - 2;
    const counters = this.#headings.slice(0, depth + 1);
    while (counters.length < depth + 1) counters.push(0);
    counters[depth] = (counters[depth] ?? 0) + 1;
    this.#headings = counters;
    return counters.join('.');
  }

  /** "4", or "2.4" under headings; undefined where the paragraph has none. */
  paragraph(block: Extract<AuthoredBlock, { kind: 'paragraph' }>): string | undefined {
    if (!this.#counting || isUnnumbered(block)) return undefined;
    this.#paragraphs += 1;
    return this.#underHeadings ? `${this.#headings[0] ?? 1}.${this.#paragraphs}` : String(this.#paragraphs);
  }
}

function hasNumberedHeading(blocks: readonly AuthoredBlock[]): boolean {
  return blocks.some((b) => b.kind === 'heading' && b.level === 2 && !isUnnumbered(b));
}

function isUnnumbered(block: { readonly classes?: readonly string[] }): boolean {
  return block.classes?.includes('unnumbered') === true;
}
