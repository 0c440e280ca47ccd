/** Anchors of a document, no two alike: those that the author typed, and those made from words and numbers. */
import type { AuthoredBlock, AuthoredDocument } from '../model/block.js';

/** Gives out the anchors of one document; identity matters, since what is given out is taken. */
export class Anchors {
  readonly #typed: ReadonlySet<string>;
  readonly #claimed = new Set<string>();
  /** By a repeated anchor, the next number to try. */
  readonly #repeats = new Map<string, number>();

  constructor(document: AuthoredDocument) {
    this.#typed = typedIds(document);
  }

  /** An anchor made from words gives way to an id that an author typed, even further down. */
  claimFree(wanted: string): string {
    const taken = wanted !== '' && this.#typed.has(wanted);
    return this.claim(taken ? `${wanted}-heading` : wanted);
  }

  /** An anchor that nothing else in the document has. */
  claim(wanted: string): string {
    const base = wanted === '' ? 'section' : wanted;
    if (!this.#claimed.has(base)) {
      this.#claimed.add(base);
      return base;
    }
    // Counting goes on where it stopped, so that a thousand equal headings cost no more than a thousand steps.
    let n = this.#repeats.get(base) ?? 2;
    while (this.#claimed.has(`${base}-${n}`)) n++;
    this.#repeats.set(base, n + 1);
    this.#claimed.add(`${base}-${n}`);
    return `${base}-${n}`;
  }
}

/** Every id that the author typed, in data blocks too. */
function typedIds(document: AuthoredDocument): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (blocks: readonly AuthoredBlock[]): void => {
    for (const block of blocks) {
      const id = typedId(block);
      if (id !== undefined) ids.add(id);
      if (block.kind === 'list') block.items.forEach((i) => visit(i.blocks));
      else if (block.kind === 'quote' || block.kind === 'container') visit(block.blocks);
      else if (block.kind === 'definition-list') block.entries.forEach((e) => e.definitions.forEach(visit));
    }
  };
  visit(document.blocks);
  document.notes.forEach((n) => visit(n.blocks));
  return ids;
}

function typedId(block: AuthoredBlock): string | undefined {
  if (block.kind === 'table-source') return block.attributes?.id;
  if (block.kind !== 'data-block') return block.id;
  // Only on a line of its own: a key inside a row is the row's.
  return /^id:[ \t]*["']?([a-z0-9-]+)/m.exec(block.text)?.[1];
}

/** "The settlement for 2019/20" becomes `the-settlement-for-2019-20`. */
export function slug(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
