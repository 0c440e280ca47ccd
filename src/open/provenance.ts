/** How the figures of a table were calculated, as JSON: each figure with its formula, what that read, and where it was typed. */
import { plainText } from '../model/inline.js';
import type { FigureProvenance, FigureSource, TableProvenance } from '../model/provenance.js';
import type { Table } from '../model/table.js';
import type { Span } from '../source/span.js';
import { json } from './table-json.js';
import type { TableMeta } from './table-json.js';

/** Line and column of the beginning of a stretch, both counted from 1. */
export type FindPlace = (span: Span) => { readonly line: number; readonly column: number };

/** Writes the provenance of a table, row by row, keys always in the same order. */
export function provenanceJson(
  table: Table,
  { figures }: TableProvenance,
  meta: TableMeta,
  find: FindPlace,
): string {
  const place = (span: Span | undefined): unknown => publicPlace(span, find);
  return json({
    paper: meta.paper,
    url: meta.url,
    label: meta.label,
    id: table.id,
    caption: plainText(table.caption),
    unit: table.unitLine,
    source: meta.source,
    place: place(table.span),
    figures: figures.map((figure) => figureJson(figure, table, place)),
  });
}

function figureJson(
  figure: FigureProvenance,
  table: Table,
  place: (span: Span | undefined) => unknown,
): unknown {
  const { formula } = figure;
  const column = table.columns[figure.column];
  const row = table.rows[figure.row];
  const cell = row?.cells.find((each) => each.column === figure.column);
  return {
    row: { id: row?.id, label: figure.rowLabel },
    column: { key: column?.key, label: figure.columnLabel },
    text: figure.text,
    value: cell?.value,
    unit: column?.unit,
    origin: figure.origin,
    stated: figure.stated,
    formula: formula?.text,
    words: formula?.words,
    workings: formula?.workings,
    calculated: formula?.result,
    rounded: formula?.rounded,
    reason: figure.reason,
    cell: figure.inFile,
    place: place(figure.place),
    formulaPlace: formula && place(formula.place),
    from: formula && figure.from.map((source) => sourceJson(source, place)),
    more: figure.more,
  };
}

function sourceJson(source: FigureSource, place: (span: Span | undefined) => unknown): unknown {
  return {
    name: source.name,
    text: source.text,
    table: source.table,
    cell: source.inFile,
    place: place(source.place),
  };
}

/**
 * A place in the council's public folders, and nothing else: no path of a computer, and nothing of a folder beside them,
 * whatever the calculation may have read.
 */
function publicPlace(span: Span | undefined, find: FindPlace): unknown {
  if (span === undefined || !isPublicFile(span.file)) return undefined;
  const { line, column } = find(span);
  return { file: span.file, line, column };
}

/** True for files of `content/` and `data/`, from which the public site is made. */
export function isPublicFile(file: string): boolean {
  const [top, ...rest] = file.split('/');
  return (top === 'content' || top === 'data') && rest.length > 0 && !rest.includes('..');
}
