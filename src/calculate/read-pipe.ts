/** Turns a pipe table as typed into the grid that is calculated (format, section 4). */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { error, warning } from '../diagnostics/diagnostic.js';
import type { AuthoredInline } from '../model/inline.js';
import { plainText } from '../model/inline.js';
import type { ColumnType, RowKind } from '../model/table.js';
import { columnTypes } from '../model/table.js';
import type { SourceCell, SourceRow, TableSource } from '../model/table-source.js';
import type { Span } from '../source/span.js';
import { readCell } from './cell-text.js';
import type { FormulaCache } from './cell-text.js';
import { readFigure } from './figure.js';
import type { Cell, Grid, GridColumn, GridHeadCell, GridRow } from './grid.js';
import { aboveRanges } from './grid.js';
import { normalise } from './labels.js';
import { parseUnit } from './unit.js';
import type { Unit } from './unit.js';
import { blank } from './value.js';
import type { CalculationPaper, CalculationWorld } from './world.js';

/** What reading a table needs beside the table. */
export interface ReadContext {
  readonly paper: CalculationPaper;
  readonly world: CalculationWorld;
  readonly cache: FormulaCache;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Declared words of the house and of a table, by their normal form. */
export function declaredWords(
  house: readonly string[],
  own: string | undefined,
): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const word of [...house, ...(own ?? '').split(',')]) {
    const trimmed = word.trim();
    if (trimmed !== '') words.set(normalise(trimmed), trimmed);
  }
  return words;
}

/** The type of a column of figures, by its unit. */
export function typeOfUnit(unit: Unit | undefined): ColumnType {
  switch (unit?.family) {
    case 'money':
      return 'money';
    case 'percent':
      return 'percent';
    case 'fte':
      return 'fte';
    default:
      return 'number';
  }
}

/** Whether cells of the type hold figures. */
export function isNumericType(type: ColumnType): boolean {
  return ['money', 'number', 'percent', 'fte', 'score'].includes(type);
}

/** Reads a whole number of decimals from an attribute or a key. */
export function readDecimals(text: string | undefined): number | undefined {
  return text !== undefined && /^\d$/.test(text.trim()) ? Number(text) : undefined;
}

/** Totals that a later total adds up are subtotals. */
export function markSubtotals(grid: Grid): void {
  const ranges = aboveRanges(grid);
  for (const row of grid.rows) {
    const range = ranges[row.index];
    if (row.kind !== 'total' || range?.kind !== 'totals') continue;
    const adds = row.cells.some(
      ({ input }) =>
        (input.kind === 'formula' || input.kind === 'stated') && /\bABOVE\b/i.test(input.formula.text),
    );
    if (!adds) continue;
    for (let i = 0; i < range.count; i++) {
      const part = grid.rows[range.rows[i] ?? -1];
      if (part?.kind === 'total') part.kind = 'subtotal';
    }
  }
}

/** Reads a pipe table. */
export function readPipeTable(source: TableSource, context: ReadContext): Grid {
  const values = source.attributes?.values ?? {};
  const unit = parseUnit(values.unit?.text ?? '');
  const decimals = readDecimals(values.decimals?.text);
  const words = declaredWords(context.world.style.words, values.words?.text);
  const rounding = values.tolerance?.text === 'rounding';
  const width = Math.max(0, ...source.head.map((r) => r.cells.length), source.align.length);
  const head = readHead(source, width);
  const columns = readColumns(source, width, head, { unit, decimals, rounding });
  const numeric = columns.findIndex((c) => c.numeric);
  const labelColumns = numeric < 0 ? Math.min(1, width) : numeric;
  const note = values.note?.text;
  const number = context.paper.tableNumbers.get(source);
  const grid: Grid = {
    paper: context.paper,
    block: source,
    span: source.span,
    ...(source.attributes?.id === undefined ? {} : { id: source.attributes.id }),
    ...(number === undefined ? {} : { number }),
    caption: source.caption ?? [],
    ...(unit === undefined ? {} : { unit }),
    ...(decimals === undefined ? {} : { decimals }),
    ...(values.hint === undefined ? {} : { hint: values.hint.text }),
    words,
    notes:
      note === undefined || values.note === undefined
        ? []
        : [context.world.readInline(note, values.note.span).value ?? []],
    ...(values.layout?.text === 'landscape' || source.attributes?.classes.includes('landscape') === true
      ? { layout: 'landscape' as const }
      : {}),
    classes: source.attributes?.classes ?? [],
    ...(values.lang === undefined ? {} : { lang: values.lang.text }),
    columns,
    headRows: head.rows,
    rows: [],
    checks: [],
    labelColumns,
  };
  readRows(source, grid, context);
  markSubtotals(grid);
  return grid;
}

interface Head {
  readonly rows: readonly (readonly GridHeadCell[])[];
  /** For each column, the head cells over it from the top. */
  readonly over: readonly (readonly SourceCell[])[];
}

/** Head cells with their spans; `^` and `<` are taken into the cell above and to the left. */
function readHead(source: TableSource, width: number): Head {
  const owner: (SourceCell | undefined)[][] = [];
  const made = new Map<SourceCell, { row: number; column: number; colSpan: number; rowSpan: number }>();
  source.head.forEach((row, r) => {
    const line: (SourceCell | undefined)[] = [];
    for (let c = 0; c < width; c++) {
      const cell = row.cells[c];
      const raw = cell?.raw;
      const above = owner[r - 1]?.[c];
      const left = line[c - 1];
      if (raw === '^' && above !== undefined) {
        const extent = made.get(above);
        if (extent !== undefined) extent.rowSpan = Math.max(extent.rowSpan, r - extent.row + 1);
        line.push(above);
      } else if (raw === '<' && left !== undefined) {
        const extent = made.get(left);
        if (extent !== undefined) extent.colSpan = Math.max(extent.colSpan, c - extent.column + 1);
        line.push(left);
      } else {
        line.push(cell);
        if (cell !== undefined) made.set(cell, { row: r, column: c, colSpan: 1, rowSpan: 1 });
      }
    }
    owner.push(line);
  });
  const rows = source.head.map((_, r) => {
    const cells: GridHeadCell[] = [];
    for (const [cell, extent] of made) {
      if (extent.row !== r) continue;
      const hint = cell.attributes?.values.hint?.text;
      cells.push({
        content: cell.content,
        column: extent.column,
        colSpan: extent.colSpan,
        rowSpan: extent.rowSpan,
        ...(hint === undefined ? {} : { hint }),
      });
    }
    return cells.sort((a, b) => a.column - b.column);
  });
  const over = Array.from({ length: width }, (_, c) => {
    const cells: SourceCell[] = [];
    for (const line of owner) {
      const cell = line[c];
      if (cell !== undefined && !cells.includes(cell)) cells.push(cell);
    }
    return cells;
  });
  return { rows, over };
}

function readColumns(
  source: TableSource,
  width: number,
  head: Head,
  table: {
    readonly unit: Unit | undefined;
    readonly decimals: number | undefined;
    readonly rounding: boolean;
  },
): GridColumn[] {
  return Array.from({ length: width }, (_, c) => {
    const over = head.over[c] ?? [];
    const value = (name: string): string | undefined =>
      over.map((cell) => cell.attributes?.values[name]?.text).findLast((text) => text !== undefined);
    const ownUnit = parseUnit(value('unit') ?? '');
    const unit = ownUnit ?? table.unit;
    const typed = columnTypes.find((t) => t === value('type'));
    const decimals = readDecimals(value('decimals')) ?? table.decimals;
    const numeric =
      typed === undefined ? source.align[c] === 'right' || ownUnit !== undefined : isNumericType(typed);
    const path = over.map((cell) => cellText(cell)).filter((label) => label !== '');
    const key = over.map((cell) => cell.attributes?.id).findLast((id) => id !== undefined);
    const totals = value('totals');
    return {
      index: c,
      ...(key === undefined ? {} : { key }),
      path,
      label: path.join(', '),
      type: typed ?? (numeric ? typeOfUnit(unit) : 'text'),
      numeric,
      ...(unit === undefined || !numeric ? {} : { unit }),
      ...(decimals === undefined ? {} : { decimals }),
      rounding: table.rounding || value('tolerance') === 'rounding',
      strong: over.at(-1)?.strong === true,
      span: over.at(-1)?.span ?? source.span,
      ...(totals === 'sum' || totals === 'last' || totals === 'none' ? { totals } : {}),
    };
  });
}

function cellText(cell: SourceCell): string {
  const words = plainText(cell.content).trim();
  return words === '' ? cell.text : words;
}

function readRows(source: TableSource, grid: Grid, context: ReadContext): void {
  let group: { readonly label: string; readonly key?: string } | undefined;
  const width = grid.columns.length;
  let labelsAbove: readonly string[] = [];
  source.body.forEach((row, r) => {
    const kind = rowKind(row, grid);
    const first = row.cells.slice(0, Math.max(1, grid.labelColumns));
    const labels = first.map((cell, c) =>
      cell.raw === '^' || (cell.raw === '' && kind === 'data')
        ? (labelsAbove[c] ?? '')
        : cell.raw === '<'
          ? ''
          : cellText(cell),
    );
    const own = first.findLast((cell) => !['', '^', '<'].includes(cell.raw));
    const label = own === undefined ? (labels.findLast((l) => l !== '') ?? '') : cellText(own);
    const attributes = row.cells.map((cell) => cell.attributes).find((a) => a !== undefined);
    const unit = parseUnit(attributes?.values.unit?.text ?? '');
    if (kind === 'group') group = { label, ...(attributes?.id === undefined ? {} : { key: attributes.id }) };
    const cells: Cell[] = [];
    const gridRow: GridRow = {
      index: r,
      kind,
      label,
      labels,
      ...(attributes?.id === undefined ? {} : { key: attributes.id }),
      ...(group === undefined || kind === 'group'
        ? {}
        : { group: group.label, ...(group.key === undefined ? {} : { groupKey: group.key }) }),
      cells,
      span: row.span,
    };
    grid.rows.push(gridRow);
    for (let c = 0; c < width; c++) cells.push(readPipeCell(row, r, c, grid, unit, context));
    if (row.cells.length > width) {
      context.report(
        error(
          'row-fits-table',
          row.span,
          `the row “${label}” has ${row.cells.length} cells, and the table has ${width} columns`,
          { hint: 'Take out the extra | or add a column to the head.' },
        ),
      );
    }
    if (
      kind === 'data' &&
      own?.strong !== true &&
      /^(?:grand |sub-?)?total\b/i.test(label) &&
      cells.some((cell) => cell.input.kind !== 'empty' && cell.column >= grid.labelColumns)
    ) {
      context.report(
        warning(
          'total-row-is-bold',
          own?.span ?? row.span,
          `the row “${label}” is read as an ordinary row, because its label is not bold`,
          {
            hint: `Write **${label}** if it is a total, so that ABOVE and the print treat it as one.`,
          },
        ),
      );
    }
    labelsAbove = kind === 'data' ? labels : [];
  });
}

/** A bold label with figures is a total, a bold label alone a group heading; classes say it outright. */
function rowKind(row: SourceRow, grid: Grid): RowKind {
  const classes = row.cells.flatMap((cell) => cell.attributes?.classes ?? []);
  for (const kind of ['total', 'group', 'note'] as const) if (classes.includes(kind)) return kind;
  const labelled = row.cells
    .slice(0, Math.max(1, grid.labelColumns))
    .filter((cell) => !['', '^', '<'].includes(cell.raw));
  if (labelled.at(-1)?.strong !== true) return 'data';
  if (row.cells.filter((cell) => !['', '<'].includes(cell.raw)).length === 1) return 'group';
  return row.cells.slice(grid.labelColumns).some((cell) => cell.raw !== '' && cell.raw !== '<') &&
    grid.columns.some((c) => c.numeric)
    ? 'total'
    : 'data';
}

function readPipeCell(
  row: SourceRow,
  r: number,
  c: number,
  grid: Grid,
  rowUnit: Unit | undefined,
  context: ReadContext,
): Cell {
  const source = row.cells[c];
  const column = grid.columns[c];
  if (column === undefined) throw new Error(`column ${c} of a table with ${grid.columns.length}`);
  const span = source?.span ?? { ...row.span, start: row.span.end };
  const cell = (input: Cell['input'], content: readonly AuthoredInline[], ownUnit?: Unit): Cell => {
    const unit = ownUnit ?? rowUnit ?? (column.numeric ? column.unit : undefined);
    return {
      grid,
      row: r,
      column: c,
      span,
      input,
      content,
      unit,
      decimals: column.decimals,
      origin: undefined,
      rowSpan: 1,
      colSpan: 1,
      reason: undefined,
      state: 'new',
      value: blank,
      result: undefined,
    };
  };
  if (source === undefined) return cell({ kind: 'empty' }, []);
  const from =
    source.raw === '^'
      ? grid.rows[r - 1]?.cells[c]
      : source.raw === '<'
        ? grid.rows[r]?.cells[c - 1]
        : undefined;
  if (source.raw === '^' || source.raw === '<') {
    const covered = cell({ kind: 'empty' }, []);
    if (from === undefined) {
      context.report(
        error(
          'span-has-origin',
          span,
          source.raw === '^'
            ? 'the sign ^ stands in the first row, and there is nothing above it to repeat'
            : 'the sign < stands in the first column, and there is nothing left of it',
          { hint: 'Write the words or the figure itself.' },
        ),
      );
      return covered;
    }
    const origin = from.origin ?? from;
    covered.origin = origin;
    origin.rowSpan = Math.max(origin.rowSpan, r - origin.row + 1);
    origin.colSpan = Math.max(origin.colSpan, c - origin.column + 1);
    return covered;
  }
  const ownUnit = parseUnit(source.attributes?.values.unit?.text ?? '');
  if (c < grid.labelColumns && !source.text.startsWith('='))
    return cell(
      {
        kind: source.text === '' ? 'empty' : 'text',
        ...(source.text === '' ? {} : { text: cellText(source) }),
      } as Cell['input'],
      source.content,
    );
  const input = readCell(source.text, {
    column,
    words: grid.words,
    cache: context.cache,
    name: () => `${grid.rows[r]?.label ?? ''}, ${column.label}`,
    span: source.textSpan,
    place: pipePlace(source),
    report: context.report,
  });
  const typedUnit =
    input.kind === 'figure'
      ? input.figure.unit
      : input.kind === 'stated'
        ? readFigure(input.typed)?.unit
        : undefined;
  return cell(input, source.content, typedUnit ?? (c < grid.labelColumns ? undefined : ownUnit));
}

/** Offsets in a cell's text to places in the file: each `|` was typed as `\|`, one character longer. */
function pipePlace(source: SourceCell): (start: number, end: number) => Span {
  const { text, textSpan } = source;
  const offset = (at: number): number => {
    let extra = 0;
    for (let i = text.indexOf('|'); i >= 0 && i < at; i = text.indexOf('|', i + 1)) extra++;
    return Math.min(textSpan.start + at + extra, textSpan.end);
  };
  return (start, end) => ({ file: textSpan.file, start: offset(start), end: offset(end) });
}
