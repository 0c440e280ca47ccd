/**
 * `npm run bench [pages] [-- --turns 5 --only tabled,typst]`: how long packs take, beside other programs that print.
 *
 * Every program is a process of its own; the corpus is written anew into a temporary folder. Never part of the tests.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countOf, makeCorpus } from './bench/corpus.js';
import { councilFiles, writeFiles } from './bench/council.js';
import { machine, measure } from './bench/measure.js';
import type { Contender, Measured } from './bench/measure.js';
import { htmlFiles, typstFiles } from './bench/rival-documents.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { turns: { type: 'string', default: '5' }, only: { type: 'string' } },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [50, 330, 1000, 3000];
const chosen = values.only?.split(',');
const script = (name: string): string => fileURLToPath(new URL(`./bench/${name}.js`, import.meta.url));
/** Ours run as they are shipped: joined into few files. */
const program = (name: string): string =>
  fileURLToPath(new URL(`../program/bench-${name}.js`, import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

say(machine());
for (const pages of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'tabled-bench-'));
  try {
    bench(pages, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bench(pages: number, folder: string): void {
  const corpus = makeCorpus(pages);
  const { tables, charts, links } = countOf(corpus);
  say(
    `\n${corpus.length} items, ${tables} tables, ${charts} charts, ${links} links (asked for ${pages} pages)\n`,
  );
  const council = join(folder, 'council');
  const rivals = join(folder, 'rivals');
  writeFiles(council, councilFiles(corpus));
  writeFiles(rivals, typstFiles(corpus));
  writeFiles(rivals, htmlFiles(corpus));
  const node = process.execPath;
  const ours = (name: string): string => join(folder, name);
  const all: readonly Contender[] = [
    {
      name: 'tabled',
      command: node,
      args: [program('pack'), council, ours('pack.pdf')],
      output: ours('pack.pdf'),
    },
    {
      name: 'typst',
      command: node,
      args: [script('typst'), rivals, ours('typst.pdf')],
      output: ours('typst.pdf'),
    },
    {
      name: 'chromium',
      command: node,
      args: [script('chromium'), rivals, ours('chromium.pdf')],
      output: ours('chromium.pdf'),
    },
    {
      name: 'weasyprint',
      command: 'weasyprint',
      args: ['--pdf-variant', 'pdf/ua-1', join(rivals, 'corpus.html'), ours('weasyprint.pdf')],
      output: ours('weasyprint.pdf'),
    },
    {
      name: 'tabled build',
      command: node,
      args: [program('build'), council],
      output: join(council, '_site/meetings/scrutiny/2019-01-07/pack.pdf'),
    },
  ];
  const contenders = all.filter(({ name }) => chosen?.includes(name) ?? true);
  print(measure(contenders, Number(values.turns), say));
}

function print(measured: readonly Measured[]): void {
  const digits = (value: number | undefined, places: number): string =>
    value === undefined || !Number.isFinite(value) ? '' : value.toFixed(places);
  say('| program | wall s | of the first | cpu s | peak MiB | pages | pages/s | bytes/page |');
  say('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const { name, middle, pages, ratio } of measured) {
    const { wall, cpu, peak, bytes } = middle;
    const perPage = bytes === 0 ? undefined : bytes / pages;
    const cells = [
      digits(wall, 2),
      digits(ratio, 2),
      digits(cpu, 2),
      digits(peak, 0),
      digits(pages, 0),
      digits(pages / wall, 0),
      digits(perPage, 0),
    ];
    say(`| ${name} | ${cells.join(' | ')} |`);
  }
  for (const { name, middle } of measured) {
    const phases = Object.entries(middle.phases).map(([phase, ms]) => `${phase} ${digits(ms, 0)}`);
    if (phases.length > 0) say(`\n${name}, milliseconds: ${phases.join(', ')}.`);
  }
}
