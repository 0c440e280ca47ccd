/** Turns a pipe table as typed into the grid that is calculated (format, section 4). */
import { addTotalRow, readTotals, withTotal } from './automatic-totals.js';
import type { Totals } from './automatic-totals.js';
import { cellText, readColumns, readHead } from './pipe-columns.js';
import { counted, countLabelColumns, declaredWords, markSubtotals, readDecimals } from './read-context.js';
import type { ReadContext } from './read-context.js';
import { error, warning } from '../diagnostics/diagnostic.js';
import type { AuthoredInline } from '../model/inline.js';
import type { RowKind } from '../model/table.js';
import type { SourceCell, SourceRow, TableSource } from '../model/table-source.js';
import type { Span } from '../source/span.js';
import { readCell, withoutMarks } from './cell-text.js';
import { readFigure } from './figure.js';
import { placeName } from './grid.js';
import type { Cell, Grid, GridRow } from './grid.js';
import { checkAttributes } from './settings.js';
import { parseUnit } from './unit.js';
import type { Unit } from './unit.js';
import { blank } from './value.js';

/** Reads a pipe table. */
export function readPipeTable(source: TableSource, context: ReadContext): Grid {
  const values = source.attributes?.values ?? {};
  const unit = parseUnit(values.unit?.text ?? '');
  const decimals = readDecimals(values.decimals?.text);
  const words = declaredWords(context.world.style.words, values.words?.text);
  checkAttributes(source.attributes?.values, context);
  for (const row of source.head)
    for (const cell of row.cells) checkAttributes(cell.attributes?.values, context);
  checkHeadings(source, context);
  const rounding = values.tolerance?.text === 'rounding';
  const width = Math.max(0, ...source.head.map((r) => r.cells.length), source.align.length);
  const head = readHead(source, width);
  const columns = readColumns(source, width, head, { unit, decimals, rounding, words });
  const labelColumns = countLabelColumns(columns);
  const noteValue = values.notes ?? values.note;
  const number = context.paper.tableNumbers.get(source);
  const grid: Grid = {
    paper: context.paper,
    span: source.span,
    ...(source.attributes?.id === undefined ? {} : { id: source.attributes.id }),
    ...(number === undefined ? {} : { number }),
    caption: source.caption ?? [],
    ...(unit === undefined ? {} : { unit }),
    ...(decimals === undefined ? {} : { decimals }),
    ...(values.hint === undefined ? {} : { hint: values.hint.text }),
    words,
    notes:
      noteValue === undefined ? [] : [context.world.readInline(noteValue.text, noteValue.span).value ?? []],
    ...(values.layout?.text === 'landscape' || source.attributes?.classes.includes('landscape') === true
      ? { layout: 'landscape' as const }
      : {}),
    ...(values.carry?.text === 'totals' ? { carry: values.carry.span } : {}),
    classes: source.attributes?.classes ?? [],
    ...(values.lang === undefined ? {} : { lang: values.lang.text }),
    columns,
    headRows: head.rows,
    rows: [],
    checks: [],
    labelColumns,
  };
  const totals = readTotals(values.totals);
  readRows(source, grid, totals, context);
  addTotalRow(grid, totals, values.totals?.span ?? source.span, context);
  markSubtotals(grid);
  return grid;
}

/** A formula in a heading would neither be calculated nor printed. */
function checkHeadings(source: TableSource, context: ReadContext): void {
  for (const { cells } of source.head)
    for (const { text, span } of cells)
      if (text.startsWith('='))
        context.report(
          error('heading-is-words', span, `the heading “${text}” is a formula, and a heading is words`, {
            hint: 'Put the formula in a row under the heading; for words that begin with an equals sign write \\= there.',
          }),
        );
}

function readRows(source: TableSource, grid: Grid, totals: Totals | undefined, context: ReadContext): void {
  let group: { readonly label: string; readonly key?: string } | undefined;
  const width = grid.columns.length;
  let labelsAbove: readonly string[] = [];
  source.body.forEach((row, r) => {
    for (const cell of row.cells) checkAttributes(cell.attributes?.values, context);
    const kind = rowKind(row, grid, totals);
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
      ...(attributes?.id === undefined
        ? {}
        : { key: attributes.id, keySpan: attributes.idSpan ?? attributes.span }),
      ...(group === undefined || kind === 'group'
        ? {}
        : { group: group.label, ...(group.key === undefined ? {} : { groupKey: group.key }) }),
      cells,
      span: row.span,
      decimals: readDecimals(attributes?.values.decimals?.text),
      rounding: attributes?.values.tolerance?.text === 'rounding',
      because: attributes?.values.because?.text,
    };
    grid.rows.push(gridRow);
    for (let c = 0; c < width; c++)
      cells.push(withTotal(readPipeCell(row, r, c, grid, unit, context), gridRow, totals, context));
    if (row.cells.length > width) {
      context.report(
        error(
          'row-fits-table',
          row.span,
          `the row “${label}” has ${counted(row.cells.length, 'cell')}, and the table has ${counted(width, 'column')}`,
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
function rowKind(row: SourceRow, grid: Grid, totals: Totals | undefined): RowKind {
  const classes = row.cells.flatMap((cell) => cell.attributes?.classes ?? []);
  for (const kind of ['total', 'group', 'note'] as const) if (classes.includes(kind)) return kind;
  const labelled = row.cells
    .slice(0, Math.max(1, grid.labelColumns))
    .filter((cell) => !['', '^', '<'].includes(cell.raw));
  if (labelled.at(-1)?.strong !== true) return 'data';
  if (row.cells.filter((cell) => !['', '<'].includes(cell.raw)).length === 1)
    return (totals ?? 'none') !== 'none' && /^(?:grand |sub-?)?total\b/i.test(labelled.at(-1)?.text ?? '')
      ? 'total'
      : 'group';
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
      decimals: grid.rows[r]?.decimals ?? column.decimals,
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
  const { text, marks } = splitMarks(source);
  const input = readCell(text, {
    column,
    words: column.words ?? grid.words,
    cache: context.cache,
    name: () => placeName(grid, r, c),
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
  const content = source.content.length === 0 ? marks : source.content;
  return cell(input, content, typedUnit ?? (c < grid.labelColumns ? undefined : ownUnit));
}

/** Marks of notes after a figure or a formula, which is read without them. */
function splitMarks(source: SourceCell): {
  readonly text: string;
  readonly marks: readonly AuthoredInline[];
} {
  const { text, span } = source;
  if (!text.endsWith(']') || !text.includes('[^')) return { text, marks: [] };
  const start = withoutMarks(text).length;
  const marks = [...text.slice(start).matchAll(/\[\^([^\]]+)\]/g)].map((mark): AuthoredInline => ({
    kind: 'note-mark',
    note: mark[1] ?? '',
    span,
  }));
  return { text: text.slice(0, start), marks };
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
