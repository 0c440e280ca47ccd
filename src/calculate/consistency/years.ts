/** Financial years in heads and labels: years that cannot be, and columns of years out of order. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { warning } from '../../diagnostics/diagnostic.js';
import type { Grid, GridColumn } from '../grid.js';

type Report = (diagnostic: Diagnostic) => void;

/** Looks at the years of a table. */
export function checkYears(grid: Grid, report: Report): void {
  for (const column of grid.columns) impossibleYears(column.path.join(' | '), column.span, report);
  for (const row of grid.rows) {
    // A column of years has its cells checked as it is read.
    const isYear = row.cells.some(
      ({ input, column }) =>
        grid.columns[column]?.type === 'year' && input.kind === 'text' && input.text === row.label,
    );
    if (!isYear) impossibleYears(row.label, row.cells[0]?.span ?? row.span, report);
  }
  yearsOutOfOrder(grid, report);
}

const yearLike = /(?:^|[^\d/])((?:19|20)\d{2})\s?\/\s?(\d{1,2})(?![\d/])/g;
const threeParts = /(?:^|[^\d/])(\d{2})\/(\d{2})\/(\d{2})(?![\d/])/g;

/** `2019/21`, `2013/4` and `20/14/15` in a head or a label. */
function impossibleYears(text: string, span: Grid['span'], report: Report): void {
  if (!text.includes('/')) return;
  for (const [, start = '', end = ''] of text.matchAll(yearLike)) {
    const right = String((Number(start) + 1) % 100).padStart(2, '0');
    if (end === right) continue;
    report(
      warning('financial-year-exists', span, `“${start}/${end}” is not a financial year`, {
        hint: `A financial year ends in the year after it begins, as in ${start}/${right}.`,
      }),
    );
  }
  for (const [, first = '', second = '', third = ''] of text.matchAll(threeParts)) {
    // The middle of a date is a month; a year with a slash too many has none there.
    if (Number(second) <= 12 || Number(second) + 1 !== Number(third)) continue;
    report(
      warning(
        'financial-year-exists',
        span,
        `“${first}/${second}/${third}” is neither a date nor a financial year`,
        { hint: `If a financial year is meant, write 20${second}/${third}.` },
      ),
    );
  }
}

const oneYear = /(?<![\d/])(?:20)?(\d{2})\s?\/\s?(\d{2})(?![\d/])/;

/** The year of a head cell and its other words; undefined where it names none. */
function yearOf(label: string): { readonly start: number; readonly rest: string } | undefined {
  const match = oneYear.exec(label);
  if (match === null || (Number(match[1]) + 1) % 100 !== Number(match[2])) return undefined;
  const rest = `${label.slice(0, match.index)} ${label.slice(match.index + match[0].length)}`;
  return { start: 2000 + Number(match[1]), rest: rest.replace(/\s+/g, ' ').trim().toLowerCase() };
}

/** Years that run backwards, or to and fro, under one heading. "Latest year first" in the hint says that it is meant. */
function yearsOutOfOrder(grid: Grid, report: Report): void {
  if (/\bfirst\b|\bdescending\b/i.test(grid.hint ?? '')) return;
  const depth = Math.max(0, ...grid.columns.map((c) => c.path.length));
  for (let level = 0; level < depth; level++) {
    for (const run of runsOfYears(grid, level)) {
      const fault = run.find((year, i) => i > 0 && year.start < (run[i - 1]?.start ?? 0));
      const before = fault === undefined ? undefined : run[run.indexOf(fault) - 1];
      if (fault === undefined || before === undefined) continue;
      report(
        warning(
          'years-run-forward',
          fault.column.span,
          `the column “${fault.label}” stands after “${before.label}”`,
          {
            hint: 'Put the columns in the order of the years; if the latest is to stand first, say so to readers with hint="latest year first" on the caption line.',
          },
        ),
      );
    }
  }
}

interface YearColumn {
  readonly start: number;
  readonly rest: string;
  readonly label: string;
  readonly column: GridColumn;
}

/** Neighbouring columns under one heading that differ in nothing but their year. */
function runsOfYears(grid: Grid, level: number): readonly (readonly YearColumn[])[] {
  const runs: YearColumn[][] = [];
  let parent: string | undefined;
  for (const column of grid.columns) {
    const label = column.path[level] ?? '';
    const year = yearOf(label);
    const own = column.path.slice(0, level).join('\n');
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (year === undefined) parent = undefined;
    else if (run === undefined || last === undefined || own !== parent || last.rest !== year.rest)
      runs.push([{ ...year, label, column }]);
    else if (last.label !== label) run.push({ ...year, label, column });
    if (year !== undefined) parent = own;
  }
  return runs;
}
