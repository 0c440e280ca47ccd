/** Builds in a thread, so that the preview answers while a build runs. */
import { Worker } from 'node:worker_threads';
import type { Log } from '../../source/host.js';
import type { Built } from '../run.js';
import type { BuildMessage, BuildRequest } from './messages.js';

/** Builds one folder again and again. One build at a time. */
export interface Builder {
  readonly build: (request: BuildRequest) => Promise<Built>;
  readonly close: () => Promise<void>;
}

/** Room for new values, in MiB, before they are collected: a preview may take more memory than a build. */
const youngGeneration = 64;

/**
 * Starts the thread when it is first needed. Its progress and remarks go to `log`.
 *
 * When the thread dies, for want of memory say, the build that was running fails, and the next one starts another thread.
 */
export function startBuilder(root: string, log: Log): Builder {
  let running: Worker | undefined;
  const thread = (): Worker => {
    if (running) return running;
    const started = new Worker(new URL('./build-thread.js', import.meta.url), {
      workerData: { root },
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    });
    const ended = (): void => {
      if (running === started) running = undefined;
    };
    // An error comes before the exit: whoever asks again between the two needs another thread.
    started.once('error', ended);
    started.once('exit', ended);
    running = started;
    return started;
  };
  return {
    build: (request) =>
      new Promise((resolve, reject) => {
        const worker = thread();
        const end = (): void => {
          worker.off('message', hear);
          worker.off('error', fail);
          worker.off('exit', gone);
        };
        const hear = (message: BuildMessage): void => {
          switch (message.kind) {
            case 'progress':
              log.progress(message.message);
              return;
            case 'line':
              log.line(message.message);
              return;
            case 'built':
              end();
              resolve(message.built);
              return;
            case 'failed':
              end();
              reject(new BuildFailure(message.cause));
              return;
          }
        };
        const fail = (cause: Error): void => {
          end();
          reject(cause);
        };
        const gone = (): void =>
          fail(new Error('The thread that builds has ended before its build was done.'));
        worker.on('message', hear);
        worker.on('error', fail);
        worker.on('exit', gone);
        worker.postMessage(request);
      }),
    close: async () => {
      await running?.terminate();
    },
  };
}

/** A fault of Tabled itself in the thread; its stack is the one from there. */
class BuildFailure extends Error {
  constructor(cause: string) {
    super(cause.split('\n')[0]);
    this.stack = cause;
  }
}
