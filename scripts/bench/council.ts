/** The corpus as a council's folder in our own format. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BenchBlock, BenchItem, Run } from './corpus.js';

/** How many meetings the items are dealt out to, and whatever else may differ. */
export interface CouncilOptions {
  readonly meetings?: number;
}

/** The day of the first meeting; further ones follow a day apart. */
const firstDay = 7;

/** Key of the nth meeting, from 0. */
export function meetingKey(index: number): string {
  return `scrutiny/2019-01-${String(firstDay + index).padStart(2, '0')}`;
}

/** Files of the council by path. Each meeting has all items of the corpus. */
export function councilFiles(
  corpus: readonly BenchItem[],
  options: CouncilOptions = {},
): ReadonlyMap<string, string> {
  const files = new Map<string, string>(Object.entries(registers));
  for (let index = 0; index < (options.meetings ?? 1); index++) {
    const folder = `content/meetings/${meetingKey(index)}`;
    const date = meetingKey(index).slice(-10);
    files.set(
      `${folder}/meeting.md`,
      `---\ncommittee: scrutiny\ndates: [${date}]\ntime: "10:00"\nvenue: Council Chamber\npublished: 2018-12-21T16:00\ncontact: [democratic-support]\n---\n\nThe quarter's papers.\n`,
    );
    for (const item of corpus) {
      const number = String(item.number).padStart(3, '0');
      const own = `${folder}/${number}-item-${item.number}`;
      files.set(`${own}/item.md`, `---\ntitle: ${item.title}\n---\n`);
      files.set(`${own}/1-paper-${item.number}.md`, paperFile(item));
    }
  }
  return files;
}

/** Writes the files below a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}

const registers: Readonly<Record<string, string>> = {
  'data/council.yaml': `name: Westbridge City Council
address: [Guildhall, Westbridge WB1 1AA]
contact: { department: Democratic Support, telephone: 01234 567890, email: democracy@example.org }
siteAddress: https://papers.example.org
jurisdiction: england
timeZone: Europe/London
`,
  'data/committees.yaml': `- id: scrutiny
  name: Scrutiny Committee
  kind: scrutiny committee
  members: []
  contact: [democratic-support]
`,
  'data/people.yaml': `- { id: democratic-support, name: Democratic Support, title: Democratic Support, kind: officer }
`,
};

function paperFile(item: BenchItem): string {
  const notes: string[] = [];
  const body = item.blocks.map((block) => markdown(block, notes));
  return `---\ntype: document\ntitle: ${item.title}\nnumbering: headings\n---\n\n${[...body, ...notes].join('\n\n')}\n`;
}

function markdown(block: BenchBlock, notes: string[]): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text} {#${block.id}}`;
    case 'paragraph': {
      const text = block.runs.map(inline).join('');
      if (block.note === undefined) return text;
      const name = `note-${notes.length + 1}`;
      notes.push(`[^${name}]: ${block.note}`);
      return `${text}[^${name}]`;
    }
    case 'list':
      return block.items.map((item) => `- ${item.map(inline).join('')}`).join('\n');
    case 'table': {
      const rows = block.rows.map(
        ({ label, budget, forecast, rating }) =>
          `| ${label} | ${budget} | ${forecast} | =[@Forecast] - [@Budget] | =VARIANCE([@Forecast], [@Budget]) / [@Budget] | ${rating} |`,
      );
      return [
        '| Service area | Budget | Forecast | Variance | Per cent {unit=% decimals=1} | Rating |',
        '|:-------------|-------:|---------:|---------:|-----------------------------:|:-------|',
        ...rows,
        '| **Total** | =SUM(ABOVE) | =SUM(ABOVE) | =SUM(ABOVE) | =[@Variance] / [@Budget] | |',
        `: ${block.caption} {#${block.id}}`,
      ].join('\n');
    }
    case 'chart': {
      const rows = block.table.rows.slice(0, block.type === 'doughnut' ? 4 : 7).map(({ label }) => label);
      const columns = block.type === 'doughnut' ? 'Budget' : 'Budget, Forecast';
      return [
        '```chart',
        `id: ${block.id}`,
        `caption: ${block.caption}`,
        `table: ${block.table.id}`,
        `rows: [${rows.join(', ')}]`,
        `columns: [${columns}]`,
        'series: columns',
        `type: ${block.type}`,
        'alt: The budget of each service beside its forecast.',
        '```',
      ].join('\n');
    }
  }
}

function inline(run: Run): string {
  switch (run.kind) {
    case 'plain':
      return run.text;
    case 'strong':
      return `**${run.text}**`;
    case 'emphasis':
      return `*${run.text}*`;
    case 'web':
      return `[${run.text}](${run.href})`;
    case 'reference':
      return `[](${run.item}/paper-${run.item}#${run.heading})`;
  }
}
