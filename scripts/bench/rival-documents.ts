/** The corpus as typst markup and as a web page, at the sizes of our own pages. */
import { drawChart } from '#tabled/chart/draw.js';
import { toSvg } from '#tabled/chart/svg.js';
import { makeStyle } from '#tabled/layout/style.js';
import { loadFonts } from '#tabled/type/load.js';
import { makeTextMeasure } from '#tabled/type/measure.js';
import type { BenchBlock, BenchChart, BenchItem, BenchTable, Run } from './corpus.js';
import { thousands } from './random.js';

const { portrait, text, gap } = makeStyle();

/** Files of a rival by path. The rivals get charts ready drawn and tables ready calculated. */
export function typstFiles(corpus: readonly BenchItem[]): ReadonlyMap<string, string> {
  return new Map([...charts(corpus), ['corpus.typ', typstDocument(corpus)]]);
}

/** A web page with styles for print. */
export function htmlFiles(corpus: readonly BenchItem[]): ReadonlyMap<string, string> {
  return new Map([...charts(corpus), ['corpus.html', htmlDocument(corpus)]]);
}

const chartPath = (item: BenchItem, chart: BenchChart): string => `charts/${item.number}-${chart.id}.svg`;

function charts(corpus: readonly BenchItem[]): ReadonlyMap<string, string> {
  const measure = makeTextMeasure(loadFonts());
  const files = new Map<string, string>();
  for (const item of corpus) {
    for (const block of item.blocks) {
      if (block.kind !== 'chart') continue;
      const rows = block.table.rows.slice(0, block.type === 'doughnut' ? 4 : 7);
      const series = (label: string, values: readonly number[]) => ({
        label,
        values,
        labels: values.map(thousands),
      });
      const budget = series(
        'Budget',
        rows.map((row) => row.budget),
      );
      const forecast = series(
        'Forecast',
        rows.map((row) => row.forecast),
      );
      const data = {
        type: block.type,
        categories: rows.map((row) => row.label),
        series: block.type === 'doughnut' ? [budget] : [budget, forecast],
      };
      const drawing = drawChart(data, portrait.textRight - portrait.text, measure, 'page');
      const svg = toSvg(drawing, { id: 'c', className: 'chart', titleId: 't', descId: 'd' });
      // Alone in a file there is no stylesheet: colours stand as they are, and the size is said.
      const size = `width="${drawing.width}" height="${drawing.height}" `;
      files.set(
        chartPath(item, block),
        svg.replace(/var\([^,()]+,\s*([^()]+)\)/g, '$1').replace('<svg ', `<svg ${size}`),
      );
    }
  }
  return files;
}

/** The cells of a table as printed. */
function cells(table: BenchTable): readonly (readonly string[])[] {
  const figures = (budget: number, forecast: number): readonly string[] => [
    thousands(budget),
    thousands(forecast),
    signed(forecast - budget),
    `${(((forecast - budget) / budget) * 100).toFixed(1)}%`,
  ];
  const total = (of: 'budget' | 'forecast'): number => table.rows.reduce((sum, row) => sum + row[of], 0);
  return [
    ...table.rows.map((row) => [row.label, ...figures(row.budget, row.forecast), row.rating]),
    ['Total', ...figures(total('budget'), total('forecast')), ''],
  ];
}

const head = ['Service area', 'Budget', 'Forecast', 'Variance', 'Per cent', 'Rating'];

function signed(value: number): string {
  return value < 0 ? `\u2212${thousands(-value)}` : thousands(value);
}

function typstDocument(corpus: readonly BenchItem[]): string {
  const { body, section, subheading, table } = text;
  const setup = [
    '#set document(title: "Public document pack", author: "Westbridge City Council")',
    `#set page(paper: "a4", margin: (left: ${portrait.text}pt, right: ${portrait.width - portrait.textRight}pt, top: ${portrait.top}pt, bottom: ${portrait.height - portrait.bottom}pt), numbering: "1", header: [Westbridge City Council])`,
    `#set text(font: "Source Sans 3", size: ${body.size}pt, lang: "en", region: "GB")`,
    `#set par(leading: ${body.leading - body.size * 0.7}pt, spacing: ${body.leading - body.size * 0.7 + gap.paragraph}pt)`,
    '#show heading: set text(font: "Source Serif 4")',
    '#show heading.where(level: 1): it => { pagebreak(weak: true); text(size: 24pt, it) }',
    `#show heading.where(level: 2): set text(size: ${section.size}pt)`,
    `#show heading.where(level: 3): set text(size: ${subheading.size}pt)`,
    '#show figure.where(kind: table): set block(breakable: true)',
    `#show table: set text(size: ${table.size}pt)`,
    '#set table(stroke: (x: none, y: 0.4pt))',
    '#outline(depth: 1)',
  ];
  const blocks = corpus.flatMap((item) => [
    `= ${escapeTypst(item.title)} <item-${item.number}>`,
    ...item.blocks.map((block) => typstBlock(block, item)),
  ]);
  return `${setup.join('\n')}\n\n${blocks.join('\n\n')}\n`;
}

function typstBlock(block: BenchBlock, item: BenchItem): string {
  switch (block.kind) {
    case 'heading':
      return `${'='.repeat(block.level)} ${escapeTypst(block.text)} <i${item.number}-${block.id}>`;
    case 'paragraph':
      return `${block.runs.map(typstRun).join('')}${block.note === undefined ? '' : `#footnote[${escapeTypst(block.note)}]`}`;
    case 'list':
      return block.items.map((runs) => `- ${runs.map(typstRun).join('')}`).join('\n');
    case 'table': {
      const row = (texts: readonly string[]): string => texts.map((t) => `[${escapeTypst(t)}]`).join(', ');
      return `#figure(kind: table, caption: [${escapeTypst(block.caption)}], table(columns: (3fr, 1fr, 1fr, 1fr, 1fr, 1fr), align: (left, right, right, right, right, left), table.header(${row(head)}),\n${cells(block).map(row).join(',\n')}))`;
    }
    case 'chart':
      return `#figure(image("${chartPath(item, block)}", width: 100%, alt: "The budget of each service beside its forecast."), caption: [${escapeTypst(block.caption)}])`;
  }
}

function typstRun(run: Run): string {
  switch (run.kind) {
    case 'plain':
      return escapeTypst(run.text);
    case 'strong':
      return `#strong[${escapeTypst(run.text)}]`;
    case 'emphasis':
      return `#emph[${escapeTypst(run.text)}]`;
    case 'web':
      return `#link("${run.href}")[${escapeTypst(run.text)}]`;
    case 'reference': {
      const label = `i${run.item}-${run.heading}`;
      return `#link(<${label}>)[item ${run.item}] (page #context counter(page).at(<${label}>).first())`;
    }
  }
}

function escapeTypst(words: string): string {
  return words.replace(/[\\#$*_`<>@~[\]]/g, (mark) => `\\${mark}`);
}

function htmlDocument(corpus: readonly BenchItem[]): string {
  const { body, table } = text;
  const style = `@page { size: A4; margin: ${portrait.top}pt ${portrait.width - portrait.textRight}pt ${portrait.height - portrait.bottom}pt ${portrait.text}pt; @bottom-center { content: counter(page) } }
body { font: ${body.size}pt/${body.leading}pt "Source Sans 3", sans-serif; margin: 0 }
h1 { font-size: 24pt; line-height: 1.2; break-before: page } h2 { font-size: 15pt } h3 { font-size: 12pt } h1, h2, h3 { break-after: avoid }
table { width: 100%; border-collapse: collapse; font-size: ${table.size}pt; line-height: ${table.leading}pt } th, td { border-top: .4pt solid; padding: 3pt 4pt; text-align: left } td { text-align: right }
tr { break-inside: avoid } thead { display: table-header-group } figure { margin: 6pt 0; break-inside: avoid } img { width: 100% }
a.page::after { content: " (page " target-counter(attr(href), page) ")" }`;
  const blocks = corpus.flatMap((item) => [
    `<h1 id="item-${item.number}">${item.title}</h1>`,
    ...item.blocks.map((block) => htmlBlock(block, item)),
  ]);
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Public document pack</title><style>${style}</style></head><body>\n${blocks.join('\n')}\n</body></html>`;
}

function htmlBlock(block: BenchBlock, item: BenchItem): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="i${item.number}-${block.id}">${block.text}</h${block.level}>`;
    case 'paragraph':
      return `<p>${block.runs.map(htmlRun).join('')}</p>${block.note === undefined ? '' : `<p><small>${block.note}</small></p>`}`;
    case 'list':
      return `<ul>${block.items.map((runs) => `<li>${runs.map(htmlRun).join('')}</li>`).join('')}</ul>`;
    case 'table': {
      const rows = cells(block).map(
        ([label, ...rest]) =>
          `<tr><th scope="row">${label ?? ''}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
      );
      return `<table><caption>${block.caption}</caption><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
    }
    case 'chart':
      return `<figure><img src="${chartPath(item, block)}" alt="The budget of each service beside its forecast."><figcaption>${block.caption}</figcaption></figure>`;
  }
}

function htmlRun(run: Run): string {
  switch (run.kind) {
    case 'plain':
      return run.text;
    case 'strong':
      return `<strong>${run.text}</strong>`;
    case 'emphasis':
      return `<em>${run.text}</em>`;
    case 'web':
      return `<a href="${run.href}">${run.text}</a>`;
    case 'reference':
      return `<a class="page" href="#i${run.item}-${run.heading}">item ${run.item}</a>`;
  }
}
