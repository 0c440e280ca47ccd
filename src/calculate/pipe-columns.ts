/** Reads the head of a pipe table: spans, labels, and what each column holds. */
import { plainText } from '../model/inline.js';
import { columnTypes } from '../model/table.js';
import type { SourceCell, TableSource } from '../model/table-source.js';
import type { GridColumn, GridHeadCell } from './grid.js';
import { declaredWords, isNumericType, readDecimals, typeOfUnit } from './read-context.js';
import type { Unit } from './unit.js';
import { parseUnit } from './unit.js';

/** The head of a pipe table with its spans. */
export interface PipeHead {
  readonly rows: readonly (readonly GridHeadCell[])[];
  /** For each column, the head cells over it from the top. */
  readonly over: readonly (readonly SourceCell[])[];
}

/** Head cells with their spans; `^` and `<` are taken into the cell above and to the left. */
export function readHead(source: TableSource, width: number): PipeHead {
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

/** The columns: labels, units and types as the head and the caption line say. */
export function readColumns(
  source: TableSource,
  width: number,
  head: PipeHead,
  table: {
    readonly unit: Unit | undefined;
    readonly decimals: number | undefined;
    readonly rounding: boolean;
    readonly words: ReadonlyMap<string, string>;
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
    const keyed = over.map((cell) => cell.attributes).findLast((a) => a?.id !== undefined);
    const key = keyed?.id;
    const totals = value('totals');
    const fact = value('fact');
    return {
      index: c,
      ...(key === undefined ? {} : { key, keySpan: keyed?.idSpan ?? keyed?.span }),
      path,
      label: path.join(', '),
      type: typed ?? (numeric ? typeOfUnit(unit) : 'text'),
      numeric,
      ...(unit === undefined || !numeric ? {} : { unit }),
      ...(decimals === undefined ? {} : { decimals }),
      rounding: table.rounding || value('tolerance') === 'rounding',
      strong: over.at(-1)?.strong === true,
      ...(value('words') === undefined
        ? {}
        : { words: new Map([...table.words, ...declaredWords([], value('words'))]) }),
      span: over.at(-1)?.span ?? source.span,
      ...(totals === 'sum' || totals === 'last' || totals === 'none' ? { totals } : {}),
      ...(fact === undefined ? {} : { fact }),
    };
  });
}

/** The plain words of a cell, or what was typed where it has none. */
export function cellText(cell: SourceCell): string {
  const words = plainText(cell.content).trim();
  return words === '' ? cell.text : words;
}
