/** Numbers headings, paragraphs, tables and figures, and gives each its anchor, before anything is calculated. */
import type { AuthoredBlock, AuthoredDocument } from '../model/block.js';
import { plainText } from '../model/inline.js';
import type { AuthoredInline } from '../model/inline.js';
import type { DataBlock, TableSource } from '../model/table-source.js';
import { entry } from '../source/data-node.js';
import type { Span } from '../source/span.js';
import { parseYaml } from '../source/yaml.js';
import { error } from '../diagnostics/diagnostic.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { Anchors, slug } from './anchors.js';
import { Counters } from './counters.js';
import type { Numbering } from './counters.js';

/** Something a reference can point at. */
export interface Target {
  readonly kind: 'table' | 'figure' | 'heading' | 'paragraph' | 'block';
  readonly anchor: string;
  /** Words of a reference without words of its own: "Table 1", "paragraph 2.4"; none where the author must give them. */
  readonly words: string | undefined;
  /** A heading whose words hold figures: its words as a reference are known once they are calculated. */
  readonly content?: readonly AuthoredInline[];
  readonly span: Span;
}

/** Number and anchor of a data block, whose own value must stay the very object that the calculation knows. */
export interface DataPlace {
  readonly number: number | undefined;
  readonly anchor: string | undefined;
}

/** A document with its numbers and anchors, and what it can be referred to by. */
export interface NumberedDocument {
  readonly document: AuthoredDocument;
  readonly data: ReadonlyMap<TableSource | DataBlock, DataPlace>;
  /** By id: those typed by the author, and those made from headings. */
  readonly targets: ReadonlyMap<string, Target>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Numbers one document (format, section 3).
 *
 * `paragraphs` numbers the headings of level 2, and the paragraphs under them 1.1, 1.2; without any numbered heading
 * the paragraphs are numbered by themselves. `headings` numbers 1, 1.1, 1.1.1. `numberFrom` is the first number.
 */
export function numberDocument(document: AuthoredDocument, settings: Numbering): NumberedDocument {
  const walk = new Numberer(new Counters(settings, document), new Anchors(document));
  const blocks = walk.blocks(document.blocks, true);
  const notes = document.notes.map((n) => ({ ...n, blocks: walk.blocks(n.blocks, false) }));
  return {
    document: { blocks, notes },
    data: walk.data,
    targets: walk.targets,
    diagnostics: walk.diagnostics,
  };
}

/** Walks one document once; identity matters, since numbers count on. */
class Numberer {
  readonly data = new Map<TableSource | DataBlock, DataPlace>();
  readonly targets = new Map<string, Target>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #counters: Counters;
  readonly #anchors: Anchors;

  constructor(counters: Counters, anchors: Anchors) {
    this.#counters = counters;
    this.#anchors = anchors;
  }

  blocks(blocks: readonly AuthoredBlock[], atTop: boolean): readonly AuthoredBlock[] {
    return blocks.map((b) => this.#block(b, atTop));
  }

  #block(block: AuthoredBlock, atTop: boolean): AuthoredBlock {
    switch (block.kind) {
      case 'heading':
        return this.#heading(block, atTop);
      case 'paragraph': {
        const number = atTop ? this.#counters.paragraph(block) : undefined;
        if (number !== undefined) {
          const anchor = this.#anchors.claim(`p${number.replaceAll('.', '-')}`);
          this.#target(block.id, {
            kind: 'paragraph',
            anchor,
            words: `paragraph ${number}`,
            span: block.span,
          });
          return { ...block, number, anchor };
        }
        return this.#plain(block, 'paragraph');
      }
      case 'list':
        return this.#plain(
          { ...block, items: block.items.map((i) => ({ ...i, blocks: this.blocks(i.blocks, false) })) },
          'block',
        );
      case 'definition-list':
        return this.#plain(
          {
            ...block,
            entries: block.entries.map((e) => ({
              ...e,
              definitions: e.definitions.map((d) => this.blocks(d, false)),
            })),
          },
          'block',
        );
      case 'quote':
        return this.#plain({ ...block, blocks: this.blocks(block.blocks, false) }, 'block');
      case 'container':
        if (block.name === 'table-rows') return this.#rows(block);
        // A landscape section changes the page, not the text: its paragraphs go on counting.
        return this.#plain(
          { ...block, blocks: this.blocks(block.blocks, atTop && block.name === 'landscape') },
          'block',
        );
      case 'image-figure': {
        const number = this.#counters.figure();
        const anchor = this.#anchors.claim(block.id ?? `figure-${number}`);
        this.#target(block.id, { kind: 'figure', anchor, words: `Figure ${number}`, span: block.span });
        return { ...block, number, anchor };
      }
      case 'code-block':
      case 'thematic-break':
        return this.#plain(block, 'block');
      case 'table-source':
        this.#table(block, block.attributes?.id, block.caption !== undefined, block.span);
        return block;
      case 'data-block':
        this.#dataBlock(block);
        return block;
    }
  }

  #heading(block: Extract<AuthoredBlock, { kind: 'heading' }>, atTop: boolean): AuthoredBlock {
    const words = plainText(block.content).trim();
    const anchor =
      block.id === undefined ? this.#anchors.claimFree(slug(words)) : this.#anchors.claim(block.id);
    const number = atTop ? this.#counters.heading(block) : undefined;
    const target: Target = {
      kind: 'heading',
      anchor,
      words: number === undefined ? words : `section ${number}`,
      ...(number === undefined ? { content: block.content } : {}),
      span: block.span,
    };
    if (block.id === undefined) this.targets.set(anchor, target);
    else this.#target(block.id, target);
    return number === undefined ? { ...block, anchor } : { ...block, anchor, number };
  }

  #plain<B extends AuthoredBlock & { readonly id?: string }>(block: B, kind: Target['kind']): B {
    if (block.id === undefined) return block;
    const anchor = this.#anchors.claim(block.id);
    this.#target(block.id, { kind, anchor, words: undefined, span: block.span });
    return { ...block, anchor };
  }

  #table(block: TableSource | DataBlock, id: string | undefined, captioned: boolean, span: Span): void {
    const number = captioned ? this.#counters.table() : undefined;
    const anchor =
      id !== undefined
        ? this.#anchors.claim(id)
        : number !== undefined
          ? this.#anchors.claim(`table-${number}`)
          : undefined;
    this.data.set(block, { number, anchor });
    if (anchor === undefined) return;
    this.#target(id, {
      kind: 'table',
      anchor,
      words: number === undefined ? undefined : `Table ${number}`,
      span,
    });
  }

  /** A container of rows is a table; its headings are rows, which can be referred to. */
  #rows(block: Extract<AuthoredBlock, { kind: 'container' }>): AuthoredBlock {
    const number = block.title === undefined ? undefined : this.#counters.table();
    const wanted = block.id ?? (number === undefined ? undefined : `table-${number}`);
    const anchor = wanted === undefined ? undefined : this.#anchors.claim(wanted);
    if (anchor !== undefined) {
      const words = number === undefined ? undefined : `Table ${number}`;
      this.#target(block.id, { kind: 'table', anchor, words, span: block.span });
    }
    return {
      ...block,
      blocks: this.blocks(block.blocks, false),
      ...(number === undefined ? {} : { number }),
      ...(anchor === undefined ? {} : { anchor }),
    };
  }

  /** Only the id and whether there is a caption are looked at here; faults in the block are told when it is read. */
  #dataBlock(block: DataBlock): void {
    const fields = parseYaml(block.text, block.textSpan).value;
    const idNode = entry(fields, 'id');
    const id = idNode?.kind === 'scalar' && idNode.text !== '' ? idNode.text : undefined;
    if (block.name === 'chart') {
      const number = this.#counters.figure();
      const anchor = this.#anchors.claim(id ?? `figure-${number}`);
      this.data.set(block, { number, anchor });
      this.#target(id, { kind: 'figure', anchor, words: `Figure ${number}`, span: block.span });
      return;
    }
    this.#table(block, id, entry(fields, 'caption') !== undefined, block.span);
  }

  #target(id: string | undefined, target: Target): void {
    if (id === undefined) return;
    const before = this.targets.get(id);
    if (before !== undefined) {
      this.diagnostics.push(
        error('id-is-unique', target.span, `the id “${id}” is used twice in this paper`, {
          related: [{ span: before.span, message: 'first used here' }],
          hint: 'Give one of them another id, and change the references that mean it.',
        }),
      );
      return;
    }
    this.targets.set(id, target);
  }
}
