/** The pack that all programs are measured with: the same text, tables, charts and links for each of them. */
import { makeRandom, makeWords } from './random.js';
import type { Random, Words } from './random.js';

/** A stretch of text. */
export type Run =
  | { readonly kind: 'plain' | 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'web'; readonly text: string; readonly href: string }
  /** A reference to a heading; each program prints the page, if it can. */
  | { readonly kind: 'reference'; readonly item: number; readonly heading: string };

export interface BenchTable {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: string;
  /** Label, budget, forecast and rating of seven services; variance, per cent and totals are calculated. */
  readonly rows: readonly BenchRow[];
}

export interface BenchRow {
  readonly label: string;
  readonly budget: number;
  readonly forecast: number;
  readonly rating: string;
}

export interface BenchChart {
  readonly kind: 'chart';
  readonly id: string;
  readonly type: 'bar' | 'line' | 'doughnut';
  readonly caption: string;
  readonly table: BenchTable;
}

export type BenchBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly note?: string }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | BenchTable
  | BenchChart;

/** One agenda item with its one paper. */
export interface BenchItem {
  readonly number: number;
  readonly title: string;
  readonly blocks: readonly BenchBlock[];
}

/** Pages that one item comes to, within a few per cent, when Tabled prints it. */
export const pagesOfItem = 16.5;

const sections = 10;

/** A pack of about `pages` pages. Every 330 of them hold 20 items, 150 tables, 30 charts and some 570 links. */
export function makeCorpus(pages: number): readonly BenchItem[] {
  const random = makeRandom(20261122);
  const words = makeWords(random);
  const count = Math.max(1, Math.round(pages / pagesOfItem));
  return Array.from({ length: count }, (_, at) => makeItem(at + 1, count, random, words));
}

function makeItem(number: number, count: number, random: Random, words: Words): BenchItem {
  const blocks: BenchBlock[] = [];
  const runs = (sentences: number): readonly Run[] => makeRuns(sentences, random, words);
  let tables = 0;
  let charts = 0;
  for (let section = 1; section <= sections; section++) {
    blocks.push({ kind: 'heading', level: 2, id: `section-${section}`, text: words.title(4) });
    for (let left = random.whole(2, 4); left > 0; left--)
      blocks.push({ kind: 'paragraph', runs: runs(random.whole(3, 7)) });
    blocks.push({
      kind: 'paragraph',
      runs: [
        { kind: 'plain', text: 'Further detail is given in ' },
        { kind: 'reference', item: random.whole(1, count), heading: `section-${random.whole(1, sections)}` },
        { kind: 'plain', text: ' of this agenda pack.' },
      ],
      ...(section % 2 === 0 ? { note: words.sentence() } : {}),
    });
    if (section % 2 === 1)
      blocks.push({ kind: 'list', items: Array.from({ length: random.whole(4, 7) }, () => runs(1)) });
    // 7.5 tables and 1.5 charts an item.
    const wanted = Math.floor((section * (number % 2 === 0 ? 8 : 7)) / sections);
    for (; tables < wanted; tables++) {
      const table = makeTable(`table-${tables + 1}`, random, words);
      blocks.push(table);
      const drawn = tables === 2 || (number % 2 === 0 && tables === 5);
      if (!drawn) continue;
      const type = (['bar', 'line', 'doughnut'] as const)[(number + charts) % 3] ?? 'bar';
      charts++;
      blocks.push({ kind: 'chart', id: `chart-${charts}`, type, caption: words.title(5), table });
    }
    if (section % 3 === 0) {
      blocks.push({ kind: 'heading', level: 3, id: `section-${section}-a`, text: words.title(3) });
      blocks.push({ kind: 'paragraph', runs: runs(random.whole(4, 8)) });
    }
  }
  return { number, title: words.title(5), blocks };
}

function makeRuns(sentences: number, random: Random, words: Words): readonly Run[] {
  const parts = Array.from({ length: sentences }, () => words.sentence())
    .join(' ')
    .split(' ');
  const runs: Run[] = [];
  const take = (from: number, length: number): string => parts.slice(from, from + length).join(' ');
  for (let at = 0; at < parts.length;) {
    const plain = random.whole(25, 70);
    const rest = at + plain < parts.length;
    runs.push({ kind: 'plain', text: `${take(at, plain)}${rest ? ' ' : ''}` });
    at += plain;
    if (!rest) break;
    const length = random.whole(1, 4);
    const text = take(at, length);
    at += length;
    const chance = random.next();
    if (chance < 0.4) runs.push({ kind: 'strong', text });
    else if (chance < 0.65) runs.push({ kind: 'emphasis', text });
    else
      runs.push({
        kind: 'web',
        text,
        href: `https://www.example.org/documents/${random.whole(1000, 9999)}`,
      });
    if (at < parts.length) runs.push({ kind: 'plain', text: ' ' });
  }
  return runs;
}

function makeTable(id: string, random: Random, words: Words): BenchTable {
  const labels = new Set<string>();
  while (labels.size < 7) labels.add(words.title(random.whole(2, 5)));
  const rows = [...labels].map((label): BenchRow => {
    const budget = random.whole(1000, 99_999);
    const forecast = Math.round(budget * (0.8 + random.next() * 0.4));
    return { label, budget, forecast, rating: random.pick(['Green', 'Amber', 'Red']) };
  });
  return { kind: 'table', id, caption: words.title(5), rows };
}

/** What a corpus holds. */
export function countOf(
  corpus: readonly BenchItem[],
): Readonly<Record<'tables' | 'charts' | 'links', number>> {
  const blocks = corpus.flatMap((item) => item.blocks);
  const runs = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.runs : block.kind === 'list' ? block.items.flat() : [],
  );
  return {
    tables: blocks.filter((block) => block.kind === 'table').length,
    charts: blocks.filter((block) => block.kind === 'chart').length,
    links: runs.filter((run) => run.kind === 'web' || run.kind === 'reference').length,
  };
}
