/** Finds what a reference means: tables by near and far names, rows and columns by label. */
import { indexPapers } from '../model/paper-index.js';
import type { PaperIndex } from '../model/paper-index.js';
import { didYouMean, normalise } from './labels.js';
import type { Grid } from './grid.js';
import { labelIndex } from './label-index.js';
import type { CalculationPaper } from './world.js';

/** Tables of all papers, found by address. */
export interface TableDirectory {
  readonly papers: readonly CalculationPaper[];
  /** Grids of a paper by the id of the table. */
  tables(paper: CalculationPaper): ReadonlyMap<string, Grid>;
  /** Papers by reference. */
  readonly index: PaperIndex<CalculationPaper>;
}

export interface Missing {
  readonly rule: 'table-exists' | 'paper-exists' | 'paper-is-clear';
  readonly message: string;
  readonly hint?: string;
}

/** Whether something was found. */
export type Found<T> = { readonly found: T } | { readonly missing: Missing };

/** The table that `reference` names from within `from` (`here` is the paper that messages call this one): `t`, `#t`, `draft-budget#t`, `5b/draft-budget#t`, `papers/kind/paper#t`. */
export function findTable(
  reference: string,
  from: CalculationPaper | undefined,
  directory: TableDirectory,
  here = from,
): Found<Grid> {
  const hash = reference.indexOf('#');
  const paperPart = hash > 0 ? reference.slice(0, hash) : '';
  const id = reference.slice(hash + 1);
  let paper = from;
  if (paperPart !== '') {
    const result = findPaper(paperPart, from, directory);
    if ('missing' in result) return result;
    paper = result.found;
  }
  if (paper === undefined)
    return {
      missing: {
        rule: 'paper-exists',
        message: `“${reference}” names no paper`,
        hint: 'Write the paper before the #, as in draft-budget#revenue-resources.',
      },
    };
  const tables = directory.tables(paper);
  const grid = tables.get(id);
  if (grid !== undefined) return { found: grid };
  const where = paper === here ? 'this paper' : `the paper “${paper.id}”`;
  const hint =
    didYouMean(id, tables.keys()) ??
    elsewhere(id, directory) ??
    (tables.size === 0
      ? 'No table there has an id: write {#id} at the end of its caption.'
      : `Its tables are ${[...tables.keys()].map((t) => `“${t}”`).join(', ')}.`);
  return { missing: { rule: 'table-exists', message: `there is no table “${id}” in ${where}`, hint } };
}

function elsewhere(id: string, directory: TableDirectory): string | undefined {
  const holder = directory.papers.find((p) => directory.tables(p).has(id));
  return holder === undefined ? undefined : `The paper “${holder.id}” has one: write ${holder.id}#${id}.`;
}

/** Finds, among some papers, the paper that the reference to a table names from within another; nothing where it is not clear. */
export function findPaperOf(
  papers: readonly CalculationPaper[],
): (reference: string, from: CalculationPaper) => CalculationPaper | undefined {
  const index = indexPapers(papers);
  return (reference, from) => {
    const hash = reference.indexOf('#');
    if (hash <= 0) return from;
    const result = index.find(reference.slice(0, hash), from);
    return result.kind === 'found' ? result.place : undefined;
  };
}

/** The paper that a reference names, or why there is none (format, section 1). */
function findPaper(
  reference: string,
  from: CalculationPaper | undefined,
  { index, papers }: TableDirectory,
): Found<CalculationPaper> {
  const result = index.find(reference, from);
  if (result.kind === 'found') return { found: result.place };
  const id = reference.slice(reference.lastIndexOf('/') + 1);
  if (result.kind === 'several') {
    const names = result.places.slice(0, 3).map((paper) => fullName(paper));
    return {
      missing: {
        rule: 'paper-is-clear',
        message: `${result.places.length} papers are called “${id}”`,
        hint: `Say which: ${names.join(' or ')}.`,
      },
    };
  }
  const named = papers.filter((paper) => paper.id === id).slice(0, 3);
  const hint =
    named.length > 0
      ? `There is ${named.map((paper) => fullName(paper)).join(' and ')}.`
      : didYouMean(
          id,
          papers.map((paper) => paper.id),
        );
  return {
    missing: {
      rule: 'paper-exists',
      message: `there is no paper “${reference}”`,
      ...(hint === undefined ? {} : { hint }),
    },
  };
}

function fullName(paper: CalculationPaper): string {
  if (paper.meeting === undefined)
    return `papers/${paper.kind === undefined ? '' : `${paper.kind}/`}${paper.id}`;
  return `${paper.meeting}/${paper.item === undefined ? '' : `${paper.item}/`}${paper.id}`;
}

/** Rows that a path of labels names: `[Total]`, or `[Children > Savings to find]` through the group. */
export function findRows(grid: Grid, path: readonly string[]): readonly number[] {
  const index = labelIndex(grid);
  const last = normalise(path.at(-1) ?? '');
  if (path.length === 1) {
    const key = index.rowKeys.get(last);
    if (key !== undefined) return [key];
    return withFigures(grid, index.rows.get(last) ?? []);
  }
  const upper = path.slice(0, -1).map(normalise);
  const key = index.rowKeys.get(last);
  const candidates = key === undefined ? withFigures(grid, index.rows.get(last) ?? []) : [key];
  return candidates.filter((r) => {
    const row = grid.rows[r];
    if (row === undefined) return false;
    const over = [row.group ?? '', row.groupKey ?? '', ...row.labels.slice(0, -1)].map(normalise);
    return upper.every((label) => over.includes(label));
  });
}

/** Without group headings, which hold no figures, where other rows have the label too: a subtotal is often called after its group. */
function withFigures(grid: Grid, rows: readonly number[]): readonly number[] {
  const others = rows.filter((r) => grid.rows[r]?.kind !== 'group');
  return others.length === 0 ? rows : others;
}

/** Columns that a path of labels names. */
export function findColumns(grid: Grid, path: readonly string[]): readonly number[] {
  const index = labelIndex(grid);
  const last = normalise(path.at(-1) ?? '');
  const key = index.columnKeys.get(last);
  if (path.length === 1) return key !== undefined ? [key] : (index.columns.get(last) ?? []);
  const candidates = key === undefined ? (index.columns.get(last) ?? []) : [key];
  const upper = path.slice(0, -1).map(normalise);
  return candidates.filter((c) => {
    const over = (grid.columns[c]?.path ?? []).slice(0, -1).map(normalise);
    return upper.every((label) => over.includes(label));
  });
}

/** Labels of rows, for messages. */
export function rowLabels(grid: Grid): readonly string[] {
  return grid.rows.filter((row) => row.kind !== 'note').flatMap((row) => labelAndKey(row.label, row.key));
}

/** Labels of columns, for messages. */
export function columnLabels(grid: Grid): readonly string[] {
  return grid.columns.flatMap((c) => labelAndKey(c.path.at(-1) ?? '', c.key)).filter((l) => l !== '');
}

/** Both where they differ: “Service” and “service” are one name to an author. */
function labelAndKey(label: string, key: string | undefined): readonly string[] {
  return key === undefined || normalise(key) === normalise(label) ? [label] : [label, key];
}
