/** The block tree as HTML. */
import type { Block, HeadingOf, ImageFigureOf, ListOf } from '../../model/block.js';
import type { Chart } from '../../model/chart.js';
import type { Inline } from '../../model/inline.js';
import type { Table } from '../../model/table.js';
import { renderChart } from './chart.js';
import { renderContainer } from './container.js';
import { anchorOf, imageHref, type PageContext } from './context.js';
import { attributes, html, join, type Html } from './html.js';
import { renderInlines } from './inline.js';
import { renderTable } from './table.js';

type Data = Table | Chart;

/** Blocks inside another block: no numbers in the gutter, no marks of pages. */
export function renderBlocks(blocks: readonly Block[], context: PageContext): Html {
  return join(
    blocks.map((block) => renderBlock(block, context)),
    '\n',
  );
}

/** One block by itself. */
export function renderBlock(block: Block, context: PageContext): Html {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block, context);
    case 'paragraph':
      return html`<p${attributes({ id: anchorOf(block, context), lang: block.lang })}>${block.number !== undefined && html`<b class="nb">${block.number}</b> `}${renderInlines(block.content, context)}</p>`;
    case 'list':
      return renderList(block, context);
    case 'quote':
      return html`<blockquote${attributes({ id: anchorOf(block, context), lang: block.lang })}>${renderBlocks(block.blocks, context)}</blockquote>`;
    case 'code-block':
      return html`<pre${attributes({ id: anchorOf(block, context) })}><code>${block.text}</code></pre>`;
    case 'thematic-break':
      return html`<hr />`;
    case 'definition-list':
      return html`<dl${attributes({ class: 'terms', id: anchorOf(block, context), lang: block.lang })}>
${join(
  block.entries.map(
    (entry) =>
      html`<div>
        ${entry.terms.map((term) => html`<dt>${renderInlines(term, context)}</dt>`)}${entry.definitions.map((definition) => html`<dd>${renderBlocks(definition, context)}</dd>`)}
      </div> `,
  ),
)}</dl>`;
    case 'container':
      return renderContainer(block, context);
    case 'image-figure':
      return renderImage(block, context);
    case 'table':
      return renderTable(block, context);
    case 'chart':
      return renderChart(block, context);
  }
}

/** A heading with its number in the gutter. */
export function renderHeading(block: HeadingOf<Inline>, context: PageContext): Html {
  const values = attributes({ id: anchorOf(block, context), lang: block.lang });
  const content = html`${block.number !== undefined && html`<span class="no">${block.number}</span> `}${renderInlines(block.content, context)}`;
  switch (block.level) {
    case 2:
      return html`<h2${values}>${content}</h2>`;
    case 3:
      return html`<h3${values}>${content}</h3>`;
    case 4:
      return html`<h4${values}>${content}</h4>`;
    case 5:
      return html`<h5${values}>${content}</h5>`;
    case 6:
      return html`<h6${values}>${content}</h6>`;
  }
}

const listTypes = {
  decimal: '1',
  'lower-alpha': 'a',
  'upper-alpha': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
} as const;

function renderList(list: ListOf<Inline, Data>, context: PageContext): Html {
  const items = list.items.map((item) => {
    const [only] = item.blocks;
    const plain = list.tight && only?.kind === 'paragraph' && only.number === undefined;
    const first = plain ? renderInlines(only.content, context) : undefined;
    const rest = plain ? item.blocks.slice(1) : item.blocks;
    return html`<li>${first}${renderBlocks(rest, context)}</li> `;
  });
  const { marker } = list;
  const common = { id: anchorOf(list, context), lang: list.lang };
  if (marker.style === 'bullet')
    return html`<ul${attributes(common)}>
${join(items)}</ul>`;
  const values = attributes({
    ...common,
    type: listTypes[marker.style],
    start: list.start === 1 ? undefined : list.start,
    class: marker.delimiter === 'period' ? undefined : `list--${marker.delimiter}-${marker.style}`,
  });
  return html`<ol${values}>
${join(items)}</ol>`;
}

function renderImage(block: ImageFigureOf<Inline>, context: PageContext): Html {
  const name = block.number === undefined ? undefined : `Figure ${String(block.number)}: `;
  const caption = block.caption ?? [];
  return html`<figure${attributes({ id: anchorOf(block, context), lang: block.lang })}>
<img src="${imageHref(block.src, context)}" alt="${block.decorative ? '' : block.alt}">
${(name !== undefined || caption.length > 0) && html`<figcaption>${name}${renderInlines(caption, context)}</figcaption>`}
</figure>`;
}
