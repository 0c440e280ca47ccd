/** Turns a ` ```chart ` block and the calculated table it names into a chart ready to draw and print. */
import { error, type Checked, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { CalculatedChart, ChartData } from '../model/chart.js';
import type { AuthoredInline } from '../model/inline.js';
import { plainText } from '../model/inline.js';
import type { CalculatedTable } from '../model/table.js';
import type { DataBlock } from '../model/table-source.js';
import type { DataNode } from '../source/data-node.js';
import type { Span } from '../source/span.js';
import { checkData } from './check.js';
import { cellAt, contentOf, labelCell } from './grid.js';
import { choose, type Choice } from './select.js';
import { readSettings, type ChartSettings, type Typed } from './settings.js';
import { dataTable } from './data-table.js';
import { readTarget } from './target.js';

/** What reading a chart needs from other rooms. */
export interface ChartServices {
  parseYaml(text: string, at: Span): Checked<DataNode>;
  readInline(text: string, at: Span): Checked<readonly AuthoredInline[]>;
  /** The calculated table that a reference means, seen from the paper of the block: `#t`, `paper#t`. */
  find(reference: string): CalculatedTable | undefined;
}

/**
 * Reads a chart. Figures come from the table's cells alone, so none is ever typed twice.
 *
 * Faults that leave something to draw (a name too many, a missing description) still give a chart.
 */
export function readChart(block: DataBlock, services: ChartServices): Checked<CalculatedChart> {
  const parsed = services.parseYaml(block.text, block.textSpan);
  const diagnostics: Diagnostic[] = [...parsed.diagnostics];
  if (parsed.value === undefined) return { value: undefined, diagnostics };
  if (parsed.value.kind !== 'map') {
    diagnostics.push(
      error('chart-setting-reads', parsed.value.span, 'this chart is not written as “name: value” lines', {
        hint: 'Write one setting a line, for example table: revenue-resources.',
      }),
    );
    return { value: undefined, diagnostics };
  }
  const read = readSettings(parsed.value, block.span);
  const { settings } = read;
  diagnostics.push(...read.diagnostics);
  const found = findTable(settings.table, services);
  diagnostics.push(...found.diagnostics);
  if (found.table === undefined || settings.table === undefined) return { value: undefined, diagnostics };
  const { table, reference } = found;
  const chosen = choose(table, settings, settings.table.span);
  diagnostics.push(...chosen.diagnostics);
  if (chosen.value === undefined) return { value: undefined, diagnostics };
  const choice = chosen.value;
  const target = settings.target ? readTarget(settings.target, choice) : undefined;
  diagnostics.push(...(target?.diagnostics ?? []));
  const data = dataOf(table, choice, settings, target?.value);
  diagnostics.push(...checkData(data, table, choice, settings));

  const inline = (typed: Typed | undefined): readonly AuthoredInline[] => {
    if (typed === undefined) return [];
    const { value, diagnostics: faults } = services.readInline(typed.text, placeOf(typed));
    diagnostics.push(...faults);
    return value ?? [{ kind: 'text', text: typed.text }];
  };
  const caption = inline(settings.caption);
  const alt = inline(settings.alt);
  const note = settings.note ? inline(settings.note) : undefined;
  const unitLine = unitLineOf(table, choice, data);
  const value: CalculatedChart = {
    kind: 'chart',
    span: block.span,
    ...(settings.id === undefined ? {} : { id: settings.id.text }),
    caption,
    ...(unitLine === undefined ? {} : { unitLine }),
    data,
    alt: plainText(alt),
    altContent: alt,
    ...(note === undefined ? {} : { note }),
    table: dataTable(table, choice, caption, unitLine, block.span),
    drawn: {
      span: table.span,
      rows: choice.rows.map(({ index }) => index),
      columns: choice.columns.map(({ index }) => index),
      series: choice.series,
    },
    ...(table.id === undefined ? {} : { source: sourceLine(reference, settings.table.span) }),
  };
  return { value, diagnostics };
}

/** Exact where the text stands as typed on one line; the whole value where quotes or folding hide it. */
function placeOf(typed: Typed): Span {
  if (typed.textStart === undefined) return typed.span;
  return { file: typed.span.file, start: typed.textStart, end: typed.textStart + typed.text.length };
}

/** Finds the table as typed; a bare id means a table of this paper. */
function findTable(
  typed: Typed | undefined,
  services: ChartServices,
): {
  readonly table?: CalculatedTable;
  readonly reference: string;
  readonly diagnostics: readonly Diagnostic[];
} {
  if (typed === undefined) return { reference: '', diagnostics: [] };
  const bare = !typed.text.includes('#');
  const references = bare ? [`#${typed.text}`, typed.text] : [typed.text];
  for (const reference of references) {
    const table = services.find(reference);
    if (table) return { table, reference, diagnostics: [] };
  }
  const fault = error(
    'chart-table-is-found',
    typed.span,
    `there is no table “${typed.text}” to draw this chart from`,
    {
      hint: 'Use the id in the caption line of the table, as in {#revenue-resources}; for a table of another paper write the paper, a # and the id.',
    },
  );
  return { reference: typed.text, diagnostics: [fault] };
}

function dataOf(
  table: CalculatedTable,
  choice: Choice,
  settings: ChartSettings,
  target: ChartData['target'],
): ChartData {
  const byRow = choice.series === 'rows';
  const labels = {
    rows: choice.rows.map((row) => plainText(contentOf(labelCell(table, row.index))).trim()),
    columns: choice.columns.map((column) => column.label),
  };
  const across = byRow ? choice.rows : choice.columns;
  const along = byRow ? choice.columns : choice.rows;
  return {
    type: settings.type,
    categories: byRow ? labels.columns : labels.rows,
    series: across.map((line, s) => {
      const cells = along.map((other) =>
        byRow ? cellAt(table, line.index, other.index) : cellAt(table, other.index, line.index),
      );
      return {
        label: (byRow ? labels.rows[s] : labels.columns[s]) ?? '',
        values: cells.map((cell) => numberOf(cell?.value)),
        labels: cells.map((cell) => plainText(contentOf(cell)).trim()),
      };
    }),
    ...(target === undefined ? {} : { target }),
  };
}

/** Display precision is enough for a drawing; a word or a blank is a gap. */
function numberOf(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** "Budget gap, £ million": what is measured, where it is one thing, and in which unit. */
function unitLineOf(table: CalculatedTable, choice: Choice, data: ChartData): string | undefined {
  const column = table.columns[choice.columns[0]?.index ?? -1];
  const unit = column?.ownUnit ?? table.unitLine ?? column?.unit;
  const [only, second] = data.series;
  if (only === undefined || second !== undefined || only.label === '') return unit;
  return unit === undefined ? only.label : `${only.label}, ${unit}`;
}

function sourceLine(reference: string, span: Span): readonly AuthoredInline[] {
  return [
    { kind: 'text', text: 'Source: ' },
    { kind: 'link', target: reference, targetSpan: span, content: [], span },
    { kind: 'text', text: '.' },
  ];
}
