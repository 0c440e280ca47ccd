/** Notes what a paper reads outside itself, so that a later change is known to touch it or not. */
import type { Checked } from '../diagnostics/diagnostic.js';
import type { DataNode } from '../source/data-node.js';
import type { Span } from '../source/span.js';
import type { CalculationPaper, CalculationWorld, SheetRow } from './world.js';

/** What one paper read, and what it was given. */
export interface Reads {
  /** Values of data files and registers, by dotted path. */
  readonly data: Map<string, { readonly path: readonly string[]; readonly node: DataNode | undefined }>;
  /** Names of data files and registers that a suggestion was looked for among; `undefined` where none was. */
  readonly names: { given: readonly string[] | undefined };
  /** Rows of files of figures, by the words that name them. */
  readonly tables: Map<
    string,
    { readonly at: Span; readonly rows: Checked<readonly SheetRow[]> | undefined }
  >;
  /** Papers of types that queries asked for. */
  readonly papers: Map<string, readonly CalculationPaper[]>;
  /** Days that were asked to be bank holidays, and the answers. */
  readonly holidays: Map<string, boolean>;
}

/** Nothing read yet. */
export function noReads(): Reads {
  return {
    data: new Map(),
    names: { given: undefined },
    tables: new Map(),
    papers: new Map(),
    holidays: new Map(),
  };
}

/** The same world, which notes in `reads` what is asked of it. */
export function trackedWorld(world: CalculationWorld, reads: Reads): CalculationWorld {
  return {
    ...world,
    data: {
      value: (path) => {
        const key = path.join('.');
        const known = reads.data.get(key);
        if (known !== undefined) return known.node;
        const node = world.data.value(path);
        reads.data.set(key, { path, node });
        return node;
      },
      names: () => (reads.names.given = world.data.names?.() ?? []),
    },
    papersOf: (type) => {
      const papers = world.papersOf?.(type) ?? [];
      reads.papers.set(type, papers);
      return papers;
    },
    isHoliday: (date) => {
      const holiday = world.isHoliday?.(date) ?? false;
      reads.holidays.set(date, holiday);
      return holiday;
    },
    ...(world.readTable === undefined
      ? {}
      : {
          readTable: (source, at) => {
            const rows = world.readTable?.(source, at) ?? { value: undefined, diagnostics: [] };
            reads.tables.set(source, { at, rows });
            return rows;
          },
        }),
  };
}

/** Whether another world answers every question as before. `places` counts where the answers stand in their files. */
export function answersAlike(reads: Reads, world: CalculationWorld, places: boolean): boolean {
  for (const { path, node } of reads.data.values())
    if (!sameNode(node, world.data.value(path), places)) return false;
  const { given } = reads.names;
  if (given !== undefined && given.join(' ') !== (world.data.names?.() ?? []).join(' ')) return false;
  for (const [date, holiday] of reads.holidays)
    if ((world.isHoliday?.(date) ?? false) !== holiday) return false;
  for (const [source, { at, rows }] of reads.tables)
    if (!sameRows(rows, world.readTable?.(source, at))) return false;
  return true;
}

/** Whether queries find the very same papers as before, unchanged and in the same order. */
export function papersAlike(reads: Reads, world: CalculationWorld): boolean {
  for (const [type, papers] of reads.papers) {
    const now = world.papersOf?.(type) ?? [];
    if (now.length !== papers.length || papers.some((paper, i) => paper !== now[i])) return false;
  }
  return true;
}

function sameSpan(a: Span, b: Span): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end;
}

/** Whether two nodes say the same. */
export function sameNode(a: DataNode | undefined, b: DataNode | undefined, places: boolean): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a.kind !== b.kind) return false;
  if (places && !sameSpan(a.span, b.span)) return false;
  switch (a.kind) {
    case 'scalar':
      return b.kind === 'scalar' && a.text === b.text && a.quoted === b.quoted;
    case 'list':
      return (
        b.kind === 'list' &&
        a.items.length === b.items.length &&
        a.items.every((item, i) => sameNode(item, b.items[i], places))
      );
    case 'map':
      return (
        b.kind === 'map' &&
        a.entries.length === b.entries.length &&
        a.entries.every((entry, i) => {
          const other = b.entries[i];
          return entry.key === other?.key && sameNode(entry.value, other.value, places);
        })
      );
  }
}

function sameRows(
  a: Checked<readonly SheetRow[]> | undefined,
  b: Checked<readonly SheetRow[]> | undefined,
): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a.value?.length !== b.value?.length) return false;
  if (a.diagnostics.length > 0 || b.diagnostics.length > 0) return false;
  return (a.value ?? []).every((row, r) => {
    const other = b.value?.[r];
    return (
      row.cells.length === other?.cells.length &&
      sameSpan(row.span, other.span) &&
      row.cells.every((cell, c) => {
        const twin = other.cells[c];
        return cell.text === twin?.text && sameSpan(cell.span, twin.span);
      })
    );
  });
}
