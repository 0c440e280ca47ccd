/** Finds what a reference means: tables by near and far names, rows and columns by label. */
import { didYouMean, normalise } from './labels.js';
import type { Grid } from './grid.js';
import { labelIndex } from './grid.js';
import type { CalculationPaper } from './world.js';

/** Tables of all papers, found by address. */
export interface TableDirectory {
  readonly papers: readonly CalculationPaper[];
  /** Grids of a paper by the id of the table. */
  tables(paper: CalculationPaper): ReadonlyMap<string, Grid>;
  /** Papers with an id. */
  byId(id: string): readonly CalculationPaper[];
}

export interface Missing {
  readonly rule: 'table-exists' | 'paper-exists' | 'paper-is-clear';
  readonly message: string;
  readonly hint?: string;
}

/** Whether something was found. */
export type Found<T> = { readonly found: T } | { readonly missing: Missing };

/** The table that `reference` names from within `from`: `t`, `#t`, `draft-budget#t`, `5b/draft-budget#t`, `papers/kind/paper#t`. */
export function findTable(
  reference: string,
  from: CalculationPaper | undefined,
  directory: TableDirectory,
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
  const where = paper === from ? 'this paper' : `the paper “${paper.id}”`;
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
  const byId = new Map<string, CalculationPaper[]>();
  for (const paper of papers) {
    const named = byId.get(paper.id);
    if (named === undefined) byId.set(paper.id, [paper]);
    else named.push(paper);
  }
  const directory: TableDirectory = {
    papers,
    tables: () => new Map(),
    byId: (id) => byId.get(id) ?? [],
  };
  return (reference, from) => {
    const hash = reference.indexOf('#');
    if (hash <= 0) return from;
    const result = findPaper(reference.slice(0, hash), from, directory);
    return 'found' in result ? result.found : undefined;
  };
}

/** Near to far: item, meeting, shared papers, then the whole site, where the id must be the only one (format, section 1). */
function findPaper(
  reference: string,
  from: CalculationPaper | undefined,
  directory: TableDirectory,
): Found<CalculationPaper> {
  const parts = reference.split('/');
  const id = parts.at(-1) ?? '';
  const folder = parts.slice(0, -1).join('/');
  const named = directory.byId(id);
  const one = (papers: readonly CalculationPaper[]): Found<CalculationPaper> | undefined => {
    const [first, second] = papers;
    if (first === undefined) return undefined;
    if (second === undefined) return { found: first };
    return {
      missing: {
        rule: 'paper-is-clear',
        message: `${papers.length} papers are called “${id}”`,
        hint: `Say which: ${papers
          .slice(0, 3)
          .map((p) => fullName(p))
          .join(' or ')}.`,
      },
    };
  };
  let result: Found<CalculationPaper> | undefined;
  if (folder === '') {
    const near =
      from === undefined ? [] : named.filter((p) => p.meeting === from.meeting && p.meeting !== undefined);
    result =
      one(near.filter((p) => p.item === from?.item)) ??
      one(near) ??
      one(named.filter((p) => p.meeting === undefined && p.kind === from?.kind)) ??
      one(named.filter((p) => p.meeting === undefined)) ??
      one(named);
  } else {
    const inFolder = named.filter((p) => {
      if (p.kind !== undefined && (folder === `papers/${p.kind}` || folder === p.kind)) return true;
      if (p.item === undefined) return folder === 'papers' && p.meeting === undefined;
      return folder === `${p.meeting ?? ''}/${p.item}` || (folder === p.item && p.meeting === from?.meeting);
    });
    result = one(inFolder);
  }
  if (result !== undefined) return result;
  const ids = directory.papers.map((p) => p.id);
  const hint =
    named.length > 0
      ? `There is ${named
          .slice(0, 3)
          .map((p) => fullName(p))
          .join(' and ')}.`
      : didYouMean(id, ids);
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
    return index.rows.get(last) ?? [];
  }
  const upper = path.slice(0, -1).map(normalise);
  const key = index.rowKeys.get(last);
  const candidates = key === undefined ? (index.rows.get(last) ?? []) : [key];
  return candidates.filter((r) => {
    const row = grid.rows[r];
    if (row === undefined) return false;
    const over = [row.group ?? '', row.groupKey ?? '', ...row.labels.slice(0, -1)].map(normalise);
    return upper.every((label) => over.includes(label));
  });
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
  return grid.rows
    .filter((row) => row.kind !== 'note')
    .flatMap((row) => (row.key === undefined ? [row.label] : [row.label, row.key]));
}

/** Labels of columns, for messages. */
export function columnLabels(grid: Grid): readonly string[] {
  return grid.columns
    .flatMap((c) => [c.path.at(-1) ?? '', ...(c.key === undefined ? [] : [c.key])])
    .filter((l) => l !== '');
}
