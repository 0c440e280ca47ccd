/**
 * `node dist/scripts/bench/dev.js [pages] [edits]`: how long the preview is deaf while builds run, and how long an edit takes to show.
 *
 * The preview runs here as `tabled dev` runs it, its builds in their thread; the delay of this thread's events is sampled every
 * millisecond. A busy machine adds to it, so a second figure says what a thread that does nothing would see.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { startBuilder } from '#tabled/cli/dev/builder.js';
import { runDev } from '#tabled/cli/dev/dev.js';
import { diskHost } from '#tabled/source/disk-host.js';
import { makeCorpus } from './corpus.js';
import { councilFiles, meetingKey, writeFiles } from './council.js';

const [pages = '330', edits = '6'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'tabled-dev-'));
const quiet = { progress: () => undefined, line: () => undefined };
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Samples the delay of the events of a thread that does nothing else. */
const idle = `
  const { monitorEventLoopDelay } = require('node:perf_hooks');
  const { parentPort } = require('node:worker_threads');
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  parentPort.on('message', () => {
    parentPort.postMessage([delay.percentile(99) / 1e6, delay.max / 1e6]);
    parentPort.close();
  });
`;

try {
  writeFiles(folder, councilFiles(makeCorpus(Number(pages))));
  const paper = join(folder, `content/meetings/${meetingKey(0)}/010-item-10/1-paper-10.md`);
  const typed = readFileSync(paper, 'utf8');
  const builder = startBuilder(folder, quiet);
  let built: () => void = () => undefined;
  const next = (): Promise<void> => new Promise((resolve) => (built = resolve));
  let end: () => void = () => undefined;
  const first = next();
  const preview = runDev(diskHost(folder, quiet), {
    port: 0,
    folders: [join(folder, 'content'), join(folder, 'data')],
    build: async (_, request) => {
      const result = await builder.build(request);
      setImmediate(() => built());
      return result;
    },
    until: new Promise((resolve) => (end = resolve)),
  });
  await first;
  await wait(500);
  const other = new Worker(idle, { eval: true });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const times: number[] = [];
  for (let edit = 1; edit <= Number(edits); edit++) {
    const shown = next();
    const start = performance.now();
    writeFileSync(paper, edit % 2 === 0 ? typed : typed.replace(' the ', ' that '));
    await shown;
    times.push(performance.now() - start);
    await wait(200);
  }
  delay.disable();
  const [quietDelay, quietMost] = await new Promise<readonly [number, number]>((resolve) => {
    other.once('message', resolve);
    other.postMessage('');
  });
  end();
  await preview;
  await builder.close();
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  times.sort((a, b) => a - b);
  say(
    `From saving to showing: middle ${ms(times[Math.floor(times.length / 2)] ?? NaN)}, of which 120 ms wait for the editor.`,
  );
  say(
    `The preview is deaf for ${ms(delay.percentile(99) / 1e6)} at the 99th percentile, ${ms(delay.max / 1e6)} at most.`,
  );
  say(`A thread that does nothing: ${ms(quietDelay)}, ${ms(quietMost)}.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
