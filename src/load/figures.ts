/** The rows that a table takes from a file of figures: `tables/people.csv`, `tables/people.xlsx#Budget!A1:H12`. */
import { error } from '../diagnostics/diagnostic.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { DataFile, DataFiles } from '../model/data-files.js';
import type { Workbook, WorkSheet } from '../model/workbook.js';
import { suggest } from '../source/nearest.js';
import type { Span } from '../source/span.js';
import type { CellRange, RangeName } from './xlsx/range.js';
import { cellAddress, readRange, readRangeName } from './xlsx/range.js';

/** A row of cells as text. */
export interface FigureRow {
  readonly cells: readonly FigureCell[];
  readonly span: Span;
}

export interface FigureCell {
  readonly text: string;
  /** Its place in a CSV file; the words that name the file, for a cell of a workbook. */
  readonly span: Span;
  /** "tables/people.xlsx, sheet Budget, cell C7", where no span can show it. */
  readonly place?: string;
}

/** Reads the rows that `source`, typed at `at`, names. Rows without any value are left out. */
export function readFigures(data: DataFiles, source: string, at: Span): Checked<readonly FigureRow[]> {
  const hash = source.indexOf('#');
  const file = (hash < 0 ? source : source.slice(0, hash)).trim().replace(/^(?:\.\/)?(?:data\/)?/, '');
  const name = readRangeName(hash < 0 ? '' : source.slice(hash + 1));
  if (name === undefined)
    return fault(
      'figure-file-is-found',
      at,
      `“${source.slice(hash + 1)}” names no cells`,
      'Write the sheet, an exclamation mark and the cells: Budget!A1:H12; a sheet with spaces in single quotes.',
    );
  const csv = data.tables.get(file);
  if (csv !== undefined) return ofCsv(csv, file, name, at);
  const workbook = data.workbooks?.get(file)?.open();
  if (workbook === undefined) {
    const known = [...data.tables.keys(), ...(data.workbooks?.keys() ?? [])];
    const near =
      suggest(file, known) ??
      (known.length === 0
        ? 'Save it as .xlsx or .csv in data/tables/.'
        : `Files there are: ${known.join(', ')}.`);
    return fault('figure-file-is-found', at, `there is no file of figures “${file}”`, near);
  }
  if ('fault' in workbook)
    return fault('figure-file-is-found', at, `the file “${file}” ${workbook.fault}`, workbook.hint);
  return ofWorkbook(workbook, file, name, at);
}

function fault(
  rule: 'figure-file-is-found' | 'sheet-cells-are-values' | 'sheet-shows-its-cells',
  span: Span,
  message: string,
  hint: string,
): Checked<readonly FigureRow[]> {
  return { value: undefined, diagnostics: [error(rule, span, message, { hint })] };
}

function ofCsv({ node }: DataFile, file: string, name: RangeName, at: Span): Checked<readonly FigureRow[]> {
  const sheet = name.sheet ?? name.word;
  if (sheet !== undefined)
    return fault(
      'figure-file-is-found',
      at,
      `the file “${file}” has no sheet “${sheet}”: a .csv file has no sheets`,
      'Write the cells alone, as in #A1:D5, or nothing for all of them.',
    );
  const rows = node.kind === 'list' ? node.items : [];
  const { range } = name;
  const chosen = range === undefined ? rows : rows.slice(range.top, range.bottom + 1);
  if (chosen.length === 0)
    return fault(
      'figure-file-is-found',
      at,
      `the file “${file}” has nothing in these cells`,
      `It has ${rows.length} rows.`,
    );
  return {
    value: chosen.map((row): FigureRow => {
      const cells = row.kind === 'list' ? row.items : [];
      const own = range === undefined ? cells : cells.slice(range.left, range.right + 1);
      return {
        span: row.span,
        cells: own.map((c) => ({ text: c.kind === 'scalar' ? c.text : '', span: c.span })),
      };
    }),
    diagnostics: [],
  };
}

function ofWorkbook(
  workbook: Workbook,
  file: string,
  typed: RangeName,
  at: Span,
): Checked<readonly FigureRow[]> {
  const { sheets } = workbook;
  const byName = (wanted: string): WorkSheet | undefined =>
    sheets.find((s) => s.name.toLowerCase() === wanted.toLowerCase());
  let name = typed;
  if (name.word !== undefined && byName(name.word) === undefined) {
    const word = name.word.toLowerCase();
    const named = [...workbook.names].find(([key]) => key.toLowerCase() === word)?.[1];
    const target = named === undefined ? undefined : readRangeName(named);
    if (target?.range !== undefined) name = target;
  }
  const wanted = name.sheet ?? name.word;
  const shown = sheets.filter((s) => !s.hidden);
  const sheet = wanted === undefined ? (shown.length === 1 ? shown[0] : undefined) : byName(wanted);
  if (sheet === undefined) {
    const list = sheets.map((s) => `“${s.name}”`).join(', ');
    const names = sheets.map((s) => s.name);
    return wanted === undefined
      ? fault(
          'figure-file-is-found',
          at,
          `the file “${file}” has ${sheets.length} sheets, and none is named`,
          `Write one after #: ${list}.`,
        )
      : fault(
          'figure-file-is-found',
          at,
          `the file “${file}” has no sheet “${wanted}”`,
          suggest(wanted, names) ?? `Its sheets are ${list}.`,
        );
  }
  const range = name.range ?? usedRange(sheet);
  if (range === undefined)
    return fault(
      'figure-file-is-found',
      at,
      `the sheet “${sheet.name}” of “${file}” is empty`,
      'Name another sheet.',
    );
  const diagnostics: Diagnostic[] = [
    ...hiddenParts(sheet, file, range, at),
    ...mergedParts(sheet, file, range, at),
  ];
  const rows: FigureRow[] = [];
  for (let r = range.top; r <= range.bottom; r++) {
    const row = sheet.rows.get(r);
    if (row === undefined) continue;
    const cells: FigureCell[] = [];
    let filled = false;
    for (let c = range.left; c <= range.right; c++) {
      const cell = row.get(c);
      const place = `${file}, sheet ${sheet.name}, cell ${cellAddress(r, c)}`;
      if (cell !== undefined) filled = true;
      if (cell?.kind === 'fault')
        diagnostics.push(error('sheet-cells-are-values', at, `${place} ${cell.fault}`, { hint: cell.hint }));
      cells.push({ text: cell?.kind === 'text' ? cell.text : '', span: at, place });
    }
    if (filled) rows.push({ cells, span: at });
  }
  if (rows.length === 0)
    return fault(
      'figure-file-is-found',
      at,
      `${file}, sheet ${sheet.name} has nothing in ${rangeText(range)}`,
      'Check which cells hold the figures.',
    );
  return { value: rows, diagnostics };
}

function rangeText(range: CellRange): string {
  return `${cellAddress(range.top, range.left)}:${cellAddress(range.bottom, range.right)}`;
}

/** From the first cell to the last that hold something. */
function usedRange(sheet: WorkSheet): CellRange | undefined {
  const rows = [...sheet.rows.keys()];
  const columns = [...sheet.rows.values()].flatMap((row) => [...row.keys()]);
  const [top, bottom] = ends(rows);
  const [left, right] = ends(columns);
  return top === undefined || left === undefined
    ? undefined
    : { top, bottom: bottom ?? top, left, right: right ?? left };
}

function ends(numbers: readonly number[]): readonly [number?, number?] {
  if (numbers.length === 0) return [];
  return [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
}

function hiddenParts(sheet: WorkSheet, file: string, range: CellRange, at: Span): readonly Diagnostic[] {
  const hint =
    'Show it in Excel, delete it, or name cells without it; what is hidden would be published unseen.';
  const say = (what: string): Diagnostic => error('sheet-shows-its-cells', at, `${file}, ${what}`, { hint });
  if (sheet.hidden) return [say(`sheet ${sheet.name} is hidden in Excel`)];
  const faults: Diagnostic[] = [];
  for (const [r, row] of sheet.rows) {
    if (r < range.top || r > range.bottom) continue;
    const inside = [...row.keys()].some((c) => c >= range.left && c <= range.right);
    if (inside && sheet.hiddenRows.has(r))
      faults.push(say(`sheet ${sheet.name}, row ${r + 1} is hidden in Excel`));
  }
  for (const c of sheet.hiddenColumns) {
    if (c < range.left || c > range.right) continue;
    const letters = cellAddress(0, c).replace(/\d+$/, '');
    faults.push(say(`sheet ${sheet.name}, column ${letters} is hidden in Excel`));
  }
  return faults;
}

function mergedParts(sheet: WorkSheet, file: string, range: CellRange, at: Span): readonly Diagnostic[] {
  return sheet.merged.flatMap((ref) => {
    const area = readRange(ref);
    const apart =
      area === undefined ||
      area.bottom < range.top ||
      area.top > range.bottom ||
      area.right < range.left ||
      area.left > range.right;
    if (apart) return [];
    return [
      error('sheet-cells-are-values', at, `${file}, sheet ${sheet.name}, cells ${ref} are merged`, {
        hint: 'Unmerge them in Excel and type the value into each cell it belongs to, or name cells without them.',
      }),
    ];
  });
}
