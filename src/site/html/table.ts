/** A calculated table as HTML: title, unit line, a region that scrolls, the table, its notes and its downloads. */
import type { Chart } from '../../model/chart.js';
import { dataName } from '../../model/data-blocks.js';
import { sparkline } from '../../chart/sparkline.js';
import { toDecorativeSvg } from '../../chart/svg.js';
import type { Cell, Column, HeadCell, HeadRow, Row, Sparkline, Table } from '../../model/table.js';
import { withSpoken } from '../../model/spoken.js';
import type { FileFact } from '../../model/pack.js';
import { plainText } from '../../model/inline.js';
import { relativeHref } from '../address.js';
import { bytesInWords } from '../../model/words.js';
import { columnClasses } from './column-classes.js';
import { anchorOf, type PageContext } from './context.js';
import { attributes, html, join, nothing, raw, type Html } from './html.js';
import { renderHow } from './how.js';
import { renderInlines } from './inline.js';
import { isBare, isStacked, stackOf, type Stack } from './stacked.js';
import { statusOf } from './symbol.js';

/** How many columns of figures still leave the table at the width of the text (look, tokens, section 9). */
const narrowColumns = 4;
/** From here the printed page is turned. */
const landscapeColumns = 8;

/** How wide a table is on the page. */
type Fit = 'fit' | 'mid' | 'wide';

function fitOf(table: Table): Fit {
  const figures = table.columns.filter((column) => column.numeric).length;
  const words = table.columns.length - figures;
  if (table.layout === 'landscape' || table.columns.length >= landscapeColumns) return 'wide';
  if (figures > narrowColumns || (words > 2 && table.columns.length > 3)) return 'wide';
  return figures > 3 ? 'mid' : 'fit';
}

/** The table of a paper, with everything around it. */
export function renderTable(table: Table, context: PageContext): Html {
  const anchor = anchorOf(table, context);
  const fit = fitOf(table);
  const captioned = table.caption.length > 0;
  const captionId = captioned ? `${anchor ?? `table_${String(table.span.start)}`}_title` : undefined;
  const wordy = table.columns.filter((column) => !column.numeric).length > 2;
  const stacked = isStacked(table);
  const classes = [
    'tbl',
    fit !== 'wide' && 'tbl--fit',
    wordy && 'tbl--text',
    fit === 'wide' && 'tbl--wide',
    stacked && 'tbl--stacked',
    table.columns.length >= landscapeColumns && 'tbl--many',
  ];
  // Without a title of its own it is no landmark: landmarks need names that differ.
  const name =
    captionId === undefined
      ? { role: 'group', 'aria-label': 'Table' }
      : { role: 'region', 'aria-labelledby': captionId };
  return html`<div${attributes({ class: classNames(classes), id: anchor, lang: table.lang })}>
${captioned && html`<p class="tbl__cap" id="${captionId}">${table.number !== undefined && `Table ${String(table.number)}: `}${renderInlines(table.caption, context)}</p>`}
${table.unitLine !== undefined && html`<p class="tbl__unit">${table.unitLine}</p>`}
${fit === 'wide' && !stacked && html`<p class="scroll__hint">Scroll the table sideways to see every column.</p>`}
${fit === 'mid' && !stacked && html`<p class="scroll__hint scroll__hint--mid">Scroll the table sideways to see every column.</p>`}
<div class="${classNames(['scroll', fit === 'wide' && 'scroll--wide', fit === 'mid' && 'scroll--mid'])}"${attributes(name)} tabindex="0">
${renderGrid(table, context, captionId)}
</div>
${renderFoot(table, context)}
${renderOrigins(table, context)}
</div>`;
}

/** The `table` element alone; `labelledBy` names it. */
export function renderGrid(table: Table, context: PageContext, labelledBy: string | undefined): Html {
  const stack = stackOf(table);
  const widths = columnClasses(table);
  const head = table.head.length === 0 ? nothing : renderHead(table, stack, widths, context);
  const groups = rowGroups(table.rows);
  const bodies = groups.map(
    (rows) =>
      html`<tbody${attributes({ role: stack.role('rowgroup') })}>
        ${join(rows.map((row) => renderRow(row, table, stack, widths, context)))}
      </tbody> `,
  );
  return html`<table${attributes({ role: stack.role('table'), 'aria-labelledby': labelledBy })}>
${head}${join(bodies)}</table>`;
}

/** A group heading begins a group of rows, so that `scope="rowgroup"` reaches no further than it should. */
function rowGroups(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  let spannedUntil = 0;
  rows.forEach((row, index) => {
    const current = groups.at(-1);
    if (current === undefined || (row.kind === 'group' && index >= spannedUntil)) groups.push([row]);
    else current.push(row);
    for (const cell of row.cells) spannedUntil = Math.max(spannedUntil, index + cell.rowSpan);
  });
  return groups;
}

function renderHead(
  table: Table,
  { role }: Stack,
  widths: readonly (string | undefined)[],
  context: PageContext,
): Html {
  const rows = table.head.map((row: HeadRow) => {
    const cells = row.cells.map((cell) => renderHeadCell(cell, role, widths[cell.column], context));
    return html`<tr${attributes({ role: role('row') })}>
      ${join(cells)}
    </tr> `;
  });
  return html`<thead${attributes({ role: role('rowgroup') })}>
    ${join(rows)}
  </thead> `;
}

function renderHeadCell(
  cell: HeadCell,
  role: Stack['role'],
  width: string | undefined,
  context: PageContext,
): Html {
  const stick = cell.column === 0;
  const spans = { colspan: span(cell.colSpan), rowspan: span(cell.rowSpan) };
  if (cell.scope === 'empty')
    return html`<td${attributes({ role: role('cell'), class: classNames([stick && 'stick', width ?? false]), ...spans })}></td>`;
  const over = cell.scope === 'colgroup';
  const words = renderInlines(cell.content, context);
  const classes = classNames([over ? 'span' : cell.numeric && 'num', stick && 'stick', !over && width]);
  return html`<th${attributes({ role: role('columnheader'), scope: cell.scope, class: classes, ...spans })}>${over ? html`<span>${words}</span>` : words}${cell.hint !== undefined && html` <span class="calc">${cell.hint}</span>`}</th>`;
}

const rowClasses: Readonly<Record<Row['kind'], string | undefined>> = {
  data: undefined,
  group: 'group',
  subtotal: 'sub',
  total: 'grand',
  note: 'noterow',
};

function renderRow(
  row: Row,
  table: Table,
  stack: Stack,
  widths: readonly (string | undefined)[],
  context: PageContext,
): Html {
  const labelColumn = row.cells.find((cell) => cell.scope !== undefined)?.column;
  const cells = row.cells.map((cell) =>
    renderCell(
      cell,
      table.columns[cell.column],
      cell.column === labelColumn ? row.formulaLabel : undefined,
      cell.column === labelColumn || row.kind === 'group' || row.kind === 'note'
        ? undefined
        : stack.labels[cell.column],
      stack.role,
      widths[cell.column],
      context,
    ),
  );
  return html`<tr${attributes({ role: stack.role('row'), class: rowClasses[row.kind] })}>${join(cells)}</tr>
`;
}

function renderCell(
  cell: Cell,
  column: Column | undefined,
  formula: string | undefined,
  label: string | undefined,
  role: Stack['role'],
  width: string | undefined,
  context: PageContext,
): Html {
  const prose = width === undefined && (column?.type === 'markdown' || cell.content.kind === 'blocks');
  const printed =
    cell.content.kind === 'inline'
      ? renderInlines(withSpoken(cell.content.content, cell.spoken), context)
      : context.renderBlocks(cell.content.blocks, context);
  const marked =
    cell.mark === undefined
      ? printed
      : statusOf(cell.mark, printed, cell.spoken === undefined, wordsOf(cell));
  const drawn = cell.sparkline === undefined ? marked : renderLine(cell.sparkline, marked);
  const named = label !== undefined && html`<span class="tbl__label" aria-hidden="true">${label}</span>`;
  const content = html`${named}${drawn}${formula !== undefined && html` <span class="calc">${formula}</span>`}${cell.reason !== undefined && html` <span class="calc">${cell.reason}</span>`}`;
  const stick = cell.column === 0 && cell.colSpan === 1;
  const values = {
    class: classNames([
      label !== undefined && isBare(cell) && 'bare',
      cell.numeric && 'num',
      stick && 'stick',
      prose && !stick && 'prose',
      cell.colSpan === 1 && width,
    ]),
    colspan: span(cell.colSpan),
    rowspan: span(cell.rowSpan),
  };
  return cell.scope === undefined
    ? html`<td${attributes({ role: role('cell'), ...values })}>${content}</td>`
    : html`<th${attributes({ role: role('rowheader'), scope: cell.scope, ...values })}>${content}</th>`;
}

function wordsOf({ content }: Cell): string {
  return content.kind === 'inline' ? plainText(content.content) : '';
}

/** A small line, then its words: seen where the figures stand nowhere else, else only heard. */
function renderLine(line: Sparkline, printed: Html): Html {
  const drawing = sparkline(line.values, 96, 28, line.target);
  const words =
    line.words === undefined
      ? html`<span class="calc">${printed}</span>`
      : html`<span class="vh">${line.words}</span>`;
  return html`${raw(toDecorativeSvg(drawing, { id: 'spark', className: 'spark' }))}${words}`;
}

function renderFoot(table: Table, context: PageContext): Html {
  const links = downloads(table, `table ${String(table.number ?? '')}`.trim(), context);
  if (table.footer.length === 0 && links.length === 0) return nothing;
  const sentences = join(
    table.footer.map((sentence) => renderInlines(sentence, context)),
    ' ',
  );
  return html`<div class="tbl__foot">
    ${table.footer.length > 0 && html`<p>${sentences}</p>`}${links.length > 0 && html`<p class="tbl__get">${join(links, ' ')}</p>`}
  </div>`;
}

/** How the figures are made, with the file that has it all; the file alone for a table whose figures were all typed. */
function renderOrigins(table: Table, context: PageContext): Html {
  const stem = dataName(table);
  const file =
    stem === undefined ? undefined : context.file(`${context.folder}tables/${stem}.provenance.json`);
  const provenance = context.provenance?.(table);
  const link = (words: string): Html =>
    file === undefined
      ? nothing
      : html`<p class="how__get">
          <a href="${relativeHref(context.page, file.path)}">${words} (JSON, ${bytesInWords(file.bytes)})</a>
        </p>`;
  const which = table.number === undefined ? 'this table' : `table ${String(table.number)}`;
  const how =
    provenance === undefined
      ? nothing
      : renderHow(
          table,
          provenance,
          anchorOf(table, context),
          link(`How the figures of ${which} were calculated, and where each was typed`),
        );
  return how.markup === '' ? link(`Where each figure of ${which} was typed`) : how;
}

/** Links to the data of a table or chart, each with its kind and size; only files that the build makes. */
export function downloads(thing: Table | Chart, name: string, context: PageContext): readonly Html[] {
  const stem = dataName(thing);
  if (stem === undefined) return [];
  const base = `${context.folder}tables/${stem}`;
  const files: readonly (readonly [string, FileFact | undefined])[] = [
    ['CSV', context.file(`${base}.csv`)],
    ['JSON', context.file(`${base}.json`)],
  ];
  return files.flatMap(([kind, file]) =>
    file === undefined
      ? []
      : [
          html`<a href="${relativeHref(context.page, file.path)}"
            >Download ${name} (${kind}, ${bytesInWords(file.bytes)})</a
          >`,
        ],
  );
}

const span = (count: number): number | undefined => (count > 1 ? count : undefined);

/** A value for `class`, or none at all. */
export function classNames(names: readonly (string | false | undefined)[]): string | undefined {
  const given = names.filter((name): name is string => typeof name === 'string');
  return given.length === 0 ? undefined : given.join(' ');
}
