/** Documents that nobody planned for, in which each word is there once. */
import fc from 'fast-check';
import type { Block } from '../../src/model/block.js';
import type { Inline } from '../../src/model/inline.js';
import type { Row } from '../../src/model/table.js';
import { cell, columnsOf, headOf } from './sample.js';
import { span, text } from './support.js';

/** The shape of a document; words are numbered when it is written out, so that each is there once. */
export type Shape =
  | { readonly kind: 'paragraph'; readonly words: number; readonly numbered: boolean; readonly note: boolean }
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4 | 5 | 6; readonly words: number }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Shape[])[] }
  | {
      readonly kind: 'quote' | 'callout' | 'decision' | 'recommendations' | 'columns' | 'landscape';
      readonly blocks: readonly Shape[];
    }
  | {
      readonly kind: 'table';
      readonly columns: number;
      readonly rows: readonly (readonly number[])[];
      readonly span: number;
    };

export const { shapes } = fc.letrec<{ shapes: Shape; leaf: Shape; nested: Shape }>((tie) => ({
  leaf: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('paragraph' as const),
        words: fc.integer({ min: 0, max: 160 }),
        numbered: fc.boolean(),
        note: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('heading' as const),
        level: fc.constantFrom(2 as const, 3 as const, 4 as const, 5 as const, 6 as const),
        words: fc.integer({ min: 1, max: 14 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.integer({ min: 1, max: 9 }).chain((columns) =>
        fc.record({
          kind: fc.constant('table' as const),
          columns: fc.constant(columns),
          rows: fc.array(
            fc.array(fc.oneof(fc.nat(3), fc.nat(3), fc.nat(200)), { minLength: columns, maxLength: columns }),
            {
              minLength: 1,
              maxLength: 25,
            },
          ),
          span: fc.nat(6),
        }),
      ),
    },
  ),
  nested: fc.oneof(
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(fc.array(tie('shapes'), { minLength: 1, maxLength: 2 }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
    fc.record({
      kind: fc.constantFrom(
        'quote' as const,
        'callout' as const,
        'decision' as const,
        'columns' as const,
        'landscape' as const,
      ),
      blocks: fc.array(tie('shapes'), { minLength: 1, maxLength: 3 }),
    }),
  ),
  shapes: fc.oneof({ maxDepth: 4, depthSize: 'small' }, tie('leaf'), tie('nested')),
}));

/** Writes a document out, and says in which order its words should be read. */
export function write(shapesOf: readonly Shape[]) {
  let count = 0;
  const order: string[] = [];
  const notes: { id: string; number: number; blocks: readonly Block[] }[] = [];
  const words = (some: number): string => {
    const list = Array.from({ length: some }, () => `w${count++}x`);
    order.push(...list);
    return list.join(' ');
  };
  /** Tables far inside others have few columns, so that none has to be printed in parts, which repeat words. */
  const block = (shape: Shape, depth: number): Block => {
    const inside = (own: Shape): Block => block(own, depth + 1);
    switch (shape.kind) {
      case 'paragraph': {
        const content: Inline[] = [text(words(shape.words))];
        if (shape.note && shape.words > 0) {
          const number = notes.length + 1;
          content.push({ kind: 'note-mark', note: `n${number}`, number });
          notes.push({ id: `n${number}`, number, blocks: [] });
        }
        return { kind: 'paragraph', content, span, ...(shape.numbered ? { number: '1.1' } : {}) };
      }
      case 'heading':
        return { kind: 'heading', level: shape.level, content: [text(words(shape.words))], span };
      case 'list':
        return {
          kind: 'list',
          marker: shape.ordered ? { style: 'lower-roman', delimiter: 'parens' } : { style: 'bullet' },
          start: 1,
          tight: true,
          span,
          items: shape.items.map((blocks) => ({ blocks: blocks.map(inside), span })),
        };
      case 'quote':
        return { kind: 'quote', blocks: shape.blocks.map(inside), span };
      case 'callout':
      case 'decision':
      case 'recommendations':
      case 'landscape':
        return { kind: 'container', name: shape.kind, blocks: shape.blocks.map(inside), span };
      case 'columns':
        return {
          kind: 'container',
          name: 'columns',
          span,
          blocks: shape.blocks.map((own) => ({
            kind: 'container',
            name: 'column',
            span,
            blocks: [inside(own)],
          })),
        };
      case 'table': {
        const columns = depth === 0 ? shape.columns : Math.min(2, shape.columns);
        const labels = Array.from({ length: columns }, () => words(1));
        const rows = shape.rows.map((cells, index): Row => {
          // The first column may stand beside several rows.
          const covered = shape.span > 1 && index % shape.span !== 0;
          return {
            kind: 'data',
            cells: cells.slice(0, columns).flatMap((some, i) => {
              if (i === 0 && covered && columns > 1) return [];
              const rowSpan = i === 0 && columns > 1 && shape.span > 1 ? shape.span : 1;
              return [cell(i, words(some), { rowSpan: Math.min(rowSpan, shape.rows.length - index) })];
            }),
          };
        });
        return {
          kind: 'table',
          span,
          caption: [],
          columns: columnsOf(labels).map((column) => ({ ...column, numeric: false })),
          head: headOf(labels),
          rows,
          footer: [],
        };
      }
    }
  };
  const blocks = shapesOf.map((shape) => block(shape, 0));
  return { blocks, order, notes };
}
