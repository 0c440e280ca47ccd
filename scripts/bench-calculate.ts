/** `node dist/scripts/bench-calculate.js`: times the calculation of 2,000 tables, its growth with size, and one changed figure. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { calculate, recalculate } from '#tabled/calculate/calculate.js';
import type { Calculated, CalculationPaper, CalculationWorld } from '#tabled/calculate/calculate.js';
import { readInline, readMarkdown } from '#tabled/markdown/read.js';
import type { MarkdownContext } from '#tabled/markdown/read.js';
import type { DataBlock, TableSource } from '#tabled/model/table-source.js';
import { parseYaml } from '#tabled/source/yaml.js';

/** Papers of size 1: each has four tables of 50 formulas, so 2,000 tables and 100,000 formulas. */
const papersAtOne = 500;
const tablesOfPaper = 4;
const runs = 5;
/** Changes are timed once the program is warm, as in a preview that runs all day. */
const changes = 25;

const context: MarkdownContext = { include: () => undefined, citationPrefixes: new Set() };

const world: CalculationWorld = {
  data: { value: () => undefined },
  style: { negative: 'minus', words: ['tbc', 'n/a'] },
  readInline: (text, at) => readInline(text, at, context),
  parseYaml,
};

/** A table as reports have them: ten services, five columns, sums down and across, stated totals, a figure of another paper. */
function tableText(paper: number, table: number, figure: (row: number, column: number) => string): string {
  const rows = Array.from({ length: 10 }, (_, r) => {
    const [before, growth, savings] = [figure(r, 0), figure(r, 1), figure(r, 2)];
    return `| Service ${r + 1} | ${before} | ${growth} | ${savings} | =[@Budget] + [@Growth] + [@Savings] | =PERCENT([@Savings], [@Budget]) | =[@Net] * 1.02 | =IF([@Net] > 5, [@Net], 5) |`;
  });
  const from = paper % 10 === 0 ? '=[Service 1, Growth]' : `=paper-${paper - 1}#table-${table}[Total, Net]`;
  return [
    '| Service | Budget | Growth | Savings | Net | Saved {unit=%} | Next year | At least |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...rows,
    '| **Total** | =SUM(ABOVE) | =SUM(ABOVE) | =SUM(ABOVE) | =SUM(ABOVE) | =PERCENT([@Savings], [@Budget]) | =SUM(ABOVE) | =SUM(ABOVE) |',
    `| Brought forward | ${from} | 0 | 0 | =[@Budget] + [@Growth] + [@Savings] | | =[@Net] * 1.02 | |`,
    '',
    `: Budget ${table} {#table-${table} unit=£m decimals=3}`,
    '',
  ].join('\n');
}

/** A figure with three decimals, made from its place: the same in every run. */
function figureAt(seed: number): string {
  return ((((seed * 7919) % 9973) + 1) / 1000).toFixed(3);
}

function makePaper(p: number, change = 0): CalculationPaper {
  const text = Array.from({ length: tablesOfPaper }, (_, t) =>
    tableText(p, t, (row, column) =>
      figureAt(p * 1000 + t * 100 + row * 3 + column + (t === 0 && row === 0 ? change : 0)),
    ),
  ).join('\n');
  const path = `paper-${p}.md`;
  const document = readMarkdown({ path, text }, 0, context).value;
  if (document === undefined) throw new Error('no paper was read');
  const tables = document.blocks.filter((block): block is TableSource => block.kind === 'table-source');
  const numbers = new Map<TableSource | DataBlock, number>(tables.map((table, i) => [table, i + 1]));
  return {
    address: `papers/paper-${p}`,
    id: `paper-${p}`,
    document,
    values: new Map(),
    tableNumbers: numbers,
  };
}

/** Papers in chains of ten, so that a change reaches nine others at most. */
function makePapers(size: number): readonly CalculationPaper[] {
  return Array.from({ length: papersAtOne * size }, (_, p) => makePaper(p));
}

function print({ calculation }: Calculated, papers: readonly CalculationPaper[]): number {
  let cells = 0;
  for (const paper of papers)
    for (const block of paper.tableNumbers.keys())
      cells += calculation.table(paper, block)?.rows.reduce((sum, row) => sum + row.cells.length, 0) ?? 0;
  return cells;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function timed<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = run();
  return { value, ms: performance.now() - start };
}

interface Measured {
  readonly formulas: number;
  readonly calculating: number;
  readonly printing: number;
  /** A figure changed: calculated again. */
  readonly oneChange: number;
  /** The tables that changed, printed again. */
  readonly printingAgain: number;
  readonly evaluatedAgain: number;
}

function formulasIn(papers: readonly CalculationPaper[]): number {
  let count = 0;
  for (const paper of papers)
    for (const block of paper.tableNumbers.keys())
      if (block.kind === 'table-source')
        for (const row of block.body) count += row.cells.filter((cell) => cell.raw.startsWith('=')).length;
  return count;
}

function measure(size: number): Measured {
  const papers = makePapers(size);
  const calculating: number[] = [];
  const printing: number[] = [];
  for (let i = 0; i < runs; i++) {
    const made = timed(() => calculate(papers, world));
    if (made.value.diagnostics.length > 0) throw new Error(made.value.diagnostics[0]?.message);
    calculating.push(made.ms);
    printing.push(timed(() => print(made.value, papers)).ms);
  }
  const changing: number[] = [];
  const printingAgain: number[] = [];
  let evaluatedAgain = 0;
  let current = { papers, calculated: calculate(papers, world) };
  for (let i = 1; i <= changes; i++) {
    const changed = papers.length - 5;
    const next = current.papers.map((paper, p) => (p === changed ? makePaper(p, i) : paper));
    const made = timed(() => recalculate(current.calculated.calculation, next));
    changing.push(made.ms);
    const { evaluated } = made.value.calculation;
    printingAgain.push(
      timed(() => {
        for (const paper of next) if (evaluated.has(paper.address)) print(made.value, [paper]);
      }).ms,
    );
    evaluatedAgain = made.value.calculation.evaluated.size;
    current = { papers: next, calculated: made.value };
  }
  return {
    formulas: formulasIn(papers),
    calculating: median(calculating),
    printing: median(printing),
    printingAgain: median(printingAgain),
    oneChange: median(changing),
    evaluatedAgain,
  };
}

/** The most memory that the process held while everything was calculated and printed once. */
function peakMemory(size: number): number {
  const papers = makePapers(size);
  print(calculate(papers, world), papers);
  return process.resourceUsage().maxRSS / 1024;
}

/** Each measurement runs in a process of its own, so that none pays for the rubbish of another. */
function apart(task: string, size: number): unknown {
  const self = fileURLToPath(import.meta.url);
  const run = spawnSync(process.execPath, [...process.execArgv, self, task, String(size)], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

function report(size: number): string {
  const measured = apart('time', size) as Measured;
  const megabytes = apart('memory', size) as number;
  const each = (measured.calculating / measured.formulas) * 1000;
  return [
    `${String(size)}x`.padStart(3),
    `${String(measured.formulas).padStart(7)} formulas`,
    `calculated in ${(measured.calculating / 1000).toFixed(2)} s`,
    `(${each.toFixed(1)} µs each)`,
    `printed in ${(measured.printing / 1000).toFixed(2)} s`,
    `peak ${megabytes.toFixed(0)} MB`,
    `one figure changed: ${measured.oneChange.toFixed(1)} ms for ${String(measured.evaluatedAgain)} papers, printed again in ${measured.printingAgain.toFixed(1)} ms`,
  ].join('  ');
}

const [task, size] = process.argv.slice(2);
if (task === 'time') process.stdout.write(JSON.stringify(measure(Number(size))));
else if (task === 'memory') process.stdout.write(JSON.stringify(peakMemory(Number(size))));
else for (const each of [1, 2, 4]) process.stdout.write(`${report(each)}\n`);
