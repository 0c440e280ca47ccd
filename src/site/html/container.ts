/** `:::` containers as HTML. */
import type { Block, ContainerOf } from '../../model/block.js';
import type { Chart } from '../../model/chart.js';
import type { Inline } from '../../model/inline.js';
import type { Table } from '../../model/table.js';
import { anchorOf, type PageContext } from './context.js';
import { attributes, html, nothing, type Html } from './html.js';
import { renderInlines } from './inline.js';

export type Container = ContainerOf<Inline, Table | Chart>;

/** A container in its place in the text. */
export function renderContainer(container: Container, context: PageContext): Html {
  const values = (name: string): Html =>
    attributes({ class: name, id: anchorOf(container, context), lang: container.lang });
  const blocks = context.renderBlocks(container.blocks, context);
  const title =
    container.title === undefined
      ? nothing
      : html`<p class="boxed__title">${renderInlines(container.title, context)}</p>`;
  switch (container.name) {
    case 'recommendations':
    case 'decision':
    case 'resolved':
      return html`<div${values('resolve')}><div class="resolve__in">${title}${blocks}</div></div>`;
    case 'callout':
    case 'case-study':
      return html`<div${values(`boxed boxed--${container.name}`)}>${title}${blocks}</div>`;
    case 'quote':
      return html`<blockquote${values('quoted')}>${blocks}${container.title !== undefined && html`<p class="quoted__by">${renderInlines(container.title, context)}</p>`}</blockquote>`;
    case 'key-facts':
      return html`<div${values('keyfacts')}>${title}${blocks}</div>`;
    case 'landscape':
      return html`<div${values('sec--land')}>${title}${blocks}</div>`;
    case 'columns':
      return html`<div${values('trio')}>${title}${blocks}</div>`;
    case 'column':
    case 'table-rows':
      return html`<div${values('column')}>${title}${blocks}</div>`;
  }
}

/** How many things a recommendation or decision lists: it decides between "Recommendation" and "Recommendations". */
export function countListed(blocks: readonly Block[]): number {
  return blocks.reduce((count, block) => count + (block.kind === 'list' ? block.items.length : 0), 0);
}
