/** The thread that builds for the preview: it stays between builds, and keeps what they may use again. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildSite, makeBuildCache } from '../../build.js';
import { diskHost } from '../../source/disk-host.js';
import type { BuildMessage, BuildRequest } from './messages.js';

const port = parentPort;
if (!port) throw new Error('this file is started as a thread');
const say = (message: BuildMessage): void => port.postMessage(message);

const { root } = workerData as { readonly root: string };
/** What can wait until the site is shown. */
const waiting: (() => void)[] = [];
const host = diskHost(
  root,
  {
    progress: (message) => say({ kind: 'progress', message }),
    line: (message) => say({ kind: 'line', message }),
  },
  (work) => void waiting.push(work),
);
// A preview that was ended while it tidied has left an old site.
for (const { name, kind } of host.list('') ?? [])
  if (kind === 'folder' && /^_site\.[0-9a-f-]{36}\.old$/.test(name)) host.removeFolder(name);
const cache = makeBuildCache();

port.on('message', (request: BuildRequest) => {
  buildSite(host, request, cache).then(
    (built) => {
      say({ kind: 'built', built });
      for (const work of waiting.splice(0)) work();
    },
    (cause: unknown) =>
      say({
        kind: 'failed',
        cause: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
      }),
  );
});
