/** Prints the packs of several meetings side by side in threads, where there is enough work for them. */
import { Worker } from 'node:worker_threads';
import type { Block } from './model/block.js';
import type { Item, Meeting } from './model/publication.js';
import type { MadePacks } from './pack/packs.js';
import { packsOf } from './print.js';
import type { PrintInput } from './print.js';
import type { PrintJob, PrintMessage } from './print-messages.js';
import type { Log } from './source/host.js';

/**
 * Blocks, rows of tables counted each, that take as long to print as a thread takes to start: it loads its own modules and faces, and
 * is handed the publication (some two seconds of the processor). Some 300 pages.
 */
const worthAThread = 3000;

/**
 * How many threads are worth their start for some meetings, besides the one that asks. Meetings are never divided.
 */
export function threadsFor(meetings: readonly Meeting[], most: number): number {
  const work = meetings.map(sizeOf).reduce((a, b) => a + b, 0);
  return Math.max(0, Math.min(most - 1, meetings.length - 1, Math.floor(work / worthAThread) - 1));
}

/**
 * The packs of all meetings by their keys, printed by `threads` threads and this one: the same as one after the other. Meetings that
 * carry attachments are printed here, since an opened attachment cannot be handed on; this thread begins with them.
 */
export async function printSideBySide(
  input: PrintInput,
  log: Log,
  threads: number,
): Promise<ReadonlyMap<string, MadePacks>> {
  const { publication, images } = input;
  const own = publication.meetings.filter((meeting) => hasAttachment(meeting));
  const shared = publication.meetings.filter((meeting) => !own.includes(meeting));
  // Large ones first, so that none is begun when all others are done.
  shared.sort((a, b) => sizeOf(b) - sizeOf(a));
  const job: PrintJob = {
    publication: { ...publication, meetings: shared },
    images,
    next: new Int32Array(new SharedArrayBuffer(4)),
  };
  const made = new Map<string, MadePacks>();
  const workers = Array.from({ length: threads }, () => startThread(job, made));
  const print = (meeting: Meeting): void => {
    log.progress(`Laying out ${meeting.key}`);
    made.set(meeting.key, packsOf(meeting, input));
  };
  own.forEach(print);
  for (let meeting = nextOf(job); meeting !== undefined; meeting = nextOf(job)) print(meeting);
  await Promise.all(workers);
  return made;
}

/** Takes the next meeting that nobody has taken. */
export function nextOf({ publication, next }: PrintJob): Meeting | undefined {
  return publication.meetings[Atomics.add(next, 0, 1)];
}

/** Resolves when the thread has nothing left to do; rejects with its fault. */
function startThread(job: PrintJob, made: Map<string, MadePacks>): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./print-thread.js', import.meta.url), { workerData: job });
    worker.on('message', (message: PrintMessage) => void made.set(message.key, message.made));
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('A thread that prints has ended before its work was done.')),
    );
  });
}

function hasAttachment(meeting: Meeting): boolean {
  const has = (item: Item): boolean =>
    item.papers.some((paper) => paper.type === 'attachment') || item.children.some(has);
  return meeting.items.some(has);
}

/** How much there is to print, in blocks and rows. */
function sizeOf(meeting: Meeting): number {
  const ofItem = (item: Item): number =>
    item.papers.reduce((sum, paper) => sum + sizeOfBlocks(paper.text.blocks), 1) +
    item.children.reduce((sum, child) => sum + ofItem(child), 0);
  return meeting.items.reduce((sum, item) => sum + ofItem(item), 0);
}

function sizeOfBlocks(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + sizeOfBlock(block), 0);
}

function sizeOfBlock(block: Block): number {
  switch (block.kind) {
    case 'list':
      return block.items.reduce((sum, item) => sum + sizeOfBlocks(item.blocks), 0);
    case 'quote':
    case 'container':
      return sizeOfBlocks(block.blocks);
    case 'table':
      return block.rows.length;
    // A drawing takes as long as a page of text.
    case 'chart':
      return 20;
    default:
      return 1;
  }
}
