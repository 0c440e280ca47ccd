/**
 * `node dist/scripts/bench/edit.js [pages] [edits]`: what the builds after an edit of one paper need, by phase, in a running process.
 *
 * The corpus is written anew into a temporary folder. Times are of the processor, so that others at work do not decide.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite, makeBuildCache } from '#tabled/build.js';
import { diskHost } from '#tabled/source/disk-host.js';
import { makeCorpus } from './corpus.js';
import { councilFiles, meetingKey, writeFiles } from './council.js';

const [pages = '330', edits = '9'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'tabled-edit-'));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Phases by the words of progress that begin them. */
const known: readonly (readonly [string, string])[] = [
  ['Reading', 'read'],
  ['Calculating', 'calculate'],
  ['Resolving', 'resolve'],
  ['Checking', 'check'],
  ['Laying out', 'packs'],
  ['Writing open data', 'open data'],
  ['Rendering', 'site'],
  ['Writing the site', 'write'],
];

type Phases = Map<string, number>;
let phases: Phases = new Map();
let name = 'rest';
let last = processorTime();
const next = (message: string): void => {
  const now = processorTime();
  phases.set(name, (phases.get(name) ?? 0) + now - last);
  last = now;
  name = known.find(([words]) => message.startsWith(words))?.[1] ?? name;
};

/** Milliseconds of this process so far. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

try {
  writeFiles(folder, councilFiles(makeCorpus(Number(pages))));
  const paper = join(folder, `content/meetings/${meetingKey(0)}/010-item-10/1-paper-10.md`);
  const typed = readFileSync(paper, 'utf8');
  const host = diskHost(folder, { progress: next, line: () => undefined });
  const cache = makeBuildCache();
  const build = async (): Promise<Phases> => {
    phases = new Map();
    name = 'rest';
    last = processorTime();
    const { diagnostics } = await buildSite(host, { draft: false }, cache);
    next('');
    if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    return phases;
  };
  const first = await build();
  const after: Phases[] = [];
  for (let edit = 1; edit <= Number(edits); edit++) {
    // One figure of the paper, and one word; every other edit puts them back.
    writeFileSync(
      paper,
      edit % 2 === 0 ? typed : typed.replace(/\| (\d)(\d+) \|/, '| $17$2 |').replace(' the ', ' that '),
    );
    after.push(await build());
  }
  const again = await build();
  print(first, after, again);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function print(first: Phases, after: readonly Phases[], again: Phases): void {
  const middle = (phase: string): number => {
    const values = after.map((one) => one.get(phase) ?? 0).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? NaN;
  };
  const sum = (of: Phases): number => [...of.values()].reduce((a, b) => a + b, 0);
  const totals = after.map(sum).sort((a, b) => a - b);
  say('| phase, ms of processor time | first build | after an edit, middle | nothing changed |');
  say('| --- | ---: | ---: | ---: |');
  for (const phase of first.keys())
    say(
      `| ${phase} | ${(first.get(phase) ?? 0).toFixed(0)} | ${middle(phase).toFixed(1)} | ${(again.get(phase) ?? 0).toFixed(1)} |`,
    );
  say(
    `| all | ${sum(first).toFixed(0)} | ${(totals[Math.floor(totals.length / 2)] ?? NaN).toFixed(1)} | ${sum(again).toFixed(1)} |`,
  );
  say(`\nAll edits: ${after.map((one) => sum(one).toFixed(0)).join(', ')}.`);
}
