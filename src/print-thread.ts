/** A thread that prints the packs of meetings, one after the other, until none is left. */
import { parentPort, workerData } from 'node:worker_threads';
import { packsOf } from './print.js';
import type { PrintJob, PrintMessage } from './print-messages.js';
import { nextOf } from './print-threads.js';
import { loadFonts } from './type/load.js';

const port = parentPort;
if (!port) throw new Error('this file is started as a thread');

const job = workerData as PrintJob;
const { publication, images } = job;
let fonts: ReturnType<typeof loadFonts> | undefined;
for (let meeting = nextOf(job); meeting !== undefined; meeting = nextOf(job)) {
  fonts ??= loadFonts();
  const made = packsOf(meeting, { publication, images, fonts, attachments: new Map() });
  port.postMessage({ key: meeting.key, made } satisfies PrintMessage);
}
