/** Packs printed in threads: the same as one after the other. Runs what `npm run compile` made. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import { readThreads } from '../../src/cli/arguments.js';
import type * as CompileModule from '../../src/compile.js';
import type { MadePacks } from '../../src/pack/packs.js';
import type * as PrintModule from '../../src/print.js';
import type { PrintInput } from '../../src/print.js';
import type { PrintJob, PrintMessage } from '../../src/print-messages.js';
import type * as ThreadsModule from '../../src/print-threads.js';
import type * as LoadModule from '../../src/type/load.js';
import { memoryHost } from '../support/memory-host.js';

const dist = (path: string): URL => pathToFileURL(join(import.meta.dirname, '../../dist', path));

/** A module as it was compiled: a thread is started from a file that Node itself can run. */
async function compiledModule<M>(path: string): Promise<M> {
  return (await import(dist(path).href)) as M;
}

const { compilePublication } = await compiledModule<typeof CompileModule>('compile.js');
const { packsOf } = await compiledModule<typeof PrintModule>('print.js');
const { printSideBySide, threadsFor } = await compiledModule<typeof ThreadsModule>('print-threads.js');
const { loadFonts } = await compiledModule<typeof LoadModule>('type/load.js');

const quiet = { progress: () => undefined, line: () => undefined };
const days = ['15', '16', '17'];

function council(): Record<string, string> {
  const files: Record<string, string> = {
    'data/council.yaml':
      'name: Westbridge\naddress: [Guildhall]\ncontact: { department: Support, telephone: 01234 567890, email: a@example.org }\nsiteAddress: https://papers.example.org\njurisdiction: england\ntimeZone: Europe/London\n',
    'data/committees.yaml':
      '- { id: scrutiny, name: Scrutiny, kind: scrutiny committee, members: [], contact: [support] }\n',
    'data/people.yaml': '- { id: support, name: Support, title: Support, kind: officer }\n',
    'content/papers/plans/shared.md':
      '---\ntype: document\ntitle: Shared\n---\n\n## Later {#later}\n\nSee [](scrutiny/2019-01-15/report).\n',
  };
  for (const day of days) {
    const folder = `content/meetings/scrutiny/2019-01-${day}`;
    files[`${folder}/meeting.md`] =
      `---\ncommittee: scrutiny\ndates: [2019-01-${day}]\ntime: "10:00"\nvenue: Chamber\npublished: 2019-01-04T16:00\ncontact: [support]\n---\n`;
    files[`${folder}/01-first/item.md`] = '---\ntitle: First\npapers: [shared]\n---\n';
    files[`${folder}/01-first/1-report.md`] =
      `---\ntype: document\ntitle: Report of the ${day}th\n---\n\n${'A sentence of the report. '.repeat(Number(day))}\n\nSee [](shared#later), and a character that no face has: \u{1F984}.\n`;
  }
  return files;
}

let input: PrintInput;
let alone: ReadonlyMap<string, MadePacks>;
beforeAll(() => {
  const { publication } = compilePublication(memoryHost(council()), {}).value;
  input = { publication, fonts: loadFonts(), images: new Map(), attachments: new Map() };
  alone = new Map(publication.meetings.map((meeting) => [meeting.key, packsOf(meeting, input)]));
});

describe('packs of several meetings', () => {
  it('come out of a thread as they come out of none: files, facts and faults', async () => {
    const { publication, images } = input;
    const job: PrintJob = { publication, images, next: new Int32Array(new SharedArrayBuffer(4)) };
    const made = new Map<string, MadePacks>();
    await new Promise<void>((resolve, reject) => {
      const worker = new Worker(dist('print-thread.js'), { workerData: job });
      worker.on('message', (message: PrintMessage) => void made.set(message.key, message.made));
      worker.on('error', reject);
      worker.on('exit', () => resolve());
    });
    expect([...made.keys()]).toEqual([...alone.keys()]);
    expect(made).toEqual(alone);
    expect([...made.values()].flatMap((one) => one.diagnostics).length).toBeGreaterThan(0);
  });

  it('are shared out, each to one', async () => {
    const said: string[] = [];
    const log = { ...quiet, progress: (message: string) => void said.push(message) };
    const made = await printSideBySide(input, log, 1);
    expect(new Map([...made].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual(alone);
    expect(new Set(said).size).toBe(said.length);
  });

  it('start no thread for so little, nor for one meeting, nor where only one is allowed', () => {
    const { meetings } = input.publication;
    expect(threadsFor(meetings, 8)).toBe(0);
    const [first] = meetings;
    if (first === undefined) throw new Error('the council has no meeting');
    const many = Array.from({ length: 3000 }, () => ({ kind: 'thematic-break' as const, span: first.span }));
    const items = first.items.map((item) => ({
      ...item,
      papers: item.papers.map((paper) => ({ ...paper, text: { blocks: many, notes: [] } })),
    }));
    const large = { ...first, items };
    expect(threadsFor([large], 8)).toBe(0);
    expect(threadsFor([large, large, large], 1)).toBe(0);
    expect(threadsFor([large, large, large], 2)).toBe(1);
    expect(threadsFor([large, large, large], 8)).toBe(2);
  });
});

describe('the number of threads', () => {
  it('is what TABLED_WORKERS says, where that is a number of threads', () => {
    expect(readThreads('1')).toBe(1);
    expect(readThreads(' 12 ')).toBe(12);
    for (const nonsense of [undefined, '', '0', '65', '-1', '1.5', 'two', '999'])
      expect(readThreads(nonsense)).toBeUndefined();
  });
});
