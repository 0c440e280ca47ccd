/** Lets formulas read a `table-rows` container as a table: each heading is a row, each term of the list under it a column. */
import type { AuthoredBlock, ContainerOf } from '../model/block.js';
import type { AuthoredInline } from '../model/inline.js';
import { plainText } from '../model/inline.js';
import type { DataBlock, TableSource } from '../model/table-source.js';
import type { Span } from '../source/span.js';
import type { Cell, Grid, GridColumn } from './grid.js';
import { normalise } from './labels.js';
import type { ReadContext } from './read-context.js';
import { blank } from './value.js';

type Container = ContainerOf<AuthoredInline, TableSource | DataBlock>;

interface LongRow {
  readonly label: string;
  readonly key?: string;
  readonly span: Span;
  readonly texts: Map<string, string>;
}

/** The grid behind a container that has an id; only references use it, the container itself is printed as text. */
export function readTableRows(container: Container, context: ReadContext): Grid | undefined {
  if (container.id === undefined) return undefined;
  const rows: LongRow[] = [];
  const terms = new Map<string, string>();
  for (const block of container.blocks) {
    if (block.kind === 'heading')
      rows.push({ label: plainText(block.content), key: block.id, span: block.span, texts: new Map() });
    else if (block.kind === 'definition-list') {
      for (const entry of block.entries) {
        const text = entry.definitions.map((definition) => textOf(definition)).join(' ');
        for (const term of entry.terms) {
          const label = plainText(term);
          terms.set(normalise(label), terms.get(normalise(label)) ?? label);
          rows.at(-1)?.texts.set(normalise(label), text);
        }
      }
    }
  }
  const labels = ['', ...terms.values()];
  const columns = labels.map((label, index): GridColumn => ({
    index,
    path: label === '' ? [] : [label],
    label,
    type: 'text',
    numeric: false,
    rounding: false,
    strong: false,
    span: container.span,
  }));
  const grid: Grid = {
    paper: context.paper,
    span: container.span,
    id: container.id,
    caption: [],
    words: new Map(),
    notes: [],
    classes: [],
    columns,
    headRows: [],
    rows: [],
    checks: [],
    labelColumns: 1,
  };
  rows.forEach((row, r) => {
    const cells = labels.map((label, c): Cell => {
      const text = c === 0 ? row.label : (row.texts.get(normalise(label)) ?? '');
      return {
        grid,
        row: r,
        column: c,
        span: row.span,
        input: text === '' ? { kind: 'empty' } : { kind: 'text', text },
        content: [],
        rowSpan: 1,
        colSpan: 1,
        state: 'new',
        value: blank,
      };
    });
    grid.rows.push({
      index: r,
      kind: 'data',
      key: row.key,
      label: row.label,
      labels: [row.label],
      cells,
      span: row.span,
    });
  });
  return grid;
}

/** The words of a cell's blocks, as far as a formula can compare them. */
function textOf(blocks: readonly AuthoredBlock[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'paragraph':
        case 'heading':
          return plainText(block.content);
        case 'list':
          return block.items.map((item) => textOf(item.blocks)).join(' ');
        case 'quote':
        case 'container':
          return textOf(block.blocks);
        default:
          return '';
      }
    })
    .join(' ')
    .trim();
}
