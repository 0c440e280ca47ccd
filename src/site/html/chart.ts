/** A chart as a figure: title, unit line, key, two drawings, words, downloads, and the numbers in a table. */
import type { Chart } from '../../model/chart.js';
import { dataName } from '../../model/data-blocks.js';
import { bytesInWords } from '../../model/words.js';
import { relativeHref } from '../address.js';
import { anchorOf, type PageContext } from './context.js';
import { attributes, html, join, nothing, type Html } from './html.js';
import { renderInlines } from './inline.js';
import { downloads, renderGrid } from './table.js';

/** The figure of a chart. */
export function renderChart(chart: Chart, context: PageContext): Html {
  const base = chart.anchor ?? `chart_${String(chart.span.start)}`;
  const titleId = `${base}_title`;
  const descId = `${base}_words`;
  const name = chart.number === undefined ? 'chart' : `Figure ${String(chart.number)}`;
  const links = downloads(chart, name.toLowerCase(), context);
  const foot =
    links.length === 0 && chart.source === undefined && chart.note === undefined
      ? nothing
      : html`<div class="tbl__foot">
          ${sentences(chart, context)}${links.length > 0 && html`<p class="tbl__get">${join(links, ' ')}</p>`}
        </div>`;
  const tableTitle = `${base}_table`;
  return html`<figure${attributes({ class: 'chart', id: anchorOf(chart, context), 'aria-labelledby': titleId })}>
<p class="chart__title" id="${titleId}">${chart.number !== undefined && `${name}: `}${renderInlines(chart.caption, context)}</p>
${chart.unitLine !== undefined && html`<p class="chart__unit">${chart.unitLine}</p>`}
${context.paintChart(chart, { id: base, titleId, descId })}
<p class="vh" id="${descId}">${chart.alt}</p>
${foot}
${renderOrigin(chart, name, context)}
<details>
<summary id="${tableTitle}">${name === 'chart' ? 'The chart' : name} as a table</summary>
<div class="scroll" role="group" aria-labelledby="${tableTitle}" tabindex="0">
${renderGrid(chart.table, context, tableTitle)}
</div>
</details>
</figure>`;
}

/** The file that proves the figures of a chart, where the build makes one. */
function renderOrigin(chart: Chart, name: string, context: PageContext): Html {
  const stem = dataName(chart);
  const file =
    stem === undefined ? undefined : context.file(`${context.folder}tables/${stem}.provenance.json`);
  const which = chart.number === undefined ? 'this chart' : name.toLowerCase();
  return file === undefined
    ? nothing
    : html`<p class="how__get">
        <a href="${relativeHref(context.page, file.path)}"
          >How the figures of ${which} came about (JSON, ${bytesInWords(file.bytes)})</a
        >
      </p>`;
}

function sentences(chart: Chart, context: PageContext): Html {
  const parts = [chart.source, chart.note].flatMap((part) =>
    part === undefined ? [] : [renderInlines(part, context)],
  );
  return parts.length === 0 ? nothing : html`<p>${join(parts, ' ')}</p>`;
}
